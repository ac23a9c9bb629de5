"""Settings that change while a visitor is there: he keeps his until his visit has ended."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from kiosk.bridge.reload import Reload
from kiosk.bridge.trial import Trial
from kiosk.control.protocol import AnyAnswer, Refused, Reloaded
from kiosk.session.model import Reset, SetComfort
from kiosk.settings.loader import Settings
from kiosk.settings.model import Site
from kiosk.staff.model import Held
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver


class Settled:
    """A kiosk in a window, and what its settings would be if it began now."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.driver = driver
        self.file = folder / "trial.json"
        self.begun: list[bool] = []
        self.answers: list[AnyAnswer] = []
        self.weighed: list[int] = []
        self.proved: list[Settings] = []
        program = [sys.executable, "-c", f"print(open({str(self.file)!r}).read())"]
        self.reload = Reload(
            driver.kiosk,
            program,
            lambda: self.begun.append(True),
            faults_changed=lambda: self.weighed.append(driver.kiosk.faults),
            proved=self.proved.append,
        )

    def change(self, change: Callable[[Site], Site]) -> None:
        site = change(self.driver.kiosk.site.settings)
        self.file.write_bytes(msgspec.json.encode(Trial(Settings(site), self.driver.kiosk.content_problems)))

    def ask(self) -> AnyAnswer:
        before = len(self.answers)
        self.reload.ask(self.answers.append)
        self.driver.until(lambda: len(self.answers) > before)
        return self.answers[-1]


@pytest.fixture
def settled(open_kiosk: OpenKiosk, tmp_path: Path) -> Iterator[Settled]:
    made = Settled(open_kiosk(), tmp_path)
    yield made
    made.reload.close()


def _larger(site: Site) -> Site:
    return structs.replace(site, screen=structs.replace(site.screen, diagonal_inch=43.0))


def test_a_visitor_keeps_the_settings_until_the_visit_has_ended(settled: Settled) -> None:
    driver = settled.driver
    driver.start("es")
    driver.open("care")
    driver.kiosk.send(SetComfort(text_percent=150))
    before = driver.session
    settled.change(_larger)
    assert settled.ask() == Reloaded(outcome="accepted", problems=())
    assert (driver.session, driver.kiosk.site.settings.screen.diagonal_inch, settled.begun) == (before, 27.0, [])
    driver.kiosk.desk.apply(Held())  # staff come, and the visitor goes
    driver.kiosk.send(Reset())
    driver.settle()
    assert settled.begun == []
    driver.kiosk.desk.shut()
    driver.until(lambda: settled.begun == [True])
    assert settled.proved == []  # the kiosk that begins with them keeps them


def test_what_somebody_has_set_on_the_first_screen_is_theirs_until_it_is_forgotten(settled: Settled) -> None:
    driver = settled.driver
    driver.kiosk.send(SetComfort(text_percent=200))
    settled.change(_larger)
    assert settled.ask() == Reloaded(outcome="accepted", problems=())
    driver.now += 2000
    driver.kiosk.tick()
    driver.now += 2000
    driver.kiosk.tick()
    driver.until(lambda: settled.begun == [True])


def test_somebody_who_comes_just_then_is_not_disturbed(settled: Settled) -> None:
    """The wait has an end in sight, and a finger comes."""
    settled.change(_larger)
    settled.ask()
    settled.driver.start("en")
    settled.driver.settle()
    assert settled.begun == []
    settled.driver.kiosk.send(Reset())
    settled.driver.until(lambda: settled.begun == [True])


def test_who_asks_while_a_trial_is_under_way_gets_one_of_their_own_and_all_are_answered(settled: Settled) -> None:
    settled.change(lambda site: site)
    settled.driver.start("en")
    settled.reload.ask(settled.answers.append)
    for _ in range(5):
        settled.reload.ask(settled.answers.append)
    settled.change(_larger)
    settled.driver.until(lambda: len(settled.answers) == 6)
    assert settled.answers[-1] == Reloaded(outcome="accepted", problems=())
    assert len(settled.weighed) == 2  # two trials, not six


@pytest.mark.parametrize("text", ["", "nonsense", '{"settings":{}}', "{}"])
def test_a_trial_that_says_nothing_of_use_changes_nothing(settled: Settled, text: str) -> None:
    settled.file.write_text(text, encoding="utf-8")
    answer = settled.ask()
    assert isinstance(answer, Refused)
    assert answer.reason == "The settings could not be read again; those in use stay."
    assert settled.proved == []
    settled.change(lambda site: site)
    assert settled.ask() == Reloaded(outcome="unchanged", problems=())
    assert settled.proved == [Settings(settled.driver.kiosk.site.settings)]


def test_a_trial_that_hangs_is_ended_and_one_that_cannot_begin_is_told(
    open_kiosk: OpenKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("kiosk.bridge.reload._SECONDS", 0.3)
    driver = open_kiosk()
    hanging = Settled(driver, tmp_path)
    os.mkfifo(hanging.file)  # nobody will ever write into it
    assert isinstance(hanging.ask(), Refused)
    assert "took more than 0.3 seconds" in caplog.text
    hanging.reload.close()
    lost = Reload(
        driver.kiosk, ["/nowhere/python"], lambda: None, faults_changed=lambda: None, proved=hanging.proved.append
    )
    lost.ask(hanging.answers.append)
    driver.until(lambda: len(hanging.answers) == 2)
    assert isinstance(hanging.answers[-1], Refused)
    lost.close()


def test_the_window_goes_on_while_settings_are_read(settled: Settled) -> None:
    """No call of the window's own thread takes longer than a frame: the best of three, for a busy machine."""
    settled.change(lambda site: site)
    longest: list[float] = []
    for _ in range(3):
        begun = time.thread_time()
        settled.reload.ask(settled.answers.append)
        longest.append(time.thread_time() - begun)
        settled.driver.until(lambda: len(settled.answers) == len(longest))
    assert min(longest) < 0.016
