"""The drawn mammograms that there are, and the door by which QML gets their pixels.

Light: it stands ready before the first frame, and imports what reads pictures when the first one is asked for.
"""

from __future__ import annotations

import logging
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.explorer.mammogram import Mammogram

_LOG = logging.getLogger(__name__)
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_MOST_NAMES = 1000


class Gallery:
    """The pictures below `assets`, each opened when it is first asked for. Any thread may ask."""

    def __init__(self, assets: Path) -> None:
        self._folder = assets / "mammograms"
        self._lock = threading.Lock()
        self._open: dict[str, Mammogram] = {}
        self._refused: set[tuple[str, float | None]] = set()
        self._told: set[str] = set()

    def get(self, ident: str, pixel_mm: float | None = None) -> Mammogram | None:
        """The picture, always the same object; None when it cannot be shown, which the log then says once.

        `pixel_mm` (mm per pixel) is for a picture that does not say it itself.
        """
        if not _NAME.fullmatch(ident):
            return None
        with self._lock:
            if ident not in self._open and (ident, pixel_mm) not in self._refused and len(self._refused) < _MOST_NAMES:
                self._load(ident, pixel_mm)
            return self._open.get(ident)

    def forget(self) -> None:
        """Hold no picture any more: which ones are open, and which of their tiles were found damaged, tells what a
        visitor looked at. A file that has been mended meanwhile is looked at again.
        """
        with self._lock:
            self._open.clear()
            self._refused.clear()

    def _load(self, ident: str, pixel_mm: float | None) -> None:
        from kiosk.explorer.mammogram import MammogramError, load  # noqa: PLC0415 - not before the first frame

        try:
            found = load(self._folder / ident, pixel_mm)
        except MammogramError as error:
            self._refused.add((ident, pixel_mm))
            self._tell(f"the picture {ident} is not shown: {error}")
            return
        for fault in found.faults:
            self._tell(f"the picture {ident}: {fault}")
        self._open[ident] = found

    def _tell(self, fault: str) -> None:
        """Log a fault once and never again: the log must not say when somebody looks at what."""
        if fault not in self._told:
            self._told.add(fault)
            _LOG.warning("%s", fault)


class MammogramProvider(QQuickImageProvider):
    """`image://mammogram/...`: see `kiosk.bridge.mammograms`. What cannot be shown is one clear pixel, never an error.

    Images load in Qt's reader thread, but for the very first. There, Qt asks the provider for its type while it holds
    the reader's lock, and PySide takes Python's lock to answer for the first time (then it remembers that nothing is
    overridden). The window's thread, in Python and about to make another image, waits for the reader's lock: neither
    goes on. So the first image is read where it is asked for: the shell asks for an empty one after its first frame.
    """

    def __init__(self, gallery: Gallery) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._gallery = gallery
        self._asked = False

    def flags(self) -> QQuickImageProvider.Flag:
        """Asynchronous from the second image on."""
        return QQuickImageProvider.Flag.ForceAsynchronousImageLoading if self._asked else QQuickImageProvider.Flag(0)

    def requestImage(self, ident: str, size: QSize, requested: QSize) -> QImage:
        self._asked = True
        image = self._answer(ident, requested) if "/" in ident else clear()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _answer(self, ident: str, requested: QSize) -> QImage:
        try:
            from kiosk.bridge.mammograms import answer  # noqa: PLC0415 - not before the first frame

            return answer(self._gallery, ident, requested) or clear()
        except Exception:  # an error has nobody to go to in Qt's thread
            _LOG.exception("%s cannot be drawn", ident)
            return clear()


def clear() -> QImage:
    """One pixel that nobody sees."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.setPixel(0, 0, 0)
    return image
