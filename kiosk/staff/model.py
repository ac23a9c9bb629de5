"""What stands on the glass for staff: plain, immutable types.

Owns the states of door and rest, and what can happen to them. Must not know the visitor's session, files or Qt.
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
    """What staff have set: paused, cleaning or broken."""
    rest_since: float = 0.0
    below: Rest = Rest.NONE
    """What it was before the wipe-down, and is again after it."""
    hours: Rest = Rest.NONE
    """What the opening hours ask for: nothing, dim or off."""
    awake_at: float | None = None
    """When somebody last touched the glass outside the opening hours; None while it is dark, or open."""
    visiting: bool = False
    """Somebody is in the middle of a visit."""
    wipes: int = 0
    """How often the visitor's session was to be wiped; whoever holds it wipes it when this grows."""
    restarts: int = 0
    """How often the kiosk was to be started again."""


class Rules(Struct, frozen=True):
    """How long things last, in seconds."""

    contact_seconds: float = 60.0
    """A wipe-down."""
    awake_seconds: float = 300.0
    """Without a touch, before a kiosk that was touched while closed goes dark again."""
    pad_seconds: float = 30.0
    """Without a key, before the pad closes."""
    panel_seconds: float = 60.0
    """Without a touch, before the panel locks itself, and the touch check ends."""
    lately_seconds: float = 30.0
    """Who touched the glass no longer ago may still want to read: starting fresh asks first."""
    least_digits: int = 6
    most_digits: int = 8


class Held(Struct, frozen=True):
    """The corner was held long enough, or the chord was pressed."""


class Digit(Struct, frozen=True):
    """One more; which one, only the pad knows."""


class Erase(Struct, frozen=True):
    """The last digit is taken back."""


class Enter(Struct, frozen=True):
    """The PIN is complete."""


class Verified(Struct, frozen=True):
    """Whose PIN it is, or nobody's."""

    role: Role | None


class KeyFound(Struct, frozen=True):
    """A USB stick with the site's key file was found."""

    role: Role


class Shut(Struct, frozen=True):
    """Pad or panel is left."""


class Touched(Struct, frozen=True):
    """Somebody touched the glass or a key."""


class Tick(Struct, frozen=True):
    """Time has passed."""


class Visit(Struct, frozen=True):
    """A visit has begun, or ended."""

    there: bool


class StartFresh(Struct, frozen=True):
    """For the next person. Asks first where somebody touched the glass lately."""

    touched_ago: float | None = None
    """Seconds since a visitor's last touch; None where nobody is there."""


class Ask(Struct, frozen=True):
    """The panel is asked for something that must be confirmed."""

    what: Asked


class Confirm(Struct, frozen=True):
    """Yes."""


class Refuse(Struct, frozen=True):
    """No."""


class Pause(Struct, frozen=True):
    """ "Back soon"."""


class Resume(Struct, frozen=True):
    """Patients may use it again."""


class Clean(Struct, frozen=True):
    """Somebody wipes the glass."""


class LeaveClean(Struct, frozen=True):
    """The glass is clean before its time."""


class Check(Struct, frozen=True):
    """Touch check."""


class LeaveCheck(Struct, frozen=True):
    """Back to the panel."""


class Restart(Struct, frozen=True):
    """At once: whoever sends it has asked."""


class HoursAre(Struct, frozen=True):
    """The opening hours ask for this: NONE where it is open, DIM or OFF."""

    rest: Rest


Event = (
    Held
    | Digit
    | Erase
    | Enter
    | Verified
    | KeyFound
    | Shut
    | Touched
    | Tick
    | Visit
    | StartFresh
    | Ask
    | Confirm
    | Refuse
    | Pause
    | Resume
    | Clean
    | LeaveClean
    | Check
    | LeaveCheck
    | Restart
    | HoursAre
)
