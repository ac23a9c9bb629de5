"""A hand, an eye and a clock for the real window: touches, keys, what stands on the glass, and time that tests move."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.bridge.eye import Node, Probe, Scene
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.shell import Shell
from kiosk.catalog import Catalog, Topic
from kiosk.session.hands import QUIET
from kiosk.session.model import Session, SetComfort
from kiosk.session.step import idle_limit
from kiosk.settings.model import Site
from tests.speech.fake import FakeSpeaker
from tests.ui.qt_said import heard

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)

APART = QUIET + 0.01
"""Seconds between two touches of somebody who means both."""

_PATIENCE_MS = 20_000
"""Nothing takes so long that is not broken, however busy the machine."""

Spot = Node | QPoint


@cache
def _touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


class Driver:
    """One kiosk in one window, with a clock that only moves when told to."""

    def __init__(self, bot: QtBot, catalog: Catalog, site: Site, size: tuple[int, int] = PORTRAIT) -> None:
        self.bot = bot
        self.catalog = catalog
        self.site = site
        self.now = 0.0
        self.kiosk = Kiosk(catalog, site, lambda: self.now)
        self.voice = FakeSpeaker(at_once=True)
        """Who reads aloud: no sound, no machine's engine, every sentence over at once."""
        self.chimes = 0
        """How often the warning's sound was asked for."""
        self.shell = Shell(self.kiosk, paths.QML, paths.ASSETS, speaker=self.voice, chime=self._chime)
        self.window = self.shell.window
        self._probe = Probe(self.shell.engine, self.window)
        self.rest: Scene
        """What stood there when the window last came to rest."""
        self.resize(size)

    def __enter__(self) -> Driver:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take everything apart; what Qt or QML complained of, then or before, fails the test."""
        with heard() as said:
            self.shell.close()
        complaints = [*self.shell.warnings, *said]
        assert not complaints, "\n".join(complaints)

    def _chime(self) -> None:
        self.chimes += 1

    # --- the window ---

    def resize(self, size: tuple[int, int]) -> None:
        self.shell.show(size)
        self.until(lambda: self.window.isExposed() and (self.window.width(), self.window.height()) == size)

    def until(self, true: Callable[[], bool]) -> None:
        self.bot.waitUntil(true, timeout=_PATIENCE_MS)

    def turn(self) -> None:
        """Let happen what is due: a frame alone may come before what the last call put off to the next moment."""
        self.bot.wait(1)

    def frame(self) -> None:
        """Wait for one more frame on the glass."""
        with self.bot.waitSignal(self.window.frameSwapped, timeout=_PATIENCE_MS):
            self.window.update()

    def settle(self) -> Scene:
        """Wait until nothing moves: no animation, no flick, every fade at its end, two frames alike. Returns that."""
        return self._alike(lambda scene: scene.nodes, still=lambda: not self._probe.moving())

    def lay_out(self) -> Scene:
        """Wait until everything has its place; it may still be fading in. Returns what stands then."""
        return self._alike(lambda scene: [(n.kind, n.rect, n.ink) for n in scene.nodes], still=lambda: True)

    def _alike(self, seen: Callable[[Scene], object], still: Callable[[], bool]) -> Scene:
        """Draw frames until two on end, both while it is `still`, show the same."""
        patience, before = QDeadlineTimer(_PATIENCE_MS), None
        while not patience.hasExpired():
            if still():
                scene = self.look()
                now = seen(scene)
                if now == before:
                    self.rest = scene
                    return scene
                before = now
            else:
                before = None
            self.frame()
        raise AssertionError("the window does not come to rest")

    def hide_something(self) -> None:
        """Leave an invisible item in the window, as a page would that is not quite gone."""
        item = QQuickItem(self.window.contentItem())
        item.setVisible(False)

    def screenshot(self) -> QImage:
        """The whole glass when nothing moves."""
        self.settle()
        return self.window.grabWindow()

    # --- the eye ---

    @property
    def session(self) -> Session:
        return self.kiosk.session

    def look(self) -> Scene:
        return self._probe.look()

    def alive(self) -> int:
        """How many items are alive once Qt has deleted what it was told to delete."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.settle()
        return self._probe.count()

    def buttons(self, name: str | None = None) -> list[Node]:
        """The targets that can be touched now, by accessible name; a state may follow it ("..., seen")."""
        found = [n for n in self.look().nodes if n.button and n.enabled]
        return [n for n in found if name is None or f"{n.name}, ".startswith(f"{name}, ")]

    def button(self, name: str) -> Node:
        """The target called `name`; the uppermost if there are two (a sheet's own and its scrim)."""
        found = self.buttons(name)
        assert found, f"nothing to touch is called {name!r}; there are {[n.name for n in self.buttons()]}"
        return found[-1]

    def text(self, words: str) -> Node:
        """The one place where these words stand."""
        found = [n for n in self.look().texts() if n.text == words]
        assert len(found) == 1, f"{words!r} stands {len(found)} times in {self.texts()}"
        return found[0]

    def texts(self) -> list[str]:
        """All words of the page, on the glass or further down."""
        return [n.text for n in self.look().texts()]

    def texts_on_glass(self) -> list[str]:
        """The words whose whole box can be seen now."""
        scene = self.look()
        return [n.text for n in scene.texts() if scene.seen(n)]

    def page(self) -> Node:
        """The page that scrolls; the sheet's own when a sheet lies over it."""
        found = [n for n in self.look().nodes if n.scrolls]
        assert found, "nothing scrolls here"
        return found[-1]

    def share(self) -> float:
        """How far the page is scrolled, 0 to 1."""
        page = self.page()
        return page.position / page.length if page.length > 0 else 0.0

    def scroll_to(self, share: float) -> None:
        """Put the page at `share` of its length at once."""
        page = self.page()
        self._probe.put(page, "contentY", share * page.length)
        self.settle()

    def drift(self, steps: int) -> None:
        """Let what stands for hours have wandered that many times."""
        self._probe.put(next(n for n in self.look().nodes if n.kind == "Drift"), "steps", steps)
        self.settle()

    def reveal(self, node: Node) -> Node:
        """Scroll until `node` stands in the middle of its page, where it can; returns it as it is then."""
        scene = self.look()
        page = scene.scrolling(node)
        if page is None or scene.seen(node):
            return node
        top = page.position + node.box.center().y() - page.box.center().y()
        self._probe.put(page, "contentY", min(page.length, max(0.0, top)))
        self.settle()
        return self.look().nodes[node.index]

    # --- the hand ---

    def press(self, spot: Spot, after: float = APART) -> None:
        """Set a finger down, `after` seconds from now."""
        self.now += after
        self._finger = QTest.touchEvent(self.window, _touch_screen(), False)
        self._finger.press(0, _point(spot), self.window)
        self._finger.commit()

    def move(self, spot: Spot) -> None:
        self._finger.move(0, _point(spot), self.window)
        self._finger.commit()

    def release(self, spot: Spot) -> None:
        self._finger.release(0, _point(spot), self.window)
        self._finger.commit()

    def touch(self, spot: Spot) -> None:
        """One short touch, wherever it lands."""
        self.press(spot)
        self.release(spot)
        self.settle()

    def tap(self, name: str) -> None:
        """Touch the target of that name, scrolled into view first if it must be."""
        found = self.button(name)
        target = self.reveal(found)
        assert target.name == found.name
        assert self.look().window.contains(target.box.center()), f"{name!r} is not on the glass: {target.box}"
        self.touch(target)

    def swipe(self, start: QPoint, end: QPoint, steps: int = 8) -> None:
        """Draw a finger over the glass, a frame between two moves, and lift it while it moves."""
        self.press(start)
        way = QPointF(end - start)
        for step in range(1, steps + 1):
            self.frame()
            self.move((QPointF(start) + way * step / steps).toPoint())
        self.release(end)

    def wheel(self, spot: QPoint) -> None:
        QTest.wheelEvent(self.window, spot, QPoint(0, -120))

    def strike(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One short press of a key."""
        QTest.keyClick(self.window, key, modifiers)
        self.settle()

    def key(self, key: Qt.Key) -> None:
        """The same, by somebody who has said no to the offer to read aloud."""
        if not self.session.voice.offered:
            self.kiosk.speech.decline()
        self.strike(key)

    # --- time and words ---

    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        self.kiosk.tick()

    def idle_limit(self) -> float:
        """Seconds until the warning, where the visitor is now."""
        return idle_limit(self.session, self.kiosk.rules)

    def word(self, word: str) -> str:
        """An interface word in the visitor's language."""
        return self.catalog.book(self.session.language).interface[word]

    def topics(self) -> tuple[Topic, ...]:
        return self.catalog.book(self.session.language).topics

    def topic(self, ident: str) -> Topic:
        return next(t for t in self.topics() if t.id == ident)

    def large_text(self, percent: int, *, high_contrast: bool = False) -> None:
        """What the ease-of-use settings will do."""
        self.kiosk.send(SetComfort(text_percent=percent, high_contrast=high_contrast))
        self.settle()

    def start(self, language: str) -> None:
        """From the first screen to home, by touch."""
        self.tap(next(i.name for i in self.catalog.languages if i.code == language))

    def open(self, topic: str) -> Topic:
        """From home to a topic, by touch."""
        found = self.topic(topic)
        self.tap(found.card)
        return found


def _point(spot: Spot) -> QPoint:
    return spot if isinstance(spot, QPoint) else spot.centre
