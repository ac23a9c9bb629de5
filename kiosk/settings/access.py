"""Whether the kiosk's own user can read the layers, for who asks as another: root can read everything.

Must not know what is in a layer.
"""

from __future__ import annotations

import grp
import os
import pwd
import stat
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from kiosk.settings.places import Place, parts_of

USER = "kiosk"


class Reader(Struct, frozen=True):
    """Who reads: its number, and the numbers of its groups."""

    user: int
    groups: frozenset[int]


def reader(name: str = USER) -> Reader | None:
    """The kiosk's user; None where there is none, or who asks is that user or no root."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    groups = {one.gr_gid for one in grp.getgrall() if name in one.gr_mem}
    return Reader(entry.pw_uid, frozenset({entry.pw_gid, *groups}))


def shut(place: Place, who: Reader) -> tuple[Path, ...]:
    """What of the installed layers this reader cannot read, folders among them."""
    if not place.is_folder or place.parts is None or place.last is None:
        return ()
    try:
        parts = [place.parts / name for name in parts_of(place.parts)]
    except OSError:
        parts = []
    return tuple(_shut((place.path, place.first, place.parts, *parts, place.last), who))


def _shut(paths: Iterable[Path], who: Reader) -> Iterable[Path]:
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            continue  # not there, or named already
        needed = 0o5 if stat.S_ISDIR(state.st_mode) else 0o4
        shift = 6 if state.st_uid == who.user else 3 if state.st_gid in who.groups else 0
        if (state.st_mode >> shift) & needed != needed:
            yield path
