"""Where the words of a part of a text stand on its lines.

Lays the text out once more as Qt Quick does, because a text item tells no places. Must not know why anybody asks.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption
from PySide6.QtQuick import QQuickItem

_DOWN = {Qt.AlignmentFlag.AlignVCenter: 0.5, Qt.AlignmentFlag.AlignBottom: 1.0}
"""Which share of the free height stands above the words."""


class Setting(Struct, frozen=True):
    """How a text is set, as Qt Quick's numbers for it."""

    horizontal: int
    """As it is shown: mirrored where the page is."""
    vertical: int
    wrap: int


def places(item: QQuickItem, setting: Setting, start: int, end: int) -> list[QRectF]:
    """One rectangle per line that characters `start` to `end` of the text `item` stand on, in pixels of the item."""
    text = str(item.property("text"))
    layout = QTextLayout(text.replace("\n", "\u2028"), _font(item))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode(setting.wrap))
    option.setAlignment(Qt.AlignmentFlag(setting.horizontal))
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    left = float(item.property("leftPadding"))
    wide = item.width() - left - float(item.property("rightPadding"))
    pitch = float(item.property("lineHeight"))
    tall = 0.0
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        line.setPosition(QPointF(0, tall))
        tall += pitch
        lines.append(line)
    layout.endLayout()
    top = float(item.property("topPadding"))
    room = item.height() - top - float(item.property("bottomPadding"))
    # Its own height of its words: where a font claims more than the pitch, they are higher than their pitches.
    top += _DOWN.get(Qt.AlignmentFlag(setting.vertical), 0.0) * (room - float(item.property("contentHeight")))
    over, under = _reach(lines)
    # Where letters reach over their pitch, the line above ends where those of the line below begin.
    over += max(0.0, (pitch - over - under) / 2)
    found: list[QRectF] = []
    for line in lines:
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            base = top + line.y() + line.ascent()
            tall = pitch if line is not lines[-1] else max(pitch, over + under)
            found += [QRectF(left + x, base - over, wide, tall) for x, wide in _runs(line, first, last, pitch)]
    return found


def _reach(lines: list[QTextLine]) -> tuple[float, float]:
    """How far the letters themselves reach over the baseline and under it, in pixels: fonts claim more than that."""
    over = under = 0.0
    for line in lines:
        base = line.y() + line.ascent()
        for run in line.glyphRuns():
            font = run.rawFont()
            boxes = {glyph: font.boundingRect(glyph) for glyph in set(run.glyphIndexes())}
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                box = boxes[glyph]
                over = max(over, base - place.y() - box.top())
                under = max(under, place.y() + box.bottom() - base)
    return over, under


def _runs(line: QTextLine, first: int, last: int, pitch: float) -> list[tuple[float, float]]:
    """Where characters `first` to `last` of a line begin, and how wide they are; twice in a line of two directions."""
    spans: list[tuple[float, float]] = []
    for run in line.glyphRuns(first, last - first):
        box = run.boundingRect()
        if box.width() > 0:
            spans.append((box.left(), box.right()))
    gap = pitch * 0.6
    merged: list[list[float]] = []
    for begin, finish in sorted(spans):
        if merged and begin - merged[-1][1] < gap:
            merged[-1][1] = max(merged[-1][1], finish)
        else:
            merged.append([begin, finish])
    return [(begin, finish - begin) for begin, finish in merged]


def _font(item: QQuickItem) -> QFont:
    font = item.property("font")
    assert isinstance(font, QFont)
    return font
