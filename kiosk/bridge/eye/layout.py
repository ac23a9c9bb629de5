"""The eye for layout: names every word on the glass that is cut, covered, broken or drawn over another.

Reads a `Scene` and knows nothing of the kiosk but its sheets' names, so that planted faults can prove it.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.bridge.eye.scene import Node, Scene

_SLACK = 1.0  # pixels: layouts round
_SHEETS = ("LanguageSheet", "EaseSheet", "HelpSheet", "VoiceSheet", "OfferSheet", "KeysSheet", "AskSheet")
_OVERLAYS = (*_SHEETS, "WarningDialog")
_SPACE = 0.3  # of a letter's size: at most as wide is a space
_BREAKS = re.compile(r"[\s\-‐–—/\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
"""Where a line may end: at spaces and strokes, and anywhere among Chinese characters and their marks."""


def faults(scene: Scene) -> list[str]:
    """One sentence for each fault; none when every word can be read."""
    return [
        *_cut(scene),
        *_outside(scene),
        *_drawn_over(scene),
        *_covered(scene),
        *_targets(scene),
    ]


def _cut(scene: Scene) -> Iterator[str]:
    for node in scene.texts():
        wide, high = node.over
        # Qt counts the space at which a right-to-left line was wrapped; nothing is drawn there.
        hanging = _SPACE * node.font[1] if node.wraps and _right_to_left(node.text) else 0.0
        if node.truncated or wide > _SLACK + hanging or high > _SLACK:
            yield f"{_name(node)} is cut: {wide:.0f} px too wide, {high:.0f} px too high"


def _right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _outside(scene: Scene) -> Iterator[str]:
    """Words, sheets and targets beyond the window, their page, or the card or button they stand on."""
    for node in scene.nodes:
        if not (node.text and node.opacity > 0) and not node.button and node.kind not in ("Card", "WordCard"):
            continue
        if node.kind == "Ring" and scene.within(node, "Glass"):  # the picture goes on beyond its glass
            continue
        if node.kind == "Grip":  # the lens shows the point under its middle: its rim may lie beyond the edge
            continue
        box = QRectF(*node.ink) if node.text else node.box
        for frame, name in _frames(scene, node):
            if not _inside(box, frame):
                yield f"{_name(node)} stands outside {name}: {_place(box)} in {_place(frame)}"


def _frames(scene: Scene, node: Node) -> Iterator[tuple[QRectF, str]]:
    """What `node` must stand in: its cards and buttons, then its scrolled page, or else the window."""
    for around in scene.above(node):
        if around.scrolls:
            x, y, width, height = around.content
            page = around.box
            yield QRectF(page.x() + x, page.y() + y, width, height), "the page"
            yield QRectF(page.x(), page.y() + y, page.width(), height), "the width of the page"
            return
        if node.text and (around.surface or around.button or around.clip):
            yield around.box, f"its {around.kind}"
    yield scene.window, "the window"


def broken_words(scene: Scene) -> Iterator[str]:
    """Words too long for their line, which go on in the next one."""
    for node in scene.texts():
        if not node.wraps:
            continue
        for word in _BREAKS.split(node.text):
            if _width(node.font, word) > node.room + _SLACK:
                yield f"{_name(node)} breaks inside {word!r}: {_width(node.font, word):.0f} px in {node.room:.0f}"


@cache
def _width(font: tuple[str, float, int, float], word: str) -> float:
    family, size, weight, spacing = font
    made = QFont(family)
    made.setPixelSize(round(size))
    made.setWeight(QFont.Weight(weight))
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return QFontMetricsF(made).horizontalAdvance(word)


def _drawn_over(scene: Scene) -> Iterator[str]:
    """Two texts in one place, and nothing solid between them that hides the lower one."""
    solid = [n for n in scene.nodes if n.solid]
    for lower, upper in combinations(scene.texts(), 2):
        same = scene.scrolling(lower) == scene.scrolling(upper)
        shared = _visible(scene, lower, clip=not same) & _visible(scene, upper, clip=not same)
        if not _matters(shared):
            continue
        between = (r for r in solid if lower.index < r.index < upper.index)
        if not any(_inside(shared, r.box) and r not in scene.above(lower) for r in between):
            yield f"{_name(lower)} and {_name(upper)} are drawn over each other at {_place(shared)}"


def _covered(scene: Scene) -> Iterator[str]:
    """A text that something solid of the same sheet or page hides in part."""
    solid = [(n, _layer(scene, n)) for n in scene.nodes if n.solid]
    for node in scene.texts():
        ink, layer = QRectF(*node.ink), _layer(scene, node)
        for hiding, its_layer in solid:
            if hiding.index > node.index and its_layer == layer and _hides(hiding, ink):
                yield f"{_name(node)} is hidden by a {hiding.kind} at {_place(hiding.box & ink)}"
                break


def _hides(node: Node, ink: QRectF) -> bool:
    """Whether a solid rectangle reaches `ink`: where its corners are round, there is nothing of it."""
    shared = node.box & ink
    if not _matters(shared):
        return False
    radius = min(node.radius, node.box.width() / 2, node.box.height() / 2)
    inner = node.box.adjusted(radius, radius, -radius, -radius)
    across = max(shared.left() - inner.right(), inner.left() - shared.right(), 0.0)
    down = max(shared.top() - inner.bottom(), inner.top() - shared.bottom(), 0.0)
    return math.hypot(across, down) < max(radius - _SLACK, _SLACK)


def _layer(scene: Scene, node: Node) -> tuple[int, int]:
    """What scrolls and is covered together: the sheet, and the page or the picture that `node` moves with."""
    page = scene.scrolling(node) or scene.within(node, "Glass")
    sheet = next((n for n in scene.above(node) if n.kind in _OVERLAYS), None)
    return (sheet.index if sheet else -1, page.index if page else -1)


def _targets(scene: Scene) -> Iterator[str]:
    """Two targets in one place; one that lies wholly behind another (a scrim) is meant so."""
    targets = [n for n in scene.nodes if n.button and n.enabled]
    for one, other in combinations(targets, 2):
        if _layer(scene, one) != _layer(scene, other) or _inside(other.box, one.box):
            continue
        if "Grip" in (one.kind, other.kind):  # the lens is carried about; what stands there stays over it
            continue
        if one.kind == other.kind == "Ring":  # round, and each takes only what is nearest to it: test_explorer_tools
            continue
        if _matters(one.box & other.box):
            yield f"{_name(one)} and {_name(other)} share {_place(one.box & other.box)}"


def _visible(scene: Scene, node: Node, *, clip: bool) -> QRectF:
    box = QRectF(*node.ink)
    if clip:
        for around in scene.above(node):
            if around.clip:
                box &= around.box
    return box


def _matters(shared: QRectF) -> bool:
    return shared.width() > _SLACK and shared.height() > _SLACK


def _inside(box: QRectF, frame: QRectF) -> bool:
    return frame.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(box)


def _name(node: Node) -> str:
    words = node.text or node.name or node.kind
    return repr(words if len(words) < 50 else words[:47] + "...")


def _place(box: QRectF) -> str:
    return f"{box.x():.0f},{box.y():.0f} {box.width():.0f}x{box.height():.0f}"
