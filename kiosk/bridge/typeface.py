"""What the language in use is set in, for QML."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.catalog import model

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class Typeface(QObject):
    """One language's families and figures; empty families while there is no language.

    A family stands for its list: what it lacks Qt takes from its followers (see `kiosk.bridge.fonts`).
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._now: model.Typeface | None = None

    def show(self, typeface: model.Typeface | None) -> None:
        """Tell QML, if it differs."""
        if typeface != self._now:
            self._now = typeface
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._now.title[0] if self._now else ""

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._now.text[0] if self._now else ""

    @Property(str, notify=changed)
    def digits(self) -> str:
        """What digits alone are set in, where the family itself leaves them to a follower; else nothing.

        A lone number then has the height of its own letters, and not of those that it does not use.
        """
        return self._now.text[-1] if self._now and len(self._now.text) > 1 else ""

    @Property(int, notify=changed)
    def titleWeight(self) -> int:
        return self._now.title_weight if self._now else 0

    @Property(float, notify=changed)
    def textScale(self) -> float:
        return self._now.text_scale if self._now else 1.0

    @Property(float, notify=changed)
    def line(self) -> float:
        """Least height of a line, in sizes of its letters."""
        return self._now.line if self._now else 0.0

    @Property(bool, notify=changed)
    def tracked(self) -> bool:
        return self._now.tracked if self._now else True
