"""What can be wrong with a file of the front desk.

Owns the kinds, and the sentences that the log and the command line say. Must not know what is in a file.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct


class Flaw(StrEnum):
    """The kinds of fault."""

    MISSING = "missing"
    CORRUPT = "corrupt"
    """It can be read and makes no sense."""
    OPEN = "open"
    """Others than its owner may read or change it."""
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"
    """Read-only, full or not there: what should be remembered is only in memory."""


class Fault(Struct, frozen=True):
    """One fault with its mend, each a plain sentence without a full stop."""

    flaw: Flaw
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.what}; {self.mend}"


def unwritable(error: OSError) -> Fault:
    """What could not be written, by the error of `keeping.keep`."""
    what = f"nothing can be remembered: {error.strerror or error}"
    return Fault(Flaw.UNWRITABLE, what, "make room on the disk, or give the kiosk's user the folder to write in")


def unreadable(path: Path, error: OSError) -> Fault:
    """What could not be read."""
    what = f"{path} cannot be read: {error.strerror or error}"
    return Fault(Flaw.UNREADABLE, what, "it must belong to the kiosk's user, and that user must ask for it")
