"""Says sentences with the machine's own speech engine or from recordings."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QLoggingCategory, QObject, Signal, SignalInstance

from kiosk.settings.model import Speech
from kiosk.speech.model import Utterance


class Engine(Protocol):
    """Says one text at a time, and answers with the turn it was given."""

    began: SignalInstance
    ended: SignalInstance
    failed: SignalInstance

    def get_ready(self) -> None: ...
    def say(self, turn: int, text: str, language: str, speed: int, volume: int) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


class EngineSpeaker(QObject):
    """speech-dispatcher on Linux, Qt's engine for the platform elsewhere, and the engine that the site names."""

    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int, bool, str)

    def __init__(self, settings: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = _engine(settings, self)
        self._engine.began.connect(self.began)
        self._engine.ended.connect(self.ended)
        self._engine.failed.connect(self.failed)

    def get_ready(self) -> None:
        """Somebody may soon want to listen."""
        self._engine.get_ready()

    def say(self, turn: int, utterance: Utterance, speed: int, volume: int) -> None:
        self._engine.say(turn, utterance.text, utterance.language, speed, volume)

    def stop(self) -> None:
        self._engine.stop()

    def close(self) -> None:
        self._engine.close()


def _hush() -> None:
    """Qt's multimedia library complains of sound servers that are not there, though one that it can use is."""
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")


def _engine(settings: Speech, parent: QObject) -> Engine:
    if sys.platform == "linux" and not settings.engine:
        from kiosk.bridge.voice.dispatcher import Dispatcher  # noqa: PLC0415 - one of the two is enough

        return Dispatcher(settings, parent)
    _hush()
    from kiosk.bridge.voice.qt_engine import QtEngine  # noqa: PLC0415

    return QtEngine(settings, parent)
