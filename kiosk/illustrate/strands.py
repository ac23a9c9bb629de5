"""Thin things: fibres along the ducts, ducts, veins. Traced as polylines in mm, splatted on a lattice as soft tubes.

Owns lines and how they are put on a grid. Must not know what absorbs how much.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from scipy import ndimage

from kiosk.illustrate import noise
from kiosk.illustrate.gland import DENSITIES, apex, envelope, frame
from kiosk.illustrate.hashing import Draws, Floats, Single
from kiosk.illustrate.lattice import Grid
from kiosk.illustrate.outline import Outline

_STEP = 0.4
_SUB = 4
"""Points per step when splatting: 0.1 mm."""
BOX = (0.0, 0.0, 200.0, 260.0)
"""Where fibres may start, mm: any canvas is cut from this."""
Reader = Callable[[Floats, Floats], Floats]
"""Depth under the skin (mm) at points."""
WIDTHS = (0.13, 0.19, 0.28, 0.42, 0.62)
"""Gaussian half-widths of lines (sigma, mm)."""


@dataclass
class Ink:
    """Weighted points by width class (sigma, mm); weight is peak height of the line, mm of gland."""

    points: dict[float, list[tuple[Floats, Floats, Floats]]] = field(default_factory=dict)

    def add(self, sigma: float, x: Floats, y: Floats, weight: Floats) -> None:
        """Points 0.1 mm apart along a line; `sigma` goes to the nearest class."""
        sigma = min(WIDTHS, key=lambda known: abs(known - sigma))
        self.points.setdefault(sigma, []).append((x.ravel(), y.ravel(), weight.ravel()))

    def on(self, grid: Grid) -> Single:
        """The lines' heights on `grid`, which should be 0.1 mm or near."""
        total = np.zeros(grid.shape, np.float32)
        for sigma in sorted(self.points):
            x, y, weight = (np.concatenate(part) for part in zip(*self.points[sigma], strict=True))
            canvas = _splat(grid, x, y, weight)
            blurred = ndimage.gaussian_filter(canvas, sigma / grid.step, truncate=3.5, mode="constant")
            # A line of unit points 0.1 mm apart, blurred, peaks at step^2 / (0.1 sigma sqrt(2 pi)) in node units.
            total += (blurred * np.float32(0.1 * sigma * np.sqrt(2 * np.pi) / grid.step**2)).astype(np.float32)
        return total


def _splat(grid: Grid, x: Floats, y: Floats, weight: Floats) -> Single:
    """Bilinear deposit of points on nodes."""
    u, v = x / grid.step - grid.shift - grid.left, y / grid.step - grid.shift - grid.top
    ok = (u >= 0) & (v >= 0) & (u < grid.width - 1) & (v < grid.height - 1)
    u, v, weight = u[ok], v[ok], weight[ok]
    column, row = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    s, t = u - column, v - row
    first = row * grid.width + column
    places = np.concatenate([first, first + 1, first + grid.width, first + grid.width + 1])
    shares = np.concatenate([(1 - s) * (1 - t) * weight, s * (1 - t) * weight, (1 - s) * t * weight, s * t * weight])
    return np.bincount(places, shares, grid.width * grid.height).reshape(grid.shape).astype(np.float32)


def fibres(seed: int, curve: Outline, density: str, reader: Reader, ink: Ink) -> None:
    """Fibres that run roughly toward the nipple, dense where the gland is, sparse and short in fat."""
    kind, box = DENSITIES[density], BOX
    draws = Draws(seed, "fibres")
    area = (box[2] - box[0]) * (box[3] - box[1]) / 1e4
    tries = int(kind.fibres * area * 2.2)
    x, y = draws.uniform(tries, box[0], box[2]), draws.uniform(tries, box[1], box[3])
    skin = reader(x, y)
    e = envelope(seed, curve, kind, frame(curve, x, y), skin)
    keep = (draws.uniform(tries) < np.clip(0.06 + 0.55 * (e + 0.9), 0.05, 0.95)) & (skin > 3.5)
    x, y, e = x[keep], y[keep], e[keep]
    count = len(x)
    long = draws.uniform(count) < np.where(e < -0.6, 0.7, 0.3)  # the others are short: the grain of the gland
    length = np.where(long, draws.gamma(count, 2.4, 4.6) + 4, draws.gamma(count, 3.0, 1.5) + 2)
    weight = np.minimum(draws.gamma(count, 2.0, 0.32), 1.1) * np.where(e < -0.6, 0.8, np.where(long, 1.3, 1.15))
    sigma = np.array(WIDTHS)[np.searchsorted((0.15, 0.45, 0.80), draws.uniform(count))]
    lean = draws.normal(count, 0, np.where(e < -0.6, 0.55, 0.30))
    ax, ay = apex(curve)
    steps = int(np.ceil(length.max() / _STEP)) + 1
    track = np.empty((2, steps, count))
    px, py = x.copy(), y.copy()
    for step in range(steps):
        track[:, step] = px, py
        wander = noise.at_points((seed, "wander"), px, py, 24.0)
        heading = np.arctan2(ay - py, ax - px) + lean + 0.6 * wander
        px, py = px + _STEP * np.cos(heading), py + _STEP * np.sin(heading)
    fine = np.linspace(0, steps - 1, (steps - 1) * _SUB + 1)
    low = np.minimum(fine.astype(int), steps - 2)
    part = (fine - low)[:, None]
    xs, ys = (1 - part) * track[:, low] + part * track[:, low + 1]
    travelled = fine[:, None] * _STEP / length[None, :]
    taper = np.sin(np.pi * np.clip(travelled, 0, 1)) ** 1.5 * weight[None, :]
    for width in WIDTHS[:4]:
        chosen = sigma == width
        live = taper[:, chosen] > 0.01
        ink.add(width, xs[:, chosen][live], ys[:, chosen][live], taper[:, chosen][live])


def ducts(seed: int, curve: Outline, ink: Ink) -> None:
    """Ten roots fan out behind the nipple and branch for five generations (VICTRE's tree, in the plane)."""
    draws = Draws(seed, "ducts")
    ax, ay = apex(curve)
    back = np.arctan2(-np.sin(curve.tilt), -np.cos(curve.tilt))
    live: list[tuple[float, float, float, float, int]] = []
    for index in range(10):
        heading = back + (index - 4.5) * 0.115 + draws.bell(0, 0.03)
        live.append((ax + 17 * np.cos(heading), ay + 17 * np.sin(heading), heading, draws.one(0.42, 0.62), 0))
    while live:
        x, y, heading, radius, generation = live.pop(0)
        count = int(draws.one(9, 17) * (1 - 0.1 * generation) / 0.1)
        bends = np.interp(
            np.arange(count), np.arange(0, count + 60, 30), draws.normal(len(np.arange(0, count + 60, 30)), 0, 0.10)
        )
        way = heading + np.cumsum(bends - bends.mean()) * 0.02 + bends
        xs, ys = x + np.cumsum(np.cos(way)) * 0.1, y + np.cumsum(np.sin(way)) * 0.1
        ink.add(round(0.62 * radius, 2), xs, ys, np.full(count, 1.25 * radius))
        if generation < 5:
            for turn in (draws.one(0.12, 0.42), -draws.one(0.12, 0.42))[: 2 if draws.one() < 0.8 else 1]:
                live.append((xs[-1], ys[-1], way[-1] + turn, max(0.14, radius * draws.one(0.66, 0.86)), generation + 1))


def vein(
    draws: Draws, start: tuple[float, float], end: tuple[float, float], radius: float
) -> tuple[Floats, Floats, Floats]:
    """A winding tube between two points: places 0.1 mm apart and the radius there, mm."""
    (x0, y0), (x1, y1) = start, end
    length = float(np.hypot(x1 - x0, y1 - y0))
    t = np.linspace(0, 1, int(length * 11))
    side = np.array([-(y1 - y0), x1 - x0]) / length
    sway = np.zeros(t.shape)
    for lam, gain in ((length, 0.10 * length), (26.0, 1.5), (11.0, 0.55), (5.0, 0.12)):
        phase = draws.uniform(2, 0, 2 * np.pi)
        sway += gain * np.sin(
            2 * np.pi * t * length / (lam * (1 + 0.18 * np.sin(2 * np.pi * t + phase[1]))) * 0.5 + phase[0]
        )
    sway = (sway - sway[0] * (1 - t) - sway[-1] * t) * 0.9
    return x0 + (x1 - x0) * t + side[0] * sway, y0 + (y1 - y0) * t + side[1] * sway, radius * (1 - 0.45 * t)


def veins(seed: int, curve: Outline, ink: Ink) -> None:
    """Five or six veins in the fat, mostly under the skin, thinning toward the nipple, some forked."""
    draws = Draws(seed, "veins")
    nx, ny = curve.nipple
    for index in range(6):
        up = -1 if index % 2 else 1
        start = (draws.one(-4, 6), ny + up * draws.one(28, 78))
        end = (nx - draws.one(12, 45), ny + up * draws.one(12, 40))
        x, y, radius = vein(draws, start, end, draws.one(0.55, 1.05))
        tube(ink, x, y, radius)
        fork = int(len(x) * draws.one(0.35, 0.7))
        if draws.one() < 0.7:
            to = (float(x[fork]) + draws.one(14, 32), float(y[fork]) + up * draws.one(2, 20))
            bx, by, thin = vein(draws, (float(x[fork]), float(y[fork])), to, float(radius[fork]) * 0.7)
            tube(ink, bx, by, thin)


def tube(ink: Ink, x: Floats, y: Floats, radius: Floats) -> None:
    """A vessel filled with blood: wide, soft line whose height is its chord; width steps down in classes."""
    ends = np.minimum(np.arange(len(x)), np.arange(len(x))[::-1])
    weight = 1.9 * radius * np.minimum(1, ends / 60)
    nearest = np.argmin(np.abs(radius[:, None] * 0.62 - np.array(WIDTHS)), axis=1)
    for index, sigma in enumerate(WIDTHS):
        chosen = nearest == index
        if chosen.any():
            ink.add(sigma, x[chosen], y[chosen], weight[chosen])
