"""Reads the layers of a kiosk's settings and lays them over one another.

Owns that maps merge name by name while lists and values replace, and that a value which does not fit leaves the one
below it standing. Every value remembers its layer. Must not know what is kept of a former start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from kiosk.reading import FileNotes, Map, Node, Notes, Problem, Scalar, Severity
from kiosk.reading.problem import printable
from kiosk.reading.source import RefusedError, read_text
from kiosk.reading.typed import decode
from kiosk.reading.yaml_tree import parse
from kiosk.settings.environment import spoken, tree_of, variable
from kiosk.settings.merging import merged, stamped
from kiosk.settings.model import Site
from kiosk.settings.places import MOST_PARTS, Place, is_there, parts_of

_NOWHERE = Map((), 0, 0)
_LISTED = "see docs/settings.md for what it may hold"

NO_MODE = "the mode cannot be read here, so the site counts as production and offers no drafts"


class Layers(Struct, frozen=True):
    """What all layers say together."""

    root: Map
    """Everything as written, the highest layer's word on each name."""
    fit: Map
    """What of it counts."""
    site: Site
    """What fits of it; where a value does not, the one below it stands, or the default."""
    unread: tuple[Path, ...] = ()
    """Files and folders that could not be read, for a reason that need not stand in them."""


def read_layers(place: Place, environ: Mapping[str, str], notes: Notes) -> Layers:
    """The settings at `place` under the variables of `environ`; what is wrong is in `notes`, at the layer it is in."""
    files, unread = _files(place, notes)
    root, fit = _NOWHERE, _NOWHERE
    hidden: Node | None = None
    for path in files:
        layer = _file(path, notes)
        if layer is None:
            unread.append(path)
        else:
            root, fit = merged(root, layer), merged(fit, _fitting(layer, notes))
    for name, value, label in spoken(place, environ, notes):
        layer = tree_of(name, value, label, notes)
        if layer is not None:
            root, fit = merged(root, layer), merged(fit, _fitting(layer, notes))
        elif name == variable("mode"):
            hidden = Scalar("", 0, 0, label)
    if unread:
        hidden = Scalar("", 1, 1, printable(str(unread[0])))
    fit = _strict(root, fit, hidden, notes)
    site = decode(fit, Site, Notes().on(""), whole_paths(place)) or Site()
    return Layers(root, fit, site, tuple(unread))


def _strict(root: Map, fit: Map, hidden: Node | None, notes: Notes) -> Map:
    """What counts, with production as the mode where nobody knows it: a slip must not show drafts to patients.

    `hidden`: where a mode may stand that cannot be read.
    """
    written, counts = root.get("mode"), fit.get("mode")
    slip = written if written is not counts else hidden
    if slip is None or (isinstance(counts, Scalar) and counts.value == "production"):
        return fit
    notes.on("").warn(slip, NO_MODE, "mend what is wrong here")
    place = f"{slip.file}:{slip.line}" if slip.line else slip.file
    mode = Scalar("production", 0, 0, f"{place}, where it cannot be read")
    return merged(fit, Map(((Scalar("mode", 0, 0), mode),), 0, 0))


def whole_paths(place: Place) -> Callable[[str, Node, object], object]:
    """Paths as they are meant: from the folder of the file that says them."""

    def look(what: str, node: Node, value: object) -> object:
        if what != "path" or not isinstance(value, str):
            return value
        folder = Path(node.file).absolute().parent if node.line else place.base
        return printable(str(folder / value))

    return look


def _files(place: Place, notes: Notes) -> tuple[list[Path], list[Path]]:
    """The files that are layers, the lowest first; and the folders that cannot be looked into."""
    found, shut = [place.first], []
    if place.parts is not None:
        try:
            names = parts_of(place.parts)
        except OSError as error:
            what = "this should be a folder" if isinstance(error, NotADirectoryError) else _cannot(error)
            notes.take(Problem(str(place.parts), 1, 1, what, "make it a folder that the kiosk can read, or delete it"))
            shut.append(place.parts)
            names = []
        for name in names:
            if name.endswith(".yml"):
                here = notes.on(str(place.parts / name))
                here.warn(None, "this file is not read, for its name ends in .yml", "let it end in .yaml")
        names = [name for name in names if name.endswith(".yaml")]
        if len(names) > MOST_PARTS:
            what = (
                f"{len(names)} files are here, more than {MOST_PARTS}: those after {names[MOST_PARTS - 1]} are not read"
            )
            notes.take(Problem(str(place.parts), 1, 1, what, "put what belongs together into one file"))
        found.extend(place.parts / name for name in names[:MOST_PARTS])
    if place.last is not None and is_there(place.last):
        found.append(place.last)
    return found, shut


def _cannot(error: OSError) -> str:
    return f"the folder cannot be read ({error.strerror or error})"


def _file(path: Path, notes: Notes) -> Map | None:
    """What the file says, stamped with its name; None, with the reason in `notes`, where it cannot be read."""
    name = printable(str(path))
    try:
        text = read_text(path)
        if _is_all_comments(text):
            return Map((), 1, 1, name)
        root = stamped(parse(text, name), name)
    except RefusedError as refused:
        notes.take(refused.problem)
        return None
    except MemoryError:
        notes.take(Problem(name, 1, 1, "no memory was left to read the file", "close other programs"))
        return None
    if isinstance(root, Map):
        return root
    notes.on(name).fault(root, "the file should hold `name: value` lines", _LISTED)
    return None


def _is_all_comments(text: str) -> bool:
    """Whether everything is commented out, as in a file to fill in; a file without any word was cut off."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    return bool(lines) and all(line.startswith("#") for line in lines)


class _Finder(FileNotes):
    """Notes what is wrong with a layer, and keeps where."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(notes, "")
        self.nodes: set[int] = set()

    def void(self, at: Node) -> None:
        self.nodes.add(id(at))

    def _add(self, at: Node | None, what: str, mend: str, severity: Severity) -> None:
        self.nodes.add(id(at))
        super()._add(at, what, mend, severity)


def _fitting(layer: Map, notes: Notes) -> Map:
    """The layer without what does not fit; what is wrong in it is noted.

    A list with an item that fits stays: the decoder knows its items.
    """
    finder = _Finder(notes)
    decode(layer, Site, finder)
    return _without(layer, finder.nodes) if finder.nodes else layer


def _without(group: Map, nodes: set[int]) -> Map:
    kept: list[tuple[Scalar, Node]] = []
    for key, value in group.entries:
        if id(key) not in nodes and id(value) not in nodes:
            kept.append((key, _without(value, nodes) if isinstance(value, Map) else value))
    return Map(tuple(kept), group.line, group.column, group.file)
