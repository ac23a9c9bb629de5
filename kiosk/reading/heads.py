"""How large the picture in a PNG or JPEG file is, and whether the file is whole, without decoding it.

Owns the look at a picture before any decoder sees it: a wrong size, a cut-off file, an image bomb or a PNG that would
need more memory than its size tells stops here, for the glass and for `kiosk check` alike. A damaged pixel in a whole
JPEG is not seen here: for mammograms the manifest's digest is for that.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection
from pathlib import Path

from kiosk.reading.source import UnreadableError, read_bytes

MOST_BYTES = 32 * 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_COLOURS = {0, 2, 6}
"""PNG: grey, RGB and RGBA."""
_PALETTE = 3
"""PNG: up to 256 colours by number. No tile has them; programs that make small pictures write them."""
_FRAMES = {0xC0, 0xC1, 0xC2}
"""JPEG: the marks before the size, of the kinds that decoders know (baseline, extended, progressive)."""
_OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_BARE = {0x01, *range(0xD0, 0xD8)}
"""JPEG: marks without a length."""
_SCAN, _END = 0xDA, 0xD9


class ImageError(Exception):
    """A file that should not be decoded; the message is a sentence for staff, without a full stop."""


def read_image(path: Path, size: tuple[int, int]) -> bytes:
    """The bytes of a whole PNG or JPEG file (by its ending) of exactly `size` pixels. Raises ImageError."""
    try:
        data = read_bytes(path, MOST_BYTES)
    except UnreadableError as error:
        raise ImageError(str(error)) from None
    found = png_size(data) if path.suffix == ".png" else jpeg_size(data)
    if found != size:
        raise ImageError(f"the picture is {found[0]} x {found[1]} pixels; it should be {size[0]} x {size[1]}")
    return data


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height, px, of a whole PNG or JPEG, told apart by how it begins. Raises ImageError."""
    if data.startswith(_PNG):
        return png_size(data, _PNG_COLOURS | {_PALETTE})
    if data.startswith(_JPEG):
        return jpeg_size(data)
    raise ImageError("this is neither a PNG nor a JPEG picture")


def is_png(data: bytes) -> bool:
    """Whether the file begins as a PNG does."""
    return data.startswith(_PNG)


def png_size(data: bytes, kinds: Collection[int] = _PNG_COLOURS) -> tuple[int, int]:
    """Width and height, px; every part of the file is there and has its checksum. Raises ImageError.

    `kinds`: the colour types that are taken, as PNG numbers them.
    """
    if not data.startswith(_PNG):
        raise ImageError("this is no PNG picture")
    at, size, name = len(_PNG), (0, 0), b""
    while name != b"IEND":
        if at + 12 > len(data):
            raise ImageError("the file is cut off")
        (length,), name = struct.unpack_from(">I", data, at), data[at + 4 : at + 8]
        end = at + 8 + length
        if end + 4 > len(data):
            raise ImageError("the file is cut off")
        if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4]):
            raise ImageError("the file is damaged: a checksum is wrong")
        if at == len(_PNG):
            if name != b"IHDR" or length != 13:
                raise ImageError("this is no PNG picture")
            width, height, depth, colours = struct.unpack_from(">IIBB", data, at + 8)
            if depth != 8 or colours not in kinds:
                raise ImageError("this is a rare kind of PNG; save it in 8-bit grey, RGB or RGBA")
            size = (width, height)
        at = end + 4
    return size


def jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height, px; the file has a beginning, a size, a picture and an end. Raises ImageError."""
    if not data.startswith(_JPEG):
        raise ImageError("this is no JPEG picture")
    size: tuple[int, int] | None = None
    for mark, start, end in _segments(data):
        if mark in _OTHER_FRAMES:
            raise ImageError("this is a rare kind of JPEG; save it as an ordinary one")
        if mark in _FRAMES:
            if size is not None or end - start < 6:
                raise ImageError("the file is damaged: its size stands there twice or is too short")
            height, width = struct.unpack_from(">HH", data, start + 1)
            size = (width, height)
    if size is None:
        raise ImageError("the file has no size, or no picture")
    return size


def _segments(data: bytes) -> list[tuple[int, int, int]]:
    """Mark, first byte and end of what each mark holds, up to the mark of the end."""
    found: list[tuple[int, int, int]] = []
    at, scanned = 2, False
    while True:
        while data[at : at + 2] == b"\xff\xff":  # a mark may be filled up
            at += 1
        if at + 2 > len(data):
            raise ImageError("the file is cut off")
        if data[at] != 0xFF:
            raise ImageError("the file is damaged: a mark is missing")
        mark, at = data[at + 1], at + 2
        if mark == _END:
            return found if scanned else []
        if mark in _BARE:
            continue
        if at + 2 > len(data):
            raise ImageError("the file is cut off")
        end = at + int.from_bytes(data[at : at + 2])
        if end > len(data):
            raise ImageError("the file is cut off")
        found.append((mark, at + 2, end))
        at = end
        if mark == _SCAN:
            scanned = True
            at = _after_scan(data, at)


def _after_scan(data: bytes, at: int) -> int:
    """Where the next mark stands after the picture's own bytes."""
    while (at := data.find(b"\xff", at)) >= 0:
        following = data[at + 1 : at + 2]
        if following == b"":
            break
        if following[0] != 0 and following[0] not in _BARE and following[0] != 0xFF:
            return at
        at += 1 if following[0] == 0xFF else 2
    raise ImageError("the file is cut off")
