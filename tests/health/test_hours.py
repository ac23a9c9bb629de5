"""When the glass is lit, as a table of weeks and times."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.health.hours import ALWAYS, Lit, Week, light

OFFICE: Week = (*[(7 * 60, 18 * 60)] * 5, None, None)
NIGHTS: Week = (None, None, None, None, (20 * 60, 26 * 60), (20 * 60, 26 * 60), (20 * 60, 26 * 60))
"""Friday to Sunday, until two in the morning: the last night ends on Monday."""
MONDAY = datetime(2026, 11, 23)
DIM = 10.0


def at(day: int, clock: str) -> datetime:
    """So many days after that Monday."""
    hours, minutes = clock.split(":")
    return MONDAY + timedelta(days=day, hours=int(hours), minutes=int(minutes))


@pytest.mark.parametrize(
    ("week", "day", "clock", "lit", "minutes"),
    [
        (OFFICE, 0, "06:59", Lit.OFF, 1),
        (OFFICE, 0, "07:00", Lit.ON, 660),
        (OFFICE, 0, "17:59", Lit.ON, 1),
        (OFFICE, 0, "18:00", Lit.DIM, 10),
        (OFFICE, 0, "18:09", Lit.DIM, 1),
        (OFFICE, 0, "18:10", Lit.OFF, 12 * 60 + 50),
        (OFFICE, 4, "18:10", Lit.OFF, 2 * 1440 + 12 * 60 + 50),
        (OFFICE, 6, "12:00", Lit.OFF, 19 * 60),
        (NIGHTS, 4, "20:00", Lit.ON, 360),
        (NIGHTS, 5, "01:59", Lit.ON, 1),
        (NIGHTS, 5, "02:00", Lit.DIM, 10),
        (NIGHTS, 0, "01:00", Lit.ON, 60),
        (NIGHTS, 0, "02:05", Lit.DIM, 5),
        (NIGHTS, 0, "02:10", Lit.OFF, 4 * 1440 + 17 * 60 + 50),
        ([(0, 1440)] * 7, 3, "12:00", Lit.ON, None),
        ([None] * 7, 3, "12:00", Lit.ON, None),
    ],
)
def test_the_light_by_the_clock(week: Week, day: int, clock: str, lit: Lit, minutes: float | None) -> None:
    assert light(week, DIM, at(day, clock)) == (lit, minutes)


def test_without_hours_it_is_always_lit() -> None:
    assert light([None] * 7, DIM, MONDAY) == ALWAYS


def test_without_dimming_it_goes_off_at_once() -> None:
    assert light(OFFICE, 0, at(0, "18:00")) == (Lit.OFF, 13 * 60)


def test_dimming_ends_where_it_opens_again() -> None:
    week: Week = ((600, 720), *[None] * 5, (0, 23 * 60 + 55))
    assert light(week, 700, at(6, "23:55")) == (Lit.DIM, 605)
    assert light(week, 700, at(0, "10:00")) == (Lit.ON, 120)


@pytest.mark.parametrize("week", [OFFICE, NIGHTS, [(0, 1440), None, (600, 601), (1439, 2879), None, None, (30, 40)]])
def test_what_it_says_of_the_next_change_is_true_at_every_minute_of_the_week(week: Week) -> None:
    lights = [light(week, DIM, MONDAY + timedelta(minutes=minute)) for minute in range(7 * 1440)]
    for minute, (lit, wait) in enumerate(lights):
        assert wait is not None
        after = lights[(minute + int(wait)) % len(lights)].lit
        assert after is not lit
        before = lights[(minute + int(wait) - 1) % len(lights)].lit
        assert before is lit
