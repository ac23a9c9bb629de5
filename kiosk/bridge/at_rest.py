"""What must not disturb anybody waits here until nobody is at the kiosk.

Owns the moment. Must not know what is done then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, SignalInstance, Slot

from kiosk.session.step import fresh
from kiosk.staff.model import Door, Rest

if TYPE_CHECKING:
    from kiosk.bridge.kiosk import Kiosk

_LOOK_MS = 5000
"""What somebody has set on the first screen is forgotten without a signal."""
_CALM_MS = 1000
"""So long nobody must be there: the last page has faded, and a finger that comes at once has begun a visit."""


def at_rest(kiosk: Kiosk) -> bool:
    """Whether there is no visit, no staff at number pad or panel, and nobody who wipes the glass down."""
    desk = kiosk.desk.now
    return kiosk.visit == fresh(kiosk.rules) and desk.door is Door.SHUT and desk.rest is not Rest.CLEANING


class AtRest(QObject):
    """Calls once, in the window's thread, when the kiosk has been at rest for a moment."""

    def __init__(self, kiosk: Kiosk, call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._kiosk = kiosk
        self._call = call
        self._waits = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._now)
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_MS)
        self._again.timeout.connect(self._look)

    def wait(self) -> None:
        """Call as soon as nobody is there; a second time nothing more."""
        if not self._waits:
            self._waits = True
            self._again.start()
            for changed in self._changes():
                changed.connect(self._look)
            self._look()

    def cancel(self) -> None:
        """Nothing is to be done any more; a second time nothing."""
        if self._waits:
            self._waits = False
            self._again.stop()
            self._calm.stop()
            for changed in self._changes():
                changed.disconnect(self._look)

    def _changes(self) -> tuple[SignalInstance, ...]:
        kiosk = self._kiosk
        return (
            kiosk.placeChanged,
            kiosk.overlayChanged,
            kiosk.languageChanged,
            kiosk.ease.changed,
            kiosk.desk.doorChanged,
        )

    @Slot()
    def _look(self) -> None:
        if not at_rest(self._kiosk):
            self._calm.stop()
        elif not self._calm.isActive():
            self._calm.start()

    @Slot()
    def _now(self) -> None:
        if at_rest(self._kiosk):
            self.cancel()
            self._call()
