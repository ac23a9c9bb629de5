"""The names of keys in a settings file are Qt's, and a layout does not change what a keypad's keys are called."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from kiosk.bridge.keypad import key_name
from kiosk.settings.keys import ALIASES, F13_TO_F24, LISTS, NAMES, clean
from kiosk.settings.model import Keypad

_NONE = Qt.KeyboardModifier.NoModifier


def pressed(key: Qt.Key, code: int = 0, modifier: Qt.KeyboardModifier = _NONE) -> QKeyEvent:
    """A key with its code as X11, Wayland and the bare console give it."""
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier, code, 0, 0)


def named(name: str) -> Qt.Key:
    """The one key that Qt calls so."""
    sequence = QKeySequence.fromString(name)
    assert sequence.count() == 1
    found: QKeyCombination = sequence[0]  # type: ignore[index]  # PySide's stubs lack it
    return found.key()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_name_is_one_that_qt_writes(name: str) -> None:
    key = named(name)
    assert key != Qt.Key.Key_unknown
    assert key_name(pressed(key), codes=False) == name


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("alias", "name"), list(ALIASES.items()))
def test_each_alias_is_the_same_key(alias: str, name: str) -> None:
    assert key_name(pressed(named(alias.replace("Page ", "Pg"))), codes=False) == name


def test_the_defaults_are_names() -> None:
    for one in LISTS:
        assert getattr(clean(Keypad()), one) == tuple(ALIASES.get(n, n) for n in getattr(Keypad(), one))


_CODES = [  # as an X server with the usual layout gives them
    (191, Qt.Key.Key_Tools, "F13"),
    (198, Qt.Key.Key_MicMute, "F20"),
    (199, Qt.Key.Key_TouchpadToggle, "F21"),
    (200, Qt.Key.Key_TouchpadOn, "F22"),
    (201, Qt.Key.Key_TouchpadOff, "F23"),
    (202, Qt.Key.Key_unknown, "F24"),
]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("code", "key", "name"), _CODES)
def test_a_keypads_own_keys_keep_their_names_under_any_layout(code: int, key: Qt.Key, name: str) -> None:
    assert name in F13_TO_F24
    assert key_name(pressed(key, code), codes=True) == name
    assert key_name(pressed(key, code), codes=False) != name


@pytest.mark.usefixtures("qapp")
def test_shift_and_tab_are_one_key_however_they_come(qapp: QGuiApplication) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    assert key_name(pressed(Qt.Key.Key_Tab, modifier=shift), codes=False) == "Backtab"
    assert key_name(pressed(Qt.Key.Key_Backtab, modifier=shift), codes=False) == "Backtab"
    assert key_name(pressed(Qt.Key.Key_Tab), codes=False) == "Tab"
