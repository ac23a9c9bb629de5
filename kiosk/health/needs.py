"""What the kiosk needs staff for, and the one thing to do about each.

Owns which facts are a need and which comes first. Must not know the words: those stand in the content, by these names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct, field

from kiosk.health.facts import Facts, Pin, Touch, nearly_full

_MIB = 1024 * 1024
_SET_PIN: Final = "kiosk staff set-pin"
_CHECK: Final = "kiosk settings check"
_CTL: Final = "kiosk ctl"


class Need(Struct, frozen=True):
    """One thing that somebody must do. `values` stand in its sentences, ready to be read."""

    id: str
    values: Mapping[str, str] = field(default_factory=dict)


def needs(facts: Facts) -> tuple[Need, ...]:
    """All needs; what keeps patients from using the kiosk comes first."""
    found = ((name, values(facts)) for name, values in _NEEDS)
    return tuple(Need(name, values) for name, values in found if values is not None)


_Values = Mapping[str, str] | None


def _said(true: bool) -> _Values:
    return {} if true else None


def _typed(command: str, true: bool) -> _Values:
    return {"command": command} if true else None


def _disk(facts: Facts) -> _Values:
    if facts.disk is None or not nearly_full(facts.disk):
        return None
    return {"free": str(facts.disk.free // _MIB)}


def _clock(facts: Facts) -> _Values:
    return {"clock": facts.wall.strftime("%Y-%m-%d %H:%M")} if facts.wall else None


def _crash(kind: str) -> Callable[[Facts], _Values]:
    def told(facts: Facts) -> _Values:
        if facts.crash is None or facts.crash.kind != kind:
            return None
        when = facts.crash.when.astimezone()
        return {"date": when.date().isoformat(), "clock": f"{when.hour}:{when.minute:02}"}

    return told


_NEEDS: Final[tuple[tuple[str, Callable[[Facts], _Values]], ...]] = (
    ("touch_gone", lambda facts: _said(facts.touch is Touch.GONE)),
    ("pin_unsafe", lambda facts: _typed(_SET_PIN, facts.pin is Pin.UNSAFE)),
    ("pin_missing", lambda facts: _typed(_SET_PIN, facts.pin is Pin.MISSING)),
    ("settings_faulty", lambda facts: _typed(_CHECK, facts.faults > 0)),
    ("state_readonly", lambda facts: {"folder": facts.nothing_kept} if facts.nothing_kept else None),
    ("state_damaged", lambda facts: _typed("kiosk staff status", facts.damaged)),
    ("disk", _disk),
    ("clock", _clock),
    ("crash", _crash("crash")),
    ("power", _crash("power")),
    ("touch_silent", lambda facts: {"hours": f"{facts.silent_hours:.0f}"} if facts.silent_hours else None),
    ("voice_missing", lambda facts: {"languages": ", ".join(facts.voices_missing)} if facts.voices_missing else None),
    ("hook_failed", lambda facts: _said(facts.hook_failed != "")),
    ("control_off", lambda facts: _typed(_CTL, facts.control_off)),
    ("content_overdue", lambda facts: {"date": facts.review_due.isoformat()} if facts.review_due else None),
)
IDS: Final = tuple(name for name, _ in _NEEDS)
"""All names, by weight."""
