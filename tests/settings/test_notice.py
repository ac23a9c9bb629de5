"""A site's notice of language help: each fault of its words and pictures is named with its place and its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.reading import Problem, Severity
from kiosk.settings import NoticePicture, Screen, load_site
from kiosk.settings.checking import check_site
from kiosk.settings.glass import sheet_mm
from kiosk.settings.notice import MOST_BYTES, PageError, examine, read_page
from tests.explorer.made import greys, png_head

SIZE = (1000, 1200)
SITE = """\
mode: production
languages: [en, es]
screen: {diagonal_inch: 15.6}
language_help:
  notice: {en: Interpreters are free.}
  pictures:
    - {file: page.png, letter_px: 45, alt: The notice in ten languages.}
"""
PLACE = "7:14"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A settings file without a fault, its picture beside it."""
    path = tmp_path / "site.yaml"
    path.write_text(SITE)
    assert greys(*SIZE).save(str(tmp_path / "page.png"))
    return path


def told(file: Path, old: str = "", new: str = "") -> list[Problem]:
    """What a check says once `old` is replaced in the settings."""
    assert old in SITE
    file.write_text(SITE.replace(old, new, 1))
    return list(check_site(file))


def test_a_site_without_a_fault_is_silent(file: Path) -> None:
    assert told(file) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "mend"),
    [
        ("page.png", "pag.png", PLACE, "pag.png: there is no such picture", "put it there, or correct its name"),
        ("page.png", "page.png/x", PLACE, "page.png/x: the file cannot be read", "put a plain, readable file there"),
        ("page.png", '"."', PLACE, "the file cannot be read", "put a plain, readable file there"),
        (
            "page.png",
            "site.yaml",
            PLACE,
            "this is neither a PNG nor a JPEG picture",
            "save it as a PNG or JPEG picture",
        ),
        ("45", "40", PLACE, "would be of 19.8 points (7.0 mm) on this 15.6-inch glass", "draw them 41 pixels large"),
        ("45", "20", PLACE, "would be of 9.9 points (3.5 mm)", "or the picture 495 pixels wide"),
        ("45", "0", "7:35", "'letter_px' should be a number from 4 to 2000", "correct the value"),
        (", letter_px: 45", "", "7:7", "the key 'letter_px' is missing", "add `letter_px:`"),
        ("{en:", "{fr:", "5:12", "words in 'fr', a language that this site does not offer", "add fr to `languages`"),
        ("[en, es]", "[es]", "5:12", "words in 'en', a language that this site does not offer", "add en"),
    ],
)
def test_a_fault_is_named_with_its_place_and_its_mend(
    file: Path, old: str, new: str, *, place: str, what: str, mend: str
) -> None:
    (problem,) = told(file, old, new)
    assert str(problem).startswith(f"{file}:{place}: ")
    assert what in problem.what
    assert mend in problem.mend
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "mend"),
    [
        (
            SITE[SITE.index("language_help") :],
            "",
            "1:7",
            "gives no notice that help with language is free",
            "45 CFR 92.11",
        ),
        (", alt: The notice in ten languages.", "", "7:7", "who cannot see this picture is not told", "add `alt:`"),
    ],
)
def test_what_is_worth_a_look_is_a_warning(file: Path, old: str, new: str, *, place: str, what: str, mend: str) -> None:
    (problem,) = told(file, old, new)
    assert str(problem).startswith(f"{file}:{place}: ")
    assert what in problem.what
    assert mend in f"{problem.what} {problem.mend}"
    assert problem.severity is Severity.WARNING


def test_a_demonstration_may_do_without_a_notice(file: Path) -> None:
    file.write_text("mode: demonstration\n")
    assert check_site(file) == ()


def test_each_picture_has_its_own_fault_and_one_that_does_not_fit_the_settings_hides_none(file: Path) -> None:
    file.write_text(
        f"{SITE}    - {{letter_px: 45, alt: A}}\n    - {{file: b.png, letter_px: 45, alt: B}}\n"
        "    - {file: page.png, letter_px: 30, alt: C}\n"
    )
    assert [(p.line, p.column) for p in check_site(file)] == [(8, 7), (9, 14), (10, 14)]


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (png_head(4001, 4000), "the picture is 4001 x 4000 pixels, not 1 to 16 million pixels"),
        (png_head(60_000, 60_000), "60000 x 60000"),
        (png_head(0, 10), "0 x 10"),
        (png_head(1000, 3001), "more than 3 times as high as wide"),
        (png_head(100, 100, 16, 2), "a rare kind of PNG"),
        (png_head(100, 100)[:-5], "the file is cut off"),
        (b"\xff\xd8\xff\xe0", "the file is cut off"),
        (b"", "neither a PNG nor a JPEG"),
    ],
    ids=["pixels", "bomb", "nothing", "strip", "deep", "cut", "cut jpeg", "empty"],
)
def test_what_no_decoder_should_see_is_refused(tmp_path: Path, head: bytes, what: str) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(head)
    with pytest.raises(PageError, match=what):
        read_page(path)
    page = examine(NoticePicture(str(path), 45), Screen())
    assert page.size is None
    assert page.fault is not None
    assert what in page.fault.what


def test_a_file_that_is_far_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(PageError, match="the file is larger than 8192 KiB"):
        read_page(path)


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_picture_is_read_whatever_its_name_ends_with(tmp_path: Path, ending: str) -> None:
    assert greys(*SIZE).save(str(tmp_path / f"a.{ending}"))
    path = (tmp_path / f"a.{ending}").rename(tmp_path / "page")
    assert read_page(path) == (path.read_bytes(), SIZE)


@pytest.mark.standard("F3")
def test_letters_that_are_just_large_enough_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(png_head(*SIZE))
    for diagonal in (10.0, 15.6, 27.0, 43.0, 100.0):
        screen = Screen(diagonal_inch=diagonal)
        enough = 20 * 25.4 / 72 * SIZE[0] / sheet_mm(screen)
        assert examine(NoticePicture(str(path), enough * 1.0001), screen).fault is None
        assert examine(NoticePicture(str(path), enough * 0.9999), screen).fault is not None


def test_a_picture_is_looked_for_beside_the_settings_wherever_the_kiosk_was_started(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for folder, asked in ((tmp_path, Path("site.yaml")), (elsewhere, Path("../site.yaml")), (Path("/"), file)):
        monkeypatch.chdir(folder)
        assert check_site(asked) == ()
        site, _ = load_site(asked)
        assert site.language_help is not None
        (found,) = site.language_help.pictures
        assert Path(found.file).is_absolute()
        assert Path(found.file).samefile(tmp_path / "page.png")


def test_the_compiled_twin_holds_nothing_of_the_pictures(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what a picture was at the first start nor where the kiosk was started then."""
    cache = tmp_path / "cache"
    cache.mkdir()
    monkeypatch.chdir(tmp_path)
    first = load_site(Path("site.yaml"), cache=cache)
    (tmp_path / "page.png").unlink()
    assert load_site(Path("site.yaml"), cache=cache) == first
    assert [p.what.split(": ")[-1] for p in check_site(file)] == ["there is no such picture"]
    # A copy of the settings elsewhere means the picture beside it, not the one beside the original.
    moved = tmp_path / "moved"
    moved.mkdir()
    (moved / "site.yaml").write_bytes(file.read_bytes())
    monkeypatch.chdir(moved)
    site, _ = load_site(Path("site.yaml"), cache=cache)
    assert site.language_help is not None
    assert site.language_help.pictures[0].file == str(moved / "page.png")
