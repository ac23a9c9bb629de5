"""The kiosk looks after itself: hours, command, clock, disk and last end reach staff in the words of the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.bridge import upkeep as module
from kiosk.bridge.library import Library
from kiosk.bridge.upkeep import Upkeep
from kiosk.health import clock
from kiosk.health.crash import RUNNING
from kiosk.health.facts import Disk, Pin
from kiosk.settings.model import Desk, Hours
from kiosk.staff.model import Held, Pause, Resume, Touched
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.staff import keep_in

MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC).astimezone()
"""At noon in Greenwich; a clock of this machine's own time zone."""
MIB = 1024 * 1024


class Kept:
    """A kiosk and its upkeep, with clocks that a test moves."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.driver = driver
        self.wall = MONDAY
        self.running = 1000.0
        self.upkeep = Upkeep(driver.shell, folder, wall=lambda: self.wall.astimezone(UTC), running=lambda: self.running)

    def until(self, true: Callable[[], bool]) -> None:
        self.driver.until(true)

    @property
    def told(self) -> list[str]:
        return [need.id for need in self.upkeep.needs]

    def look(self, later: timedelta = timedelta()) -> None:
        """So much later the kiosk looks around, and at its clock."""
        self.wall += later
        self.running += later.total_seconds()
        self.driver.now += later.total_seconds()
        self.upkeep.look()
        self.upkeep._hours.look()


@pytest.fixture
def keep(open_kiosk: OpenKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Kept]]:
    """Starts the upkeep of a kiosk whose PIN is set."""
    monkeypatch.setattr(module, "_pin", lambda _: Pin.SET)
    made: list[Kept] = []

    def start(folder: Path = tmp_path / "state", **settings: object) -> Kept:
        made.append(Kept(open_kiosk(**settings), folder))
        return made[-1]

    yield start
    for each in made:
        each.upkeep.close()


def test_a_kiosk_that_is_well_needs_nobody_and_ends_without_a_mark(keep: Callable[..., Kept], tmp_path: Path) -> None:
    kept = keep()
    mark = tmp_path / "state" / RUNNING
    kept.until(mark.exists)
    kept.until((tmp_path / "state" / clock.NAME).exists)
    assert kept.told == []
    assert kept.driver.kiosk.desk.well
    kept.upkeep.close()
    assert not mark.exists()


def test_what_it_needs_is_said_in_the_sites_language_with_the_one_thing_to_do(
    keep: Callable[..., Kept], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "disk_at", lambda _: Disk(100 * MIB, 10_000 * MIB))
    monkeypatch.setattr(Library, "next_review", lambda _: date(2026, 11, 1))
    kept = keep()
    kept.look()
    kept.until(lambda: kept.told == ["disk", "content_overdue"])
    desk = kept.driver.kiosk.desk
    assert not desk.well
    desk.apply(Held())
    text, mend = (desk.needs.data(desk.needs.index(0), role) for role in desk.needs.roleNames())
    assert "100" in text
    assert mend == kept.driver.catalog.book("en").interface["staff.mend_disk"]


def test_a_last_end_that_nobody_wanted_is_told_for_a_day(keep: Callable[..., Kept], tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir()
    (folder / RUNNING).write_text(json.dumps({"boot": "another", "since": "2026-11-22T08:00:00Z"}), encoding="utf-8")
    kept = keep(desk=Desk(silent_hours=0))
    kept.until(lambda: kept.told == ["power"])
    kept.look(timedelta(hours=25))
    assert kept.told == []


def test_a_folder_in_which_nothing_can_be_written_stops_nothing(keep: Callable[..., Kept], tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    kept = keep()
    kept.until(lambda: kept.told == ["state_readonly"])
    kept.driver.start("en")


def test_a_damaged_file_of_the_front_desk_is_told(keep: Callable[..., Kept], tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir()
    (folder / "desk.json").write_bytes(b"{half")
    kept = keep(desk=Desk(silent_hours=0))
    keep_in(kept.driver, folder)
    kept.look()
    assert kept.told == ["state_damaged"]


def test_what_staff_set_and_the_disk_does_not_take_is_told(keep: Callable[..., Kept], tmp_path: Path) -> None:
    """The kiosk's own files were written before the disk was full."""
    kept = keep()
    kept.until((tmp_path / "state" / clock.NAME).exists)
    assert kept.told == []
    (tmp_path / "file").write_text("", encoding="utf-8")
    keep_in(kept.driver, tmp_path / "file" / "below")
    kept.driver.kiosk.desk.apply(Pause())
    kept.look()
    assert kept.told == ["state_readonly"]


def test_a_clock_that_cannot_be_right_is_told_and_never_darkens_the_glass(keep: Callable[..., Kept]) -> None:
    kept = keep(hours=Hours(open={"tue": "00:00-24:00"}, dim_minutes=0))
    assert kept.driver.kiosk.desk.rest == "off"
    kept.wall -= timedelta(days=365)
    kept.look()
    assert kept.told == ["clock"]
    assert kept.driver.kiosk.desk.rest == ""


def test_a_clock_a_year_forward_and_back_is_told_until_it_is_believed_again(keep: Callable[..., Kept]) -> None:
    kept = keep(hours=Hours(open={"mon": "00:00-24:00"}), desk=Desk(silent_hours=0))
    assert kept.driver.kiosk.desk.rest == ""
    for year in (365, -365):
        kept.wall += timedelta(days=year)
        kept.look()
        assert (kept.told, kept.driver.kiosk.desk.rest) == (["clock"], "")
    kept.look(timedelta(hours=13))
    assert kept.told == []
    kept.look(timedelta(days=1))
    assert kept.driver.kiosk.desk.rest == "off"


@pytest.fixture
def hook(tmp_path: Path) -> Path:
    """A command that writes down what it was called with."""
    path = tmp_path / "hook"
    path.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_hours_darken_the_glass_a_touch_lights_it_and_the_command_follows(
    keep: Callable[..., Kept], tmp_path: Path, hook: Path
) -> None:
    opens = (MONDAY - timedelta(hours=1)).strftime("%H:%M")
    closes = (MONDAY + timedelta(hours=1)).strftime("%H:%M")
    kept = keep(hours=Hours(open={"mon": f"{opens}-{closes}"}, dim_minutes=10, awake_minutes=5, hook=(str(hook), "-v")))
    desk = kept.driver.kiosk.desk
    expected: list[str] = []

    def follows(rest: str, word: str) -> None:
        assert desk.rest == rest
        expected.append(f"-v {word}")
        kept.until((tmp_path / "calls").exists)
        kept.until(lambda: (tmp_path / "calls").read_text(encoding="utf-8").splitlines() == expected)

    follows("", "on")
    kept.look(timedelta(hours=1))
    follows("dim", "dim")
    kept.look(timedelta(minutes=10))
    follows("off", "off")
    desk.apply(Touched())
    follows("", "on")
    kept.driver.now += 5 * 60
    desk.tick()
    follows("off", "off")


def test_a_command_that_fails_is_told(keep: Callable[..., Kept], tmp_path: Path) -> None:
    kept = keep(hours=Hours(hook=(str(tmp_path / "nowhere"),)))
    kept.until(lambda: kept.told == ["hook_failed"])


def test_nobody_touched_it_for_long_counts_open_hours_alone(keep: Callable[..., Kept]) -> None:
    kept = keep()
    kept.look(timedelta(minutes=1))
    kept.driver.kiosk.desk.apply(Pause())
    kept.look(timedelta(hours=20))
    assert kept.told == []
    kept.driver.kiosk.desk.apply(Resume())
    kept.look(timedelta(hours=9))
    assert kept.told == ["touch_silent"]
    kept.driver.start("en")
    kept.look(timedelta(minutes=1))
    assert kept.told == []
