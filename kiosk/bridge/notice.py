"""The pictures of the site's notice: which can be shown, and their pixels at the size they are shown.

They are examined once, when the first screen stands; what is wrong is logged then, and later only once a picture that a
disk has lost since: the log must not say when somebody looked at the notice.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

from kiosk.settings.model import Site

if TYPE_CHECKING:
    from kiosk.settings.notice import Page

_LOG = logging.getLogger(__name__)


class Notice:
    """The pages of one site's notice, by their place in the settings."""

    def __init__(self, site: Site) -> None:
        self._screen = site.screen
        self._pictures = site.language_help.pictures if site.language_help else ()
        self._pages: tuple[Page, ...] | None = None
        self._lost: set[int] = set()

    def examine(self) -> None:
        """Read every file and log what is wrong with it, unless that has been done."""
        if self._pages is not None:
            return
        from kiosk.settings.notice import examine  # noqa: PLC0415 - not before the first frame

        self._pages = tuple(examine(picture, self._screen) for picture in self._pictures)
        for page in self._pages:
            if page.fault:
                _LOG.warning("%s: %s; %s", page.picture.file, page.fault.what, page.fault.mend)

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, examined."""
        self.examine()
        return self._pages or ()

    def column_mm(self) -> float:
        """How wide (mm) a column of pages must be, so that all their letters stand 20 points high."""
        from kiosk.settings.notice import column_mm  # noqa: PLC0415

        return max((column_mm(page.picture, page.size[0]) for page in self.pages if page.size), default=0.0)

    def draw(self, number: int, requested: QSize) -> QImage | None:
        """Page `number`, `requested` px wide or as wide as its file; None when it cannot be shown. In any thread."""
        from kiosk.settings.notice import PageError, read_page  # noqa: PLC0415

        if not 0 <= number < len(self._pictures):
            return None
        path = Path(self._pictures[number].file)
        try:
            data, size = read_page(path)
        except PageError as error:
            self._lose(number, f"{path}: {error.fault.what}; {error.fault.mend}")
            return None
        reader = QImageReader(str(path), _form(data))  # a device made here could lock up: kiosk/bridge/mammograms.py
        reader.setAutoDetectImageFormat(False)  # guessing loads the plug-ins of every form
        whole = QSize(*size)
        if not requested.isEmpty() and requested.width() < whole.width():
            reader.setScaledSize(QSize(requested.width(), max(1, round(size[1] * requested.width() / size[0]))))
        image = reader.read()
        if image.isNull():
            self._lose(number, f"{path}: the picture is damaged ({reader.errorString()}); save it again")
            return None
        return image

    def _lose(self, number: int, told: str) -> None:
        if number not in self._lost:
            self._lost.add(number)
            _LOG.warning("%s", told)


def _form(data: bytes) -> bytes:
    from kiosk.reading.heads import is_png  # noqa: PLC0415

    return b"png" if is_png(data) else b"jpg"
