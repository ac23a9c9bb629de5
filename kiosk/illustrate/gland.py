"""Where glandular tissue is: an envelope behind the nipple, cut into lobes by fat lobules, averaged over depth slices.

A projected breast is a mean of many thresholded sheets. Thresholded noise carved by fat cells (Bakic: ligaments are the
borders of fat compartments) gives scalloped edges and lucent holes; smooth noise alone would give cloud.
Must not know grey.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from kiosk.illustrate import noise
from kiosk.illustrate.hashing import Draws, Floats, Single, seed64
from kiosk.illustrate.lattice import Grid, nodes, resample
from kiosk.illustrate.outline import Outline, depth, muscle_depth

SLICES = 10
_LATTICE = 0.3
_CORNER = 0.3
_FRONT = 14.0
"""The ducts' lines meet this far in front of the nipple, mm, so that they do not pinch behind it."""


@dataclass(frozen=True, slots=True)
class Density:
    """What sets the four classes apart."""

    width: float
    """Half-width of the gland 38 mm behind the nipple, mm."""
    area: float
    """Part of the breast's area that should be dense (published means: 0.04, 0.19, 0.40, 0.62)."""
    under_skin: float
    """Subcutaneous fat, mm."""
    reach: float
    """How far the gland reaches back from the nipple, mm."""
    lobule: float
    """Usual size of a fat lobule, mm."""
    carve: float
    """How deep lobules cut."""
    order: float
    """Weight of the envelope against chance: low gives wisps, high gives one mass."""
    fibres: int
    """Traced fibres per 100 cm2 of canvas."""
    mottle: float
    """Weight of the fine structure: very dense tissue is more even."""


DENSITIES = {
    "a": Density(30, 0.018, 9.0, 84, 15, 0.80, 0.60, 260, 1.0),
    "b": Density(37, 0.18, 8.0, 90, 13, 0.70, 0.95, 620, 1.0),
    "c": Density(46, 0.38, 7.0, 94, 13, 0.75, 1.15, 820, 1.0),
    "d": Density(58, 0.60, 5.0, 100, 17, 0.70, 1.90, 560, 0.8),
}


@dataclass(frozen=True)
class Frame:
    """Places seen from the nipple; all arrays share one shape, mm and radians."""

    x: Floats
    y: Floats
    radius: Floats
    """Distance from the virtual point in front of the nipple."""
    angle: Floats
    """Angle off the gland's axis, positive downwards in the picture for a left breast."""
    axial: Floats
    """Distance behind the nipple along the axis."""
    lateral: Floats


def apex(curve: Outline) -> tuple[float, float]:
    """The virtual point in front of the nipple, mm."""
    return curve.nipple[0] + _FRONT * curve.outward[0], curve.nipple[1] + _FRONT * curve.outward[1]


def frame(curve: Outline, x: Floats, y: Floats) -> Frame:
    """Nipple-polar coordinates of points."""
    ax, ay = apex(curve)
    back = np.array([-np.cos(curve.tilt), -np.sin(curve.tilt)])
    along = (x - ax) * back[0] + (y - ay) * back[1]
    aside = (x - ax) * back[1] - (y - ay) * back[0]
    return Frame(x, y, np.hypot(along, aside), np.arctan2(aside, along), along - _FRONT, aside)


def envelope(seed: int, curve: Outline, kind: Density, at: Frame, skin: Floats) -> Floats:
    """Potential E in -2.2..1.15: how much the gland belongs here. `skin` is the depth under the skin, mm."""
    al = np.maximum(at.axial, 0.0)
    half = kind.width * np.sqrt(np.minimum(al, 75.0) / 38.0) * (1 - 0.22 * np.clip((al - 45) / 50, 0, 1))
    sway = noise.at_points((seed, "sway"), at.x, at.y, 46.0)
    edge = noise.at_points((seed, "edge"), at.x, at.y, 21.0)
    lateral = at.lateral + 4.5 * sway
    sides = [(half - np.abs(lateral)) / 21, (at.axial + 3) / 9, (kind.reach + 8 * sway - al) / 30]
    near = 1 - np.exp(-((np.hypot(at.axial, at.lateral) / 24.0) ** 2))  # the gland comes to the nipple, not to the skin
    sides.append((skin - (kind.under_skin + 2.2 * edge) * near) / 8)
    behind = muscle_depth(curve, at.x, at.y)
    gap = -behind[0] if behind else at.x
    sides.append((gap - (5 if behind else 9) - 2.5 * sway) / 14)
    e = -_CORNER * np.log(
        sum(np.exp(-np.clip(side, -6, 6) / _CORNER) for side in sides)
    )  # a minimum with round corners
    return np.asarray(np.clip(e + 0.15 + 0.30 * edge, -2.2, 1.15))


def gland(
    seed: int, curve: Outline, density: str, grid: Grid, skin: Single, *, progress: Callable[[float], None]
) -> tuple[Single, Single, Single]:
    """Gland fraction (0..1, projected), ligaments (about 0..1) and envelope, each on `grid`.

    `skin` is the depth under the skin there, mm; `progress` hears 0..1.
    """
    kind = DENSITIES[density]
    coarse = nodes(_LATTICE, grid.box, 3 * _LATTICE)
    under = np.asarray(resample(skin, grid, coarse), dtype=np.float64)
    inside = under > 0.2
    if not inside.any():
        zero = np.zeros(grid.shape, np.float32)
        return zero, zero.copy(), zero - 2.2
    x, y = np.meshgrid(coarse.x, coarse.y)
    at = frame(curve, x[inside], y[inside])
    e = envelope(seed, curve, kind, at, under[inside])
    total, sheets = np.zeros(e.shape), np.zeros(e.shape)
    fields = _Warp(seed, coarse, inside)
    lobes = _lobes(seed, kind, at, e) + offset(seed, curve, density)
    for index in range(SLICES):
        m, s = _slice((seed, "slice", index), kind, at, lobes, fields.at(index))
        total += m
        sheets += s
        progress((index + 1) / SLICES)
    back = [np.zeros(coarse.shape, np.float32) for _ in range(3)]
    for field, values, rest in zip(back, (total / SLICES, sheets, e), (0.0, 0.0, -2.2), strict=True):
        field[...] = rest
        field[inside] = values
    found = [resample(field, coarse, grid) for field in back]
    return found[0], found[1], found[2]


def _lobes(seed: int, kind: Density, at: Frame, e: Floats) -> Floats:
    """What all sheets share: the envelope, and lobes of chance stretched along the ducts."""
    sway = noise.at_points((seed, "lobes", "sway"), at.x, at.y, 30.0)
    common = np.zeros(e.shape)
    for index, (lam, gain) in enumerate(noise.octaves(44.0, 5.0, 3.1)):
        common += gain * noise.at_points(
            (seed, "lobes", index), at.radius / 1.6 + 2 * sway, 62.0 * at.angle - 3 * sway, lam
        )
    return np.asarray(kind.order * e + 0.85 * common)


def offset(seed: int, curve: Outline, density: str) -> float:
    """What makes the class's part of this breast dense when added to the lobes; from a 2 mm lattice of all of it."""
    kind = DENSITIES[density]
    lattice = nodes(2.0, (0.0, 0.0, 160.0, 258.0))
    skin = depth(curve, lattice).astype(np.float64)
    x, y = np.meshgrid(lattice.x, lattice.y)
    chest = muscle_depth(curve, x, y)
    breast = skin > 0 if chest is None else (skin > 0) & (chest[0] < 0)
    at = frame(curve, x[breast], y[breast])
    values = _lobes(seed, kind, at, envelope(seed, curve, kind, at, skin[breast]))
    return -float(np.quantile(values, 1 - kind.area))


class _Warp:
    """Bends space a little, each slice its own way: lobules and lobes are not straight-edged."""

    def __init__(self, seed: int, coarse: Grid, inside: np.ndarray) -> None:
        self._seed, self._coarse, self._inside = seed, coarse, inside

    def at(self, index: int) -> tuple[Floats, Floats]:
        """Shifts (mm) of the inside points."""
        pair = [
            noise.fractal((self._seed, "warp", index, axis), self._coarse, 34.0, 4.0, 4.2)[self._inside].astype(
                np.float64
            )
            for axis in "xy"
        ]
        short = [
            noise.octave(seed64(self._seed, "bend", index, axis), 8.5, self._coarse)[self._inside].astype(np.float64)
            for axis in "xy"
        ]
        return 5.5 * pair[0] + 1.5 * short[0], 5.5 * pair[1] + 1.5 * short[1]


def _slice(
    key: tuple[object, object, int], kind: Density, at: Frame, lobes: Floats, warp: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    """One sheet: gland 0..1 and ligament lines."""
    draws = Draws(*key)
    stretch = draws.one(1.3, 2.6)
    level = 0.10 - 0.95 * abs(2 * (key[-1] + 0.5) / SLICES - 1) ** 1.3  # outer sheets hold less gland than the middle
    x, y = at.x + warp[0], at.y + warp[1]
    swung = 62.0 * at.angle + 0.8 * warp[1]
    far = (at.radius + 0.8 * warp[0]) / stretch
    n = _polar(key, far, swung, draws.one(13, 24))
    size = kind.lobule * draws.one(0.8, 1.25)
    if key[-1] % 3 == 0:  # a third of the sheets have lobules in any direction, the others along the ducts
        border, own = noise.cells((*key, "cells"), x / 1.15, y, size)
    else:
        border, own = noise.cells((*key, "cells"), (at.radius + warp[0]) / 1.9, 70.0 * at.angle + warp[1], 0.85 * size)
    fat = np.clip(border / (0.32 * size), 0, 1)
    fat = fat * fat * (3 - 2 * fat)
    potential = lobes + level + 0.60 * n - kind.carve * (fat - 0.35) * (0.35 + 1.1 * own)
    full = 0.80 + 0.16 * noise.at_points((*key, "full"), at.x, at.y, 20.0)
    m = full / (1 + np.exp(-np.clip(potential / 0.11, -30, 30)))
    fade = noise.at_points((*key, "fade"), at.x, at.y, 24.0)
    worn = noise.at_points((*key, "worn"), at.x, at.y, 7.0)
    strength = np.clip(0.45 * fade - 0.30 + 0.55 * worn, 0, 0.75)
    line = strength * (np.exp(-((border / 0.34) ** 2)) + 0.35 * np.exp(-((border / 1.1) ** 2)))
    return m, line


def _polar(key: tuple[object, ...], far: Floats, swung: Floats, longest: float) -> Floats:
    """Octave noise in duct coordinates, by way of a table (0.4 mm) that is read with a cubic kernel."""
    low_x, low_y = float(far.min()), float(swung.min())
    table_grid = nodes(0.4, (low_x, low_y, float(far.max()), float(swung.max())), 2.0)
    table = noise.fractal((*key, "polar"), table_grid, longest, 1.2, 3.1)
    places = np.stack([swung / 0.4 - table_grid.top, far / 0.4 - table_grid.left])
    return np.asarray(ndimage.map_coordinates(table.astype(np.float64), places, order=1, mode="nearest"))


def mottle(seed: int, curve: Outline, grid: Grid, share: Single) -> Single:
    """Fine structure of the gland on a fine grid, about -0.4..0.6: trabeculae along ducts, terminal units of 1-3 mm.

    `share` is the gland fraction there; where it is nothing, so is the answer.
    """
    some = share > 0.01
    y, x = np.nonzero(some)
    at = frame(curve, grid.x[x], grid.y[y])
    sway = resample(noise.octave(seed64(seed, "mottle", "sway"), 13.0, _half(grid)), _half(grid), grid)[some]
    along, across = (at.radius / 1.75) + 0.6 * sway, 62.0 * at.angle + 1.8 * sway
    box = (
        float(along.min(initial=0.0)),
        float(across.min(initial=0.0)),
        float(along.max(initial=1.0)),
        float(across.max(initial=1.0)),
    )
    table_grid = nodes(0.15, box, 1.0)
    table = noise.fractal((seed, "mottle", "along"), table_grid, 2.2, 0.25, 2.5)
    places = np.stack([across / 0.15 - table_grid.top, along / 0.15 - table_grid.left])
    drawn = ndimage.map_coordinates(table, places, order=1, mode="nearest", output=np.float32)
    near = np.clip((at.radius - 22.0) / 25.0, 0, 1).astype(np.float32)  # too close to the nipple the lines would pinch
    bright = np.maximum(noise.octave(seed64(seed, "units"), 1.9, grid)[some], 0) ** 2
    round_it = noise.fractal((seed, "nodules"), grid, 2.2, 0.27, 2.6)[some]
    found = np.zeros(grid.shape, np.float32)
    found[some] = np.clip(0.075 * near * drawn + (0.094 - 0.014 * near) * round_it + 0.03 * bright - 0.02, -0.6, 0.7)
    return found


def _half(grid: Grid) -> Grid:
    """A lattice ten times as coarse that covers `grid`."""
    return nodes(10 * grid.step, grid.box, 30 * grid.step)
