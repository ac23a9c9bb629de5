"""Which characters a font file can draw, and whether the file is whole.

Owns the reading of a font's table of tables and of its `cmap`, in the formats 4 and 12 that all fonts of today have
(fontTools would do it too, but the kiosk does not carry it). Must not know languages.
"""

from __future__ import annotations

import os
import struct
import sys
from array import array
from pathlib import Path
from typing import BinaryIO

from kiosk.reading.source import open_regular

NEVER_SEEN = frozenset(map(chr, (*range(0x200B, 0x2010), *range(0x2060, 0x206A), 0xFEFF)))
"""Zero-width and direction marks, which need no glyph."""
_MOST_BYTES = 32 * 1024 * 1024
_UNICODE = {(0, n) for n in range(7)} | {(3, 1), (3, 10)}


def coverage(path: Path) -> frozenset[int]:
    """The code points that the TrueType or OpenType font at `path` has a glyph for. Raises OSError or ValueError.

    A ValueError says that the file is no font, is cut off, or holds other bytes than when it was made.
    """
    try:
        with os.fdopen(open_regular(path), "rb") as stream:
            tables = _tables(stream)
            if "cmap" not in tables:
                raise ValueError("the font has no cmap table")
            for tag, (checksum, offset, length) in tables.items():
                if tag != "head" and _sum(_at(stream, offset, length)) != checksum:  # head holds a sum of the whole
                    raise ValueError("the font file is damaged")
            _, offset, length = tables["cmap"]
            return _points(_at(stream, offset, length))
    except struct.error:
        raise ValueError("the font file is damaged") from None


def check_whole(path: Path) -> None:
    """Raises OSError or ValueError when the font at `path` cannot be read or is cut off; quick, for a visitor waits."""
    try:
        with os.fdopen(open_regular(path), "rb") as stream:
            _tables(stream)
    except struct.error:
        raise ValueError("the font file is damaged") from None


def _tables(stream: BinaryIO) -> dict[str, tuple[int, int, int]]:
    """Checksum, offset and length of each table, all of which lie inside the file."""
    version, count = struct.unpack(">4sH6x", stream.read(12))
    if version not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
        raise ValueError("this is no TrueType or OpenType font")
    size = os.fstat(stream.fileno()).st_size
    tables: dict[str, tuple[int, int, int]] = {}
    for _ in range(count):
        tag, checksum, offset, length = struct.unpack(">4sLLL", stream.read(16))
        if offset + length > size or length > _MOST_BYTES:
            raise ValueError("the font file is cut off")
        tables[tag.decode("latin-1")] = (checksum, offset, length)
    return tables


def _at(stream: BinaryIO, offset: int, length: int) -> bytes:
    stream.seek(offset)
    return stream.read(length)


def _sum(table: bytes) -> int:
    """A table's checksum: the sum of its big-endian 32-bit words."""
    words = array("I", table + bytes(-len(table) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _points(cmap: bytes) -> frozenset[int]:
    (count,) = struct.unpack_from(">H", cmap, 2)
    covered: set[int] = set()
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * index)
        if (platform, encoding) not in _UNICODE:
            continue
        (form,) = struct.unpack_from(">H", cmap, offset)
        if form == 4:
            covered |= _format_4(cmap[offset:])
        elif form == 12:
            covered |= _format_12(cmap[offset:])
    return frozenset(covered)


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
