"""The window of `kiosk safe`: full screen, deaf to every key and touch, ended by a signal alone.

Long-lived and small: one timer wanders the words against burn-in, one tells the supervisor that it is alive.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, QPoint, QSize, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QRasterWindow

from kiosk.exits import ENDED, NO_DISPLAY, WRONG_COMMAND_LINE
from kiosk.health.notify import Notifier, listener
from kiosk.safe.painting import load_fonts, paint

_REACH = 8
"""Pixels that the words wander away from their place."""
_STEP_MS = 25_000
_DESIGN = (1080, 1920)
_INPUT = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride),
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel),
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove, QEvent.Type.Wheel),
        *(QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease),
    }
)


def wave(step: int, reach: int) -> int:
    """To and fro between -reach and reach, a pixel a step, from 0 on."""
    at = (step + reach) % (4 * reach)
    return at - reach if at <= 2 * reach else 3 * reach - at


class SafeWindow(QRasterWindow):
    """The glass."""

    def __init__(self, notifier: Notifier | None, *, closable: bool = False) -> None:
        super().__init__()
        self.steps = 0
        """How often the words have moved."""
        self._notifier = notifier
        self._closable = closable
        self._ready = False
        self.setTitle("imaging-kiosk")
        if not closable:
            self.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
            self.setCursor(Qt.CursorShape.BlankCursor)
        self._timer(_STEP_MS, self._wander)
        if notifier is not None and notifier.watchdog is not None:
            self._timer(round(notifier.watchdog * 500), self._pulse)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        with QPainter(self) as painter:
            paint(painter, self.size(), QPoint(wave(self.steps, _REACH), wave(self.steps, _REACH - 1)))
        if self._notifier is not None:
            if not self._ready:
                self._ready = True
                self._notifier.ready("The kiosk cannot be started; the glass asks patients to come to the desk.")
            self._notifier.beat()

    def event(self, event: QEvent) -> bool:
        if event.type() in _INPUT:
            event.accept()
            return True
        return bool(super().event(event))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self._closable)

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.timeout.connect(call)
        timer.start(milliseconds)

    def _wander(self) -> None:
        self.steps += 1
        self.update()

    def _pulse(self) -> None:
        """What is painted beats; a window that nobody can see paints nothing."""
        if self.isExposed():
            self.update()
        elif self._notifier is not None:
            self._notifier.beat()


def main(words: Sequence[str]) -> int:
    """Show the sentences until a signal ends it, or paint them into a file; returns the exit code."""
    try:
        asked = _parser().parse_args(words)
    except SystemExit as error:
        return WRONG_COMMAND_LINE if error.code else ENDED
    # The system's own way: there is nothing to put in order, and nothing that could keep it from ending.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
    if asked.picture:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_opening)
    app = QGuiApplication(["kiosk"])
    qInstallMessageHandler(_say)
    load_fonts()
    if asked.picture:
        return _draw(asked.picture, QSize(*asked.windowed or _DESIGN))
    window = SafeWindow(listener(os.environ), closable=asked.windowed is not None)
    if asked.windowed:
        window.resize(*asked.windowed)
        window.show()
    else:
        window.setGeometry(window.screen().geometry())
        window.showFullScreen()
    return app.exec()


def _draw(file: Path, size: QSize) -> int:
    image = QImage(size, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint(painter, size, QPoint())
    return ENDED if image.save(str(file)) else 1


def _opening(kind: QtMsgType, _context: QMessageLogContext, _text: str) -> None:
    """While the display is opened, Qt's last words, before it would abort, mean that there is none."""
    if kind == QtMsgType.QtFatalMsg:
        platform = os.environ.get("QT_QPA_PLATFORM")
        asked = f" (QT_QPA_PLATFORM is {platform})" if platform else ""
        print(
            f"kiosk: no display can be opened{asked}; start it inside a graphical session.", file=sys.stderr, flush=True
        )
        os._exit(NO_DISPLAY)


def _say(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's words for staff."""
    if kind != QtMsgType.QtDebugMsg:
        print(f"kiosk: {text}", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk safe", description='Show "please ask at the desk" in every language, and nothing else.'
    )
    parser.add_argument("--windowed", type=_size, metavar="WxH", help="in a window of this size")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="paint it into this file instead")
    return parser


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; write width x height in pixels, such as 540x960")
    return int(match[1]), int(match[2])
