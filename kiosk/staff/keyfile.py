"""Another way in than memory: a key file on a USB stick.

Owns what a key file is, how one is made and how one is looked for. What is found on a stick is nobody's friend: nothing
but a small, plain file of the right name is ever opened. Must not know what a role may do.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from kiosk.staff.model import Role

K = TypeVar("K", bound=str)
NAME: Final = "imaging-kiosk.key"
SIZE: Final = 32
"""Bytes of a key file: not one more, not one less."""
_DEEP: Final = 2
"""Folders below a place where sticks are mounted: user, then stick."""
_MOST_FOLDERS: Final = 64
"""So many are looked at in one folder; a place for mounts has a few."""


def find(folders: Iterable[str | Path], hashes: Mapping[K, str]) -> Role | None:
    """Whose key file is in one of `folders`, or one or two folders below; IT's before the desk's. Never raises.

    `hashes` are SHA-256 in hex by role. Reads disks: not for the window's thread.
    """
    known = {Role(role): text.lower().encode("ascii", "replace") for role, text in hashes.items() if role in list(Role)}
    found: set[Role] = set()
    for folder in map(str, folders if known else ()):
        for place in _places(folder, _DEEP) if os.path.isabs(folder) else ():  # noqa: PTH117
            key = _read(os.path.join(place, NAME))  # noqa: PTH118 - runs every few seconds
            if key is not None:
                digest = hashlib.sha256(key).hexdigest().encode()
                found |= {role for role, text in known.items() if hmac.compare_digest(digest, text)}
    return Role.IT if Role.IT in found else Role.DESK if found else None


def make(path: Path) -> str:
    """Write a new key file, on the stick when this returns; returns its SHA-256 in hex.

    `path` is the file or the folder to hold it. Raises FileExistsError where there is one, ValueError for another name,
    else OSError; then no file is left.
    """
    if path.is_dir():
        path /= NAME
    if path.name != NAME and not path.suffix:
        raise ValueError(f"there is no folder {path}; name the stick's")
    if path.name != NAME:
        raise ValueError(f"a key file is always called {NAME}; name the stick's folder, or that file in it")
    key = os.urandom(SIZE)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return hashlib.sha256(key).hexdigest()


def _places(folder: str, deep: int) -> Iterator[str]:
    """`folder` and those below it; links are not followed."""
    yield folder
    if not deep:
        return
    try:
        with os.scandir(folder) as entries:
            below = sorted(islice((e.path for e in entries if e.is_dir(follow_symlinks=False)), _MOST_FOLDERS))
    except (OSError, ValueError):
        return
    for path in below:
        yield from _places(path, deep - 1)


def _read(path: str) -> bytes | None:
    """What a key file holds; None for anything else."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):  # a device may do something when it is opened
            return None
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except (OSError, ValueError):
        return None
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode) or state.st_size != SIZE:
            return None
        data = os.read(handle, SIZE + 1)
    except OSError:
        return None
    finally:
        os.close(handle)
    return data if len(data) == SIZE else None
