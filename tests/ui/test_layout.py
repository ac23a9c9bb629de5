"""Every page in every size: no word is cut, broken, covered or drawn over another."""

from __future__ import annotations

from itertools import product

import pytest

from kiosk.bridge.eye import broken_words, faults
from kiosk.catalog import Catalog
from kiosk.session.model import SetComfort
from kiosk.settings.model import Screen
from tests.ui import named
from tests.ui.conftest import ALL, EXHAUSTIVE, ORIENTATIONS, OpenKiosk, sampled
from tests.ui.driver import Driver
from tests.ui.places import places

PERCENTS = (100, 125, 150, 200)
SAMPLE = {
    ("portrait", "en", 100),
    ("portrait", "zh-Hans", 125),
    ("portrait", "vi", 150),
    ("portrait", "ar", 200),
    ("landscape", "ko", 100),
    ("landscape", "es", 125),
    ("landscape", "ar", 150),
    ("landscape", "vi", 200),
}
SMALL_SAMPLE = (
    ("portrait", "vi", 200),  # the longest words at the largest size on the narrowest glass
    ("landscape", "es", 200),
    ("portrait", "ar", 100),
    ("landscape", "ko", 100),
)
UNBROKEN = ("zh-Hans",)
"""Written without spaces: a line may end after any character."""
SMALLEST = Screen(diagonal_inch=15.6)  # where a millimetre is the most pixels
LARGEST_WORDS = 200


def told(driver: Driver, language: str, percent: int, *, high_contrast: bool = False, words: bool = True) -> list[str]:
    """Each fault once, with the places that have it; `words` asks for broken words too."""
    seen: dict[str, list[str]] = {}
    count = 0
    for place in places(driver, language, percent, high_contrast=high_contrast):
        scene = driver.lay_out()
        for fault in [*faults(scene), *(broken_words(scene) if words else ())]:
            seen.setdefault(fault, []).append(place)
        count += 1
    assert count > 40
    return [f"{fault} ({there[0]}, and {len(there) - 1} more)" for fault, there in seen.items()]


def test_the_sample_has_each_size_both_ways_and_each_language() -> None:
    asked = [(orientation, percent) for orientation, _, percent in SAMPLE]
    assert sorted(asked) == sorted(product(ORIENTATIONS, PERCENTS))
    assert {language for _, language, _ in SAMPLE} == set(ALL)


@pytest.mark.parametrize(("orientation", "language", "percent"), sampled(product(ORIENTATIONS, ALL, PERCENTS), SAMPLE))
@pytest.mark.standard("A18", "C5", "F7")
def test_every_word_can_be_read(open_kiosk: OpenKiosk, orientation: str, language: str, percent: int) -> None:
    lines = told(open_kiosk(ORIENTATIONS[orientation]), language, percent, words=language not in UNBROKEN)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize(("orientation", "language", "percent"), SMALL_SAMPLE)
@pytest.mark.standard("C5")
def test_every_word_can_be_read_on_the_smallest_glass(
    open_kiosk: OpenKiosk, orientation: str, language: str, percent: int
) -> None:
    """At 200 % a long word may go on in the next line there: the glass is 640 design pixels wide."""
    driver = open_kiosk(ORIENTATIONS[orientation], screen=SMALLEST)
    lines = told(driver, language, percent, words=percent < LARGEST_WORDS)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize(("language", "percent"), [("ko", 100), ("ar", 200)])
@pytest.mark.standard("C5")
def test_every_word_can_be_read_in_high_contrast(open_kiosk: OpenKiosk, language: str, percent: int) -> None:
    lines = told(open_kiosk(), language, percent, high_contrast=True)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("diagonal", [15.6, 27.0])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_every_word_of_the_closed_page_can_be_read(
    open_kiosk: OpenKiosk, closed: Catalog, orientation: str, diagonal: float
) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation], closed, screen=Screen(diagonal_inch=diagonal))
    assert len(driver.texts()) == 6
    lines = [*faults(driver.look()), *broken_words(driver.look())]
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("share", [1, pytest.param(2, marks=EXHAUSTIVE)])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_page_stands_as_before_when_it_was_made_larger_and_back(
    open_kiosk: OpenKiosk, orientation: str, share: int
) -> None:
    """Nothing keeps a size or a place that it had in between; but a sheet under a picture keeps its height.

    Every other place on a glass that stands, the rest on one that lies; then the other way round (`share`).
    """
    driver = open_kiosk(ORIENTATIONS[orientation])
    lines: list[str] = []
    for number, place in enumerate(places(driver, "en"), list(ORIENTATIONS).index(orientation) + share):
        if number % 2 or (place.startswith("explorer") and "size" not in place.split(", ")[-1]):
            continue
        before = places_of(driver)
        for percent, high_contrast in ((200, False), (100, True), (100, False)):
            driver.kiosk.send(SetComfort(text_percent=percent, high_contrast=high_contrast))
            driver.lay_out()
        after = places_of(driver)
        moved = next((one for one, other in zip(before, after, strict=False) if one != other), None)
        if before != after:
            lines.append(f"{place}: {moved}")
    assert not lines, "\n".join(lines)


def places_of(driver: Driver) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(n.kind, n.text, tuple(round(value) for value in n.rect)) for n in driver.settle().nodes]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ALL)
def test_the_sign_of_a_row_stands_on_its_first_line(open_kiosk: OpenKiosk, language: str, percent: int) -> None:
    driver = open_kiosk()
    driver.start(language)
    driver.large_text(percent)
    driver.open("report")
    rows = [i for i in named.items(driver.window.contentItem()) if i.property("needs") is not None]
    assert len(rows) > 5
    for row in rows:
        head, words = (i for i in row.childItems() if i.property("baselineOffset") and i.property("text"))
        baselines = [i.y() + i.property("baselineOffset") for i in (head, words)]
        assert baselines[0] == pytest.approx(baselines[1], abs=1)
        assert head.y() >= 0
