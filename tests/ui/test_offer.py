"""The first key of a visit offers to read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.session.model import Overlay, Screen
from kiosk.session.step import fresh
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.keypad import KEYS, Key, at, keypad
from tests.ui.test_idle import warn


@pytest.mark.parametrize("key", KEYS)
def test_the_first_key_offers_to_read_aloud_and_does_nothing_else(open_kiosk: OpenKiosk, key: Qt.Key) -> None:
    driver = open_kiosk()
    driver.strike(key)
    assert driver.session.overlay is Overlay.OFFER
    assert driver.session.screen is Screen.ATTRACT
    assert driver.session.voice.volume == driver.kiosk.rules.volume


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize(("answer", "on"), [(Key.Key_Return, True), (Key.Key_Backspace, False)])
def test_ok_says_yes_and_back_says_no(open_kiosk: OpenKiosk, inside: bool, answer: Qt.Key, on: bool) -> None:
    driver = open_kiosk()
    if inside:
        driver.start("en")
        driver.open("care")
    driver.strike(Key.Key_Down)
    assert driver.session.overlay == "offer"
    driver.strike(answer)
    assert driver.session.overlay is Overlay.NONE
    assert driver.session.voice.on is on
    assert driver.session.screen is (Screen.TOPIC if inside else Screen.ATTRACT)
    driver.strike(Key.Key_Down)
    assert driver.session.overlay is Overlay.NONE  # asked once
    assert at(driver).isVisible()


def test_ok_says_yes_with_nothing_focused(home: Driver) -> None:
    home.strike(Key.Key_Down)
    keypad(home).focus.hide()
    home.strike(Key.Key_Return)
    assert home.session.voice.on


@pytest.mark.parametrize("inside", [False, True])
def test_help_asks_who_has_said_no_once_more_aloud(open_kiosk: OpenKiosk, inside: bool) -> None:
    driver = open_kiosk()
    if inside:
        driver.start("en")
    driver.strike(Key.Key_Down)
    driver.strike(Key.Key_Backspace)
    before = len(driver.voice.said)
    driver.strike(Key.Key_F1)
    assert driver.session.overlay == "offer"
    driver.until(lambda: not driver.kiosk.speech.playing)
    assert driver.kiosk.words.get("offer.title") in driver.voice.texts[before:]
    driver.strike(Key.Key_Return)
    assert driver.session.voice.on
    assert driver.session.overlay == ""
    driver.strike(Key.Key_F1)
    assert driver.session.overlay == "keys"


def test_help_on_the_question_says_what_the_keys_do_and_again_when_pressed_again(home: Driver) -> None:
    home.strike(Key.Key_F1)
    assert home.session.overlay == "offer"
    for _ in range(2):
        before = len(home.voice.said)
        home.strike(Key.Key_F1)
        home.until(lambda: not home.kiosk.speech.playing)
        assert home.session.overlay == "keys"
        assert home.word("keys.help") in home.voice.texts[before:]
    home.strike(Key.Key_Backspace)
    assert home.session.overlay == ""
    assert not home.session.voice.on


def test_the_next_visitor_is_asked_again(home: Driver) -> None:
    home.key(Key.Key_Down)
    home.tap(home.word("bar.done"))
    home.pass_time(5)
    home.settle()
    assert home.session == fresh(home.kiosk.rules)
    home.strike(Key.Key_Down)
    assert home.session.overlay is Overlay.OFFER


def test_the_warning_is_answered_before_anything_is_offered(home: Driver) -> None:
    warn(home)
    home.strike(Key.Key_Return)
    assert not home.kiosk.property("warning")
    assert home.session.overlay is Overlay.NONE
