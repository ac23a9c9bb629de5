"""Folders that a small file cannot be written to: a full disk, and a folder that is read-only.

Root may write in a folder of any mode, so where the tests run as root both are mounts: a tmpfs of a few pages, and the
folder over itself, read-only. Elsewhere the folder's mode is enough for the one, and for the other a limit on the size
of files that this process may write. Root in a container may not mount: there the same limit holds, and the call that
makes a file fails as it does on a read-only disk. No test is skipped in any case.
"""

from __future__ import annotations

import contextlib
import errno
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

Place = Callable[[Path], contextlib.AbstractContextManager[None]]
_SMALL = "size=32k,mode=0700"


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing can be written in `folder`; what is there can be read."""
    mode = folder.stat().st_mode
    with contextlib.ExitStack() as undo:
        if os.geteuid() != 0:
            folder.chmod(0o500)
            undo.callback(folder.chmod, mode)
        elif _mounted(undo, "--bind", str(folder), str(folder)):
            _run("mount", "-o", "remount,bind,ro", str(folder))
        else:
            undo.enter_context(mock.patch("os.open", _refusing(folder)))
        yield


@contextlib.contextmanager
def full(folder: Path) -> Iterator[None]:
    """No byte more fits into `folder`; what was there can be read."""
    there = {path.name: path.read_bytes() for path in folder.iterdir()}
    with contextlib.ExitStack() as undo:
        if os.geteuid() == 0 and _mounted(undo, "-t", "tmpfs", "-o", _SMALL, "none", str(folder)):
            for name, data in there.items():
                (folder / name).touch(0o600)
                (folder / name).write_bytes(data)
            with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as file:
                while True:
                    file.write(bytes(4096))
        else:
            soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            undo.callback(resource.setrlimit, resource.RLIMIT_FSIZE, (soft, hard))
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        yield


def _mounted(undo: contextlib.ExitStack, *arguments: str) -> bool:
    """Mount until the end; False where this machine does not let root do so."""
    try:
        _run("mount", *arguments)
    except (OSError, subprocess.CalledProcessError):
        return False
    undo.callback(_run, "umount", "-l", arguments[-1])
    return True


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True, timeout=20)


def _refusing(folder: Path) -> Any:
    """`os.open` as it is on a disk that is read-only below `folder`."""
    real = os.open

    def refuse(path: Any, flags: int, *others: Any, **named: Any) -> int:
        if flags & os.O_CREAT and folder in Path(path).parents:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return real(path, flags, *others, **named)

    return refuse
