"""From what stands on the screen to the sentences that say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kiosk.speech.model import Kind, Part, Phrases, Utterance

Split = Callable[[str], tuple[tuple[int, int], ...]]
"""Where the sentences of a text stand: (start, end) in characters."""


def page(parts: Iterable[Part], phrases: Phrases, split: Split) -> tuple[Utterance, ...]:
    """All of a screen, in reading order, but for what stands in the bar."""
    return tuple(u for part in parts if not part.in_bar for u in _say(part, phrases, split))


def control(part: Part, phrases: Phrases, split: Split) -> tuple[Utterance, ...]:
    """One control, as the keys reach it: its name, what it is and how it stands."""
    return _say(part, phrases, split)


def news(before: Iterable[Part], now: Iterable[Part]) -> tuple[Part, ...]:
    """What has changed: parts whose words or state were not there before."""
    known = {_what(part) for part in before}
    return tuple(part for part in now if _what(part) not in known)


def _what(part: Part) -> tuple[object, ...]:
    return part.kind, part.name, part.description, part.on


def _say(part: Part, phrases: Phrases, split: Split) -> tuple[Utterance, ...]:
    language = part.language or phrases.language
    if part.kind in (Kind.TEXT, Kind.HEADING):
        return tuple(
            Utterance(part.name[start:end].strip(), language, part.key, start, end)
            for start, end in split(part.name)
            if part.name[start:end].strip()
        )
    words = (_frame(part, phrases).format(name=part.name), part.description)
    return tuple(Utterance(text, language, part.key) for text in words if text)


def _frame(part: Part, phrases: Phrases) -> str:
    match part.kind:
        case Kind.PICTURE:
            return phrases.picture
        case Kind.SWITCH:
            return phrases.switch_on if part.on else phrases.switch_off
        case Kind.CHOICE:
            return phrases.chosen if part.on else phrases.choice
        case Kind.TAB:
            return phrases.tab_chosen if part.on else phrases.tab
        case _ if part.opens:
            return phrases.open if part.on else phrases.closed
        case _:
            return phrases.button
