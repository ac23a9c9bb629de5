"""The mark on what is being said: made once, and moved from one item to the next.

Owns the mark's item. It goes from item to item by a property of its own, in QML: a parent that Python knew of would
keep wrappers of items that pages destroy. Must not know what is said, nor who says it.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Q_ARG, QMetaObject, QRectF, Qt
from PySide6.QtQml import QQmlComponent, QQmlProperty, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.voice.lines import Setting, places


class Highlight:
    """One mark in a window, nowhere at first."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._mark: QQuickItem | None = None

    def show(self, item: QQuickItem, start: int, end: int) -> None:
        """Mark characters `start` to `end` of the text `item`; all of it when both are 0, or when it is no text."""
        mark = self._mark = self._alive() or self._made()
        mark.setProperty("calm", False)
        mark.setProperty("target", item)
        lines: list[QRectF] = []
        if mark.property("words") and end > start:
            setting = Setting(*(int(mark.property(name)) for name in Setting.__struct_fields__))
            lines = places(item, setting, start, end)
        QQmlProperty(mark, "lines").write(lines)
        mark.setVisible(True)
        place = _around(lines) if lines else QRectF(0, 0, item.width(), item.height())
        QMetaObject.invokeMethod(mark, "bring", Qt.ConnectionType.DirectConnection, Q_ARG(QRectF, place))

    def calm(self) -> None:
        """The reading stands still here."""
        if (mark := self._alive()) is not None:
            mark.setProperty("calm", True)

    def hide(self) -> None:
        """Nothing is being said."""
        if (mark := self._alive()) is not None:
            mark.setVisible(False)

    def _alive(self) -> QQuickItem | None:
        """The mark, if there is one; it goes with the window."""
        return self._mark if self._mark is not None and shiboken6.isValid(self._mark) else None

    def _made(self) -> QQuickItem:
        component = QQmlComponent(qmlEngine(self._window))
        component.loadFromModule("Kiosk.Controls", "ReadingMark")
        made = component.create()
        assert isinstance(made, QQuickItem), component.errorString()
        made.setParent(self._window)
        component.deleteLater()
        return made


def _around(lines: list[QRectF]) -> QRectF:
    box = QRectF(lines[0])
    for line in lines[1:]:
        box = box.united(line)
    return box
