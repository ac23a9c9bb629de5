"""Work that must not hold up the window, one piece after the other in a thread of its own.

Owns the thread and the way back to the window's. Must not know what the work is. The thread begins
with the first piece.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")


class Errands(QObject):
    """`do` hands work over; what it gave comes back on the window's thread."""

    _done = Signal(object, object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._queue: queue.SimpleQueue[tuple[Callable[[], Any], Callable[[Any], None] | None] | None] = (
            queue.SimpleQueue()
        )
        self._thread: threading.Thread | None = None
        self._closed = False
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], _T], then: Callable[[_T], None] | None = None) -> None:
        """Have `work` done, then `then` called with what it gave; not where it failed, or all is closed."""
        if self._closed:
            return
        self._queue.put((work, then))
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def close(self, seconds: float) -> None:
        """Take nothing more, and wait so long at most for what is still to be done."""
        self._closed = True
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        while (piece := self._queue.get()) is not None:
            work, then = piece
            try:
                gave = work()
            except Exception:
                _LOG.exception("%s could not be done", self._name)
                continue
            if then is not None and not self._closed:
                self._done.emit(then, gave)

    def _answer(self, then: Callable[[Any], None], gave: object) -> None:
        if not self._closed:
            then(gave)
