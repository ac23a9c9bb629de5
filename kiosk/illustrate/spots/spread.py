"""Where the specks of a spot stand: the five distributions, as points in mm. Must not know what stands there."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from kiosk.illustrate.hashing import Draws, Floats

Inside = Callable[[Floats, Floats], Floats]
"""How likely a point of the breast is to hold a diffuse speck, 0..1."""


def apart(points: Floats, spacing: float, count: int) -> Floats:
    """The first `count` of `points` (n, 2) that keep `spacing` mm from those before them."""
    kept: list[Floats] = []
    for point in points:
        if all(np.hypot(*(point - other)) >= spacing for other in kept):
            kept.append(point)
        if len(kept) == count:
            break
    return np.array(kept).reshape(-1, 2)


def turned(points: Floats, angle: float) -> Floats:
    """Points turned about the origin by `angle` radians."""
    c, s = np.cos(angle), np.sin(angle)
    return np.stack([points[:, 0] * c - points[:, 1] * s, points[:, 0] * s + points[:, 1] * c], axis=1)


def grouped(draws: Draws, count: int, spacing: float, reach: float = 1.0) -> Floats:
    """Five and more within a centimeter, all within two: a lopsided little cloud, about 9 by 6 mm at `reach` 1."""
    tries = 12 * count
    cloud = np.stack([draws.normal(tries, 0, 2.5 * reach), draws.normal(tries, 0, 1.55 * reach)], axis=1)
    cloud[:, 1] += 0.08 * (cloud[:, 0] ** 2 - 5 * reach) * draws.one(-1, 1)
    cloud = cloud[np.hypot(cloud[:, 0], cloud[:, 1]) < min(8.5, 6.4 * reach)]
    return turned(apart(cloud, spacing, count), draws.one(0, np.pi))


def regional(draws: Draws, count: int, spacing: float) -> Floats:
    """Over more than two centimeters, without a duct's pattern: an uneven field about 40 by 26 mm."""
    tries = 12 * count
    radius, angle = np.sqrt(draws.uniform(tries)), draws.uniform(tries, 0, 2 * np.pi)
    field = np.stack([20.0 * radius * np.cos(angle), 13.0 * radius * np.sin(angle)], axis=1)
    clumps = np.stack([draws.uniform(5, -14, 14), draws.uniform(5, -8, 8)], axis=1)
    near = np.min(np.hypot(field[:, None, 0] - clumps[:, 0], field[:, None, 1] - clumps[:, 1]), axis=1)
    field = field[draws.uniform(tries) < 0.35 + 0.65 * np.exp(-((near / 5.5) ** 2))]
    return turned(apart(field, spacing, count), draws.one(-0.5, 0.5))


def linear(draws: Draws, count: int, heading: float, length: float) -> Floats:
    """One duct: along a slightly bent line, half a millimeter to either side."""
    along = np.sort(draws.uniform(6 * count, -0.5, 0.5)) * length
    bow = draws.one(-1.6, 1.6)
    aside = draws.normal(6 * count, 0, 0.22) + bow * (1 - (2 * along / length) ** 2)
    order = np.argsort(draws.uniform(6 * count))
    points = apart(np.stack([along, aside], axis=1)[order], 0.6 * length / count, count)
    return turned(points, heading)


def rays(draws: Draws, heading: float, length: float, count: int) -> tuple[list[float], float]:
    """Headings (radians, away from the nipple) of the ducts of one segment, and how far behind `at` their apex is."""
    spread = 0.66
    fan = np.linspace(-spread / 2, spread / 2, count) + draws.normal(count, 0, 0.025)
    return [float(heading + np.pi + turn) for turn in fan], 0.62 * length


def segmental(draws: Draws, count: int, heading: float, length: float) -> Floats:
    """A wedge with its point toward the nipple: strung along five or six ducts that part from one."""
    ways, back = rays(draws, heading, length, 6)
    apex = np.array([np.cos(heading), np.sin(heading)]) * back
    which = np.minimum((draws.uniform(6 * count) * len(ways)).astype(int), len(ways) - 1)
    far = length * (0.16 + 0.84 * np.sqrt(draws.uniform(6 * count)))
    turn = np.array(ways)[which]
    aside = draws.normal(6 * count, 0, 0.35)
    points = np.stack([far * np.cos(turn) - aside * np.sin(turn), far * np.sin(turn) + aside * np.cos(turn)], axis=1)
    return apart(points + apex, 0.75, count)


def diffuse(draws: Draws, count: int, box: tuple[float, float, float, float], inside: Inside) -> Floats:
    """All over the breast by chance; absolute places, mm."""
    tries = 60 * count
    points = np.stack([draws.uniform(tries, box[0], box[2]), draws.uniform(tries, box[1], box[3])], axis=1)
    points = points[draws.uniform(tries) < inside(points[:, 0], points[:, 1])]
    return apart(points, 3.0, count)
