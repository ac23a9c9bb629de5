"""The ease-of-use settings of one visitor, as QML sees and sets them. They live in the session and end with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.session.model import Session, SetComfort

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class Ease(QObject):
    """Text size, contrast, motion and reach; `send` hands an event to the session."""

    changed = Signal()

    def __init__(self, send: Callable[[SetComfort], None], session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._send = send
        self._now = _settings(session)

    def show(self, session: Session) -> None:
        """Tell QML what `session` says, if it differs."""
        now = _settings(session)
        if now != self._now:
            self._now = now
            self.changed.emit()

    @Property(int, notify=changed)
    def textPercent(self) -> int:
        return self._now[0]

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        return self._now[1]

    @Property(bool, notify=changed)
    def lessMotion(self) -> bool:
        return self._now[2]

    @Property(bool, notify=changed)
    def lowerButtons(self) -> bool:
        return self._now[3]

    @Slot(int)
    def setTextPercent(self, percent: int) -> None:
        self._send(SetComfort(text_percent=percent))

    @Slot(bool)
    def setHighContrast(self, on: bool) -> None:
        self._send(SetComfort(high_contrast=on))

    @Slot(bool)
    def setLessMotion(self, on: bool) -> None:
        self._send(SetComfort(less_motion=on))

    @Slot(bool)
    def setLowerButtons(self, on: bool) -> None:
        self._send(SetComfort(lower_buttons=on))


def _settings(session: Session) -> tuple[int, bool, bool, bool]:
    return session.text_percent, session.high_contrast, session.less_motion, session.lower_buttons
