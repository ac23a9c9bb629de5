"""Pieces of calcium on one raster of 0.0125 mm, and how they come onto any coarser grid.

Owns the raster, its averaging and the detector's blur of small things. Must not know shapes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from kiosk.illustrate.hashing import Floats, Single
from kiosk.illustrate.lattice import Grid

RASTER = 0.0125
"""mm; every pixel size is an even multiple, or the raster itself."""


@dataclass(frozen=True)
class Piece:
    """One speck (or wall, rod, shell): its calcium and what else it does to the tissue."""

    x: float
    y: float
    """Middle, mm."""
    long: float
    wide: float
    """Nominal greatest and least extent, mm."""
    left: int
    top: int
    """Raster index of the array's first cell."""
    calcium: Single
    """Thickness of calcium per cell, mm, shape (rows, columns)."""
    soft: Single | None = None
    """Gland-equivalent to add (mm; negative where fat or oil takes its place), same shape."""


@dataclass(frozen=True)
class Patch:
    """A square of raster around a point, with the coordinates of its cells' centers."""

    left: int
    top: int
    x: Floats
    y: Floats


def patch(x: float, y: float, half_x: float, half_y: float | None = None) -> Patch:
    """Cells that cover `half_x` by `half_y` mm around a point; `x`, `y` of the patch are mm from the point."""
    half_y = half_x if half_y is None else half_y
    left, top = math.floor((x - half_x) / RASTER), math.floor((y - half_y) / RASTER)
    right, bottom = math.ceil((x + half_x) / RASTER), math.ceil((y + half_y) / RASTER)
    columns, rows = (np.arange(left, right) + 0.5) * RASTER - x, (np.arange(top, bottom) + 0.5) * RASTER - y
    across, down = np.meshgrid(columns, rows)
    return Patch(left, top, across, down)


def piece(
    at: Patch, middle: tuple[float, float], size: tuple[float, float], calcium: Floats, soft: Floats | None = None
) -> Piece:
    """A piece from a patch's arrays."""
    kept = None if soft is None else soft.astype(np.float32)
    return Piece(*middle, *size, at.left, at.top, calcium.astype(np.float32), kept)


def merged(parts: list[Piece], x: float, y: float, size: tuple[float, float]) -> Piece:
    """Several pieces that touch, as one; the thickest counts."""
    left, top = min(part.left for part in parts), min(part.top for part in parts)
    right = max(part.left + part.calcium.shape[1] for part in parts)
    bottom = max(part.top + part.calcium.shape[0] for part in parts)
    whole = np.zeros((bottom - top, right - left), np.float32)
    for part in parts:
        rows, columns = part.calcium.shape
        area = slice(part.top - top, part.top - top + rows), slice(part.left - left, part.left - left + columns)
        whole[area] = np.maximum(whole[area], part.calcium)
    return Piece(x, y, size[0], size[1], left, top, whole)


def _blur(field: Single, sigma: float) -> tuple[Single, int]:
    """Padded and blurred by `sigma` mm; also how many cells were added on each side."""
    pad = math.ceil(3.5 * sigma / RASTER)
    if pad == 0:
        return field, 0
    wide = np.pad(field, pad)
    return np.asarray(ndimage.gaussian_filter(wide, sigma / RASTER, truncate=3.5, mode="constant")), pad


def deposit(onto: Single, grid: Grid, pieces: Iterable[Piece], sigma: float, gains: tuple[float, float]) -> None:
    """Add pieces to `onto` (on `grid`): calcium x gains[0] + soft x gains[1], blurred by `sigma` mm, cell averages."""
    ratio = round(grid.step / RASTER)
    if abs(ratio * RASTER - grid.step) > 1e-9 or (ratio % 2 and ratio > 1):
        raise ValueError(f"{grid.step} mm is not an even multiple of {RASTER} mm")
    start_x = round((grid.left + grid.shift - 0.5) * ratio)
    start_y = round((grid.top + grid.shift - 0.5) * ratio)
    for one in pieces:
        if not _near(one, (start_x, start_y), grid, ratio, sigma):
            continue
        field = one.calcium * np.float32(gains[0])
        if one.soft is not None:
            field = field + one.soft * np.float32(gains[1])
        field, pad = _blur(field, sigma)
        left, top = one.left - pad - start_x, one.top - pad - start_y
        before_x, before_y = left % ratio, top % ratio
        rows, columns = field.shape
        field = np.pad(field, ((before_y, -(rows + before_y) % ratio), (before_x, -(columns + before_x) % ratio)))
        height, width = field.shape[0] // ratio, field.shape[1] // ratio
        small = field.reshape(height, ratio, width, ratio).mean(axis=(1, 3), dtype=np.float32)
        _add(onto, small, (left - before_x) // ratio, (top - before_y) // ratio)


def _near(one: Piece, start: tuple[int, int], grid: Grid, ratio: int, sigma: float) -> bool:
    start_x, start_y = start
    pad = math.ceil(3.5 * sigma / RASTER) + ratio
    rows, columns = one.calcium.shape
    return (
        one.left + columns + pad > start_x
        and one.left - pad < start_x + grid.width * ratio
        and one.top + rows + pad > start_y
        and one.top - pad < start_y + grid.height * ratio
    )


def _add(onto: Single, small: Single, left: int, top: int) -> None:
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + small.shape[1], onto.shape[1]), min(top + small.shape[0], onto.shape[0])
    if x0 < x1 and y0 < y1:
        onto[y0:y1, x0:x1] += small[y0 - top : y1 - top, x0 - left : x1 - left]
