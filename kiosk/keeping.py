"""Small files that outlive the process: after a power cut the old value stands or the new, never half of one.

Owns how they are written and read. Must not know what is in them.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

MOST_BYTES = 64 * 1024
"""A larger file is none of ours."""


def keep(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write `data` as the file `path`, on the disk when this returns. Raises OSError; then the old file stands."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def kept(path: Path) -> bytes | None:
    """What stands in `path`; None where there is no such file. Raises OSError, also for one that is far too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    if len(data) > MOST_BYTES:
        raise OSError(f"{path} is larger than {MOST_BYTES} bytes")
    return data
