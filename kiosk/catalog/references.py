"""Checks that what a structure file refers to is there: pictures, drawings, figures, sources, settings.

Owns the meaning of the `is` extras of `kinds`. Must not know words.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.catalog.choices import Choices
from kiosk.catalog.figures import Figures, checked_date
from kiosk.reading import FileNotes, Map, Node, Scalar, Seq
from kiosk.reading.names import nearest
from kiosk.reading.source import RefusedError, read_text

ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_TAKEN = {"block": ("title", "card", "says", "ask"), "id": ("title", "band", "note")}
"""Names of words; a block or a part of this name would hide them."""


class _Spot(Struct):
    id: str
    magnified: dict[str, object] | None = None


class _Truth(Struct):
    """The part of a mammogram's truth.json that names can be taken from."""

    spots: tuple[_Spot, ...] = ()


class Shelf:
    """The names of the pictures and drawings that exist."""

    def __init__(self, assets: Path) -> None:
        truths = _truths(assets / "mammograms")
        self.mammograms = {name: frozenset(spot.id for spot in truth.spots) for name, truth in truths.items()}
        """The ids of the spots of each picture."""
        views = (f"{name}.{spot.id}" for name, truth in truths.items() for spot in truth.spots if spot.magnified)
        self.names = {
            "picture": frozenset((*truths, *views)),
            "scene": _names(assets / "art" / "scenes", ".svg"),
            "icon": _names(assets / "art" / "icons", ".svg"),
        }
        self.places = {
            "picture": str(assets / "mammograms"),
            "scene": str(assets / "art" / "scenes"),
            "icon": str(assets / "art" / "icons"),
        }


class References:
    """A `Look` for one structure file."""

    def __init__(self, shelf: Shelf, figures: Figures, choices: Choices, notes: FileNotes) -> None:
        self._shelf = shelf
        self._figures = figures
        self._choices = choices
        self._notes = notes
        self._blocks: set[str] = set()
        self.dangling = 0
        """How many of the noted faults are references that lead nowhere; the structure itself is whole."""

    def look(self, what: str, node: Node, value: object) -> object:
        """See `kiosk.reading.typed.Look`."""
        before = self._notes.breaks
        match what, node:
            case (("picture" | "scene" | "icon"), Scalar()):
                self._check_file(what, node)
            case "source", Scalar():
                if node.value not in self._figures.publishers:
                    publishers = self._figures.publishers
                    self._notes.fault(node, f"no source is called {node.value!r}", nearest(node.value, publishers))
            case (("count" | "size"), Scalar()):
                self._check_figure(what, node)
            case (("id" | "block"), Scalar()):
                self._check_id(what, node)
            case "parts", Seq():
                self._check_parts(node)
            case "groups", Seq():
                self._check_sum(node)
            case "when", Map():
                self._choices.check(node, self._notes)
            case "date", Scalar():
                checked_date(node, value, self._notes)
        if what in ("source", "count", "size", "when"):
            self.dangling += self._notes.breaks - before
        return value

    def _check_file(self, what: str, node: Scalar) -> None:
        """A missing drawing leaves a gap that the words bridge: the page stays."""
        names = self._shelf.names[what]
        if node.value not in names:
            where = self._shelf.places[what]
            self._notes.slip(
                node, f"no {what} is called {node.value!r} in {where}", nearest(node.value, self._like(what, node))
            )

    def _like(self, what: str, node: Scalar) -> Collection[str]:
        """The names to choose from: all spots of all pictures would be no help."""
        if what != "picture":
            return self._shelf.names[what]
        picture, _, spot = node.value.partition(".")
        spots = self._shelf.mammograms.get(picture, ()) if spot else ()
        return [f"{picture}.{name}" for name in spots] or list(self._shelf.mammograms)

    def _check_figure(self, what: str, node: Scalar) -> None:
        figure = self._figures.cite(node.value, node, self._notes)
        if figure is not None and what == "count" and figure.count is None:
            self._notes.fault(
                node, f"the figure {node.value!r} is no number of pebbles", "cite a whole number without unit"
            )
        if figure is not None and what == "size" and figure.mm is None:
            self._notes.fault(node, f"the figure {node.value!r} is no length", "cite a figure in mm or inch")

    def _check_id(self, what: str, node: Scalar) -> None:
        if not ID.fullmatch(node.value):
            self._notes.fault(node, f"{node.value!r} is no id", "use small letters, digits and _, a letter first")
        elif node.value in _TAKEN[what]:
            self._notes.fault(node, f"the id {node.value!r} has a meaning in word files", "choose another id")
        elif what == "block" and node.value in self._blocks:
            self._notes.fault(node, f"the id {node.value!r} stands twice in this topic", "give the block its own id")
        self._blocks.update({node.value} if what == "block" else ())

    def _check_parts(self, node: Seq) -> None:
        seen: set[str] = set()
        for part in node.items:
            name = part.get("id") if isinstance(part, Map) else None
            if isinstance(name, Scalar):
                if name.value in seen:
                    self._notes.fault(name, f"the id {name.value!r} stands twice here", "give each part its own id")
                seen.add(name.value)

    def _check_sum(self, node: Seq) -> None:
        total = 0
        for group in node.items:
            name = group.get("count") if isinstance(group, Map) else None
            figure = self._figures.usable.get(name.value) if isinstance(name, Scalar) else None
            if figure is None or figure.count is None:
                return  # noted where it stands
            total += figure.count
        if total != 100:
            self._notes.fault(node, f"the groups have {total} pebbles together", "make them 100")


def _truths(folder: Path) -> dict[str, _Truth]:
    """What is in each picture, by name; nothing is known of one without a truth.json, or with a faulty one.

    A folder with a dot before its name is one that is being drawn.
    """
    try:
        names = sorted(path.parent.name for path in folder.glob("[!.]*/image.dzi"))
    except OSError:
        return {}
    found: dict[str, _Truth] = {}
    for name in names:
        try:
            found[name] = msgspec.json.decode(read_text(folder / name / "truth.json"), type=_Truth)
        except (RefusedError, msgspec.MsgspecError, RecursionError):
            found[name] = _Truth()
    return found


def _names(folder: Path, ending: str) -> frozenset[str]:
    try:
        return frozenset(path.stem for path in folder.iterdir() if path.suffix == ending and path.is_file())
    except OSError:
        return frozenset()
