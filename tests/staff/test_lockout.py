"""How long nobody may try a PIN: five tries, growing waits, and no restart that is a way around."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec
import pytest

from kiosk.staff.fault import Flaw
from kiosk.staff.lockout import LONGEST, STEP, Lockout, Lockouts, failed, passed, succeeded
from tests.staff.places import Place, full, read_only


def written(folder: Path) -> Lockout:
    return msgspec.json.decode((folder / "lockout.json").read_bytes(), type=Lockout)


def locked(folder: Path, failures: int = 5) -> Lockouts:
    """As it stands right after the last of so many wrong PINs."""
    lockouts = Lockouts(folder)
    for _ in range(failures):
        lockouts.pass_time(lockouts.left)
        lockouts.fail()
    return lockouts


def test_five_tries_then_half_a_minute_and_one_two_five_fifteen_minutes() -> None:
    lockout, waits = Lockout(), []
    for _ in range(12):
        lockout = failed(lockout)
        waits.append(lockout.left_seconds)
        lockout = passed(lockout, lockout.left_seconds)
    assert waits == [0, 0, 0, 0, 30, 60, 120, 300, 900, 900, 900, 900]
    assert succeeded(lockout) == Lockout()
    assert failed(succeeded(lockout)).left_seconds == 0


@pytest.mark.parametrize("seconds", [0.0, -5.0, -math.inf, math.inf, math.nan])
def test_only_honest_seconds_count(seconds: float) -> None:
    assert passed(Lockout(5, 30.0), seconds) == Lockout(5, 30.0)


def test_waiting_shortens_the_wait_and_forgets_no_wrong_pin() -> None:
    assert passed(Lockout(5, 30.0), 12.5) == Lockout(5, 17.5)
    assert passed(Lockout(5, 30.0), 31.0) == Lockout(5, 0.0)


def test_a_wrong_pin_in_a_wait_never_shortens_it() -> None:
    assert failed(Lockout(5, 500.0)) == Lockout(6, 500.0)


def test_every_wrong_pin_is_on_the_disk_at_once_and_a_right_one_ends_it_there(tmp_path: Path) -> None:
    lockouts = Lockouts(tmp_path)
    for failures in range(1, 5):
        lockouts.fail()
        assert (written(tmp_path), lockouts.left) == (Lockout(failures, 0.0), 0)
    lockouts.fail()
    assert (written(tmp_path), lockouts.left, lockouts.fault) == (Lockout(5, 30.0), 30, None)
    assert (tmp_path / "lockout.json").stat().st_mode & 0o777 == 0o600
    lockouts.pass_time(30)
    lockouts.succeed()
    assert (written(tmp_path), lockouts.failures) == (Lockout(), 0)


@pytest.mark.parametrize("failures", [5, 6, 7, 8, 9])
def test_a_restart_at_any_moment_never_makes_a_wait_longer_and_shortens_it_by_ten_seconds_at_most(
    tmp_path: Path, failures: int
) -> None:
    lockouts = locked(tmp_path, failures)
    for _ in range(lockouts.left * 2):
        again = written(tmp_path)
        assert 0 <= lockouts._now.left_seconds - again.left_seconds <= STEP
        assert again.failures == failures
        lockouts.pass_time(0.5)
    assert (lockouts.left, written(tmp_path).left_seconds) == (0, 0)


def test_a_restart_goes_on_with_the_wait_and_with_the_count(tmp_path: Path) -> None:
    locked(tmp_path, 6).pass_time(25)
    again = Lockouts(tmp_path)
    assert (again.left, again.failures) == (25, 6)
    again.pass_time(25)
    again.fail()
    assert again.left == 120


def test_a_wait_is_written_down_every_ten_seconds_and_not_more_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lockouts = locked(tmp_path, 7)
    writes: list[float] = []
    write = Lockouts._write

    def counted(self: Lockouts, left: float) -> None:
        writes.append(left)
        write(self, left)

    monkeypatch.setattr(Lockouts, "_write", counted)
    for _ in range(150):
        lockouts.pass_time(1)
    assert len(writes) <= 120 / STEP + 1
    assert writes[-1] == 0


def test_nothing_is_counted_while_the_kiosk_does_not_run(tmp_path: Path) -> None:
    locked(tmp_path, 9)
    assert [Lockouts(tmp_path).left for _ in range(3)] == [900, 900, 900]


CORRUPT = {
    "empty": b"",
    "half": b'{"failures":5,"left_sec',
    "zeros": bytes(64),
    "no text": b"\xff\xfe",
    "a list": b"[]",
    "a negative count": b'{"failures":-1,"left_seconds":0}',
    "a wait for ever": b'{"failures":5,"left_seconds":1e300}',
    "a wait below none": b'{"failures":5,"left_seconds":-30}',
    "words": b'{"failures":"none","left_seconds":0}',
    "another field": b'{"failures":0,"left_seconds":0,"open":true}',
}


@pytest.mark.parametrize("name", CORRUPT)
def test_a_corrupt_file_is_no_way_around_and_shuts_nobody_out_for_ever(tmp_path: Path, name: str) -> None:
    (tmp_path / "lockout.json").write_bytes(CORRUPT[name])
    lockouts = Lockouts(tmp_path)
    assert (lockouts.left, lockouts.fault and lockouts.fault.flaw) == (900, Flaw.CORRUPT)
    assert "kiosk staff clear-lock" in str(lockouts.fault)
    lockouts.pass_time(600)
    again = Lockouts(tmp_path)
    assert again.left == pytest.approx(300, abs=STEP)
    again.pass_time(300)
    again.succeed()
    assert (again.left, again.failures, again.fault) == (0, 0, None)


def test_a_file_deleted_beside_a_pin_gives_no_five_tries_anew(tmp_path: Path) -> None:
    (tmp_path / "staff-pin.json").touch()
    lockouts = Lockouts(tmp_path)
    assert (lockouts.left, lockouts.failures) == (30, 5)
    assert written(tmp_path) == Lockout(5, 30.0)


def test_a_first_start_without_a_pin_is_not_locked_and_writes_nothing(tmp_path: Path) -> None:
    lockouts = Lockouts(tmp_path / "state")
    assert (lockouts.left, lockouts.failures, lockouts.fault) == (0, 0, None)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_counts_as_corrupt(tmp_path: Path) -> None:
    (tmp_path / "lockout.json").mkdir()
    lockouts = Lockouts(tmp_path)
    assert (lockouts.left, lockouts.fault and lockouts.fault.flaw) == (900, Flaw.UNREADABLE)


@pytest.mark.parametrize("place", [read_only, full], ids=["read-only", "full"])
def test_where_nothing_can_be_written_the_wait_holds_in_memory_and_the_fault_is_told(
    tmp_path: Path, place: Place
) -> None:
    locked(tmp_path, 4)
    with place(tmp_path):
        lockouts = Lockouts(tmp_path)
        lockouts.fail()
        assert (lockouts.left, lockouts.fault and lockouts.fault.flaw) == (30, Flaw.UNWRITABLE)
        lockouts.pass_time(30)
        lockouts.fail()
        assert lockouts.left == 60
    lockouts.pass_time(60)
    lockouts.succeed()
    assert (written(tmp_path), lockouts.fault) == (Lockout(), None)


def test_a_full_disk_is_asked_once_a_step_and_not_each_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lockouts = locked(tmp_path)
    asked: list[Path] = []

    def refuse(path: Path, *_: object, **__: object) -> None:
        asked.append(path)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.keeping.keep", refuse)
    for _ in range(30):
        lockouts.pass_time(1)
    assert 1 <= len(asked) <= 4


def test_what_it_clears_from_outside_holds_at_once_in_the_kiosk_that_runs(tmp_path: Path) -> None:
    lockouts = locked(tmp_path, 9)
    Lockouts(tmp_path).clear()
    lockouts.pass_time(1)
    assert (lockouts.left, lockouts.failures) == (0, 0)
    lockouts.fail()
    assert (lockouts.left, written(tmp_path)) == (0, Lockout(1, 0.0))


@pytest.mark.parametrize("harm", ["delete", "garble"])
def test_harm_to_the_file_of_a_kiosk_that_runs_changes_nothing(tmp_path: Path, harm: str) -> None:
    lockouts = locked(tmp_path, 6)
    if harm == "delete":
        (tmp_path / "lockout.json").unlink()
    else:
        (tmp_path / "lockout.json").write_bytes(b"{}}")
    lockouts.pass_time(1)
    assert (lockouts.left, lockouts.failures) == (59, 6)
    assert written(tmp_path).failures == 6


def test_clearing_where_nothing_can_be_written_is_an_error(tmp_path: Path) -> None:
    lockouts = locked(tmp_path)
    with read_only(tmp_path), pytest.raises(OSError, match=r"lockout\.json cannot be written"):
        lockouts.clear()


def test_the_longest_wait_is_where_the_waits_end() -> None:
    assert failed(passed(LONGEST, 900)) == LONGEST
