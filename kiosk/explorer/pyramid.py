"""A Deep Zoom pyramid: how large its levels are, which tiles they have, where a tile's file is.

Level 0 is one pixel, each next one doubles, the last is the full picture. A pixel of a level stands for exactly 2 x 2
pixels of the next, so at an odd edge it hangs over by one. Owns the .dzi file; never looks at a tile.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from msgspec import Struct

from kiosk.explorer.viewport import Box
from kiosk.reading.source import UnreadableError, read_bytes

MOST_BYTES = 64 * 1024
ENDINGS = ("jpg", "jpeg", "png")
LEAST_SHARP = 0.7
"""How many pixels a level must have for each pixel of the glass."""
_LIMITS = {"TileSize": (64, 2048), "Overlap": (0, 16), "Width": (1, 200_000), "Height": (1, 200_000)}
_MOST_ELEMENTS = 200
_ROOT, _SIZE = "Image", "Size"


class PyramidError(Exception):
    """A .dzi file that cannot be used; the message is a sentence for staff, without a full stop."""


class Tile(Struct, frozen=True, order=True):
    """One tile. Sorted, tiles are in the order in which they are drawn: coarse first."""

    level: int
    column: int
    row: int

    def above(self, level: int) -> Tile:
        """The tile of a coarser (or this) level that this one lies in."""
        up = self.level - level
        return Tile(level, self.column >> up, self.row >> up)

    def meets(self, other: Tile) -> bool:
        """Whether the two show something in common, overlaps apart."""
        level = min(self.level, other.level)
        return self.above(level) == other.above(level)


class Pyramid(Struct, frozen=True):
    """Sizes in pixels; `ending` is one of ENDINGS."""

    width: int
    height: int
    tile: int
    overlap: int
    ending: str

    @property
    def levels(self) -> int:
        """How many there are; the full picture is level `levels - 1`."""
        return (max(self.width, self.height) - 1).bit_length() + 1

    @property
    def top(self) -> int:
        """The full picture's level."""
        return self.levels - 1

    @property
    def base(self) -> int:
        """The finest level that is a single tile."""
        return next(level for level in range(self.top, -1, -1) if self.grid(level) == (1, 1))

    def step(self, level: int) -> int:
        """How many pixels of the full picture one pixel of this level is wide."""
        return 1 << (self.top - level)

    def size(self, level: int) -> tuple[int, int]:
        """Width and height of a level, px of that level."""
        step = self.step(level)
        return -(-self.width // step), -(-self.height // step)

    def grid(self, level: int) -> tuple[int, int]:
        """How many columns and rows of tiles a level has."""
        width, height = self.size(level)
        return -(-width // self.tile), -(-height // self.tile)

    def has(self, level: int, column: int, row: int) -> bool:
        """Whether there is such a tile."""
        if not 0 <= level < self.levels:
            return False
        columns, rows = self.grid(level)
        return 0 <= column < columns and 0 <= row < rows

    def pixels(self, level: int, column: int, row: int) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of a tile with its overlaps, px of its level."""
        width, height = self.size(level)
        return (
            max(0, column * self.tile - self.overlap),
            max(0, row * self.tile - self.overlap),
            min(width, (column + 1) * self.tile + self.overlap),
            min(height, (row + 1) * self.tile + self.overlap),
        )

    def path(self, level: int, column: int, row: int) -> str:
        """A tile's file, beside the .dzi file."""
        return f"image_files/{level}/{column}_{row}.{self.ending}"

    def level_for(self, sharpness: float) -> int:
        """The coarsest level that is sharp enough for `sharpness` pixels of the glass per pixel of the full picture.

        Its pixels are shown 0.7 to 1.4 pixels wide; wider only where nothing finer exists.
        """
        if not (math.isfinite(sharpness) and sharpness > 0):
            return 0
        return next((level for level in range(self.top) if 1 / self.step(level) >= LEAST_SHARP * sharpness), self.top)

    def covering(self, level: int, box: Box) -> Iterator[tuple[int, int]]:
        """Column and row of each tile of a level that has something of `box` (px of the full picture), middle first."""
        columns, rows = self.grid(level)
        each = self.tile * self.step(level)
        across = _span(box.left / each, box.right / each, columns)
        down = _span(box.top / each, box.bottom / each, rows)
        x, y = (value / each - 0.5 for value in box.centre)
        every = ((column, row) for row in down for column in across)
        yield from sorted(every, key=lambda at: ((at[0] - x) ** 2 + (at[1] - y) ** 2, at))


def _span(first: float, last: float, count: int) -> range:
    if not (math.isfinite(first) and math.isfinite(last)) or last <= 0 or first >= count or last <= first:
        return range(0)
    return range(max(0, math.floor(first)), min(count, math.ceil(last)))


def read_dzi(path: Path) -> Pyramid:
    """The pyramid that a .dzi file describes. Raises PyramidError."""
    try:
        data = read_bytes(path, MOST_BYTES)
    except UnreadableError as error:
        raise PyramidError(str(error)) from None
    image, size = _attributes(data)
    ending = image.get("Format", "")
    if ending not in ENDINGS:
        raise PyramidError(f"the tiles' form should be one of {', '.join(ENDINGS)}, not {ending[:20]!r}")
    return Pyramid(
        _number(size, "Width"), _number(size, "Height"), _number(image, "TileSize"), _number(image, "Overlap"), ending
    )


def _attributes(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The attributes of <Image> and of the <Size> in it. Nothing is expanded or fetched: declarations are refused."""
    found: dict[str, dict[str, str]] = {}
    open_elements: list[str] = []
    count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > _MOST_ELEMENTS:
            raise PyramidError("the file has far too many parts")
        open_elements.append(name.rpartition(" ")[2])
        if open_elements in ([_ROOT], [_ROOT, _SIZE]):
            found.setdefault(open_elements[-1], attributes)

    def end(_name: str) -> None:
        open_elements.pop()

    def refuse(*_: object) -> None:
        raise PyramidError("the file declares a document type, which a pyramid never needs")

    parser = expat.ParserCreate("utf-8", " ")  # whatever the file says: names and figures need no other
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise PyramidError(f"this is not valid XML (line {error.lineno})") from None
    for name in (_ROOT, _SIZE):
        if name not in found:
            raise PyramidError(f"the file has no <{name}>, so it is no Deep Zoom pyramid")
    return found[_ROOT], found[_SIZE]


def _number(attributes: dict[str, str], name: str) -> int:
    least, most = _LIMITS[name]
    text = attributes.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most):
        raise PyramidError(f"{name} should be a whole number from {least} to {most}, not {text[:20]!r}")
    return int(text)
