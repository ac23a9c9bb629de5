"""A log file of bounded size, with older ones beside it, that only the kiosk and its group read.

Owns the files. Must not know what may be said. Apart from the rest, because few kiosks need what it imports.
"""

from __future__ import annotations

import errno
import logging
import os
import stat
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

FILES = 4
"""One log and three older ones share the room."""
_NO_FILE = "it is a pipe or a socket, and no file"
_FORM = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")


def opened(file: Path, mebibytes: float) -> logging.Handler:
    """A handler that writes there, no more than that much in all. Raises OSError, also when it writes."""
    size = max(1, round(mebibytes * 1024 * 1024 / FILES))
    made = _File(file, maxBytes=size, backupCount=FILES - 1, encoding="utf-8")
    made.setFormatter(_FORM)
    return made


class _File(RotatingFileHandler):
    """Bounded files that only the kiosk and its group read; what cannot be written raises."""

    def _open(self) -> TextIO:  # type: ignore[override]  # the base names its own kind of text file
        flags = (
            os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NONBLOCK
        )  # a pipe must not hold up the start
        try:
            handle = os.open(self.baseFilename, flags, 0o640)
        except OSError as error:
            raise OSError(error.errno, _NO_FILE) if error.errno == errno.ENXIO else error from None
        kind = os.fstat(handle).st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISCHR(kind)):
            os.close(handle)
            raise OSError(errno.ENXIO, _NO_FILE)
        return os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace")

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802 - the base's name
        raise sys.exc_info()[1] or OSError("the log cannot be written")
