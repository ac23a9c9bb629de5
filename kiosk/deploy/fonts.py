"""Builds `assets/fonts` from public packages: `python -m kiosk.deploy.fonts [FOLDER]`; needs npm, apt-get, fontTools.

Two families for reading come from npm packages, cut there into pieces that are joined here again. Four tiny fonts hold
just the letters with which the kiosk says "please ask at the desk" where a language has no font yet; they are cut from
Debian's Noto packages. The same input gives the same bytes. Must not import the kiosk but for its paths.
"""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

from kiosk.paths import ASSETS, PACKAGE

EPOCH = 3_786_912_000  # 2024-01-01 in seconds since 1904: fonts carry this date whenever they are built
HINTS = ["fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX", "LTSH", "DSIG", "STAT", "vhea", "vmtx", "VORG", "BASE", "meta"]
"""Hinting, which joining breaks and Qt Quick does not use, and what only vertical or signed fonts need."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file made of the pieces of an npm package."""

    file: str
    family: str
    style: str
    weight: int
    package: str
    stem: str
    pieces: tuple[str, ...]


ATKINSON, LITERATA = "@fontsource/atkinson-hyperlegible-next@5.3.0", "@fontsource/literata@5.3.0"
NEXT, NEXT_STEM, NEXT_PIECES = "Atkinson Hyperlegible Next", "atkinson-hyperlegible-next", ("latin", "latin-ext")
FACES = (
    Face("AtkinsonHyperlegibleNext-Regular.ttf", NEXT, "Regular", 400, ATKINSON, NEXT_STEM, NEXT_PIECES),
    Face("AtkinsonHyperlegibleNext-SemiBold.ttf", NEXT, "SemiBold", 600, ATKINSON, NEXT_STEM, NEXT_PIECES),
    Face("AtkinsonHyperlegibleNext-Bold.ttf", NEXT, "Bold", 700, ATKINSON, NEXT_STEM, NEXT_PIECES),
    Face(
        "Literata-SemiBold.ttf", "Literata", "SemiBold", 600, LITERATA, "literata", ("latin", "latin-ext", "vietnamese")
    ),
)
LICENCES = {"OFL-AtkinsonHyperlegibleNext.txt": ATKINSON, "OFL-Literata.txt": LITERATA}


@dataclass(frozen=True, slots=True)
class Desk:
    """One tiny font: a language's own name and its desk sentence, cut from a Noto font."""

    code: str
    own_name: str
    package: str
    source: str
    number: int = -1


CJK = "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
DESKS = (
    Desk("vi", "Tiếng Việt", "fonts-noto-core", "usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
    Desk("zh-Hans", "简体中文", "fonts-noto-cjk", CJK, 2),
    Desk("ar", "العربية", "fonts-noto-core", "usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"),
    Desk("ko", "한국어", "fonts-noto-cjk", CJK, 1),
)


def desk_sentences() -> dict[str, str]:
    """The sentences of kiosk/catalog/desk.py by language code, read as text: this room imports no other."""
    tree = ast.parse((PACKAGE / "catalog" / "desk.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "DESK" and node.value:
            return dict(ast.literal_eval(node.value))
    raise LookupError("kiosk/catalog/desk.py has no DESK")


def npm_files(package: str, scratch: Path) -> dict[str, bytes]:
    """The files of an npm package by their path inside it."""
    told = subprocess.run(["npm", "pack", "--silent", package], cwd=scratch, check=True, capture_output=True, text=True)
    with tarfile.open(scratch / told.stdout.split()[-1]) as archive:
        return {
            member.name.removeprefix("package/"): body.read()
            for member in archive.getmembers()
            if member.isfile() and (body := archive.extractfile(member))
        }


def debian_tree(package: str, scratch: Path) -> Path:
    """The unpacked files of a Debian package."""
    folder = scratch / package
    folder.mkdir()
    subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True, capture_output=True)
    (deb,) = folder.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", deb, folder / "tree"], check=True)
    return folder / "tree"


def cut(font: TTFont, characters: set[int]) -> None:
    """Keep these characters with all their shaping, drop the rest and all hinting."""
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += HINTS
    worker = Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)


def join(pieces: list[bytes], scratch: Path) -> TTFont:
    """One font with the characters of all pieces, each taken from the first piece that has it."""
    seen: set[int] = set()
    files: list[str] = []
    for number, piece in enumerate(pieces):
        font = TTFont(BytesIO(piece), recalcTimestamp=False)
        new = set(font.getBestCmap()) - seen
        cut(font, new)
        seen |= new
        font.flavor = None
        path = scratch / f"piece{number}.ttf"
        font.save(path)
        files.append(str(path))
    return Merger(options=MergeOptions(drop_tables=HINTS)).merge(files)


def to_truetype(font: TTFont) -> None:
    """Turn CFF outlines into TrueType ones (at most half a unit off), so that all our files are of one kind."""
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


def name(font: TTFont, family: str, style: str, weight: int) -> None:
    """Give the font the names and weight by which systems find it, and our fixed dates."""
    plain = style in {"Regular", "Bold"}
    names = font["name"]
    kept = {i: names.getDebugName(i) for i in (0, 5, 13, 14)}
    names.names = []
    full = {
        **{number: text for number, text in kept.items() if text},
        1: family if plain else f"{family} {style}",
        2: style if plain else "Regular",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        **({} if plain else {16: family, 17: style}),
    }
    for number, text in sorted(full.items()):
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b110_0001) | (0x20 if style == "Bold" else 0x40)
    font["head"].macStyle = 1 if style == "Bold" else 0
    font["head"].created = font["head"].modified = EPOCH
    font.recalcTimestamp = False


def build_reading(folder: Path, scratch: Path) -> str:
    """The two families for reading and their licences; gives the text of the OFL without its copyright line."""
    packages = {package: npm_files(package, scratch) for package in (ATKINSON, LITERATA)}
    for face in FACES:
        files = packages[face.package]
        font = join([files[f"files/{face.stem}-{piece}-{face.weight}-normal.woff2"] for piece in face.pieces], scratch)
        name(font, face.family, face.style, face.weight)
        font.save(folder / face.file)
    for file, package in LICENCES.items():
        (folder / file).write_bytes(packages[package]["LICENSE"])
    return packages[ATKINSON]["LICENSE"].decode().partition("\n")[2]


def build_desk(folder: Path, scratch: Path, licence: str) -> None:
    """One font per language of DESKS, family "Desk <code>"."""
    sentences = desk_sentences()
    trees: dict[str, Path] = {}
    owners: list[str] = []
    for desk in DESKS:
        if desk.package not in trees:
            trees[desk.package] = debian_tree(desk.package, scratch)
        font = TTFont(trees[desk.package] / desk.source, fontNumber=desk.number, recalcTimestamp=False)
        cut(font, {ord(letter) for letter in desk.own_name + sentences.get(desk.code, "") + " "})
        if "CFF " in font:
            to_truetype(font)
        owner = re.split(r"\.?\s(?:All|This)\s", font["name"].getDebugName(0))[0]
        owners += [] if owner in owners else [owner]
        name(font, f"Desk {desk.code}", "Regular", 400)
        font.save(folder / f"Desk-{desk.code}.ttf")
    notice = "Desk-*.ttf are cut from Noto Sans, Noto Sans Arabic and Noto Sans CJK.\n" + "\n".join(owners)
    (folder / "OFL-Noto.txt").write_text(notice + "\n" + licence, encoding="utf-8")


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        licence = build_reading(folder, Path(scratch))
        build_desk(folder, Path(scratch), licence)
    for path in sorted(folder.glob("*.ttf")):
        print(f"{path.name}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
