"""How low a glass must hang so that all "lower buttons" are within reach of a person who sits.

Owns that question and what staff are told. kiosk/qml/Kiosk/Theme/Theme.qml reckons the same for the window that is
open; tests/ui/test_reach.py compares the two on many glasses.
"""

from __future__ import annotations

import math

from kiosk.settings.glass import lengths_mm
from kiosk.settings.model import Screen

SHAPES = {"upright": (9, 16), "wide": (16, 9)}
"""Width to height of the glass, by how it hangs."""
KEPT_DP = 540
"""So many design pixels of the height stay for what can be touched, however high the glass hangs."""
_SLACK_MM = 1.0


def least_height(screen: Screen, width: float, height: float) -> float:
    """How many millimeters of the glass, from its lower edge, hold what can be touched at the least.

    `width` and `height` give the form of the glass; their unit does not matter.
    """
    _width, high, pixel = lengths_mm(screen, (width, height))
    return min(high, KEPT_DP * pixel)


def too_high(screen: Screen, width: float, height: float) -> tuple[str, str] | None:
    """What is wrong with the height of a glass of this form, and the mend; None where all buttons are within reach."""
    least = least_height(screen, width, height)
    over = screen.mount_height_mm + least - screen.reach_mm
    if over <= _SLACK_MM:
        return None
    hung = "upright" if height > width else "wide"
    what = (
        f"the glass hangs too high ({hung}, {screen.diagonal_inch:g} inches, {screen.mount_height_mm} mm): lower "
        f"buttons stand up to {screen.mount_height_mm + least:.0f} mm above the floor, {over:.0f} mm out of reach"
    )
    lowest = math.floor(screen.reach_mm - least)
    mend = f"hang its lower edge {lowest} mm above the floor or lower, or have staff help whoever sits"
    return what, mend
