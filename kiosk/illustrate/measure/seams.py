"""Do tiles show? Steps between pixels across tile borders, against the same steps of the undivided drawing.

Anatomy may happen to change at a border; the drawing that was never divided has that change too, so it cancels.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.illustrate import pyramid
from kiosk.illustrate.hashing import Floats, Single

_NEAR = 8
"""How many pixels to either side of a border make up `nearby`."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a stored pyramid against the drawing."""

    number: int
    ratio: float
    """Steps over borders by the drawing's, over the same for steps nearby; 1 where tiles do not show."""
    error: float
    """Mean absolute difference from the drawing, greys, inside the breast."""


def levels(folder: Path, full: NDArray[np.uint8], half: Single) -> list[Level]:
    """Each level with more than one tile; `full` is the drawing, `half` its next level before rounding."""
    height, width = full.shape
    sizes = pyramid.levels(width, height)
    found: list[Level] = []
    drawn: Single = full.astype(np.float32)
    for number in range(len(sizes) - 1, -1, -1):
        if max(sizes[number]) <= pyramid.TILE:
            break
        if number < len(sizes) - 1:
            drawn = half if number == len(sizes) - 2 else pyramid.halve(drawn)
        stored = pyramid.read(folder, number, sizes[number])
        lit = drawn > 12
        error = float(np.abs(stored[lit] - drawn[lit]).mean())
        sums = _sums(stored.astype(np.float64), drawn.astype(np.float64)) + _sums(
            stored.T.astype(np.float64), drawn.T.astype(np.float64)
        )
        over, over_drawn, near, near_drawn = sums
        found.append(Level(number, float((over / over_drawn) / (near / near_drawn)), error))
    return found[::-1]


def _sums(stored: Floats, drawn: Floats) -> Floats:
    """Summed steps: over borders (stored, drawn), nearby (stored, drawn)."""
    total = np.zeros(4)
    for border in range(pyramid.TILE - 1, drawn.shape[1] - 1, pyramid.TILE):
        rows = (drawn[:, border] > 12) & (drawn[:, border + 1] > 12)
        around = slice(max(0, border - _NEAR), border + _NEAR + 2)
        for index, picture in enumerate((stored, drawn)):
            steps = np.abs(np.diff(picture[rows, around], axis=1))
            middle = border - around.start
            total[index] += steps[:, middle].sum()
            total[index + 2] += (steps.sum() - steps[:, middle].sum()) / (steps.shape[1] - 1)
    return total
