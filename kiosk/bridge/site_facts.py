"""What the site says of itself and of its glass, for QML. Nothing of it changes while the kiosk runs, but its words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.direction import apart, left_to_right
from kiosk.bridge.models import CenterModel, NoticeModel
from kiosk.bridge.notice import Notice
from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.settings.model import Keypad, Screen, Site, Speech

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
        self._words = ""
        self.notice_pages = Notice(site)
        self._centers = CenterModel(self)
        # Telephone and hours follow a word of the visitor's language, in one text with it.
        self._centers.replace(
            [(c.name, list(c.address), left_to_right(c.phone), [apart(h) for h in c.hours]) for c in site.centers]
        )
        self._pictures: NoticeModel | None = None

    def speak(self, code: str, words: str) -> None:
        """Give the notice in the language `code`: the site's own, else `words`."""
        own = self._site.language_help.notice.get(code, "") if self._site.language_help else ""
        if (own or words) != self._words:
            self._words = own or words
            self.changed.emit()

    @property
    def settings(self) -> Site:
        """All that IT has decided, for Python."""
        return self._site

    @property
    def screen(self) -> Screen:
        """The glass, for Python."""
        return self._site.screen

    @property
    def speech(self) -> Speech:
        """Voices and volume, for Python."""
        return self._site.speech

    @property
    def keypad(self) -> Keypad:
        """What the keys do, for Python."""
        return self._site.keypad

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
        return self._words

    @Property(NoticeModel, constant=True)
    def noticePictures(self) -> NoticeModel:
        """The pictures that can be shown; no file is looked at before somebody asks."""
        if self._pictures is None:
            self._pictures = NoticeModel(self)
            pages = enumerate(self.notice_pages.pages)
            self._pictures.replace(
                [(n, page.size[1] / page.size[0], page.picture.alt) for n, page in pages if page.size]
            )
        return self._pictures

    @Property(bool, constant=True)
    def noticeLacks(self) -> bool:
        """Whether there is a picture that cannot be shown."""
        return any(page.size is None for page in self.notice_pages.pages)

    @Property(float, constant=True)
    def noticeColumnMm(self) -> float:
        """How wide a column of pictures must be, so that the smallest letters of all stand 20 points high."""
        return self.notice_pages.column_mm()

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
