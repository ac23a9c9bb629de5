"""Things of more than a millimeter: popcorn, dystrophic plates, thread and knots, calcified vessels.

Must not know where in the breast they stand, beyond the point and the heading given.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from kiosk.illustrate import noise
from kiosk.illustrate.hashing import Draws, Floats
from kiosk.illustrate.spots import grains, tubes
from kiosk.illustrate.spots.raster import RASTER, Piece, patch, piece


def fibroadenoma(draws: Draws, x: float, y: float, size: float) -> Piece:
    """The soft, lobed mass about 15 mm across that holds popcorn; no calcium."""
    mass = 7.4 * size
    at = patch(x, y, 1.35 * mass)
    phi, far = np.arctan2(at.y, at.x), np.hypot(at.x, at.y)
    gains, shifts = draws.normal(6), draws.uniform(6, 0, 2 * np.pi)
    lobed = 1 + sum(0.085 * gains[k] / (k + 1) ** 0.4 * np.cos((k + 2) * phi + shifts[k]) for k in range(6))
    rho = far / (mass * lobed)
    rim = np.clip((1.04 - rho) / 0.42, 0, 1)  # half sunk in the fat around it: no edge like a sticker's
    soft = 5.0 * np.clip(1.06 - rho**2, 0, 1) ** 0.5 * rim * rim * (3 - 2 * rim)
    return piece(at, (x, y), (2 * mass, 2 * mass), np.zeros(far.shape), soft)


def popcorn(draws: Draws, key: tuple[object, ...], x: float, y: float, size: float) -> Piece:
    """Confluent lobes of calcium in a body about 9 mm across: warped ellipsoids, faint seams, crumbs."""
    core, count = 4.1 * size, 46
    angle, reach = draws.uniform(count, 0, 2 * np.pi), core * draws.uniform(count) ** 0.55
    radius = np.clip(1.5 - 0.16 * reach / size, 0.55, 1.5) * draws.uniform(count, 0.62, 1.1) * size
    stretch, lean = draws.uniform(count, 0.75, 1.0), draws.uniform(count, 0, np.pi)
    cx, cy = reach * np.cos(angle), 0.82 * reach * np.sin(angle)
    at = patch(x, y, 1.32 * core + 0.7)
    warped = [
        place
        + sum(
            gain * noise.at_points((*key, "warp", axis, lam), at.x, at.y, lam)
            for lam, gain in ((1.2, 0.13), (0.5, 0.10), (0.22, 0.045))
        )
        for axis, place in (("x", at.x), ("y", at.y))
    ]
    total, first, second = np.zeros(at.x.shape), np.zeros(at.x.shape), np.zeros(at.x.shape)
    middle = np.array(at.x.shape) / 2
    for k in range(count):
        half = int((radius[k] + 0.7) / RASTER)
        row, column = int(middle[0] + cy[k] / RASTER), int(middle[1] + cx[k] / RASTER)
        part = slice(max(row - half, 0), row + half), slice(max(column - half, 0), column + half)
        dx, dy = warped[0][part] - cx[k], warped[1][part] - cy[k]
        u, v = dx * np.cos(lean[k]) + dy * np.sin(lean[k]), -dx * np.sin(lean[k]) + dy * np.cos(lean[k])
        height = radius[k] * np.sqrt(np.clip(1 - (np.hypot(u, v / stretch[k]) / radius[k]) ** 2, 0, None))
        total[part] += height * height * height
        second[part] = np.maximum(second[part], np.minimum(first[part], height))
        first[part] = np.maximum(first[part], height)
    chord = np.cbrt(total)
    ridge = np.where(second > 0, first - second, 9.0)  # where two lobes meet at the same height: a seam
    own = np.clip(noise.at_points((*key, "seams"), at.x, at.y, 1.5), -0.5, 1.5)
    shadow = np.clip(1 - 0.13 * np.exp(-((ridge / 0.12) ** 2)) * (0.5 + own), 0, 1)
    crumbs = enumerate(((2.2, 0.20), (0.9, 0.15), (0.35, 0.12), (0.15, 0.05)))
    fine = sum(gain * noise.at_points((*key, "crumb", index), at.x, at.y, lam) for index, (lam, gain) in crumbs)
    body = 0.58 * (1 - np.exp(-chord / 0.55)) * shadow * np.clip(1 + fine, 0.4, 1.5)
    wide = 2 * (core + 0.6 * size)
    return piece(at, (x, y), (wide, 0.85 * wide), body)


def dystrophic(draws: Draws, key: tuple[object, ...], x: float, y: float, long: float) -> Piece:
    """A coarse, lava-like plate with lucent holes: several overlapping lumps, pitted."""
    at = patch(x, y, 0.85 * long)
    lean = draws.one(0, np.pi)
    u, v = at.x * np.cos(lean) + at.y * np.sin(lean), -at.x * np.sin(lean) + at.y * np.cos(lean)
    rough = sum(
        gain * noise.at_points((*key, "rough", index), at.x, at.y, lam)
        for index, (lam, gain) in enumerate(((0.30 * long, 0.17), (0.55, 0.12), (0.27, 0.07), (0.13, 0.025)))
    )
    lump = 1 - np.hypot(u / (0.47 * long), v / (0.33 * long)) + rough
    lump = np.maximum(
        lump, 0.75 - np.hypot((u - 0.22 * long) / (0.26 * long), (v - 0.12 * long) / (0.26 * long)) + rough
    )
    body = np.clip(lump / 0.38, 0, 1) ** 0.8
    for _ in range(2 + int(draws.one(0, 1.99))):
        hx, hy, half = draws.one(-0.20, 0.20) * long, draws.one(-0.10, 0.10) * long, draws.one(0.05, 0.095) * long
        hole = np.hypot((u - hx) / 1.35, v - hy) / half + 1.6 * rough
        body = body * (1 - 0.72 * np.clip((1.5 - hole) / 0.8, 0, 1))
    lumps, count = ndimage.label(body > 0.12)
    if count > 1:  # crumbs beside the plate are left out
        body = body * (lumps == 1 + int(np.argmax(ndimage.sum_labels(body, lumps, range(1, count + 1)))))
    grainy = (
        1
        + 0.24 * noise.at_points((*key, "pits"), at.x, at.y, 0.30)
        + 0.30 * noise.at_points((*key, "lumps"), at.x, at.y, 0.9)
    )
    return piece(at, (x, y), (long, 0.66 * long), 0.44 * body * np.clip(grainy, 0.5, 1.8))


def suture(draws: Draws, x: float, y: float, heading: float, size: float) -> list[Piece]:
    """Two stitches: bent threads whose coat of calcium is broken, each with a small knot and two cut tails."""
    pieces: list[Piece] = []
    for index in range(2):
        aside, ahead = (index - 0.5) * draws.one(5.5, 7.5) * size, (index - 0.5) * draws.one(2.0, 6.0) * size
        length = draws.one(8.5, 11.5) * size
        bow = draws.one(0.35, 0.8) * (1 if draws.one() < 0.5 else -1)
        start = (
            x - aside * np.sin(heading) + (ahead - 0.5 * length) * np.cos(heading),
            y + aside * np.cos(heading) + (ahead - 0.5 * length) * np.sin(heading),
        )
        way = tubes.path(draws, start, heading, length, (0.20, 1.7))
        t = np.linspace(0, 1, len(way))[:, None]
        way = way + np.array([-np.sin(heading), np.cos(heading)]) * (bow * length * 0.7 * t * (1 - t))
        pieces += _coat(draws, way, 0.16)
        at = way[int(draws.one(0.62, 0.9) * len(way))]
        pieces += _knot(draws, (float(at[0]), float(at[1])), heading + draws.bell(0, 0.5))
    return pieces


def _coat(draws: Draws, way: Floats, radius: float) -> list[Piece]:
    """Calcium round a thread: parts of a hollow tube with gaps between, uneven, some of them only a shell."""
    pieces: list[Piece] = []
    start = int(draws.one(0, 10))
    while start < len(way) - 14:
        stop = min(len(way), start + 20 + int(draws.gamma(1, 2.0, 75)[0]))
        part = way[start:stop]
        width = radius * np.clip(tubes.wavy(draws, len(part), 0.7, 0.09), 0.7, 1.25) * tubes.blunt(len(part), radius)
        pieces.append(tubes.tube(part, width, draws.one(0.40, 0.85), draws.one(0.4, 0.65)))
        start = stop + int(draws.one(4, 20))
    return pieces


def _knot(draws: Draws, at: tuple[float, float], heading: float) -> list[Piece]:
    """A lump with a small loop, and two cut tails."""
    t = np.linspace(0, 2 * np.pi, 150)
    long, wide = draws.one(0.36, 0.5), draws.one(0.24, 0.34)
    c, s = np.cos(heading), np.sin(heading)
    u, v = long * (1 + np.cos(t)), wide * np.sin(t)
    loop = np.stack([at[0] + u * c - v * s, at[1] + u * s + v * c], axis=1)
    pieces = [tubes.tube(loop, 0.11 * np.clip(tubes.wavy(draws, len(loop), 0.3, 0.2), 0.6, 1.4), 0.7)]
    pieces.append(grains.grain(draws, at, draws.one(0.55, 0.7), aspect=1.25, rough=0.22, depth=0.55))
    for turn in (2.5, -2.6):
        tail = tubes.path(draws, at, heading + turn + draws.bell(0, 0.25), draws.one(1.2, 2.2), (0.25, 0.9))
        pieces += _coat(draws, tail[12:], 0.12)
    return pieces


def vessel(draws: Draws, x: float, y: float, heading: float, length: float) -> tuple[list[Piece], Floats]:
    """Broken rails along both walls of a winding artery; also its middle line (n, 3): x, y, radius, mm."""
    way = tubes.path(draws, (0.0, 0.0), heading, length, (0.55, 6.5))
    middle = (way.min(axis=0) + way.max(axis=0)) / 2
    way = way - middle + np.array([x, y])
    count = len(way)
    ahead = np.gradient(way, axis=0)
    ahead /= np.hypot(ahead[:, 0], ahead[:, 1])[:, None]
    side = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    radius = np.linspace(0.92, 0.58, count) * np.clip(tubes.wavy(draws, count, 3.0, 0.07), 0.8, 1.2)
    pieces: list[Piece] = []
    for wall in (-1.0, 1.0):
        rail = way + side * (wall * radius * (1 + 0.05 * (tubes.wavy(draws, count, 0.8, 0.8) - 1)))[:, None]
        start = int(draws.one(0, 60))
        while start < count - 20:
            stop = min(count, start + int(draws.gamma(1, 1.8, 2.3)[0] / 0.02) + 14)
            thick = draws.one(0.07, 0.14)
            part = rail[start:stop]
            width = thick * np.clip(tubes.wavy(draws, len(part), 0.30, 0.30), 0.45, 1.6)
            width *= np.clip(np.minimum(np.arange(len(part)), np.arange(len(part))[::-1]) / 8 + 0.35, 0, 1)
            pieces.append(tubes.tube(part, width, draws.one(0.8, 1.4)))
            start = stop + int(draws.gamma(1, 1.2, 0.5)[0] / 0.02)
    for place in draws.uniform(int(length / 2.2)):
        k = int(place * (count - 1))
        aside = draws.one(-1, 1)
        px, py = way[k] + side[k] * (np.sign(aside) * abs(aside) ** 0.4 * radius[k])
        long, aspect = draws.one(0.16, 0.40), draws.one(1, 1.8)
        pieces.append(grains.grain(draws, (float(px), float(py)), long, aspect=aspect, rough=0.25, depth=0.5))
    return pieces, np.column_stack([way, radius])
