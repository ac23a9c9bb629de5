"""Which colour every word, line icon and outline of a window stands on, from what stands there, not from a list."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QRectF

from kiosk.bridge.eye import Node, Scene
from tests.gates.contrast import SHAPE, TEXT, over, ratio

_SLACK = 1.0  # pixels: layouts round
_PAINTED = ("Shape", "LensGlass")  # what has pixels that no property tells


class Ground(msgspec.Struct, frozen=True):
    """What is below a mark."""

    color: str
    """#RRGGBB of the nearest flat opaque colour below."""
    veil: str = ""
    """#AARRGGBB of a see-through flat colour over that."""
    picture: bool = False
    """Whether a picture or a gradient lies between, too: only the screen itself can tell then."""


class Pair(msgspec.Struct, frozen=True):
    """A colour and what it was seen on, both #RRGGBB."""

    seen: str
    ground: str
    least: float
    """The ratio it needs."""
    veil: str = ""
    """#AARRGGBB of a see-through flat colour between them."""
    faded: bool = False
    """Whether what is seen lets its ground through, as a tool does that can do no more now."""

    @property
    def mixed(self) -> str:
        """#RRGGBB of the ground with the veil over it."""
        return over(self.veil, self.ground) if self.veil else self.ground


def pairs(scene: Scene, paper: str) -> Iterator[tuple[Pair, str]]:
    """Every pair of a window with the words or the kind of what shows it. `paper`: the window's own colour, #RRGGBB."""
    for node in scene.nodes:
        if node.opacity == 0 or _below_the_edge_of_a_sheet(scene, node):
            continue
        if node.text:
            yield from _marks(scene, node, QRectF(*node.ink), TEXT, paper)
        elif node.kind == "Icon" and node.picture:
            yield from _marks(scene, node, node.box, SHAPE, paper)
        elif node.edge and _bounds_a_target(scene, node, paper):
            around = node.box.adjusted(-1, -1, 1, 1)
            below = ground(scene, node, around, paper)
            yield Pair(node.edge[0] + node.edge[3:], below.color, SHAPE, below.veil), node.kind


def _below_the_edge_of_a_sheet(scene: Scene, node: Node) -> bool:
    """Whether it waits outside a sheet that scrolls, where nothing of the sheet is behind it."""
    sheet = next((n for n in scene.above(node) if n.kind.endswith("Sheet")), None)
    page = scene.scrolling(node)
    return sheet is not None and page is not None and not page.box.contains(node.box.center())


def _marks(scene: Scene, node: Node, box: QRectF, least: float, paper: str) -> Iterator[tuple[Pair, str]]:
    below = ground(scene, node, box, paper)
    ink = _faded(node)
    seen, faded = over(ink, below.color), not ink.startswith("#FF")
    if not (below.picture and node.kind == "Icon"):  # on a stone or on art: test_seeing measures it
        yield Pair(seen, below.color, least, below.veil, faded), repr(node.text or node.kind)


def _bounds_a_target(scene: Scene, node: Node, paper: str) -> bool:
    """Whether this outline is what tells a target or the focus from its surroundings."""
    if node.edge.startswith("#00"):
        return False
    if node.kind == "FocusFrame":
        return True
    target = next((n for n in scene.above(node) if n.button), None)
    if target is None or not target.enabled or node.box != target.box:
        return False
    if node.color.startswith("#FF"):
        outside = ground(scene, node, node.box.adjusted(-1, -1, 1, 1), paper).color
        return ratio(node.color[0] + node.color[3:], outside) < SHAPE
    return True


def ground(scene: Scene, node: Node, box: QRectF, paper: str) -> Ground:
    """What `box` (window pixels), painted by `node`, stands on."""
    veil, picture = "", False
    around = {n.index for n in scene.above(node)}
    for below in reversed(scene.nodes[: node.index]):
        if below.opacity == 0 or not _overlap(shown := _shown(scene, below, around), box):
            continue
        if (below.picture and not below.color) or below.veil or below.kind in _PAINTED:
            picture = True
        elif below.color and below.kind != "Icon" and not below.text and below.color[1:3] != "00":
            whole = shown.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(box)
            if not whole:
                continue
            if _faded(below).startswith("#FF"):
                return Ground(below.color[0] + below.color[3:], veil, picture)
            veil = veil or _faded(below)
    return Ground(paper, veil, picture)


def _faded(node: Node) -> str:
    """#AARRGGBB of a flat colour with all the fading around it."""
    return f"#{round(int(node.color[1:3], 16) * node.opacity):02X}{node.color[3:]}"


def _shown(scene: Scene, node: Node, shared: set[int]) -> QRectF:
    """What of `node` its frames let through, but for the `shared` ones: a page scrolls with all that stands on it."""
    box = node.box
    for around in scene.above(node):
        if around.clip and around.index not in shared:
            box &= around.box
    return box


def _overlap(one: QRectF, other: QRectF) -> bool:
    shared = one & other
    return shared.width() > _SLACK and shared.height() > _SLACK
