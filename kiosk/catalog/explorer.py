"""Reads explorer.yaml: the mammograms that can be explored, their spots, what is compared, and the guided look.

Owns what makes that structure usable. Must not know words, nor what a picture looks like.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.catalog.choices import Choices
from kiosk.catalog.figures import Figures
from kiosk.catalog.kinds import MarkPlan, ReviewPlan, Source
from kiosk.catalog.references import References, Shelf
from kiosk.catalog.structure import warn_of_review
from kiosk.reading import FileNotes, Map, Node, Notes, Scalar, Seq
from kiosk.reading.files import read_map
from kiosk.reading.names import nearest
from kiosk.reading.typed import decode

FILE = "explorer.yaml"
STEPS = 7
"""How many steps the guided look has: the whole, the white, closer, size, shape, pattern, what comes next."""
_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*", re.ASCII)  # it becomes the name of a folder or a file

_Name = Annotated[str, Meta(extra={"is": "name"})]
_Mm = Annotated[float, Meta(ge=0.05, le=250)]
_PixelMm = Annotated[float, Meta(ge=0.005, le=1)]


class SpotPlan(Struct, frozen=True):
    """One spot of a picture, by its id in the picture's truth.json."""

    id: _Name
    least: _Mm
    most: _Mm
    """The drawn sizes of its smallest and its largest piece, in millimetres."""
    measure: Literal["specks", "whole"] = "specks"
    """Whether its size is said piece by piece or as one."""
    words: str = ""
    """Under which name its words stand, where that is not its id; two spots may share them."""

    @property
    def wording(self) -> str:
        """Under which name its words stand."""
        return self.words or self.id


class PicturePlan(Struct, frozen=True):
    """One picture, by the name of its folder; its spots in the order of their numbers."""

    id: _Name
    spots: tuple[SpotPlan, ...] = ()
    alone: bool = True
    pixel_mm: _PixelMm | None = None


class PairPlan(Struct, frozen=True):
    """Two pictures side by side; with `wipe`, one may also lie over the other."""

    id: str
    left: str
    right: str
    wipe: bool = False


class SidePlan(Struct, frozen=True):
    """One spot of the comparison of sizes."""

    picture: str
    spot: str


class SizesPlan(Struct, frozen=True):
    """The comparison of sizes."""

    left: Annotated[SidePlan, Meta(extra={"is": "side"})]
    right: Annotated[SidePlan, Meta(extra={"is": "side"})]
    marks: Annotated[tuple[MarkPlan, ...], Meta(min_length=1, extra={"is": "parts"})]


class StepPlan(Struct, frozen=True):
    """One step of the guided look."""

    id: str
    picture: str
    spot: str = ""
    show: Literal["whole", "spot", "near", "lens"] = "whole"
    rings: bool = False


class ExplorerPlan(Struct, frozen=True):
    """explorer.yaml."""

    sources: Annotated[tuple[Source, ...], Meta(min_length=1, extra={"unique": True})]
    review: Annotated[Literal["none"] | ReviewPlan, Meta(extra={"is": "review"})]
    pictures: Annotated[
        tuple[Annotated[PicturePlan, Meta(extra={"is": "drawn"})], ...], Meta(min_length=1, extra={"is": "pictures"})
    ]
    pairs: Annotated[tuple[Annotated[PairPlan, Meta(extra={"is": "pair"})], ...], Meta(extra={"is": "parts"})]
    sizes: SizesPlan
    guide: Annotated[tuple[Annotated[StepPlan, Meta(extra={"is": "step"})], ...], Meta(extra={"is": "guide"})]


class ExplorerStructure(Struct, frozen=True):
    """What is known of explorer.yaml."""

    plan: ExplorerPlan | None
    """None when it cannot be read whole."""
    sound: bool
    """Whether all that it refers to is there; if not, its words can be checked but not shown."""


def read_explorer(
    content: Path, shelf: Shelf, figures: Figures, choices: Choices, notes: Notes, *, today: date | None
) -> ExplorerStructure | None:
    """The structure in explorer.yaml; None where `content` has no such file, which is no fault.

    `today` is for naming a review that is overdue; None names none.
    """
    path = content / FILE
    if not path.exists():
        return None
    before = notes.breaks
    here = notes.on(str(path))
    tree = read_map(path, notes)
    look = _Look(shelf, References(shelf, figures, choices, here), here)
    plan = decode(tree, ExplorerPlan, here, look) if tree else None
    if tree is not None:
        warn_of_review(tree, here, today)
    if notes.breaks - before > look.references.dangling:
        return ExplorerStructure(None, sound=False)  # a part is lost: its words would only seem to be unknown
    look.check_places()
    return ExplorerStructure(plan, sound=notes.breaks == before)


def drawn_sizes(content: Path) -> dict[str, PicturePlan]:
    """What `content` says of its pictures, by id, for whoever holds it beside the drawings; faults are left out."""
    path = content / FILE
    notes = Notes()
    tree = read_map(path, notes) if path.exists() else None
    plan = decode(tree, ExplorerPlan, notes.on(str(path))) if tree else None
    return {picture.id: picture for picture in plan.pictures} if plan else {}


class _Look:
    """What the parts of the file say of one another; places are checked when all of it is known."""

    def __init__(self, shelf: Shelf, references: References, notes: FileNotes) -> None:
        self.references = references
        self._shelf = shelf
        self._notes = notes
        self._pictures: dict[str, Mapping[str, SpotPlan]] = {}
        self._later: list[tuple[Map, PairPlan | SidePlan | StepPlan]] = []

    def __call__(self, what: str, node: Node, value: object) -> object:
        """See `kiosk.reading.typed.Look`."""
        match what, node, value:
            case "name", Scalar(), str():
                if not _ID.fullmatch(value):
                    self._notes.fault(node, f"{value!r} is no id", "use small letters, digits, - and _")
            case "drawn", Map(), PicturePlan():
                self._check_picture(node, value)
            case (("pair" | "side" | "step"), Map(), (PairPlan() | SidePlan() | StepPlan())):
                self._later.append((node, value))
            case "pictures", Seq(), tuple():
                self._check_once(node, "picture")
                if not any(picture.alone for picture in value):
                    self._notes.fault(node, "no picture can be chosen", "take `alone: false` away from one")
            case "guide", Seq(), _:
                self._check_once(node, "step")
                if len(node.items) != STEPS:
                    self._notes.fault(
                        node, f"{len(node.items)} steps here, but the guided look has {STEPS}", "see docs/content.md"
                    )
            case _:
                return self.references.look(what, node, value)
        return value

    def check_places(self) -> None:
        """Note the pairs, sizes and steps that name a picture or a spot that is not in this file."""
        for node, value in self._later:
            match value:
                case PairPlan():
                    known = [self._picture(node, name, getattr(value, name)) for name in ("left", "right")]
                    if all(known) and value.left == value.right:
                        what = f"both sides are {value.left!r}"
                        self._notes.fault(node.get("right"), what, "name two pictures")
                case SidePlan():
                    self._spot(node, value.picture, value.spot)
                case StepPlan(spot=""):
                    self._picture(node, "picture", value.picture)
                    if value.show != "whole":
                        what = f"the step shows a {value.show!r}, but no spot"
                        self._notes.fault(node.get("show"), what, "name the spot, or show the whole")
                case StepPlan():
                    self._spot(node, value.picture, value.spot)

    def _check_picture(self, node: Map, picture: PicturePlan) -> None:
        """A missing drawing is a slip: a visitor reads that it cannot be shown, and the rest can be."""
        self._pictures[picture.id] = {spot.id: spot for spot in picture.spots}
        drawn = self._shelf.mammograms.get(picture.id)
        if drawn is None:
            where = self._shelf.places["picture"]
            what = f"no picture is called {picture.id!r} in {where}"
            self._notes.slip(node.get("id"), what, nearest(picture.id, self._shelf.mammograms))
        spots = node.get("spots")
        if not isinstance(spots, Seq):
            return
        self._check_once(spots, "spot")
        for part in spots.items:
            name = part.get("id") if isinstance(part, Map) else None
            if drawn is not None and isinstance(name, Scalar) and name.value not in drawn:
                self._notes.slip(
                    name, f"no spot is called {name.value!r} in {picture.id!r}", nearest(name.value, drawn)
                )
            spot = self._pictures[picture.id].get(name.value) if isinstance(name, Scalar) else None
            if isinstance(part, Map) and spot is not None:
                self._check_size(part, spot)

    def _check_size(self, node: Map, spot: SpotPlan) -> None:
        if spot.least > spot.most:
            self._notes.fault(node.get("least"), "the least size is more than the most", "correct the sizes")
        elif spot.measure == "whole" and spot.least != spot.most:
            self._notes.fault(node.get("measure"), "one thing has one size", "make `least` and `most` the same")

    def _check_once(self, node: Seq, what: str) -> None:
        seen: set[str] = set()
        for part in node.items:
            name = part.get("id") if isinstance(part, Map) else None
            if isinstance(name, Scalar):
                if name.value in seen:
                    self._notes.fault(name, f"the {what} {name.value!r} stands twice here", "give each its own id")
                seen.add(name.value)

    def _picture(self, node: Map, key: str, picture: str) -> bool:
        return self._known(node.get(key), "picture", picture, self._pictures, "in this file")

    def _spot(self, node: Map, picture: str, spot: str) -> None:
        if self._picture(node, "picture", picture):
            self._known(node.get("spot"), "spot", spot, self._pictures[picture], f"in {picture!r} in this file")

    def _known(self, node: Node | None, what: str, name: str, names: Collection[str], where: str) -> bool:
        if name in names:
            return True
        self._notes.fault(node, f"no {what} is called {name!r} {where}", nearest(name, names))
        return False
