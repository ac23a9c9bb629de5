"""What staff set outlives a restart; what does not fit falls back, is told, and takes nothing else with it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from kiosk.staff.fault import Flaw
from kiosk.staff.marks import Mark, Marks
from kiosk.staff.model import Rest
from tests.staff.places import Place, full, read_only

WIPED = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
ALL = Mark(Rest.PAUSED, 80, "zh-Hans", True, WIPED)


def test_everything_that_staff_set_is_there_after_a_restart(tmp_path: Path) -> None:
    assert Marks(tmp_path).now == Mark()
    marks = Marks(tmp_path)
    marks.put(rest=Rest.PAUSED, volume=80, first_language="zh-Hans", quiet=True, wiped=WIPED)
    assert marks.now == Marks(tmp_path).now == ALL
    marks.put(quiet=False)
    marks.put(rest=Rest.NONE, first_language="")
    assert Marks(tmp_path).now == Mark(Rest.NONE, 80, "", False, WIPED)
    assert (tmp_path / "desk.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("rest", list(Rest))
def test_of_the_rests_only_paused_and_out_of_order_outlive_a_restart(tmp_path: Path, rest: Rest) -> None:
    marks = Marks(tmp_path)
    marks.put(rest=Rest.PAUSED)
    marks.put(rest=rest)
    kept = rest if rest in (Rest.PAUSED, Rest.BROKEN) else Rest.NONE
    assert marks.now.rest is Marks(tmp_path).now.rest is kept


@pytest.mark.parametrize(("asked", "kept"), [(0, 20), (19, 20), (20, 20), (100, 100), (300, 100)])
def test_the_volume_stays_within_what_can_be_heard(tmp_path: Path, asked: int, kept: int) -> None:
    marks = Marks(tmp_path)
    marks.put(volume=asked)
    assert Marks(tmp_path).now.volume == kept


def test_what_is_already_so_is_not_written_again(tmp_path: Path) -> None:
    Marks(tmp_path).put(volume=None, rest=Rest.NONE)
    assert list(tmp_path.iterdir()) == []


WRONG: dict[str, tuple[object, ...]] = {
    "rest": ("cleaning", "dim", "off", "on fire", 5, None, ["paused"]),
    "volume": (19, 101, -1, "80", 80.5, True, [80], 10**30),
    "first_language": (5, None, ["en"], "e" * 36),
    "quiet": (0, "true", []),
    "wiped": ("yesterday", 5, "2026-13-01T00:00:00Z", True),
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_one_value_that_does_not_fit_falls_back_is_told_and_leaves_the_others(
    tmp_path: Path, name: str, value: object
) -> None:
    good = msgspec.to_builtins(ALL)
    (tmp_path / "desk.json").write_bytes(msgspec.json.encode({**good, name: str(value) if value == 10**30 else value}))
    marks = Marks(tmp_path)
    assert marks.now == msgspec.structs.replace(ALL, **{name: getattr(Mark(), name)})
    assert marks.fault
    assert (marks.fault.flaw, f"(`{name}`)" in marks.fault.what) == (Flaw.CORRUPT, True)
    marks.put(volume=55)
    assert [marks.fault, Marks(tmp_path).fault] == [None, None]


def test_what_an_older_or_a_newer_kiosk_wrote_is_read(tmp_path: Path) -> None:
    (tmp_path / "desk.json").write_bytes(b'{"rest":"broken","theme":"dark"}')
    marks = Marks(tmp_path)
    assert (marks.now, marks.fault) == (Mark(rest=Rest.BROKEN), None)


@pytest.mark.parametrize(
    "data", [b"", b"{", bytes(40), b"[]", b"null", b"\xff\xfe", b'{"rest":"paused"}}', b"[" * 5000]
)
def test_a_corrupt_file_is_told_and_the_site_s_settings_hold(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "desk.json").write_bytes(data)
    marks = Marks(tmp_path)
    assert (marks.now, marks.fault and marks.fault.flaw) == (Mark(), Flaw.CORRUPT)


@pytest.mark.parametrize("place", [read_only, full], ids=["read-only", "full"])
def test_where_nothing_can_be_written_it_holds_in_memory_and_the_fault_is_told(tmp_path: Path, place: Place) -> None:
    Marks(tmp_path).put(volume=80)
    with place(tmp_path):
        marks = Marks(tmp_path)
        assert (marks.now.volume, marks.fault) == (80, None)
        marks.put(rest=Rest.BROKEN)
        assert (marks.now.rest, marks.fault and marks.fault.flaw) == (Rest.BROKEN, Flaw.UNWRITABLE)
    assert Marks(tmp_path).now == Mark(volume=80)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "desk.json").mkdir()
    marks = Marks(tmp_path)
    assert (marks.now, marks.fault and marks.fault.flaw) == (Mark(), Flaw.UNREADABLE)
