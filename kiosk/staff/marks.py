"""What staff set the glass to, over a restart.

Owns the file and what happens where it does not fit. Must not know what a rest or a language does; nothing of a visitor
is in it.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct, structs

from kiosk import keeping
from kiosk.staff.decoding import decoded
from kiosk.staff.fault import Fault, Flaw, unreadable, unwritable
from kiosk.staff.model import Rest

NAME: Final = "desk.json"
_VOLUMES: Final = (20, 100)
_RESTS: Final = (Rest.NONE, Rest.PAUSED, Rest.BROKEN)
_LONGEST_CODE: Final = 35
"""Characters of a language's code (BCP 47)."""


class Mark(Struct, frozen=True):
    """What staff have set; a default is what the site's settings say."""

    rest: Rest = Rest.NONE
    """None, paused or broken: only these outlive a restart."""
    volume: int | None = None
    """Percent, 20 to 100; None for the site's own."""
    first_language: str = ""
    """A language's code; empty for the site's own."""
    quiet: bool | None = None
    """Whether the glass is dark outside the opening hours; None for what the settings say."""
    wiped: datetime | None = None
    """When the glass was last wiped down."""


class Marks:
    """What staff have set. Where nothing can be written, it holds in memory and `fault` says so."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.fault: Fault | None = None
        self.now = self._read()

    def put(
        self,
        *,
        rest: Rest | None = None,
        volume: int | None = None,
        first_language: str | None = None,
        quiet: bool | None = None,
        wiped: datetime | None = None,
    ) -> None:
        """Set what is given, and write it down. A rest that does not outlive a restart counts as none."""
        given: dict[str, object] = {"first_language": first_language, "quiet": quiet, "wiped": wiped}
        if rest is not None:
            given["rest"] = rest if rest in _RESTS else Rest.NONE
        if volume is not None:
            given["volume"] = min(max(volume, _VOLUMES[0]), _VOLUMES[1])
        later = structs.replace(self.now, **{name: value for name, value in given.items() if value is not None})
        if later == self.now:
            return
        self.now = later
        try:
            keeping.keep(self.path, msgspec.json.encode(later))
        except OSError as error:
            self.fault = unwritable(error)
        else:
            self.fault = None

    def _read(self) -> Mark:
        try:
            data = keeping.kept(self.path)
        except OSError as error:
            self.fault = unreadable(self.path, error)
            return Mark()
        if data is None:
            return Mark()
        read = decoded(data, dict[str, Any])
        if read is None:
            self.fault = self._damaged("all of it")
            return Mark()
        fits = {name: value for name in Mark.__struct_fields__ if name in read for value in _fitting(name, read[name])}
        wrong = [f"`{name}`" for name in Mark.__struct_fields__ if name in read and name not in fits]
        if wrong:
            self.fault = self._damaged(", ".join(wrong))
        return structs.replace(Mark(), **fits)

    def _damaged(self, what: str) -> Fault:
        told = f"{self.path} does not make sense ({what}), so the site's settings hold"
        return Fault(Flaw.CORRUPT, told, "set it anew in the staff panel")


def _fitting(name: str, value: object) -> list[object]:
    """The value in its type, or nothing where it does not fit."""
    try:
        found: object = getattr(msgspec.convert({name: value}, Mark), name)
    except (msgspec.MsgspecError, ValueError):
        return []
    match found:
        case Rest():
            fits = found in _RESTS
        case str():
            fits = len(found) <= _LONGEST_CODE
        case int() if name == "volume":
            fits = _VOLUMES[0] <= found <= _VOLUMES[1]
        case _:
            fits = True
    return [found] if fits else []
