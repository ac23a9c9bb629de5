"""The way of staff to the pad, and what a resting glass does with touches and keys.

An event filter that stands before all others of a window. Owns where the corner is and what is swallowed; how long a
finger must lie still, `kiosk.staff.hold` decides, what it opens, `kiosk.staff.step`.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import (
    QEventPoint,
    QInputEvent,
    QKeyEvent,
    QMouseEvent,
    QPointerEvent,
    QPointingDevice,
    QTouchEvent,
    QWindow,
)
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.desk import StaffDesk
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.staff_keys import StaffKeys
from kiosk.bridge.touches import comes_down
from kiosk.staff.hold import Hold, alone, in_corner, share, stays
from kiosk.staff.model import Door, Rest, Touched
from kiosk.staff.step import in_force

_CANCEL = QEvent.Type.TouchCancel
_DOWN = QEventPoint.State.Pressed
_UP = QEventPoint.State.Released
_MOUSE = -1  # the number of a mouse's button among the fingers
_STEP_MS = 50
"""Between two looks at how far a hold has come."""
_DARK = (Rest.DIM, Rest.OFF)


class StaffDoor(QObject):
    """Sees every event of one window first."""

    def __init__(self, kiosk: Kiosk, window: QQuickWindow) -> None:
        super().__init__(window)
        self._kiosk = kiosk
        self._desk: StaffDesk = kiosk.desk
        self._window = window
        self._keys = StaffKeys(kiosk, window)
        self._down: dict[int, float] = {}
        """When each finger came that is on the glass."""
        self._hold: Hold | None = None
        self._leaving = False
        """The hold is one that leaves the wipe-down."""
        self._before: float | None = None
        """When a visitor last touched the glass before the hold."""
        self._dead = False
        """What lies on the glass presses nothing until all of it is lifted."""
        self._device: QPointingDevice | None = None
        self._cancelling = False
        self._cancel = QTimer(self)
        self._cancel.setSingleShot(True)
        self._cancel.setInterval(0)
        self._cancel.timeout.connect(self._cancel_all)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self.tick)
        self._desk.doorChanged.connect(self._changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputEvent) or not isinstance(watched, QWindow) or self._cancelling:
            return False
        if isinstance(event, QKeyEvent):
            return self._keys.take(event)
        if isinstance(event, QPointerEvent):
            swallowed = self._pointer(event)
        else:
            swallowed = self._dead or self._resting is not Rest.NONE
        if swallowed:
            event.accept()  # else Qt would make a mouse's press of a touch
        return swallowed

    def tick(self) -> None:
        """See whether the finger has lain there long enough: for the timer, and for tests that moved their clock."""
        far = share(self._hold, self._kiosk.now())
        if self._leaving:
            self._desk.tell_share(far)
        if far >= 1:
            leaving = self._leaving
            self._let_go()
            self._dead = True
            self._cancel_all()
            if leaving:
                self._desk.leave_clean()
            else:
                self._desk.open_pad(self._before)

    # --- fingers ---

    @property
    def _resting(self) -> Rest:
        """Why touches press nothing; NONE while patients or staff use the glass."""
        desk = self._desk.now
        return in_force(desk) if desk.door is Door.SHUT else Rest.NONE

    def _pointer(self, event: QPointerEvent) -> bool:
        """Follow the fingers; whether the event goes no further."""
        dead = self._dead
        resting = self._resting
        if isinstance(event, QTouchEvent):
            self._touch(event)
        elif isinstance(event, QMouseEvent):
            self._mouse(event)
        dead = dead or self._dead
        if not self._down:
            self._dead = False
        return dead or resting is not Rest.NONE

    def _touch(self, event: QTouchEvent) -> None:
        self._device = event.pointingDevice()
        if event.type() == _CANCEL:
            self._down.clear()
            self._let_go()
            return
        if event.type() == QEvent.Type.TouchBegin:
            self._down.clear()  # nothing lies there from before, whatever was heard
        for point in event.points():
            if point.state() == _DOWN:
                self._come(point.id(), point.position())
            elif point.state() == _UP:
                self._go(point.id())
            else:
                self._move(point.id(), point.position())

    def _mouse(self, event: QMouseEvent) -> None:
        """A screen that gives its touches as a mouse's."""
        if comes_down(event):
            self._come(_MOUSE, event.position())
        elif event.isEndEvent():
            self._go(_MOUSE)
        elif _MOUSE in self._down:
            self._move(_MOUSE, event.position())

    def _come(self, finger: int, at: QPointF) -> None:
        now = self._kiosk.now()
        only = alone(tuple(self._down.values()), now)
        self._down[finger] = now
        self._let_go()
        resting = self._resting
        if resting in _DARK:
            self._desk.apply(Touched())
            self._dead = True
        elif only and not self._dead:
            leaving = resting is Rest.CLEANING
            if self._to_leave(at) if leaving else self._in_corner(at):
                self._hold = Hold(finger, at.x() / self._dp, at.y() / self._dp, now)
                self._leaving = leaving
                self._before = self._desk.touched_at
                self._timer.start()
        if resting is Rest.NONE:
            self._desk.apply(Touched())

    def _move(self, finger: int, at: QPointF) -> None:
        if self._desk.now.door is Door.CHECK:
            self._desk.apply(Touched())  # somebody draws in one long line
        hold = self._hold
        if hold is None or hold.finger != finger:
            return
        if stays(hold, at.x() / self._dp, at.y() / self._dp):
            self.tick()
        else:
            self._let_go()

    def _go(self, finger: int) -> None:
        self._down.pop(finger, None)
        if self._hold is not None and self._hold.finger == finger:
            self._let_go()

    def _let_go(self) -> None:
        """No finger is holding any more."""
        self._timer.stop()
        self._hold = None
        if self._leaving:
            self._leaving = False
            self._desk.tell_share(0.0)

    def _changed(self) -> None:
        """Something came before the screens or went: what was begun on the one presses nothing on the other."""
        self._let_go()
        if self._down and not self._dead:
            self._dead = True
            self._cancel.start()  # not now: a touch may be on its way through the screens just here

    def _cancel_all(self) -> None:
        """Whatever was begun on the glass is cancelled, in every control, page and picture."""
        if self._device is not None:
            self._cancelling = True
            QCoreApplication.sendEvent(self._window, QTouchEvent(_CANCEL, self._device))
            self._cancelling = False

    # --- places ---

    @property
    def _dp(self) -> float:
        return self._kiosk.dp

    def _in_corner(self, at: QPointF) -> bool:
        """Whether a finger there may be meant for the pad."""
        if self._desk.now.door is not Door.SHUT:
            return False
        width, height = self._window.width() / self._dp, self._window.height() / self._dp
        x, y = at.x() / self._dp, at.y() / self._dp
        right = self._kiosk.mirrored
        if in_corner(x, y, width, height, right=right):
            return True
        low = self._kiosk.ease.lowerButtons or self._kiosk.screen in ("staff", "closed")
        return low and in_corner(x, y, width, height, right=right, bottom=True)

    def _to_leave(self, at: QPointF) -> bool:
        """Whether a finger there may be meant to leave the wipe-down: on what is marked for it."""
        return any(item.contains(item.mapFromScene(at)) for item in _marked(self._window.contentItem()))


def _marked(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            if child.property("leavesHere"):
                yield child
            yield from _marked(child)
