"""From what stands on the screen to the sentences that say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from kiosk.speech.model import Kind, Part, Phrases, Utterance
from kiosk.speech.sentences import heard

Split = Callable[[str], tuple[tuple[int, int], ...]]
"""Where the sentences of a text stand: (start, end) in characters."""
_ENDS = frozenset(".,:;!?…。，：；！？،؛؟")
_WORDS = frozenset({Kind.TEXT, Kind.HEADING})
_ONE_OF_A_FEW = frozenset({Kind.CHOICE, Kind.TAB})


def page(parts: Iterable[Part], phrases: Phrases, split: Split) -> tuple[Utterance, ...]:
    """All of a screen, in reading order, but for what stands in the bar."""
    return tuple(u for part in parts if not part.in_bar for u in _say(part, phrases, split))


def control(part: Part, phrases: Phrases, split: Split) -> tuple[Utterance, ...]:
    """One control, as the keys reach it: its name, what it is and how it stands."""
    return tuple(_say(part, phrases, split))


def news(before: Iterable[Part], now: Iterable[Part]) -> tuple[Part, ...]:
    """What has changed: parts whose words or state were not there before, or not as often."""
    known = Counter(_what(part) for part in before)
    found = []
    for part in now:
        what = _what(part)
        if known[what] > 0:
            known[what] -= 1
        else:
            found.append(part)
    went_on = {part.kind for part in found if part.on}
    return tuple(part for part in found if not (part.kind in went_on and _was_left(part, known)))


def _was_left(part: Part, gone: Counter[tuple[object, ...]]) -> bool:
    """One of a few that is chosen no more: which one is chosen now says enough."""
    return part.kind in _ONE_OF_A_FEW and not part.on and gone[_what(replace(part, on=True))] > 0


def _what(part: Part) -> tuple[object, ...]:
    return part.kind, part.name, part.description, part.on


def _say(part: Part, phrases: Phrases, split: Split) -> Iterator[Utterance]:
    language = part.language or phrases.language
    if part.kind in _WORDS:
        for start, end in split(part.name):
            yield Utterance(heard(part.name[start:end]), language, part.key, start, end)
        return
    frame = _frame(part, phrases)
    if language == phrases.language:
        yield Utterance(_framed(part.name, frame), language, part.key)
    else:
        # A name of another language in that language's voice, what it is in the page's own.
        for n, around in enumerate(frame.split("{name}")):
            if n > 0:
                yield Utterance(heard(part.name), language, part.key)
            if any(sign.isalnum() for sign in around):
                yield Utterance(_bare(around), phrases.language, part.key)
    for start, end in split(part.description):
        yield Utterance(heard(part.description[start:end]), language, part.key)


def _framed(name: str, frame: str) -> str:
    """`name` in its frame; a name that ends with a sign needs no other one after it."""
    before, _, after = frame.partition("{name}")
    name = heard(name)
    if name[-1:] in _ENDS and after[:1] in _ENDS:
        after = after[1:]
    return heard(before + name + after)


def _bare(around: str) -> str:
    """What stands before or after a name, without the signs that joined it to the name."""
    first = next(n for n, sign in enumerate(around) if sign.isalnum())
    return heard(around[first:])


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
        case Kind.HANDLE:
            return "{name}"
        case _ if part.opens:
            return phrases.open if part.on else phrases.closed
        case _ if part.on:
            return phrases.chosen
        case _:
            return phrases.button
