"""Holds what is said against what is seen: strings from the live window, sentences as the engine was given them.

Two independent ways: the eye finds every text item and every picture; the sentences went through accessibility, the
script and the queue. Compared are words in their order, without signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.bridge.eye import Node, Scene
from kiosk.catalog import Book
from kiosk.catalog.model import Block, Item
from kiosk.speech.model import Phrases
from kiosk.speech.sentences import heard
from tests.ui.driver import Driver

_WORD = re.compile(r"[\u3400-\u9fff]|\d+(?:[.,]\d+)*|[^\W\d_\u3400-\u9fff]+(?:[’'\-][^\W\d_\u3400-\u9fff]+)*")
_PHRASES = [f"say.{name}" for name in Phrases.__struct_fields__ if name != "language"]
_MEANT = ("PebbleArray", "Glass", "SizeCrop", "NoticePicture", "MiniMap")
"""Pictures that are no decoration."""
_SCREENFULS = 20
"""No page without a control is longer."""
_SIGNS = ("explorer.take", "explorer.held", "explorer.seen", "topic.visited")
"""What a tick beside a name means."""


@cache
def words(text: str) -> str:
    """The words of a text in their order, each between two spaces; of Chinese each sign is one."""
    return "".join(f" {word.casefold()} " for word in _WORD.findall(heard(text)))


def within(some: str, all_: str) -> bool:
    """Whether `some` words stand in `all_`, next to each other and in this order."""
    return some in all_


def uncovered(driver: Driver, scene: Scene) -> list[Node]:
    """All texts of the page, on the glass or further down; none below a sheet or the warning.

    "More below" helps a hand to scroll; for the ear nothing is further down. A ring that
    nobody can reach with lower buttons is told by the list of all spots.
    """
    hidden: set[str] = set()
    if driver.session.warned_at is not None:
        hidden = {"PagePane", "VisitBar", "AttractPage"}
    elif driver.session.overlay:
        hidden = {"PagePane", "AttractPage"}
    hidden.add("MoreBelow")

    def covered(node: Node) -> bool:
        return any(above.kind in hidden or (above.button and not above.enabled) for above in scene.above(node))

    return [n for n in scene.texts() if not covered(n)]


def unsaid(seen: Iterable[str], said: Iterable[str]) -> list[str]:
    """Visible strings that nobody has said."""
    heard_ = "".join(words(sentence) for sentence in said)
    return [text for text in seen if not within(words(text), heard_)]


class Allowed:
    """What may be said where `seen` stands on the glass."""

    def __init__(self, book: Book, seen: Iterable[str], pictures: Iterable[str]) -> None:
        whole = [words(text) for text in (*seen, *pictures)]
        self._texts = whole
        around = [book.interface[name].split("{name}") for name in _PHRASES if book.interface.get(name)]
        bits = [words(bit) for bits in around for bit in bits]
        signs = [words(book.interface[name]) for name in _SIGNS if name in book.interface]
        self._pieces = {piece for piece in (*whole, *bits, *signs) if piece}

    def unseen(self, sentence: str) -> bool:
        """Whether `sentence` is neither seen, nor a picture's alternative, nor such with the phrases around a name."""
        said = words(sentence)
        return not any(within(said, text) for text in self._texts) and not self._made_of(said)

    def _made_of(self, said: str) -> bool:
        ends = {0}
        for at in range(len(said)):
            if at in ends:
                ends |= {at + len(piece) for piece in self._pieces if said.startswith(piece, at)}
        return len(said) in ends


def alternatives(driver: Driver, book: Book) -> list[str]:
    """What pictures show, in words, from the content itself; what a ring is around is its title."""
    help_ = driver.site.language_help
    return [*_alternatives(book.code, book), *((picture.alt for picture in help_.pictures) if help_ else ())]


_KNOWN: dict[str, list[str]] = {}


def _alternatives(code: str, book: Book) -> list[str]:
    if code in _KNOWN:
        return _KNOWN[code]

    def of(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in ("alt", "size") and isinstance(inner, str):
                    yield inner
                else:
                    yield from of(inner)
        elif isinstance(value, list | tuple):
            for inner in value:
                yield from of(inner)

    pictures = book.explorer.pictures if book.explorer else ()
    rings = [f"{n}. {spot.title}" for picture in pictures for n, spot in enumerate(picture.spots, 1)]
    signs = [book.interface[name] for name in ("explorer.map", "topic.more_below")]
    found = _KNOWN[code] = [text for text in (*of(msgspec.to_builtins(book)), *rings, *signs) if text]
    return found


def icons(scene: Scene, book: Book) -> list[str]:
    """Names of controls that show no word but a sign: the word for the sign."""
    known = set(book.interface.values())
    worded = {above.index for n in scene.texts() for above in scene.above(n) if above.button}
    return [n.name for n in scene.nodes if n.button and n.index not in worded and n.name in known]


def shown(blocks: tuple[Block, ...], tab: str) -> Iterator[str]:
    """The alternatives of all pictures that a topic shows now."""
    for block in blocks:
        if block.alt:
            yield block.alt
        for number, item in enumerate(block.items):
            if item.alt:
                yield item.alt
            if block.kind == "tabs" and _chosen(item, number, tab):
                yield from shown(item.blocks, tab)


def _chosen(item: Item, number: int, tab: str) -> bool:
    return item.id == tab or (not tab and number == 0)


def shown_pictures(driver: Driver) -> list[str]:
    """The alternatives of all pictures that the page shows now, from the content."""
    if driver.session.overlay or driver.session.warned_at is not None or driver.session.screen != "topic":
        return []
    return list(shown(driver.topic(driver.session.topic).blocks, driver.session.tab))


def mute_pictures(scene: Scene, book: Book, said: Iterable[str]) -> list[str]:
    """Whether more pictures that mean something are seen than said."""
    seen = [n for n in scene.nodes if n.kind in _MEANT or (n.kind == "Picture" and "/photo/" in n.picture)]
    before = words(book.interface.get("say.picture", "").split("{name}")[0])
    told = sum(words(text).startswith(before) for text in said)
    return [f"{len(seen)} pictures are seen, {told} said"] if told < len(seen) else []


def repeated(seen: list[str], said: Iterable[str], alike: Iterable[str]) -> list[str]:
    """Visible strings of two words or more that are read more often than they stand in what is `seen` or `alike`."""
    told = "".join(words(text) for text in said)
    there = "|".join(words(text) for text in (*seen, *alike) if words(text) in told)
    return [
        text
        for text in dict.fromkeys(seen)
        if "  " in words(text) and told.count(words(text)) > there.count(words(text))
    ]


def book(driver: Driver) -> Book:
    """The words of the language in use."""
    return driver.catalog.book(driver.session.language or driver.catalog.languages[0].code)


class Ear:
    """Hears what the engine is given: all of a page, and what came since the last time it listened."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._at = 0
        self._place: object = None
        self.page: list[str] = []
        """Since the page came."""
        self.news: list[str] = []
        """Since the last `listen`."""
        self.whole = False
        """Whether the last `listen` heard a page from its beginning."""

    def listen(self) -> None:
        """Wait until all of it has been said."""
        session = self._driver.session
        place = (session.screen, session.topic, session.overlay, session.warned_at, session.look.mode)
        self.whole = place != self._place
        if self.whole:
            self._place, self.page = place, []
        self._driver.frame()
        self._hear(new=True)
        self._driver.until(lambda: not any(n.moving and n.opacity < 1 for n in self._driver.look().nodes))

    def walk(self) -> None:
        """Lead the keys once around everything that can be pressed."""
        known: set[object] = set()
        last: object = None
        still = 0
        for _ in range(120):
            self._driver.now += 1
            QTest.keyClick(self._driver.window, Qt.Key.Key_Down)
            self._driver.frame()  # what the key reached has come into sight; nobody looks, so nothing need rest
            self._hear(new=False)
            item = self._driver.window.activeFocusItem()
            # With its words: an item that came later may stand where one has gone from memory.
            place = (shiboken6.getCppPointer(item), item.property("text"))
            still = still + 1 if place == last else 0
            if (place in known and not still) or still > _SCREENFULS:
                return
            known.add(place)
            last = place  # a long page without a control scrolls, and the focus waits
        raise AssertionError(f"the keys never come round: {self.news}")

    def _hear(self, *, new: bool) -> None:
        self._driver.turn()
        self._driver.until(lambda: not self._driver.kiosk.speech.playing)
        heard_ = self._driver.voice.texts[self._at :]
        self._at += len(heard_)
        self.page += heard_
        self.news = heard_ if new else [*self.news, *heard_]
