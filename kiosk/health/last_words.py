"""What is said when something goes wrong that nobody expected: in one place, and never what was on the glass.

A traceback names files and lines; the words of an error may name a page somebody reads, so they are left out.
"""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from kiosk.health.logs.discretion import way

_LOG = logging.getLogger("kiosk.fault")


def listen() -> None:
    """From now on errors that nobody caught go to the log."""
    sys.excepthook = _tell
    threading.excepthook = lambda args: _tell(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: _tell(args.exc_type, args.exc_value, args.exc_traceback)


def _tell(kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _LOG.critical("%s", way(kind, trace))
