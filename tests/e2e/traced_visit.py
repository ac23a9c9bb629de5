"""A whole visit of `kiosk run` from inside: run by test_traces under strace, with faults planted when asked for, and by
test_machine_faults where nothing can be written.

python -m tests.e2e.traced_visit SITE_FILE [faults] [full]
"""

from __future__ import annotations

import os
import socket
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk import app as kiosk_app
from kiosk import paths
from kiosk.bridge.kiosk import Kiosk
from kiosk.health.clock import NAME as NEWEST
from kiosk.health.crash import RUNNING
from kiosk.settings.kept import NAME as SETTINGS
from kiosk.settled import Settled
from kiosk.staff.visits import NAME as VISITS
from tests.e2e.glass import Glass

SIZE = (1080, 1920)
MARK = "/the-first-screen-stands"
"""Asked for, not opened: it shows in the trace where the visit begins."""
LAST = "/the-visitor-says-that-she-has-finished"
OVER = "/nobody-is-there-and-the-visit-is-counted"

BEGUN = (RUNNING, NEWEST, SETTINGS)
"""What the kiosk itself writes when it has started: the visitor comes after that."""


def do_what_must_not_be_done() -> None:
    """Everything a kiosk must never do while somebody reads."""
    Path("seen").write_text("what", encoding="utf-8")
    Path("visits").mkdir()
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    print("the visitor reads about biopsies", file=sys.stderr)


def visit(window: QQuickWindow, kiosk: Kiosk, planted: bool, kept: bool) -> None:
    """Every page by touch: both languages, all topics, a part, a tab, the centers, and out. `kept`: it is counted."""
    os.access(MARK, os.F_OK)
    glass = Glass(window, kiosk)
    words = kiosk.words
    glass.tap(glass.control("Español"))
    glass.tap(glass.control(words.barLanguage))
    glass.tap(glass.control("English"))
    for number, (_, name) in enumerate(glass.cards()[: None if kept else 2]):
        glass.tap(glass.control(name))
        for part in (glass.other_tab(), glass.expander()):
            if part:
                glass.tap(part)
        glass.swipe((540, 1500), (540, 500))
        if planted and number == 3:
            do_what_must_not_be_done()
        glass.tap(glass.control(words.barBack))
    glass.tap(glass.control(words.homeCenters))
    done = glass.control(words.barDone)
    os.access(LAST, os.F_OK)
    glass.tap(done)
    assert kiosk.session.screen == "thanks"
    assert glass.waits(lambda: kiosk.session.screen == "attract")
    assert glass.waits(lambda: os.access(paths.state_dir() / VISITS, os.F_OK) or not kept)
    if planted:
        (paths.state_dir() / "visitors.json").write_text("what", encoding="utf-8")
    os.access(OVER, os.F_OK)
    QGuiApplication.exit(0)


def main(site_file: Path, planted: bool, kept: bool) -> int:
    """`kiosk run` itself, with a visitor who comes as soon as it has started; 70 when the visit goes wrong.

    `kept`: the disk takes what the kiosk has to keep.
    """
    opened, made = kiosk_app.open_platform, kiosk_app.make_kiosk
    kiosks: list[Kiosk] = []

    def make_and_note(settled: Settled, clock: Callable[[], float] = time.monotonic) -> Kiosk:
        kiosks.append(made(settled, clock))
        return kiosks[0]

    def open_and_visit() -> QGuiApplication:
        app = opened()
        timer = QTimer(app)

        def look() -> None:
            window = next((w for w in app.topLevelWindows() if isinstance(w, QQuickWindow) and w.isExposed()), None)
            begun = all(os.access(paths.state_dir() / name, os.F_OK) for name in BEGUN)
            if window is None or (kept and not begun):
                return
            timer.stop()
            try:
                visit(window, kiosks[0], planted, kept)
            except Exception:  # whatever it is: the parent must hear of it
                traceback.print_exc()
                app.exit(70)

        timer.timeout.connect(look)
        timer.start(20)
        return app

    kiosk_app.open_platform = open_and_visit
    kiosk_app.make_kiosk = make_and_note
    return kiosk_app.run(site_file, SIZE)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), "faults" in sys.argv, "full" not in sys.argv))
