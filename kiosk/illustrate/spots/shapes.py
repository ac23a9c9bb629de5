"""The fourteen shapes: from a spot of a scene to its pieces of calcium.

Sizes obey the definitions in docs/illustrations.md. Owns the sizes, counts and strengths of each shape. Must not know
grey or files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kiosk.illustrate.hashing import Draws, Floats
from kiosk.illustrate.scene import Distribution, Shape, Spot, View
from kiosk.illustrate.spots import big, grains, raster, spread, tubes
from kiosk.illustrate.spots.raster import Piece


@dataclass(frozen=True)
class Place:
    """What a spot may know about the breast around it (left-breast places, mm)."""

    seed: int
    view: View
    apex: tuple[float, float]
    """Where the ducts' lines meet, in front of the nipple."""
    box: tuple[float, float, float, float]
    inside: spread.Inside

    def heading(self, x: float, y: float) -> float:
        """Toward the nipple, radians."""
        return float(np.arctan2(self.apex[1] - y, self.apex[0] - x))


@dataclass(frozen=True)
class Made:
    """A spot's pieces, and a vessel's middle line (n, 3) where there is one."""

    spot: Spot
    pieces: tuple[Piece, ...]
    vessel: Floats | None = None
    around: tuple[Piece, ...] = ()
    """What comes with the calcium but is none: a mass."""


_COUNTS = {
    Shape.SKIN: 6, Shape.ROD: 6, Shape.ROUND: 12, Shape.PUNCTATE: 14, Shape.RIM: 1, Shape.DYSTROPHIC: 4, Shape.MILK: 14,
    Shape.AMORPHOUS: 46, Shape.COARSE_HETEROGENEOUS: 13, Shape.FINE_PLEOMORPHIC: 28, Shape.FINE_LINEAR: 5,
}  # fmt: skip
_SPACING = {
    Shape.ROUND: 1.5, Shape.PUNCTATE: 0.9, Shape.AMORPHOUS: 0.32, Shape.COARSE_HETEROGENEOUS: 1.15,
    Shape.FINE_PLEOMORPHIC: 0.55, Shape.MILK: 1.5,
}  # fmt: skip


def make(spot: Spot, place: Place) -> Made:
    """All pieces of `spot`, whose `at` is already in left-breast places. The view changes only milk of calcium."""
    draws = Draws(place.seed, "spot", spot.id, spot.seed)
    vessel: Floats | None = None
    around: tuple[Piece, ...] = ()
    match spot.shape:
        case Shape.VASCULAR:
            turn = place.heading(*spot.at) + np.radians(-spot.turn)
            found, vessel = big.vessel(draws, *spot.at, float(turn), 46.0 * spot.size)
        case Shape.COARSE:
            around = (big.fibroadenoma(draws, *spot.at, spot.size),)
            found = [big.popcorn(draws, (place.seed, spot.id, spot.seed), *spot.at, spot.size)]
        case Shape.SUTURE:
            found = big.suture(draws, *spot.at, float(np.radians(-spot.turn)), spot.size)
        case Shape.FINE_LINEAR:
            found = _casts(draws, spot, place)
        case Shape.ROD:
            found = _rods(draws, spot, place)
        case _:
            found = [
                piece for at in _points(draws, spot, place) for piece in _SPECKS[spot.shape](draws, at, spot, place)
            ]
    return Made(spot, tuple(found), vessel, around)


def _points(draws: Draws, spot: Spot, place: Place) -> list[tuple[float, float]]:
    count, at = spot.count or _COUNTS[spot.shape], np.array(spot.at)
    gap = _SPACING.get(spot.shape, 1.0)
    match spot.distribution:
        case Distribution.SINGLE:
            found = at + _together(draws, spot, count)
        case Distribution.GROUPED:
            found = at + spread.grouped(draws, count, gap, 1.25 if spot.shape is Shape.AMORPHOUS else 1.0)
        case Distribution.REGIONAL:
            found = at + spread.regional(draws, count, max(gap, 0.9))
        case Distribution.LINEAR:
            found = at + spread.linear(draws, count, place.heading(*spot.at), 19.0 * spot.size)
        case Distribution.SEGMENTAL:
            found = at + spread.segmental(draws, count, place.heading(*spot.at), 36.0 * spot.size)
        case Distribution.DIFFUSE:
            found = spread.diffuse(draws, count, place.box, place.inside)
    return [(float(x), float(y)) for x, y in found]


def _together(draws: Draws, spot: Spot, count: int) -> Floats:
    """What a `single` spot of several parts looks like: a tight group for skin, neighbors for plates."""
    if spot.shape is Shape.SKIN:
        points = np.stack([draws.normal(20 * count, 0, 1.0), draws.normal(20 * count, 0, 1.25)], axis=1)
        points = points[np.hypot(points[:, 0], points[:, 1]) < 1.95]
        return spread.apart(points, 0.85, count)
    if spot.shape is Shape.DYSTROPHIC:
        return spread.apart(np.stack([draws.normal(200, 0, 3.6), draws.normal(200, 0, 2.4)], axis=1), 3.1, count)
    if count == 1:
        return np.zeros((1, 2))
    return spread.grouped(draws, count, _SPACING.get(spot.shape, 1.0))


def _skin(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    long = draws.one(0.55, 0.95)
    return [grains.ring(draws, at, long, wall=0.26 * long, strength=draws.one(0.95, 1.3))]


def _round(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    return [grains.grain(draws, at, draws.one(0.60, 0.95), aspect=draws.one(1, 1.08), depth=draws.one(0.38, 0.62))]


def _punctate(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    return [grains.grain(draws, at, draws.one(0.27, 0.46), aspect=draws.one(1, 1.1), depth=draws.one(0.60, 0.90))]


def _rim(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    long = draws.one(6.2, 7.0) * spot.size
    return [grains.ring(draws, at, long, wall=0.10 + 0.022 * long, strength=0.50, lucent=4.5 * min(1.0, spot.size))]


def _dystrophic(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    key = (place.seed, spot.id, spot.seed, round(at[0], 3))
    return [big.dystrophic(draws, key, *at, draws.one(1.9, 3.9) * spot.size)]


def _milk(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    half, fill = draws.one(0.32, 0.85), draws.one(0.31, 0.50)
    own = Draws(place.seed, spot.id, spot.seed, place.view is View.CC, round(at[0], 3))
    return [(grains.smudge if place.view is View.CC else grains.cup)(own, at, half, fill)]


def _amorphous(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    return [grains.haze(draws, at, draws.one(0.12, 0.22), draws.one(0.05, 0.10))]


def _coarse_heterogeneous(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    """One clump of three or four grains that touch: 0.5-1 mm together."""
    whole, count = draws.one(0.80, 1.05), 3 + int(draws.one(0, 1.99))
    lean, found = draws.one(0, np.pi), list[Piece]()
    for index in range(count):
        long = whole * draws.one(0.42, 0.66)
        reach = (whole - long) / 2
        along = reach * (2 * index / (count - 1) - 1)
        aside = draws.one(-0.6, 0.6) * np.sqrt(max(0.0, reach**2 - along**2))
        px = at[0] + along * np.cos(lean) - aside * np.sin(lean)
        py = at[1] + along * np.sin(lean) + aside * np.cos(lean)
        aspect, depth = draws.one(1.0, 1.5), draws.one(0.45, 0.75)
        found.append(grains.grain(draws, (float(px), float(py)), long, aspect=aspect, rough=0.30, depth=depth))
    return [raster.merged(found, *at, (whole, 0.6 * whole))]


def _fine_pleomorphic(draws: Draws, at: grains.Middle, spot: Spot, place: Place) -> list[Piece]:
    long = float(np.clip(np.exp(draws.bell(np.log(0.31), 0.30)), 0.17, 0.47))
    aspect, depth = draws.one(1.0, 2.4), draws.one(0.95, 1.45)
    if draws.one() < 0.7:
        return [grains.chip(draws, at, long, aspect, depth)]
    return [grains.grain(draws, at, long, aspect=aspect, rough=0.34, depth=depth)]


def _rods(draws: Draws, spot: Spot, place: Place) -> list[Piece]:
    """Rods along neighboring ducts, all toward the nipple, end to end or side by side but never crossing."""
    toward = place.heading(*spot.at)
    count = spot.count or _COUNTS[spot.shape]
    points = spread.apart(
        np.stack([draws.normal(300, 0, 8.0 * spot.size), draws.normal(300, 0, 4.6 * spot.size)], axis=1), 4.6, count
    )
    found: list[Piece] = []
    for x, y in spread.turned(points, toward) + np.array(spot.at):
        heading = place.heading(float(x), float(y)) + draws.bell(0, 0.07)
        length, caliber = draws.one(3.0, 8.0), draws.one(0.66, 0.95)
        start = (float(x - 0.5 * length * np.cos(heading)), float(y - 0.5 * length * np.sin(heading)))
        found.append(tubes.rod(draws, start, heading, length, caliber))
    return found


def _casts(draws: Draws, spot: Spot, place: Place) -> list[Piece]:
    """Casts of one duct and its branches; a branch that would meet another is left out."""
    toward = place.heading(*spot.at)
    match spot.distribution:
        case Distribution.SEGMENTAL:
            ways, back = spread.rays(draws, toward, 34.0 * spot.size, 5)
            reach = 30.0 * spot.size
            first = [(back * np.cos(toward), back * np.sin(toward), way, 6.0 * spot.size) for way in ways]
        case Distribution.LINEAR:
            reach = 20.0 * spot.size
            first = [(0.5 * reach * np.cos(toward), 0.5 * reach * np.sin(toward), toward + np.pi, 0.0)]
        case _:
            reach = 12.0 * spot.size
            first = [
                (0.5 * reach * np.cos(toward), 0.5 * reach * np.sin(toward), toward + np.pi + turn, 0.0)
                for turn in (-0.30, 0.22)
            ]
    branch = (1.0, 2.3) if spot.distribution is Distribution.LINEAR else (1.8, 4.6)
    from_here = 0.30 if spot.distribution is Distribution.SEGMENTAL else 0.08
    taken, found = np.empty((0, 2)), list[Piece]()
    live = [
        (spot.at[0] + x + skip * np.cos(way), spot.at[1] + y + skip * np.sin(way), way, reach * draws.one(0.75, 1.0), 0)
        for x, y, way, skip in first
    ]
    while live and len(found) < 140:
        x, y, way, length, order = live.pop(0)
        for _ in range(6 if order == 0 else 1):  # a main duct tries again
            points = tubes.path(draws, (float(x), float(y)), float(way), length, (0.22 if order else 0.13, 2.2))
            body = points[8:] if order else points
            free = len(taken) == 0 or (len(body) >= 50 and _closest(body[45::5], taken) >= 0.38)
            if free:
                break
        if not free:
            continue
        taken = np.concatenate([taken, body[::5]])
        found += tubes.cast(draws, body, draws.one(0.15, 0.31) * (0.85 if order else 1.0))
        if order < 2:
            for part in np.sort(draws.uniform(5 if order == 0 else 2, from_here, 0.88)):
                fork = points[int(part * (len(points) - 1))]
                turn = draws.one(0.5, 0.95) * (1 if draws.one() < 0.5 else -1)
                live.append((float(fork[0]), float(fork[1]), way + turn, draws.one(*branch), order + 1))
    return found


def _closest(points: Floats, others: Floats) -> float:
    return float(np.hypot(points[:, None, 0] - others[:, 0], points[:, None, 1] - others[:, 1]).min())


_SPECKS: dict[Shape, Callable[[Draws, grains.Middle, Spot, Place], list[Piece]]] = {
    Shape.SKIN: _skin,
    Shape.ROUND: _round,
    Shape.PUNCTATE: _punctate,
    Shape.RIM: _rim,
    Shape.DYSTROPHIC: _dystrophic,
    Shape.MILK: _milk,
    Shape.AMORPHOUS: _amorphous,
    Shape.COARSE_HETEROGENEOUS: _coarse_heterogeneous,
    Shape.FINE_PLEOMORPHIC: _fine_pleomorphic,
}
