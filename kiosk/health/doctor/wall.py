"""The clock on the wall: can it be right, and does anything keep it so?

Owns that question for the doctor; what a clock may say is `health.clock`'s. Must not know opening hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from kiosk.health.clock import RELEASED
from kiosk.health.doctor.finding import Finding, broken, look, ok
from kiosk.health.doctor.machine import Machine

_SET = "timedatectl set-time 'YYYY-MM-DD hh:mm'"
_BACK = timedelta(days=1)


def clock(machine: Machine, now: datetime, newest: datetime | None) -> Iterator[Finding]:
    """`now` and `newest` (the newest time that the kiosk has ever seen) in UTC."""
    shown = f"{now.astimezone():%Y-%m-%d %H:%M %Z}"
    told = _kept(machine)
    kept = told.get("NTP") == "yes"
    mend = _SET if not kept else "timedatectl timesync-status"
    if now < RELEASED:
        yield broken("clock", f"it says {shown}, before this version was made: its battery may be empty", mend)
    elif newest is not None and now < newest - _BACK:
        yield broken("clock", f"it says {shown}; the kiosk has seen {newest:%Y-%m-%d} already", mend)
    elif kept and told.get("NTPSynchronized") != "yes":
        told_ = f"it says {shown}, and has heard of no time server since the machine was started"
        yield look("clock", told_, "timedatectl timesync-status")
    elif kept:
        yield ok("clock", f"{shown}, kept right by a time server")
    else:
        by = "no time server is asked" if told else "whether a time server is asked is not known here"
        yield ok("clock", f"{shown}; {by}")


def _kept(machine: Machine) -> dict[str, str]:
    """What keeps the clock right; empty where that cannot be learned: a wrong time is to be told all the same."""
    try:
        return machine.shown("timedatectl", "show")
    except TimeoutError:
        return {}
