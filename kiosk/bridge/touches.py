"""Which events of a window are a finger or a button of a mouse that comes down or lifts."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputDevice, QPointerEvent

_DOWN = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})
_UP = frozenset({QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease})


def comes_down(event: QEvent) -> bool:
    """A new touch; not the mouse event that Qt makes for a touch that it has told of already."""
    if event.type() not in _DOWN:
        return False
    return not (
        isinstance(event, QPointerEvent)
        and event.type() == QEvent.Type.MouseButtonPress
        and event.pointingDevice().type() == QInputDevice.DeviceType.TouchScreen
    )


def lifts(event: QEvent) -> bool:
    return event.type() in _UP
