"""The site's own command that switches the screen: called with `on`, `dim` or `off`, off the window's thread.

Owns one call at a time, and whether the last one failed. Must not know the hours. The newest wish counts: one that
comes while a call is under way is taken up after it. What failed is tried again, or a screen that was to be lit would
stay dark.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.bridge.child import Child
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
        self._child = Child(seconds, self._over, self, listens=False)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(round(again * 1000))
        self._again.timeout.connect(self._retry)

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
        self._again.stop()
        self._child.close()

    def _call(self) -> None:
        if self._child.busy or self._wish in (None, self._called):
            return
        self._again.stop()
        self._called = self._wish
        self._child.start(self._program, [*self._words, str(self._called)])

    def _retry(self) -> None:
        self._called = None
        self._call()

    def _over(self, fault: str, _printed: bytes) -> None:
        """The call is over, with this fault or none."""
        failed = str(self._called) if fault else ""
        if fault:
            _LOG.warning("%s %s: %s; the command stands under `hours.hook`", self._program, self._called, fault)
            self._again.start()
        if failed != self._failed:
            self._failed = failed
            self.failedChanged.emit()
        self._call()
