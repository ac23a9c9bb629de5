"""One breast's absorption without its spots, on a 0.1 mm lattice: all that is not skin, calcium or quantum noise.

ln units = mm x attenuation. Owns the sum of the tissues. Must not know pixels or grey.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.illustrate import gland, muscle, noise, strands
from kiosk.illustrate.hashing import Floats, Single
from kiosk.illustrate.lattice import Grid, nodes, resample
from kiosk.illustrate.outline import Outline, depth
from kiosk.illustrate.scene import Scene

MU_FAT = 0.0456
"""Attenuation of fat at 20 keV, 1/mm (Johns & Yaffe; general knowledge)."""
MU_GLAND = 0.0802
"""Attenuation of glandular tissue at 20 keV, 1/mm (as above)."""
MU_CALCIUM = 1.1
"""Porous hydroxyapatite, 1/mm: 0.2 mm takes 20 % of the light, as LAVI-USP's inserted spots do."""
GAIN = MU_GLAND - MU_FAT
THICKNESS = 50.0
"""Pressed breast, mm (means in the literature: 44 CC, 48 MLO, 59)."""
ROUND = 24.0
"""How far inwards the free edge is rounded, mm."""
GLAND_MM = 23.0
"""Gland-equivalent where every depth slice is gland, mm."""
FINE, COARSE = 0.1, 0.2
MARGIN = 9.0
"""What sharpening may look at beyond a window, mm."""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom, mm."""


@dataclass(frozen=True)
class Body:
    """Fields on `grid` (0.1 mm nodes), float32."""

    curve: Outline
    grid: Grid
    skin: Single
    """Depth under the skin, mm."""
    absorption: Single
    """ln units, without skin; 0 in air."""
    gland: Single
    """Projected gland fraction, 0..1."""
    muscle: Single
    """Opacity of the chest muscle, 0..1."""
    soft: Single
    """All gland-equivalent, mm: what a density measure sees."""


def thickness(skin: Floats | Single) -> Floats:
    """Pressed thickness (mm) at a depth under the skin: a rounded edge, then flat."""
    inward = np.clip(skin / ROUND, 0, 1)
    return np.asarray(THICKNESS * np.sqrt(1 - (1 - inward) ** 2))


def build(
    scene: Scene,
    curve: Outline,
    reader: SkinReader,
    box: Box,
    vessels: Sequence[Floats],
    *,
    progress: Callable[[float], None],
) -> Body:
    """The body inside `box` (left, top, right, bottom; mm; left-breast places) and 9 mm around it.

    `vessels` are further middle lines, shape (n, 3): x, y, radius, mm, 0.02 mm apart. `progress` hears 0..1.
    """
    seed = scene.seed
    fine = nodes(FINE, box, MARGIN)
    coarse = nodes(COARSE, fine.box, 2 * COARSE)
    skin = depth(curve, coarse)
    far = np.asarray(skin, dtype=np.float64)
    x, y = np.meshgrid(coarse.x, coarse.y)
    share, sheets, e = gland.gland(seed, curve, scene.density, coarse, skin, progress=lambda part: progress(0.4 * part))
    cover, chest = muscle.muscle(seed, curve, x, y)
    t = thickness(far)
    open_fat = (1 - cover) * muscle.smooth((far - 1.0) / 3.0)
    wide = GLAND_MM * share * (1 - 0.85 * cover)
    cloud = noise.fractal((seed, "cloud"), coarse, 14.0, 0.8, 3.0)
    soft = wide * t / THICKNESS
    base = soft + 1.15 * sheets * open_fat * np.clip(0.9 - 0.35 * e, 0.3, 1.3)
    base += chest * muscle.smooth(far / 9) + muscle.nipple(curve, x, y, far)
    base += muscle.lymph_nodes(seed, scene.view, curve, x, y) * muscle.smooth((far - 2) / 3)
    base += (1.0 + 1.2 * np.sqrt(np.clip(share, 0, 1))) * cloud * muscle.smooth(far / 6) * (1 - 0.6 * cover)
    fat = MU_FAT * t + GAIN * base
    progress(0.6)
    up = [
        resample(np.asarray(f, dtype=np.float32), coarse, fine) for f in (fat, share * (1 - 0.85 * cover), skin, cover)
    ]
    mottled = (
        gland.mottle(seed, curve, fine, up[1]) * up[1] * np.float32(GLAND_MM * gland.DENSITIES[scene.density].mottle)
    )
    grain = noise.fractal((seed, "grain"), fine, 0.8, 0.2, 3.0) * (
        np.float32(0.20) + np.float32(0.46) * np.sqrt(np.clip(up[1], 0, 1))
    )
    progress(0.75)
    ink = strands.Ink()
    strands.fibres(seed, curve, scene.density, reader, ink)
    strands.ducts(seed, curve, ink)
    strands.veins(seed, curve, ink)
    for line in vessels:
        strands.tube(ink, *line[::5].T)
    lines = ink.on(fine) * (1 - np.float32(0.8) * up[3]) * np.clip((up[2] - 1.0) / 4, 0, 1)
    inside = np.clip(up[2] / 4, 0, 1)
    total = up[0] + np.float32(GAIN) * (mottled * inside + lines + grain * inside)
    total = np.where(up[2] > 0, total, 0).astype(np.float32)
    return Body(curve, fine, up[2], total, np.clip(up[1], 0, 1), up[3], np.asarray(up[1] * GLAND_MM, dtype=np.float32))


class SkinReader:
    """Depth under the skin at scattered points."""

    def __init__(self, curve: Outline) -> None:
        self._grid = nodes(1.0, (-10.0, -10.0, 240.0, 300.0))
        self._field = depth(curve, self._grid)

    def __call__(self, x: Floats, y: Floats) -> Floats:
        column = np.clip(np.rint(x - self._grid.left).astype(int), 0, self._grid.width - 1)
        row = np.clip(np.rint(y - self._grid.top).astype(int), 0, self._grid.height - 1)
        return np.asarray(self._field[row, column], dtype=np.float64)
