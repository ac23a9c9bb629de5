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
    top += _DOWN.get(Qt.AlignmentFlag(setting.vertical), 0.0) * (room - tall)
    found: list[QRectF] = []
    for line in lines:
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            found += _runs(line, first, last, QPointF(left, top), pitch)
    return found


def _runs(line: QTextLine, first: int, last: int, at: QPointF, pitch: float) -> list[QRectF]:
    """What characters `first` to `last` take of a line; two places where the line has two directions."""
    spans: list[tuple[float, float]] = []
    for run in line.glyphRuns(first, last - first):
        box = run.boundingRect()
        if box.width() > 0:
            spans.append((box.left(), box.right()))
    gap = line.height() * 0.6
    merged: list[list[float]] = []
    for begin, finish in sorted(spans):
        if merged and begin - merged[-1][1] < gap:
            merged[-1][1] = max(merged[-1][1], finish)
        else:
            merged.append([begin, finish])
    return [
        QRectF(at.x() + begin, at.y() + line.y(), finish - begin, max(pitch, line.height())) for begin, finish in merged
    ]


def _font(item: QQuickItem) -> QFont:
    font = item.property("font")
    assert isinstance(font, QFont)
    return font
