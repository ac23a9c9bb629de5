"""What every speech engine has: its answers, the site's wishes for its voices, what staff were told of them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from kiosk.health.logs.discretion import PLAIN
from kiosk.settings.model import Speech, VoiceWish
from kiosk.speech.voices import Choice, Offered, choose, speaks

_LOG = logging.getLogger("kiosk.speech")


class Asked(Struct, frozen=True):
    """One sentence to say; `speed` and `volume` in percent."""

    turn: int
    text: str
    language: str
    speed: int
    volume: int


class Told:
    """Staff read each sentence once, however often it is true."""

    def __init__(self) -> None:
        self._told: set[str] = set()
        self.mute: tuple[str, ...] = ()
        """The site's languages that none of the voices can read."""

    def tell(self, note: str, *, plain: bool = False) -> None:
        """`plain`: no visitor's choice can be told from it, so that it may be written as it is."""
        if note and note not in self._told:
            self._told.add(note)
            _LOG.warning("%s", note, extra=PLAIN if plain else None)

    def missing(self, tags: Iterable[str], languages: Sequence[str]) -> None:
        """Tell for which of the site's `languages` none of these voices' tags will do, before a visitor finds it."""
        there = tuple(tags)
        self.mute = tuple(language for language in languages if not any(speaks(tag, language) for tag in there))
        missing = ", ".join(self.mute)
        if missing:
            self.tell(
                f"the speech engine has no voice for {missing}; install one, or visitors will hear nothing",
                plain=True,  # of all the site's languages, whichever is wanted
            )


class Answering(QObject):
    """Says one sentence at a time and answers for each with the turn that it was given."""

    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int, bool, str)
    """(turn, missing, reason) as `kiosk.bridge.speech.Speaker` has it."""


class SpeechEngine(Answering):
    """An engine with voices of its own."""

    def __init__(self, settings: Speech, parent: QObject | None = None, languages: Sequence[str] = ()) -> None:
        """`languages`: those that should have a voice; staff are told which have none."""
        super().__init__(parent)
        self._wishes = settings.voices
        self._languages = languages
        self._told = Told()

    @property
    def mute(self) -> tuple[str, ...]:
        """The languages that nobody can read aloud, as far as is known by now."""
        return self._told.mute

    def _choose(self, offered: Iterable[Offered], language: str) -> Choice:
        """The voice for `language`; staff are told where it is not the one that the site wishes."""
        choice = choose(offered, language, self._wishes.get(language, VoiceWish()))
        if choice.voice is not None:
            self._told.tell(choice.note)
        return choice
