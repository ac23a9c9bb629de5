"""Puts figures and the site's phrases into words.

Owns what may stand between braces. Must not know blocks or files' forms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from kiosk.catalog.figures import Figures
from kiosk.catalog.fonts import BUILD, Coverage
from kiosk.catalog.language import Language
from kiosk.catalog.lint import lint
from kiosk.reading import FileNotes, Scalar
from kiosk.reading.names import nearest

_CITATION = re.compile(r"\{([^{}]*)\}")
_RIGHT_TO_LEFT_MARK = "\u200f"


class Resolver:
    """Words of one language with figures and phrases put in."""

    def __init__(self, language: Language, figures: Figures, glyphs: Coverage | None) -> None:
        self._language = language
        self._figures = figures
        self._glyphs = glyphs
        """What the language's fonts can draw; None when nobody can say."""
        self._lacking: set[str] = set()
        self.phrases: dict[str, str | None] = {}
        """The site's phrases by name; None for one that is itself faulty."""

    def line(self, node: Scalar, notes: FileNotes, running: Collection[str] = ()) -> str | None:
        """The words at `node`, or None after noting why not; `running` names values put in while the kiosk runs."""
        before = notes.breaks
        source = node.value.strip()
        if not source:
            notes.fault(node, "the words are missing", "write them, or delete the key")
            return None
        bare = _CITATION.sub("", source)
        if "{" in bare or "}" in bare:
            notes.fault(node, "a brace without its partner", "write {name}, or delete the brace")
        lint(node, bare, notes)
        for name in running:
            if f"{{{name}}}" not in source:
                notes.fault(node, f"the value {{{name}}} is missing", "put it where it belongs in the sentence")
        text = _CITATION.sub(lambda found: self._cited(found[1], node, notes, running), source)
        self._check_glyphs(node, text, notes)
        return self._directed(text) if notes.breaks == before else None

    def _directed(self, text: str) -> str:
        """A right-to-left text that begins with a Latin name gets a mark, or it would be drawn from left to right."""
        if self._language.direction == "ltr":
            return text
        kinds = (unicodedata.bidirectional(char) for char in _CITATION.sub("", text))
        first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "AL")
        return _RIGHT_TO_LEFT_MARK + text if first == "L" else text

    def _cited(self, name: str, node: Scalar, notes: FileNotes, running: Collection[str]) -> str:
        if name in running:
            return f"{{{name}}}"
        if name.startswith("site."):
            return self._phrase(name.removeprefix("site."), node, notes)
        figure = self._figures.cite(name.removesuffix(".value"), node, notes)
        if figure is None:
            return ""
        text = self._language.write(figure, bare=name.endswith(".value"))
        if text is None:
            notes.fault(
                node,
                f"{{{name}}} is in the unit {figure.unit!r}, which has no usable form in this language",
                "write the unit in language.yaml",
            )
        return text or ""

    def _phrase(self, name: str, node: Scalar, notes: FileNotes) -> str:
        if name not in self.phrases:
            notes.fault(node, f"no phrase is called {name!r} in choices.yaml", nearest(name, self.phrases))
        elif self.phrases[name] is None:
            notes.fault(node, f"the phrase {name!r} is itself faulty", "correct it in this language's choices.yaml")
        return self.phrases.get(name) or ""

    def _check_glyphs(self, node: Scalar, text: str, notes: FileNotes) -> None:
        if self._glyphs is None:
            return
        for char in sorted(set(text) - self._lacking):
            faces = self._glyphs.lacking(char)
            if faces is None:
                continue
            self._lacking.add(char)
            where = f" in {', '.join(faces)}" if faces else ""
            what = f"the language's fonts cannot draw {char!r} (U+{ord(char):04X}){where}"
            notes.slip(node, what, f"write it another way, or {BUILD}")
