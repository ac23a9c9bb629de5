"""Holds the tiles of one picture for one glass: lets them come a few at a time, and the old ones go when nothing needs
them any more. Which ones those are, `kiosk.explorer.tiles` decides.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.bridge.addresses import tile_url
from kiosk.bridge.tile_model import TileModel
from kiosk.explorer import tiles
from kiosk.explorer.mammogram import Mammogram
from kiosk.explorer.pyramid import Tile
from kiosk.explorer.viewport import Glass, View

_AT_ONCE, _BETWEEN_MS = 2, 8
"""So many new tiles are begun for one frame: a whole level of them would hold it up."""


class TileHolder(QObject):
    """`due` asks to be told again what is looked at: more tiles may come now, or others go."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.model = TileModel(parent)
        self._mammogram: Mammogram | None = None
        self._ready: set[Tile] = set()
        self._tidy = self._timer(0)
        self._more = self._timer(_BETWEEN_MS)

    def _timer(self, after_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(self.due)
        return timer

    @property
    def changing(self) -> bool:
        """Whether tiles are still to come or to go."""
        return self._more.isActive() or self._tidy.isActive()

    @property
    def whole(self) -> bool:
        """Whether every tile on the glass stands."""
        return bool(self.model.tiles) and not self.changing and self._ready.issuperset(self.model.tiles)

    def use(self, mammogram: Mammogram | None) -> None:
        """Hold tiles of `mammogram` from now on; none of it yet."""
        self._mammogram = mammogram
        self._ready = set()
        self.model.use(mammogram)

    def hold(self, view: View, glass: Glass, *, stay: bool) -> None:
        """Have the tiles for `view`, beside those that it still needs; with `stay`, beside all that fit the bound."""
        one = self._mammogram
        if one is None:
            return
        wanted = tiles.wanted(one, view, glass, one.damaged)
        most = tiles.most_held(glass, one.pyramid)
        if stay:
            kept = [tile for tile in self.model.tiles if tile not in wanted][: most - len(wanted)]
        else:
            kept = list(tiles.keep(self.model.tiles, wanted, self._ready, most))
        held = (*wanted, *kept)
        if not self.model.hold(held, _AT_ONCE):
            self._more.start()
        self._ready.intersection_update(held)

    def loaded(self, source: str) -> None:
        """The image of a tile stands on the glass, wholly faded in, or never will: coarser ones under it may go."""
        one = self._mammogram
        if one is None:
            return
        tile = next((t for t in self.model.tiles if tile_url(one.id, t) == source), None)
        if tile is not None and tile not in self._ready:
            if tile not in one.damaged:  # a clear pixel came in its place: the coarser one stays to be seen
                self._ready.add(tile)
            self._tidy.start()  # not at once: the image that tells may be among those that go
