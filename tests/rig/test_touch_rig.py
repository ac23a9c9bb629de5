"""The touch rig itself: what it says a finger did is what a Qt program sees."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

from tests.rig.touch_rig import TouchRig

PROGRAM = """
import sys
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

app = QGuiApplication(sys.argv)
view = QQuickView()
view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
view.setSource(QUrl.fromLocalFile(sys.argv[1]))
view.rootObject().said.connect(lambda words: print(words, flush=True))
view.frameSwapped.connect(lambda: print("ready", flush=True), Qt.ConnectionType.SingleShotConnection)
view.setGeometry(app.primaryScreen().geometry())  # there is no window manager that would do it
view.show()
app.exec()
"""
QML = """
import QtQuick

Rectangle {
    id: root

    signal said(string words)

    TapHandler {
        acceptedDevices: PointerDevice.TouchScreen
        onTapped: event => root.said("tap " + Math.round(event.position.x) + " " + Math.round(event.position.y))
    }
    PinchHandler {
        target: null
        onActiveChanged: if (!active)
            root.said("pinch " + (persistentScale > 1.5))
    }
}
"""


def until(output: IO[str], word: str) -> str:
    """The next line that begins with `word`; empty when the program ends first."""
    return next((line.strip() for line in output if line.startswith(word)), "")


@pytest.mark.skipif(not TouchRig.available(), reason="needs xserver-xorg-core")
def test_a_qt_program_sees_the_taps_and_the_pinch(tmp_path: Path) -> None:
    page = tmp_path / "Page.qml"
    page.write_text(QML, encoding="utf-8")
    with TouchRig(800, 600) as rig:
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(page)],
            env=rig.env() | {"QT_QUICK_BACKEND": "software"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        limit = threading.Timer(20, program.kill)
        limit.start()
        try:
            assert program.stdout is not None
            assert until(program.stdout, "ready") == "ready"
            rig.tap(300, 200)
            assert until(program.stdout, "tap") == "tap 300 200"
            rig.pinch((400, 300), start=100, end=400)
            assert until(program.stdout, "pinch") == "pinch true"
            rig.palm(400, 300)
            rig.tap(10, 590)
            assert until(program.stdout, "tap 10") == "tap 10 590"
        finally:
            limit.cancel()
            program.kill()
            program.wait()
