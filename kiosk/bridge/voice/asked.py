"""What every engine keeps: the sentence that it was asked for, and what staff have been told of its voices."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from msgspec import Struct

from kiosk.speech.voices import speaks

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

    def tell(self, note: str) -> None:
        if note and note not in self._told:
            self._told.add(note)
            _LOG.warning("%s", note)

    def missing(self, tags: Iterable[str], languages: Sequence[str]) -> None:
        """Tell for which of the site's `languages` none of these voices' tags will do, before a visitor finds it."""
        there = tuple(tags)
        mute = [language for language in languages if not any(speaks(tag, language) for tag in there)]
        if mute:
            self.tell(
                f"the speech engine has no voice for {', '.join(mute)}; install one, or visitors will hear nothing"
            )
