"""One continuous pan and zoom, the same for the explorer and for what it is held beside, and the time of its frames."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQuick import QQuickWindow

FRAMES = 360
_PATIENCE_MS = 5000


def journey(width: float, height: float) -> Iterator[tuple[float, float, float, float, float]]:
    """(dx, dy, factor, x, y) for each frame, glass pixels: in, around, out, twice; never still."""
    for number in range(FRAMES):
        part = number / FRAMES
        factor = math.exp(0.045 * math.sin(4 * math.pi * part) * (1 if part < 0.98 else 0))
        angle = 10 * math.pi * part
        yield 9 * math.cos(angle), 9 * math.sin(angle), factor, width * 0.45, height * 0.4


class Frames:
    """Milliseconds from a change to the frame that shows it."""

    def __init__(self, window: QQuickWindow) -> None:
        self._swapped = 0.0
        self._loop = QEventLoop()
        self._patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._loop.quit)
        window.frameSwapped.connect(self._note)

    def after(self, change: Callable[[], None]) -> float:
        """Make the change and wait for its frame."""
        self._swapped = 0.0
        start = time.perf_counter()
        change()
        self._patience.start()
        while not self._swapped and self._patience.isActive():
            self._loop.exec()
        self._patience.stop()
        if not self._swapped:
            raise TimeoutError("no frame followed the change")
        return (self._swapped - start) * 1000

    def _note(self) -> None:
        self._swapped = self._swapped or time.perf_counter()
        self._loop.quit()
