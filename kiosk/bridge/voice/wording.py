"""The few words that a reader says and no part of the screen shows just so, in the visitor's language."""

from __future__ import annotations

from kiosk.bridge.kiosk import Kiosk
from kiosk.speech.model import Phrases, Utterance


def phrases(kiosk: Kiosk) -> Phrases:
    """What a control is, around its name."""
    names = [name for name in Phrases.__struct_fields__ if name != "language"]
    found = {name: kiosk.words.get(f"say.{name}") for name in names}
    return Phrases(kiosk.language, **{name: text for name, text in found.items() if text})


def level(kiosk: Kiosk) -> Utterance:
    """How loud it is."""
    words = kiosk.words.get("voice.level").format(n=kiosk.speech.level, total=kiosk.speech.levels)
    return Utterance(words, kiosk.language)


def count(kiosk: Kiosk) -> Utterance:
    """How many seconds the warning has left."""
    return Utterance(f"{kiosk.secondsLeft} {kiosk.secondsWord}", kiosk.language)
