"""Small files that outlive the process: after a power cut the old value stands or the new, never half of one.

Owns how they are written and read, and that no half-written one is left lying about. Must not know what is in them.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

MOST_BYTES = 64 * 1024
"""A larger file is none of ours."""
_RANDOM_BYTES = 4
"""In the name of what is being written."""


class Found(Struct, frozen=True):
    """A file as it was read."""

    data: bytes
    mode: int
    """Who may read and write it: the nine bits."""
    owner: int
    group: int


def keep(
    path: Path, data: bytes, *, mode: int = 0o600, stamp: float | None = None, instead: Found | None = None
) -> None:
    """Write `data` as the file `path`, on the disk when this returns.

    `stamp` (seconds since 1970) is what the file says of its time, instead of now. Where root writes, the file goes to
    the owner of its folder: the kiosk must be able to read what `sudo` has written. With `instead`, the old file as it
    was found, the new one has its owner, group and mode.

    Raises OSError, which names the folder; then the old file stands. Only where the disk fails in the very last step,
    the new one may stand and not survive a power cut.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        clean(path)
        with _beside(path) as (handle, name):
            _give(handle, path.parent.stat(), instead)
            os.fchmod(handle, instead.mode if instead else mode)
            _write(handle, data)
            if stamp is not None:
                os.utime(handle, (stamp, stamp))
            os.fsync(handle)
            name.replace(path)
        _settle(path.parent)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise OSError(error.errno, f"{path.name} cannot be written in {path.parent}: {why}") from error


def kept(path: Path) -> bytes | None:
    """What stands in `path`; None where there is no such file. Raises OSError as `find` does."""
    found = find(path)
    return found.data if found else None


def find(path: Path, most: int = MOST_BYTES) -> Found | None:
    """The file `path`; None where there is none.

    Raises OSError where it cannot be read, is larger than `most` bytes, or is no file at all; never waits for a pipe or
    a device.
    """
    clean(path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise OSError(f"{path} is not a file")
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(f"{path} is larger than {most} bytes")
    return Found(data, stat.S_IMODE(state.st_mode) & 0o777, state.st_uid, state.st_gid)


def clean(path: Path) -> None:
    """Take away what writers of `path` left beside it when they were killed; what one is writing just now stays."""
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        ours = re.compile(
            re.escape(_prefix(path)) + f"[0-9a-f]{{{2 * _RANDOM_BYTES}}}"
        )  # an editor's has other letters
        left = [entry.path for entry in entries if ours.fullmatch(entry.name)]
        for name in left:
            _drop(name)


def _prefix(path: Path) -> str:
    return f".{path.name}."


def _drop(name: str) -> None:
    """Remove the file, unless its writer lives: that one holds its lock."""
    with contextlib.suppress(OSError):
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.unlink(name)  # noqa: PTH108 - a name from scandir
        finally:
            os.close(handle)


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[tuple[int, Path]]:
    """A new, locked file in the folder of `path`; gone at the end, if it has not become another by then."""
    while True:
        name = path.with_name(f"{_prefix(path)}{os.urandom(_RANDOM_BYTES).hex()}")
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with contextlib.suppress(OSError):  # a file system without locks: nobody cleans there
                fcntl.flock(handle, fcntl.LOCK_EX)
            if os.fstat(handle).st_nlink == 0:  # somebody cleaned between the two lines above
                continue
            try:
                yield handle, name
            except BaseException:
                with contextlib.suppress(OSError):
                    name.unlink()
                raise
            return
        finally:
            os.close(handle)


def _give(handle: int, folder: os.stat_result, instead: Found | None) -> None:
    """To whom the new file belongs; who is not root keeps the group at least, or cannot write."""
    if os.geteuid() == 0:
        owner, group = (instead.owner, instead.group) if instead else (folder.st_uid, folder.st_gid)
        os.fchown(handle, owner, group)
    elif instead and os.fstat(handle).st_gid != instead.group:
        os.fchown(handle, -1, instead.group)


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _settle(folder: Path) -> None:
    """Put the folder itself on the disk: what its files are called."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
