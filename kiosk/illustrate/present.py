"""From absorption to grey as a mammography unit shows it: skin, peripheral equalization, sharpening, a sigmoid curve.

All that depends on the depth under the skin alone stands in tables. Must not know anatomy or files.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from kiosk.illustrate.body import GAIN, MU_FAT, ROUND, thickness
from kiosk.illustrate.hashing import Floats, Single
from kiosk.illustrate.lattice import Grid, nodes, resample

SKIN_MM = 1.5
"""Skin thickness, mm (published mean 1.44 +- 0.25)."""
NEAR, WIDE = 0.30, 2.2
"""Radii (sigma, mm) of the two unsharp masks."""
NEAR_GAIN, WIDE_GAIN = 0.50, 0.32
AIR = -0.45
"""What the sharpening sees outside the breast, ln units."""
_STEP, _LEAST = 0.01, -1.0
_CURVE = 8192
_LOW, _HIGH = -0.5, 2.2


@dataclass(frozen=True)
class Tables:
    """Values per 0.01 mm of depth under the skin, from -1 mm."""

    skin: Single
    """Absorption of the skin, ln units."""
    lift: Single
    """What peripheral equalization takes away, ln units; in air it makes up for the missing tissue."""
    cover: Single
    """0 in air, 1 under the skin, and a little darker near it."""


def tables() -> Tables:
    """The tables, detector blur included."""
    d = np.arange(_LEAST, 30.0, _STEP)
    inward = np.clip(d, 0, ROUND)
    outer = np.sqrt(ROUND**2 - (ROUND - inward) ** 2)
    inner = np.sqrt(np.clip((ROUND - SKIN_MM) ** 2 - (ROUND - inward) ** 2, 0, None))
    path = 2 * (outer - inner)
    path = np.where(path > 8.0, 8.0 + 4.0 * np.tanh((path - 8.0) / 4.0), path)
    skin = ndimage.gaussian_filter1d(GAIN * 0.85 * path, 0.10 / _STEP)
    lift = 0.93 * MU_FAT * thickness(d) + 0.30 * skin
    edge = np.clip(d / 0.22, 0, 1)
    edge = edge * edge * (3 - 2 * edge)
    cover = edge * (0.80 + 0.20 * np.clip(d / 14.0, 0, 1))
    return Tables(skin.astype(np.float32), lift.astype(np.float32), cover.astype(np.float32))


def index(depth: Single, table: Single) -> NDArray[np.int32]:
    """Where to look in a table for each depth (mm)."""
    at = (depth - np.float32(_LEAST)) * np.float32(1 / _STEP) + np.float32(0.5)
    found: NDArray[np.int32] = np.clip(at, 0, len(table) - 1).astype(np.int32)
    return found


def mask(shown: Single, grid: Grid) -> Single:
    """What sharpening takes away: two blurs of the shown absorption on its 0.1 mm lattice, weighted."""
    near = ndimage.gaussian_filter(shown, NEAR / grid.step, truncate=3.5, mode="nearest")
    factor = 4
    coarse = nodes(grid.step * factor, grid.box)
    rows = np.clip(np.arange(coarse.top, coarse.top + coarse.height) * factor - grid.top, 0, grid.height - 1)
    columns = np.clip(np.arange(coarse.left, coarse.left + coarse.width) * factor - grid.left, 0, grid.width - 1)
    thin = near[np.ix_(rows, columns)]
    rest = np.sqrt(WIDE**2 - NEAR**2)
    wide = ndimage.gaussian_filter(thin, rest / coarse.step, truncate=3.2, mode="nearest")
    return np.asarray(
        np.float32(NEAR_GAIN) * near + np.float32(WIDE_GAIN) * resample(wide, coarse, grid), dtype=np.float32
    )


def curve(low: float, high: float) -> Single:
    """Grey (0..255, float) over 8,192 steps of sharpened absorption from _LOW to _HIGH."""
    v = (np.linspace(_LOW, _HIGH, _CURVE) - low) / (high - low)

    def sigmoid(at: Floats | float) -> Floats:
        return np.asarray(1 / (1 + np.exp(-4.6 * (np.asarray(at) - 0.54))))

    floor, roof = sigmoid(-0.10), sigmoid(1.22)
    return np.asarray(np.clip(255 * (sigmoid(v) - floor) / (roof - floor), 0, 255), dtype=np.float32)


def grey(sharp: Single, table: Single) -> Single:
    """Look sharpened absorption up in a curve."""
    at = (sharp - np.float32(_LOW)) * np.float32((_CURVE - 1) / (_HIGH - _LOW)) + np.float32(0.5)
    return np.asarray(table[np.clip(at, 0, _CURVE - 1).astype(np.int32)])
