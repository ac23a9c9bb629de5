"""POSIX signals as Qt events: SIGTERM and SIGINT end the kiosk, SIGUSR1 asks for a restart. No polling."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

ENDED = 0
RESTART = 3


class Signals(QObject):
    """Turns signals into the exit code of the event loop."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._codes = {signal.SIGTERM: ENDED, signal.SIGINT: ENDED}
        if hasattr(signal, "SIGUSR1"):
            self._codes[signal.SIGUSR1] = RESTART
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in self._codes:
            signal.signal(number, self._ignore)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @staticmethod
    def _ignore(_number: int, _frame: FrameType | None) -> None:
        """The byte on the socket does the work."""

    def _read(self) -> None:
        try:
            numbers = self._reader.recv(64)
        except BlockingIOError:
            return
        for number in numbers:
            code = self._codes.get(signal.Signals(number))
            if code is not None:
                QCoreApplication.exit(code)
                return
