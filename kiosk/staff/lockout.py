"""How often somebody may try a PIN, and how long to wait after that.

Owns the waits and the file that carries them over a restart. No clock is asked: a caller says how many seconds the
kiosk has run. Must not know the PINs.
"""

from __future__ import annotations

import math
import threading
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct, structs

from kiosk import keeping
from kiosk.staff import pin
from kiosk.staff.decoding import decoded
from kiosk.staff.fault import Fault, Flaw, unreadable, unwritable

NAME: Final = "lockout.json"
TRIES: Final = 5
WAITS: Final = (30, 60, 120, 300, 900)
"""Seconds after the fifth wrong PIN, the sixth and so on; the last one stays."""
STEP: Final = 10.0
"""Seconds: no restart shortens a wait by more."""


class Lockout(Struct, frozen=True, forbid_unknown_fields=True):
    """How many PINs in a row were wrong, and how many seconds nobody may try."""

    failures: int = 0
    left_seconds: float = 0.0


NO_TRIES_LEFT: Final = Lockout(TRIES, WAITS[0])
LONGEST: Final = Lockout(TRIES + len(WAITS) - 1, WAITS[-1])


def failed(lockout: Lockout) -> Lockout:
    """After a wrong PIN."""
    failures = min(lockout.failures + 1, LONGEST.failures)
    wait = WAITS[failures - TRIES] if failures >= TRIES else 0
    return Lockout(failures, max(float(wait), lockout.left_seconds))


def succeeded(_: Lockout) -> Lockout:
    """After a right one."""
    return Lockout()


def passed(lockout: Lockout, seconds: float) -> Lockout:
    """After so many seconds in which the kiosk ran; what is no honest number of seconds counts for none."""
    if not (math.isfinite(seconds) and seconds > 0):
        return lockout
    return structs.replace(lockout, left_seconds=max(0.0, lockout.left_seconds - seconds))


def glance(folder: Path) -> tuple[Lockout, Fault | None]:
    """What a kiosk that starts would take up, and what is wrong with the file. Writes nothing.

    Without a file beside a PIN, somebody has deleted it, or nothing can be remembered here: there are no five tries for
    each restart. A file that makes no sense stands for the longest wait.
    """
    path = folder / NAME
    try:
        data = keeping.kept(path)
    except OSError as error:
        return LONGEST, unreadable(path, error)
    if data is None:
        return (NO_TRIES_LEFT if (folder / pin.NAME).exists() else Lockout()), None
    found = decoded(data, Lockout)
    if found and 0 <= found.failures <= LONGEST.failures and 0 <= found.left_seconds <= WAITS[-1]:
        return found, None
    what = f"{path} is damaged, so nobody can try a PIN for {WAITS[-1] // 60} minutes"
    return LONGEST, Fault(Flaw.CORRUPT, what, "wait, or use `kiosk staff clear-lock`")


class Lockouts:
    """The lock-out of this kiosk. Any thread may use it.

    What is written says how long the wait will be at the end of the step that has begun, so that a restart can shorten
    it by no more than that step, and never makes it longer. Where nothing can be written, it holds in memory.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.fault: Fault | None = None
        self._guard = threading.Lock()
        self._written = 0.0  # the seconds left that the file tells
        self._mark: tuple[int, int, int] | None = None
        self._now = Lockout()
        self._begin()

    @property
    def left(self) -> int:
        """Whole seconds until the next try; 0 when one may try now."""
        return math.ceil(self._now.left_seconds)

    @property
    def failures(self) -> int:
        """How many PINs in a row were wrong."""
        return self._now.failures

    def fail(self) -> None:
        """A PIN was wrong. It is on the disk when this returns: answer only then."""
        with self._guard:
            self._look()
            self._now = failed(self._now)
            self._write(self._now.left_seconds)

    def succeed(self) -> None:
        """A PIN was right."""
        with self._guard:
            self._look()
            if self._now != Lockout() or self._mark is None:
                self._now = succeeded(self._now)
                self._write(0.0)

    def pass_time(self, seconds: float) -> None:
        """The kiosk has run so long since the last call."""
        with self._guard:
            if not self._now.left_seconds:
                return
            self._look()
            self._now = passed(self._now, seconds)
            if self._now.left_seconds < self._written:
                self._write(max(0.0, self._now.left_seconds - STEP))

    def clear(self) -> None:
        """IT lets everybody try again. Raises OSError where that cannot be written."""
        with self._guard:
            self._now = Lockout()
            self._write(0.0, loud=True)

    def _begin(self) -> None:
        """Take up what the last process left; what had to be guessed is written, so that it is guessed once."""
        self._mark = self._marked()
        self._now, fault = glance(self.path.parent)
        self._written = self._now.left_seconds
        if fault or (self._mark is None and self._now != Lockout()):
            self._write(self._now.left_seconds)
        self.fault = fault or self.fault

    def _look(self) -> None:
        """Take up what `kiosk staff clear-lock` has written meanwhile; a file that is gone or odd changes nothing."""
        mark = self._marked()
        if mark is None or mark == self._mark:
            return
        found, fault = glance(self.path.parent)
        if not fault:
            self._now, self._written, self._mark = found, found.left_seconds, mark

    def _marked(self) -> tuple[int, int, int] | None:
        """What changes when anybody writes the file."""
        try:
            state = self.path.stat()
        except OSError:
            return None
        return state.st_ino, state.st_mtime_ns, state.st_size

    def _write(self, left: float, *, loud: bool = False) -> None:
        self._written = left
        try:
            keeping.keep(self.path, msgspec.json.encode(Lockout(self._now.failures, left)))
        except OSError as error:
            self.fault = unwritable(error)
            if loud:
                raise
            return
        self._mark = self._marked()
        self.fault = None
