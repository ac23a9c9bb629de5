"""Specks as the drawn pixels show them: sizes at half height, contrast to noise.

Needs the same window with and without calcium. Must not know how specks were made: it looks at greys alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from kiosk.illustrate.hashing import Floats

_TURNS = np.linspace(0, np.pi, 36, endpoint=False)
Bytes = NDArray[np.uint8]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Speck:
    """One connected spot of calcium in a picture."""

    x: float
    y: float
    """Middle, mm from the window's top left corner."""
    long: float
    """Greatest width (Feret diameter) at half its own height, mm."""
    wide: float
    """Least width at half height, mm."""
    caliber: float
    """Widest inscribed circle at half height, mm: the thickness of a line, the wall of a ring."""
    angle: float
    """Direction of the greatest width, degrees, clockwise from the right (y grows downwards), 0..180."""


def found(drawn: Bytes, bare: Bytes, px: float, least: float = 6.0) -> list[Speck]:
    """Specks of a window with pixels of `px` mm: where `drawn` is brighter than `bare` by at least `least` greys."""
    extra = drawn.astype(np.float64) - bare.astype(np.float64)
    smooth = ndimage.gaussian_filter(extra, 0.6)
    labels, count = ndimage.label(smooth > least, structure=np.ones((3, 3)))
    specks: list[Speck] = []
    for index, part in enumerate(ndimage.find_objects(labels), start=1):
        if part is None or index > count:
            continue
        inside = np.where(labels[part] == index, smooth[part], 0.0)
        speck = _one(inside >= inside.max() / 2, px, part[1].start, part[0].start)
        if speck is not None:
            specks.append(speck)
    return specks


def _one(mask: Mask, px: float, left: int, top: int) -> Speck | None:
    lumps, count = ndimage.label(mask, structure=np.ones((3, 3)))
    if count == 0:
        return None
    if count > 1:  # other maxima of the same speck, each below half: keep the greatest lump
        mask = lumps == 1 + int(np.argmax(ndimage.sum_labels(mask, lumps, range(1, count + 1))))
    if mask.sum() < 3:
        return None
    rows, columns = np.nonzero(mask & ~ndimage.binary_erosion(mask, border_value=0))
    along = columns[:, None] * np.cos(_TURNS) + rows[:, None] * np.sin(_TURNS)
    # Pixels are squares: a run of n of them is n wide, whatever the direction (to within a third of a pixel).
    widths = along.max(axis=0) - along.min(axis=0) + 1
    reach = ndimage.distance_transform_edt(np.pad(mask, 1)).max()
    middle_y, middle_x = ndimage.center_of_mass(mask)
    return Speck(
        (left + middle_x + 0.5) * px, (top + middle_y + 0.5) * px, float(widths.max()) * px, float(widths.min()) * px,
        (2 * float(reach) - 1) * px, float(np.degrees(_TURNS[int(np.argmax(widths))])),
    )  # fmt: skip


def contrast(drawn: Bytes, bare: Bytes, places: Floats, sizes: Floats, px: float) -> list[float]:
    """Contrast to noise for specks at `places` (n, 2; mm in the window) of extent `sizes` (n; mm), on the shown greys.

    (mean where the speck is above half its height - mean of a ring around it) / spread of the ring.
    """
    extra = drawn.astype(np.float64) - bare.astype(np.float64)
    calcium = ndimage.binary_dilation(extra > 6, iterations=2)
    height, width = drawn.shape
    values: list[float] = []
    for (x, y), size in zip(places, sizes, strict=True):
        half, far = max(size / 2, px), size / 2 + 0.75
        reach = int(np.ceil(far / px)) + 1
        column, row = int(x / px), int(y / px)
        part = slice(max(0, row - reach), row + reach + 1), slice(max(0, column - reach), column + reach + 1)
        if row >= height or column >= width or row < 0 or column < 0:
            continue
        down, across = np.mgrid[part[0].start : min(part[0].stop, height), part[1].start : min(part[1].stop, width)]
        distance = np.hypot((across + 0.5) * px - x, (down + 0.5) * px - y)
        inside = np.where(distance <= half + px, extra[part], 0)
        ring = (distance > size / 2 + 0.15) & (distance < far) & ~calcium[part]
        if inside.max() <= 0 or ring.sum() < 20:
            continue
        above = (inside >= inside.max() / 2) & (inside > 0)
        around = drawn[part][ring].astype(np.float64)
        values.append(float((drawn[part][above].mean() - around.mean()) / max(around.std(), 0.5)))
    return values


def densest(places: Floats, radius: float) -> int:
    """Most specks within any circle of `radius` mm around the middle of two specks, or around one."""
    if len(places) == 0:
        return 0
    middles = np.concatenate([places, ((places[:, None] + places[None, :]) / 2).reshape(-1, 2)])
    gaps = np.hypot(middles[:, None, 0] - places[:, 0], middles[:, None, 1] - places[:, 1])
    return int((gaps <= radius).sum(axis=1).max())


def extent(places: Floats) -> float:
    """Greatest distance between two specks, mm."""
    if len(places) < 2:
        return 0.0
    return float(np.hypot(places[:, None, 0] - places[:, 0], places[:, None, 1] - places[:, 1]).max())


def elongation(places: Floats) -> float:
    """Spread along the main axis over spread across it (standard deviations)."""
    x, y = (places - places.mean(axis=0)).T
    xx, yy, xy = float((x * x).sum()), float((y * y).sum()), float((x * y).sum())
    half, root = (xx + yy) / 2, float(np.hypot((xx - yy) / 2, xy))
    return float(np.sqrt((half + root) / max(half - root, 1e-9)))


def wedge(places: Floats, apex: Floats) -> tuple[float, float]:
    """Width (mm) across the way to the nipple: of the third near `apex`, where ducts meet, and of the third far off."""
    way = apex - places.mean(axis=0)
    way = way / np.hypot(*way)
    along = (places - places.mean(axis=0)) @ way
    aside = (places - places.mean(axis=0)) @ np.array([-way[1], way[0]])
    low, high = np.quantile(along, (1 / 3, 2 / 3))
    return float(np.ptp(aside[along >= high])), float(np.ptp(aside[along <= low]))
