"""The least Qt Quick program: one window, one rectangle, one text."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

app = QGuiApplication(["floor"])
engine = QQmlApplicationEngine(str(Path(__file__).with_suffix(".qml")))
window: QQuickWindow = engine.rootObjects()[0]  # type: ignore[assignment]
window.frameSwapped.connect(lambda: (print("first frame", flush=True), "stay" in sys.argv or app.exit(0)))
sys.exit(app.exec())
