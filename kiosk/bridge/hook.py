"""The site's own command that switches the screen: called with `on`, `dim` or `off`, off the window's thread.

Owns one call at a time, and whether the last one failed. Must not know the hours. The newest wish counts: one that
comes while a call is under way is taken up after it. What failed is tried again, or a screen that was to be lit would
stay dark.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.health.hours import Lit

_LOG = logging.getLogger(__name__)
_AGAIN_SECONDS = 60.0


class Hook(QObject):
    """Calls a command without a shell; it reads nothing and nobody reads what it prints but the log."""

    failedChanged = Signal()

    def __init__(
        self, command: Sequence[str], seconds: float, parent: QObject | None = None, again: float = _AGAIN_SECONDS
    ) -> None:
        """`seconds`: how long a call may take. `again`: seconds until a failed one is tried once more."""
        super().__init__(parent)
        self._program, *self._words = command
        self._wish: Lit | None = None
        self._called: Lit | None = None
        """What the last call was for that is over or under way."""
        self._failed = ""
        self._late = False
        self._process = QProcess(self)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broke)
        self._patience = self._timer(seconds, self._lose_patience)
        self._again = self._timer(again, self._retry)

    @property
    def failed(self) -> str:
        """What the screen could not be switched to; empty while all is well."""
        return self._failed

    def want(self, lit: Lit) -> None:
        """Have the screen switched to that, if it is not."""
        self._wish = lit
        self._call()

    def close(self) -> None:
        """Call nothing any more."""
        self._wish = None
        self._patience.stop()
        self._again.stop()
        self._process.finished.disconnect(self._ended)
        self._process.errorOccurred.disconnect(self._broke)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)

    def _timer(self, seconds: float, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(round(seconds * 1000))
        timer.timeout.connect(call)
        return timer

    def _call(self) -> None:
        if self._process.state() is not QProcess.ProcessState.NotRunning or self._wish in (None, self._called):
            return
        self._again.stop()
        self._called = self._wish
        self._late = False
        self._patience.start()
        self._process.start(self._program, [*self._words, str(self._called)])

    def _retry(self) -> None:
        self._called = None
        self._call()

    def _lose_patience(self) -> None:
        self._late = True
        self._process.kill()

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._late:
            self._over(f"took more than {self._patience.interval() / 1000:g} seconds")
        elif status is QProcess.ExitStatus.CrashExit:
            self._over("was killed")
        else:
            self._over(f"ended with {code}" if code else "")

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._over(self._process.errorString())

    def _over(self, fault: str) -> None:
        """The call is over, with this fault or none."""
        self._patience.stop()
        failed = str(self._called) if fault else ""
        if fault:
            _LOG.warning("%s %s: %s; the command stands under `hours.hook`", self._program, self._called, fault)
            self._again.start()
        if failed != self._failed:
            self._failed = failed
            self.failedChanged.emit()
        # Once Qt is done with this call.
        QTimer.singleShot(0, self, self._call)
