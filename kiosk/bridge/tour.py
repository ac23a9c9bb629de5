"""Draws every screen to files, so that a clinician can sign off without a kiosk.

Drives the real window through its own intents on a clock that the tour moves; waits for what is on screen to settle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.contact_sheet import Shot, write_sheet
from kiosk.bridge.models import BlockModel, ItemModel
from kiosk.bridge.shell import Shell
from kiosk.bridge.tour_explorer import find_explorer, walk
from kiosk.session.model import Reset, SetComfort

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
_SETTLE_MS = 190  # longer than the longest fade with less motion
_PATIENCE_MS = 5000
_STEP = 0.82  # of a page between two pictures of one long page
_MOST_PAGES = 40


@dataclass(frozen=True)
class _Place:
    """One thing to look at, named for the sheet."""

    name: str
    title: str


class Tour:
    """One walk through the kiosk; `draw` returns what went wrong, in sentences."""

    def __init__(self, app: QGuiApplication, shell: Shell, now: list[float], out: Path) -> None:
        self._app = app
        self._shell = shell
        self._kiosk = shell.kiosk
        self._now = now
        self._out = out
        self._shots: list[Shot] = []
        self._unwritten: list[str] = []
        self._group = ""
        self._prefix = "kiosk"

    def draw(self, *, visit_only: bool) -> list[str]:
        """Draw all languages in both orientations, or one visit in the first language; writes `index.html` last."""
        try:
            self._out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return [f"{self._out} cannot be made ({error.strerror}); name another folder with --out"]
        codes = [str(self._kiosk.languages.data(self._kiosk.languages.index(i, 0), 256)) for i in range(self._count())]
        walks = [(code, size) for code in codes for size in (PORTRAIT, LANDSCAPE)]
        for code, size in walks[:1] if visit_only else walks:
            kind = "portrait" if size == PORTRAIT else "landscape"
            self._group = f"{code}, {kind} {size[0]} x {size[1]}"
            self._prefix = f"{code}-{kind}"
            print(f"drawing {self._group}", flush=True)
            self._shell.show(size)
            self._visit(code)
        if not codes:
            self._shell.show(PORTRAIT)
            self._take(_Place("closed", "Nothing can be shown"))
        said = [f"the screens said: {w}" for w in self._shell.warnings]
        try:
            page = write_sheet(self._out, self._shots)
        except OSError as error:
            return [*said, f"{self._out} cannot be written to ({error.strerror}); make room, or name another folder"]
        print(f"{len(self._shots)} pictures; open {page}")
        if self._unwritten:
            said.append(f"{len(self._unwritten)} pictures could not be written to {self._out}; make room there")
        return said

    def _count(self) -> int:
        return self._kiosk.languages.rowCount()

    def _visit(self, code: str) -> None:
        kiosk = self._kiosk
        kiosk.send(Reset())
        kiosk.send(SetComfort(less_motion=True))
        self._take(_Place("attract", "First screen"))
        kiosk.chooseLanguage(code)
        self._take(_Place("home", "Home"))
        kiosk.showLanguages()
        self._take(_Place("languages", "Choosing another language"))
        kiosk.closeOverlay()
        topics = [str(kiosk.topics.data(kiosk.topics.index(i, 0), 256)) for i in range(kiosk.topics.rowCount())]
        for topic in topics:
            kiosk.openTopic(topic)
            self._topic(topic)
        kiosk.openExplorer()
        self._settle()
        if explorer := find_explorer(self._shell.window.contentItem()):
            for name, title in walk(explorer):
                self._take(_Place(name, title))
        if kiosk.site.hasCenters:
            kiosk.openCenters()
            self._pages(_Place("centers", "Our centers"))
        kiosk.goHome()
        self._take(_Place("home-visited", "Home, every topic seen"))
        self._now[0] += 700
        kiosk.tick()
        self._take(_Place("warning", "Are you still there?"))
        kiosk.endSession()
        self._take(_Place("thanks", "Thank you"))
        self._now[0] += 10
        kiosk.tick()

    def _topic(self, topic: str) -> None:
        title = self._kiosk.page.title
        self._pages(_Place(topic, title))
        for tab in list(_ids(self._kiosk.page.blocks, "tabs"))[1:]:
            self._kiosk.chooseTab(tab)
            self._pages(_Place(f"{topic}-{tab}", f"{title}: {tab.replace('_', ' ')}"))
        for block, name in _expanders(self._kiosk.page.blocks):
            self._kiosk.toggleBlock(block)
            self._settle()
            self._reveal(block)
            self._take(_Place(f"{topic}-{block}", f"{title}: {name}"))

    def _pages(self, place: _Place) -> None:
        """The whole of a page, one glass after another."""
        self._settle()
        scroll = _find(self._shell.window.contentItem(), "ScrollColumn")
        flick = _find(scroll, "Flickable") if scroll else None
        if flick is None:
            self._take(place)
            return
        flick.setProperty("contentY", 0)
        for number in range(_MOST_PAGES):
            self._take(_Place(f"{place.name}-{number + 1}", place.title))
            length = float(flick.property("contentHeight")) - flick.height()
            at = float(flick.property("contentY"))
            if at >= length - 1:
                return
            flick.setProperty("contentY", min(length, at + flick.height() * _STEP))

    def _reveal(self, block: str) -> None:
        root = self._shell.window.contentItem()
        card = next((i for i in _walk(root) if i.property("blockId") == block), None)
        flick = _find(_find(root, "ScrollColumn"), "Flickable")
        if card is None or flick is None:
            return
        top = card.mapToItem(flick, 0, 0).y() + float(flick.property("contentY")) - 40
        length = max(0.0, float(flick.property("contentHeight")) - flick.height())
        flick.setProperty("contentY", min(length, max(0.0, top)))

    def _take(self, place: _Place) -> None:
        self._settle()
        name = f"{self._prefix}-{place.name.replace('.', '-')}.png"
        image = self._shell.window.grabWindow()
        if not image.save(str(self._out / name)):
            self._unwritten.append(name)
        self._shots.append(Shot(self._group, place.title, name, image.width(), image.height()))

    def _whole(self) -> bool:
        """Whether no mammogram on the glass waits for a tile."""
        stages = self._shell.window.findChildren(QObject, "mammogram") if self._kiosk.screen == "explorer" else []
        return all(stage.property("whole") or not stage.property("shown") for stage in stages)

    def _settle(self) -> None:
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < _SETTLE_MS or (not self._whole() and timer.elapsed() < _PATIENCE_MS):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _walk(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _walk(child)


def _find(item: QQuickItem | None, kind: str) -> QQuickItem | None:
    if item is None:
        return None
    return next((i for i in _walk(item) if kind in i.metaObject().className() and i.isVisible()), None)


def _rows(model: BlockModel) -> Iterator[tuple[str, str, str, ItemModel]]:
    names = model.NAMES
    for row in range(model.rowCount()):
        values = {name: model.data(model.index(row, 0), 256 + i) for i, name in enumerate(names)}
        yield str(values["blockId"]), str(values["kind"]), str(values["title"]), values["items"]


def _ids(model: BlockModel, kind: str) -> Iterator[str]:
    """The ids of the parts of all blocks of this kind."""
    for _block, is_kind, _title, items in _rows(model):
        if is_kind == kind:
            for row in range(items.rowCount()):
                yield str(items.data(items.index(row, 0), 256))


def _expanders(model: QObject) -> Iterator[tuple[str, str]]:
    assert isinstance(model, BlockModel)
    for block, kind, title, _items in _rows(model):
        if kind == "expander":
            yield block, title
