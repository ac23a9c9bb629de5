"""On every glass of the list: letters, targets and the gaps between them are as large as people need them."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication

from kiosk import paths
from kiosk.bridge.eye import faults
from kiosk.settings.model import Screen
from tests.ui.conftest import OpenKiosk, SceneOf, sampled
from tests.ui.driver import Driver
from tests.ui.millimetres import (
    bar_slots,
    least_capitals,
    lost,
    narrow_gaps,
    px_per_mm,
    small_letters,
    small_targets,
)
from tests.ui.places import places

HD, UHD = (1920, 1080), (3840, 2160)
GLASSES = {"15.6": (15.6, HD), "21.5": (21.5, HD), "23.8": (23.8, HD), "32": (32.0, HD)}
FINE = {"27": (27.0, UHD), "32": (32.0, UHD), "43": (43.0, UHD)}
"""Slow to paint without a graphics card: a few places stand for all."""
SAMPLE = ("first screen", "home", "ease of use", "report", "explorer, spot 1", "explorer, look, larger", "warning")
EACH = {
    ("15.6", True, 200),
    ("15.6", False, 100),
    ("21.5", True, 100),
    ("23.8", False, 200),
    ("32", True, 200),
    ("32", False, 100),
}
"""Each glass, both ways and both sizes of text."""
DISTANCES = (500, 600, 700)
"""Millimeters from the eyes to the glass."""
WORST = ("es",)
"""The languages with the longest words."""
UPRIGHT = pytest.mark.parametrize("upright", [True, False], ids=["portrait", "landscape"])


def measured(driver: Driver, screen: Screen, language: str, percent: int, only: tuple[str, ...] = ()) -> list[str]:
    """Each fault once, with the first place that has it. `only`: the places to look at; all where it is empty."""
    seen: dict[str, list[str]] = {}
    slots: dict[tuple[tuple[float, ...], ...], str] = {}
    count = 0
    for place in places(driver, language, percent):
        if only and place not in only:
            continue
        scene = driver.lay_out()
        for fault in [
            *small_letters(scene, screen, percent),
            *small_targets(scene, screen),
            *narrow_gaps(scene, screen),
            *lost(scene),
            *faults(scene),
        ]:
            seen.setdefault(fault, []).append(place)
        if bar := bar_slots(scene):
            slots.setdefault(bar, place)
        count += 1
    assert count == len(only) if only else count > 40
    told = [f"{fault} ({there[0]}, and {len(there) - 1} more)" for fault, there in seen.items()]
    return told if len(slots) == 1 else [*told, f"the bar is not the same everywhere: {slots}"]


def turned(size: tuple[int, int], upright: bool) -> tuple[int, int]:
    return (size[1], size[0]) if upright else size


@pytest.mark.parametrize(("name", "upright", "percent"), sampled(product(GLASSES, (True, False), (100, 200)), EACH))
@pytest.mark.standard("A8", "C15", "E1", "E3", "E4")
def test_letters_targets_and_gaps_are_large_enough(
    open_kiosk: OpenKiosk, name: str, upright: bool, percent: int
) -> None:
    inches, size = GLASSES[name]
    screen = Screen(diagonal_inch=inches)
    driver = open_kiosk(turned(size, upright), screen=screen)
    lines = measured(driver, screen, "es", percent)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("distance", [500, 700])
@UPRIGHT
@pytest.mark.parametrize("name", GLASSES)
@pytest.mark.standard("A9", "E3", "E4")
def test_the_largest_words_are_as_large_as_the_distance_asks(
    open_kiosk: OpenKiosk, name: str, upright: bool, distance: int
) -> None:
    inches, size = GLASSES[name]
    screen = Screen(diagonal_inch=inches, viewing_distance_mm=distance)
    driver = open_kiosk(turned(size, upright), screen=screen)
    lines = measured(driver, screen, "es", 200, SAMPLE)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("percent", [100, 200])
@UPRIGHT
@pytest.mark.parametrize("name", FINE)
@pytest.mark.standard("A9", "C15", "E1")
def test_they_are_on_fine_glasses_too(open_kiosk: OpenKiosk, name: str, upright: bool, percent: int) -> None:
    inches, size = FINE[name]
    screen = Screen(diagonal_inch=inches, viewing_distance_mm=700)
    driver = open_kiosk(turned(size, upright), screen=screen)
    lines = measured(driver, screen, "en", percent, SAMPLE)
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("language", WORST)
@pytest.mark.standard("C5", "E1")
def test_the_worst_case_loses_nothing(open_kiosk: OpenKiosk, language: str) -> None:
    """The smallest glass, upright, the longest words, the largest size, and people far from it."""
    screen = Screen(diagonal_inch=15.6, viewing_distance_mm=700)
    driver = open_kiosk(turned(HD, upright=True), screen=screen)
    lines = measured(driver, screen, language, 200)
    assert not lines, "\n".join(lines)


# --- the ruler itself ---

GLASS = Screen(diagonal_inch=10.0)
"""Of the window that faults are planted in: 400 x 400 pixels, 2.227 to a millimeter."""
TARGETS = "Item { Target { width: %d; height: %d } Target { x: %d; width: 60; height: 60 } }"
PX = 400 * 2**0.5 / 254


def pixels(mm: float) -> int:
    return round(mm * PX)


def test_a_target_of_19_mm_is_named_and_one_of_20_is_not(scene_of: SceneOf) -> None:
    for wide, high, told in ((20, 20, 0), (19, 20, 1), (20, 19, 1), (25, 19, 1)):
        scene = scene_of(TARGETS % (pixels(wide), pixels(high), 200))
        assert px_per_mm(scene, GLASS) == pytest.approx(PX)
        found = list(small_targets(scene, GLASS))
        assert len(found) == told, found


def test_a_gap_of_2_mm_is_named_and_one_of_3_is_not(scene_of: SceneOf) -> None:
    for gap, told in ((3, 0), (2, 1), (-5, 1)):
        scene = scene_of(TARGETS % (60, 60, 60 + pixels(gap)))
        found = list(narrow_gaps(scene, GLASS))
        assert len(found) == told, found


def words(px: int, text: str = "Words") -> str:
    return f'Words {{ font.pixelSize: {px}; text: "{text}" }}'


@pytest.fixture(autouse=True)
def letters(qapp: QGuiApplication) -> None:
    """The face of the planted words, also where no kiosk has loaded it before."""
    assert QFontDatabase.addApplicationFont(str(paths.ASSETS / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf")) >= 0


@pytest.mark.parametrize(("mm", "told"), [(4.4, 1), (4.7, 1), (4.9, 0)])
def test_capitals_of_4_7_mm_are_named_and_those_of_4_8_are_not(scene_of: SceneOf, mm: float, told: int) -> None:
    """On a glass of 10 inches a pixel is 0.45 mm: the finer one has 20 of them to a millimeter."""
    fine = Screen(diagonal_inch=10.0 * PX / 20)
    scene = scene_of(words(round(mm * 20 / 0.668)))
    assert len(list(small_letters(scene, fine, 100))) == told


def test_at_the_largest_size_the_distance_decides(scene_of: SceneOf) -> None:
    scene = scene_of(words(round(7.0 * PX / 0.668)))
    near, far = (Screen(diagonal_inch=10.0, viewing_distance_mm=mm) for mm in (500, 700))
    assert [round(least_capitals(Screen(viewing_distance_mm=mm), 200), 2) for mm in DISTANCES] == [6.11, 7.33, 8.55]
    assert list(small_letters(scene, near, 200)) == []
    assert len(list(small_letters(scene, far, 200))) == 1
    assert list(small_letters(scene, far, 150)) == []


def test_a_page_that_goes_on_without_saying_so_is_named(scene_of: SceneOf) -> None:
    scene = scene_of("Flickable { width: 90; height: 90; contentHeight: 400 }")
    assert len(list(lost(scene))) == 1


def test_a_bar_that_takes_half_of_the_glass_is_named(scene_of: SceneOf) -> None:
    bar = "Item { component VisitBar: Rectangle {} VisitBar { y: %d; width: 400; height: 190 } }"
    assert [len(list(lost(scene_of(bar % y)))) for y in (190, 210)] == [1, 0]
