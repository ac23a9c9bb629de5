"""The topic page that is open, in the language in use."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.direction import apart
from kiosk.bridge.models import BlockModel
from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.bridge.words import Words
from kiosk.catalog.model import Book, Topic

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class Page(QObject):
    """One topic's words, ready to draw; empty while no topic is open."""

    changed = Signal()

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._topic: Topic | None = None
        self._next: Topic | None = None
        self._place = ""
        self._code = ""
        self._blocks = BlockModel(self)

    def show(self, book: Book | None, topic_id: str) -> None:
        """Open `topic_id` of `book`; an empty id closes the page and keeps nothing of it."""
        topics = book.topics if book else ()
        self._code = book.code if book else ""
        index = next((i for i, t in enumerate(topics) if t.id == topic_id), -1)
        self._topic = topics[index] if index >= 0 else None
        self._next = topics[(index + 1) % len(topics)] if index >= 0 and len(topics) > 1 else None
        self._place = self._words.get("topic.place").format(n=index + 1, total=len(topics)) if index >= 0 else ""
        self._blocks.fill(self._topic.blocks if self._topic else ())
        self.changed.emit()

    @Property(str, notify=changed)
    def topicId(self) -> str:
        return self._topic.id if self._topic else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._topic.title if self._topic else ""

    @Property(str, notify=changed)
    def says(self) -> str:
        return self._topic.says if self._topic else ""

    @Property(str, notify=changed)
    def ask(self) -> str:
        return self._topic.ask if self._topic else ""

    @Property(str, notify=changed)
    def scene(self) -> str:
        return self._topic.scene if self._topic else ""

    @Property(str, notify=changed)
    def tint(self) -> str:
        return self._topic.tint if self._topic else ""

    @Property(str, notify=changed)
    def place(self) -> str:
        """ "2 of 8"."""
        return self._place

    @Property(BlockModel, constant=True)
    def blocks(self) -> BlockModel:
        return self._blocks

    @Property(str, notify=changed)
    def nextId(self) -> str:
        return self._next.id if self._next else ""

    @Property(str, notify=changed)
    def nextTitle(self) -> str:
        return self._next.title if self._next else ""

    @Property(str, notify=changed)
    def sources(self) -> str:
        if not self._topic or not self._topic.publishers:
            return ""
        return self._words.get("footer.sources").format(publishers=", ".join(map(apart, self._topic.publishers)))

    @Property(str, notify=changed)
    def review(self) -> str:
        """Who checked the page and when it is due again, or that nobody has yet."""
        if not self._topic:
            return ""
        review = self._topic.review
        if not review.by:
            return self._words.get("footer.not_reviewed")
        checked = self._words.get("footer.reviewed").format(by=apart(review.by), on=self._day(review.on))
        return checked + " " + self._words.get("footer.next_review").format(next=self._day(review.next))

    def _day(self, iso: str) -> str:
        """A date as the language in use writes it, in the digits of the clinic's letters."""
        year, month, day = map(int, iso.split("-"))
        text = QLocale(self._code).toString(QDate(year, month, day), QLocale.FormatType.LongFormat)
        return apart("".join(str(int(char)) if char.isdecimal() else char for char in text))
