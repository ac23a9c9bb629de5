"""The floor of a pan: one full-screen grey Image, moved and scaled by the same journey."""

import json

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickImageProvider, QQuickItem, QQuickView

from tests.bench.journey import Frames, journey

QML = b"""import QtQuick
Item { width: 1080; height: 1362
  Item { transformOrigin: Item.TopLeft
    Image { source: "image://grey/1"; width: 1080; height: 1362; cache: false } } }"""


class Grey(QQuickImageProvider):
    def requestImage(self, name, size, requested):  # type: ignore[no-untyped-def]
        image = QImage(1080, 1362, QImage.Format.Format_Grayscale8)
        image.fill(90)
        return image


app = QGuiApplication(["floor"])
view = QQuickView()
view.engine().addImageProvider("grey", Grey(QQuickImageProvider.ImageType.Image))
view.resize(1080, 1362)
component = QQmlComponent(view.engine())
component.setData(QML, QUrl())
root: QQuickItem = component.create()  # type: ignore[assignment]
root.setParentItem(view.contentItem())
view.show()
world: QQuickItem = root.childItems()[0]
frames, taken = Frames(view), []
left, top, scale = 0.0, 0.0, 1.0


def place() -> None:
    world.setX(left)
    world.setY(top)
    world.setScale(scale)


for dx, dy, factor, x, y in journey(1080, 1362):
    left, top, scale = x - (x - left) * factor + dx, y - (y - top) * factor + dy, scale * factor
    taken.append(frames.after(place))
print(json.dumps(taken), flush=True)
