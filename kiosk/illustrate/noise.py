"""Smooth random fields in millimeters: cubic B-splines over hashed lattices, summed over octaves.

An octave of wavelength lam and the next at lam / 2 with amplitude x 2^-((beta - 2) / 2) give a spectrum near 1 / f^beta
(fractional Brownian motion; see docs/illustrations.md). Must not know anatomy.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from kiosk.illustrate.hashing import Floats, Single, lattice_normals, lattice_words, seed64
from kiosk.illustrate.lattice import Grid, nodes, resample

BSPLINE_VARIANCE = 0.2296
"""Variance of a cubic B-spline over unit-variance nodes, averaged over places: (151 / 315)^2."""


def octave(seed: int, lam: float, grid: Grid) -> Single:
    """One octave on `grid`, unit variance on average, shape of the grid."""
    lattice = nodes(lam, grid.box, 3 * lam)
    rows = np.arange(lattice.top, lattice.top + lattice.height)[:, None]
    columns = np.arange(lattice.left, lattice.left + lattice.width)[None, :]
    values = lattice_normals(seed, rows, columns)
    return resample(values, lattice, grid, "b-spline") / np.float32(np.sqrt(BSPLINE_VARIANCE))


def octaves(longest: float, shortest: float, beta: float) -> list[tuple[float, float]]:
    """Wavelengths (mm) from `longest` down, with amplitudes whose squares sum to 1."""
    found: list[tuple[float, float]] = []
    lam, gain = longest, 1.0
    while lam >= shortest * 0.999:
        found.append((lam, gain))
        lam, gain = lam / 2, gain * 2 ** (-(beta - 2) / 2)
    total = float(np.sqrt(sum(gain**2 for _, gain in found)))
    return [(lam, gain / total) for lam, gain in found]


def fractal(key: tuple[object, ...], grid: Grid, longest: float, shortest: float, beta: float = 3.0) -> Single:
    """Summed octaves on `grid`, unit variance on average."""
    total: Single = np.zeros(grid.shape, np.float32)
    for index, (lam, gain) in enumerate(octaves(longest, shortest, beta)):
        total += np.float32(gain) * octave(seed64(*key, index), lam, grid)
    return total


def at_points(key: tuple[object, ...], x: Floats, y: Floats, lam: float) -> Floats:
    """One octave at scattered points (mm), any shape, unit variance on average."""
    if x.size == 0:
        return np.zeros(x.shape)
    lattice = nodes(lam, (float(x.min()), float(y.min()), float(x.max()), float(y.max())), 3 * lam)
    rows = np.arange(lattice.top, lattice.top + lattice.height)[:, None]
    columns = np.arange(lattice.left, lattice.left + lattice.width)[None, :]
    values = lattice_normals(seed64(*key), rows, columns).astype(np.float64)
    places = np.stack([y / lam - lattice.top, x / lam - lattice.left])
    found = ndimage.map_coordinates(values, places, order=3, prefilter=False, mode="nearest")
    return np.asarray(found / np.sqrt(BSPLINE_VARIANCE))


def cells(key: tuple[object, ...], x: Floats, y: Floats, size: float) -> tuple[Floats, Floats]:
    """Distance (mm) to the border between the nearest cell and its neighbor, and a value in (0, 1) for the cell.

    One jittered center per square of `size` mm; `x` and `y` are points of any shape.
    """
    u, v = x / size, y / size
    column, row = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    seed = seed64(*key)
    nearest, second = np.full(x.shape, np.inf), np.full(x.shape, np.inf)
    own = np.zeros(x.shape)
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            words = lattice_words(seed, row + down, column + across)
            jitter_x = (words & np.uint64(0xFFFFF)).astype(np.float64) / 2**20
            jitter_y = ((words >> np.uint64(20)) & np.uint64(0xFFFFF)).astype(np.float64) / 2**20
            distance = np.hypot(column + across + jitter_x - u, row + down + jitter_y - v)
            closer = distance < nearest
            second = np.where(closer, nearest, np.minimum(second, distance))
            own = np.where(closer, (words >> np.uint64(40)).astype(np.float64) / 2**24, own)
            nearest = np.where(closer, distance, nearest)
    return (second - nearest) * (size / 2), own
