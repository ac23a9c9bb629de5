"""Python's garbage collector, on the window's thread alone.

Images are read in a thread of Qt's that runs Python. By itself the collector runs wherever an object is made, so it
could find a dead page's timers and items there; but Qt's objects must be destroyed in the thread they belong to, and
destroying them elsewhere waits for locks that the window's thread holds. So it does not run by itself while a window is
open: this object has it run, in small steps.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000
_AFTER_MS = 400
"""After a visit: its pages are gone by then, and nobody's touch has to wait."""
_YOUNG = 1
"""The generations swept each time; the rest at the end of a visit."""


class Sweeper(QObject):
    """Sweeps from now on until it is closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._sweep)
        self._last = QTimer(self)
        self._last.setSingleShot(True)
        self._last.setInterval(_AFTER_MS)
        self._last.timeout.connect(self._sweep_all)
        self._by_itself = gc.isenabled()
        gc.disable()

    def start(self) -> None:
        """Begin with the small steps: a first screen that nobody has touched makes no garbage."""
        if not self._timer.isActive():
            self._timer.start()

    def rest(self) -> None:
        """A visit has ended: sweep all that it left, once, then nothing until the next."""
        self._timer.stop()
        self._last.start()

    def close(self) -> None:
        """Python's own way again, if that was its way."""
        self._timer.stop()
        self._last.stop()
        if self._by_itself:
            gc.enable()

    def _sweep(self) -> None:
        gc.collect(_YOUNG)

    def _sweep_all(self) -> None:
        gc.collect()
