"""The breast's edge, nipple and chest muscle for each view: curves in millimeters, left breast, chest wall at x = 0.

Owns geometry only. Right breasts are mirrored at the very end. Must not know grey, texture or spots.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import interpolate, spatial

from kiosk.illustrate import noise
from kiosk.illustrate.hashing import Draws, Floats, Single
from kiosk.illustrate.lattice import Grid, nodes, resample
from kiosk.illustrate.scene import Scene, View

FAR = 45.0
"""Distances from the skin are exact up to here, mm; deeper is all the same."""
_LATTICE = 0.5

# Control points (mm) on a 200 x 260 canvas; contours start and end outside it. Drawn after the usual look of each view.
_MLO = ((58, -34), (64, -8), (70, 18), (78, 46), (89, 76), (102, 106), (112, 134), (115.5, 156), (112, 177), (102, 198),
        (86, 216), (66, 229), (45, 237.5), (29, 244), (20.5, 252), (18.5, 264), (19, 290))  # fmt: skip
_ML = ((40, -34), (46, -8), (53, 18), (63, 46), (77, 76), (93, 104), (106, 130), (111, 152), (108, 174), (98, 196),
       (82, 214), (62, 227), (42, 235.5), (27, 242), (19, 251), (17.5, 264), (18, 290))  # fmt: skip
_CC = ((-34, 36), (-12, 37), (12, 41), (37, 50), (62, 65), (82, 84), (95, 106), (100, 131), (96, 156), (84, 179),
       (65, 198), (41, 213), (16, 223), (-8, 228), (-34, 230))  # fmt: skip
_NIPPLE = {View.MLO: (115.5, 157.0), View.ML: (111.0, 153.0), View.CC: (100.0, 130.0)}
_TILT = {View.MLO: 0.27, View.ML: 0.20, View.CC: 0.07}
"""How far the gland's axis turns up from straight back (radians): to the upper outer quarter; in CC outwards."""
_MUSCLE = {View.MLO: ((46.0, -10.0), (-6.0, 170.0), 6.5), View.ML: ((27.0, -10.0), (-6.0, 120.0), 4.0)}
"""Two points of the muscle's front edge and how far it bulges forward between them, mm."""


@dataclass(frozen=True)
class Outline:
    """Curves of one breast."""

    skin: Floats
    """Points along the skin, shape (n, 2), mm, about 0.08 apart, from top to bottom."""
    nipple: tuple[float, float]
    """Where the nipple's tip is, mm."""
    outward: tuple[float, float]
    """Unit vector from the breast out through the nipple."""
    tilt: float
    muscle: tuple[tuple[float, float], tuple[float, float], float] | None


def outline(scene: Scene) -> Outline:
    """The curves of `scene`, for a left breast."""
    draws = Draws(scene.seed, "outline", scene.view)
    control = np.array({View.MLO: _MLO, View.ML: _ML, View.CC: _CC}[scene.view], dtype=np.float64)
    middle = np.array([0.0, 140.0 if scene.view is not View.CC else 132.0])
    control = (control - middle) * scene.volume + middle + draws.normal(control.size, 0, 0.9).reshape(control.shape)
    nipple = (np.array(_NIPPLE[scene.view]) - middle) * scene.volume + middle
    chord = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(control, axis=0).T))])
    spline = interpolate.CubicSpline(chord, control)
    along = np.arange(0.0, chord[-1], 0.08)
    points, ahead = spline(along), spline(along, 1)
    ahead /= np.hypot(ahead[:, 0], ahead[:, 1])[:, None]
    out = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
    at = int(np.argmin(np.hypot(points[:, 0] - nipple[0], points[:, 1] - nipple[1])))
    s = along - along[at]
    skew, tall = draws.one(-0.8, 0.8), draws.one(4.2, 6.2)
    wide = np.where(s < skew, draws.one(4.7, 5.5), draws.one(4.7, 5.5))
    bump = tall * np.exp(-(np.abs((s - skew) / wide) ** 4.0)) + 0.9 * np.exp(-((s / 15.0) ** 2))
    bump -= 0.25 * np.exp(-(((np.abs(s) - 8.5) / 2.6) ** 2))  # the crease where nipple meets areola
    zero = np.zeros(along.shape)
    ripple = 0.30 * noise.at_points((scene.seed, "ripple", 0), along, zero, 31.0)
    ripple += 0.07 * noise.at_points((scene.seed, "ripple", 1), along, zero, 13.0)
    skin = points + out * (bump + ripple)[:, None]
    normal = points[at] + out[at] * bump[at]
    tilt = _TILT[scene.view] + draws.one(-0.04, 0.04)
    muscle = _MUSCLE.get(scene.view)
    return Outline(skin, (float(normal[0]), float(normal[1])), (float(out[at][0]), float(out[at][1])), tilt, muscle)


def depth(curve: Outline, grid: Grid) -> Single:
    """Distance from the skin (mm) on `grid`: positive inside, negative in air, at most FAR either way."""
    coarse = nodes(_LATTICE, grid.box, 3 * _LATTICE)
    x, y = np.meshgrid(coarse.x, coarse.y)
    points = np.stack([x.ravel(), y.ravel()], axis=1)
    _, near = spatial.cKDTree(curve.skin[::6]).query(points, distance_upper_bound=FAR + 5)
    near = np.minimum(near * 6, len(curve.skin) - 1)
    best = np.full(len(points), FAR)
    sign = np.ones(len(points))
    window = 2 * 6
    for start in range(-window, window, 4):
        first = np.clip(near + start, 0, len(curve.skin) - 5)
        a, b = curve.skin[first], curve.skin[first + 4]
        run = b - a
        part = np.clip(((points - a) * run).sum(1) / (run * run).sum(1), 0, 1)
        gap = points - a - run * part[:, None]
        distance = np.hypot(gap[:, 0], gap[:, 1])
        closer = distance < best
        best = np.where(closer, distance, best)
        sign = np.where(closer, np.sign(run[:, 0] * gap[:, 1] - run[:, 1] * gap[:, 0] + 1e-12), sign)
    unknown = near >= len(curve.skin) - 1
    sign = np.where(unknown | (best >= FAR), _inside(curve, points), sign)
    field = (sign * np.minimum(best, FAR)).reshape(coarse.shape).astype(np.float32)
    return resample(field, coarse, grid)


def _inside(curve: Outline, points: Floats) -> Floats:
    """+1 or -1 by ray casting over an outline thinned to 8 mm and closed at the far left; for points far from skin."""
    skin = curve.skin[::100]
    ring = np.concatenate([skin, [[-500.0, skin[-1, 1]], [-500.0, skin[0, 1]]]])
    found = np.zeros(len(points), dtype=bool)
    for a, b in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        spans = (a[1] > points[:, 1]) != (b[1] > points[:, 1])
        if a[1] == b[1]:
            continue
        found ^= spans & (points[:, 0] < (b[0] - a[0]) * (points[:, 1] - a[1]) / (b[1] - a[1]) + a[0])
    return np.where(found, 1.0, -1.0)


def muscle_depth(curve: Outline, x: Floats, y: Floats) -> tuple[Floats, Floats] | None:
    """Distance behind the muscle's front edge (mm, positive in the muscle) and place along it; None without muscle."""
    if curve.muscle is None:
        return None
    (ax, ay), (bx, by), bulge = curve.muscle
    length = float(np.hypot(bx - ax, by - ay))
    ux, uy = (bx - ax) / length, (by - ay) / length
    along = (x - ax) * ux + (y - ay) * uy
    behind = (x - ax) * uy - (y - ay) * ux
    t = np.clip(along / length, 0, 1)
    return bulge * np.sin(np.pi * t) - behind, along
