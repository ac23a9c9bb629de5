"""Only the keypad's own keys do anything, whatever is pressed."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt

from kiosk.settings.model import Keypad
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import open_explorer
from tests.ui.keypad import KEYS, Key, keypad, send
from tests.ui.test_idle import warn

_WITH = [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier]
_NEVER = [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier]


def changed_by(driver: Driver, strokes: list[tuple[Qt.Key, Qt.KeyboardModifier]]) -> list[str]:
    """What of these key presses changed anything that a visitor has or sees."""
    found = []
    for key, modifier in strokes:
        before = driver.session, keypad(driver).focus.shown(), driver.look().nodes
        send(driver, key, down=True, modifier=modifier)
        send(driver, key, down=False, modifier=modifier)
        driver.frame()
        if (driver.session, keypad(driver).focus.shown(), driver.look().nodes) != before:
            found.append(f"{modifier.name} {key.name}")
    return found


def others(count: int) -> list[tuple[Qt.Key, Qt.KeyboardModifier]]:
    """Keys that the demonstration site's keypad does not have, and its own with what makes them somebody else's."""
    chance = random.Random(5)  # the same keys every time
    free = [key for key in Key if key not in KEYS and key is not Key.Key_unknown]
    plain = [(chance.choice(free), chance.choice(_WITH + _NEVER)) for _ in range(count)]
    return plain + [(key, chance.choice(_NEVER)) for key in KEYS]


@pytest.mark.parametrize("where", ["first screen", "home", "topic", "explorer", "warning", "sheet", "thanks"])
def test_a_hundred_other_keys_change_nothing(open_kiosk: OpenKiosk, where: str) -> None:
    driver = open_kiosk()
    if where != "first screen":
        driver.start("en")
        driver.key(Key.Key_Down)
    match where:
        case "topic":
            driver.open("care")
        case "explorer":
            open_explorer(driver)
        case "warning":
            warn(driver)
        case "sheet":
            driver.tap(driver.word("bar.ease"))
        case "thanks":
            driver.kiosk.endSession()
            driver.settle()
    assert changed_by(driver, others(100)) == []


def test_one_key_with_a_meaning_among_them_is_found(open_kiosk: OpenKiosk) -> None:
    """The twin: a site's keypad that has one of these keys."""
    driver = open_kiosk(keypad=Keypad(down=("G",)))
    driver.start("en")
    driver.kiosk.speech.decline()
    assert changed_by(driver, [*others(5), (Key.Key_G, _WITH[0]), *others(5)]) == ["NoModifier Key_G"]


def test_keys_that_mean_nothing_do_not_keep_a_visit(home: Driver) -> None:
    limit = home.idle_limit()
    for _ in range(10):
        home.now += limit / 9
        home.strike(Key.Key_A)
        home.kiosk.tick()
    assert home.kiosk.property("warning")
