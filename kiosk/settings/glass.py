"""How large things stand on a site's glass, in millimeters, before any window is open.

Owns the few lengths of kiosk/qml/Kiosk/Theme/Theme.qml that `kiosk check` must know: the formula stands there, and here
a second time. tests/ui/test_notice.py opens sheets on glasses of many sizes and compares.
"""

from __future__ import annotations

import math

from kiosk.settings.model import Screen

POINT_MM = 25.4 / 72
LEAST_POINTS = 20.0
"""How large the letters of a notice must be at least (45 CFR 92.11, as posted on paper)."""
_NARROW = 900
_UPRIGHT = (9.0, 16.0)
"""The narrowest glass that is sold as a screen; on a wider one of the same diagonal everything is larger."""


def sheet_mm(screen: Screen, shape: tuple[float, float] = _UPRIGHT) -> float:
    """How wide (mm) what a sheet holds is on a glass of this `shape` (width to height).

    A sheet is as wide as the glass. What it holds leaves a margin at each side: 56 design pixels, or 32 where the glass
    is narrower than 900 of them; it is never wider than 1760.
    """
    width, _height, pixel = lengths_mm(screen, shape)
    margin = pixel * (32 if width / pixel < _NARROW else 56)
    return width - 2 * max(margin, (width - 1760 * pixel) / 2)


def is_small(screen: Screen) -> bool:
    """Whether an upright glass is so small, or so near, that its widest line is narrow: `Theme.narrow`."""
    width, _height, pixel = lengths_mm(screen, _UPRIGHT)
    return width / pixel < _NARROW


def lengths_mm(screen: Screen, shape: tuple[float, float]) -> tuple[float, float, float]:
    """The width and the height of a glass of this `shape` (width to height), and one design pixel (`Theme.dp`), mm."""
    unit = screen.diagonal_inch * 25.4 / math.hypot(*shape)
    width, height = (side * unit for side in shape)
    return width, height, max(min(width, height) / 1080, 20 / 66, 4.8 / (26 * 0.668))
