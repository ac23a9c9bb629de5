"""Long things: rods, casts of ducts, vessel walls, thread. A tube is a polyline with a radius that changes along it.

Must not know where the nipple or the vessels are.
"""

from __future__ import annotations

import numpy as np
from scipy import spatial

from kiosk.illustrate.hashing import Draws, Floats
from kiosk.illustrate.spots.raster import Piece, patch, piece

_STEP = 0.02


def path(draws: Draws, start: tuple[float, float], heading: float, length: float, sway: tuple[float, float]) -> Floats:
    """Points (n, 2), mm, every 0.02 mm: a walk whose heading sways by about sway[0] radians over sway[1] mm."""
    bend, lam = sway
    count = max(4, int(length / _STEP))
    knots = int(length / lam) + 4
    values = draws.normal(knots, 0, bend)
    place = np.arange(count) * _STEP / lam
    low = place.astype(int)
    t = place - low
    eased = t * t * (3 - 2 * t)
    way = heading + (1 - eased) * values[low] + eased * values[low + 1]
    x = start[0] + np.concatenate([[0.0], np.cumsum(np.cos(way[:-1]))]) * _STEP
    y = start[1] + np.concatenate([[0.0], np.cumsum(np.sin(way[:-1]))]) * _STEP
    return np.stack([x, y], axis=1)


def wavy(draws: Draws, count: int, lam: float, spread: float) -> Floats:
    """`count` values every 0.02 mm around 1, of wavelength `lam` mm."""
    place = np.arange(count) * _STEP / lam
    values = draws.normal(int(place[-1]) + 3, 0, spread)
    low = place.astype(int)
    t = place - low
    eased = t * t * (3 - 2 * t)
    return np.asarray(1 + (1 - eased) * values[low] + eased * values[low + 1])


def tube(points: Floats, radius: Floats, depth: float = 0.7, hollow: float = 0.0) -> Piece:
    """Calcium along `points` (n, 2); `radius` (n,) mm; `hollow` is the lucent core's share of the radius."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle = (low + high) / 2
    margin = float(radius.max()) + 0.03
    at = patch(
        float(middle[0]), float(middle[1]), float(high[0] - low[0]) / 2 + margin, float(high[1] - low[1]) / 2 + margin
    )
    cells = np.stack([at.x.ravel() + middle[0], at.y.ravel() + middle[1]], axis=1)
    gap, near = spatial.cKDTree(points).query(cells, distance_upper_bound=margin)
    found = np.isfinite(gap)
    reach = np.where(found, radius[np.minimum(near, len(radius) - 1)], 1.0)
    rho = np.where(found, np.where(found, gap, 0.0) / reach, 2.0)
    chord = np.sqrt(np.clip(1 - rho**2, 0, None))
    if hollow:
        chord = chord - 0.85 * np.sqrt(np.clip(hollow**2 - rho**2, 0, None))
    calcium = (2 * depth * reach * chord).reshape(at.x.shape)
    length = float(np.hypot(*np.diff(points, axis=0).T).sum())
    wide = 2 * float(np.median(radius))
    return piece(at, (float(middle[0]), float(middle[1])), (length + wide, wide), calcium)


def blunt(count: int, radius: float) -> Floats:
    """How a rod's radius falls at its ends: rounded over about its own radius."""
    place = np.minimum(np.arange(count), np.arange(count)[::-1]) * _STEP
    t = np.clip(1 - place / (0.9 * radius), 0, 1)
    return np.asarray(np.sqrt(np.clip(1 - 0.6 * t**2, 0.05, 1)))


def rod(draws: Draws, start: tuple[float, float], heading: float, length: float, caliber: float) -> Piece:
    """A smooth cigar; some have a lucent core, some lean or bow a little."""
    points = path(draws, start, heading, length, (0.10, max(3.0, 0.6 * length)))
    count = len(points)
    radius = caliber / 2 * np.clip(wavy(draws, count, 2.2, 0.05), 0.88, 1.15) * blunt(count, caliber)
    return tube(points, radius, 0.62, draws.one(0.45, 0.6) if draws.one() < 0.15 else 0.0)


def cast(draws: Draws, points: Floats, caliber: float) -> list[Piece]:
    """A thin irregular cast along `points`, broken by gaps: one piece for each part."""
    count = len(points)
    radius = caliber / 2 * np.clip(wavy(draws, count, 0.33, 0.26), 0.55, 1.35)
    pieces: list[Piece] = []
    start = 0
    while start < count - 12:
        stop = min(count, start + int(draws.gamma(1, 1.4, 0.65)[0] / _STEP) + 12)
        part = slice(start, stop)
        ends = np.minimum(np.arange(stop - start), np.arange(stop - start)[::-1]) * _STEP
        taper = np.clip(0.45 + 0.55 * ends / 0.10, 0, 1)
        pieces.append(tube(points[part], radius[part] * taper, draws.one(0.85, 1.25)))
        start = stop + int((0.12 + draws.gamma(1, 0.8, 0.55)[0]) / _STEP)
    return pieces
