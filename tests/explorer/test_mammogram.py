"""A picture's folder becomes a picture with spots, or a sentence that says which file is at fault."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from kiosk.explorer.mammogram import MammogramError, load
from kiosk.explorer.viewport import Box
from tests.explorer.made import dzi, spot, tell, truth

WIDTH, HEIGHT = 600, 700


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A picture of 60 x 70 mm with one spot: its two small files, and no tile at all."""
    made = tmp_path / "a-picture"
    made.mkdir()
    (made / "image.dzi").write_text(dzi(WIDTH, HEIGHT), encoding="utf-8")
    tell(made, truth(WIDTH, HEIGHT, spot()))
    return made


def test_a_picture_opens_with_its_sizes_and_spots_without_looking_at_a_tile(folder: Path) -> None:
    one = load(folder)
    assert (one.id, one.folder, one.pixel_mm, one.view, one.side) == ("a-picture", folder, 0.1, "CC", "L")
    assert (one.pyramid.width, one.pyramid.height) == (WIDTH, HEIGHT)
    assert one.box == Box(0, 0, 60, 70)
    ring = one.spot("ring")
    assert ring is one.spots[0]
    assert (ring.x, ring.y, ring.radius, ring.ring, ring.count) == (20, 15, 2, (20, 15, 2), 1)
    assert (ring.shape, ring.distribution) == ("rim", "single")
    assert (ring.least, ring.median, ring.most) == (4, 4, 4)
    assert ring.magnified is not None
    assert (ring.magnified.file, ring.magnified.box, ring.magnified.size) == (
        "ring.png",
        Box(14, 10.5, 26, 19.5),
        (240, 180),
    )
    assert one.spot("other") is None
    assert one.faults == ()


def test_the_body_is_the_outline_with_air_around_and_the_chest_wall(folder: Path) -> None:
    assert load(folder).body == Box(0, 4, 36, 66)
    tell(folder, truth(WIDTH, HEIGHT, side="R"))
    assert load(folder).body == Box(0, 4, 60, 66)
    tell(folder, truth(WIDTH, HEIGHT, side="R", outline_mm=[[59, 5], [30, 35], [59, 65]]))
    assert load(folder).body == Box(24, 0, 60, 70)
    tell(folder, truth(WIDTH, HEIGHT, outline_mm=[]))
    assert load(folder).body == Box(0, 0, 60, 70)
    tell(folder, truth(WIDTH, HEIGHT, outline_mm=[[500, 500]], side=""))
    assert load(folder).body == Box(0, 0, 60, 70)


def test_a_picture_of_somebody_else_has_no_spots_and_needs_its_scale(folder: Path) -> None:
    (folder / "truth.json").unlink()
    one = load(folder, 0.05)
    assert (one.box, one.body, one.spots, one.side) == (Box(0, 0, 30, 35), Box(0, 0, 30, 35), (), "")
    with pytest.raises(MammogramError, match=r"truth\.json: there is no such file, and no `pixel_mm`"):
        load(folder)
    for pixel in (1e-9, 100.0, float("inf"), -1.0):
        with pytest.raises(MammogramError, match="`pixel_mm` is"):
            load(folder, pixel)


def test_what_a_picture_says_of_itself_comes_before_what_others_say(folder: Path) -> None:
    assert load(folder, 0.05).pixel_mm == 0.1


def test_a_tile_lies_where_its_pixels_are(folder: Path) -> None:
    one = load(folder)
    assert one.tile_box(10, 0, 0) == Box(0, 0, 25.5, 25.5)
    assert one.tile_box(10, 2, 0) == Box(50.7, 0, 60, 25.5)
    assert one.tile_box(9, 1, 0) == Box(50.6, 0, 60, 51)
    small = one.tile_box(3, 0, 0)
    assert small.left == small.top == 0
    assert 60 <= small.right < 60 + 12.8


@pytest.mark.parametrize("size", [(2048, 2560), (16384, 20480)], ids=lambda size: "x".join(map(str, size)))
def test_opening_costs_two_files_however_large_the_picture(
    folder: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "image.dzi").write_text(dzi(*size, 510, 1, "jpg"), encoding="utf-8")
    tell(folder, truth(*size, spot()))
    opened: list[str] = []
    really = os.open

    def watch(path: Any, *rest: Any, **more: Any) -> int:
        opened.append(Path(path).name)
        return really(path, *rest, **more)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a folder was listed")

    monkeypatch.setattr(os, "open", watch)
    monkeypatch.setattr(os, "listdir", never)
    monkeypatch.setattr(os, "scandir", never)
    assert load(folder).pyramid.width == size[0]
    assert opened == ["image.dzi", "truth.json"]


# --- what cannot be shown at all ---


def changed(**other: Any) -> Callable[[Path], None]:
    return lambda folder: tell(folder, truth(WIDTH, HEIGHT, spot(), **other))


def text(told: str, name: str = "truth.json") -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / name).write_text(told, encoding="utf-8")

    return write


def of_dzi(told: str) -> Callable[[Path], None]:
    return text(told, "image.dzi")


def is_folder(folder: Path) -> None:
    (folder / "truth.json").unlink()
    (folder / "truth.json").mkdir()


GOOD = json.dumps(truth(WIDTH, HEIGHT, spot()))


@pytest.mark.parametrize(
    ("harm", "file", "told"),
    [
        (of_dzi("x"), "image.dzi", "not valid XML"),
        (of_dzi(dzi(WIDTH, HEIGHT + 100)), "truth.json", "the height is 70 mm here but 80 mm in image.dzi"),
        (of_dzi(dzi(WIDTH * 2, HEIGHT)), "truth.json", "the width is 60 mm here but 120 mm"),
        (text(""), "truth.json", "damaged"),
        (text(GOOD[:-30]), "truth.json", "damaged"),
        (text("[]"), "truth.json", "damaged"),
        (text("[" * 100_000), "truth.json", "damaged"),
        (text(GOOD.replace("0.1", "NaN", 1)), "truth.json", "damaged"),
        (text(GOOD.replace('"pixel_mm": 0.1', '"pixel_mm": 1e999')), "truth.json", "damaged|pixel_mm"),
        (text(GOOD.replace("20.0", "NaN", 1)), "truth.json", "damaged"),
        (text(GOOD + " " * 5_000_000), "truth.json", "larger than 4096 KiB"),
        (changed(format=2), "truth.json", "damaged"),
        (changed(pixel_mm="0.1"), "truth.json", "damaged"),
        (changed(pixel_mm=0), "truth.json", "`pixel_mm` should be"),
        (changed(pixel_mm=-0.1), "truth.json", "`pixel_mm` should be"),
        (changed(pixel_mm=1000), "truth.json", "`pixel_mm` should be"),
        (changed(width_mm=None), "truth.json", "damaged"),
        (changed(side="left"), "truth.json", "`side` should be"),
        (changed(spots=[spot()] * 201), "truth.json", "damaged"),
        (changed(spots={}), "truth.json", "damaged"),
        (changed(spots=[{"id": "a"}]), "truth.json", "damaged"),
        (changed(spots=[spot(x_mm="20")]), "truth.json", "damaged"),
        (changed(spots=[spot(ring_mm=[1, 2])]), "truth.json", "damaged"),
        (changed(spots=[spot("a" * 101)]), "truth.json", "damaged"),
        (changed(spots=[spot(count=0)]), "truth.json", "damaged"),
        (changed(outline_mm=[[1, 2]] * 20_001), "truth.json", "damaged"),
        (changed(outline_mm=[[1]]), "truth.json", "damaged"),
        (is_folder, "truth.json", "cannot be read"),
    ],
)  # fmt: skip
def test_a_picture_that_cannot_be_shown_names_the_file(
    folder: Path, harm: Callable[[Path], None], file: str, told: str
) -> None:
    harm(folder)
    with pytest.raises(MammogramError, match=told) as raised:
        load(folder)
    assert raised.value.file == folder / file
    assert str(raised.value).startswith(f"{folder / file}: ")
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_not_there_names_the_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MammogramError, match="no such file") as raised:
        load(tmp_path / "nowhere")
    assert raised.value.file == tmp_path / "nowhere" / "image.dzi"


# --- spots that are left out ---


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (spot("odd", x=60.5), "spot 'odd' lies outside the picture"),
        (spot("odd", y=-0.1), "spot 'odd' lies outside the picture"),
        (spot("odd", x_mm=1e300), "spot 'odd' lies outside the picture"),
        (spot("ring"), "spot 'ring' stands twice"),
        (spot("../etc"), "spot 2 has no proper id"),
        (spot(""), "spot 2 has no proper id"),
        (spot("odd", radius_mm=0), "spot 'odd': its radius is not larger than 0"),
        (spot("odd", ring_mm=[1, 1, -2]), "spot 'odd': its radius is not larger than 0"),
        (spot("odd", ring_mm=[1e300, 1, 2]), "spot 'odd': a number in it is far too large"),
        (spot("odd", size_mm={"least": 2, "median": 1, "most": 3}), "spot 'odd': its sizes are not in order"),
        (spot("odd", size_mm={"least": 0, "median": 1, "most": 3}), "spot 'odd': its sizes are not in order"),
    ],
)
def test_a_spot_that_cannot_be_is_left_out_and_told(folder: Path, odd: dict[str, Any], told: str) -> None:
    tell(folder, truth(WIDTH, HEIGHT, spot(), odd))
    one = load(folder)
    assert [found.id for found in one.spots] == ["ring"]
    (fault,) = one.faults
    assert fault.startswith(told)


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ({"file": "../../secret.png"}, "no file name"),
        ({"file": "/etc/passwd"}, "no file name"),
        ({"file": "ring.svg"}, "no file name"),
        ({"box_mm": [14, 10, 70, 20]}, "not inside the picture"),
        ({"box_mm": [20, 10, 14, 20]}, "its box is empty"),
        ({"box_mm": [14, 10, 1e300, 20]}, "not inside the picture"),
        ({"pixel_mm": 0.001}, "pixels a side"),
        ({"pixel_mm": 12 / 4097}, "more than 4096 pixels a side"),
        ({"pixel_mm": 0}, "pixels a side"),
        ({"pixel_mm": 1e300}, "pixels a side"),
    ],
)
def test_a_magnification_view_that_cannot_be_is_left_out_and_the_spot_stays(
    folder: Path, view: dict[str, Any], told: str
) -> None:
    whole = spot()["magnified"] | view
    tell(folder, truth(WIDTH, HEIGHT, spot(magnified=whole)))
    one = load(folder)
    assert one.spots[0].magnified is None
    assert told in one.faults[0]
    assert "spot 'ring'" in one.faults[0]


def test_the_largest_magnification_view(folder: Path) -> None:
    tell(folder, truth(WIDTH, HEIGHT, spot(magnified=spot()["magnified"] | {"pixel_mm": 12 / 4096})))
    one = load(folder)
    assert one.faults == ()
    assert one.spots[0].magnified is not None
    assert one.spots[0].magnified.size == (4096, 3072)


def test_a_spot_may_have_no_magnification_view(folder: Path) -> None:
    tell(folder, truth(WIDTH, HEIGHT, spot(magnified=None)))
    assert load(folder).spots[0].magnified is None
    assert load(folder).faults == ()


def test_a_shipped_picture_opens() -> None:
    one = load(paths.ASSETS / "mammograms" / "explorer-mlo-b")
    assert one.faults == ()
    assert len(one.spots) >= 5
    assert all(found.magnified and one.box.holds(found.x, found.y) for found in one.spots)
    assert one.box.contains(one.body)
