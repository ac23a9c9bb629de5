"""The hands on a window: watches its touches, and keeps palms and doubled taps from pressing anything.

What counts, `kiosk.session.hands` decides. Qt decides where a touch lands: a doubled tap is taken away from the control
that holds it, so that a finger may still draw a page or a picture at once, and a picture may be tapped twice.
"""

from __future__ import annotations

import math

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointerEvent, QTouchEvent, QWindow

from kiosk.bridge.kiosk import Kiosk
from kiosk.session.hands import Contact, Hands, doubled, emptied, lifted, pressed
from kiosk.staff.model import Door

_FIRST = QEvent.Type.TouchBegin
_CANCEL = QEvent.Type.TouchCancel
_PRESSED = QEventPoint.State.Pressed
_RELEASED = QEventPoint.State.Released


class HandFilter(QObject):
    """An event filter for one window. It sees every move of every finger, and does no more with it than to look."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._hands = Hands()
        self._mouse_down = -math.inf
        kiosk.acted.connect(self._note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._kiosk.covered and self._kiosk.desk.now.door is Door.CHECK:
            return False  # there a flat hand is welcome
        if isinstance(event, QTouchEvent) and isinstance(watched, QWindow):
            return self._touch(watched, event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        return False

    def _note(self) -> None:
        self._hands = replace(self._hands, acted=self._kiosk.now())

    def _touch(self, window: QWindow, event: QTouchEvent) -> bool:
        if event.isBeginEvent():  # something came down
            self._come(window, event)
        palm = bool(self._hands.palm)
        if event.isEndEvent():  # something was lifted
            self._go(event)
        elif event.type() == _CANCEL:
            self._hands = emptied(self._hands)
        if palm:
            event.accept()  # else Qt would make a mouse's press of it
        return palm

    def _come(self, window: QWindow, event: QTouchEvent) -> None:
        if event.type() == _FIRST:
            self._hands = emptied(self._hands)  # nothing lies there from before, whatever was heard
        before, now = self._hands.palm, self._kiosk.now()
        pixels = math.hypot(window.width(), window.height()) / (self._kiosk.site.diagonalInch * 25.4)  # per mm
        for point in event.points():
            if point.state() == _PRESSED:
                at = point.position()
                self._hands = pressed(self._hands, point.id(), Contact(now, at.x() / pixels, at.y() / pixels))
        if self._hands.palm and not before:
            self._cancel(window, event)

    def _go(self, event: QTouchEvent) -> None:
        for point in event.points():
            if point.state() == _RELEASED:
                contact = self._hands.down.get(point.id())
                if contact is not None:
                    self._let_go(event, point, contact.at)
                self._hands = lifted(self._hands, point.id())

    def _cancel(self, window: QWindow, event: QTouchEvent) -> None:
        """Whatever was begun is cancelled, in every control, page and picture."""
        hands = self._hands
        self._hands = Hands()  # so that this event, which comes by here, is let through
        QCoreApplication.sendEvent(window, QTouchEvent(_CANCEL, event.pointingDevice()))
        self._hands = hands

    def _mouse(self, event: QMouseEvent) -> bool:
        """A screen that gives its touches as a mouse's."""
        if event.isBeginEvent():
            self._mouse_down = self._kiosk.now()
        elif event.isEndEvent():
            self._let_go(event, event.points()[0], self._mouse_down)
        return bool(self._hands.palm)

    def _let_go(self, event: QPointerEvent, point: QEventPoint, down: float) -> None:
        """Take a doubled tap from the control that holds it: it is cancelled then, and nothing acts."""
        if not doubled(self._hands, down, self._kiosk.now()):
            return
        holding = event.exclusiveGrabber(point)
        if holding and holding.inherits("QQuickAbstractButton") and not holding.property("quick"):
            event.setExclusiveGrabber(point, None)  # type: ignore[arg-type]  # C++ takes nullptr, and so does it
