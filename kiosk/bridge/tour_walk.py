"""Where a tour goes: everything a visitor can see, one after another, by the kiosk's own intents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.models import FIRST_ROLE, BlockModel, ItemModel, RowModel
from kiosk.bridge.speech import Mute
from kiosk.bridge.tour_explorer import find_explorer, walk
from kiosk.bridge.tour_plan import PERCENTS, Look
from kiosk.bridge.tour_staff import walk as walk_staff
from kiosk.session.model import Reset, SetComfort

PLAIN = PERCENTS[0]


@dataclass(frozen=True)
class Place:
    """One thing to look at: its name for the file, its title for the sheet; `block`: the part to scroll to."""

    name: str
    title: str
    scrolls: bool = True
    block: str = ""


class Walk:
    """Leads a kiosk from place to place; each place stands there when it is given."""

    def __init__(
        self, kiosk: Kiosk, root: QQuickItem, settle: Callable[[], object], pass_time: Callable[[float], None]
    ):
        """`root`: the window's content; `settle` waits until it stands still; `pass_time` moves the kiosk's clock."""
        self._kiosk = kiosk
        self._root = root
        self._settle = settle
        self._pass_time = pass_time

    def visit(self, look: Look) -> Iterator[Place]:
        """Everything, from the first screen to thanks, and what staff see."""
        kiosk = self._kiosk
        self._begin(look)
        yield Place("attract", "First screen")
        kiosk.chooseLanguage(look.language)
        yield Place("home", "Home")
        kiosk.showLanguages()
        yield Place("languages", "Choosing another language")
        yield from self._sheets()
        for topic in _first(kiosk.topics):
            yield from self._topic(topic)
        yield from self._explorer()
        yield from self._listening()
        if kiosk.site.hasCenters:
            kiosk.openCenters()
            yield Place("centers", "Our centers")
        kiosk.goHome()
        yield Place("home-visited", "Home, every topic seen")
        self._pass_time(700)
        yield Place("warning", "Are you still there?", scrolls=False)
        kiosk.endSession()
        yield Place("thanks", "Thank you", scrolls=False)
        self._pass_time(10)
        # Staff pages know neither text sizes nor themes.
        if look.percent == PLAIN and not look.high_contrast:
            for name, title in walk_staff(kiosk, look.language, self._pass_time):
                yield Place(name, title, scrolls="panel" in name or "needs" in name)

    def glance(self, look: Look) -> Iterator[Place]:
        """One of each kind: home, a topic, the explorer, ease of use."""
        kiosk = self._kiosk
        self._begin(look)
        kiosk.chooseLanguage(look.language)
        yield Place("home", "Home")
        for topic in _first(kiosk.topics)[:1]:
            kiosk.openTopic(topic)
            yield Place(topic, kiosk.page.title)
        for place, _ in zip(self._explorer(), range(2), strict=False):
            yield place
        kiosk.goHome()
        yield from self._sheets()
        yield from self._listening()
        kiosk.endSession()

    def closed(self) -> Iterator[Place]:
        """What stands there when no content can be shown."""
        yield Place("closed", "Nothing can be shown", scrolls=False)

    def _begin(self, look: Look) -> None:
        self._kiosk.send(Reset())
        comfort = SetComfort(text_percent=look.percent, high_contrast=look.high_contrast, less_motion=True)
        self._kiosk.send(comfort)

    def _sheets(self) -> Iterator[Place]:
        self._kiosk.showEase()
        yield Place("ease", "Ease of use")
        if self._kiosk.site.hasHelp:
            self._kiosk.showHelp()
            yield Place("help", "Free language help")
        self._kiosk.closeOverlay()

    def _listening(self) -> Iterator[Place]:
        """What reading aloud looks like; nothing is said."""
        kiosk, speech = self._kiosk, self._kiosk.speech
        speech.use(Mute)
        kiosk.goHome()
        speech.offer()
        yield Place("offer", "Whether to read aloud, after the first key")
        speech.accept()
        for topic in _first(kiosk.topics)[:1]:
            kiosk.openTopic(topic)
            yield Place(f"{topic}-listening", f"{kiosk.page.title}, read aloud", scrolls=False)
        speech.showSettings()
        yield Place("voice", "Speed and volume")
        speech.showKeys()
        yield Place("keys", "What the keys do")
        kiosk.closeOverlay()
        speech.toggle()
        speech.tell(kiosk.words.get("voice.missing"))
        yield Place("no-voice", "No voice for this language", scrolls=False)
        speech.tell("")
        kiosk.goHome()

    def _explorer(self) -> Iterator[Place]:
        self._kiosk.openExplorer()
        self._settle()
        if explorer := find_explorer(self._root):
            for name, title in walk(explorer):
                yield Place(name, title, scrolls=False)

    def _topic(self, topic: str) -> Iterator[Place]:
        kiosk = self._kiosk
        kiosk.openTopic(topic)
        title = kiosk.page.title
        yield Place(topic, title)
        for tab in list(_ids(kiosk.page.blocks, "tabs"))[1:]:
            kiosk.chooseTab(tab)
            yield Place(f"{topic}-{tab}", f"{title}: {tab.replace('_', ' ')}")
        for block, name in _expanders(kiosk.page.blocks):
            kiosk.toggleBlock(block)
            yield Place(f"{topic}-{block}", f"{title}: {name}", block=block)


def _first(model: RowModel) -> list[str]:
    """The first value of each row."""
    return [str(model.data(model.index(row, 0), FIRST_ROLE)) for row in range(model.rowCount())]


def _rows(model: BlockModel) -> Iterator[dict[str, Any]]:
    for row in range(model.rowCount()):
        yield {name: model.data(model.index(row, 0), FIRST_ROLE + i) for i, name in enumerate(model.NAMES)}


def _ids(model: BlockModel, kind: str) -> Iterator[str]:
    """The ids of the parts of all blocks of this kind."""
    for row in _rows(model):
        if row["kind"] == kind:
            items = row["items"]
            assert isinstance(items, ItemModel)
            yield from _first(items)


def _expanders(model: QObject) -> Iterator[tuple[str, str]]:
    assert isinstance(model, BlockModel)
    for row in _rows(model):
        if row["kind"] == "expander":
            yield str(row["blockId"]), str(row["title"])
