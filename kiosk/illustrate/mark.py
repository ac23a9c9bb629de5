"""The small word "Drawing" in the black corner of a whole picture, for copies that leave the kiosk.

No other text is drawn. The kiosk itself lays its own, translated words over every picture. Must not know anatomy.
"""

from __future__ import annotations

import numpy as np

from kiosk.illustrate.hashing import Single
from kiosk.illustrate.lattice import Grid

LABEL = "Drawing. Not a real person."
"""Goes into the metadata of every file, in English like the file names."""
_GREY = 96.0
_DOT = 0.35
"""Side of a dot of the letters, mm."""
_INSET = 6.0
_ROWS = (
    "###                 #            ",
    "#  #                             ",
    "#  # # ##  ##  #   # #  ###   ###",
    "#  # ##      # # # # #  #  # #  #",
    "#  # #     ### # # # #  #  # #  #",
    "#  # #    #  # # # # #  #  #  ###",
    "###  #     ###  # #  #  #  #    #",
    "                              ## ",
)


def burn(grey: Single, grid: Grid, canvas: tuple[float, float], chest_left: bool) -> None:
    """Write the word into the strip `grey` of the grid: at the bottom, away from the chest wall."""
    width, height = len(_ROWS[0]) * _DOT, len(_ROWS) * _DOT
    left = canvas[0] - _INSET - width if chest_left else _INSET
    column = np.floor((grid.x - left) / _DOT).astype(int)
    row = np.floor((grid.y - (canvas[1] - _INSET - height)) / _DOT).astype(int)
    dots = np.array([[char == "#" for char in line] for line in _ROWS])
    columns, rows = (column >= 0) & (column < dots.shape[1]), (row >= 0) & (row < dots.shape[0])
    if columns.any() and rows.any():
        area = np.ix_(np.flatnonzero(rows), np.flatnonzero(columns))
        grey[area] = np.where(dots[np.ix_(row[rows], column[columns])], np.maximum(grey[area], _GREY), grey[area])
