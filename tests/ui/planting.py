"""Faults planted in a live window: an item of its own over the upper left corner."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from tests.ui.driver import Driver


def plant(driver: Driver, qml: str) -> QQuickItem:
    """Put what `qml` says on the glass; it goes with the window, or with `deleteLater`."""
    component = QQmlComponent(driver.shell.engine)
    component.setData(qml.encode(), QUrl())
    item = component.create()
    assert isinstance(item, QQuickItem), component.errorString()
    item.setParent(driver.window)  # else it goes with the component
    item.setParentItem(driver.window.contentItem())
    return item
