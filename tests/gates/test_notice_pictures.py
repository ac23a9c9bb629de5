"""The demonstration site's pictures of its notice are as the script that draws them says, and large enough anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from kiosk import paths
from kiosk.deploy.notice import FOOT, HEADING, LETTER, PAGES, WIDTH, Pen, theme_colour
from kiosk.reading.heads import size_of
from kiosk.settings import Screen, load_site
from kiosk.settings.notice import examine

MOST_BYTES = 300 * 1024
SITES = paths.CONTENT / "sites"
SMALLEST = Screen(diagonal_inch=15.6)
ENGLISH = {"tl": "Tagalog", "fr": "French", "de": "German", "hi": "Hindi", "ur": "Urdu"}
ENGLISH |= {"fa": "Persian", "gu": "Gujarati", "ru": "Russian", "ja": "Japanese", "lo": "Lao"}


def test_the_site_shows_what_the_script_draws_and_says_how_large_it_is() -> None:
    site, _ = load_site(paths.DEMO_SITE)
    assert site.language_help is not None
    pictures = site.language_help.pictures
    assert [Path(picture.file).name for picture in pictures] == list(PAGES)
    assert {picture.letter_px for picture in pictures} == {LETTER} == {min(LETTER, HEADING)}
    assert sum(len(page) for page in PAGES.values()) == 10


@pytest.mark.parametrize("name", PAGES)
def test_a_picture_is_small_and_its_letters_are_large_enough_on_the_smallest_glass(name: str) -> None:
    site, _ = load_site(paths.DEMO_SITE)
    assert site.language_help is not None
    picture = next(p for p in site.language_help.pictures if Path(p.file).name == name)
    page = examine(picture, SMALLEST)
    assert page.fault is None
    assert page.size is not None
    assert page.size[0] == WIDTH
    assert (SITES / name).stat().st_size < MOST_BYTES
    assert size_of((SITES / name).read_bytes()) == page.size


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.standard("C1", "F3")
def test_who_cannot_see_it_is_told_the_same(name: str) -> None:
    site, _ = load_site(paths.DEMO_SITE)
    assert site.language_help is not None
    alt = next(p.alt for p in site.language_help.pictures if Path(p.file).name == name)
    assert FOOT in alt
    for words in PAGES[name]:
        assert ENGLISH[words.code] in alt


@pytest.mark.parametrize("name", PAGES)
def test_it_has_the_product_s_colours(name: str) -> None:
    with Image.open(SITES / name) as image:
        found = image.convert("RGB").tobytes()
    seen = {found[at : at + 3] for at in range(0, len(found), 3)}
    for colour in ("paper", "shell", "ink", "tide", "ink2"):
        wanted = bytes.fromhex(theme_colour(colour)[1:])
        assert min(max(abs(a - b) for a, b in zip(one, wanted, strict=True)) for one in seen) <= 3, colour


def test_a_line_that_is_too_long_or_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    french = PAGES["demo-notice-1.png"][1]
    pen = Pen(tmp_path)  # French is set in this project's own fonts: no package is needed
    assert pen.card(french)[1] > 3 * LETTER
    for lines, told in ((("long " * 20,), "is too long for one line"), (("日本語",), "the font cannot draw")):
        with pytest.raises(ValueError, match=told):
            pen.card(type(french)(french.code, french.name, lines))
