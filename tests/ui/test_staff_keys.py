"""Pad and panel by keys: who sits at a keypad, or holds one switch, gets as far as a finger."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from kiosk.settings.model import Keypad
from kiosk.staff.model import Door, KeyFound, Pause, Rest, Role
from kiosk.staff.step import in_force
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.keypad import keypad

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def framed(driver: Driver) -> str:
    """The name of the control that wears the frame of the keys."""
    item = driver.window.activeFocusItem()
    return str(item.property("text")) if item is not None and item.property("visualFocus") else ""


def go_to(driver: Driver, name: str, key: Qt.Key = Qt.Key.Key_Down) -> None:
    for _ in range(40):
        if framed(driver) == name:
            return
        driver.strike(key)
    raise AssertionError(f"no arrow leads to {name!r}")


@pytest.fixture
def pad(open_kiosk: OpenKiosk) -> Driver:
    driver = open_kiosk()
    driver.kiosk.desk.state.keep(pin_set=True)
    driver.start("en")
    driver.strike(Qt.Key.Key_S, BOTH)
    assert driver.kiosk.desk.now.door is Door.PAD
    return driver


def test_arrows_and_ok_press_the_keys_of_the_pad_and_nothing_is_said(pad: Driver) -> None:
    go_to(pad, "7")
    pad.strike(Qt.Key.Key_Return)
    pad.strike(Qt.Key.Key_Return)
    assert pad.kiosk.desk.now.digits == 2
    go_to(pad, pad.kiosk.desk.words.get("staff.erase"), Qt.Key.Key_Up)
    pad.strike(Qt.Key.Key_Space)
    assert pad.kiosk.desk.now.digits == 1
    assert (pad.voice.said, pad.kiosk.visit.voice.offered) == ([], False)


def test_the_panel_can_be_used_by_keys_alone_and_back_answers_its_question_first(pad: Driver) -> None:
    desk = pad.kiosk.desk
    desk.apply(KeyFound(Role.DESK))
    pad.settle()
    go_to(pad, desk.words.get("staff.restart"))
    pad.strike(Qt.Key.Key_Return)
    assert desk.now.asked == "restart"
    pad.strike(Qt.Key.Key_Down)
    assert framed(pad) in (desk.words.get("staff.no"), desk.words.get("staff.restart")), "only the question is there"
    pad.strike(Qt.Key.Key_Escape)
    assert (desk.now.asked, desk.now.door) == ("", Door.PANEL)
    go_to(pad, desk.words.get("staff.pause"))
    pad.strike(Qt.Key.Key_Return)
    assert in_force(desk.now) is Rest.PAUSED


def test_a_key_keeps_the_panel_open(pad: Driver) -> None:
    desk = pad.kiosk.desk
    desk.apply(KeyFound(Role.DESK))
    for _ in range(4):
        pad.now += 50
        pad.strike(Qt.Key.Key_Down)
        desk.tick()
    assert desk.door == Door.PANEL.value
    pad.now += 60
    desk.tick()
    assert desk.door == Door.SHUT.value


def test_a_visitors_keys_go_on_where_they_were_after_the_pad(pad: Driver) -> None:
    before = pad.kiosk.visit
    pad.strike(Qt.Key.Key_Down)
    pad.strike(Qt.Key.Key_Escape)
    assert pad.kiosk.screen == "home"
    assert replace(pad.session, last_input=before.last_input) == before
    pad.key(Qt.Key.Key_Down)
    assert framed(pad)


def test_one_switch_reaches_the_pad_that_another_has_opened(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(keypad=Keypad(scan_seconds=2))
    driver.kiosk.desk.state.keep(pin_set=True)
    driver.strike(Qt.Key.Key_S, BOTH)
    driver.strike(Qt.Key.Key_Return)
    first = framed(driver)
    driver.now += 2
    scanner = keypad(driver).scanner
    assert scanner is not None
    scanner.tick()
    driver.settle()
    assert framed(driver) not in ("", first)


def test_digits_that_move_the_focus_are_none_on_the_pad(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(keypad=Keypad(up=("8",), down=("2",)))
    driver.kiosk.desk.state.keep(pin_set=True)
    driver.strike(Qt.Key.Key_S, BOTH)
    driver.strike(Qt.Key.Key_2)
    assert (driver.kiosk.desk.now.digits, framed(driver) != "") == (0, True)
    driver.strike(Qt.Key.Key_5)
    assert driver.kiosk.desk.now.digits == 1


def test_no_key_does_anything_on_a_paused_kiosk(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.kiosk.desk.apply(Pause())
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F1, Qt.Key.Key_Home, Qt.Key.Key_7):
        driver.strike(key)
    assert (driver.kiosk.screen, driver.kiosk.visit.voice.offered, framed(driver)) == ("staff", False, "")
