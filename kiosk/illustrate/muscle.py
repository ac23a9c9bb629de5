"""What is neither gland nor fat: chest muscle, lymph nodes, nipple, in mm of gland-equivalent.

Must not know how absorption becomes grey.
"""

from __future__ import annotations

import numpy as np

from kiosk.illustrate import noise
from kiosk.illustrate.hashing import Draws, Floats
from kiosk.illustrate.outline import Outline, muscle_depth
from kiosk.illustrate.scene import View

PEAK = 21.0
"""Gland-equivalent of the thick part of the muscle, mm."""


def smooth(x: Floats) -> Floats:
    """0 below 0, 1 above 1, with flat ends."""
    t = np.clip(x, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def muscle(seed: int, curve: Outline, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Opacity (0..1) and gland-equivalent (mm) of the chest muscle; fibres run along it, its front edge is soft."""
    place = muscle_depth(curve, x, y)
    if place is None:
        return np.zeros(x.shape), np.zeros(x.shape)
    behind, along = place
    edge = behind + 1.0 * noise.at_points((seed, "muscle", "edge"), x, y, 28.0)
    cover = smooth((edge + 0.8) / 4.2)
    # Bundles fan out from the arm: lines that run along, closer together at the top.
    spread = 1 + np.clip(along, 0, 200) / 160
    across = behind / spread
    bundle = np.zeros(x.shape)
    for index, (lam, gain) in enumerate(((15.0, 0.05), (6.0, 0.045), (2.8, 0.035), (1.3, 0.025))):
        wavy = across + 1.4 * noise.at_points((seed, "muscle", "wave"), x, y, 34.0)
        bundle += gain * noise.at_points((seed, "muscle", index), wavy, along / 9.0, lam)
    mottle = 0.022 * noise.at_points((seed, "muscle", "fat"), x, y, 9.0)
    height = 0.62 + 0.26 * smooth(edge / 30) - 0.16 * smooth((along - 60) / 120)
    return cover, cover * PEAK * np.clip(height + bundle + mottle, 0.2, 1.05)


def lymph_nodes(seed: int, view: View, curve: Outline, x: Floats, y: Floats) -> Floats:
    """Two or three nodes in front of and over the muscle: smooth beans with a fatty middle that opens on one side."""
    total = np.zeros(x.shape)
    if view is not View.MLO or curve.muscle is None:
        return total
    draws = Draws(seed, "nodes")
    (ax, ay), (bx, by), _ = curve.muscle
    for index in range(3):
        along = (0.10, 0.27, 0.36)[index] + draws.one(-0.07, 0.07)
        ahead = (-9.0, 7.5, 4.0)[index] + draws.one(-3.5, 3.5)
        cx, cy = ax + along * (bx - ax) + ahead, ay + along * (by - ay) + 0.2 * ahead
        long, wide = draws.one(5.0, 7.0) * (1.0, 0.78, 0.55)[index], draws.one(0.56, 0.68)
        angle = np.arctan2(by - ay, bx - ax) + draws.bell(0, 0.25)
        seen = draws.one() < (0.85, 0.6, 0.5)[index]
        gains, phase = draws.normal(3, 0, 0.015), draws.uniform(3, 0, 2 * np.pi)
        near = (np.abs(x - cx) < 1.4 * long) & (np.abs(y - cy) < 1.4 * long) & seen
        total[near] += (0.65, 1.0, 0.8)[index] * _node(
            (gains, phase), x[near] - cx, y[near] - cy, (long, wide), float(angle)
        )
    return total


def _node(bumps: tuple[Floats, Floats], x: Floats, y: Floats, form: tuple[float, float], angle: float) -> Floats:
    """Gland-equivalent (mm) of one bean; `form` is half its length, mm, and its width over its length."""
    (lobes, phase), (half, ratio) = bumps, form
    u, v = x * np.cos(angle) + y * np.sin(angle), -x * np.sin(angle) + y * np.cos(angle)
    v = v + 0.09 * ratio * half * (u / half) ** 2  # bent: the bean
    a, b = half, half * ratio
    theta = np.arctan2(v / b, u / a)
    rim = 1 + lobes[0] * np.cos(2 * theta + phase[0]) + 0.7 * lobes[1] * np.cos(3 * theta + phase[1])
    aside = np.arctan2(np.sin(theta + np.pi / 2), np.cos(theta + np.pi / 2))
    rim = rim - 0.08 * np.exp(-((aside / 0.55) ** 2))  # the dent where vessels enter
    rho = np.hypot(u / a, v / b) / rim
    chord = np.clip(1 - rho**2, 0, 1) ** 0.75 * smooth((1.02 - rho) * half / 1.4)
    hilum_at = np.hypot(u / (0.42 * a), (v + 0.40 * b) / (0.38 * b))
    fat = smooth((1.40 - hilum_at) / 1.2)
    notch = np.exp(-((u / (0.30 * a)) ** 2)) * smooth((-v / b - 0.25) / 0.5)
    return np.asarray(np.clip(6.0 * ratio / 0.6 * half / 6 * chord * (1 - 0.50 * fat) * (1 - 0.22 * notch), 0, None))


def nipple(curve: Outline, x: Floats, y: Floats, skin: Floats) -> Floats:
    """Gland-equivalent (mm) of nipple and areola: a soft plug in the bump, thicker skin around, a haze behind."""
    nx, ny = curve.nipple
    ox, oy = curve.outward
    out = (x - nx) * ox + (y - ny) * oy  # 0 at the tip, negative inside
    side = (x - nx) * oy - (y - ny) * ox
    plug = np.exp(-((np.abs(side) / 5.4) ** 3)) * smooth((out + 10.5) / 5.0) * (0.55 + 0.45 * smooth(skin / 2.5))
    areola = np.exp(-((side / 15.0) ** 4)) * np.exp(-((np.maximum(skin, 0) / 2.6) ** 2)) * (out > -16)
    haze = np.exp(-((side / 13.0) ** 2)) * np.exp(-(((out + 13) / 11.0) ** 2))
    grooves = 1 + 0.10 * np.sin(side * 2.4 + 0.6 * np.sin(out * 1.1))
    return np.asarray((7.0 * plug * grooves + 2.4 * areola + 2.6 * haze) * (skin > -0.5))
