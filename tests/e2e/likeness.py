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
    both = _apart(one, other)
    width, height = max(1, both.width() // _BLOCK), max(1, both.height() // _BLOCK)
    blocks = both.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = (memoryview(cast(bytes, blocks.constScanLine(row)))[:width] for row in range(height))
    return max(max(row) for row in rows)


def alike(one: QImage, other: QImage) -> bool:
    """Whether a person would call them the same picture."""
    return one == other or difference(one, other) < LIMIT


EDGE = 64
"""How far, of 255, one channel of a pixel may be off: letters over 64 px are drawn as outlines, whose edges come out a
trace different from one drawing to the next (measured: 31 in three pixels of a glass, 12 and less in the others). A
word in the faintest colour on paper is off by 100."""


def same(one: QImage, other: QImage) -> bool:
    """Whether two pictures are equal but for the edges of large letters: no pixel far off, no small block a little."""
    if one == other:
        return True
    if one.size() != other.size():
        return False
    plain = _apart(one, other).convertToFormat(QImage.Format.Format_RGB888)
    return max(bytes(cast(memoryview, plain.constBits()))) <= EDGE and difference(one, other) < LIMIT


def _apart(one: QImage, other: QImage) -> QImage:
    both = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(both)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    return both
