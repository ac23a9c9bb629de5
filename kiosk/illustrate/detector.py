"""What the detector adds: blur of small things and quantum noise. Noise belongs to pixels, not to anatomy.

Must not know what is drawn.
"""

from __future__ import annotations

import numpy as np

from kiosk.illustrate import noise
from kiosk.illustrate.hashing import Single, lattice_normals, seed64
from kiosk.illustrate.lattice import Grid

BLUR = 0.045
"""Gaussian radius (sigma, mm) of the detector in a whole picture."""
BLUR_MAGNIFIED = 0.02
"""The same in a magnification view: the breast stands nearer to the tube, so the detector's blur shrinks."""
MAGNIFIED = 0.03
"""Pixels of this size (mm) and finer belong to a magnification view."""
_SIGMA = 0.0125
"""Noise of one 0.05 mm pixel in ln units where the light is e^-1.9 of the open field."""
_LIGHT = 1.9


def blur(px: float) -> float:
    """Detector blur for pixels of `px` mm."""
    return BLUR_MAGNIFIED if px <= MAGNIFIED else BLUR


def quantum(key: tuple[object, ...], grid: Grid, absorption: Single) -> Single:
    """Noise for each pixel of `grid`, ln units: fewer quanta where more is absorbed; a little correlated."""
    px = grid.step
    if px <= MAGNIFIED:
        white = noise.octave(seed64(*key, "quantum", "magnified"), 0.05, grid)
        base = _SIGMA * 0.30
    else:
        rows = np.arange(grid.top - 1, grid.top + grid.height + 1)[:, None]
        columns = np.arange(grid.left - 1, grid.left + grid.width + 1)[None, :]
        white = lattice_normals(seed64(*key, "quantum", f"{px:.4f}"), rows, columns)
        half = np.float32(0.5)
        white = half * white[:, 1:-1] + np.float32(0.25) * (white[:, :-2] + white[:, 2:])
        white = half * white[1:-1] + np.float32(0.25) * (white[:-2] + white[2:])
        base = _SIGMA * 0.05 / px
    # sqrt(e^(a - 1.9)) by its series around 1.9: no exponential, so the same on every machine.
    t = (absorption - np.float32(_LIGHT)) * np.float32(0.5)
    swell = 1 + t + t * t * np.float32(0.5) + t * t * t * np.float32(1 / 6)
    return np.asarray(np.float32(base) * white * np.clip(swell, 0.4, 4.0), dtype=np.float32)
