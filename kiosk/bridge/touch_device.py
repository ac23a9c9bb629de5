"""Whether there is a touch screen, and whether anybody's finger still reaches the kiosk through it.

Owns what Qt knows of devices, and the hours without a touch. Counts no touches and keeps no time of one: there has been
one since the last look, or not.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputDevice
from PySide6.QtQuick import QQuickWindow

from kiosk.health.facts import Touch

_HOUR = 3600.0
_TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})


class TouchDevice(QObject):
    """Watches one window; somebody calls `look` once a minute or so."""

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._was_there = False
        self._touched = True
        self._silent = 0.0
        self._looked: float | None = None
        self.state = Touch.UNKNOWN

    @property
    def silent_hours(self) -> float:
        """Hours that counted and in which nobody touched the glass, as of the last look."""
        return self._silent / _HOUR

    def look(self, now: float, counts: bool) -> None:
        """Look at time `now` (seconds of any clock that only goes). `counts`: patients may use the kiosk just now."""
        there = any(device.type() == QInputDevice.DeviceType.TouchScreen for device in QInputDevice.devices())
        self._was_there = self._was_there or there
        self.state = Touch.THERE if there else Touch.GONE if self._was_there else Touch.UNKNOWN
        if self._touched:
            self._silent = 0.0
            self._touched = False
            # Before all others that may swallow a touch; only until the next one, so that a visit costs nothing.
            self._window.installEventFilter(self)
        elif counts and self._looked is not None:
            self._silent += now - self._looked
        self._looked = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched = True
            watched.removeEventFilter(self)
        return False
