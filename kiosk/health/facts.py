"""What is known about the kiosk's health, gathered once in a while.

Owns the facts and how the few are found out that need no other room: the disk. Must not know what staff are told.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from kiosk.health.crash import Crash

_MIB = 1024 * 1024
_LEAST = 200 * _MIB
_SHARE = 0.03
_MOST = 2048 * _MIB
"""More than that is room enough on any disk."""


class Touch(StrEnum):
    """The touch screen as a device."""

    UNKNOWN = "unknown"
    """None has been there since the kiosk was started: it may have a mouse, or keys alone."""
    THERE = "there"
    GONE = "gone"
    """It was there, and is not any more."""


class Pin(StrEnum):
    """The PIN as a file."""

    SET = "set"
    MISSING = "missing"
    UNSAFE = "unsafe"
    """Damaged, or others may read it."""


class Disk(Struct, frozen=True):
    """Room on the disk that the kiosk writes to, in bytes."""

    free: int
    total: int


class Facts(Struct, frozen=True):
    """All that is known; a default is what is known of a kiosk that is well."""

    touch: Touch = Touch.UNKNOWN
    silent_hours: float = 0.0
    """Open hours without a touch, where the site asked for so many or fewer; else 0."""
    voices_missing: tuple[str, ...] = ()
    """Languages, as their readers call them, that nobody can read aloud."""
    review_due: date | None = None
    """The earliest day on which a page was to be reviewed, where that is over."""
    disk: Disk | None = None
    wall: datetime | None = None
    """The local time, where the clock cannot be right."""
    crash: Crash | None = None
    """The last one, where it is not long ago."""
    nothing_kept: str = ""
    """The folder in which nothing can be written."""
    damaged: bool = False
    """A file of the front desk made no sense; what it held is lost."""
    pin: Pin = Pin.SET
    hook_failed: str = ""
    """What the site's command was called with when it failed."""
    control_off: bool = False
    """The socket of `kiosk ctl` could not be opened."""
    faults: int = 0
    """Faults in the settings or the content."""


def file_system_at(folder: Path) -> os.statvfs_result | None:
    """What the system says of the disk where `folder` is or will be; None where it does not say."""
    for place in (folder, *folder.parents):
        try:
            return os.statvfs(place)
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return None


def disk_at(folder: Path) -> Disk | None:
    """The room where `folder` is or will be; None where the system does not say."""
    found = file_system_at(folder)
    return Disk(found.f_bavail * found.f_frsize, found.f_blocks * found.f_frsize) if found else None


def nearly_full(disk: Disk) -> bool:
    """Whether soon nothing can be written any more."""
    return disk.free < max(_LEAST, min(_MOST, disk.total * _SHARE))


def silent(touch_free_hours: float, limit: float) -> float:
    """The open hours without a touch, where they are more than the site's `limit` (0 for never); else 0."""
    return touch_free_hours if limit and touch_free_hours >= limit else 0.0
