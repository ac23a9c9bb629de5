"""Keys that concern staff: the chord that opens the pad, digits on it, and keys while patients cannot use the kiosk.

All other keys of pad and panel go the usual way (`kiosk.bridge.keypad`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.kiosk import Kiosk
from kiosk.session.keypad import actions
from kiosk.settings.keys import clean
from kiosk.staff.model import Door, Rest, Touched
from kiosk.staff.step import in_force

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
).value
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_DARK = (Rest.DIM, Rest.OFF)


class StaffKeys:
    """Looks at every key of one window first."""

    def __init__(self, kiosk: Kiosk, window: QQuickWindow) -> None:
        self._kiosk = kiosk
        self._window = window
        chords = (QKeySequence.fromString(chord, _PORTABLE) for chord in kiosk.desk.chord)
        self._chords = frozenset(chord.toString(_PORTABLE) for chord in chords if chord.count() == 1)
        self._keypad = frozenset(actions(clean(kiosk.site.keypad)))
        """A key that moves the focus is no digit."""

    def take(self, event: QKeyEvent) -> bool:
        """Do what it asks for; whether it goes no further."""
        desk = self._kiosk.desk
        pressed = event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat()
        resting = in_force(desk.now) if desk.now.door is Door.SHUT else Rest.NONE
        if pressed and self._is_chord(event) and desk.now.door is Door.SHUT:
            desk.open_pad()
            return True
        if resting in _DARK and pressed:
            desk.apply(Touched())
        if resting is not Rest.NONE:
            return True
        if pressed:
            desk.apply(Touched())
        return pressed and desk.now.door is Door.PAD and not event.modifiers().value & _OTHERS and self._on_pad(event)

    def _is_chord(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()).toString(_PORTABLE) in self._chords

    def _on_pad(self, event: QKeyEvent) -> bool:
        desk = self._kiosk.desk
        key = event.key()
        figure = key - Qt.Key.Key_0
        if 0 <= figure <= 9 and str(figure) not in self._keypad:
            desk.digit(figure)
            return True
        if key in _ERASE and desk.now.digits:
            desk.erase()
            return True
        if key in _ENTER and desk.now.digits >= desk.leastDigits and not self._framed():
            desk.enter()
            return True
        return False

    def _framed(self) -> bool:
        """Whether a control wears the frame of the keys, which this key then presses."""
        item = self._window.activeFocusItem()
        return item is not None and bool(item.property("visualFocus"))
