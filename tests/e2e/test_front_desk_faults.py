"""The same visit on a machine that is not well: its disk full or read-only, its clock leaping; and after hours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.staff.model import HoursAre, Rest, Touched
from kiosk.staff.pin import NAME
from tests.cli.launch import until
from tests.e2e.conftest import SITE
from tests.e2e.front import PIN, Desk, Front, fronted
from tests.e2e.hand import Hand
from tests.e2e.likeness import alike
from tests.staff.places import Place, full, read_only

CLOSED = "hours: {open: {sun: '12:00-12:01'}, dim_minutes: 0}"  # but for one minute a week
YEAR = 365 * 24 * 3600
LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))


def both_ways(front: Front) -> None:
    """A visit that is wiped from outside, and one that is wiped from the panel."""
    home = front.visit()
    front.reset()
    front.gone(home)
    front.begin()
    assert alike(front.visit(), home)
    front.open_panel()
    front.start_fresh()
    front.gone(home)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("place", "told"), [(full, {"state_readonly", "disk"}), (read_only, {"state_readonly"})], ids=["full", "read-only"]
)
def test_where_nothing_can_be_written_all_works_nothing_is_remembered_and_staff_are_told(
    qapp: object, hand: Hand, desk: Desk, place: Place, told: set[str]
) -> None:
    before = contents(desk.state)
    with place(desk.state):
        if os.access(desk.state, os.W_OK) and shutil.disk_usage(desk.state).free:
            pytest.skip("root may not mount here, so that no other process finds the disk so")
        inside = contents(desk.state)
        with fronted(hand, desk, SITE) as front:
            needs = front.needs(told)
            assert str(desk.state) in needs["state_readonly"]
            both_ways(front)
            front.done("pause")
            # Each had also begun anew. Counted in a thread that waits for the disk, told within seconds.
            assert until(lambda: front.status()["visits_today"] == 4, 30)
        assert contents(desk.state) == inside
    assert contents(desk.state) == before
    assert PIN not in str(before[NAME])


@pytest.fixture
def clock(tmp_path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """A file that says how wrong the clock on the wall is, and what makes a program believe it."""
    if not LIBRARIES:
        pytest.skip("needs faketime; `make check` installs it")
    file = tmp_path / "clock"
    file.write_text(f"-{YEAR}", encoding="ascii")
    yield (
        file,
        {
            "LD_PRELOAD": str(LIBRARIES[0]),
            "FAKETIME_TIMESTAMP_FILE": str(file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        },
    )


def test_a_clock_that_is_a_year_wrong_and_leaps_changes_nothing_but_what_staff_are_told(
    qapp: object, hand: Hand, desk: Desk, clock: tuple[Path, dict[str, str]]
) -> None:
    file, more = clock
    with fronted(hand, desk, SITE, more) as front:
        front.needs({"clock"})
        home = front.visit()
        for seconds in (f"+{YEAR}", f"-{YEAR}"):
            file.write_text(seconds, encoding="ascii")
            status = front.status()
            assert status["state"] == "visiting"
            assert status["uptime_seconds"] < YEAR / 2
        front.reset()
        front.gone(home)
        front.open_panel()
        file.write_text(f"+{YEAR}", encoding="ascii")
        front.start_fresh()
        front.gone(home)


def test_the_touch_that_wakes_a_dark_glass_presses_nothing(qapp: object, hand: Hand, desk: Desk) -> None:
    with fronted(hand, desk, SITE + CLOSED, rests=HoursAre(Rest.OFF)) as front:
        front.twin.do(HoursAre(Rest.NONE))
        at = front.twin.control("Español")
        front.twin.do(HoursAre(Rest.OFF))
        front.fresh("closed: the glass is dark")
        finger = front.hand.press(at)
        front.twin.do(Touched())
        woken = front.stage.same("a finger has woken the glass")
        assert not alike(woken, front.stage.first)
        front.hand.release(finger, at)
        front.stage.pause()
        assert front.status()["state"] == "attract"
        assert not alike(front.stage.tap("Español"), woken)
