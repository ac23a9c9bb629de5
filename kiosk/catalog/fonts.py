"""What each language is set in, by the table assets/fonts/fonts.yaml, and which characters that can draw.

Owns the table's form and its faults. Where no table is, as in a test's content, nothing is said about glyphs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from pathlib import Path

from msgspec import Struct, field

from kiosk.catalog.faces import files_of, style_for
from kiosk.catalog.glyphs import NEVER_SEEN, coverage
from kiosk.catalog.model import Typeface
from kiosk.reading import FileNotes, Map, Notes, Scalar
from kiosk.reading.files import read_map
from kiosk.reading.typed import decode

BUILD = "build the fonts again: python -m kiosk.deploy.fonts"
TEXT_WEIGHTS = (400, 600, 700)
NAME_WEIGHT, NOTE_WEIGHT = 600, 400
"""The weights of a language's own name and its draft mark."""


class _File(Struct, frozen=True):
    scripts: dict[str, Typeface]
    languages: dict[str, Typeface] = field(default_factory=dict)
    tiny: dict[str, str] = field(default_factory=dict)


class Coverage:
    """What one language's fonts can draw, in every weight that sets it."""

    def __init__(self, faces: Mapping[str, frozenset[int]]) -> None:
        """`faces`: code points by the name of a family and style."""
        self._faces = faces
        self._everywhere = reduce(frozenset.intersection, faces.values())

    def lacking(self, char: str) -> tuple[str, ...] | None:
        """The faces that cannot draw `char`; empty for all of them; None when there is none, or nothing to draw."""
        if ord(char) in self._everywhere or char.isspace() or char in NEVER_SEEN:
            return None
        faces = tuple(name for name, points in self._faces.items() if ord(char) not in points)
        return faces if len(faces) < len(self._faces) else ()


class Fonts:
    """The font table and what has been read of its files."""

    def __init__(self, assets: Path, notes: Notes) -> None:
        self._folder = assets / "fonts"
        self._all = notes
        self._notes = notes.on(str(self._folder / "fonts.yaml"))
        self._files: dict[str, dict[str, Path]] = {}
        self._read: dict[Path, frozenset[int] | None] = {}
        self._table: _File | None = None
        if self._folder.is_dir():
            root = read_map(self._folder / "fonts.yaml", notes)
            self._table = decode(root, _File, self._notes) if root else None
            if root and self._table:
                _check_followers(root, self._notes)

    def typeface(self, code: str, script: str, at: Map, file: str) -> Typeface | None:
        """What the language `code` in `script` is set in; None after noting why not. `at`: the tree of `file`."""
        if self._table is None:
            return None
        found = self._table.languages.get(code) or self._table.scripts.get(script)
        if found is None:
            what = f"no font in assets/fonts/fonts.yaml is for the script {script!r}"
            known = ", ".join(sorted(self._table.scripts))
            self._all.on(file).slip(at.get("script"), what, f"add one; known are {known}")
        return found

    def face(self, code: str, typeface: Typeface | None) -> str:
        """The family that draws the own name and the draft mark of `code`; empty when there is none."""
        tiny = self._table.tiny.get(code) if self._table else None
        return tiny or (typeface.text[0] if typeface else "")

    def coverage(self, typeface: Typeface) -> Coverage | None:
        """What can be drawn in `typeface`; None, after noting why, when a font of it is missing or damaged."""
        uses = [(typeface.title, typeface.title_weight), *((typeface.text, weight) for weight in TEXT_WEIGHTS)]
        faces: dict[str, frozenset[int]] = {}
        for families, weight in uses:
            found = [self._points(family, weight) for family in families]
            if any(points is None for points in found):
                return None
            style = style_for(weight, self._family(families[0]))
            faces[f"{families[0]} {style}"] = frozenset[int]().union(*(points or () for points in found))
        return Coverage(faces)

    def check_line(self, face: str, node: Scalar, weight: int, notes: FileNotes) -> None:
        """Note what the family `face` cannot draw of the words at `node`, which stand on the first screen."""
        points = self._points(face, weight) if face else None
        lacking = "" if points is None else "".join(sorted({c for c in node.value if ord(c) not in points}))
        if lacking.strip():
            what = f"the font {face!r}, which draws this before the language is chosen, lacks {lacking!r}"
            notes.slip(node, what, BUILD)

    def _points(self, family: str, weight: int) -> frozenset[int] | None:
        """The code points of the file that sets `weight` in `family`; None, after noting why, when there is none."""
        files = self._family(family)
        style = style_for(weight, files)
        return self._font(files[style]) if style else None

    def _family(self, name: str) -> dict[str, Path]:
        if name not in self._files:
            self._files[name] = files_of(self._folder, name)
            if not self._files[name]:
                mend = f"put {name.replace(' ', '')}-Regular.ttf beside the table, or {BUILD}"
                self._notes.slip(None, f"the font family {name!r} has no file", mend)
        return self._files[name]

    def _font(self, path: Path) -> frozenset[int] | None:
        if path not in self._read:
            try:
                self._read[path] = coverage(path)
            except (OSError, ValueError) as error:
                self._notes.slip(
                    None, f"the font {path.name} cannot be read ({error})", f"install it again, or {BUILD}"
                )
                self._read[path] = None
        return self._read[path]


def _check_followers(root: Map, notes: FileNotes) -> None:
    """Qt knows one list of followers for each family: a family that leads two lists must have the same in both."""
    followers: dict[str, list[str]] = {}
    for part in ("scripts", "languages"):
        rows = root.get(part)
        for _, row in rows.entries if isinstance(rows, Map) else ():
            for use in ("title", "text"):
                families = row.get(use) if isinstance(row, Map) else None
                names = [n.value for n in getattr(families, "items", ()) if isinstance(n, Scalar)]
                if names and followers.setdefault(names[0], names[1:]) != names[1:]:
                    what = f"{names[0]!r} is followed by other families here than above"
                    notes.fault(families, what, "give it the same followers everywhere")
