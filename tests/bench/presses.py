"""From a finger's touch to the frame that shows it: measured inside the program, by touches of its own."""

from __future__ import annotations

import json
import os
import time

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

PRESSES = "BENCH_PRESSES"
"""The environment variable that says how many."""
_AWAY = 400  # pixels the finger slides off before it is lifted, so that nothing is pressed
_QUIET_ROUNDS, _ROUND_MS = 12, 10
_PATIENCE_MS = 5000


class Presser:
    """One finger on one window."""

    def __init__(self, window: QQuickWindow, at: tuple[int, int]) -> None:
        self._window = window
        self._at = QPoint(*at)
        self._device: QPointingDevice = QTest.createTouchDevice()
        self._swapped = 0.0
        self._loop = QEventLoop()
        self._patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._loop.quit)
        window.frameSwapped.connect(self._note)

    def times(self, count: int) -> list[float]:
        """Milliseconds of `count` presses, each begun while nothing moved."""
        return [self._one() for _ in range(count)]

    def shows(self) -> bool:
        """Whether a press changes the picture at all."""
        self._rest()
        before = self._picture()
        self._touch().press(0, self._at, self._window).commit()
        self._rest()
        after = self._picture()
        self._lift()
        return before != after and self._picture() == before

    def _one(self) -> float:
        self._rest()
        self._swapped = 0.0
        start = time.perf_counter()
        self._touch().press(0, self._at, self._window).commit()
        if not self._swapped:
            self._patience.start()
            self._loop.exec()
            self._patience.stop()
        if not self._swapped:
            raise TimeoutError("no frame followed the press")
        taken = self._swapped - start
        self._lift()
        return taken * 1000

    def _lift(self) -> None:
        away = self._at - QPoint(0, _AWAY)
        self._touch().move(0, away, self._window).commit()
        self._touch().release(0, away, self._window).commit()
        self._rest()

    def _rest(self) -> None:
        quiet = 0
        while quiet < _QUIET_ROUNDS:
            self._swapped = 0.0
            QTest.qWait(_ROUND_MS)
            quiet = 0 if self._swapped else quiet + 1

    def _picture(self) -> QImage:
        return self._window.grabWindow()

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._window, self._device, False)

    def _note(self) -> None:
        self._swapped = self._swapped or time.perf_counter()
        self._loop.quit()


def report(window: QQuickWindow, at: tuple[int, int]) -> None:
    """Press as often as the environment says, at pixel `at`; print the milliseconds as one JSON list."""
    presser = Presser(window, at)
    if not presser.shows():
        raise RuntimeError("a press does not show")
    print(json.dumps(presser.times(int(os.environ[PRESSES]))), flush=True)
