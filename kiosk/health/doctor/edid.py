"""The two fields of a display's EDID that say how large it is. It may lie: many panels give their box's size, or none.

Owns those bytes. Must not know where they come from nor what size is wished.
"""

from __future__ import annotations

from msgspec import Struct

_BLOCK = 128
_HEADER = b"\x00\xff\xff\xff\xff\xff\xff\x00"
_SHAPES = frozenset({(160, 100), (1600, 900), (1600, 1000)})
"""In millimeters: 16 by 9 and 16 by 10 in whatever unit. No panel has exactly these sides."""


class Size(Struct, frozen=True):
    """Of the picture area, in millimeters."""

    width: int
    height: int

    @property
    def diagonal_inch(self) -> float:
        return float((self.width**2 + self.height**2) ** 0.5 / 25.4)


def size(data: bytes) -> Size | None:
    """What the display says of its size: to the millimeter where it can, else to the centimeter; None where it is none.

    A projector or an adapter says 0, or the sides of a shape (such as 16 by 9), which is no size.
    """
    block = data[:_BLOCK]
    if len(block) < _BLOCK or not block.startswith(_HEADER) or sum(block) % 256:
        return None
    timing = block[54:72]
    if timing[0] or timing[1]:  # else it is words, no timing
        width = timing[12] | (timing[14] & 0xF0) << 4
        height = timing[13] | (timing[14] & 0x0F) << 8
        if found := _size(width, height):
            return found
    return _size(block[21] * 10, block[22] * 10)


def _size(width: int, height: int) -> Size | None:
    if min(width, height) < 100 or (max(width, height), min(width, height)) in _SHAPES:
        return None
    return Size(width, height)
