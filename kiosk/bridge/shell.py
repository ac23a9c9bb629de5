"""The engine and the window: QML loaded from the package, one `Kiosk` handed to it as a typed property."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.fonts import load_desk_fonts, load_reading_fonts
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.pictures import Pictures

_LOG = logging.getLogger(__name__)


class ShellError(Exception):
    """The screens cannot be loaded; the message is for staff."""


class Shell:
    """One kiosk on one window. `close` destroys the engine before the objects it shows."""

    def __init__(self, kiosk: Kiosk, qml: Path, assets: Path) -> None:
        self.kiosk = kiosk
        self._warnings: deque[str] = deque(maxlen=200)  # a kiosk runs for months
        for name in load_reading_fonts(assets):
            _LOG.error("font %s cannot be read; install the package again", name)
        if kiosk.screen == "closed":
            load_desk_fonts(assets)
        self.engine = QQmlApplicationEngine()
        self.engine.setOutputWarningsToStandardError(False)
        self.engine.warnings.connect(self._note)
        self.engine.addImageProvider("kiosk", Pictures(assets))
        self.engine.addImportPath(str(qml))
        self.engine.setInitialProperties({"kiosk": kiosk})
        self.engine.loadFromModule("Kiosk.Shell", "Main")
        roots = self.engine.rootObjects()
        if not roots:
            raise ShellError("the screens cannot be loaded: " + "; ".join(self.warnings))
        window = roots[0]
        assert isinstance(window, QQuickWindow)
        self.window = window
        # The first screen has nothing to time: watching begins with the first visit.
        kiosk.placeChanged.connect(self._watch)
        kiosk.failed.connect(lambda: load_desk_fonts(assets))

    def _watch(self) -> None:
        from kiosk.bridge.activity import Activity  # noqa: PLC0415

        self.kiosk.placeChanged.disconnect(self._watch)
        self.window.installEventFilter(Activity(self.kiosk))

    def _note(self, warnings: list[QQmlError]) -> None:
        for warning in warnings:
            self._warnings.append(warning.toString())
            _LOG.warning("%s", warning.toString())

    @property
    def warnings(self) -> list[str]:
        """What Qt and the pages complained of, the last two hundred."""
        return list(self._warnings)

    def show(self, size: tuple[int, int] | None) -> None:
        """Show the window at `size` pixels, or full screen."""
        if size:
            self.window.resize(*size)
            self.window.show()
        else:
            # Without a window manager nobody else makes the window as large as the glass.
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()

    def keep_open(self, closable: bool) -> None:
        """Whether the window system may close the window; a full-screen kiosk stays."""
        self.window.setProperty("closable", closable)

    def on_first_frame(self, call: Callable[[], None]) -> None:
        """Call once when the first complete frame stands on the glass."""

        def once() -> None:
            self.window.frameSwapped.disconnect(once)
            call()

        self.window.frameSwapped.connect(once)

    def close(self) -> None:
        """Destroy window and engine, then whatever they still showed."""
        self.window.close()
        shiboken6.delete(self.engine)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
