"""A running kiosk writes its figures each minute, where the site wishes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.bridge import upkeep as module
from kiosk.bridge.upkeep import Upkeep
from kiosk.health.facts import Pin
from kiosk.health.needs import IDS
from kiosk.settings.model import Figures
from kiosk.staff.model import Pause
from kiosk.staff.visits import Visits
from tests.health.test_figures import read
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver

EVENING = datetime(2026, 12, 1, 22, tzinfo=UTC)


class Kept:
    """A kiosk, its upkeep, and what stands in its file."""

    def __init__(self, driver: Driver, folder: Path, file: Path) -> None:
        self.driver, self.file = driver, file
        self.wall, self.running = EVENING, 100.0
        driver.kiosk.desk.remember(folder)
        self.upkeep = Upkeep(driver.shell, folder, wall=lambda: self.wall, running=lambda: self.running)

    def later(self, hours: float) -> None:
        self.wall += timedelta(hours=hours)
        self.running += hours * 3600
        self.upkeep.look()

    def says(self, name: str, value: float) -> bool:
        return self.file.exists() and read(self.file.read_text(encoding="utf-8")).get(f"imaging_kiosk_{name}") == value


@pytest.fixture
def start(open_kiosk: OpenKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Kept]]:
    monkeypatch.setattr(module, "_pin", lambda _: Pin.SET)
    made: list[Kept] = []

    def started(file: Path = tmp_path / "kiosk.prom") -> Kept:
        made.append(Kept(open_kiosk(figures=Figures(str(file))), tmp_path / "state", file))
        return made[-1]

    yield started
    for each in made:
        each.upkeep.close()


def test_figures_follow_the_kiosk(start: Callable[..., Kept]) -> None:
    kept = start()
    kept.driver.until(lambda: kept.says("ready", 1))
    told = read(kept.file.read_text(encoding="utf-8"))
    assert len([name for name in told if "_need{" in name]) == len(IDS)
    kept.driver.kiosk.desk.apply(Pause())
    kept.later(1 / 60)
    kept.driver.until(lambda: kept.says("ready", 0))
    kept.upkeep.close()
    assert kept.says("up", 0)


def test_a_visit_is_told_when_its_day_is_over(start: Callable[..., Kept], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = start()
    desk = kept.driver.kiosk.desk
    monkeypatch.setattr(type(desk), "visitsToday", property(lambda _: 3))
    kept.driver.until(kept.file.exists)
    before = kept.file.stat().st_mtime_ns
    kept.later(1)
    kept.driver.until(lambda: kept.file.stat().st_mtime_ns != before)
    assert "visits" not in kept.file.read_text(encoding="utf-8")
    kept.later(23)
    kept.driver.until(lambda: kept.says("visits_last_day", 3))


def test_a_day_that_ended_with_the_machine_switched_off_is_told_in_the_morning(
    start: Callable[..., Kept], tmp_path: Path
) -> None:
    yesterday = Visits(tmp_path / "state")
    for _ in range(4):
        yesterday.add(EVENING.date() - timedelta(days=1))
    kept = start()
    kept.driver.until(lambda: kept.says("visits_last_day", 4))
    day = datetime(2026, 11, 30, tzinfo=UTC).timestamp()
    assert kept.says("last_day_timestamp_seconds", day)


def test_a_file_that_cannot_be_written_is_told_once_and_stops_nothing(
    start: Callable[..., Kept], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = start(tmp_path / "none" / "kiosk.prom")
    kept.driver.until(lambda: bool(caplog.records))
    kept.later(1 / 60)
    kept.driver.start("en")
    kept.upkeep.close()
    assert [r.getMessage() for r in caplog.records if r.name == "kiosk.health.figures"] == [
        f"the figures cannot be written: there is no folder {tmp_path / 'none'}; "
        "correct `figures: {prometheus_file: ...}`"
    ]


def test_without_the_setting_nothing_of_it_is_there(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    driver = open_kiosk()
    upkeep = Upkeep(driver.shell, tmp_path / "state")
    assert upkeep._reporter is None
    upkeep.close()
    assert not list(tmp_path.rglob("*.prom"))
