"""Says sentences with the machine's own speech engine or from recordings."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLoggingCategory, QObject, SignalInstance

from kiosk.bridge.voice.engine import Answering, Told
from kiosk.settings.model import Speech
from kiosk.speech.model import Utterance

if TYPE_CHECKING:
    from kiosk.bridge.voice.recorded import Recorded


class Engine(Protocol):
    """Says one text at a time, and answers with the turn it was given."""

    began: SignalInstance
    ended: SignalInstance
    failed: SignalInstance

    @property
    def mute(self) -> tuple[str, ...]: ...
    def get_ready(self) -> None: ...
    def say(self, turn: int, text: str, language: str, speed: int, volume: int) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


class EngineSpeaker(Answering):
    """speech-dispatcher on Linux, Qt's engine for the platform elsewhere, and the engine that the site names."""

    def __init__(self, settings: Speech, parent: QObject | None = None, languages: Sequence[str] = ()) -> None:
        """`languages`: those that should have a voice; staff are told which have none."""
        super().__init__(parent)
        self._engine = _engine(settings, self, languages)
        self._engine.began.connect(self.began)
        self._engine.ended.connect(self.ended)
        self._engine.failed.connect(self.failed)
        self._recorded: Recorded | None = None
        self._playing: tuple[Utterance, int, int] | None = None
        """What a recording says just now, its speed and its volume: should it fail, the engine says it."""
        self._told = Told()

    @property
    def mute(self) -> tuple[str, ...]:
        """The languages that nobody can read aloud, as far as is known by now."""
        return self._engine.mute

    def get_ready(self) -> None:
        """Somebody may soon want to listen."""
        self._engine.get_ready()

    def say(self, turn: int, utterance: Utterance, speed: int, volume: int) -> None:
        if utterance.recording:
            self._engine.stop()
            self._playing = (utterance, speed, volume)
            self._player().say(turn, utterance.recording, speed, volume)
            return
        self._hush_recording()
        self._engine.say(turn, utterance.text, utterance.language, speed, volume)

    def stop(self) -> None:
        self._hush_recording()
        self._engine.stop()

    def close(self) -> None:
        self.stop()
        self._engine.close()

    def _hush_recording(self) -> None:
        self._playing = None
        if self._recorded is not None:
            self._recorded.stop()

    def _player(self) -> Recorded:
        if self._recorded is None:
            hush()
            from kiosk.bridge.voice.recorded import Recorded  # noqa: PLC0415 - only where there are recordings

            self._recorded = Recorded(self)
            self._recorded.began.connect(self.began)
            self._recorded.ended.connect(self.ended)
            self._recorded.failed.connect(self._say_instead)
        return self._recorded

    def _say_instead(self, turn: int, reason: str) -> None:
        if self._playing is None:
            return
        (utterance, speed, volume), self._playing = self._playing, None
        self._told.tell(f"{reason}; the speech engine reads instead", plain=True)
        self._engine.say(turn, utterance.text, utterance.language, speed, volume)


def hush() -> None:
    """What Qt's multimedia library says holds names of files, and of sound servers that nobody needs; we tell staff."""
    QLoggingCategory.setFilterRules("qt.multimedia.ffmpeg*=false\nqt.multimedia.symbolsresolver*=false")


def _engine(settings: Speech, parent: QObject, languages: Sequence[str]) -> Engine:
    if sys.platform == "linux" and not settings.engine:
        from kiosk.bridge.voice.dispatcher import Dispatcher  # noqa: PLC0415 - one of the two is enough

        return Dispatcher(settings, parent, languages)
    hush()
    from kiosk.bridge.voice.qt_engine import QtEngine  # noqa: PLC0415

    return QtEngine(settings, parent, languages)
