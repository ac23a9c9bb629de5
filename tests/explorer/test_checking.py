"""`kiosk check` on the mammograms: silent on whole ones, and names the file of each planted fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.explorer.checking import MOST_TOLD, Asked, AskedSpot, check
from kiosk.reading import Severity
from tests.explorer.made import dzi, greys, picture, png_head, sign, spot, tell, truth

WANTED = {"a": Asked({"ring": AskedSpot(4.0, 4.0, "whole")})}


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """One whole picture, "a"."""
    picture(tmp_path)
    return tmp_path


def folder(assets: Path) -> Path:
    return assets / "mammograms" / "a"


def test_whole_pictures_have_no_problem(assets: Path) -> None:
    picture(assets, "b", ending="jpg", tile=512)
    assert check(assets, WANTED) == []


def test_what_a_stopped_drawing_left_is_told_once_and_is_no_picture(assets: Path) -> None:
    left = assets / "mammograms" / ".a.drawing"
    left.mkdir()
    (left / "ring.png").write_bytes(b"half")
    (problem,) = check(assets, WANTED)
    assert problem.file == str(left)
    assert "stopped" in str(problem)


def test_no_pictures_at_all_are_no_problem(tmp_path: Path) -> None:
    assert check(tmp_path, {}) == []


def test_a_picture_that_was_not_drawn_here_needs_no_manifest_entry(assets: Path) -> None:
    own = picture(assets, "own")
    (own / "truth.json").unlink()
    (own / "ring.png").unlink()
    (own / "image_files" / "vips-properties.xml").write_text("<x/>")
    manifest = json.loads((assets / "mammograms" / "manifest.json").read_text())
    del manifest["scenes"]["own"]
    (assets / "mammograms" / "manifest.json").write_text(json.dumps(manifest))
    assert check(assets, {**WANTED, "own": Asked({}, 0.07)}) == []
    (problem,) = check(assets, {**WANTED, "own": Asked({})})
    assert problem.file == str(own / "truth.json")


def write(name: str, content: bytes | str) -> Callable[[Path], None]:
    def plant(home: Path) -> None:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return plant


def remove(name: str) -> Callable[[Path], None]:
    return lambda home: (home / name).unlink()


def cut(name: str) -> Callable[[Path], None]:
    def plant(home: Path) -> None:
        whole = (home / name).read_bytes()
        (home / name).write_bytes(whole[: len(whole) * 2 // 3])

    return plant


def other_size(name: str) -> Callable[[Path], None]:
    return lambda home: _saved(home / name)


def _saved(path: Path) -> None:
    assert greys(100, 100).save(str(path))


def linked(name: str) -> Callable[[Path], None]:
    def plant(home: Path) -> None:
        (home / name).rename(home.parent.parent / "elsewhere")
        (home / name).symlink_to(home.parent.parent / "elsewhere")

    return plant


def spots(*every: dict[str, object]) -> Callable[[Path], None]:
    return lambda home: tell(home, truth(600, 700, *every))


TILE = "image_files/10/1_1.png"


@pytest.mark.parametrize(
    ("harm", "file", "told"),
    [
        (remove(TILE), TILE, "there is no such file"),
        (remove("image_files/0/0_0.png"), "image_files/0/0_0.png", "there is no such file"),
        (cut(TILE), TILE, "cut off"),
        (write(TILE, b""), TILE, "no PNG"),
        (other_size(TILE), TILE, "100 x 100 pixels; it should be 256 x 256"),
        (write(TILE, png_head(256, 256, 16)), TILE, "a rare kind of PNG"),
        (write("ring.png", png_head(240, 180, 16)), "ring.png", "a rare kind of PNG"),
        (write(TILE, png_head(60_000, 60_000)), TILE, "60000 x 60000 pixels"),
        (linked(TILE), TILE, "cannot be read"),
        (write("image_files/10/3_0.png", b"x"), "image_files/10/3_0.png", "nothing shows this file"),
        (write("image_files/10/1_1.jpg", b"x"), "image_files/10/1_1.jpg", "nothing shows this file"),
        (write("image_files/10/notes.txt", b"x"), "image_files/10/notes.txt", "nothing shows this file"),
        (write("image_files/11/0_0.png", b"x"), "image_files/11", "nothing shows this file"),
        (write("old.png", b"x"), "old.png", "nothing shows this file"),
        (remove("ring.png"), "ring.png", "there is no such file"),
        (cut("ring.png"), "ring.png", "cut off"),
        (other_size("ring.png"), "ring.png", "100 x 100 pixels; it should be 240 x 180"),
        (remove("image.dzi"), "image.dzi", "there is no such file"),
        (write("image.dzi", "<x"), "image.dzi", "not valid XML"),
        (write("image.dzi", dzi(600, 900)), "truth.json", "the height is 70 mm here but 90 mm"),
        (write("image.dzi", "<!DOCTYPE x [<!ENTITY a 'b'>]>" + dzi(600, 700)[39:]), "image.dzi", "document type"),
        (write("truth.json", "{"), "truth.json", "damaged"),
        (spots(spot(), spot("out", x=70.0)), "truth.json", "spot 'out' lies outside the picture"),
        (spots(spot(magnified={"file": "../a.png", "box_mm": [1, 1, 2, 2], "pixel_mm": 0.1})), "truth.json", "view of"),
        (spots(spot(x_mm="a")), "truth.json", "damaged"),
    ],
)  # fmt: skip
def test_a_planted_fault_names_its_file(assets: Path, harm: Callable[[Path], None], file: str, told: str) -> None:
    harm(folder(assets))
    problems = check(assets, WANTED)
    where = str(folder(assets) / file)
    assert [problem for problem in problems if problem.file == where and told in problem.what]
    assert {problem.file for problem in problems} <= {where, str(folder(assets) / "truth.json")}
    assert all(problem.mend and problem.severity is Severity.ERROR for problem in problems)


def test_of_many_faults_the_first_are_told_and_then_their_place(assets: Path) -> None:
    (folder(assets) / "image.dzi").write_text(dzi(60_000, 70_000), encoding="utf-8")
    tell(folder(assets), truth(60_000, 70_000, spot(), pixel=0.001))
    problems = check(assets, {})
    at_top = [problem for problem in problems if "/image_files/16" in problem.file]
    assert len(at_top) == MOST_TOLD + 1
    assert at_top[-1].file == str(folder(assets) / "image_files" / "16")
    assert f"more than {MOST_TOLD} files" in at_top[-1].what


def test_many_faults_are_each_told(assets: Path) -> None:
    for name in ("0_0", "1_0", "2_2"):
        (folder(assets) / "image_files" / "10" / f"{name}.png").unlink()
    found = {Path(problem.file).name for problem in check(assets, WANTED)}
    assert found == {"0_0.png", "1_0.png", "2_2.png"}


# --- the manifest ---


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no such file"),
        ("{", "damaged"),
        ("[]", "damaged"),
        ('{"scenes": {"a": {"files": "no digest"}}}', "damaged"),
        ('{"scenes": 5}', "damaged"),
        ("[" * 100_000, "damaged"),
        (" " * 2_000_000, "larger than 1024 KiB"),
    ],
)
def test_a_manifest_that_cannot_be_used_is_named(assets: Path, content: str | None, told: str) -> None:
    manifest = assets / "mammograms" / "manifest.json"
    manifest.unlink()
    if content is not None:
        manifest.write_text(content, encoding="utf-8")
    (problem,) = check(assets, WANTED)
    assert problem.file == str(manifest)
    assert told in problem.what


def test_a_picture_that_is_not_the_one_that_was_drawn_is_told(assets: Path) -> None:
    """Whole and of the right size, but not these pixels: only the digest knows."""
    path = folder(assets) / TILE
    assert greys(256, 256, seed=99).save(str(path))
    (problem,) = check(assets, WANTED)
    assert problem.file == str(assets / "mammograms" / "manifest.json")
    assert "the files of a are not those that were drawn" in problem.what
    assert f"one in {folder(assets)} was changed, or is damaged inside" in problem.what
    assert "kiosk draw a" in problem.mend
    assert "diff -rq" in problem.mend
    sign(folder(assets))
    assert check(assets, WANTED) == []


def test_a_jpeg_that_is_damaged_inside_is_told(assets: Path) -> None:
    path = picture(assets, "b", ending="jpg") / "image_files" / "10" / "1_1.jpg"
    harmed = bytearray(path.read_bytes())
    middle = len(harmed) * 3 // 4
    harmed[middle : middle + 20] = bytes(20)
    path.write_bytes(bytes(harmed))
    (problem,) = check(assets, WANTED)
    assert problem.file == str(assets / "mammograms" / "manifest.json")
    assert f"one in {assets / 'mammograms' / 'b'} was changed, or is damaged inside" in problem.what


def test_a_drawn_picture_that_is_gone_is_told(assets: Path) -> None:
    gone = picture(assets, "gone")
    gone.rename(assets / "gone")
    (problem,) = check(assets, WANTED)
    assert problem.file == str(gone / "image.dzi")


# --- what the words say ---


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (AskedSpot(4.0, 4.0), ""),
        (AskedSpot(4.05, 3.96, "whole"), ""),
        (AskedSpot(4.2, 4.2, "whole"), "the spot 'ring' is drawn 4 to 4 mm, but explorer.yaml says 4.2 to 4.2 mm"),
        (AskedSpot(3.0, 4.0), "explorer.yaml says 3 to 4 mm"),
        (AskedSpot(4.0, 5.0), "explorer.yaml says 4 to 5 mm"),
        (AskedSpot(float("nan"), 4.0), "explorer.yaml says nan"),
    ],
)
def test_a_size_in_words_is_the_drawn_size(assets: Path, asked: AskedSpot, told: str) -> None:
    problems = check(assets, {"a": Asked({"ring": asked})})
    assert [problem.file for problem in problems] == [str(folder(assets) / "truth.json")] * bool(told)
    assert all(told in problem.what for problem in problems)


def test_a_group_as_one_thing_is_as_large_as_its_circle(assets: Path) -> None:
    sizes = {"least": 0.28, "median": 0.4, "most": 0.61}
    tell(folder(assets), truth(600, 700, spot(count=9, size_mm=sizes, radius_mm=3.5)))
    sign(folder(assets))
    assert check(assets, {"a": Asked({"ring": AskedSpot(0.3, 0.6)})}) == []
    assert check(assets, {"a": Asked({"ring": AskedSpot(7, 7, "whole")})}) == []
    assert len(check(assets, {"a": Asked({"ring": AskedSpot(0.6, 0.6, "whole")})})) == 1


def test_a_spot_that_is_asked_for_but_not_drawn_is_told(assets: Path) -> None:
    (problem,) = check(assets, {"a": Asked({"rings": AskedSpot(4, 4)})})
    assert problem.file == str(folder(assets) / "truth.json")
    assert "'rings'" in problem.what


def test_a_picture_that_is_asked_for_but_not_there_is_told(assets: Path) -> None:
    (problem,) = check(assets, {**WANTED, "b": Asked({})})
    assert problem.file == str(assets / "mammograms" / "b" / "image.dzi")


def test_two_scales_for_one_picture_are_told(assets: Path) -> None:
    assert check(assets, {"a": Asked({}, 0.1)}) == []
    (problem,) = check(assets, {"a": Asked({}, 0.05)})
    assert "a pixel is 0.1 mm here, but 0.05 mm in explorer.yaml" in problem.what


def test_the_shipped_pictures_that_are_finished_have_whole_files() -> None:
    """Whether all are there and as drawn is tested where they are drawn, and by `kiosk check`."""
    problems = [problem for problem in check(paths.ASSETS, {}) if "/explorer-mlo-b/" in problem.file]
    assert problems == []
