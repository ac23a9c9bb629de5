"""From a change to the screen that has settled on it: another page, another language, a fresh first screen."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge.shell import Shell
from kiosk.staff.model import StartFresh

_TURNS = 2
_QUIET_ROUNDS, _ROUND_MS = 15, 20
"""Settled: no frame for so many rounds of the event loop."""
_PAGES = ("what", "types", "care", "causes")


class Settling:
    """Times what changes a window, by the last frame of the change."""

    def __init__(self, window: QQuickWindow) -> None:
        self._swapped = 0.0
        window.frameSwapped.connect(self._note)

    def after(self, change: Callable[[], None]) -> float:
        """Milliseconds from `change` to the last frame it led to. Raises TimeoutError when none follows."""
        self._rest()
        self._swapped = 0.0
        begin = time.perf_counter()
        change()
        last = self._rest()
        if not last:
            raise TimeoutError("no frame followed the change")
        return (last - begin) * 1000

    def _rest(self) -> float:
        """Wait until no frame comes any more; the time of the last one."""
        quiet, last = 0, self._swapped
        while quiet < _QUIET_ROUNDS:
            QTest.qWait(_ROUND_MS)
            quiet = quiet + 1 if self._swapped == last else 0
            last = self._swapped
        return last

    def _note(self) -> None:
        self._swapped = time.perf_counter()


def report(shell: Shell, codes: tuple[str, ...]) -> None:
    """Print milliseconds: `page` changes, the `first` showing of each language, and `language` switches after it.

    `reset`: from a page to the first screen, as staff ask for it.
    """
    kiosk, settling = shell.kiosk, Settling(shell.window)
    kiosk.chooseLanguage(codes[0])
    pages = [settling.after(partial(kiosk.openTopic, name)) for name in _PAGES * _TURNS][1:]
    first = {code: settling.after(partial(kiosk.chooseLanguage, code)) for code in codes[1:]}
    later = [settling.after(partial(kiosk.chooseLanguage, code)) for _ in range(_TURNS) for code in codes]
    resets = []
    for name in _PAGES * _TURNS:
        kiosk.chooseLanguage(codes[0])
        kiosk.openTopic(name)
        resets.append(settling.after(partial(kiosk.desk.apply, StartFresh(None))))
    print(json.dumps({"page": pages, "first": first, "language": later, "reset": resets}), flush=True)
