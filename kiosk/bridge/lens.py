"""The round picture in the lens: what lies under its middle, several times larger.

Painted, not composed of items: a round cut of a picture needs a shader or a painter, and shaders do not exist in the
software renderer. It looks the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.bridge.mammograms import read_tile, read_view
from kiosk.bridge.qml import Writable
from kiosk.bridge.stage import Stage
from kiosk.explorer import tiles
from kiosk.explorer.mammogram import Mammogram
from kiosk.explorer.pyramid import Tile
from kiosk.explorer.viewport import Box, Glass, View

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LensGlass(QQuickPaintedItem):
    """A disc of the picture around (centerX, centerY) mm, `factor` times as large as the stage shows it."""

    stageChanged = Signal()
    placeChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._x = self._y = 0.0
        self._factor = 3.3
        self.setAntialiasing(True)

    def _get_stage(self) -> Stage | None:
        return self._stage

    def _set_stage(self, stage: Stage | None) -> None:
        if stage is self._stage:
            return
        if self._stage is not None:
            self._stage.viewChanged.disconnect(self._renew)
            self._stage.pictureChanged.disconnect(self._renew)
            self._stage.pixels.arrived.disconnect(self._renew)
        self._stage = stage
        if stage is not None:
            stage.viewChanged.connect(self._renew)
            stage.pictureChanged.connect(self._renew)
            stage.pixels.arrived.connect(self._renew)
        self.stageChanged.emit()
        self.update()

    stage = Writable(Stage, _get_stage, _set_stage, notify=stageChanged)

    def _get_centerX(self) -> float:
        """Millimeters of the picture."""
        return self._x

    def _set_centerX(self, x: float) -> None:
        self._x = x
        self.placeChanged.emit()
        self.update()

    centerX = Writable(float, _get_centerX, _set_centerX, notify=placeChanged)

    def _get_centerY(self) -> float:
        return self._y

    def _set_centerY(self, y: float) -> None:
        self._y = y
        self.placeChanged.emit()
        self.update()

    centerY = Writable(float, _get_centerY, _set_centerY, notify=placeChanged)

    def _get_factor(self) -> float:
        return self._factor

    def _set_factor(self, factor: float) -> None:
        self._factor = factor
        self.placeChanged.emit()
        self.update()

    factor = Writable(float, _get_factor, _set_factor, notify=placeChanged)

    def _renew(self) -> None:
        self.update()

    def paint(self, painter: QPainter) -> None:
        stage, one = self._stage, self._stage.mammogram if self._stage else None
        if stage is None or one is None or self.width() < 1 or self.height() < 1:
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        disc = QPainterPath()
        disc.addEllipse(QRectF(0, 0, self.width(), self.height()))
        painter.setClipPath(disc)
        painter.fillPath(disc, QColor(0, 0, 0))  # beyond the picture there is film without light
        # A glass over all tissue there is: the lens may look past the picture's edge, so nothing is clamped here.
        glass = Glass(self.width(), self.height(), one.box, one.body, stage.glass.most * self._factor, one.side)
        view = View(self._x, self._y, stage.view.scale * self._factor)
        for box, image in self._layers(stage, one, glass, view):
            left, top = glass.to_glass(view, box.left, box.top)
            painter.drawImage(QRectF(left, top, box.width * view.scale, box.height * view.scale), image)

    def _layers(self, stage: Stage, one: Mammogram, glass: Glass, view: View) -> Iterator[tuple[Box, QImage]]:
        """What there is to paint, coarse first; what is missing is read meanwhile."""
        pixels = stage.pixels
        base = Tile(one.pyramid.base, 0, 0)
        for tile in dict.fromkeys((base, *tiles.wanted(one, view, glass, one.damaged))):
            key = (one.id, str(tile.level), f"{tile.column}_{tile.row}")
            image = pixels.get(key, lambda tile=tile: read_tile(one, tile))  # type: ignore[misc]
            if image is not None:
                yield one.tile_box(tile.level, tile.column, tile.row), image
        seen = glass.seen(view)
        for spot in one.spots:
            if spot.magnified and spot.magnified.box.meets(seen):
                image = pixels.get((one.id, spot.id), lambda spot=spot: read_view(one, spot.id))  # type: ignore[misc]
                if image is not None:
                    yield spot.magnified.box, image
