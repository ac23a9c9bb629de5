"""How much two pictures of a screen differ."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

_BLOCK = 6  # pixels
LIMIT = 8
"""Below this two screens are the same. The edges of large letters come out a trace different from one drawing to the
next (measured: 1); one line of text a single pixel off makes 79."""


def difference(one: QImage, other: QImage) -> int:
    """The largest mean difference, 0 to 255, of any small block of the two."""
    if one.size() != other.size():
        return 255
    both = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(both)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    width, height = max(1, both.width() // _BLOCK), max(1, both.height() // _BLOCK)
    blocks = both.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = (memoryview(cast(bytes, blocks.constScanLine(row)))[:width] for row in range(height))
    return max(max(row) for row in rows)


def alike(one: QImage, other: QImage) -> bool:
    """Whether a person would call them the same picture."""
    return one == other or difference(one, other) < LIMIT
