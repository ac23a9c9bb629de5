"""How large a glass is, reckoned from a bank card that was laid on it.

Owns the card, the arithmetic and what cannot be a glass. Must not know windows or files. Pixels are real ones; they may
be parts of one.
"""

from __future__ import annotations

import math

CARD_WIDTH_MM = 85.60
CARD_HEIGHT_MM = 53.98
"""ISO/IEC 7810, ID-1: bank cards, and most that are as large."""
CARD_CORNER_MM = 3.18
MM_PER_INCH = 25.4
LEAST_INCH = 10.0
MOST_INCH = 100.0
"""What the settings take (`model.Screen`)."""
_SQUARE = 0.02
"""So far height and width may disagree: a finger is no vernier, and a stretched picture is out by a tenth at least."""
_PLACES = 2


def diagonal_inch(card_px: float, window: tuple[int, int]) -> float:
    """The diagonal in inches of a window of this many pixels, on which a card is `card_px` pixels wide."""
    return math.hypot(*window) * CARD_WIDTH_MM / (card_px * MM_PER_INCH)


def card_px(inch: float, window: tuple[int, int]) -> float:
    """How many pixels wide a card is on a glass with this diagonal."""
    return math.hypot(*window) * CARD_WIDTH_MM / (inch * MM_PER_INCH)


def rounded(inch: float) -> float:
    """As it is written down."""
    return round(inch, _PLACES)


def fault(width_px: float, height_px: float, window: tuple[int, int]) -> str:
    """Why an outline of this size cannot be a card on a glass, and what to do; empty where it can."""
    inch = rounded(diagonal_inch(width_px, window))
    if not LEAST_INCH <= inch <= MOST_INCH:
        return (
            f"A screen of {inch:g} inches cannot be: it has {LEAST_INCH:.0f} to {MOST_INCH:.0f}. "
            "Match the outline with the card."
        )
    ratio = (height_px / CARD_HEIGHT_MM) / (width_px / CARD_WIDTH_MM)
    if abs(ratio - 1) > _SQUARE:
        return (
            "The picture is stretched: width and height do not fit the same card. "
            "Set the screen to its own resolution, and begin again."
        )
    return ""
