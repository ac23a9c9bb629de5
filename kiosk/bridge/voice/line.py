"""The socket to the speech service: opened, written and read without ever waiting.

Owns the bytes and the start of a service that does not run yet. Must not know what they mean.
"""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QSocketNotifier, QTimer, Signal

_CHUNK = 1 << 16
_LOOKS_MS = 50
"""How often a service that is starting is tried again."""
START_SECONDS = 3.5
"""A service that cannot be reached by then is none; shorter than the reader's own patience."""


class Line(QObject):
    """One connection after the other. Python ignores SIGPIPE, so a dead service is an error like others."""

    opened = Signal()
    received = Signal(bytes)
    lost = Signal(str)
    """(reason) No connection any more, or none that could be made; a sentence for staff."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._looks = 0
        self._again = QTimer(self)
        self._again.setInterval(_LOOKS_MS)
        self._again.timeout.connect(self._look)

    @property
    def is_open(self) -> bool:
        return self._socket is not None

    def open(self, *, start: bool = True) -> None:
        """Connect; `start` the service first where it does not run. `opened` or `lost` follows, maybe at once."""
        self.close()
        if self._connect() or not start:
            return
        if not _start(address()):
            self.lost.emit("the speech service speech-dispatcher is not installed or cannot be started")
            return
        self._looks = round(START_SECONDS * 1000 / _LOOKS_MS)
        self._again.start()

    def write(self, data: bytes) -> None:
        if self._socket is None:
            return
        try:
            whole = self._socket.send(data) == len(data)
        except OSError:
            whole = False
        if not whole:
            self._lose("the speech service takes no more orders")

    def close(self) -> None:
        self._again.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _look(self) -> None:
        self._looks -= 1
        if not self._connect() and self._looks <= 0:
            self._lose("the speech service speech-dispatcher does not start")

    def _connect(self) -> bool:
        found = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        found.setblocking(False)
        try:
            found.connect(address())
        except OSError:
            found.close()
            return False
        self._again.stop()
        self._socket = found
        self._notifier = QSocketNotifier(found.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self.opened.emit()
        return True

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self.received.emit(data)
        else:
            self._lose("the speech service speech-dispatcher has ended")

    def _lose(self, reason: str) -> None:
        self.close()
        self.lost.emit(reason)


def address() -> str:
    """Path of the service's socket, found as the service's own library finds it; other kinds are networks."""
    kind, _, path = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "unix_socket" and path:
        return path
    base = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return str(Path(base) / "speech-dispatcher" / "speechd.sock")


def _start(path: str) -> bool:
    """Start the service for this socket. It ends by itself when nobody is connected any more."""
    program = shutil.which("speech-dispatcher")
    if program is None:
        return False
    process = QProcess()
    process.setProgram(program)
    # Log level 1: only what ends the service. Nothing that is read may stand in a file.
    process.setArguments(
        ["--spawn", "--log-level", "1", "--communication-method", "unix_socket", "--socket-path", path]
    )
    for stream in (process.setStandardInputFile, process.setStandardOutputFile, process.setStandardErrorFile):
        stream(os.devnull)
    return bool(process.startDetached())
