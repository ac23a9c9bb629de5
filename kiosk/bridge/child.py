"""A program that runs beside the window, one call at a time.

Owns the process, how long it may take, and in which words it has failed. Must not know what it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QTimer

_CLOSE_MS = 1000


class Child(QObject):
    """Reads nothing; what it says on standard error goes to the log."""

    def __init__(self, seconds: float, over: Callable[[str, bytes], None], parent: QObject, *, listens: bool) -> None:
        """`seconds`: how long a call may take. `over` is called once for each, with a clause on how it failed, empty
        where it did not, and what it has printed, if the kiosk `listens`. Then the next may begin.
        """
        super().__init__(parent)
        self.busy = False
        """From the start of a call until `over`."""
        self._seconds = seconds
        self._over = over
        self._late = False
        self._fault = ""
        self._process = QProcess(self)
        self._process.setStandardInputFile(QProcess.nullDevice())
        if not listens:
            self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broke)
        self._patience = self._timer(round(seconds * 1000), self._lose_patience)
        self._soon = self._timer(0, self._tell)
        """Qt must be done with one process before the next."""

    def start(self, program: str, words: Sequence[str]) -> None:
        """Begin a call; none may be under way."""
        self.busy, self._late = True, False
        self._patience.start()
        self._process.start(program, words)

    def close(self) -> None:
        """End what is under way; nobody is told any more."""
        self._patience.stop()
        self._soon.stop()
        self._process.finished.disconnect(self._ended)
        self._process.errorOccurred.disconnect(self._broke)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_CLOSE_MS)

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer

    def _lose_patience(self) -> None:
        self._late = True
        self._process.kill()

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._late:
            self._end(f"took more than {self._seconds:g} seconds")
        elif status is QProcess.ExitStatus.CrashExit:
            self._end("was killed")
        else:
            self._end(f"ended with {code}" if code else "")

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(self._process.errorString())

    def _end(self, fault: str) -> None:
        self._patience.stop()
        self._fault = fault
        self._soon.start()

    def _tell(self) -> None:
        printed = bytes(self._process.readAllStandardOutput().data())
        self.busy = False
        self._over(self._fault, printed)
