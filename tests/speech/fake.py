"""A speaker without sound: keeps what it was given, and answers at once, or when a test says so."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.speech.model import Utterance


class Said(Struct, frozen=True):
    """One sentence as the engine got it."""

    turn: int
    text: str
    language: str
    speed: int
    volume: int


class FakeSpeaker(QObject):
    """`at_once`: every sentence is over with the next turn of the event loop; else a test calls `begin` and `end`."""

    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int, bool, str)

    def __init__(self, *, at_once: bool = False, voices: tuple[str, ...] | None = None) -> None:
        super().__init__()
        self.at_once = at_once
        self.voices = voices
        """Languages it can speak; None for all."""
        self.said: list[Said] = []
        self.stopped = 0
        self.closed = False
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._answer)

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.said]

    def say(self, turn: int, utterance: Utterance, speed: int, volume: int) -> None:
        self._turn = turn
        if self.voices is not None and utterance.language not in self.voices:
            self.failed.emit(turn, True, f"no voice speaks {utterance.language}")
            return
        self.said.append(Said(turn, utterance.text, utterance.language, speed, volume))
        if self.at_once:
            self._timer.start(0)

    def stop(self) -> None:
        self.stopped += 1
        self._timer.stop()

    def close(self) -> None:
        self.stop()
        self.closed = True

    def begin(self) -> None:
        """The first sound of what was asked for last."""
        self.began.emit(self._turn)

    def end(self) -> None:
        """All of it was said."""
        self.ended.emit(self._turn)

    def _answer(self) -> None:
        turn = self._turn
        self.began.emit(turn)
        self.ended.emit(turn)
