"""How the sentences stand on the glass: dark on plain sand, in the middle, one below the other.

Owns sizes and colors. Must not know windows nor time.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPainter

from kiosk.safe.words import LINES, Line

FONTS = Path(__file__).parent / "fonts"
GROUND, INK = QColor("#F3E9DA"), QColor("#1D2B2E")
_DESIGN = 1080
"""The shorter side of the glass for which the sizes below are meant, all in pixels."""
_LETTERS, _LINE, _MARGIN = 46, 104, 72
_LEAST_LETTERS = 8


def load_fonts() -> None:
    """Without one of them Qt takes what the system has: something is better than nothing."""
    for file in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def paint(painter: QPainter, size: QSize, shift: QPoint) -> None:
    """Fill a glass of that size, the words moved by `shift`."""
    painter.fillRect(QRect(QPoint(), size), GROUND)
    painter.setPen(INK)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    unit = min(size.width(), size.height()) / _DESIGN
    pixels = _fitting(round(_LETTERS * unit), size.width() - 2 * round(_MARGIN * unit))
    height = round(_LINE * unit)
    top = (size.height() - height * len(LINES)) // 2
    for number, line in enumerate(LINES):
        painter.setFont(font(line, pixels))
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if line.rtl else Qt.LayoutDirection.LeftToRight)
        place = QRect(0, top + number * height, size.width(), height).translated(shift)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), line.sentence)


def font(line: Line, pixels: int) -> QFont:
    """What a sentence is set in, that high."""
    found = QFont(line.family)
    found.setPixelSize(max(_LEAST_LETTERS, pixels))
    return found


def _fitting(pixels: int, width: int) -> int:
    """The size at which the longest sentence still fits into `width`, `pixels` at most."""
    widest = max(QFontMetrics(font(line, pixels)).horizontalAdvance(line.sentence) for line in LINES)
    return pixels if widest <= width else pixels * width // widest
