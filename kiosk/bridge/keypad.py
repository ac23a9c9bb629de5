"""The keys of a window: keypad, headset buttons, a switch or a keyboard. No key gets past it.

What a key asks for, `kiosk.session.keypad` decides; where the focus goes, `kiosk.bridge.focus`. Owns what an action
does on the screen that is open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.focus import Focus
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.touches import comes_down
from kiosk.session.keypad import ARROWS, Action, Keys, actions, pressed, released
from kiosk.session.model import Overlay, Screen, Session
from kiosk.settings.keys import F13_TO_F24, clean

if TYPE_CHECKING:
    from kiosk.bridge.scanning import Scanner

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
).value
"""With one of these a key is somebody else's."""
_ARROW_KEYS = {
    Action.UP: Qt.Key.Key_Up,
    Action.DOWN: Qt.Key.Key_Down,
    Action.LEFT: Qt.Key.Key_Left,
    Action.RIGHT: Qt.Key.Key_Right,
}
_FIRST_CODE = 191  # of F13 on Linux, where the layout gives these keys other meanings


class KeypadFilter(QObject):
    """An event filter for one window. It swallows every key; what has no meaning does nothing."""

    def __init__(self, kiosk: Kiosk, window: QQuickWindow) -> None:
        super().__init__(window)
        self._kiosk = kiosk
        self._window = window
        settings = clean(kiosk.site.keypad)
        self._known = actions(settings)
        self._keys = Keys()
        self._focus = Focus(kiosk, window, arrows=not settings.scan_seconds)
        self._in_use = False  # whether keys, not fingers, are what the visitor uses just now
        self._codes = QGuiApplication.platformName() in ("xcb", "wayland", "wayland-egl", "eglfs", "linuxfb")
        self._scanner = self._make_scanner(settings.scan_seconds)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._settle)
        for changed in (
            kiosk.placeChanged,
            kiosk.overlayChanged,
            kiosk.warningChanged,
            kiosk.lookChanged,
            kiosk.languageChanged,
            window.activeFocusItemChanged,
        ):
            changed.connect(self.look_again)

    @property
    def focus(self) -> Focus:
        return self._focus

    @property
    def scanner(self) -> Scanner | None:
        """Who moves the focus for one switch; None where the site has none."""
        return self._scanner

    def _make_scanner(self, seconds: float) -> Scanner | None:
        if not seconds:
            return None
        from kiosk.bridge.scanning import Scanner  # noqa: PLC0415

        return Scanner(self._kiosk, self._focus, seconds, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if comes_down(event):
            self._rest()
        if kind not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._keys = released(self._keys, self._name(event))
        elif kind == QEvent.Type.KeyPress and not event.modifiers().value & _OTHERS:
            now = self._kiosk.now()
            self._keys, action = pressed(self._keys, self._known, self._name(event), now, repeat=event.isAutoRepeat())
            if action is not None:
                self.act(action)
        return True

    def act(self, action: Action) -> None:
        """Do what a key asks for on the screen that is open."""
        if self._kiosk.covered:
            self._at_the_desk(action)
            return
        session = self._kiosk.session
        if session.screen is Screen.THANKS or self._kiosk.screen == "closed":
            return
        self._kiosk.touched()
        if not self._in_use:
            self._in_use = True
            self._focus.take_over()
        asleep = self._wake(action)
        if not (session.voice.offered or session.voice.on) and session.warned_at is None:
            self._kiosk.speech.offer()
        elif asleep and session.warned_at is None:
            self._focus.to_beginning()
        elif action in ARROWS:
            self._arrow(action)
        elif action is Action.OK:
            self._press()
        elif action is Action.BACK:
            if not self._let_go():
                self._answered(self._kiosk.goBack)
        else:
            self._serve(action)
        self.look_again()

    def _at_the_desk(self, action: Action) -> None:
        """Pad and panel: arrows, OK and Back; nothing of them is said."""
        if not self._in_use:
            self._in_use = True
            self._focus.take_over()
        if self._wake(action):
            self._focus.to_beginning()
        elif action in ARROWS:
            self._arrow(action)
        elif action is Action.OK:
            self._press()
        elif action is Action.BACK:
            self._kiosk.desk.back()
        self.look_again()

    def _wake(self, action: Action) -> bool:
        """The switch was pressed: scanning begins with it, or begins its rounds anew; whether it had rested."""
        if self._scanner is None or action is not Action.OK:
            return False
        rested = not self._scanner.running
        self._scanner.pressed()
        return rested

    # --- what the actions do ---

    def _serve(self, action: Action) -> None:
        speech = self._kiosk.speech
        if action is Action.LOUDER:
            speech.louder()
        elif action is Action.SOFTER:
            speech.softer()
        elif action is Action.HELP and self._kiosk.session.overlay is Overlay.KEYS:
            speech.again()
        else:
            self._let_go()
            if action is Action.HELP:
                speech.help()
            else:
                self._answered(self._kiosk.goHome)

    def _arrow(self, action: Action) -> None:
        item = self._focus.shown()
        if item is not None and item.property("held"):
            QCoreApplication.sendEvent(item, QKeyEvent(QEvent.Type.KeyPress, _ARROW_KEYS[action], _NONE))
            return
        onward = Action.LEFT if self._kiosk.mirrored else Action.RIGHT
        self._focus.step(1 if action in (Action.DOWN, onward) else -1)

    def _press(self) -> None:
        session = self._kiosk.session
        asked = session.overlay is Overlay.OFFER or session.warned_at is not None
        item = self._focus.shown()
        if item is None and session.overlay is Overlay.OFFER:
            self._kiosk.speech.accept()
        elif item is None and session.warned_at is not None:
            self._kiosk.keepGoing()
        elif item is None:
            self._focus.to_beginning()
        elif self._focus.unheard and not asked:
            self._focus.tell()  # nobody presses what she has not been told of
        elif item.property("takesArrows"):
            item.setProperty("held", not item.property("held"))
            self._focus.tell()
        elif _chosen(item):
            self._answered(lambda: _click(item))
        else:
            _click(item)

    def _answered(self, act: Callable[[], object]) -> None:
        """Where `act` changes nothing, who is read to hears where she is: silence would be no answer."""
        before = _seen(self._kiosk.session)
        act()
        session = self._kiosk.session
        if session.voice.on and not session.voice.speaking and _seen(session) == before:
            self._focus.tell()

    def _let_go(self) -> bool:
        """Leave what takes the arrows; whether there was such a thing."""
        item = self._focus.shown()
        if item is None or not item.property("held"):
            return False
        item.setProperty("held", False)
        self._focus.tell()
        return True

    # --- keeping up with the screen ---

    def _rest(self) -> None:
        """A finger takes over."""
        if self._in_use:
            self._in_use = False
            _drop(self._focus.shown())
            self._focus.hide()
        if self._scanner is not None:
            self._scanner.stop()

    def look_again(self) -> None:
        """The screen has changed: where keys are used, something of it wears the frame."""
        if self._in_use:
            self._settled.start(0)

    def _settle(self) -> None:
        session = self._kiosk.session
        if session.screen is Screen.ATTRACT and session.last_input is None and not self._kiosk.covered:
            self._rest()  # the visit is over, and with it what her keys had reached
        if self._in_use:
            self._focus.follow()

    def _name(self, event: QKeyEvent) -> str:
        return key_name(event, codes=self._codes)


def key_name(event: QKeyEvent, *, codes: bool) -> str:
    """The key's name in a settings file; with `codes`, those that a layout may have renamed go by their number."""
    code = event.nativeScanCode() - _FIRST_CODE
    if codes and 0 <= code < len(F13_TO_F24):
        return F13_TO_F24[code]
    if event.key() == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return "Backtab"
    return QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)


_NONE = Qt.KeyboardModifier.NoModifier


def _click(item: QQuickItem) -> None:
    QMetaObject.invokeMethod(item, "click", Qt.ConnectionType.DirectConnection)


def _chosen(item: QQuickItem) -> bool:
    state = QAccessible.queryAccessibleInterface(item).state()
    return bool(state.checked or state.selected)


def _seen(session: Session) -> Session:
    """What of a session is not the hand and not the voice."""
    return replace(session, last_input=None, voice=replace(session.voice, speaking=False))


def _drop(item: QQuickItem | None) -> None:
    if item is not None and item.property("held"):
        item.setProperty("held", False)
