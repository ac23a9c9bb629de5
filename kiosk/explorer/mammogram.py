"""One drawn mammogram: its pyramid, its size in millimeters, and the spots that are drawn in it.

Owns the reading of `truth.json` and the rule that a spot which cannot be shown is left out and told. Opens two small
files and looks at no tile, so that a large picture opens as quickly as a small one.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from kiosk.explorer.pyramid import Pyramid, PyramidError, Tile, read_dzi
from kiosk.explorer.viewport import Box
from kiosk.reading.source import MissingError, UnreadableError, read_bytes

DZI, TRUTH = "image.dzi", "truth.json"
NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
MOST_BYTES = 4 * 1024 * 1024
_MOST_SPOTS = 200
_AROUND = 6.0
"""mm of dark air around the outline of the breast."""
_PIXEL = (0.001, 10.0)
_MOST_VIEW = 4096
"""px along a side of a magnification view, which is held whole."""


class MammogramError(Exception):
    """A picture that cannot be shown: the file at fault, and a sentence for staff, without a full stop."""

    def __init__(self, file: Path, what: str) -> None:
        super().__init__(f"{file}: {what}")
        self.file = file
        self.what = what


class Magnified(Struct, frozen=True):
    """A magnification view: its file beside the .dzi file, the part that it shows (mm), mm per pixel."""

    file: str
    box: Box
    pixel_mm: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, px."""
        return round(self.box.width / self.pixel_mm), round(self.box.height / self.pixel_mm)


class Spot(Struct, frozen=True):
    """What there is to see at one place; all in mm. `least`, `median` and `most` are how long its pieces are."""

    id: str
    shape: str
    distribution: str
    x: float
    y: float
    radius: float
    ring: tuple[float, float, float]
    """Middle and radius of the ring that points at it."""
    count: int
    least: float
    median: float
    most: float
    magnified: Magnified | None = None


class Mammogram(Struct, frozen=True):
    """A picture that can be shown."""

    id: str
    folder: Path
    pyramid: Pyramid
    pixel_mm: float
    """mm per pixel of the full picture."""
    view: str = ""
    """"MLO", "CC", "ML" and so on; "" when nobody says."""
    side: str = ""
    """Where the chest wall is: "L", "R" or ""."""
    body: Box = Box(0.0, 0.0, 0.0, 0.0)
    """What "whole picture" shows, mm."""
    spots: tuple[Spot, ...] = ()
    faults: tuple[str, ...] = ()
    """What was left out, and why: clauses without a full stop."""
    damaged: set[Tile] = msgspec.field(default_factory=set)
    """Tiles that could not be shown so far. The one thing that changes: it is about files, not about who looks."""
    spoiled: set[str] = msgspec.field(default_factory=set)
    """Magnification views that were found damaged, by spot: the log names each once."""

    @property
    def box(self) -> Box:
        """The whole picture, mm."""
        return Box(0.0, 0.0, self.pyramid.width * self.pixel_mm, self.pyramid.height * self.pixel_mm)

    def spot(self, ident: str) -> Spot | None:
        return next((spot for spot in self.spots if spot.id == ident), None)

    def tile_box(self, level: int, column: int, row: int) -> Box:
        """Where a tile with its overlaps lies, mm. At the picture's right and lower edge a coarse one may hang over."""
        each = self.pyramid.step(level) * self.pixel_mm
        left, top, right, bottom = self.pyramid.pixels(level, column, row)
        return Box(left * each, top * each, right * each, bottom * each)


_Text = Annotated[str, Meta(max_length=100)]
_Pair = tuple[float, float]


class _Sizes(Struct):
    least: float
    median: float
    most: float


class _Magnified(Struct):
    file: _Text
    box_mm: tuple[float, float, float, float]
    pixel_mm: float


class _Spot(Struct):
    id: _Text
    x_mm: float
    y_mm: float
    radius_mm: float
    ring_mm: tuple[float, float, float]
    size_mm: _Sizes
    count: Annotated[int, Meta(ge=1, le=1_000_000)] = 1
    shape: _Text = ""
    distribution: _Text = ""
    magnified: _Magnified | None = None


class _Truth(Struct):
    """What the explorer needs of `truth.json`; the places of single specks are passed over."""

    format: Annotated[int, Meta(ge=1, le=1)]
    pixel_mm: float
    width_mm: float
    height_mm: float
    view: _Text = ""
    side: _Text = ""
    outline_mm: Annotated[list[_Pair], Meta(max_length=20_000)] = []
    spots: Annotated[list[_Spot], Meta(max_length=_MOST_SPOTS)] = []


def load(folder: Path, pixel_mm: float | None = None) -> Mammogram:
    """The picture in `folder`. Raises MammogramError.

    `pixel_mm` (mm per pixel) is for a picture without a `truth.json`; what that file says comes first.
    """
    try:
        pyramid = read_dzi(folder / DZI)
    except PyramidError as error:
        raise MammogramError(folder / DZI, str(error)) from None
    truth = _read_truth(folder / TRUTH)
    if truth is None:
        if not pixel_mm:
            raise MammogramError(folder / TRUTH, "there is no such file, and no `pixel_mm` is given for the picture")
        if not _PIXEL[0] <= pixel_mm <= _PIXEL[1]:
            raise MammogramError(folder / DZI, f"`pixel_mm` is {pixel_mm:g}; it should be {_PIXEL[0]} to {_PIXEL[1]}")
        whole = Mammogram(folder.name, folder, pyramid, pixel_mm)
        return msgspec.structs.replace(whole, body=whole.box)
    whole = Mammogram(folder.name, folder, pyramid, truth.pixel_mm, truth.view, truth.side)
    _check_size(whole, truth)
    faults: list[str] = []
    spots = _spots(whole, truth, faults)
    return msgspec.structs.replace(whole, body=_body(whole, truth), spots=spots, faults=tuple(faults))


def _read_truth(path: Path) -> _Truth | None:
    """What `truth.json` says; None when there is none."""
    try:
        data = read_bytes(path, MOST_BYTES)
    except MissingError:
        return None
    except UnreadableError as error:
        raise MammogramError(path, str(error)) from None
    try:
        truth = msgspec.json.decode(data, type=_Truth)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, MemoryError) as error:
        raise MammogramError(path, f"the file is damaged ({error})") from None
    if not _PIXEL[0] <= truth.pixel_mm <= _PIXEL[1]:
        raise MammogramError(path, f"`pixel_mm` should be {_PIXEL[0]} to {_PIXEL[1]}, not {truth.pixel_mm:g}")
    if truth.side not in ("", "L", "R"):
        raise MammogramError(path, f'`side` should be "L" or "R", not {truth.side!r}')
    return truth


def _check_size(whole: Mammogram, truth: _Truth) -> None:
    """Every place would be wrong in a picture of another size."""
    box = whole.box
    for name, said, drawn in (("width", truth.width_mm, box.width), ("height", truth.height_mm, box.height)):
        if not abs(said - drawn) <= 1.5 * whole.pixel_mm:
            what = f"the {name} is {said:g} mm here but {drawn:g} mm in {DZI}"
            raise MammogramError(whole.folder / TRUTH, what)


def _body(whole: Mammogram, truth: _Truth) -> Box:
    points = [point for point in truth.outline_mm if all(map(math.isfinite, point))]
    if not points:
        return whole.box
    across, down = [x for x, _ in points], [y for _, y in points]
    grown = Box(min(across), min(down), max(across), max(down)).grown(_AROUND)
    left = 0.0 if truth.side == "L" else grown.left
    right = whole.box.right if truth.side == "R" else grown.right
    body = Box(left, grown.top, right, grown.bottom).cut(whole.box)
    return body if body.width > 0 and body.height > 0 else whole.box


def _spots(whole: Mammogram, truth: _Truth, faults: list[str]) -> tuple[Spot, ...]:
    found: dict[str, Spot] = {}
    for number, told in enumerate(truth.spots, 1):
        name = f"spot {told.id!r}" if NAME.fullmatch(told.id) else f"spot {number}"
        if name == f"spot {number}" and not NAME.fullmatch(told.id):
            faults.append(f"{name} has no proper id: it should be small letters and figures, joined by - or _")
        elif told.id in found:
            faults.append(f"{name} stands twice")
        elif not whole.box.holds(told.x_mm, told.y_mm):
            faults.append(f"{name} lies outside the picture")
        elif what := _odd(told):
            faults.append(f"{name}: {what}")
        else:
            found[told.id] = _made(whole, told, name, faults)
    return tuple(found.values())


def _odd(told: _Spot) -> str:
    """What cannot be about a spot's numbers, or ""."""
    sizes = told.size_mm
    numbers = (told.radius_mm, *told.ring_mm, sizes.least, sizes.median, sizes.most)
    if not all(math.isfinite(number) and abs(number) < 1e4 for number in numbers):
        return "a number in it is far too large"
    if told.radius_mm <= 0 or told.ring_mm[2] <= 0:
        return "its radius is not larger than 0"
    if not 0 < sizes.least <= sizes.median <= sizes.most:
        return "its sizes are not in order: 0 < least <= median <= most"
    return ""


def _made(whole: Mammogram, told: _Spot, name: str, faults: list[str]) -> Spot:
    magnified = None
    if told.magnified is not None:
        said = told.magnified
        magnified = Magnified(said.file, Box(*said.box_mm), said.pixel_mm)
        what = _odd_view(whole, magnified)
        if what:
            faults.append(f"the magnification view of {name}: {what}")
            magnified = None
    sizes = told.size_mm
    return Spot(
        id=told.id,
        shape=told.shape,
        distribution=told.distribution,
        x=told.x_mm,
        y=told.y_mm,
        radius=told.radius_mm,
        ring=told.ring_mm,
        count=told.count,
        least=sizes.least,
        median=sizes.median,
        most=sizes.most,
        magnified=magnified,
    )


def _odd_view(whole: Mammogram, view: Magnified) -> str:
    stem, _, ending = view.file.rpartition(".")
    if not NAME.fullmatch(stem) or ending not in ("png", "jpg", "jpeg"):
        return f"{view.file!r} is no file name it could have"
    if not whole.box.grown(1.5 * whole.pixel_mm).contains(view.box) or view.box.width <= 0 or view.box.height <= 0:
        return "its box is empty or not inside the picture"
    if not _PIXEL[0] <= view.pixel_mm <= _PIXEL[1] or not all(1 <= side <= _MOST_VIEW for side in view.size):
        return f"its `pixel_mm` gives it more than {_MOST_VIEW} pixels a side, or none"
    return ""
