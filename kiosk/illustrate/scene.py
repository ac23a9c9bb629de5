"""What a scene file says: one breast, one view, its spots. Owns the schema and the scene's fingerprint.

`content/scenes/*.yaml` is read as strings (no tags, no types guessed) and typed here. Every fault is told with its
place and, for a misspelled word, the nearest right one. Must not know how it is drawn.
"""

from __future__ import annotations

import hashlib
import math
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from kiosk import paths
from kiosk.reading import Map, Node, Problem, Scalar, Seq
from kiosk.reading.names import nearest
from kiosk.reading.source import RefusedError, read_text
from kiosk.reading.yaml_tree import parse as read_tree

SCENES = paths.CONTENT / "scenes"
ENGINE = "2"
"""Goes into every fingerprint: raise it when a change of code changes pictures."""


class View(StrEnum):
    """How the breast is pressed: from above, obliquely, or exactly from the side."""

    CC = "CC"
    MLO = "MLO"
    ML = "ML"


class Shape(StrEnum):
    """The fourteen shapes (BI-RADS lexicon, 5th edition, own words in docs/illustrations.md)."""

    SKIN = "skin"
    VASCULAR = "vascular"
    COARSE = "coarse"
    ROD = "rod"
    ROUND = "round"
    PUNCTATE = "punctate"
    RIM = "rim"
    DYSTROPHIC = "dystrophic"
    MILK = "milk"
    SUTURE = "suture"
    AMORPHOUS = "amorphous"
    COARSE_HETEROGENEOUS = "coarse-heterogeneous"
    FINE_PLEOMORPHIC = "fine-pleomorphic"
    FINE_LINEAR = "fine-linear"


class Distribution(StrEnum):
    """The five distributions, and `single` for a spot that is one thing."""

    SINGLE = "single"
    DIFFUSE = "diffuse"
    REGIONAL = "regional"
    GROUPED = "grouped"
    LINEAR = "linear"
    SEGMENTAL = "segmental"


Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]


Side = Annotated[float, Meta(ge=40, le=300)]


class Spot(Struct, frozen=True, forbid_unknown_fields=True):
    """One finding. `at` is its middle in mm from the picture's top left corner."""

    id: Name
    shape: Shape
    at: tuple[float, float]
    distribution: Distribution = Distribution.SINGLE
    seed: int = 0
    """Another number gives another specimen of the same shape."""
    size: Annotated[float, Meta(gt=0.2, le=3)] = 1.0
    """Scales lengths that the definition leaves open (a ring's radius, a vessel's length); never speck sizes."""
    count: Annotated[int, Meta(ge=0, le=400)] = 0
    """How many specks; 0 takes the usual number of the shape."""
    turn: float = 0.0
    """Degrees anticlockwise, where the shape has a direction."""
    view: Annotated[float, Meta(ge=8, le=60)] | None = None
    """Width of the magnification view in mm; None fits the spot."""


class Scene(Struct, frozen=True, forbid_unknown_fields=True):
    """One picture."""

    id: Name
    seed: int
    view: View
    side: Annotated[str, Meta(pattern="^[LR]$")]
    density: Annotated[str, Meta(pattern="^[abcd]$")]
    spots: tuple[Spot, ...]
    exposure: int = 0
    """Another number gives another exposure of the same breast: only the quantum noise differs."""
    canvas: tuple[Side, Side] = (200.0, 260.0)
    """Width and height, mm, in whole tenths."""
    volume: Annotated[float, Meta(ge=0.5, le=1.2)] = 1.0
    """Scales the breast about the middle of the chest wall."""


class SceneError(Exception):
    """A scene file that cannot be drawn; the message says where, why and how to mend it."""


def parse(text: str, name: str) -> Scene:
    """The scene in `text`; `name` stands for the file in messages. Raises SceneError."""
    try:
        root = read_tree(text, name)
    except RefusedError as refused:
        raise SceneError(str(refused)) from None
    try:
        scene = msgspec.convert(_plain(root), Scene, strict=False)
    except msgspec.ValidationError as error:
        raise SceneError(str(_problem(str(error), root, name))) from None
    for where, what, mend in _faults(scene):
        at = _walk(root, where)
        raise SceneError(str(Problem(name, at.line, at.column, what, mend)))
    return scene


def load(path: Path) -> Scene:
    """The scene of a file whose name is the scene's id. Raises SceneError."""
    try:
        scene = parse(read_text(path), path.name)
    except RefusedError as refused:
        raise SceneError(str(refused)) from None
    if scene.id != path.stem:
        raise SceneError(f"{path.name}: the id {scene.id!r} should be the file's name, {path.stem!r}")
    return scene


def load_all(folder: Path = SCENES) -> list[Scene]:
    """All scenes, by name. Raises SceneError."""
    return [load(path) for path in sorted(folder.glob("*.yaml"))]


def fingerprint(scene: Scene) -> str:
    """SHA-256 of what the scene means (comments and order of keys do not matter) and of the engine's number."""
    return hashlib.sha256(ENGINE.encode() + b"\n" + msgspec.json.encode(scene)).hexdigest()


def _faults(scene: Scene) -> list[tuple[str, str, str]]:
    """What types cannot say: (path in the file, what is wrong, how to mend it)."""
    found: list[tuple[str, str, str]] = []
    for index, side in enumerate(scene.canvas):
        if abs(side * 10 - round(side * 10)) > 1e-6:
            found.append((f".canvas[{index}]", f"{side:g} mm is not a whole number of tenths", f"write {side:.1f}"))
    seen: set[str] = set()
    for index, spot in enumerate(scene.spots):
        here = f".spots[{index}]"
        if spot.id in seen:
            found.append((f"{here}.id", f"a spot called {spot.id!r} is already there", "give each its own id"))
        seen.add(spot.id)
        if not all(0 <= place <= side for place, side in zip(spot.at, scene.canvas, strict=True)):
            told = f"{spot.at[0]:g}, {spot.at[1]:g} is not on the canvas"
            found.append((f"{here}.at", told, f"keep to {scene.canvas[0]:g} x {scene.canvas[1]:g} mm"))
        if not math.isfinite(spot.turn):
            found.append((f"{here}.turn", "this is no angle", "write degrees"))
    return found


_WORDS: dict[str, tuple[str, ...]] = {
    **{
        name: tuple(map(str, kind)) for name, kind in (("shape", Shape), ("distribution", Distribution), ("view", View))
    },
    "density": tuple("abcd"),
    "side": tuple("LR"),
}


def _plain(node: Node) -> object:
    if isinstance(node, Map):
        return {key.value: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items] if isinstance(node, Seq) else node.value


def _problem(told: str, root: Node, name: str) -> Problem:
    """msgspec's message with its place in the file and, for a wrong word, the nearest right one."""
    what, _, where = told.partition(" - at `$")
    where = where.rstrip("`")
    at = _walk(root, where)
    mend = "see docs/illustrations.md"
    fields = Spot.__struct_fields__ if where.startswith(".spots[") else Scene.__struct_fields__
    words = _WORDS.get(where.rpartition(".")[2])
    if found := re.search(r"unknown field `(.*)`", what):
        what, mend = f"unknown key {found[1]!r}", nearest(found[1], fields)
        if isinstance(at, Map):
            at = next(key for key, _ in at.entries if key.value == found[1])
    elif found := re.search(r"missing required field `(.*)`", what):
        what, mend = f"the key {found[1]!r} is missing", f"add `{found[1]}:`"
    elif words and isinstance(at, Scalar):
        what, mend = f"{at.value!r} is no {where.rpartition('.')[2]}", nearest(at.value, words)
    elif "regex" in what:
        what, mend = "this id cannot be a file's name", "use small letters, digits and single hyphens between them"
    return Problem(name, at.line, at.column, what[0].lower() + what[1:], mend)


def _walk(root: Node, where: str) -> Node:
    """The node at a path such as `.spots[0].at`, or the last one on the way that is there."""
    at = root
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", where):
        if isinstance(at, Map):
            below = at.get(name)
        else:
            below = at.items[int(index)] if isinstance(at, Seq) and index and int(index) < len(at.items) else None
        if below is None:
            break
        at = below
    return at
