"""The ruler: names every letter that is too small, every target that is too small and every gap that is too narrow.

Lengths are millimeters of a glass whose diagonal is known. Reads a `Scene` and font files, so that planted faults can
prove it. The limits are those of 36 CFR 1194 (402.4), EN 301 549 (5.1.4) and of studies of touch on standing kiosks.
"""
# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextLayout

from kiosk import paths
from kiosk.bridge.eye import Node, Scene
from kiosk.settings.model import Screen
from tests.ui.reach import visible

CAPITALS = 4.8
"""How high capitals are at least, at any text size."""
TARGET, GAP = 20.0, 3.0
_SLACK = 1.0
"""Pixels: layouts round."""
_REFERENCE = {"LATIN": "H", "ARABIC": "\u0627", "CJK": "\u56fd", "HANGUL": "\ud55c"}
"""A letter of full height of each script: a capital, alef, a body. Digits go with Latin."""


def px_per_mm(scene: Scene, screen: Screen) -> float:
    return math.hypot(scene.window.width(), scene.window.height()) / (screen.diagonal_inch * 25.4)


def least_capitals(screen: Screen, percent: int) -> float:
    """The least height of capitals: 4.8 mm, and at the largest text size 0.7 degrees from where people stand."""
    return max(CAPITALS, 0.7 * math.pi * screen.viewing_distance_mm / 180) if percent >= 200 else CAPITALS


# --- letters ---


@cache
def _files() -> dict[tuple[str, int], TTFont]:
    """The shipped fonts by family and weight."""
    found = {}
    for file in sorted((paths.ASSETS / "fonts").glob("*.[ot]tf")):
        font = TTFont(file)
        family = font["name"].getBestFamilyName()
        found[family, int(font["OS/2"].usWeightClass)] = font
    return found


@cache
def height_of(family: str, weight: int, script: str) -> float:
    """How high this script's letters are in a shipped font, in em: the flat capital, alef, or the square body."""
    weights = {w: font for (f, w), font in _files().items() if f == family}
    assert weights, f"{family!r} is no font of ours"
    font = weights[min(weights, key=lambda w: abs(w - weight))]
    names, em = font.getBestCmap(), int(font["head"].unitsPerEm)
    letter = _REFERENCE[script]
    if ord(letter) not in names:
        letter = next((chr(code) for code in names if script_of(chr(code)) == script), "")
    assert letter, f"{family!r} has no letters of {script}"
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[names[ord(letter)]].draw(pen)
    _, bottom, _, top = pen.bounds
    return float(top - min(0, bottom)) / em


@cache
def script_of(letter: str) -> str:
    """Which of the measured scripts a character belongs to; "" for what has no height of its own (spaces, marks)."""
    if letter.isdigit():
        return "LATIN"
    kind = unicodedata.name(letter, "").split(" ")[0] if letter.isalpha() else ""
    return kind if kind in _REFERENCE else ""


@cache
def lowest(text: str, font: tuple[str, float, int, float]) -> tuple[float, str]:
    """The height in pixels of the letters that stand lowest in `text`, and the font that draws them."""
    family, size, weight, _ = font
    made = QFont(family)
    made.setPixelSize(round(size))
    made.setWeight(QFont.Weight(weight))
    line = text.replace("\n", " ")
    layout = QTextLayout(line, made)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    found: list[tuple[float, str]] = []
    for at, letter in enumerate(line):
        script = script_of(letter)
        for run in layout.glyphRuns(at, 1) if script else ():
            raw = run.rawFont()
            found.append((height_of(raw.familyName(), raw.weight(), script) * raw.pixelSize(), raw.familyName()))
    return min(found, default=(math.inf, ""))


def small_letters(scene: Scene, screen: Screen, percent: int) -> Iterator[str]:
    """One sentence for each text whose capitals are too low."""
    scale, least = px_per_mm(scene, screen), least_capitals(screen, percent)
    for node in scene.texts():
        high, drawn = lowest(node.text, node.font)
        if high / scale < least - 0.5 / scale:  # fonts are whole pixels high
            yield f"{_name(node)} has capitals of {high / scale:.2f} mm ({drawn}); {least:.2f} are asked for"


# --- targets ---


def _targets(scene: Scene) -> list[tuple[Node, QRectF]]:
    """What can be touched, and what is seen of it."""
    found = ((n, visible(scene, n)) for n in scene.nodes if n.button and n.enabled)
    return [(n, box) for n, box in found if box.width() > _SLACK and box.height() > _SLACK]


def small_targets(scene: Scene, screen: Screen) -> Iterator[str]:
    """One sentence for each target that is smaller than 20 x 20 mm; one that a page's edge cuts is scrolled there."""
    scale = px_per_mm(scene, screen)
    for node, _ in _targets(scene):
        wide, high = node.box.width() / scale, node.box.height() / scale
        if min(wide, high) < TARGET - _SLACK / scale:
            yield f"{node.kind} {_name(node)} is {wide:.1f} x {high:.1f} mm; {TARGET:g} x {TARGET:g} are asked for"


def narrow_gaps(scene: Scene, screen: Screen) -> Iterator[str]:
    """One sentence for each two targets with less than 3 mm between them."""
    scale = px_per_mm(scene, screen)
    for (one, first), (other, second) in combinations(_targets(scene), 2):
        gap = _between(first, second) / scale
        if gap < GAP - _SLACK / scale and not _meant(scene, one, other):
            yield f"{one.kind} {_name(one)} and {other.kind} {_name(other)} are {gap:.1f} mm apart, not {GAP:g}"


def _between(one: QRectF, other: QRectF) -> float:
    """The shortest way from one to the other; 0 where they touch."""
    across = max(one.left() - other.right(), other.left() - one.right(), 0.0)
    down = max(one.top() - other.bottom(), other.top() - one.bottom(), 0.0)
    return math.hypot(across, down)


def _meant(scene: Scene, one: Node, other: Node) -> bool:
    """Two targets that may stand closer."""
    kinds = {one.kind, other.kind}
    # The list and the two arrows of the sheet lead to every spot, too; the lens is carried about.
    if kinds & {"Ring", "Grip"}:
        return True
    # "More below" floats over the page that it scrolls, and what it covers is scrolled out from under it.
    if "MoreBelow" in kinds:
        floats = one if one.kind == "MoreBelow" else other
        page = scene.scrolling(other if floats is one else one)
        return page is not None and scene.within(page, "ScrollColumn") == scene.within(floats, "ScrollColumn")
    return False


# --- what large words leave ---


def lost(scene: Scene) -> Iterator[str]:
    """Where the bar takes more than half of the glass, and pages that go on below without a word of it."""
    for bar in [*scene.of_kind("VisitBar"), *scene.of_kind("ListenStrip")]:
        if bar.box.top() < scene.window.height() / 2:
            yield f"the bar begins {bar.box.top():.0f} px from the top: the page has less than half of the glass"
    told = {scene.within(n, "ScrollColumn") for n in scene.of_kind("MoreBelow")}
    for page in scene.nodes:
        if page.scrolls and page.length - page.position > page.box.height() * 0.2:
            column = scene.within(page, "ScrollColumn")
            if column not in told:
                yield f"{column.kind if column else page.kind} at {page.rect} goes on below and does not say so"


def bar_slots(scene: Scene) -> tuple[tuple[float, ...], ...]:
    """Where the places of the bar stand."""
    return tuple(sorted(n.rect for n in scene.of_kind("BarItem")))


def _name(node: Node) -> str:
    words = node.text or node.name or node.kind
    return repr(words if len(words) < 50 else words[:47] + "...")
