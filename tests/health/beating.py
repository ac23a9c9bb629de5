"""A program of the tests: a window with the kiosk's heartbeat, and one thing wrong with it.

`python -m tests.health.beating FAULT`, where FAULT is one of those below. It prints `planted` when it has gone wrong.
"""

from __future__ import annotations

import os
import signal
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.heartbeat import Heartbeat
from kiosk.bridge.signals import Signals
from kiosk.health.notify import listener

AFTER = 700
"""Milliseconds until it goes wrong."""
FAULTS = ("none", "hidden", "never_shown", "dark", "frameless", "gui", "renderer")


class Window(QQuickWindow):
    """It can be told to draw no more, as when the output it stands on is off."""

    drawn = True

    def update(self) -> None:
        if self.drawn:
            super().update()


class Fault(QObject):
    """Goes wrong once, when its time has come."""

    def __init__(self, name: str, window: Window, heartbeat: Heartbeat) -> None:
        super().__init__(window)
        self._name = name
        self._window = window
        self._heartbeat = heartbeat
        self._armed = False
        if name == "renderer":
            window.beforeRendering.connect(self.stall, Qt.ConnectionType.DirectConnection)
        QTimer.singleShot(AFTER, self.happen)

    @Slot()
    def stall(self) -> None:
        """In the thread that draws: never come back, while Python goes on elsewhere."""
        while self._armed:
            time.sleep(0.05)

    @Slot()
    def happen(self) -> None:
        print("planted", flush=True)
        match self._name:
            case "hidden":
                self._window.hide()
            case "dark":
                self._heartbeat.setDark(True)
                self._window.drawn = False
            case "frameless":
                self._window.drawn = False
            case "gui":
                while True:
                    time.sleep(1)
            case "renderer":
                self._armed = True
                # The window's own thread is well and goes on; only what is drawn does not come.
                ticking = QTimer(self)
                ticking.timeout.connect(self.tick)
                ticking.start(20)

    @Slot()
    def tick(self) -> None:
        print("tick", flush=True)


def main(fault: str) -> int:
    app = QGuiApplication(["beating"])
    signals = Signals(app)
    window = Window()
    window.resize(200, 200)
    teller = listener(os.environ)
    assert teller is not None
    heartbeat = Heartbeat(window, teller, "The kiosk is ready.", app)
    kept = Fault(fault, window, heartbeat)
    if fault != "never_shown":
        window.show()
    code = app.exec()
    heartbeat.stop()
    kept.deleteLater()
    signals.deleteLater()
    return code


if __name__ == "__main__":
    signal.alarm(60)  # never longer than its test
    sys.exit(main(sys.argv[1]))
