"""What a key of a keypad, a headset or a switch asks for, and when a key that is held asks again.

Owns the rules and their figures; pure, like the rest of the room. Must not know Qt, focus or pages: a key is a name of
`kiosk.settings.keys`, times are seconds of the caller's clock. A key without an action changes nothing here either.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.settings.model import Keypad

STILL = 2.0
"""Seconds from a press in which the repeats of a held key are nothing: a slow hand presses once."""
PACE = 0.25
"""Seconds between two repeats that act, at least."""
STUCK = 30.0
"""Seconds after which a held key is a thing that leans on it: it does nothing more, and nobody seems to be there."""


class Action(StrEnum):
    """What a key asks for; the names of the settings' lists."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    OK = "ok"
    BACK = "back"
    HOME = "home"
    HELP = "help"
    LOUDER = "louder"
    SOFTER = "softer"


ARROWS = frozenset({Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT})
REPEATS = ARROWS | {Action.LOUDER, Action.SOFTER}
"""What a held key may ask for again: nothing that opens, leaves or chooses."""


class Keys(Struct, frozen=True):
    """The keys that are down, by name; only such as have an action."""

    down: Mapping[str, float] = field(default_factory=dict)
    """Since when, in seconds."""
    repeated: float = float("-inf")
    """When a held key last acted."""


def actions(keypad: Keypad) -> dict[str, Action]:
    """Which key asks for what; a key in two lists has the first one's action."""
    found: dict[str, Action] = {}
    for action in Action:
        for name in getattr(keypad, action.value):
            found.setdefault(name, action)
    return found


def pressed(
    keys: Keys, known: Mapping[str, Action], name: str, now: float, *, repeat: bool
) -> tuple[Keys, Action | None]:
    """The key `name` comes down at `now`, or the system says once more that it is (`repeat`)."""
    action = known.get(name)
    if action is None:
        return keys, None
    if not repeat:
        return replace(keys, down={**keys.down, name: now}), action
    since = keys.down.get(name)
    if since is None:  # it was down before anybody looked
        return replace(keys, down={**keys.down, name: now}), None
    if action not in REPEATS or not STILL <= now - since <= STUCK or now - keys.repeated < PACE:
        return keys, None
    return replace(keys, repeated=now), action


def released(keys: Keys, name: str) -> Keys:
    """The key `name` is let go."""
    if name not in keys.down:
        return keys
    return replace(keys, down={one: since for one, since in keys.down.items() if one != name})
