"""One switch: the focus goes on by itself from control to control, and the switch presses what it has reached.

Owns when it goes on and when it rests. Must not know what pressing does, nor where controls stand (`bridge.focus`).
Imported only where a site's keypad asks for it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.focus import Focus
from kiosk.bridge.kiosk import Kiosk

ROUNDS = 3
"""So often it goes round without a press; then it rests, so that the visit can end where nobody is left."""


class Scanner(QObject):
    """Steps through the screen; a step is no sign of anybody being there."""

    def __init__(self, kiosk: Kiosk, focus: Focus, seconds: float, parent: QObject) -> None:
        super().__init__(parent)
        self._kiosk = kiosk
        self._focus = focus
        self._seconds = seconds
        self._rounds = 0
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        self._running = False
        kiosk.speech.playingChanged.connect(self._wait)

    @property
    def running(self) -> bool:
        return self._running

    def pressed(self) -> None:
        """Somebody is there: begin, or go on with a whole number of rounds before it."""
        self._running = True
        self._rounds = 0
        self._wait()

    def stop(self) -> None:
        self._running = False
        self._timer.stop()

    def tick(self) -> None:
        """Go on if it is time to."""
        if not self._running:
            return
        if self._kiosk.speech.playing or self._kiosk.now() < self._due:
            self._arm()
            return
        if self._focus.at_last() and not self._focus.unheard:
            self._rounds += 1
        if self._rounds == ROUNDS:
            self.stop()
            self._focus.hide()
            return
        self._focus.step(1)
        self._wait()

    def _wait(self) -> None:
        """A whole step from now; while a control is being named, from the end of that."""
        if self._running:
            self._due = self._kiosk.now() + self._seconds
            self._arm()

    def _arm(self) -> None:
        if self._kiosk.speech.playing:
            self._timer.stop()  # `playingChanged` will come
        else:
            self._timer.start(max(1, round((self._due - self._kiosk.now()) * 1000)))
