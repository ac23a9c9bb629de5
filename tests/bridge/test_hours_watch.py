"""The watch over the opening hours: it looks when something changes, and each minute."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QTimer

from kiosk.bridge.hours import HoursWatch
from kiosk.health.hours import Lit, Week

OFFICE: Week = (*[(7 * 60, 18 * 60)] * 5, None, None)
MONDAY = datetime(2026, 11, 23, 17, 59, 40)


class Wall:
    now = MONDAY
    right = True


@pytest.fixture
def wall() -> Wall:
    return Wall()


def watching(wall: Wall, week: Week = OFFICE) -> tuple[HoursWatch, list[Lit]]:
    heard: list[Lit] = []
    watch = HoursWatch(week, 10, lambda: wall.now, lambda: wall.right)
    watch.changed.connect(heard.append)
    watch.look()
    return watch, heard


def wait(watch: HoursWatch) -> float:
    """Seconds until it looks again; 0 for never."""
    (timer,) = watch.findChildren(QTimer)
    return timer.interval() / 1000 if timer.isActive() else 0


def test_it_looks_when_the_hours_change_and_says_so_once(qapp: object, wall: Wall) -> None:
    watch, heard = watching(wall)
    assert (watch.lit, heard) == (Lit.ON, [])
    assert wait(watch) == pytest.approx(20, abs=0.1)
    for later, lit in ((20, Lit.DIM), (40, Lit.DIM), (11 * 60, Lit.OFF), (14 * 3600, Lit.ON)):
        wall.now = MONDAY + timedelta(seconds=later)
        watch.look()
        assert watch.lit is lit
        assert 0 < wait(watch) <= 60
    assert heard == [Lit.DIM, Lit.OFF, Lit.ON]


def test_a_clock_that_is_set_is_seen_within_a_minute(qapp: object, wall: Wall) -> None:
    wall.now = MONDAY.replace(hour=12)
    watch, _ = watching(wall)
    assert wait(watch) == 60
    wall.now = MONDAY.replace(hour=3)
    watch.look()
    assert watch.lit is Lit.OFF


def test_a_clock_that_cannot_be_right_lights_the_glass(qapp: object, wall: Wall) -> None:
    wall.now = MONDAY.replace(hour=3)
    watch, heard = watching(wall)
    assert watch.lit is Lit.OFF
    wall.right = False
    watch.look()
    assert heard == [Lit.OFF, Lit.ON]


def test_without_hours_nobody_looks_at_the_clock_again(qapp: object, wall: Wall) -> None:
    watch, _ = watching(wall, [None] * 7)
    assert watch.lit is Lit.ON
    assert wait(watch) == 0
