"""How the process goes on when its window is gone: it ends, or the kiosk begins anew in it (0024).

Whoever started it, a compositor or a supervisor, sees nothing end in the second case: same process, same words. Must
not know what has changed, nor Qt.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping

from kiosk.exits import RESTART_WANTED

_LOG = logging.getLogger(__name__)
BEGIN_ANEW = -1
"""What the event loop ends with when that is wanted: no exit code, those are 0 to 255."""


def leave_what_hangs(code: int) -> None:
    """End the process here where a speech engine hangs in its thread: Qt would abort it instead."""
    engine = sys.modules.get("kiosk.bridge.voice.qt_engine")
    if engine is not None and engine.LEFT:
        logging.shutdown()
        sys.stdout.flush()
        os._exit(code)


def begin_anew(taken: Mapping[str, str]) -> int:
    """Put a new kiosk in this one's place. `taken`: variables that were taken out of the environment.

    What Python and Qt have opened is closed on the way; what was open when the process began stays: by its end of a
    pipe, a compositor sees that its program lives.

    Returns only where that fails: the exit code with which whoever watches starts the kiosk again.
    """
    sys.stdout.flush()
    logging.shutdown()  # what was only counted is told; the successor begins to count anew
    try:
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, **taken})
    except OSError as error:
        _LOG.error("%s cannot be started: %s", sys.executable, error.strerror)
    return RESTART_WANTED
