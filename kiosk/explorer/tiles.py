"""Which tiles the glass needs, and which old ones stay until new ones have come.

Owns the choice. It holds no tile and loads none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kiosk.explorer.mammogram import Magnified, Mammogram
from kiosk.explorer.pyramid import LEAST_SHARP, Pyramid, Tile
from kiosk.explorer.viewport import Box, Glass, View

__all__ = ["MARGIN", "Tile", "close_up", "keep", "most_held", "wanted"]

MARGIN = 0.25
"""How much of a tile beyond the glass is fetched ahead."""
COARSE = 1.4
"""From so many glass pixels per picture pixel on, a magnification view shows more than the picture itself."""


def wanted(mammogram: Mammogram, view: View, glass: Glass, damaged: Collection[Tile] = frozenset()) -> tuple[Tile, ...]:
    """The tiles to show, in the order in which to fetch them: the whole picture in one tile, then those of the right
    level on the glass and a little beyond, the middle first. In place of a damaged one stands the next coarser.
    """
    pyramid = mammogram.pyramid
    base = Tile(pyramid.base, 0, 0)
    view = glass.clamped(view)
    level = pyramid.level_for(view.scale * mammogram.pixel_mm)
    found: dict[Tile, None] = {} if base in damaged else {base: None}
    if level <= base.level and found:
        return tuple(found)
    seen, px = glass.seen(view), mammogram.pixel_mm
    box = Box(seen.left / px, seen.top / px, seen.right / px, seen.bottom / px)
    for column, row in pyramid.covering(level, box.grown(MARGIN * pyramid.tile * pyramid.step(level))):
        for coarser in range(level, -1, -1):
            tile = Tile(level, column, row).above(coarser)
            if tile not in damaged:
                found.setdefault(tile)
                break
    return tuple(found)


def keep(held: Iterable[Tile], wanted: Collection[Tile], ready: Collection[Tile], most: int) -> tuple[Tile, ...]:
    """Those of `held` that stay beside the wanted ones, in drawing order.

    A loaded tile that is wanted no more stays while a wanted tile on the same place is not ready (loaded, and fully
    faded in), so that there is never a hole; the tile below everything counts for none. Together with `wanted` they
    are never more than `most` (see `most_held`): coarser ones stay before finer, and the sharpest of them first.
    """
    below = min(wanted, default=None) if len(wanted) > 1 else None
    waiting = [tile for tile in wanted if tile not in ready and tile != below]
    useful = [
        tile for tile in set(held) if tile in ready and tile not in wanted and any(tile.meets(w) for w in waiting)
    ]
    level = max((tile.level for tile in wanted), default=0)
    useful.sort(key=lambda tile: (tile.level > level, abs(tile.level - level), tile))
    return tuple(sorted(useful[: max(0, most - len(wanted))]))


def most_held(glass: Glass, pyramid: Pyramid) -> int:
    """How many tiles may be held at once before this glass: what two levels need to cover it."""
    return 2 * _full(glass, pyramid) + 1


def close_up(mammogram: Mammogram, view: View, glass: Glass) -> tuple[str, Magnified] | None:
    """The spot whose magnification view lies over the tiles, the nearest to the middle; None while tiles are finer."""
    if view.scale * mammogram.pixel_mm < COARSE:
        return None
    seen = glass.seen(view)
    near = [(s.id, s.magnified) for s in mammogram.spots if s.magnified and s.magnified.box.meets(seen)]
    return min(near, key=lambda one: _gap(one[1].box, view), default=None)


def _gap(box: Box, view: View) -> float:
    """How far a box's middle is from the middle of the glass, mm squared."""
    x, y = box.centre
    return (x - view.x) ** 2 + (y - view.y) ** 2


def _full(glass: Glass, pyramid: Pyramid) -> int:
    """The most tiles of one level that `wanted` can ask for."""
    sharpest = 2 * LEAST_SHARP  # px of a level for each px of the glass, at the most
    spans = [sharpest * side / pyramid.tile + 2 * MARGIN for side in (glass.width, glass.height)]
    columns, rows = (min(int(span) + 2, count) for span, count in zip(spans, pyramid.grid(pyramid.top), strict=True))
    return columns * rows
