"""How the kiosk ended the last time: on purpose, by a fault, or because the power went.

Owns two small files: a mark that stands while the kiosk runs, and the last end that was none. Where nothing can be
written nothing is known, and that is said. Must not know what went wrong, nor anything of a visitor.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final, Literal, TypeVar

import msgspec
from msgspec import Struct

from kiosk import keeping

RUNNING: Final = "running.json"
CRASH: Final = "crash.json"
_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
_T = TypeVar("_T")


class Mark(Struct, frozen=True):
    """A kiosk that runs."""

    boot: str
    """Which start of the machine it is."""
    since: datetime


class Crash(Struct, frozen=True):
    """An end that nobody wanted."""

    kind: Literal["crash", "power"]
    """The kiosk died, or the whole machine."""
    when: datetime
    """When the next start found it out."""
    since: datetime
    """When the kiosk that died had been started."""


def boot_id(file: Path = _BOOT) -> str:
    """Which start of the machine this is; empty where the system does not say."""
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


class Life:
    """From the start of this kiosk to its end."""

    def __init__(self, folder: Path, now: datetime, boot: str) -> None:
        """Find out how the last one ended, and put down the mark of this one."""
        self._folder = folder
        self._mark = folder / RUNNING
        self.readonly = False
        """Whether nothing could be written."""
        self.last_crash = _read(folder / CRASH, Crash)
        before = _read(self._mark, Mark)
        if before is not None:
            kind: Literal["crash", "power"] = "crash" if before.boot == boot else "power"
            self.last_crash = Crash(kind, now, before.since)
            self._write(folder / CRASH, self.last_crash)
        self._write(self._mark, Mark(boot, now))

    def end(self) -> None:
        """It ends on purpose: there is nothing to find out."""
        try:
            self._mark.unlink(missing_ok=True)
        except OSError:
            self.readonly = True

    def _write(self, file: Path, what: Struct) -> None:
        try:
            keeping.keep(file, msgspec.json.encode(what))
        except OSError:
            self.readonly = True


def _read(file: Path, kind: type[_T]) -> _T | None:
    """What stands in the file; nothing where it cannot be read or makes no sense."""
    try:
        data = keeping.kept(file)
        return msgspec.json.decode(data, type=kind) if data is not None else None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
