"""Puts the rooms together: settings -> catalog -> session -> bridge -> window. The only place that knows them all."""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.exits import CONTENT_UNUSABLE, NO_DISPLAY, RESTART_WANTED

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtGui import QGuiApplication

    from kiosk.bridge.heartbeat import Heartbeat
    from kiosk.bridge.kiosk import Kiosk
    from kiosk.bridge.shell import Shell
    from kiosk.bridge.speech import Speaker
    from kiosk.bridge.tour_plan import Asked

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
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    def handler(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            platform = os.environ.get("QT_QPA_PLATFORM")
            asked = f" (QT_QPA_PLATFORM is {platform})" if platform else ""
            print(f"kiosk: no display can be opened{asked}; start it inside a graphical session.", file=sys.stderr)
            sys.stderr.flush()
            os._exit(NO_DISPLAY)

    qInstallMessageHandler(handler)
    app = QGuiApplication(["kiosk"])
    qInstallMessageHandler(_log_qt)
    app.setApplicationName("imaging-kiosk")
    return app


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    from PySide6.QtCore import QtMsgType  # noqa: PLC0415

    serious = kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)
    level = logging.CRITICAL if kind is QtMsgType.QtFatalMsg else logging.WARNING if serious else logging.DEBUG
    logging.getLogger("qt").log(level, "%s", text)


def load_kiosk(site_file: Path, clock: Callable[[], float] = time.monotonic, content: Path | None = None) -> Kiosk:
    """The kiosk for one site. Problems are logged for staff; whatever is usable is shown."""
    from kiosk.bridge.kiosk import Kiosk  # noqa: PLC0415
    from kiosk.catalog import load  # noqa: PLC0415
    from kiosk.settings import load_site  # noqa: PLC0415

    site, problems = load_site(site_file, cache=paths.cache_dir())
    catalog = load(
        content or paths.CONTENT,
        paths.ASSETS,
        choices=site.choices,
        languages=site.languages,
        cache=paths.cache_dir(),
    )
    for problem in (*problems, *catalog.problems):
        _LOG.warning("%s", problem)
    kiosk = Kiosk(catalog, site, clock)
    kiosk.faults = sum(problem.severity == "error" for problem in (*problems, *catalog.problems))
    return kiosk


def _say_and_leave() -> None:
    """For tests and measurements: the first complete frame stands on the glass."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    print("first frame", flush=True)
    QCoreApplication.exit(0)


def _tell_of_reach(shell: Shell) -> None:
    """Tell staff once when the glass hangs so high that lower buttons cannot all be reached."""
    from kiosk.settings.reach import too_high  # noqa: PLC0415 - after the first frame

    if fault := too_high(shell.kiosk.site.screen, shell.window.width(), shell.window.height()):
        _LOG.warning("%s; %s", *fault)


def _settle_memory() -> None:
    """What start-up made lives as long as the process: collected once after the first frame, then left alone."""
    gc.collect()
    gc.freeze()


def _heartbeat(shell: Shell, afterwards: ExitStack) -> Heartbeat | None:
    """From now on whoever started the kiosk knows how it is; None where nobody wants to."""
    if "NOTIFY_SOCKET" not in os.environ:
        return None
    from kiosk.bridge.heartbeat import Heartbeat  # noqa: PLC0415 - only where somebody listens
    from kiosk.health.notify import listener  # noqa: PLC0415

    notifier = listener(os.environ)
    if notifier is None:
        return None
    heartbeat = Heartbeat(shell.window, notifier, "The kiosk is ready.", shell.engine)
    afterwards.callback(heartbeat.stop)
    return heartbeat


def _stands_on_first_screen(folder: Path) -> bool:
    """Whether what staff have set shows before anybody touches the glass: a pause, or another language first."""
    if not (folder / "desk.json").exists():  # by its name: most kiosks need nothing of what reads it
        return False
    from kiosk.staff.marks import Marks  # noqa: PLC0415

    mark = Marks(folder).now
    return bool(mark.rest or mark.first_language)


def _open_desk(kiosk: Kiosk, restart: Callable[[], None]) -> None:
    """From now on the front desk remembers, and can have the kiosk started again."""
    if not kiosk.desk.remembers:
        kiosk.desk.remember(paths.state_dir())
    kiosk.desk.restartWanted.connect(restart)


def _keep_well(shell: Shell, heartbeat: Heartbeat | None, afterwards: ExitStack) -> None:
    """From now on the kiosk looks after itself and says what it needs staff for, until the window goes."""
    well = _answer_outside(shell, afterwards)
    from kiosk.bridge.upkeep import Upkeep  # noqa: PLC0415 - after the first frame
    from kiosk.health.last_words import listen  # noqa: PLC0415

    listen()
    upkeep = Upkeep(shell, paths.state_dir(), heartbeat, control_off=not well)
    afterwards.callback(upkeep.close)


def _answer_outside(shell: Shell, afterwards: ExitStack) -> bool:
    """From now on `kiosk ctl` is answered, until the window goes; whether it is, where the site wishes it."""
    from kiosk.bridge.control import answering  # noqa: PLC0415 - after the first frame

    control = answering(shell, paths.CONTENT)
    if control is None:
        return True
    afterwards.callback(control.close)
    return not control.needs


def leave_what_hangs(code: int) -> None:
    """End the process here where a speech engine hangs in its thread: Qt would abort it instead."""
    engine = sys.modules.get("kiosk.bridge.voice.qt_engine")
    if engine is not None and engine.LEFT:
        logging.shutdown()
        sys.stdout.flush()
        os._exit(code)


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


def run(site_file: Path, size: tuple[int, int] | None) -> int:
    """Run the kiosk until it is told to end; returns the exit code."""
    faulthandler.enable()  # a process that dies says where it stood
    logging.basicConfig(level=logging.INFO, format="%(name)s: %(levelname)s: %(message)s")
    if site_file != paths.DEMO_SITE and not site_file.is_file():
        print(f"kiosk: there is no settings file {site_file}; correct the name after --site.", file=sys.stderr)
        return CONTENT_UNUSABLE
    prepare_environment()
    app = open_platform()
    from kiosk.bridge.qml_cache import make_ahead  # noqa: PLC0415
    from kiosk.bridge.shell import ShellError  # noqa: PLC0415
    from kiosk.bridge.signals import Signals  # noqa: PLC0415

    cache = paths.cache_dir()
    if cache:
        make_ahead(paths.QML, cache / "qml")
    signals = Signals(app)
    try:
        kiosk = load_kiosk(site_file)
        if _stands_on_first_screen(paths.state_dir()):
            kiosk.desk.remember(paths.state_dir())
        with Running(kiosk, audible=True) as shell, ExitStack() as afterwards:
            shell.keep_open(size is not None)
            shell.on_first_frame(partial(_tell_of_reach, shell))
            if os.environ.get("KIOSK_EXIT_AFTER_FIRST_FRAME"):
                shell.on_first_frame(_say_and_leave)
            else:
                shell.on_first_frame(partial(_open_desk, kiosk, partial(app.exit, RESTART_WANTED)))
                shell.on_first_frame(partial(_keep_well, shell, _heartbeat(shell, afterwards), afterwards))
            shell.show(size)
            shell.on_first_frame(_settle_memory)
            code = app.exec()
        leave_what_hangs(code)
        return code
    except ShellError as error:
        _LOG.error("%s", error)
        return CONTENT_UNUSABLE
    finally:
        signals.deleteLater()


def prepare(site_file: Path) -> int:
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


def tour(site_file: Path, out: Path, asked: Asked) -> int:
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
