"""Which characters a font is cut down to: a language's basic set, and whatever its content uses besides.

The basic sets are wide, so that a reworded sentence seldom needs new fonts. Reads the content as text; must not know
fonts.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.paths import PACKAGE
from kiosk.reading import Map, Node, Notes, Scalar, Seq
from kiosk.reading.files import read_map

SILENT = (*range(0x200B, 0x2010), *range(0x2060, 0x206A), 0xFEFF)
"""What is never seen: zero-width and direction marks. Fonts get them, or Qt would look for them in other fonts."""
_LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x100))
_PUNCTUATION = tuple(range(0x2010, 0x2028)), tuple(range(0x2030, 0x205F))
_SIGNS = (0x20AC, 0x2122, 0x2190, 0x2192, 0x2212, 0x2248, 0x2264, 0x2265)
_COMMON = (*_LATIN, *_PUNCTUATION[0], *_PUNCTUATION[1], *_SIGNS)
_VIETNAMESE = (*range(0x100, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1E00, 0x1F00), 0x300, 0x301, 0x303, 0x309)
_DOT_BELOW, _DONG = 0x323, 0x20AB
_ASCII_BUT_SPACE = frozenset(range(0x21, 0x7F))


def wanted(content: Path, code: str, has: Iterable[int]) -> set[int]:
    """What the font of the language `code` is cut down to; `has`: what it has."""
    found = basic(code, has) | of_content(content, code)
    # Latin letters, digits and ASCII marks of Arabic text come from the next family in its list, so that a telephone
    # number or "0.5 mm" looks as it does in English.
    return found - _ASCII_BUT_SPACE if code == "ar" else found


def basic(code: str, has: Iterable[int]) -> set[int]:
    """The basic set of the language `code`; `has`: what its font has."""
    match code:
        case "vi":
            return {*_COMMON, *_VIETNAMESE, _DOT_BELOW, _DONG}
        case "zh-Hans":
            symbols = set(_table("gb2312", range(0xA1, 0xA4), range(0xA1, 0xFF)))
            return {*_COMMON, *symbols, *range(0x3000, 0x3040), *range(0xFF00, 0xFFF0), *_gb2312_level_1()}
        case "ko":
            return {*_COMMON, *range(0x3000, 0x3040), *_table("euc_kr", range(0xA1, 0xFF), range(0xA1, 0xFF))}
        case "ar":
            return set(has)
    raise LookupError(f"there is no basic set for {code!r}; write one here")


def of_content(content: Path, code: str) -> set[int]:
    """Every character in the files of the language `code`, those of publishers among them."""
    files = [*sorted((content / code).glob("*.yaml")), content / "facts.yaml"]
    return {ord(char) for file in files if file.is_file() for char in file.read_text(encoding="utf-8")} - {0x0A, 0x0D}


def of_first_screen(content: Path, code: str, own_name: str) -> set[int]:
    """What the first screen, the closed page and a resting glass show of `code` before its fonts are loaded."""
    notes = Notes()
    words = [own_name, " ", _desk_sentences().get(code, "")]
    early = [("interface", path) for path in (("attract", "draft"), ("staff", "back_soon"), ("staff", "begin"))]
    for file, path in (("language", ("name",)), *early):
        yaml = content / code / f"{file}.yaml"
        if yaml.is_file():
            words.extend(_line(read_map(yaml, notes), path))
    if notes.problems:
        raise ValueError("\n".join(map(str, notes.problems)))
    return {ord(char) for text in words for char in text}


def _desk_sentences() -> dict[str, str]:
    """The sentences of kiosk/catalog/desk.py by language code, read as text: this room imports no other."""
    tree = ast.parse((PACKAGE / "catalog" / "desk.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "DESK" and node.value:
            return dict(ast.literal_eval(node.value))
    raise LookupError("kiosk/catalog/desk.py has no DESK")


def _line(node: Node | None, path: tuple[str, ...]) -> Iterator[str]:
    for name in path:
        node = node.get(name) if isinstance(node, Map) else None
    if isinstance(node, Scalar):
        yield node.value
    elif isinstance(node, Seq):
        yield from (item.value for item in node.items if isinstance(item, Scalar))


def _gb2312_level_1() -> Iterator[int]:
    """The 3755 Han characters of rows 16 to 55, those in daily use."""
    return _table("gb2312", range(0xA0 + 16, 0xA0 + 56), range(0xA1, 0xFF))


def _table(codec: str, rows: Iterable[int], cells: Iterable[int]) -> Iterator[int]:
    """The code points of a table of two-byte codes."""
    columns = tuple(cells)
    for row in rows:
        for cell in columns:
            text = bytes((row, cell)).decode(codec, errors="ignore")
            if len(text) == 1:
                yield ord(text)
