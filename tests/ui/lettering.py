"""What really draws a text: the families that Qt takes its glyphs from, and the heights of letters in font files."""
# mypy: disable-error-code="import-untyped"

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QGlyphRun, QTextLayout

from kiosk import paths
from kiosk.bridge.eye import Node
from kiosk.catalog.faces import files_of, style_for
from kiosk.catalog.glyphs import NEVER_SEEN

READING = {
    "vi": {"Literata", "Noto Sans"},
    "zh-Hans": {"Noto Sans SC"},
    "ar": {"Noto Sans Arabic", "Atkinson Hyperlegible Next"},
    "ko": {"Noto Sans KR"},
    "en": {"Literata", "Atkinson Hyperlegible Next"},
}
"""The families that each language is set in."""
CUT = ("vi", "zh-Hans", "ar", "ko")
"""The languages with a tiny font for their own name."""
_TALL = "\ud55c\u4e2dH\u0627T"
"""A Hangul syllable, a Han character, a capital, alef, a capital: the first that a font has stands for its letters."""


@cache
def cap_height(family: str, weight: int) -> float:
    """How high a family's letters are in em, in the weight that Qt sets for `weight`, measured at their outline.

    Latin: a flat capital. Arabic: alef. Han and Hangul: a whole square body, from its foot.
    """
    files = files_of(paths.ASSETS / "fonts", family)
    style = style_for(weight, files)
    assert style is not None, f"there is no font {family!r}"
    font = TTFont(files[style])
    names, glyphs = font.getBestCmap(), font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[next(names[ord(char)] for char in _TALL if ord(char) in names)].draw(pen)
    _, bottom, _, top = pen.bounds
    return float(top - min(0, bottom)) / int(font["head"].unitsPerEm)


def reach(family: str, weight: int, letters: str) -> float:
    """From the foot of the deepest of these letters to the top of the highest, in em."""
    files = files_of(paths.ASSETS / "fonts", family)
    font = TTFont(files[style_for(weight, files) or ""])
    names, glyphs = font.getBestCmap(), font.getGlyphSet()
    pen = BoundsPen(glyphs)
    for letter in letters:
        glyphs[names[ord(letter)]].draw(pen)
    return float(pen.bounds[3] - pen.bounds[1]) / int(font["head"].unitsPerEm)


def font_of(node: Node) -> QFont:
    """The font that an item asks for."""
    family, size, weight, spacing = node.font
    font = QFont(family)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight(weight))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return font


def runs(text: str, font: QFont) -> list[QGlyphRun]:
    """What Qt draws of one line of text."""
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return list(layout.glyphRuns())


def visual(text: str, font: QFont) -> str:
    """The characters of one line in the order in which they stand on the glass, from the left."""
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    found: list[tuple[float, int]] = []
    for at in range(len(text)):
        places = [place.x() for run in layout.glyphRuns(at, 1) for place in run.positions()]
        if places and text[at] not in NEVER_SEEN:
            found.append((min(places), at))
    return "".join(text[at] for _, at in sorted(found))


def families(text: str, font: QFont) -> set[str]:
    """The families whose glyphs draw `text`; "nothing" among them for a box."""
    drawn = runs(text, font)
    return {run.rawFont().familyName() if 0 not in run.glyphIndexes() else "nothing" for run in drawn}


def strangers(nodes: Iterable[Node], allowed: set[str]) -> list[str]:
    """The words that are drawn by other families, or not at all."""
    found = ((node.text, families(node.text, font_of(node))) for node in nodes)
    return [f"{text!r} by {', '.join(sorted(by - allowed))}" for text, by in found if by - allowed]
