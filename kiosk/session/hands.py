"""What lies on the glass, and whether it may press something: palms and doubled taps may not.

Owns the rules and their figures; pure, like the rest of the room. Must not know Qt, controls or pixels: places are
millimetres of the glass, times are seconds of the caller's clock. Nothing of it outlives the moment the glass is empty,
but when something last acted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct, field
from msgspec.structs import replace

QUIET = 0.3
"""Seconds after a tap that acted in which another one is a doubled tap."""
TOGETHER = 0.3
"""Seconds within which the contacts of one palm come down."""
PALM = 4
"""So many contacts that come together are no fingers that press."""
WIDE = 120.0
"""Millimetres between any two contacts of one palm, at most."""
_REMEMBERED = 10  # contacts, as many as a touch screen tells apart


class Contact(Struct, frozen=True):
    """Where and when something touched the glass."""

    at: float
    """Seconds."""
    x: float
    y: float
    """Millimetres."""


class Hands(Struct, frozen=True):
    """All contacts, by the number the touch screen gives each."""

    down: dict[int, Contact] = field(default_factory=dict)
    came: tuple[Contact, ...] = ()
    """Those that came lately, the newest last; some may be lifted already."""
    palm: frozenset[int] = frozenset()
    """What must be lifted before anything acts again. What lay there long before the palm came (dirt, an elbow) need
    not: a kiosk must not be dead until it is cleaned."""
    acted: float = -math.inf
    """When a tap last did something, in seconds."""


def pressed(hands: Hands, ident: int, contact: Contact) -> Hands:
    """`contact` comes down."""
    came = (*(c for c in hands.came if contact.at - c.at <= TOGETHER), contact)[-_REMEMBERED:]
    down = hands.down | {ident: contact}
    palm = hands.palm
    if palm:
        palm |= {ident}
    elif _is_palm(came):
        palm = frozenset(i for i, c in down.items() if contact.at - c.at <= TOGETHER)
    return replace(hands, down=down, came=came, palm=palm)


def lifted(hands: Hands, ident: int) -> Hands:
    """The contact `ident` goes; with the last one, or the last of a palm, goes what was remembered of those before."""
    down = {i: c for i, c in hands.down.items() if i != ident}
    palm = hands.palm - {ident}
    over = not down or (hands.palm and not palm)
    return replace(hands, down=down, came=() if over else hands.came, palm=palm)


def emptied(hands: Hands) -> Hands:
    """Nothing is on the glass any more."""
    return Hands(acted=hands.acted)


def doubled(hands: Hands, down: float, up: float) -> bool:
    """Whether a tap from `down` to `up` (seconds) is one too many: begun or ended too soon after one that acted."""
    return 0 <= down - hands.acted < QUIET or 0 <= up - hands.acted < QUIET


def _is_palm(came: Sequence[Contact]) -> bool:
    """Whether the newest contact is the last of a palm."""
    newest = came[-1]
    near = [c for c in came[:-1] if _apart(c, newest) <= WIDE]
    return any(
        all(_apart(one, other) <= WIDE for one, other in combinations(some, 2)) for some in combinations(near, PALM - 1)
    )


def _apart(one: Contact, other: Contact) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)
