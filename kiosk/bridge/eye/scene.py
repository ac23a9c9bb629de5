"""What stands in a window at one moment, as plain values in paint order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import Q_ARG, QMetaObject, QObject, QPoint, QRectF, Qt, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

_PROBE = QUrl.fromLocalFile(str(Path(__file__).with_name("Probe.qml")))
_Rect = tuple[float, float, float, float]


class Node(msgspec.Struct, frozen=True):
    """One visible item. Rectangles are x, y, width, height in window pixels; `kind` is its QML type."""

    index: int
    parent: int
    kind: str
    rect: _Rect
    opacity: float
    clip: bool
    moving: bool
    # a text: the words, where they are painted, by how much they exceed their item, the width they may take
    text: str = ""
    ink: _Rect = (0, 0, 0, 0)
    over: tuple[float, float] = (0, 0)
    room: float = 0
    truncated: bool = False
    wraps: bool = False
    font: tuple[str, float, int, float] = ("", 0, 0, 0)
    # colours as #AARRGGBB: of words, a line icon or a flat rectangle; of a rectangle's border, and how wide that is
    color: str = ""
    edge: str = ""
    edge_width: float = msgspec.field(default=0, name="edgeWidth")
    # where a picture comes from; a rectangle with a gradient
    picture: str = ""
    veil: bool = False
    # a rectangle: whether it hides what is below, and whether it can be seen at all
    solid: bool = False
    surface: bool = False
    radius: float = 0
    # a page that scrolls: where it is, how far it goes, its content relative to itself
    scrolls: bool = False
    position: float = 0
    length: float = 0
    content: _Rect = (0, 0, 0, 0)
    # a target
    button: bool = False
    name: str = ""
    enabled: bool = False
    down: bool = False
    focused: bool = False
    selected: bool = False
    state: bool = False
    """What a screen reader calls selected or checked."""
    night: bool = False
    checked: bool = False
    """A switch that is on, the chosen one of a few."""

    @property
    def box(self) -> QRectF:
        return QRectF(*self.rect)

    @property
    def centre(self) -> QPoint:
        return self.box.center().toPoint()


class Scene:
    """All visible nodes; a parent stands before its children, what is painted later stands later."""

    def __init__(self, nodes: list[Node], width: float, height: float) -> None:
        self.nodes = nodes
        self.window = QRectF(0, 0, width, height)

    def above(self, node: Node) -> Iterator[Node]:
        """The items that `node` stands in, the nearest first."""
        while node.parent >= 0:
            node = self.nodes[node.parent]
            yield node

    def texts(self) -> list[Node]:
        return [n for n in self.nodes if n.text and n.opacity > 0]

    def of_kind(self, kind: str) -> list[Node]:
        return [n for n in self.nodes if n.kind == kind]

    def within(self, node: Node, kind: str) -> Node | None:
        """The nearest item of this kind that `node` stands in."""
        return next((n for n in self.above(node) if n.kind == kind), None)

    def scrolling(self, node: Node) -> Node | None:
        """The page that `node` scrolls with."""
        return next((n for n in self.above(node) if n.scrolls), None)

    def seen(self, node: Node) -> bool:
        """Whether the whole of `node` stands inside the window and inside whatever clips it."""
        frames = [self.window, *(n.box for n in self.above(node) if n.clip)]
        return all(f.adjusted(-0.5, -0.5, 0.5, 0.5).contains(node.box) for f in frames)


class Probe:
    """Looks into one window; made in that window's engine."""

    def __init__(self, engine: QQmlEngine, window: QQuickWindow) -> None:
        self._window = window
        component = QQmlComponent(engine, _PROBE)
        made = component.createWithInitialProperties({"content": window.contentItem()})
        assert made is not None, component.errorString()
        made.setParent(engine)  # else it goes with the component
        self._probe: QObject = made

    def _call(self, function: str) -> None:
        assert QMetaObject.invokeMethod(self._probe, function, Qt.ConnectionType.DirectConnection)

    def look(self) -> Scene:
        self._call("look")
        nodes = msgspec.json.decode(str(self._probe.property("seen")), type=list[Node])
        return Scene(nodes, self._window.width(), self._window.height())

    def moving(self) -> bool:
        """Whether anything visible is on its way."""
        self._call("feel")
        return bool(self._probe.property("moving"))

    def count(self) -> int:
        """How many items and belongings of items are alive, visible or not."""
        self._call("tally")
        return int(self._probe.property("count"))

    @contextmanager
    def without(self, *, words: bool) -> Iterator[None]:
        """Meanwhile all words that the last `look` found are not there to be seen, or all line icons."""
        assert QMetaObject.invokeMethod(self._probe, "hide", Qt.ConnectionType.DirectConnection, Q_ARG(bool, words))
        try:
            yield
        finally:
            self._call("unhide")

    def put(self, node: Node, name: str, value: float) -> None:
        """Set a property of an item that the last `look` found."""
        call = Q_ARG(int, node.index), Q_ARG(str, name), Q_ARG(float, value)
        assert QMetaObject.invokeMethod(self._probe, "put", Qt.ConnectionType.DirectConnection, *call)
