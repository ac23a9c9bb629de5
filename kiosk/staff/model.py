"""What stands on the glass for staff: plain, immutable types.

Owns the states of door and rest. Must not know the visitor's session, files or Qt.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """Who has opened the panel."""

    DESK = "desk"
    IT = "it"
    """Everything the desk may do, and quiet hours, out of order, and what went wrong."""


class Door(StrEnum):
    """How far staff have come."""

    SHUT = ""
    PAD = "pad"
    """The number pad asks for the PIN."""
    PANEL = "panel"
    CHECK = "check"
    """The touch check: somebody draws on the glass."""


class Rest(StrEnum):
    """Why patients cannot use the kiosk just now."""

    NONE = ""
    PAUSED = "paused"
    CLEANING = "cleaning"
    BROKEN = "broken"
    """Set out of order by staff."""
    DIM = "dim"
    """Outside the opening hours, for a while."""
    OFF = "off"


class Asked(StrEnum):
    """What the panel asks to be confirmed before it is done."""

    NOTHING = ""
    FRESH = "fresh"
    RESTART = "restart"
    BROKEN = "broken"


class Desk(Struct, frozen=True):
    """The front desk's side of the glass. Times are seconds of the caller's monotonic clock."""

    door: Door = Door.SHUT
    used_at: float = 0.0
    """When the pad or the panel was opened or last touched."""
    role: Role | None = None
    """Who the panel is open for."""
    digits: int = 0
    """How many are entered; which ones, only the pad knows."""
    verifying: bool = False
    wrong: bool = False
    """The last PIN was not right."""
    asked: Asked = Asked.NOTHING
    rest: Rest = Rest.NONE
    rest_since: float = 0.0
    waking: bool = False
    """The touch that ended a rest still lies on the glass: it presses nothing."""
