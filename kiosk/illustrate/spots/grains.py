"""Small single things: rough grains, angular chips, hazy dots, rings, sediment cups.

Thickness follows the chord of a body as wide as it is deep, scaled by `depth`; R(phi) of a grain is a Gaussian random
circle, as VICTRE makes its masses. Must not know where specks stand.
"""

from __future__ import annotations

import numpy as np

from kiosk.illustrate.hashing import Draws, Floats
from kiosk.illustrate.spots.raster import Piece, patch, piece

Middle = tuple[float, float]
"""x and y, mm."""
_TURNS = np.linspace(0, np.pi, 24, endpoint=False)


def _feret(radius: Floats, angles: Floats) -> tuple[float, float]:
    """Greatest and least width of the closed curve radius(angle)."""
    x, y = radius * np.cos(angles), radius * np.sin(angles)
    along = x[:, None] * np.cos(_TURNS) + y[:, None] * np.sin(_TURNS)
    widths = along.max(axis=0) - along.min(axis=0)
    return float(widths.max()), float(widths.min())


def grain(
    draws: Draws, middle: Middle, long: float, *, aspect: float = 1.0, rough: float = 0.02, depth: float = 0.7
) -> Piece:
    """A rounded grain whose greatest width is `long` mm; `aspect` >= 1 stretches it, `depth` is thickness / width."""
    angle = draws.one(0, np.pi)
    gains, shifts = draws.normal(5), draws.uniform(5, 0, 2 * np.pi)

    def radius(phi: Floats) -> Floats:
        found = 1 / np.sqrt((np.cos(phi) / 1.0) ** 2 + (np.sin(phi) * aspect) ** 2)
        bumps = sum(gains[k] / (k + 2) ** 0.8 * np.cos((k + 2) * phi + shifts[k]) for k in range(5))
        return np.asarray(found * np.clip(1 + rough * bumps, 0.35, 2))

    ring = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    most, least = _feret(radius(ring), ring)
    scale = long / most
    at = patch(*middle, 0.56 * long + 0.03)
    phi = np.arctan2(at.y, at.x) - angle
    rho = np.hypot(at.x, at.y) / (scale * radius(phi))
    chord = np.sqrt(np.clip(1 - rho**2, 0, None))
    return piece(at, middle, (long, least * scale), chord * depth * np.sqrt(long * least * scale))


def chip(draws: Draws, middle: Middle, long: float, aspect: float, depth: float) -> Piece:
    """An angular splinter, as of crushed stone: a few facets, thick in the middle, thin at the edges."""
    angle, count = draws.one(0, 2 * np.pi), int(draws.one(4, 7.99))
    facets = (np.arange(count) + draws.uniform(count, -0.33, 0.33)) * 2 * np.pi / count
    reach = draws.uniform(count, 0.55, 1.0)

    def radius(phi: Floats) -> Floats:
        u, v = np.cos(phi), np.sin(phi) * aspect
        far = np.cos(np.arctan2(v, u)[..., None] - facets) / reach
        return np.asarray(1 / (np.clip(far, 0.12, None) ** 7).sum(axis=-1) ** (1 / 7) / np.hypot(u, v))

    ring = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    most, least = _feret(radius(ring), ring)
    scale = long / most
    at = patch(*middle, 0.8 * long + 0.03)
    rho = np.hypot(at.x, at.y) / (scale * radius(np.arctan2(at.y, at.x) - angle))
    lean = 1 + 0.25 * (at.x * np.cos(3 * angle) + at.y * np.sin(3 * angle)) / long
    body = np.clip(1.12 * (1 - rho**3), 0, 1) ** 0.7 * np.clip(lean, 0.5, 1.5)
    return piece(at, middle, (long, least * scale), body * depth * np.sqrt(long * least * scale))


def haze(draws: Draws, middle: Middle, long: float, thick: float) -> Piece:
    """A dot without an edge: a Gaussian whose full width at half height is `long` mm."""
    squeeze = draws.one(0.75, 1.0)
    angle = draws.one(0, np.pi)
    at = patch(*middle, 1.5 * long)
    u = at.x * np.cos(angle) + at.y * np.sin(angle)
    v = (-at.x * np.sin(angle) + at.y * np.cos(angle)) / squeeze
    return piece(at, middle, (long, long * squeeze), thick * np.exp(-4 * np.log(2) * (u**2 + v**2) / long**2))


def ring(
    draws: Draws, middle: Middle, long: float, *, wall: float, strength: float = 1.0, lucent: float = 0.0
) -> Piece:
    """A calcified bubble: the chord of a shell `wall` mm thick; its wall varies, its outline is nearly round.

    `lucent` (mm of gland taken away in the middle) shows oil or the air-like center.
    """
    half = long / 2
    angle = draws.one(0, 2 * np.pi)
    shifts = draws.uniform(4, 0, 2 * np.pi)
    at = patch(*middle, 1.15 * half + 0.05)
    phi = np.arctan2(at.y, at.x) - angle
    oval = draws.one(0.0, 0.07)
    wobble = sum(g * np.cos(k * phi + shifts[k]) for k, g in ((2, 0.014), (3, 0.010)))
    shape = 1 - oval + oval * np.cos(2 * phi) + 0.6 * wobble
    rho = np.hypot(at.x, at.y) / (half * shape)
    vary = 0.34 * np.cos(phi + shifts[0]) + 0.20 * np.cos(3 * phi + shifts[1]) + 0.12 * np.cos(8 * phi + shifts[2])
    thin = wall / half * np.clip(1 + vary * np.clip(2 * rho - 0.9, 0, 1), 0.3, 1.7)  # the middle sees the mean wall
    outer = np.sqrt(np.clip(1 - rho**2, 0, None))
    inner = np.sqrt(np.clip((1 - thin) ** 2 - rho**2, 0, None))
    calcium = strength * half * (outer - inner)
    soft = -lucent * np.sqrt(np.clip((1 - wall / half) ** 2 - rho**2, 0, None)) if lucent else None
    return piece(at, middle, (long, long * (1 - 2 * oval)), calcium, soft)


def cup(draws: Draws, middle: Middle, half: float, fill: float) -> Piece:
    """Sediment in a little cyst seen from the side: the lowest part of a disc of radius `half`, its top flat or hollow.

    `fill` is the sediment's height over the cyst's, 0..1.
    """
    hollow, slope = draws.one(0.05, 0.55), draws.one(-0.07, 0.07)
    at = patch(*middle, 1.1 * half + 0.03)
    u, v = at.x / half, at.y / half
    top = 1 - 2 * fill
    level = top + hollow * (1 - u**2) + slope * u
    below = np.clip((v - level) / 0.20, 0, 1)
    below = below * below * (3 - 2 * below)
    chord = np.sqrt(np.clip(1 - u**2 - v**2, 0, None)) ** 0.8
    width = 2 * half * float(np.sqrt(max(0.0, 1 - top**2))) if top > 0 else 2 * half
    return piece(
        at, (middle[0], middle[1] + half * (1 + top) / 2), (width, 2 * half * fill), 0.48 * half**0.5 * chord * below
    )


def smudge(draws: Draws, middle: Middle, half: float, fill: float) -> Piece:
    """The same sediment from above: a faint disc with a soft edge."""
    reach = half * float(np.sqrt(max(0.2, 1 - (1 - 2 * fill) ** 2))) if fill < 0.5 else half
    at = patch(*middle, 1.5 * reach)
    angle, squeeze = draws.one(0, np.pi), draws.one(0.8, 1.0)
    u = at.x * np.cos(angle) + at.y * np.sin(angle)
    v = (-at.x * np.sin(angle) + at.y * np.cos(angle)) / squeeze
    phi, shifts = np.arctan2(v, u), draws.uniform(3, 0, 2 * np.pi)
    rho = np.hypot(u, v) / reach / (1 + sum(0.07 * np.cos((k + 2) * phi + shifts[k]) for k in range(3)))
    ox, oy = draws.bell(0, 0.18), draws.bell(0, 0.18)
    body = np.exp(-2.2 * ((u / reach - ox) ** 2 + (v / reach - oy) ** 2)) * np.clip((1.25 - rho) / 0.6, 0, 1)
    return piece(at, middle, (2 * reach, 2 * reach * squeeze), 0.27 * fill**0.5 * half**0.5 * body)
