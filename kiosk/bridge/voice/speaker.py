"""Says sentences with the machine's own speech engine or from recordings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.settings.model import Speech
from kiosk.speech.model import Utterance


class EngineSpeaker(QObject):
    """Qt's speech engine."""

    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int, bool, str)

    def __init__(self, settings: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def say(self, turn: int, utterance: Utterance, speed: int, volume: int) -> None:
        self.failed.emit(turn, False, "no engine yet")

    def stop(self) -> None:
        pass

    def close(self) -> None:
        pass
