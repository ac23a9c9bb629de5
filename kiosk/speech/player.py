"""What is being read: a queue of sentences and a place in it. Pure: who speaks and keeps time hands in the moments."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from kiosk.speech.model import Utterance

BEGIN_SECONDS = 4.0
"""An engine that has not begun by then says nothing any more."""
LETTER_SECONDS = 0.25
"""Longer than any voice takes for a letter at its slowest, Chinese included."""
ROOM_SECONDS = 5.0


class State(StrEnum):
    SILENT = "silent"
    """Nothing to say, or all of it said."""
    ASKED = "asked"
    """The engine was given the sentence and is not heard yet."""
    SPEAKING = "speaking"
    PAUSED = "paused"


class Reading(Struct, frozen=True):
    """A queue, the place in it, and since when (seconds of the caller's clock) it is in its state."""

    queue: tuple[Utterance, ...] = ()
    at: int = 0
    state: State = State.SILENT
    since: float = 0.0
    turn: int = 0
    """Counts what the engine was asked to say: an answer to an older turn is none."""
    kept: Reading | None = None
    """What was being read before this aside, paused or at its end; it is gone back to."""

    @property
    def utterance(self) -> Utterance | None:
        """The sentence at the place, whether it is being said or not."""
        return self.queue[self.at] if self.at < len(self.queue) else None

    @property
    def busy(self) -> bool:
        return self.state in (State.ASKED, State.SPEAKING)

    @property
    def paused(self) -> bool:
        """Whether a page stands in the middle, also while an aside is said."""
        return (self.kept or self).state is State.PAUSED


def begin(reading: Reading, queue: tuple[Utterance, ...], now: float) -> Reading:
    """Read `queue` from its start; whatever was being read is given up."""
    return _ask(replace(reading, queue=queue, at=0, kept=None), now)


def aside(reading: Reading, queue: tuple[Utterance, ...], now: float) -> Reading:
    """Say `queue` in between, such as the name of a button; the place in the page is kept, and waits there."""
    if not queue:
        return reading
    page = pause(reading, now)
    return _ask(replace(page, queue=queue, at=0, kept=page), now)


def moved(reading: Reading, queue: tuple[Utterance, ...], now: float) -> Reading:
    """Pause at the same place of a page that has other words now: at the sentence, or after the last that is left."""
    page = pause(reading, now)
    if page.utterance is None:
        return replace(page, queue=queue, at=len(queue))
    for back in range(page.at + 1):
        found = _find(queue, page.queue[page.at - back])
        if found is not None:
            return replace(page, queue=queue, at=found + (back > 0))
    return replace(page, queue=queue, at=0)


def _find(queue: tuple[Utterance, ...], wanted: Utterance) -> int | None:
    """Where a sentence stands in another queue: on its own part, or on a new one that says the same."""
    by_text = [n for n, one in enumerate(queue) if one.text == wanted.text]
    return next((n for n in by_text if queue[n].key == wanted.key), by_text[0] if by_text else None)


def _ask(reading: Reading, now: float) -> Reading:
    if reading.at >= len(reading.queue) and reading.kept:
        return _back(reading, now)
    state = State.ASKED if reading.at < len(reading.queue) else State.SILENT
    return replace(reading, state=state, since=now, turn=reading.turn + 1)


def _back(reading: Reading, now: float) -> Reading:
    """From an aside to the page."""
    return replace(reading.kept, since=now, turn=reading.turn + 1) if reading.kept else reading


def heard(reading: Reading, turn: int, now: float) -> Reading:
    """The engine has begun turn `turn`."""
    if turn != reading.turn or reading.state is not State.ASKED:
        return reading
    return replace(reading, state=State.SPEAKING, since=now)


def said(reading: Reading, turn: int, now: float) -> Reading:
    """The engine has ended turn `turn`: the next sentence follows."""
    if turn != reading.turn or not reading.busy:
        return reading
    return _ask(replace(reading, at=reading.at + 1), now)


def pause(reading: Reading, now: float) -> Reading:
    """Be still; the place is kept."""
    if reading.kept:
        return _back(reading, now)
    if not reading.busy:
        return reading
    return replace(reading, state=State.PAUSED, since=now, turn=reading.turn + 1)


def go_on(reading: Reading, now: float) -> Reading:
    """Say the sentence at the place again and go on; from the start when all has been said."""
    reading = _back(reading, now)
    if reading.busy:
        return reading
    return _ask(reading if reading.utterance else replace(reading, at=0), now)


def again(reading: Reading, now: float) -> Reading:
    """Say the sentence at the place once more; from the start when all has been said."""
    reading = _back(reading, now)
    return _ask(reading if reading.utterance else replace(reading, at=0), now)


def once_more(reading: Reading, now: float) -> Reading:
    """Give the sentence that the engine has failed at to it anew, in an aside as in a page."""
    return _ask(reading, now)


def left_out(reading: Reading, now: float) -> Reading:
    """Leave the sentence unsaid, and with it whatever else is said of the same part."""
    part, at = reading.utterance.key if reading.utterance else -1, reading.at + 1
    while part >= 0 and at < len(reading.queue) and reading.queue[at].key == part:
        at += 1
    return _ask(replace(reading, at=at), now)


def following(reading: Reading, now: float) -> Reading:
    """Leave the sentence and say the next one."""
    reading = _back(reading, now)
    return _ask(replace(reading, at=min(reading.at + 1, len(reading.queue))), now)


def back_to(reading: Reading, page: Reading, queue: tuple[Utterance, ...], now: float) -> Reading:
    """Leave what was read for `page`, which was left before and says `queue` now; it waits at its place."""
    return replace(moved(page, queue, now), since=now, turn=reading.turn + 1)


def silence(reading: Reading, now: float) -> Reading:
    """Forget everything."""
    return Reading(since=now, turn=reading.turn + 1)


def deadline(reading: Reading, speed: int) -> float | None:
    """When an engine that is well has begun or ended; None while nothing is asked of it. `speed` in percent."""
    if reading.state is State.ASKED:
        return reading.since + BEGIN_SECONDS
    if reading.state is State.SPEAKING and reading.utterance:
        return reading.since + len(reading.utterance.text) * LETTER_SECONDS * 100 / speed + ROOM_SECONDS
    return None
