"""Cuts, joins and names fonts with fontTools. Knows no package, no language and no file of ours.

The same input gives the same bytes: dates are fixed, and nothing depends on the machine.
"""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

EPOCH = 3_786_912_000  # 2024-01-01 in seconds since 1904: fonts carry this date whenever they are built
HINTS = ["fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX", "LTSH", "DSIG", "STAT", "vhea", "vmtx", "VORG", "BASE", "meta"]
"""Hinting, which joining breaks and Qt Quick does not use, and what only vertical or signed fonts need."""
ALL = ("*",)
HORIZONTAL = ("ccmp", "kern", "liga", "clig", "calt", "mark", "mkmk", "ljmo", "vjmo", "tjmo")
"""What Chinese and Korean text in lines needs; the other features of Noto Sans CJK hold thousands of variants."""


def opened(data: bytes | Path, number: int = -1) -> TTFont:
    """The font in `data`; `number` where it is one of a collection."""
    source = BytesIO(data) if isinstance(data, bytes) else data
    return TTFont(source, fontNumber=number, recalcTimestamp=False)


def cut(font: TTFont, characters: Iterable[int], features: Sequence[str] = ALL) -> None:
    """Keep these characters with the shaping of `features`, drop the rest and all hinting."""
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += HINTS
    worker = Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)


def join(pieces: Sequence[bytes], scratch: Path) -> TTFont:
    """One font with the characters of all pieces, each taken from the first piece that has it."""
    seen: set[int] = set()
    files: list[str] = []
    for number, piece in enumerate(pieces):
        font = opened(piece)
        new = set(font.getBestCmap()) - seen
        cut(font, new)
        seen |= new
        font.flavor = None
        path = scratch / f"piece{number}.ttf"
        font.save(path)
        files.append(str(path))
    return Merger(options=MergeOptions(drop_tables=HINTS)).merge(files)


def silence(font: TTFont, characters: Iterable[int]) -> None:
    """Let characters that are never seen have the glyph of the space; shaping takes its width away."""
    space = font.getBestCmap()[0x20]
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.update((code, space) for code in characters)


def to_truetype(font: TTFont) -> None:
    """Turn CFF outlines into TrueType ones (at most half a unit off), which are smaller where there are few."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = newTable("glyf")
    table.glyphs, table.glyphOrder = {}, order
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 0.5, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), table
    del font["CFF "]
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    for field in (
        *("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"),
        *("maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints"),
        *("maxCompositeContours", "maxComponentDepth"),
    ):
        setattr(limits, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def owner(font: TTFont) -> str:
    """The line of the font's copyright that names its owner."""
    notice = str(font["name"].getDebugName(0))
    for end in (" All ", " This "):
        notice = notice.partition(end)[0]
    return notice.rstrip(". ")


def name(font: TTFont, family: str, style: str, weight: int) -> None:
    """Give the font the names and weight by which systems find it, and our fixed dates."""
    plain = style in {"Regular", "Bold"}
    names = font["name"]
    kept = {i: names.getDebugName(i) for i in (0, 5, 13, 14)}
    names.names = []
    script = f"{family.replace(' ', '')}-{style}"
    full = {
        **{number: text for number, text in kept.items() if text},
        1: family if plain else f"{family} {style}",
        2: style if plain else "Regular",
        4: f"{family} {style}",
        6: script,
        **({} if plain else {16: family, 17: style}),
    }
    for number, text in sorted(full.items()):
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b110_0001) | (0x20 if style == "Bold" else 0x40)
    font["head"].macStyle = 1 if style == "Bold" else 0
    font["head"].created = font["head"].modified = EPOCH
    font.recalcTimestamp = False
    if "CFF " in font:
        outlines = font["CFF "].cff
        outlines.fontNames = [script]
        top = outlines.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = family, f"{family} {style}", style
