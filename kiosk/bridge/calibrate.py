"""The window of `kiosk calibrate`, from the first frame to the exit code.

Owns engine and window, and what is said at the terminal. Must not know how the size is reckoned.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import exits, paths
from kiosk.bridge.calibration import Calibration
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.pictures import Pictures
from kiosk.catalog.faces import files_of
from kiosk.settings.calibration import MOST_INCH
from kiosk.settings.writing import keep_value

_FACES = ("Literata", "Atkinson Hyperlegible Next")
_SOCKETS = "wayland-*"
_NAMED = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")


def glass_of(environ: Mapping[str, str], folder: Path = paths.SYSTEM_RUN / "wayland") -> dict[str, str]:
    """What to add to the environment so that the window stands over the kiosk of this machine.

    Nothing where the environment names a display, or where no compositor of the kiosk's runs, or may be asked.
    """
    if any(environ.get(name) for name in _NAMED):
        return {}
    try:
        found = sorted(path for path in folder.glob(_SOCKETS) if path.is_socket())
    except OSError:
        return {}
    # The whole path: the folder of the kiosk's user is none of ours.
    return {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": str(found[0])} if found else {}


class Calibrating:
    """The window, taken apart in the right order at the end."""

    def __init__(self, inch: float, file: Path) -> None:
        """`inch`: what the settings say of the glass. `file`: where the size goes."""
        for family in _FACES:
            for path in files_of(paths.ASSETS / "fonts", family).values():
                QFontDatabase.addApplicationFont(str(path))
        self.calibration = Calibration(inch, lambda inch: keep_value(file, "screen", "diagonal_inch", f"{inch:g}"))
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider("kiosk", Pictures(paths.ASSETS, Gallery(paths.ASSETS), None))
        self.engine.addImportPath(str(paths.QML))
        self.engine.setInitialProperties({"calibration": self.calibration, "diagonalInch": MOST_INCH})
        self.engine.loadFromModule("Kiosk.Calibrate", "Main")
        (window,) = self.engine.rootObjects()
        assert isinstance(window, QQuickWindow)
        self.window = window

    def close(self) -> None:
        """Destroy the window before what it shows."""
        self.window.close()
        shiboken6.delete(self.engine)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def run(app: QGuiApplication, inch: float, file: Path) -> tuple[int, float | None]:
    """Let somebody match a card on the whole glass; returns the exit code, and the inches that were kept, if any."""
    # The system's own way: nothing is half done before somebody saves.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    calibrating = Calibrating(inch, file)
    calibration = calibrating.calibration
    calibration.left.connect(app.quit)
    window = calibrating.window
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()
    app.exec()
    calibrating.close()
    if calibration.saved is not None:
        print(f"Done: {file} says that the screen has {calibration.saved:g} inches.")
        return exits.ENDED, calibration.saved
    if calibration.failed:
        print(f"kiosk: {calibration.fault}", file=sys.stderr)
        return exits.CONTENT_UNUSABLE, None
    print("Nothing was changed.")
    return exits.ENDED, None
