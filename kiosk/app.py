"""Puts the rooms together: settings -> catalog -> session -> bridge -> window. The only place that knows them all."""

from __future__ import annotations

import builtins
import faulthandler
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.bridge.leaving import BEGIN_ANEW, begin_anew, leave_what_hangs
from kiosk.exits import CONTENT_UNUSABLE, NO_DISPLAY, RESTART_WANTED, without_settings
from kiosk.from_first_frame import begin_to_beat, go_on, keep_settings, open_desk, settle_memory, stands_on_first_screen
from kiosk.health.logs.handler import begin

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtGui import QGuiApplication

    from kiosk.bridge.kiosk import Kiosk
    from kiosk.bridge.shell import Shell
    from kiosk.bridge.speech import Speaker
    from kiosk.bridge.tour_plan import Asked
    from kiosk.settled import Settled

_LOG = logging.getLogger("kiosk")


def prepare_environment() -> None:
    """Tell Qt what it must know before it loads. A platform that is already set is obeyed."""
    # Sizes are millimetres by the site's screen; Qt's own guess at scaling would come on top.
    os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
    # Qt's cache of compiled pages would record what a visitor read: it is made ahead and only read here.
    os.environ["QML_DISK_CACHE"] = "aot,qmlc-read"
    cache = paths.cache_dir()
    if cache:
        os.environ["QML_DISK_CACHE_PATH"] = str(cache / "qml")
    # Nothing outside the package may add pages or plug-ins.
    for name in ("QML_IMPORT_PATH", "QML2_IMPORT_PATH", "QT_PLUGIN_PATH"):
        os.environ.pop(name, None)


def open_platform() -> QGuiApplication:
    """Qt's application object; ends the process with exit code 2 and one sentence when no platform can be opened.

    Qt aborts the process in that case, but hands its last words to the message handler first: that is where we leave.
    """
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415 - Qt loads after the environment

    import_as_python_does()
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from kiosk.bridge.qt_log import log  # noqa: PLC0415

    def handler(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            platform = os.environ.get("QT_QPA_PLATFORM")
            asked = f" (QT_QPA_PLATFORM is {platform})" if platform else ""
            print(f"kiosk: no display can be opened{asked}; start it inside a graphical session.", file=sys.stderr)
            sys.stderr.flush()
            os._exit(NO_DISPLAY)

    qInstallMessageHandler(handler)
    app = QGuiApplication(["kiosk"])
    qInstallMessageHandler(log)
    app.setApplicationName("imaging-kiosk")
    return app


def import_as_python_does() -> None:
    """Take back PySide's own `import`: it reads the source of every module that is imported, to look whether it uses
    other names of Qt's things (`__feature__`), and keeps it in memory. Nothing here does.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def load_kiosk(
    site_file: Path | None, clock: Callable[[], float] = time.monotonic, content: Path | None = None
) -> Kiosk:
    """The kiosk for one site, as its layers say. Problems are logged for staff; whatever is usable is shown."""
    from kiosk.settings import place_of  # noqa: PLC0415
    from kiosk.settled import settle  # noqa: PLC0415

    return make_kiosk(settle(place_of(site_file), content=content), clock)


def make_kiosk(settled: Settled, clock: Callable[[], float] = time.monotonic) -> Kiosk:
    """The kiosk for these settings."""
    from kiosk.bridge.kiosk import Kiosk  # noqa: PLC0415

    kiosk = Kiosk(settled.catalog, settled.site, clock)
    kiosk.content_problems = tuple(settled.catalog.problems)
    kiosk.faults = settled.faults
    return kiosk


def _say_and_leave(shell: Shell) -> None:
    """For tests and measurements: say when the first complete frame stands on the glass, then end.

    It is said before anything that only waits for that frame is done.
    """
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    def say() -> None:
        shell.window.frameSwapped.disconnect(say)
        print("first frame", flush=True)

    shell.window.frameSwapped.connect(say)
    shell.on_first_frame(partial(QCoreApplication.exit, 0))


class Running:
    """A kiosk with its window, taken apart in the right order at the end."""

    def __init__(self, kiosk: Kiosk, speaker: Speaker | None = None, *, audible: bool = False) -> None:
        """`speaker`: who says what is read aloud; by default the machine's own speech engine.

        `audible`: the warning makes its sound; a tour or a measurement is silent.
        """
        from kiosk.bridge.shell import Shell  # noqa: PLC0415

        self.kiosk = kiosk
        chime = None
        if audible:
            from kiosk.bridge.chime import Chime  # noqa: PLC0415

            chime = Chime(paths.ASSETS, lambda: kiosk.rules.volume).ring
        self.shell: Shell = Shell(kiosk, paths.QML, paths.ASSETS, speaker=speaker, chime=chime)

    def __enter__(self) -> Shell:
        return self.shell

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shell.close()


def run(site_file: Path | None, size: tuple[int, int] | None) -> int:
    """Run the kiosk until it is told to end; returns the exit code."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until it is listened for, before the settings are read
    faulthandler.enable()  # a process that dies says where it stood
    log = begin(os.environ)
    if code := without_settings(site_file):
        return code
    prepare_environment()
    app = open_platform()
    from kiosk.bridge.qml_cache import make_ahead  # noqa: PLC0415
    from kiosk.bridge.reach import tell_of_reach  # noqa: PLC0415
    from kiosk.bridge.shell import ShellError  # noqa: PLC0415
    from kiosk.bridge.signals import Signals  # noqa: PLC0415
    from kiosk.settings import place_of  # noqa: PLC0415
    from kiosk.settled import settle  # noqa: PLC0415

    cache = paths.cache_dir()
    if cache:
        make_ahead(paths.QML, cache / "qml")
    signals = Signals(app)
    try:
        settled = settle(place_of(site_file, state=paths.state_dir()), paths.state_dir())
        wished = settled.site.log
        log.keep(Path(wished.file) if wished.file else None, wished.mebibytes)
        kiosk = make_kiosk(settled)
        if stands_on_first_screen(paths.state_dir()):
            kiosk.desk.remember(paths.state_dir())
        heartbeat = None
        with Running(kiosk, audible=True) as shell, ExitStack() as afterwards:
            shell.keep_open(size is not None)
            shell.on_first_frame(partial(tell_of_reach, shell))
            shell.on_first_frame(log.visitors_come)
            if os.environ.get("KIOSK_EXIT_AFTER_FIRST_FRAME"):
                _say_and_leave(shell)
            else:
                shell.on_first_frame(partial(open_desk, kiosk, partial(app.exit, RESTART_WANTED)))
                shell.on_first_frame(partial(keep_settings, settled))
                heartbeat = begin_to_beat(shell, afterwards)
                shell.on_first_frame(
                    partial(
                        go_on,
                        shell,
                        signals,
                        afterwards,
                        site_file=site_file,
                        settled=settled,
                        heartbeat=heartbeat,
                        log=log,
                        begin_anew=partial(app.exit, BEGIN_ANEW),
                    )
                )
            shell.show(size)
            shell.on_first_frame(settle_memory)
            code = app.exec()
            taken = heartbeat.hand_over() if code == BEGIN_ANEW and heartbeat else {}
        if code == BEGIN_ANEW:
            told = signals.hold()
            code = begin_anew(taken) if told is None else told
        leave_what_hangs(code)
        return code
    except ShellError as error:
        _LOG.error("%s", error)
        return CONTENT_UNUSABLE
    finally:
        signals.deleteLater()


def prepare(site_file: Path | None) -> int:
    """Compile pages and content ahead; returns the exit code."""
    prepare_environment()
    from kiosk.bridge.qml_cache import make_ahead  # noqa: PLC0415

    cache = paths.cache_dir()
    if cache is None:
        print("kiosk: no cache folder can be written; the kiosk starts without one, a little slower.")
        return 0
    made = make_ahead(paths.QML, cache / "qml")
    load_kiosk(site_file)
    print(f"kiosk: pages {'and content ' if made else 'could not be compiled; content '}compiled into {cache}")
    return 0 if made else CONTENT_UNUSABLE


def tour(site_file: Path | None, out: Path, asked: Asked) -> int:
    """Draw the screens that are asked for into `out`; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(levelname)s: %(message)s")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    prepare_environment()
    _app = open_platform()
    from kiosk.bridge.tour import Tour  # noqa: PLC0415

    now = [0.0]
    with Running(load_kiosk(site_file, lambda: now[0])) as shell:
        problems = Tour(shell, now, out).draw(asked)
    for problem in problems:
        print(f"kiosk: {problem}", file=sys.stderr)
    return CONTENT_UNUSABLE if problems else 0
