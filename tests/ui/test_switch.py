"""One switch: the focus goes on by itself, the switch presses; on a clock that the tests move."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.scanning import ROUNDS, Scanner
from kiosk.session.model import Overlay, Screen
from kiosk.settings.model import Keypad
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import open_explorer
from tests.ui.keypad import at, keypad, name

EVERY = 2.0  # seconds
SWITCH = Qt.Key.Key_Space


@pytest.fixture
def one_switch(open_kiosk: OpenKiosk) -> Driver:
    """Home, with a switch and somebody who has said no to the voice."""
    driver = open_kiosk(keypad=Keypad(ok=("Space",), scan_seconds=EVERY))
    driver.start("en")
    driver.kiosk.speech.decline()
    return driver


def scanner(driver: Driver) -> Scanner:
    found = keypad(driver).scanner
    assert found is not None
    return found


def wait(driver: Driver, seconds: float = EVERY) -> None:
    driver.now += seconds
    scanner(driver).tick()
    driver.settle()


def row(driver: Driver) -> list[str]:
    return [name(item) for item in keypad(driver).focus.controls()]


def test_a_site_without_a_switch_has_no_scanner(home: Driver) -> None:
    assert keypad(home).scanner is None


def test_nothing_moves_before_the_switch_is_pressed(one_switch: Driver) -> None:
    for _ in range(5):
        wait(one_switch)
    assert keypad(one_switch).focus.shown() is None
    assert not scanner(one_switch).running


def test_the_first_press_begins_and_presses_nothing(one_switch: Driver) -> None:
    one_switch.strike(SWITCH)
    assert one_switch.session.screen is Screen.HOME
    assert name(at(one_switch)) == row(one_switch)[0]


@pytest.mark.standard("A18", "B2")
def test_the_focus_goes_on_by_itself_and_the_switch_presses(one_switch: Driver) -> None:
    controls = row(one_switch)
    one_switch.strike(SWITCH)
    wait(one_switch, EVERY - 0.1)
    assert name(at(one_switch)) == controls[0]
    wait(one_switch, 0.1)
    assert name(at(one_switch)) == controls[1]
    wait(one_switch)
    assert name(at(one_switch)) == controls[2]
    one_switch.strike(SWITCH)
    assert one_switch.session.topic == one_switch.topics()[1].id
    first = name(at(one_switch))
    wait(one_switch)
    assert name(at(one_switch)) != first


def test_it_rests_after_three_rounds_and_the_visit_can_end(one_switch: Driver) -> None:
    one_switch.strike(SWITCH)
    for _ in range(ROUNDS * len(row(one_switch))):
        assert scanner(one_switch).running
        wait(one_switch)
    assert not scanner(one_switch).running
    assert keypad(one_switch).focus.shown() is None
    since = one_switch.session.last_input
    wait(one_switch)
    assert one_switch.session.last_input == since
    one_switch.pass_time(one_switch.idle_limit())
    assert one_switch.kiosk.property("warning")


def test_a_press_begins_the_rounds_anew(one_switch: Driver) -> None:
    one_switch.strike(SWITCH)
    count = len(row(one_switch))
    for _ in range(2 * count):
        wait(one_switch)
    keypad(one_switch).focus.step(0)
    scanner(one_switch).pressed()
    for _ in range(2 * count):
        wait(one_switch)
    assert scanner(one_switch).running


def test_a_touch_stops_it(one_switch: Driver) -> None:
    one_switch.strike(SWITCH)
    one_switch.press(one_switch.look().window.topLeft().toPoint())
    one_switch.release(one_switch.look().window.topLeft().toPoint())
    assert not scanner(one_switch).running
    assert keypad(one_switch).focus.shown() is None


def test_the_switch_answers_the_offer_and_the_warning(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(keypad=Keypad(ok=("Space",), scan_seconds=EVERY))
    driver.strike(SWITCH)
    assert driver.session.overlay is Overlay.OFFER
    assert scanner(driver).running
    driver.strike(SWITCH)
    assert driver.session.voice.on
    driver.kiosk.chooseLanguage("en")
    driver.until(lambda: not driver.kiosk.speech.playing)
    scanner(driver).stop()
    driver.pass_time(driver.idle_limit() + 1)
    driver.settle()
    assert driver.kiosk.property("warning")
    driver.strike(SWITCH)
    assert not driver.kiosk.property("warning")


def test_what_needs_arrows_is_passed_over(one_switch: Driver) -> None:
    """One switch has none; the tools beside the picture do the same."""
    shown = open_explorer(one_switch)
    shown.toggleLens()
    one_switch.settle()
    controls = keypad(one_switch).focus.controls()
    assert [name(item) for item in controls if item.property("takesArrows")] == []
    assert one_switch.word("explorer.zoom_in") in row(one_switch)
    for _ in controls:
        one_switch.strike(Qt.Key.Key_Down)
        assert at(one_switch) in controls


def test_with_the_voice_on_it_waits_for_the_name_to_be_said(one_switch: Driver) -> None:
    one_switch.voice.at_once = False
    one_switch.strike(SWITCH)
    one_switch.kiosk.speech.toggle()
    one_switch.until(lambda: bool(one_switch.kiosk.speech.playing))
    where = name(at(one_switch))
    for _ in range(3):
        wait(one_switch)
    assert name(at(one_switch)) == where
    while one_switch.kiosk.speech.playing:
        one_switch.voice.begin()
        one_switch.voice.end()
    wait(one_switch, EVERY / 2)
    said = len(one_switch.voice.said)
    wait(one_switch, EVERY / 2)
    assert len(one_switch.voice.said) == said + 1
    assert name(at(one_switch)) in one_switch.voice.texts[-1]
