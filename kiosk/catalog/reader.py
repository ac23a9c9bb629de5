"""Reads words of one file as structs, with figures and phrases put in.

Owns what the `is` extras of `wordings` mean. Must not know what a block or page is.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from msgspec import Struct

from kiosk.catalog.figures import Figures
from kiosk.catalog.lint import lint_card
from kiosk.catalog.resolve import Resolver
from kiosk.reading import FileNotes, Node, Scalar
from kiosk.reading.names import nearest
from kiosk.reading.typed import decode

T = TypeVar("T", bound=Struct)


class Reader:
    """Reads words of one file, with figures and phrases put in."""

    def __init__(self, resolver: Resolver, figures: Figures, notes: FileNotes) -> None:
        self._resolver = resolver
        self._figures = figures
        self.notes = notes

    def read(self, node: Node | None, kind: type[T]) -> T | None:
        """The words at `node` as a `kind`; None after noting why not (or where there is no node, which others note)."""
        return decode(node, kind, self.notes, self._look) if node else None

    def line(self, node: Node | None, running: Collection[str] = ()) -> str:
        """The one line of words at `node`; empty after noting why not. `running` names values that are put in later."""
        if node is not None and not isinstance(node, Scalar):
            self.notes.fault(node, "this should be one line of words", "write them after the colon")
        return (self._resolver.line(node, self.notes, running) or "") if isinstance(node, Scalar) else ""

    def _look(self, what: str, node: Node, value: object) -> object:
        if not isinstance(node, Scalar):
            return value
        if what == "source" and node.value not in self._figures.publishers:
            self.notes.fault(node, f"no source is called {node.value!r}", nearest(node.value, self._figures.publishers))
        if what not in ("line", "card"):
            return value
        text = self._resolver.line(node, self.notes)
        if text is not None and what == "card":
            lint_card(node, text, self.notes)
        return text
