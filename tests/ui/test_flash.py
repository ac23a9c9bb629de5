"""Nothing flashes: the general flash rule on the frames of the real window, at the times they were shown."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QElapsedTimer

from kiosk.session.hands import QUIET
from kiosk.settings.model import Screen
from tests.ui import flash, ink
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import explorer
from tests.ui.planting import plant

SMALL = (432, 768)
"""Two fifths of the design's glass, so that a frame is drawn and judged in little time; it stands for 27 inches."""
QUICK = QUIET + 0.03
"""Seconds between two touches of the quickest visitor whose every touch acts."""

Act = Callable[[], object]


@pytest.fixture
def moving(open_kiosk: OpenKiosk) -> Driver:
    """The first screen with all its motion."""
    driver = open_kiosk(SMALL, less_motion=False)
    driver.window.requestActivate()
    driver.until(driver.window.isActive)
    return driver


def field(driver: Driver) -> tuple[int, int]:
    screen = Screen()
    wide, high = driver.window.width(), driver.window.height()
    return flash.block(wide, screen.diagonal_inch * 25.4 * wide / math.hypot(wide, high), screen.viewing_distance_mm)


def film(driver: Driver, acts: Sequence[Act], every: float, after: float = 1.2) -> list[flash.Frame]:
    """Frame after frame, while something is done every so many seconds and for `after` seconds more."""
    clock = QElapsedTimer()
    clock.start()
    frames: list[flash.Frame] = []
    left = list(acts)
    end = len(left) * every + after
    while (now := clock.nsecsElapsed() / 1e9) < end:
        if left and now >= (len(acts) - len(left)) * every:
            left.pop(0)()
        driver.frame()
        frames.append(flash.frame(clock.nsecsElapsed() / 1e9, ink.pixels(driver.window.grabWindow())))
    assert not left
    assert len(frames) > 10 * end, "too few frames to see what moves"
    return frames


def flashes(driver: Driver, frames: list[flash.Frame]) -> str:
    """What is wrong with these frames; empty when nothing is."""
    count, when = flash.most(frames, field(driver))
    return f"{count} changes in the second before {when:.2f} s" if count > flash.ALLOWED else ""


# --- what moves by itself and by touch ---


@pytest.mark.standard("B9", "C10")
def test_the_first_screen_is_calm(moving: Driver) -> None:
    assert flash.most(film(moving, [], 0, after=2.5), field(moving))[0] == 0


@pytest.mark.standard("B9", "C10")
def test_pages_that_change_as_quickly_as_anybody_can_touch_are_calm(moving: Driver) -> None:
    kiosk = moving.kiosk
    acts: list[Act] = [partial(kiosk.chooseLanguage, "en")]
    for topic in moving.catalog.book("en").topics[:5]:
        acts += [partial(kiosk.openTopic, topic.id), kiosk.goHome]
    assert flashes(moving, film(moving, acts, QUICK)) == ""


@pytest.mark.standard("B9", "C10")
def test_parts_tabs_and_sheets_that_open_are_calm(moving: Driver) -> None:
    kiosk = moving.kiosk
    kiosk.chooseLanguage("en")
    kiosk.openTopic("report")
    acts: list[Act] = [partial(kiosk.chooseTab, tab) for tab in ("suspicious", "benign", "probably_benign") * 2]
    acts += [kiosk.showLanguages, kiosk.closeOverlay] * 2
    assert flashes(moving, film(moving, acts, QUICK)) == ""


@pytest.mark.parametrize("every", [QUICK, 0.45, 0.55])
@pytest.mark.standard("B9", "C10")
def test_light_and_dark_pages_in_turn_are_calm(moving: Driver, every: float) -> None:
    kiosk = moving.kiosk
    kiosk.chooseLanguage("en")
    assert flashes(moving, film(moving, [kiosk.openExplorer, kiosk.goHome] * 4, every)) == ""


@pytest.mark.standard("B9", "C10")
def test_rings_spots_and_pictures_that_appear_are_calm(moving: Driver) -> None:
    kiosk = moving.kiosk
    kiosk.chooseLanguage("en")
    kiosk.openExplorer()
    at = explorer(moving)
    pair = str(at.pairs.data(at.pairs.index(0, 0), 256))
    acts: list[Act] = [*[at.toggleRings] * 4, *[at.nextSpot] * 5, *[at.toggleLens] * 2]
    acts += [partial(at.openPair, pair), partial(at.setLayout, "wipe"), partial(at.setLayout, "side")]
    acts += [at.startGuide, at.nextStep, at.nextStep, partial(at.showMode, "sizes"), at.toggleTrueSize]
    assert flashes(moving, film(moving, acts, QUICK)) == ""


# --- twins ---

BLINKING = """
import QtQuick
Rectangle {{
    width: {wide}; height: {high}; color: "black"
    Timer {{ interval: {ms}; running: true; repeat: true
        onTriggered: parent.color = Qt.colorEqual(parent.color, "black") ? "{light}" : "black" }}
}}
"""


def blink(driver: Driver, hertz: float, size: tuple[int, int], light: str = "white") -> list[flash.Frame]:
    plant(driver, BLINKING.format(wide=size[0], high=size[1], ms=round(500 / hertz), light=light))
    return film(driver, [], 0, after=1.6)


def test_an_item_that_blinks_ten_times_a_second_is_caught(moving: Driver) -> None:
    assert "changes in the second" in flashes(moving, blink(moving, 10, (160, 160)))


@pytest.mark.parametrize(
    ("hertz", "size", "light"),
    [(2, (300, 300), "white"), (10, (32, 32), "white"), (10, (300, 300), "#383838")],
    ids=["slow", "small", "hardly changing"],
)
def test_what_is_slow_small_or_faint_is_no_flash(
    moving: Driver, hertz: float, size: tuple[int, int], light: str
) -> None:
    assert flashes(moving, blink(moving, hertz, size, light)) == ""


# --- the rule alone ---

FIELD = (10, 10)


def lights(hertz: float, low: float, high: float, part: float = 1.0, seconds: float = 2.0) -> list[flash.Frame]:
    """Frames of 20 x 20 cells at 60 Hz, of which the left part goes up and down in steps."""
    frames = []
    for number in range(round(60 * seconds)):
        light = np.full((20, 20), low)
        if int(number / 60 * hertz * 2) % 2:
            light[:, : round(20 * part)] = high
        frames.append(flash.Frame(number / 60, light))
    return frames


@pytest.mark.parametrize(
    ("frames", "caught"),
    [
        (lights(2.9, 0.1, 0.9), False),
        (lights(3.6, 0.1, 0.9), True),
        (lights(10, 0.1, 0.9), True),
        (lights(30, 0.1, 0.9), True),
        (lights(10, 0.1, 0.19), False),  # too little change
        (lights(10, 0.1, 0.21), True),
        (lights(10, 0.82, 0.99), False),  # never dark
        (lights(10, 0.7, 0.85), True),
        (lights(10, 0.1, 0.9, part=0.1), False),  # a fifth of a field
        (lights(10, 0.1, 0.9, part=0.15), True),  # three tenths
    ],
)
def test_the_rule_draws_its_line_where_the_standard_does(frames: list[flash.Frame], caught: bool) -> None:
    assert (flash.most(frames, FIELD)[0] > flash.ALLOWED) is caught


def test_a_grainy_picture_carried_along_is_no_flash_but_one_that_goes_on_and_off_is() -> None:
    grain = np.random.default_rng(7).uniform(0, 0.6, (20, 300))
    carried = [flash.Frame(n / 60, grain[:, 2 * n : 2 * n + 20]) for n in range(120)]
    blinking = [flash.Frame(n / 60, grain[:, :20] * (n // 3 % 2)) for n in range(120)]
    assert flash.most(carried, FIELD)[0] <= flash.ALLOWED
    assert flash.most(blinking, FIELD)[0] > flash.ALLOWED


def test_a_field_is_ten_degrees_at_the_sites_distance() -> None:
    rows, columns = flash.block(1080, 336, 600)
    assert (4 * columns, 4 * rows) == (336, 252)  # about 341 x 256
