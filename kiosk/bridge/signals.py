"""POSIX signals as Qt events: SIGTERM and SIGINT end the kiosk, SIGUSR1 asks for a restart. No polling."""

from __future__ import annotations

import os
import signal
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from kiosk import exits


class Signals(QObject):
    """Turns signals into the exit code of the event loop."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._reader, writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(writer, False)
        self._codes = {signal.SIGTERM: exits.ENDED, signal.SIGINT: exits.ENDED}
        if hasattr(signal, "SIGUSR1"):
            self._codes[signal.SIGUSR1] = exits.RESTART_WANTED
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        for number in self._codes:
            signal.signal(number, self._ignore)
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @staticmethod
    def _ignore(_number: int, _frame: FrameType | None) -> None:
        """The byte in the pipe does the work."""

    def _read(self) -> None:
        try:
            numbers = os.read(self._reader, 64)
        except BlockingIOError:
            return
        for number in numbers:
            code = self._codes.get(signal.Signals(number))
            if code is not None:
                QCoreApplication.exit(code)
                return
