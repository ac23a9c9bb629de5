"""The texture's power law P(f) = K / f^beta of parenchyma, before display processing.

Published: Burgess mean 2.8; Chen and others 2012 CC 3.17 +- 0.23, MLO 3.30 +- 0.24.
Must not know where regions come from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kiosk.illustrate.hashing import Single

SIDE = 25.6
"""Side of a region, mm."""
_LEAST, _MOST = 0.15, 1.0
"""Cycles per mm between which the line is fitted."""


@dataclass(frozen=True, slots=True)
class Texture:
    """One region's fit."""

    x: float
    y: float
    """Middle, mm."""
    beta: float
    fit: float
    """R squared."""


def exponent(region: Single, px: float) -> tuple[float, float]:
    """Beta and R squared of a square region of absorption (ln), pixels of `px` mm: plane removed, Hann, rings."""
    n = region.shape[0]
    y, x = np.mgrid[0:n, 0:n] - (n - 1) / 2
    flat = region - region.mean()
    moment = float((x * x).sum())
    flat = flat - x * ((flat * x).sum() / moment) - y * ((flat * y).sum() / moment)
    window = np.hanning(n)
    power = np.abs(np.fft.fft2(flat * window[:, None] * window[None, :])) ** 2
    f = np.fft.fftfreq(n, px)
    radius = np.hypot(f[:, None], f[None, :])
    edges = np.arange(_LEAST, _MOST + 1e-9, 1 / (n * px))  # rings one frequency step wide
    points = [
        (float(np.log(radius[chosen].mean())), float(np.log(power[chosen].mean())))
        for low, high in pairwise(edges)
        if (chosen := (radius >= low) & (radius < high)).any()
    ]
    u, v = np.array(points).T
    slope, start = np.polyfit(u, v, 1)
    rest = v - (slope * u + start)
    return -float(slope), 1 - float((rest**2).sum() / ((v - v.mean()) ** 2).sum())


def regions(absorption: Single, gland: NDArray[np.bool_], px: float, least: float = 0.8) -> Iterator[Texture]:
    """Each region on a half-overlapping grid that is at least `least` gland; `gland` is a mask of the same shape."""
    n = round(SIDE / px)
    for top in range(0, absorption.shape[0] - n + 1, n // 2):
        for left in range(0, absorption.shape[1] - n + 1, n // 2):
            if float(gland[top : top + n, left : left + n].mean()) >= least:
                beta, fit = exponent(absorption[top : top + n, left : left + n], px)
                yield Texture((left + n / 2) * px, (top + n / 2) * px, beta, fit)
