"""The figures of facts.yaml and where they come from.

Owns what a figure and a source may be. Must not know how a language writes a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Literal

from msgspec import Struct

from kiosk.catalog.kinds import Date
from kiosk.reading import FileNotes, Map, Node, Notes, Scalar, Seq
from kiosk.reading.files import read_map
from kiosk.reading.names import check_names, nearest
from kiosk.reading.typed import decode

_VALUE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}|/[1-9][0-9]{0,8})?")
_MM = {"mm": Fraction(1), "inch": Fraction("25.4")}


class Figure(Struct, frozen=True):
    """One figure as facts.yaml has it."""

    value: str
    says: str
    sources: tuple[str, ...]
    unit: Literal["", "mm", "inch", "minute", "hour", "day", "week", "month", "year"] = ""

    @property
    def count(self) -> int | None:
        """The figure as a number of things, or None when it is none."""
        return int(self.value) if self.value.isdigit() and not self.unit else None

    @property
    def mm(self) -> float | None:
        """The figure as a length in millimetres, or None when it is none."""
        factor = _MM.get(self.unit)
        return float(Fraction(self.value) * factor) if factor else None


class _Source(Struct, frozen=True):
    publisher: str
    title: str
    where: str
    read: Date


class Figures:
    """All usable figures and sources, and which figures have been cited."""

    def __init__(
        self, file: str, facts: Map | None, usable: Mapping[str, Figure], publishers: Mapping[str, str]
    ) -> None:
        self.usable = usable
        self.publishers = publishers
        self.cited: set[str] = set()
        self._file = file
        self._facts = facts

    def cite(self, name: str, at: Node, notes: FileNotes) -> Figure | None:
        """The figure called `name`; notes why there is none."""
        self.cited.add(name)
        figure = self.usable.get(name)
        if figure is None and self._facts is not None and self._facts.get(name) is not None:
            notes.fault(at, f"the figure {name!r} is itself faulty", f"correct it in {self._file}")
        elif figure is None:
            notes.fault(at, f"no figure is called {name!r} in {self._file}", nearest(name, self.usable))
        return figure

    def count(self, name: str) -> int:
        """The figure `name` as a number of things; 0 where it is none, which is noted where it is cited."""
        figure = self.usable.get(name)
        return (figure.count if figure else None) or 0

    def mm(self, name: str) -> float:
        """The figure `name` in millimetres; 0 where it is no length, which is noted where it is cited."""
        figure = self.usable.get(name)
        return (figure.mm if figure else None) or 0.0

    def published(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Who published these sources, each once; a source that is not there is noted where it is named."""
        return tuple(dict.fromkeys(self.publishers[name] for name in sources if name in self.publishers))

    def warn_of_unused(self, notes: Notes) -> None:
        """Warn of figures that nothing has cited."""
        for key, _ in self._facts.entries if self._facts else ():
            if key.value not in self.cited:
                notes.on(self._file).warn(key, f"nothing cites the figure {key.value!r}", "cite it, or delete it")


def read_figures(content: Path, notes: Notes) -> Figures:
    """The usable part of facts.yaml."""
    path = content / "facts.yaml"
    root = read_map(path, notes)
    here = notes.on(str(path))
    if root is None:
        return Figures(str(path), None, {}, {})
    check_names(root, ("sources", "facts"), ("sources", "facts"), here)
    publishers: dict[str, str] = {}
    for name, node in _entries(root, "sources", here):
        source = decode(node, _Source, here, lambda _, at, value: checked_date(at, value, here))
        if source:
            publishers[name] = source.publisher
    facts = root.get("facts")
    usable: dict[str, Figure] = {}
    for name, node in _entries(root, "facts", here):
        before = here.breaks
        figure = decode(node, Figure, here)
        if figure and isinstance(node, Map):
            _check(figure, name, node, publishers, here)
        if figure and here.breaks == before:
            usable[name] = figure
    return Figures(str(path), facts if isinstance(facts, Map) else None, usable, publishers)


def checked_date(node: Node, value: object, notes: FileNotes) -> object:
    """`value` itself; notes where it is no date like 2026-01-31."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value), re.ASCII):
            date.fromisoformat(str(value))
            return value
    except ValueError:
        pass
    notes.slip(node, f"{value!r} is no date", 'write it as "2026-01-31"')
    return value


def _entries(root: Map, name: str, notes: FileNotes) -> list[tuple[str, Node]]:
    group = root.get(name)
    if isinstance(group, Map):
        return [(key.value, node) for key, node in group.entries]
    if group is not None:
        notes.fault(group, f"{name!r} should be a group of `name: value`", "correct the value")
    return []


def _check(figure: Figure, name: str, node: Map, publishers: Mapping[str, str], notes: FileNotes) -> None:
    if not _VALUE.fullmatch(figure.value):
        at = node.get("value")
        notes.fault(at, f"{figure.value!r} is no figure", "write a whole number, a decimal (0.5) or a fraction (1/50)")
    sources = node.get("sources")
    if not figure.sources:
        notes.fault(sources, f"the figure {name!r} has no source", "name at least one of the sources above")
    for child in sources.items if isinstance(sources, Seq) else ():
        if isinstance(child, Scalar) and child.value not in publishers:
            notes.fault(child, f"no source is called {child.value!r}", nearest(child.value, publishers))
