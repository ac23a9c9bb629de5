"""When the clock is not believed, as stories of looks at it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.health.clock import RELEASED, Clock, looked, wrong

TODAY = RELEASED + timedelta(days=500)
HOUR = 3600.0


def lives(clock: Clock, wall: datetime, hours: float, running: float = 0.0) -> tuple[Clock, datetime, float]:
    """Looks once an hour at a clock that goes as it should."""
    clock = looked(clock, wall, running)
    for _ in range(round(hours)):
        wall, running = wall + timedelta(hours=1), running + HOUR
        clock = looked(clock, wall, running)
    return clock, wall, running


def test_a_clock_that_goes_is_believed_and_its_newest_time_is_remembered() -> None:
    clock, wall, _ = lives(Clock(), TODAY, 1000)
    assert not wrong(clock)
    assert clock.newest == wall


def test_nothing_is_believed_before_the_first_look() -> None:
    assert wrong(Clock())


@pytest.mark.parametrize("wall", [RELEASED - timedelta(seconds=1), RELEASED.replace(year=1970)])
def test_a_time_before_this_version_was_made_is_wrong_for_ever(wall: datetime) -> None:
    clock, _, _ = lives(Clock(), wall, 24 if wall.year == 1970 else 0)
    assert wrong(clock)
    assert clock.newest is None


@pytest.mark.parametrize(("back", "told"), [(timedelta(hours=23), False), (timedelta(hours=25), True)])
def test_a_start_long_before_what_was_seen_last_is_doubted(back: timedelta, told: bool) -> None:
    clock = looked(Clock(newest=TODAY), TODAY - back, 10)
    assert wrong(clock) is told
    assert clock.newest == TODAY


def test_a_start_long_after_is_believed() -> None:
    assert not wrong(looked(Clock(newest=TODAY), TODAY + timedelta(days=400), 10))


@pytest.mark.parametrize("jump", [timedelta(days=365), timedelta(days=-365), timedelta(minutes=61)])
def test_a_jump_is_doubted_for_half_a_day_and_then_believed(jump: timedelta) -> None:
    clock, wall, running = lives(Clock(), TODAY, 5)
    clock, wall, running = lives(clock, wall + jump, 11, running)
    assert wrong(clock)
    clock, wall, running = lives(clock, wall, 1, running)
    assert not wrong(clock)
    assert clock.newest == wall


def test_a_year_forward_and_back_again_leaves_no_doubt_behind() -> None:
    clock, wall, running = lives(Clock(), TODAY, 5)
    clock, wall, running = lives(clock, wall + timedelta(days=365), 1, running)
    clock, wall, running = lives(clock, wall - timedelta(days=365), 13, running)
    assert not wrong(clock)
    assert clock.newest == wall
    assert not wrong(looked(Clock(newest=clock.newest), wall, 1))


@pytest.mark.parametrize("step", [timedelta(minutes=59), timedelta(minutes=-59)])
def test_a_small_step_is_none(step: timedelta) -> None:
    clock, wall, running = lives(Clock(), TODAY, 5)
    assert not wrong(looked(clock, wall + step, running))


def test_a_machine_that_slept_has_not_jumped() -> None:
    clock, wall, running = lives(Clock(), TODAY, 5)
    assert not wrong(looked(clock, wall + timedelta(days=3), running + 3 * 24 * HOUR))


def test_a_clock_that_is_set_from_1970_to_now_is_right_at_once() -> None:
    clock = looked(Clock(newest=TODAY), RELEASED.replace(year=1970), 10)
    assert wrong(clock)
    assert not wrong(looked(clock, TODAY + timedelta(days=1), 20))
    assert wrong(looked(clock, TODAY - timedelta(days=2), 20))
