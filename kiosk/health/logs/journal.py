"""The journal's own protocol: one entry as one datagram of named fields.

Owns the bytes and the socket. Must not know what may be said.
"""

from __future__ import annotations

import logging
import os
import socket
import struct
from collections.abc import Mapping
from typing import Final

SOCKET: Final = "/run/systemd/journal/socket"
NAME: Final = "imaging-kiosk"
_MOST: Final = 16 * 1024
"""Characters of one field: an entry always fits a datagram."""
_PRIORITIES: Final = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))


def priority(level: int) -> int:
    """A level of Python's as syslog counts: 2 for critical to 7 for debug."""
    return next((number for least, number in _PRIORITIES if level >= least), 7)


def entry(fields: Mapping[str, str]) -> bytes:
    """The fields as they are sent; a value of several lines goes with its length before it."""
    parts = []
    for name, value in fields.items():
        data = value[:_MOST].encode("utf-8", "replace")
        if b"\n" in data:
            parts.append(name.encode() + b"\n" + struct.pack("<Q", len(data)) + data + b"\n")
        else:
            parts.append(name.encode() + b"=" + data + b"\n")
    return b"".join(parts)


def stands_behind(stream: int, told: str) -> bool:
    """Whether what is written to the file number `stream` goes to the journal. `told`: as in $JOURNAL_STREAM."""
    try:
        found = os.fstat(stream)
    except OSError:
        return False
    return told == f"{found.st_dev}:{found.st_ino}"


class Journal:
    """Sends entries; never waits."""

    def __init__(self, address: str = SOCKET) -> None:
        self._address = address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK)

    def send(self, fields: Mapping[str, str]) -> bool:
        """Whether it was taken."""
        try:
            self._socket.sendto(entry(fields), self._address)
        except OSError:
            return False
        return True

    def tell(self, record: logging.LogRecord) -> bool:
        """The same for a log record, whose words are safe."""
        return self.send(
            {
                "MESSAGE": str(record.msg),
                "PRIORITY": str(priority(record.levelno)),
                "SYSLOG_IDENTIFIER": NAME,
                "KIOSK_PART": record.name.removeprefix("kiosk."),
                "CODE_FILE": record.pathname,
                "CODE_LINE": str(record.lineno),
                "CODE_FUNC": record.funcName or "",
            }
        )

    def close(self) -> None:
        self._socket.close()
