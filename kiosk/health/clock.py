"""Whether the clock on the wall can be right: a kiosk without a network often has one that is not.

Owns that question and what is remembered for it, the newest time ever seen. Must not know who reads the clock. Walls
are datetimes in UTC; `running` is seconds since the machine was started, its sleep included, which nobody can set.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk import keeping

RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
"""No kiosk of this version has run before."""
NAME: Final = "clock.json"
"""The file in which the newest time outlives the process."""
_BACK = timedelta(days=1)
_JUMP = timedelta(hours=1)
_BELIEVED = 12 * 3600.0
"""Seconds of running after which a clock that nobody has moved again is taken for right."""


class _Newest(Struct, frozen=True):
    newest: datetime


def kept(folder: Path) -> datetime | None:
    """The newest time ever seen, as it stands in `folder`; None where nobody knows."""
    try:
        data = keeping.kept(folder / NAME)
        found = msgspec.json.decode(data, type=_Newest).newest if data is not None else None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return found if found is not None and found.tzinfo is not None else None


def keep(folder: Path, newest: datetime) -> None:
    """Have it outlive the process. Raises OSError."""
    keeping.keep(folder / NAME, msgspec.json.encode(_Newest(newest)))


class Clock(Struct, frozen=True):
    """What is known of the clock."""

    newest: datetime | None = None
    """The newest time that was believed, over all starts."""
    wall: datetime | None = None
    running: float = 0.0
    """Both as they were at the last look."""
    doubted_at: float | None = None
    """When the doubt began: in seconds of `running`."""


def looked(clock: Clock, wall: datetime, running: float) -> Clock:
    """The same after one look at the clock."""
    doubted_at = clock.doubted_at
    if _set_right(clock, wall):
        doubted_at = None
    elif _doubtful(clock, wall, running):
        doubted_at = running
    elif doubted_at is not None and running - doubted_at >= _BELIEVED:
        doubted_at = None  # it was set on purpose: what had been seen before was wrong
        clock = replace(clock, newest=None)
    newest = clock.newest
    if doubted_at is None and wall >= RELEASED:
        newest = max(newest or wall, wall)
    return Clock(newest, wall, running, doubted_at)


def wrong(clock: Clock) -> bool:
    """Whether what the clock says had better not be relied on."""
    return clock.wall is None or clock.wall < RELEASED or clock.doubted_at is not None


def _set_right(clock: Clock, wall: datetime) -> bool:
    """Whether an impossible time has become a possible one."""
    return clock.wall is not None and clock.wall < RELEASED <= wall and not _long_before(clock, wall)


def _long_before(clock: Clock, wall: datetime) -> bool:
    return clock.newest is not None and wall < clock.newest - _BACK


def _doubtful(clock: Clock, wall: datetime, running: float) -> bool:
    """Whether there is a new reason for doubt."""
    if clock.wall is None:
        return _long_before(clock, wall)
    moved = (wall - clock.wall) - timedelta(seconds=running - clock.running)
    return abs(moved) > _JUMP
