"""One scene from anatomy to grey, in strips. Owns the order of the steps and the mirroring of right breasts.

Pixels of any size show the same breast; a window shows what the whole shows there. Must not know files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from msgspec import structs
from numpy.typing import NDArray

from kiosk.illustrate import body, detector, gland, present
from kiosk.illustrate.body import Box, SkinReader
from kiosk.illustrate.hashing import Floats, Single
from kiosk.illustrate.lattice import Grid, Upsampler, pixels
from kiosk.illustrate.outline import Outline, outline
from kiosk.illustrate.scene import Scene, Spot
from kiosk.illustrate.spots import raster, shapes

Bytes = NDArray[np.uint8]
_SOFT = body.GAIN
_WINDOW = {"a": (-0.16, 1.12), "b": (-0.16, 1.18), "c": (-0.15, 1.26), "d": (-0.14, 1.34)}
"""Absorption (ln, equalized) that becomes black and white, per density class."""


@dataclass(frozen=True)
class Strip:
    """Some rows of a picture."""

    first: int
    """Number of the first row, from 0."""
    grey: Single
    """0..255, not yet rounded, shape (rows, columns)."""
    absorption: Single
    """ln units with noise, before all display processing."""


@dataclass(frozen=True)
class Drawing:
    """A scene made ready: fields on the 0.1 mm lattice, spots as pieces (all in left-breast places)."""

    scene: Scene
    box: Box
    body: body.Body
    made: tuple[shapes.Made, ...]
    sharpen: Single
    """What sharpening takes away, on the body's lattice."""

    def strips(self, px: float, box: Box | None = None, rows: int = 256, spots: bool = True) -> Iterator[Strip]:
        """The picture with pixels of `px` mm, from the top, at most `rows` rows at a time.

        `box` (mm of the picture) is a part of the prepared box, or None for all of it. `spots=False` leaves the calcium
        out and nothing else.
        """
        whole = pixels(px, *(mirrored(self.scene, box) if box else self.box))
        reach = self.body.grid.x[np.flatnonzero((self.body.skin > -0.6).any(axis=0))]
        width = min(whole.width, max(1, int(np.ceil((reach.max(initial=whole.x[0]) - whole.x[0]) / px)) + 1))
        grid = Grid(px, whole.left, whole.top, width, whole.height, 0.5)
        fields = [
            Upsampler(field, self.body.grid, grid) for field in (self.body.absorption, self.body.skin, self.sharpen)
        ]
        tables, table = present.tables(), present.curve(*_WINDOW[self.scene.density])
        pieces = [piece for made in self.made for piece in (*made.around, *(made.pieces if spots else ()))]
        for first in range(0, whole.height, rows):
            part = grid.rows(first, min(rows, whole.height - first))
            inner, skin, less = (field.rows(part) for field in fields)
            at = present.index(skin, tables.skin)
            inner += tables.skin[at]
            raster.deposit(inner, part, pieces, detector.blur(px), (body.MU_CALCIUM, _SOFT))
            inner += detector.quantum((self.scene.seed, self.scene.exposure), part, inner)
            gain = np.float32(1 + present.NEAR_GAIN + present.WIDE_GAIN)
            sharp = gain * (inner - tables.lift[at]) - less
            shade = present.grey(sharp, table) * tables.cover[at]
            inner *= skin > 0
            yield Strip(first, self._whole(shade, whole.width), self._whole(inner, whole.width))

    def picture(self, px: float, box: Box | None = None, spots: bool = True) -> Bytes:
        """All strips at once as whole greys, shape (rows, columns)."""
        return np.concatenate([whole_greys(strip.grey) for strip in self.strips(px, box, spots=spots)])

    def _whole(self, part: Single, width: int) -> Single:
        wide = np.pad(part, ((0, 0), (0, width - part.shape[1])))
        return np.ascontiguousarray(wide[:, ::-1]) if self.scene.side == "R" else wide


def whole_greys(grey: Single) -> Bytes:
    """0..255, rounded."""
    return np.rint(grey).astype(np.uint8)


def mirrored(scene: Scene, box: Box) -> Box:
    """A box of the picture in left-breast places, or the other way round."""
    return box if scene.side == "L" else (scene.canvas[0] - box[2], box[1], scene.canvas[0] - box[0], box[3])


def _left(scene: Scene, spot: Spot) -> Spot:
    return spot if scene.side == "L" else structs.replace(spot, at=(scene.canvas[0] - spot.at[0], spot.at[1]))


def place(scene: Scene, curve: Outline, reader: SkinReader) -> shapes.Place:
    """What the spots of `scene` may know."""

    def inside(x: Floats, y: Floats) -> Floats:
        under = reader(x, y)
        e = gland.envelope(scene.seed, curve, gland.DENSITIES[scene.density], gland.frame(curve, x, y), under)
        return np.asarray(np.where(under > 9, np.clip(0.45 + 0.4 * e, 0.06, 1), 0) * (x > 4))

    return shapes.Place(scene.seed, scene.view, gland.apex(curve), (0.0, 0.0, *scene.canvas), inside)


def specks(scene: Scene, curve: Outline | None = None, reader: SkinReader | None = None) -> tuple[shapes.Made, ...]:
    """The spots of a scene as pieces, in left-breast places; needs no anatomy beyond the outline."""
    curve = curve or outline(scene)
    around = place(scene, curve, reader or SkinReader(curve))
    return tuple(shapes.make(_left(scene, spot), around) for spot in scene.spots)


def _quiet(part: float) -> None:
    """Hears how much is done, and says nothing."""


def prepare(scene: Scene, box: Box | None = None, progress: Callable[[float], None] = _quiet) -> Drawing:
    """Everything but pixels, for `box` (mm of the picture, whole pixels) or the whole canvas; `progress` hears 0..1."""
    left = mirrored(scene, box) if box else (0.0, 0.0, *scene.canvas)
    curve = outline(scene)
    reader = SkinReader(curve)
    made = specks(scene, curve, reader)
    progress(0.2)
    vessels = [one.vessel for one in made if one.vessel is not None]
    tissue = body.build(scene, curve, reader, left, vessels, progress=lambda part: progress(0.2 + 0.7 * part))
    tables = present.tables()
    at = present.index(tissue.skin, tables.skin)
    shown = tissue.absorption + tables.skin[at]
    pieces = [piece for one in made for piece in (*one.around, *one.pieces)]
    raster.deposit(shown, tissue.grid, pieces, detector.BLUR, (body.MU_CALCIUM, _SOFT))
    shown -= tables.lift[at]
    shown = np.where(tissue.skin > 0, shown, np.float32(present.AIR))
    return Drawing(scene, left, tissue, made, present.mask(shown, tissue.grid))
