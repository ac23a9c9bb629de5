"""The words that staff read, one property each, in the site's own language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.qml import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class StaffWords(QObject):
    """Every word of pad, panel and what patients see while they cannot use the kiosk."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: Mapping[str, str] = {}

    def use(self, words: Mapping[str, str]) -> None:
        """Show these words, by the ids of `kiosk.catalog.interface`; a missing one is shown as nothing."""
        if words != self._words:
            self._words = words
            self.changed.emit()

    def get(self, word: str) -> str:
        return self._words.get(word, "")
