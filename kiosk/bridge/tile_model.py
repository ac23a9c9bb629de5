"""The tiles that lie on a glass, as rows for QML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject
from PySide6.QtQml import QmlElement

from kiosk.bridge.addresses import tile_url
from kiosk.bridge.models import FIRST_ROLE, Index
from kiosk.bridge.qml import QmlUncreatable
from kiosk.explorer.mammogram import Mammogram
from kiosk.explorer.pyramid import Tile

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_ROOT = QModelIndex()


@QmlElement
@QmlUncreatable("made by the stage")
class TileModel(QAbstractListModel):
    """The tiles on the glass, coarse ones first; rows come and go one by one, so that the others stay as they are.

    x, y, w and h are pixels of the full picture: whole numbers, for the software renderer rounds what an item covers
    in the item's own units. In millimeters a tile would leave a gap of half of one.
    """

    NAMES = ("url", "x", "y", "w", "h", "level", "base")

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._roles = {FIRST_ROLE + i: QByteArray(n.encode()) for i, n in enumerate(self.NAMES)}
        self._tiles: list[Tile] = []
        self._mammogram: Mammogram | None = None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._tiles)

    def roleNames(self) -> dict[int, QByteArray]:
        return self._roles

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid() or role not in self._roles or self._mammogram is None:
            return None
        tile = self._tiles[index.row()]
        match self.NAMES[role - FIRST_ROLE]:
            case "url":
                return tile_url(self._mammogram.id, tile)
            case "level":
                return tile.level
            case "base":
                return tile.level == self._mammogram.pyramid.base
            case name:
                step = self._mammogram.pyramid.step(tile.level)
                left, top, right, bottom = self._mammogram.pyramid.pixels(tile.level, tile.column, tile.row)
                return {"x": left, "y": top, "w": right - left, "h": bottom - top}[name] * step

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return tuple(self._tiles)

    def use(self, mammogram: Mammogram | None) -> None:
        """Show tiles of `mammogram` from now on; none of it yet."""
        self.beginResetModel()
        self._mammogram = mammogram
        self._tiles = []
        self.endResetModel()

    def hold(self, wanted: Sequence[Tile], changes: int) -> bool:
        """Come nearer to having exactly these tiles, in the order of their levels, by at most `changes` new ones and as
        many that go. Whether that is done.
        """
        keep = set(wanted)
        gone = [row for row, tile in enumerate(self._tiles) if tile not in keep]
        for row in reversed(gone[:changes]):
            self.beginRemoveRows(_ROOT, row, row)
            del self._tiles[row]
            self.endRemoveRows()
        held = set(self._tiles)
        new = [tile for tile in wanted if tile not in held]
        for tile in new[:changes]:
            row = next((i for i, other in enumerate(self._tiles) if other.level > tile.level), len(self._tiles))
            self.beginInsertRows(_ROOT, row, row)
            self._tiles.insert(row, tile)
            self.endInsertRows()
        return len(new) <= changes and len(gone) <= changes
