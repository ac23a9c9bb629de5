"""Says sentences with speech-dispatcher, by its own protocol (docs/decisions/0014).

Owns the conversation with the service: one sentence at a time, each answered for once, by its number. Must not know
what a page is, nor wait for anything: every answer has a time limit, and after a failure the next sentence begins with
a new connection.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.voice.engine import Asked, SpeechEngine
from kiosk.bridge.voice.line import Line
from kiosk.settings.model import Speech
from kiosk.speech import ssip
from kiosk.speech.player import LETTER_SECONDS
from kiosk.speech.ssip import Event, ProtocolError, Reader, Reply, What
from kiosk.speech.voices import Offered, loudness, rate

_ANSWER_SECONDS = 3.0
_BEGIN_SECONDS = 3.5
_ROOM_SECONDS = 4.0
"""Both a little less than the reader's own patience (`kiosk.speech.player`), so that what is mute is also left."""
_LATE_SECONDS = 0.5
"""An older answer that is still missing when something new is to be said: the connection is given up."""
_APOLOGY = "dummy"
"""The part of speech-dispatcher that says, in English, that it can say nothing."""
_HELLO = (
    "SET SELF CLIENT_NAME kiosk:imaging-kiosk:main",
    "SET SELF NOTIFICATION BEGIN ON",
    "SET SELF NOTIFICATION END ON",
    "SET SELF NOTIFICATION CANCEL ON",
    "SET SELF PRIORITY MESSAGE",
)
_Answer = Callable[[Reply], None]


class Dispatcher(SpeechEngine):
    """One client of speech-dispatcher."""

    def __init__(self, settings: Speech, parent: QObject | None = None, languages: Sequence[str] = ()) -> None:
        super().__init__(settings, parent, languages)
        self._line = Line(self)
        self._line.opened.connect(self._greet)
        self._line.received.connect(self._hear)
        self._line.lost.connect(self._lost)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(round(_ANSWER_SECONDS * 1000))
        self._patience.timeout.connect(partial(self._fail, "the speech service does not answer"))
        self._mute = QTimer(self)
        self._mute.setSingleShot(True)
        self._mute.timeout.connect(partial(self._fail, "the speech service has gone mute"))
        self._clear()

    def _clear(self) -> None:
        """As before the first connection."""
        self._reader = Reader(self._wanted)
        self._answers: deque[_Answer] = deque()
        self._asked_at = 0.0
        self._voices: list[Offered] = []
        self._ready = False
        self._set: dict[str, str] = {}
        self._asked: Asked | None = None
        self._message = ""
        self._begun = False
        self._early: list[Event] = []
        self._patience.stop()
        self._mute.stop()

    def get_ready(self) -> None:
        """Learn the voices of a service that runs; one that does not is left alone until somebody listens."""
        if not self._line.is_open:
            self._clear()
            self._line.open(start=False)

    def say(self, turn: int, text: str, language: str, speed: int, volume: int) -> None:
        """Say `text`; `began` and `ended`, or `failed`, follow with `turn`, and never for an older one."""
        if self._answers and time.monotonic() - self._asked_at > _LATE_SECONDS:
            self._give_up()
        if not self._line.is_open:
            self._clear()
        self._asked = Asked(turn, text, language, speed, volume)
        self._message = ""
        self._begun = False
        if self._ready:
            self._speak()
        elif not self._line.is_open:
            self._line.open()

    def stop(self) -> None:
        """Be still at once."""
        said = self._asked is not None
        self._asked = None
        self._message = ""
        self._mute.stop()
        if self._ready and said:
            self._order("CANCEL SELF")

    def close(self) -> None:
        self.stop()
        self._give_up()

    def _give_up(self) -> None:
        self._line.close()
        self._clear()

    # --- the conversation ---

    def _order(self, line: str, answer: _Answer | None = None, *more: str) -> bool:
        """Send one command, with the lines that belong to it; False when the conversation is over."""
        if not self._line.is_open:
            return False
        conversation = self._reader
        if not self._answers:
            self._asked_at = time.monotonic()
        self._answers.append(answer or _whatever)
        self._patience.start()
        self._line.write(ssip.sent(line, *more))
        return self._reader is conversation

    def _hear(self, data: bytes) -> None:
        try:
            for one in self._reader.feed(data):
                if isinstance(one, Event):
                    self._happened(one)
                elif self._answers:
                    self._answers.popleft()(one)
                else:
                    raise ProtocolError("the speech service answers what nobody asked")
                if not self._line.is_open:
                    return  # what was heard has ended the conversation
        except ProtocolError as error:
            self._fail(str(error))
            return
        self._asked_at = time.monotonic()
        if not self._answers:
            self._patience.stop()

    def _lost(self, reason: str) -> None:
        self._fail(reason)

    def _fail(self, reason: str, *, missing: bool = False) -> None:
        """Nothing more comes of this sentence; unless just its voice is missing, nor of this connection."""
        asked, self._asked = self._asked, None
        if not missing:
            self._give_up()
        if asked is not None:
            self.failed.emit(asked.turn, missing, reason)

    # --- getting to know one another ---

    def _wanted(self, voice: Offered) -> bool:
        """espeak-ng offers every voice a hundred times; a disguise is kept where the site asks for it by name."""
        return "+" not in voice.name or any(wish.name == voice.name for wish in self._wishes.values())

    def _greet(self) -> None:
        if all(self._order(line) for line in _HELLO):
            self._order("GET OUTPUT_MODULE", self._own_module)

    def _own_module(self, reply: Reply) -> None:
        self._order("LIST OUTPUT_MODULES", partial(self._modules, reply.lines[0] if reply.lines else ""))

    def _modules(self, own: str, reply: Reply) -> None:
        names = sorted((name for name in reply.lines if name != _APOLOGY), key=lambda name: name != own)
        if not names:
            self._fail(
                "the speech service has no voices; install speech-dispatcher-espeak-ng or another of its modules"
            )
            return
        self._set["OUTPUT_MODULE"] = names[-1]
        for name in names:
            there = self._order(f"SET SELF OUTPUT_MODULE {name}")
            if not there or not self._order("LIST SYNTHESIS_VOICES", partial(self._listed, name)):
                return
        self._order("GET RATE", self._known)

    def _listed(self, module: str, reply: Reply) -> None:
        self._voices.extend(ssip.voice(line, module) for line in reply.lines)

    def _known(self, _: Reply) -> None:
        if not self._voices:
            self._fail("no part of the speech service tells its voices; start speech-dispatcher again")
            return
        self._ready = True
        self._told.missing((voice.tag for voice in self._voices), self._languages)
        if self._asked is not None:
            self._speak()

    # --- one sentence ---

    def _speak(self) -> None:
        asked = self._asked
        assert asked is not None
        choice = self._choose(self._voices, asked.language)
        if choice.voice is None:
            self._fail(choice.note, missing=True)
            return
        wanted = {
            "OUTPUT_MODULE": choice.voice.module,
            "LANGUAGE": choice.voice.tag,
            "SYNTHESIS_VOICE": ssip.word(choice.voice.name),
            "RATE": str(round(rate(asked.speed) * 100)),
            "VOLUME": str(round(loudness(asked.volume) * 200 - 100)),
        }
        if not all(self._put(name, value) for name, value in wanted.items()):
            return
        if not self._order("GET LANGUAGE", partial(self._check, asked, choice.voice.tag)):
            return
        first, *rest = ssip.message(asked.text)
        if self._order(first, partial(self._taken, asked), *rest):
            self._answers.append(partial(self._queued, asked))  # the second answer, when all of the text has come

    def _put(self, name: str, value: str) -> bool:
        """Have this setting so; False when the conversation is over."""
        if self._set.get(name) == value:
            return True
        self._set[name] = value
        return self._order(f"SET SELF {name} {value}", partial(self._changed, name))

    def _changed(self, name: str, reply: Reply) -> None:
        if not reply.good:
            self._set.pop(name, None)
            if self._asked is not None and name not in ("RATE", "VOLUME"):
                self._fail(f"the speech service refuses the {name.lower().replace('_', ' ')} that it has offered")

    def _check(self, asked: Asked, tag: str, reply: Reply) -> None:
        if self._asked is asked and reply.lines and reply.lines[0].lower() != tag.lower():
            self._fail("the speech service would speak another language than it was asked for")

    def _taken(self, asked: Asked, reply: Reply) -> None:
        if not reply.good:
            self._asked = self._asked or asked
            self._fail("the speech service takes no sentences")

    def _queued(self, asked: Asked, reply: Reply) -> None:
        early, self._early = self._early, []
        if self._asked is asked and reply.lines:
            self._message = reply.lines[0]
            self._mute.start(round(_BEGIN_SECONDS * 1000))
            for event in early:
                self._happened(event)

    def _happened(self, event: Event) -> None:
        """Only what happens to the sentence of this turn counts; events may come before its number does."""
        asked = self._asked
        if asked is None or (self._message and event.message != self._message):
            return
        if not self._message:
            self._early = [*self._early[-8:], event]
            return
        match event.what:
            case What.BEGAN if not self._begun:
                self._begun = True
                needed = len(asked.text) * LETTER_SECONDS * 100 / asked.speed + _ROOM_SECONDS
                self._mute.start(round(needed * 1000))
                self.began.emit(asked.turn)
            case What.ENDED:
                self._mute.stop()
                self._asked, self._message = None, ""
                self.ended.emit(asked.turn)
            case What.CANCELED:
                self._fail("the speech service has broken off a sentence")


def _whatever(_: Reply) -> None:
    """For commands whose answer changes nothing."""
