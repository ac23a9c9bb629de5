"""Says sentences with the machine's own speech engine or from recordings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.bridge.voice.dispatcher import Dispatcher
from kiosk.settings.model import Speech
from kiosk.speech.model import Utterance


class EngineSpeaker(QObject):
    """Qt's speech engine."""

    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int, bool, str)

    def __init__(self, settings: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = Dispatcher(settings, self)
        self._engine.began.connect(self.began)
        self._engine.ended.connect(self.ended)
        self._engine.failed.connect(self.failed)

    def say(self, turn: int, utterance: Utterance, speed: int, volume: int) -> None:
        self._engine.say(turn, utterance.text, utterance.language, speed, volume)

    def stop(self) -> None:
        self._engine.stop()

    def close(self) -> None:
        self._engine.close()
