"""The whole picture's numbers: breast area, dense area, greys. Must not know spots."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kiosk.illustrate.drawing import Drawing
from kiosk.illustrate.hashing import Single
from kiosk.illustrate.lattice import pixels, resample
from kiosk.illustrate.measure import texture

DENSE_MM = 5.0
"""Gland-equivalent from which a place counts as dense: a tenth of the pressed breast."""
PUBLISHED = {"a": (4.3, 4.3), "b": (19.3, 11.3), "c": (40.4, 14.8), "d": (62.3, 11.7)}
"""Mean and standard deviation of area density per class, % (CEBP table; docs/illustrations.md)."""
_PARENCHYMA_MM = 3.0
PX = 0.1


@dataclass(frozen=True)
class Tissue:
    """One whole breast."""

    area: float
    """Breast without chest muscle, cm2."""
    dense: float
    """Dense part of it, %."""
    greys: tuple[float, float, float]
    """1st, 50th and 99th percentile inside the breast."""
    white: float
    """Part of the breast without calcium that is 255, %."""
    textures: tuple[texture.Texture, ...]


def measured(drawing: Drawing) -> Tissue:
    """Draw at 0.1 mm without calcium and measure; left-breast places."""
    strips = list(drawing.strips(PX, spots=False))
    grey = np.concatenate([strip.grey for strip in strips])
    absorption = np.concatenate([strip.absorption for strip in strips])
    if drawing.scene.side == "R":
        grey, absorption = grey[:, ::-1], absorption[:, ::-1]
    grid = pixels(PX, *drawing.box)
    body = drawing.body
    soft, skin, chest = (resample(field, body.grid, grid) for field in (body.soft, body.skin, body.muscle))
    breast = (skin > 0) & (chest < 0.5)
    shown: Single = grey[breast]
    return Tissue(
        area=float(breast.sum()) * PX**2 / 100,
        dense=100 * float((soft[breast] > DENSE_MM).mean()),
        greys=(float(np.percentile(shown, 1)), float(np.percentile(shown, 50)), float(np.percentile(shown, 99))),
        white=100 * float((shown >= 254.5).mean()),
        textures=tuple(texture.regions(absorption, soft > _PARENCHYMA_MM, PX)),
    )
