"""Which characters a font file can draw.

Owns the reading of a font's `cmap` table, in the formats 4 and 12 that all fonts of today have (fontTools would do it
too, but the kiosk does not carry it). Must not know languages.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from kiosk.reading.source import open_regular

_MOST_BYTES = 4 * 1024 * 1024
_UNICODE = {(0, n) for n in range(7)} | {(3, 1), (3, 10)}


def coverage(path: Path) -> frozenset[int]:
    """The code points that the TrueType or OpenType font at `path` has a glyph for. Raises OSError or ValueError."""
    try:
        table = _cmap(path)
        (count,) = struct.unpack_from(">H", table, 2)
        covered: set[int] = set()
        for index in range(count):
            platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * index)
            if (platform, encoding) not in _UNICODE:
                continue
            (form,) = struct.unpack_from(">H", table, offset)
            if form == 4:
                covered |= _format_4(table[offset:])
            elif form == 12:
                covered |= _format_12(table[offset:])
        return frozenset(covered)
    except struct.error:
        raise ValueError("the font file is damaged") from None


def _cmap(path: Path) -> bytes:
    with os.fdopen(open_regular(path), "rb") as stream:
        version, count = struct.unpack(">4sH6x", stream.read(12))
        if version not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
            raise ValueError("this is no TrueType or OpenType font")
        for _ in range(count):
            tag, offset, length = struct.unpack(">4s4xLL", stream.read(16))
            if tag == b"cmap":
                stream.seek(offset)
                return stream.read(min(length, _MOST_BYTES))
    raise ValueError("the font has no cmap table")


def _format_4(table: bytes) -> set[int]:
    """Segments of 16-bit code points."""
    (twice,) = struct.unpack_from(">H", table, 6)
    half = twice // 2
    ends = struct.unpack_from(f">{half}H", table, 14)
    starts = struct.unpack_from(f">{half}H", table, 16 + twice)
    deltas = struct.unpack_from(f">{half}H", table, 16 + 2 * twice)
    where = 16 + 3 * twice
    offsets = struct.unpack_from(f">{half}H", table, where)
    covered: set[int] = set()
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", table, where + 2 * index + offset + 2 * (code - start))
            if (glyph + delta) & 0xFFFF and (glyph or not offset):
                covered.add(code)
    return covered - {0xFFFF}


def _format_12(table: bytes) -> set[int]:
    """Groups of 32-bit code points."""
    (count,) = struct.unpack_from(">L", table, 12)
    covered: set[int] = set()
    for index in range(count):
        start, end, glyph = struct.unpack_from(">LLL", table, 16 + 12 * index)
        if not start <= end <= 0x10FFFF:
            raise ValueError("the font's cmap table is damaged")
        covered.update(range(start if glyph else start + 1, end + 1))
    return covered
