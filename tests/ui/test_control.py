"""A real kiosk in a real window, asked and told through its socket."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.bridge.control import Control
from kiosk.bridge.direction import plain
from kiosk.control.client import Client
from kiosk.control.protocol import (
    AnyAnswer,
    AskClean,
    Asked,
    AskPause,
    AskReset,
    AskRestart,
    AskResume,
    AskScreenshot,
    AskStatus,
    AskWaitIdle,
    Done,
    Need,
    Picture,
    Refused,
    Status,
)
from kiosk.control.snapshot import Snapshot
from kiosk.health import needs as health
from kiosk.session.model import Reset, SetComfort
from kiosk.staff.model import Held
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver


class Outside:
    """Somebody who asks the kiosk of a window from another thread, while the window goes on."""

    def __init__(self, driver: Driver, folder: Path, stack: ExitStack) -> None:
        self._driver = driver
        self._threads = stack.enter_context(ThreadPoolExecutor(8))
        self.control = Control(driver.kiosk, driver.window, Snapshot(name="Example"), driver.kiosk)
        self.path = folder / "run" / "control.sock"
        assert self.control.open(self.path, "", own_folder=True)
        stack.callback(self.control.close)

    def begin(self, request: Asked) -> Future[tuple[AnyAnswer, bytes]]:
        def asked() -> tuple[AnyAnswer, bytes]:
            with Client(self.path) as client:
                return client.ask(request)

        return self._threads.submit(asked)

    def ask(self, request: Asked) -> AnyAnswer:
        return self.fetch(request)[0]

    def fetch(self, request: Asked) -> tuple[AnyAnswer, bytes]:
        future = self.begin(request)
        self._driver.until(future.done)
        return future.result()

    def status(self) -> Status:
        found = self.ask(AskStatus())
        assert isinstance(found, Status)
        return found

    def until_told(self, state: str) -> Status:
        """The status, once the kiosk tells that it is in this state."""
        self._driver.until(lambda: self.status().state == state)
        return self.status()


@pytest.fixture
def outside(open_kiosk: OpenKiosk, tmp_path: Path) -> Iterator[tuple[Driver, Outside]]:
    driver = open_kiosk()
    with ExitStack() as stack:
        yield driver, Outside(driver, tmp_path, stack)


def test_a_visit_is_seen_protected_and_reset_by_force_alone(outside: tuple[Driver, Outside]) -> None:
    driver, asker = outside
    driver.now = 100.0
    assert (asker.status().state, asker.status().untouched_seconds) == ("attract", None)
    driver.start("en")
    driver.open("care")
    driver.now += 12
    assert asker.until_told("visiting").visits_today == 0
    refused = asker.ask(AskReset())
    assert isinstance(refused, Refused)
    assert refused.reason == "Someone touched it 12 s ago."
    picture = asker.ask(AskScreenshot())
    assert isinstance(picture, Refused)
    assert picture.reason.startswith("A visitor is there")
    assert driver.session.topic == "care"
    assert asker.ask(AskReset(force=True)) == Done()
    assert driver.session.screen.value == "attract"
    told = asker.until_told("attract")
    assert (told.visits_today, told.untouched_seconds) == (1, 0)
    assert isinstance(asker.ask(AskScreenshot()), Refused)  # its last page may still be fading out
    driver.start("es")
    driver.now += 31
    assert asker.ask(AskReset()) == Done()


def test_a_screenshot_is_the_first_screen_as_it_stands(outside: tuple[Driver, Outside]) -> None:
    driver, asker = outside
    answer, body = asker.fetch(AskScreenshot())
    assert isinstance(answer, Picture)
    kind = QImage.Format.Format_RGB32
    assert QImage.fromData(body).convertToFormat(kind) == driver.screenshot().convertToFormat(kind)


@pytest.mark.parametrize("what", ["settings", "pad"])
def test_no_picture_is_taken_of_what_somebody_has_begun(outside: tuple[Driver, Outside], what: str) -> None:
    """Somebody has made the text larger on the first screen; staff have the pad open."""
    driver, asker = outside
    if what == "settings":
        driver.kiosk.send(SetComfort(text_percent=200))
    else:
        driver.kiosk.desk.apply(Held())
    assert isinstance(asker.ask(AskScreenshot()), Refused)


def test_rests_begin_and_end_from_outside(outside: tuple[Driver, Outside]) -> None:
    driver, asker = outside
    driver.start("en")
    for request, state in ((AskPause(), "paused"), (AskClean(), "cleaning"), (AskResume(), "attract")):
        assert asker.ask(request) == Done()
        assert asker.status().state == state
    assert driver.session.screen.value == "attract"
    restarts: list[bool] = []
    driver.kiosk.desk.restartWanted.connect(lambda: restarts.append(True))
    assert asker.ask(AskRestart()) == Done()
    assert restarts == [True]


def test_a_restart_and_a_script_can_wait_until_a_visitor_and_staff_have_gone(outside: tuple[Driver, Outside]) -> None:
    driver, asker = outside
    restarts: list[bool] = []
    driver.kiosk.desk.restartWanted.connect(lambda: restarts.append(True))
    driver.start("en")
    asker.until_told("visiting")
    assert asker.ask(AskRestart(when_idle=True)) == Done()
    waiting = asker.begin(AskWaitIdle(at_most=60))
    refused = asker.ask(AskWaitIdle(at_most=0))
    assert isinstance(refused, Refused)
    driver.kiosk.desk.apply(Held())  # staff come while the visitor is there ...
    driver.kiosk.send(Reset())  # ... and she goes
    assert asker.until_told("attract").state == "attract"
    assert (waiting.done(), restarts) == (False, [])
    driver.kiosk.desk.shut()
    driver.until(waiting.done)
    assert waiting.result()[0] == Done()
    driver.until(lambda: restarts == [True])


def test_what_staff_should_see_to_is_told_with_its_name(outside: tuple[Driver, Outside]) -> None:
    driver, asker = outside
    desk = driver.kiosk.desk
    desk.tell_needs([health.Need("disk", {"free": "180"})])
    driver.until(lambda: not asker.status().well)
    (told,) = asker.status().needs
    assert told == Need("disk", *map(plain, desk.words.need("disk", {"free": "180"})))
    assert " 180 MB" in told.text
    desk.tell_needs([health.Need("pin_missing", {"command": "kiosk staff set-pin"})])
    driver.until(lambda: [need.id for need in asker.status().needs] == ["pin_missing"])
    assert asker.status().needs[0].mend.endswith("kiosk staff set-pin")  # as it can be copied into a terminal


def test_what_is_asked_while_a_reset_runs_is_answered(outside: tuple[Driver, Outside]) -> None:
    driver, asker = outside
    driver.start("en")
    futures = [asker.begin(AskReset(force=True) if number % 2 else AskStatus()) for number in range(8)]
    driver.until(lambda: all(future.done() for future in futures))
    told = [future.result()[0] for future in futures]
    assert [type(one) for one in told] == [Status, Done] * 4


def test_what_fails_in_the_window_is_refused_and_the_kiosk_goes_on(
    outside: tuple[Driver, Outside], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    driver, asker = outside

    def fail(event: object) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as patch:
        patch.setattr(driver.kiosk.desk, "apply", fail)
        refused = asker.ask(AskPause())
    assert isinstance(refused, Refused)
    assert refused.reason == "It did not work."
    assert "planted" in caplog.text
    assert asker.ask(AskPause()) == Done()


def test_a_kiosk_that_gets_no_socket_runs_without_and_staff_are_told(
    open_kiosk: OpenKiosk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    driver = open_kiosk()
    with ExitStack() as stack:
        first = Outside(driver, tmp_path, stack)
        second = Control(driver.kiosk, driver.window, Snapshot(), driver.kiosk)
        stack.callback(second.close)
        assert not second.open(first.path, "", own_folder=True)
        assert [need.id for need in second.needs] == ["control.socket"]
        assert second.needs[0].text.startswith("Another kiosk has the control socket")
        assert "Another kiosk has the control socket" in caplog.text
        assert first.status().well
        driver.start("en")
    assert not first.path.exists()
    assert driver.session.language == "en"
