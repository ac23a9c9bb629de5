"""POSIX signals as Qt events, without polling: SIGTERM and SIGINT end the kiosk, SIGUSR1 asks for a restart, SIGHUP has
the settings read again.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from kiosk import exits


class Signals(QObject):
    """Turns signals into the exit code of the event loop, or into a call."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._reader, writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(writer, False)
        self._codes = {signal.SIGTERM: exits.ENDED, signal.SIGINT: exits.ENDED}
        if hasattr(signal, "SIGUSR1"):
            self._codes[signal.SIGUSR1] = exits.RESTART_WANTED
        self._reload: Callable[[], object] | None = None
        self._reload_wanted = False
        self._at_terminal = _at_terminal()
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        self._heard = (*self._codes, signal.SIGHUP)
        for number in self._heard:
            signal.signal(number, self._ignore)
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, self._heard)  # a kiosk that began anew here has had them wait

    def on_reload(self, reload: Callable[[], object]) -> None:
        """From now on SIGHUP calls `reload`; one that came before does so now."""
        self._reload = reload
        if self._reload_wanted:
            self._reload_wanted = False
            reload()

    def hold(self) -> int | None:
        """From now on signals wait for the next kiosk of this process; the code of one that came before, if one did."""
        signal.pthread_sigmask(signal.SIG_BLOCK, self._heard)
        return next((self._codes[number] for number in self._bytes() if number in self._codes), None)

    @staticmethod
    def _ignore(_number: int, _frame: FrameType | None) -> None:
        """The byte in the pipe does the work."""

    def _bytes(self) -> list[signal.Signals]:
        try:
            return [signal.Signals(number) for number in os.read(self._reader, 64)]
        except BlockingIOError:
            return []

    def _read(self) -> None:
        numbers = self._bytes()
        for number in numbers:
            code = self._codes.get(number)
            if code is not None:
                QCoreApplication.exit(code)
                return
        if signal.SIGHUP in numbers:
            self._hear_hangup()

    def _hear_hangup(self) -> None:
        if self._at_terminal and not _at_terminal():  # what it says to a program whose terminal is closed
            QCoreApplication.exit(exits.ENDED)
        elif self._reload is None:
            self._reload_wanted = True
        else:
            self._reload()


def _at_terminal() -> bool:
    """Whether somebody sees at a terminal what the kiosk says."""
    return sys.__stderr__ is not None and sys.__stderr__.isatty()
