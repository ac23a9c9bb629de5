"""Says sentences with one of Qt's speech engines: the platform's own where that is not speech-dispatcher.

Owns the engine's thread. An engine may wait for its service for ever, and Qt's bindings keep Python's lock meanwhile:
so all that it is told to do is called by name over the thread's queue, where no Python is involved. What it has (its
locales, its voices, why it failed) is asked from the window's thread, in answer to its own signal and with no order
open that changes it: on Linux Qt keeps that in memory. A thread that hangs is left behind and another one made for the
next sentence. Must not know what a page is.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Q_ARG, QLocale, QMetaObject, QObject, Qt, QThread, QTimer, Slot
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from kiosk.bridge.voice.engine import Asked, SpeechEngine
from kiosk.settings.model import Speech
from kiosk.speech.voices import Offered, loudness, rate, speaks

_ANSWER_MS = 3500
_AFTERMATH_MS = 250
"""Long enough for the first sign of a sentence that was stopped before it began."""
_MOMENT_MS = 300
_GENDERS = {QVoice.Gender.Female: "female", QVoice.Gender.Male: "male"}
LEFT: list[tuple[QThread, QTextToSpeech]] = []
"""What hangs. Qt aborts a process that destroys a running thread, so such a process must leave without cleaning up."""


class _Phase(Enum):
    IDLE = 0
    GIVEN = 1
    """The engine has the sentence and has not begun it."""
    SPEAKING = 2
    STOPPING = 3


class QtEngine(SpeechEngine):
    """One engine after the other, each in a thread of its own."""

    def __init__(self, settings: Speech, parent: QObject | None = None, languages: Sequence[str] = ()) -> None:
        super().__init__(settings, parent, languages)
        self._name = settings.engine
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(partial(self._fail, "the speech engine does not answer", hangs=True))
        self._aftermath = QTimer(self)
        self._aftermath.setSingleShot(True)
        self._aftermath.setInterval(_AFTERMATH_MS)
        self._aftermath.timeout.connect(self._be_quiet)
        self._tts: QTextToSpeech | None = None
        self._thread: QThread | None = None
        self._clear()

    def _clear(self) -> None:
        self._loaded = False
        self._phase = _Phase.IDLE
        self._asked: Asked | None = None
        self._locales: list[QLocale] = []
        self._voices: dict[str, list[QVoice]] = {}
        self._learning: QLocale | None = None
        """The engine was told to take this one on, so that its voices can be asked for; one at a time."""
        self._patience.stop()
        self._aftermath.stop()

    def get_ready(self) -> None:
        """Nothing: these engines are loaded when somebody listens."""

    def say(self, turn: int, text: str, language: str, speed: int, volume: int) -> None:
        """Say `text`; `began` and `ended`, or `failed`, follow with `turn`, and never for an older one."""
        if self._phase in (_Phase.GIVEN, _Phase.SPEAKING):
            self.stop()
        self._asked = Asked(turn, text, language, speed, volume)
        if self._tts is None:
            self._load()
        elif self._loaded and self._phase is _Phase.IDLE:
            self._prepare()

    def stop(self) -> None:
        """Be still at once."""
        self._asked = None
        if self._phase in (_Phase.GIVEN, _Phase.SPEAKING):
            if self._phase is _Phase.GIVEN:
                self._aftermath.start()
            self._phase = _Phase.STOPPING
            self._call("stop")

    def close(self) -> None:
        self.stop()
        self._leave()

    # --- the thread ---

    def _load(self) -> None:
        there = QTextToSpeech.availableEngines()
        if not there or (self._name and self._name not in there):
            wanted = f"no speech engine {self._name!r}" if self._name else "no speech engine"
            self._fail(f"there is {wanted}; there are: {', '.join(sorted(there)) or 'none'}")
            return
        thread, tts = QThread(), QTextToSpeech("none")
        tts.engineChanged.connect(self._known)
        tts.localeChanged.connect(self._gather)
        tts.stateChanged.connect(self._changed)
        tts.moveToThread(thread)
        thread.start()
        self._thread, self._tts = thread, tts
        self._call("setEngine", Q_ARG(str, self._name))

    def _call(self, name: str, *arguments: object) -> None:
        """Have the engine's thread do it, and expect a sign of it in time."""
        assert self._tts is not None
        QMetaObject.invokeMethod(self._tts, name, Qt.ConnectionType.QueuedConnection, *arguments)  # type: ignore[call-overload]
        self._patience.start(_ANSWER_MS)

    def _leave(self, *, hangs: bool = False) -> None:
        """Let go of the engine and its thread; of one that `hangs` or does not end in a moment, for good."""
        thread, tts = self._thread, self._tts
        self._thread = self._tts = None
        self._clear()
        if thread is None or tts is None:
            return
        tts.engineChanged.disconnect(self._known)
        tts.localeChanged.disconnect(self._gather)
        tts.stateChanged.disconnect(self._changed)
        tts.deleteLater()
        thread.quit()
        if hangs or not thread.wait(_MOMENT_MS):
            LEFT.append((thread, tts))

    def _fail(self, reason: str, *, missing: bool = False, hangs: bool = False) -> None:
        asked, self._asked = self._asked, None
        if not missing:
            self._leave(hangs=hangs)
        if asked is not None:
            self.failed.emit(asked.turn, missing, reason)

    # --- the voice ---

    @Slot(str)
    def _known(self, _: str) -> None:
        if self._tts is None or self.sender() is not self._tts:
            return  # on its way since before that engine was left
        self._patience.stop()
        if self._tts.errorReason() is QTextToSpeech.ErrorReason.Initialization:
            self._fail(f"the speech engine cannot be started: {self._tts.errorString()}")
            return
        self._loaded = True
        self._locales = self._tts.availableLocales()
        self._told.missing((locale.bcp47Name() for locale in self._locales), self._languages)
        self._prepare()

    def _prepare(self) -> None:
        """Learn which voices the language has, one locale after the other, then say what is asked."""
        if self._asked is None or self._tts is None or self._learning is not None:
            return
        for locale in self._locales:
            if not speaks(locale.bcp47Name(), self._asked.language) or locale.name() in self._voices:
                continue
            if self._tts.locale() != locale:
                self._learning = locale
                self._call("setLocale", Q_ARG(QLocale, locale))
                return
            self._voices[locale.name()] = self._tts.availableVoices()
        self._give(self._asked)

    @Slot(QLocale)
    def _gather(self, locale: QLocale) -> None:
        """Keep this locale's voices, also where another language is asked for by now."""
        if self._tts is None or self._learning is None or locale != self._learning:
            return
        self._patience.stop()
        self._learning = None
        self._voices[locale.name()] = self._tts.availableVoices()
        self._prepare()

    def _give(self, asked: Asked) -> None:
        voices = {_offered(voice): voice for found in self._voices.values() for voice in found}
        choice = self._choose(voices, asked.language)
        if choice.voice is None:
            self._fail(choice.note, missing=True)
            return
        voice = voices[choice.voice]
        self._call("setLocale", Q_ARG(QLocale, voice.locale()))
        self._call("setVoice", Q_ARG(QVoice, voice))
        self._call("setRate", Q_ARG(float, rate(asked.speed)))
        self._call("setVolume", Q_ARG(float, loudness(asked.volume)))
        self._call("say", Q_ARG(str, asked.text))
        self._phase = _Phase.GIVEN

    # --- the sentence ---

    @Slot(QTextToSpeech.State)
    def _changed(self, state: QTextToSpeech.State) -> None:
        if self._tts is None or self.sender() is not self._tts:
            return
        asked = self._asked
        match state:
            case QTextToSpeech.State.Speaking if self._phase is _Phase.GIVEN and asked is not None:
                self._patience.stop()
                if not speaks(self._tts.voice().locale().bcp47Name(), asked.language):
                    self._fail("the speech engine would read with a voice of another language")
                    return
                self._phase = _Phase.SPEAKING
                self.began.emit(asked.turn)
            case QTextToSpeech.State.Speaking:
                self._aftermath.stop()  # of the sentence that was stopped; its end follows
            case QTextToSpeech.State.Ready if self._phase is _Phase.SPEAKING and asked is not None:
                self._phase, self._asked = _Phase.IDLE, None
                self.ended.emit(asked.turn)
            case QTextToSpeech.State.Ready if self._phase is _Phase.STOPPING:
                self._be_quiet()
            case QTextToSpeech.State.Error if self._loaded and self._phase is not _Phase.IDLE:
                self._fail("the speech engine has failed")

    def _be_quiet(self) -> None:
        """What was stopped is over."""
        self._aftermath.stop()
        self._patience.stop()
        self._phase = _Phase.IDLE
        if self._asked is not None:
            self._prepare()


def _offered(voice: QVoice) -> Offered:
    return Offered(voice.name(), voice.locale().bcp47Name(), _GENDERS.get(voice.gender(), ""))
