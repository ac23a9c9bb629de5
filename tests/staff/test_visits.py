"""Visits today: one number, honest whatever the clock does, and nothing else in the file or about it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.staff.fault import Flaw
from kiosk.staff.visits import Visits
from tests.staff.places import Place, full, read_only

DAY = date(2026, 11, 23)
NEXT, YEAR = DAY + timedelta(1), DAY + timedelta(365)

CLOCKS = {
    "one day": ([DAY] * 4, DAY, 4),
    "the next day begins anew": ([DAY] * 4 + [NEXT], NEXT, 1),
    "yesterday is not counted today": ([DAY] * 4, NEXT, 0),
    "a year forward": ([DAY] * 3 + [YEAR] * 2, YEAR, 2),
    "a year forward and back": ([DAY] * 3 + [YEAR] * 2 + [DAY], DAY, 1),
    "a look a year ahead changes nothing": ([DAY] * 3, YEAR, 0),
    "backward at first": ([YEAR] * 3 + [DAY] * 2, DAY, 2),
    "there and back without a visit": ([DAY] * 3, DAY, 3),
    "the first day of all": ([date.min, date.min], date.min, 2),
    "the last day of all": ([date.max], date.max, 1),
}


@pytest.mark.parametrize("restarts", [False, True])
@pytest.mark.parametrize("name", CLOCKS)
def test_the_number_is_never_larger_than_the_visits_of_that_day(tmp_path: Path, name: str, restarts: bool) -> None:
    days, asked, expected = CLOCKS[name]
    visits = Visits(tmp_path)
    for day in days:
        visits = Visits(tmp_path) if restarts else visits
        visits.add(day)
    assert visits.today(asked) == Visits(tmp_path).today(asked) == expected <= days.count(asked)


def test_nothing_but_day_and_number_is_written_and_the_files_time_is_no_time_of_day(tmp_path: Path) -> None:
    visits = Visits(tmp_path)
    assert [visits.add(DAY), visits.add(DAY)] == [1, 2]
    state = visits.path.stat()
    assert [path.name for path in tmp_path.iterdir()] == ["visits.json"]
    assert msgspec.json.decode(visits.path.read_bytes()) == {"day": "2026-11-23", "count": 2}
    assert state.st_mtime % 86_400 == 0
    assert state.st_mtime == state.st_atime
    assert state.st_mode & 0o777 == 0o600


def test_looking_writes_nothing(tmp_path: Path) -> None:
    assert Visits(tmp_path / "state").today(DAY) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", bytes(40), b"[]", b'{"day":"2026-13-01","count":1}', b'{"day":"2026-11-23","count":-1}', b"\xff"),
        *(b'{"day":"2026-11-23","count":1e9}', b'{"day":"2026-11-23","count":"5"}', b'{"day":"2026-11-23"}'),
    ],
)
def test_a_corrupt_file_begins_anew_and_says_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "visits.json").write_bytes(data)
    visits = Visits(tmp_path)
    assert (visits.today(DAY), visits.fault and visits.fault.flaw) == (0, Flaw.CORRUPT)
    assert (visits.add(DAY), visits.fault) == (1, None)
    assert Visits(tmp_path).today(DAY) == 1


@pytest.mark.parametrize("place", [read_only, full], ids=["read-only", "full"])
def test_where_nothing_can_be_written_the_count_goes_on_in_memory_and_the_fault_is_told(
    tmp_path: Path, place: Place
) -> None:
    Visits(tmp_path).add(DAY)
    with place(tmp_path):
        visits = Visits(tmp_path)
        assert (visits.today(DAY), visits.fault) == (1, None)
        assert [visits.add(DAY), visits.add(DAY)] == [2, 3]
        assert (visits.today(DAY), visits.fault and visits.fault.flaw) == (3, Flaw.UNWRITABLE)
    assert Visits(tmp_path).today(DAY) == 1
    assert (visits.add(DAY), visits.fault) == (4, None)
    assert Visits(tmp_path).today(DAY) == 4


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "visits.json").mkdir()
    visits = Visits(tmp_path)
    assert (visits.today(DAY), visits.fault and visits.fault.flaw) == (0, Flaw.UNREADABLE)
