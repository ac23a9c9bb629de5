"""The floor once more, its rectangle as large as a language button and of another colour while a finger is on it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from tests.bench.presses import report

QML = """data:text/plain,import QtQuick
Item {
  width: 1080; height: 1920
  Rectangle { y: 1508; x: 56; width: 968; height: 138; color: tap.pressed ? "teal" : "navy"; TapHandler { id: tap } }
  Text { text: "Hello" }
}"""
app = QGuiApplication(["floor"])
view = QQuickView(QUrl(QML))
view.show()
report(view, (540, 1577))
