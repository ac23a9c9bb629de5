"""How many visits there were today: one number, the only thing ever counted.

Owns the file. Which day it is, the caller says. Must not know anything of a visit but that it has ended; the file's own
time says the day and not the hour.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from kiosk import keeping
from kiosk.staff.decoding import decoded
from kiosk.staff.fault import Fault, Flaw, unreadable, unwritable

NAME: Final = "visits.json"
_MOST: Final = 100_000
"""More visits than a day has seconds are none of ours."""


class Count(Struct, frozen=True):
    """Visits of one day."""

    day: date
    count: int


class Visits:
    """Visits today. Where nothing can be written, the count goes on in memory and `fault` says so."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.fault: Fault | None = None
        self._last = self._read()

    @property
    def last(self) -> Count | None:
        """The last day that had a visit, and how many; None where nobody knows."""
        return self._last

    def today(self, day: date) -> int:
        """How many visits have ended on `day`, as far as is known."""
        return self._last.count if self._last and self._last.day == day else 0

    def add(self, day: date) -> int:
        """A visit has ended on `day`. Returns how many there were. Another day than the last begins anew."""
        self._last = Count(day, min(self.today(day) + 1, _MOST))
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
        try:
            keeping.keep(self.path, msgspec.json.encode(self._last), stamp=midnight)
        except OSError as error:
            self.fault = unwritable(error)
        else:
            self.fault = None
        return self._last.count

    def _read(self) -> Count | None:
        try:
            data = keeping.kept(self.path)
        except OSError as error:
            self.fault = unreadable(self.path, error)
            return None
        if data is None:
            return None
        found = decoded(data, Count)
        if found and 0 <= found.count <= _MOST:
            return found
        mend = "nothing need be done: the next visit begins a new one"
        self.fault = Fault(Flaw.CORRUPT, f"{self.path} is damaged, so today's visits begin at 0", mend)
        return None
