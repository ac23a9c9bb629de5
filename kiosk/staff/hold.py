"""A finger that lies still in one place for long: how staff open the pad and leave a wipe-down early.

Pure. Must not know Qt, nor where the places are. Lengths are design pixels (dp), times seconds of the caller's clock.
"""

from __future__ import annotations

import math

from msgspec import Struct

CORNER = 160.0
"""Side of the corner that is held, in dp."""
LONG = 3.0
"""Seconds."""
SLACK = 40.0
"""How far the finger may move meanwhile, in dp."""
LATELY = 3.0
"""Seconds: a finger that came down no longer before is one of two. What lay there long before may be dirt."""


class Hold(Struct, frozen=True):
    """One finger that may be holding."""

    finger: int
    x: float
    y: float
    since: float


def in_corner(x: float, y: float, width: float, height: float, *, right: bool, bottom: bool = False) -> bool:
    """Whether a point of a glass of that size lies in its corner: the left upper one, unless told otherwise."""
    across = width - x if right else x
    down = height - y if bottom else y
    return 0 <= across < CORNER and 0 <= down < CORNER


def alone(others: tuple[float, ...], now: float) -> bool:
    """Whether a finger that comes down now is the only one; `others`: when the others on the glass came."""
    return all(now - at > LATELY for at in others)


def stays(hold: Hold, x: float, y: float) -> bool:
    """Whether the finger is still where it came down."""
    return math.hypot(x - hold.x, y - hold.y) <= SLACK


def share(hold: Hold | None, now: float) -> float:
    """How far it has come, 0 to 1."""
    return 0.0 if hold is None else min(1.0, max(0.0, round((now - hold.since) / LONG, 3)))
