"""A kiosk's window in this process: where its controls are, touches on it, and its picture once it has come to rest."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge.kiosk import Kiosk
from kiosk.session.hands import QUIET

Point = tuple[float, float]
_ROUND_MS = 10
_QUIET_ROUNDS = 8  # of the event loop without a new frame: an animation draws one every 16 ms
_PATIENCE_MS = 20_000
_PAUSE_MS = math.ceil(QUIET * 1000) + 20
_STEP_MS = 5  # between two places of a finger: pages move with the time that passes, too
_UNDER_THE_FADE = 170  # pixels at the lower end of a page where "More below" lies over it


class Glass:
    """The window of a kiosk in this process, to be looked at and touched."""

    def __init__(self, window: QQuickWindow, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self._window = window
        self._frames = 0
        self._stirred = True
        window.frameSwapped.connect(self._count)

    def picture(self) -> QImage:
        """What stands on the glass once nothing moves any more."""
        self._settle()
        return self._window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)

    def press(self, at: Point) -> None:
        """A finger down, and kept there."""
        self._touch().press(0, _pixel(at), self._window).commit()

    def slide(self, start: Point, end: Point, steps: int = 12) -> None:
        """The finger that is down goes from `start` to `end`."""
        for step in range(1, steps + 1):
            x, y = (a + (b - a) * step / steps for a, b in zip(start, end, strict=True))
            self._touch().move(0, _pixel((x, y)), self._window).commit()
            QTest.qWait(_STEP_MS)

    def release(self, at: Point) -> None:
        self._touch().release(0, _pixel(at), self._window).commit()

    def tap(self, at: Point) -> None:
        self._settle()
        self._pause()
        self.press(at)
        self.release(at)

    def swipe(self, start: Point, end: Point) -> None:
        self._settle()
        self.press(start)
        self.slide(start, end)
        self.release(end)

    def pinch(self, at: Point, start: float, end: float, steps: int = 20) -> None:
        """Two fingers on a level line through `at`, their distance going from `start` to `end` pixels."""
        self._settle()
        x, y = at
        both = self._touch()  # one sequence: it knows where a finger rests while the other one moves
        left, right = (_pixel((x + side * start / 2, y)) for side in (-1, 1))
        both.press(0, left, self._window).commit()
        both.stationary(0).press(1, right, self._window).commit()
        for step in range(1, steps + 1):
            half = (start + (end - start) * step / steps) / 2
            left, right = (_pixel((x + side * half, y)) for side in (-1, 1))
            both.move(0, left, self._window).move(1, right, self._window).commit()
            QTest.qWait(_STEP_MS)
        both.release(0, left, self._window).release(1, right, self._window).commit()

    def cards(self) -> list[tuple[str, str]]:
        """The ids and names of the home screen's topics."""
        model = self.kiosk.topics
        roles = {name.toStdString(): role for role, name in model.roleNames().items()}
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        return [(str(model.data(row, roles["topicId"])), str(model.data(row, roles["card"]))) for row in rows]

    def control(self, name: str) -> Point:
        """The middle of the control with this accessible name, which may go on after it. Raises LookupError."""
        self._settle()
        found = self._first(lambda face: _fits(_name(face), name))
        if found is None:
            raise LookupError(f"no control is called {name!r}; there are {[_name(f) for _, f in self._controls()]}")
        return found

    def shows(self, name: str) -> bool:
        """Whether a control of this name can be touched."""
        self._settle()
        return self._first(lambda face: _name(face) == name) is not None

    def expander(self) -> Point | None:
        """The first closed part on the glass that can be opened."""
        self._settle()
        return self._first(lambda face: bool(face.state().checkable) and not face.state().checked, _UNDER_THE_FADE)

    def other_tab(self) -> Point | None:
        """The first tab on the glass that is not chosen."""
        self._settle()
        tab = QAccessible.Role.PageTab
        return self._first(lambda face: face.role() == tab and not face.state().selected, _UNDER_THE_FADE)

    def marked(self, name: str) -> Point:
        """The middle of the first item of which this property is true. Raises StopIteration where there is none."""
        self._settle()
        item = next(item for item in _walk(self._window.contentItem()) if item.isVisible() and item.property(name))
        place = item.mapRectToScene(item.boundingRect()).center()
        return place.x(), place.y()

    def stands_at(self, share: float) -> bool:
        """Whether the page has come to rest at this share of its length, 0 to 1."""
        self._settle()
        return math.isclose(self.kiosk.session.scroll, share, abs_tol=1e-4)

    def waits(self, condition: Callable[[], bool]) -> bool:
        """Let things happen until `condition` holds; False when it does not for long."""
        self._stirred = True
        whole = QElapsedTimer()
        whole.start()
        while not condition() and whole.elapsed() < _PATIENCE_MS:
            QTest.qWait(_ROUND_MS)
        return condition()

    def _first(self, fits: Callable[[QAccessibleInterface], bool], room: int = 0) -> Point | None:
        glass = QRectF(0, 0, self._window.width(), self._window.height() - room)
        for item, face in self._controls():
            place = item.mapRectToScene(item.boundingRect())
            if fits(face) and glass.contains(place.center()):
                return round(place.center().x()), round(place.center().y())
        return None

    def _controls(self) -> Iterator[tuple[QQuickItem, QAccessibleInterface]]:
        roles = (QAccessible.Role.Button, QAccessible.Role.PageTab)
        for item in _walk(self._window.contentItem()):
            face = QAccessible.queryAccessibleInterface(item) if item.isVisible() and item.isEnabled() else None
            if face is not None and face.isValid() and face.role() in roles:
                yield item, face

    def _settle(self) -> None:
        """Let things happen until no frame has been drawn for a while; at once where nothing was touched since."""
        if not self._stirred:
            return
        whole = QElapsedTimer()
        whole.start()
        quiet = 0
        while quiet < _QUIET_ROUNDS:
            seen = self._frames
            QTest.qWait(_ROUND_MS)
            quiet = quiet + 1 if seen == self._frames and self._whole() else 0
            if whole.elapsed() > _PATIENCE_MS:
                raise TimeoutError("the screen never comes to rest")
        self._stirred = False

    def _whole(self) -> bool:
        """Whether no mammogram waits for a tile: they are read in a thread of their own."""
        stages = self._window.findChildren(QObject, "mammogram") if self.kiosk.screen == "explorer" else []
        return all(stage.property("whole") or not stage.property("shown") for stage in stages)

    def _pause(self) -> None:
        """Let so much time pass that the next tap is not taken for the last one doubled."""
        QTest.qWait(_PAUSE_MS)

    def _touch(self) -> QTest.QTouchEventSequence:
        self._stirred = True
        return QTest.touchEvent(self._window, _device(), False)

    def _count(self) -> None:
        self._frames += 1


@cache
def _device() -> QPointingDevice:
    return QTest.createTouchDevice()


def _pixel(at: Point) -> QPoint:
    return QPointF(*at).toPoint()


def _name(face: QAccessibleInterface) -> str:
    return face.text(QAccessible.Text.Name)


def _walk(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _walk(child)


def _fits(said: str, asked: str) -> bool:
    """Whether a control's name is the one that is asked for, which may go on after a comma or a full stop."""
    return said == asked or said.startswith((asked + ", ", asked + ". "))
