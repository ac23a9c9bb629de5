"""The tour's camera and eye: waits until a screen stands still, examines it, and keeps it as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject, QSize, Qt
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.contact_sheet import Shot
from kiosk.bridge.eye import Node, Probe, Scene, broken_words, faults
from kiosk.bridge.shell import Shell
from kiosk.bridge.tour_plan import Look
from kiosk.bridge.tour_walk import Place
from kiosk.settings.glass import is_small

_PATIENCE_MS = 5000
_FRAME_MS = 200
_STEP = 0.82  # of a page between two pictures of one long page
_MOST_PAGES = 40
_LARGEST = 200


class Camera:
    """Takes pictures of one shell's window into one folder."""

    def __init__(self, shell: Shell, out: Path, *, half: bool) -> None:
        """`half`: keep pictures at half their width and height."""
        self._shell = shell
        self._window = shell.window
        self._probe = Probe(shell.engine, shell.window)
        self._out = out
        self._half = half
        self._small = is_small(shell.kiosk.site.screen)
        self._frames = 0
        self._window.frameSwapped.connect(self._count)
        self.shots: list[Shot] = []
        self.unwritten: list[str] = []

    def close(self) -> None:
        """Stop watching the window."""
        self._window.frameSwapped.disconnect(self._count)

    def take(self, look: Look, place: Place) -> None:
        """A picture of what stands there, or several, one glass below the other, where the page goes on."""
        found = self._examine(look, self.settle())
        flick = self._page() if place.scrolls else None
        if flick is not None:
            self._scroll(flick, _place_of(self._window.contentItem(), flick, place.block) if place.block else 0.0)
        for number in range(1, _MOST_PAGES):
            self._keep(look, place, number, found if number == 1 else ((), ()))
            if flick is None or place.block or not self._scroll(flick, _at(flick) + flick.height() * _STEP):
                return

    def _examine(self, look: Look, scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is wrong, and what is only worth a look: on a small glass the largest text may divide long words."""
        wrong, divided = faults(scene), list(broken_words(scene))
        allowed = self._small and look.percent >= _LARGEST
        return tuple(dict.fromkeys(wrong if allowed else [*wrong, *divided])), tuple(divided if allowed else ())

    def _scroll(self, flick: QQuickItem, wanted: float) -> bool:
        """Put the page there, as far as it goes; whether it moved by a pixel or more."""
        before = _at(flick)
        flick.setProperty("contentY", max(0.0, min(wanted, float(flick.property("contentHeight")) - flick.height())))
        if abs(_at(flick) - before) < 1:
            return False
        self.settle()
        return True

    def settle(self) -> Scene:
        """What stands there once nothing moves, every picture is read and two frames are alike."""
        timer = QElapsedTimer()
        timer.start()
        before: list[Node] | None = None
        while timer.elapsed() < _PATIENCE_MS:
            self._frame()
            if self._probe.moving() or not self._whole():
                before = None
                continue
            scene = self._probe.look()
            if scene.nodes == before:
                return scene
            before = scene.nodes
        return self._probe.look()

    def _keep(self, look: Look, place: Place, number: int, found: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        name = f"{look.prefix}-{place.name.replace('.', '-')}{f'-{number}' if number > 1 else ''}.png"
        image = self._window.grabWindow()
        if self._half:
            half = QSize(image.width() // 2, image.height() // 2)
            image = image.scaled(half, mode=Qt.TransformationMode.SmoothTransformation)
        if not image.save(str(self._out / name)):
            self.unwritten.append(name)
        self.shots.append(Shot(look.title, place.title, name, image.width(), image.height(), *found))

    def _page(self) -> QQuickItem | None:
        """What scrolls uppermost: the sheet's list, or else the page."""
        columns = [i for i in walk_items(self._window.contentItem()) if _scrolls(i) and i.isVisible()]
        inside = walk_items(columns[-1]) if columns else iter(())
        return next((i for i in inside if i.inherits("QQuickFlickable")), None)

    def _whole(self) -> bool:
        """Whether no mammogram on the glass waits for a tile."""
        stages = self._window.findChildren(QObject, "mammogram") if self._shell.kiosk.screen == "explorer" else []
        return all(stage.property("whole") or not stage.property("shown") for stage in stages)

    def _frame(self) -> None:
        """Let one frame be drawn, and whatever it brings about happen."""
        timer = QElapsedTimer()
        timer.start()
        wanted = self._frames + 1
        self._window.update()
        while self._frames < wanted and timer.elapsed() < _FRAME_MS:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def _count(self) -> None:
        self._frames += 1


def walk_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all below it."""
    yield item
    for child in item.childItems():
        yield from walk_items(child)


def _scrolls(item: QQuickItem) -> bool:
    # By what it owns, not by its type's name: a wrapper of a meta object outlives what it tells of.
    return item.property("moreBelow") is not None


def _at(flick: QQuickItem) -> float:
    return float(flick.property("contentY"))


def _place_of(root: QQuickItem, flick: QQuickItem, block: str) -> float:
    """How far down its page a block stands, but for a little room above it."""
    card = next((i for i in walk_items(root) if i.property("blockId") == block), None)
    return card.mapToItem(flick, 0, 0).y() + _at(flick) - 40 if card else 0.0
