"""Which characters a language's fonts can draw, by the table assets/fonts/fonts.yaml.

Owns that table's form: `families: {text: {Latn: [family, ...]}, title: {...}}`, where the files of the family `My Font`
are `MyFont-*.ttf`. A use (text, title) can draw what any of its families has in all of its weights.
"""

from __future__ import annotations

from functools import reduce
from pathlib import Path

from msgspec import Struct

from kiosk.catalog.glyphs import coverage
from kiosk.reading import Map, Notes
from kiosk.reading.files import read_map
from kiosk.reading.typed import decode


class _File(Struct, frozen=True):
    families: dict[str, dict[str, tuple[str, ...]]]
    desk: dict[str, str] = {}
    """Fonts for the sentences of `desk.py` alone."""


class Fonts:
    """The font table and what has been read of its files; without a table nothing is said about glyphs."""

    def __init__(self, assets: Path, notes: Notes) -> None:
        self._folder = assets / "fonts"
        self._notes = notes
        self._read: dict[str, frozenset[int]] = {}
        table = self._folder / "fonts.yaml"
        root = read_map(table, notes) if table.exists() else None
        self._file = decode(root, _File, notes.on(str(table))) if root else None

    def covered(self, script: str, at: Map, file: str) -> frozenset[int] | None:
        """The code points that every use can draw in `script`; None when nobody can say. `at`: language.yaml."""
        if self._file is None:
            return None
        lists = [files[script] for files in self._file.families.values() if script in files]
        if not lists:
            node = at.get("script")
            known = sorted({name for files in self._file.families.values() for name in files})
            what = f"no font in assets/fonts/fonts.yaml is for the script {script!r}"
            self._notes.on(file).slip(node, what, f"add one; known are {', '.join(known)}")
            return None
        uses = [frozenset[int]().union(*(self._family(name) for name in families)) for families in lists]
        return reduce(frozenset.intersection, uses)

    def _family(self, name: str) -> frozenset[int]:
        if name not in self._read:
            files = sorted(self._folder.glob(f"{name.replace(' ', '')}-*.ttf"))
            if not files:
                self._note(f"the font family {name!r} has no file", "put its .ttf files beside the table")
            self._read[name] = reduce(frozenset.intersection, map(self._font, files)) if files else frozenset()
        return self._read[name]

    def _font(self, path: Path) -> frozenset[int]:
        try:
            return coverage(path)
        except (OSError, ValueError) as error:
            self._note(f"the font {path.name} cannot be read ({error})", "put a TrueType file there")
            return frozenset()

    def _note(self, what: str, mend: str) -> None:
        self._notes.on(str(self._folder / "fonts.yaml")).slip(None, what, mend)
