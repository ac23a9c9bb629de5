"""Says sentences through the machine's own speech engine, and keeps what it answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kiosk.bridge.voice.speaker import EngineSpeaker
from kiosk.settings.model import Speech
from kiosk.speech.model import Utterance
from tests.cli.launch import until
from tests.e2e.sound import AT_LAST


class Mouth:
    """A speaker and what it has answered."""

    def __init__(self, settings: Speech) -> None:
        self.speaker = EngineSpeaker(settings)
        self.began: list[int] = []
        self.ended: list[int] = []
        self.failed: list[tuple[int, bool, str]] = []
        self.speaker.began.connect(self.began.append)
        self.speaker.ended.connect(self.ended.append)
        self.speaker.failed.connect(lambda *what: self.failed.append(what))

    def say(self, turn: int, text: str, language: str = "en", speed: int = 100, volume: int = 60) -> None:
        self.speaker.say(turn, Utterance(text, language), speed, volume)

    @staticmethod
    def turn() -> None:
        """Let the speaker run."""
        QCoreApplication.processEvents()

    def until(self, true: Callable[[], bool], seconds: float = AT_LAST) -> bool:
        def looked() -> bool:
            self.turn()
            return true()

        return until(looked, seconds)
