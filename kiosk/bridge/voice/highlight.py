"""The mark on what is being said: made once, and moved from one item to the next.

Owns the mark's item. Must not know what is said, nor who says it.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Q_ARG, QMetaObject, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlProperty, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.voice.lines import Setting, is_text, places


class Highlight:
    """One mark in a window, nowhere at first."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._mark: QQuickItem | None = None

    def show(self, item: QQuickItem, start: int, end: int) -> None:
        """Mark characters `start` to `end` of the text `item`; all of it when both are 0, or when it is no text."""
        mark = self._made()
        words = is_text(item) and end > start
        mark.setParentItem(item)
        setting = Setting(*(int(mark.property(name)) for name in Setting.__struct_fields__))
        lines = places(item, setting, start, end) if words else []
        mark.setProperty("calm", False)
        mark.setProperty("inside", item.inherits("QQuickImage") or not item.property("activeFocusOnTab"))
        mark.setProperty("around", float(item.property("radius") or 0))
        mark.setProperty("night", _is_light(item) if words else False)
        QQmlProperty(mark, "lines").write(lines)
        mark.setVisible(True)
        self._bring(item, _around(lines) if lines else QRectF(0, 0, item.width(), item.height()))

    def calm(self) -> None:
        """The reading stands still here."""
        mark = self._alive()
        if mark is not None:
            mark.setProperty("calm", True)

    def hide(self) -> None:
        """Nothing is being said."""
        mark = self._alive()
        if mark is not None:
            mark.setVisible(False)
            mark.setParentItem(None)  # type: ignore[arg-type]

    def _alive(self) -> QQuickItem | None:
        return self._mark if self._mark is not None and shiboken6.isValid(self._mark) else None

    def _made(self) -> QQuickItem:
        mark = self._alive()
        if mark is None:
            engine = qmlEngine(self._window)
            component = QQmlComponent(engine)
            component.loadFromModule("Kiosk.Controls", "ReadingMark")
            made = component.create()
            assert isinstance(made, QQuickItem), component.errorString()
            made.setParent(self._window)
            component.deleteLater()
            mark = self._mark = made
        return mark

    def _bring(self, item: QQuickItem, place: QRectF) -> None:
        """Scroll the page that `item` stands in so that `place` of it can be seen."""
        at: QQuickItem | None = item
        while at is not None and not at.metaObject().className().startswith("ScrollColumn"):
            at = at.parentItem()
        if at is not None:
            call = Q_ARG(QQuickItem, item), Q_ARG(QRectF, place)
            QMetaObject.invokeMethod(at, "follow", Qt.ConnectionType.DirectConnection, *call)


def _is_light(item: QQuickItem) -> bool:
    """Whether the words are light, on a dark ground."""
    color = item.property("color")
    return isinstance(color, QColor) and color.lightnessF() > 0.5


def _around(lines: list[QRectF]) -> QRectF:
    box = QRectF(lines[0])
    for line in lines[1:]:
        box = box.united(line)
    return box
