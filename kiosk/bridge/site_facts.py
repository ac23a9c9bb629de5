"""What the site says of itself and of its glass, for QML. Nothing of it changes while the kiosk runs, but its words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.direction import apart, left_to_right
from kiosk.bridge.models import CenterModel, NoticeModel
from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.settings.model import Site

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class SiteFacts(QObject):
    """One site: its name, its centers, its notice of language help, its glass in millimeters."""

    changed = Signal()

    def __init__(self, site: Site, parent: QObject) -> None:
        super().__init__(parent)
        self._site = site
        self._notice = ""
        self._centers = CenterModel(self)
        # Telephone and hours follow a word of the visitor's language, in one text with it.
        self._centers.replace(
            [(c.name, list(c.address), left_to_right(c.phone), [apart(h) for h in c.hours]) for c in site.centers]
        )
        self._pictures = NoticeModel(self)
        pictures = site.language_help.pictures if site.language_help else ()
        self._pictures.replace([(QUrl.fromLocalFile(str(Path(p.file))), p.letter_px, p.alt) for p in pictures])

    def speak(self, code: str, words: str) -> None:
        """Give the notice in the language `code`: the site's own, else `words`."""
        own = self._site.language_help.notice.get(code, "") if self._site.language_help else ""
        if (own or words) != self._notice:
            self._notice = own or words
            self.changed.emit()

    @Property(str, constant=True)
    def name(self) -> str:
        return self._site.name

    @Property(CenterModel, constant=True)
    def centers(self) -> CenterModel:
        return self._centers

    @Property(bool, constant=True)
    def hasCenters(self) -> bool:
        return bool(self._site.centers)

    @Property(bool, constant=True)
    def hasHelp(self) -> bool:
        """Whether the site gives notice of language help."""
        return self._site.language_help is not None

    @Property(str, notify=changed)
    def notice(self) -> str:
        return self._notice

    @Property(NoticeModel, constant=True)
    def noticePictures(self) -> NoticeModel:
        return self._pictures

    @Property(float, constant=True)
    def diagonalInch(self) -> float:
        return self._site.screen.diagonal_inch

    @Property(float, constant=True)
    def viewingDistanceMm(self) -> float:
        return float(self._site.screen.viewing_distance_mm)

    @Property(float, constant=True)
    def mountHeightMm(self) -> float:
        return float(self._site.screen.mount_height_mm)

    @Property(float, constant=True)
    def reachMm(self) -> float:
        return float(self._site.screen.reach_mm)
