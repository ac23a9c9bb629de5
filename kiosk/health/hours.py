"""Whether the glass is lit: the opening hours of a week, and the time.

Owns that question. Must not know the clock, how hours are written, nor how a screen is switched off. Times are minutes
from Monday's midnight by the clock on the wall. Where that is moved all is right again soon: no answer is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

_DAY = 24 * 60
_WEEK = 7 * _DAY

Week = Sequence[tuple[int, int] | None]
"""Monday to Sunday: from opening to closing in minutes from that day's midnight; None for a day without."""


class Lit(StrEnum):
    """How much light the glass gives; also the words that the site's command is called with."""

    ON = "on"
    DIM = "dim"
    OFF = "off"


class Light(NamedTuple):
    """How the glass is now, and in how many minutes that changes; None where it never does."""

    lit: Lit
    minutes: float | None


ALWAYS = Light(Lit.ON, None)


def light(week: Week, dim_minutes: float, now: datetime) -> Light:
    """How the glass is at `now`, a local time."""
    spans = [(day * _DAY + span[0], day * _DAY + span[1]) for day, span in enumerate(week) if span]
    if not spans:
        return ALWAYS
    at = now.weekday() * _DAY + now.hour * 60 + now.minute + now.second / 60
    lit = _lit(spans, dim_minutes, at)
    for wait in sorted({(edge - at) % _WEEK for edge in _edges(spans, dim_minutes)}):
        if wait > 0 and _lit(spans, dim_minutes, at + wait) is not lit:
            return Light(lit, wait)
    return Light(lit, None)


def _edges(spans: Sequence[tuple[int, int]], dim_minutes: float) -> Iterator[float]:
    for opens, closes in spans:
        yield from (opens, closes, closes + dim_minutes)


def _lit(spans: Sequence[tuple[int, int]], dim_minutes: float, at: float) -> Lit:
    if any((at - opens) % _WEEK < closes - opens for opens, closes in spans):
        return Lit.ON
    since = min((at - closes) % _WEEK for _, closes in spans)
    return Lit.DIM if since < dim_minutes else Lit.OFF
