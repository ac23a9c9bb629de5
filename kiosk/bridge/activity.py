"""What comes in at the window: every touch and wheel counts as somebody being there. Keys: `kiosk.bridge.keypad`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from kiosk.bridge.kiosk import Kiosk

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
    }
)


class Activity(QObject):
    """Watches a window's events and tells the kiosk; it swallows none. Staff are no visitors."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and not self._kiosk.covered:
            self._kiosk.touched()
        return False
