"""Deep Zoom Image pyramids: a .dzi file and grey JPEG tiles per level, as OpenSeadragon and `vips dzsave` use them.

Each level is the box average of the one above it, taken before greys are rounded. Must not know what is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kiosk.illustrate.hashing import Single
from kiosk.illustrate.mark import LABEL

TILE, OVERLAP = 510, 1
QUALITY, FINER_QUALITY = 95, 98
"""JPEG quality of the full picture, and of the small levels, where a pixel holds more."""
Bytes = NDArray[np.uint8]


def levels(width: int, height: int) -> list[tuple[int, int]]:
    """Width and height of each level; the last is the full picture, the first is 1 x 1."""
    top = math.ceil(math.log2(max(width, height, 1)))
    return [(max(1, math.ceil(width / 2**k)), max(1, math.ceil(height / 2**k))) for k in range(top, -1, -1)]


def halve(field: Single) -> Single:
    """Half as many rows and columns, averaged; an odd last one is doubled."""
    even = np.pad(field, ((0, field.shape[0] % 2), (0, field.shape[1] % 2)), mode="edge")
    return np.asarray((even[0::2, 0::2] + even[0::2, 1::2] + even[1::2, 0::2] + even[1::2, 1::2]) * np.float32(0.25))


def bounds(index: int, size: int) -> tuple[int, int]:
    """First and last-but-one pixel of tile `index` along an axis of `size` pixels, overlaps included."""
    return max(0, index * TILE - OVERLAP), min(size, (index + 1) * TILE + OVERLAP)


def write(folder: Path, full: Bytes, half: Single | None) -> Iterator[float]:
    """Write `image.dzi` and its tiles into `folder`; `half` is the unrounded next level. Yields the part done, 0..1."""
    height, width = full.shape
    sizes = levels(width, height)
    folder.mkdir(parents=True, exist_ok=True)
    total, done = sum(w * h for w, h in sizes), 0
    current: Single | None = None
    for number in range(len(sizes) - 1, -1, -1):
        if number == len(sizes) - 1:
            picture = full
        else:
            current = (
                half
                if current is None and half is not None
                else halve(full.astype(np.float32) if current is None else current)
            )
            picture = np.rint(current).astype(np.uint8)
        _tiles(folder / "image_files" / str(number), picture, QUALITY if number == len(sizes) - 1 else FINER_QUALITY)
        done += picture.size
        yield done / total
    (folder / "image.dzi").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="jpg" '
        f'Overlap="{OVERLAP}" TileSize="{TILE}">\n'
        f'  <Size Width="{width}" Height="{height}"/>\n</Image>\n',
        encoding="utf-8",
    )


def _tiles(folder: Path, picture: Bytes, quality: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    height, width = picture.shape
    for row in range(math.ceil(height / TILE)):
        top, bottom = bounds(row, height)
        for column in range(math.ceil(width / TILE)):
            left, right = bounds(column, width)
            tile = Image.fromarray(picture[top:bottom, left:right])
            tile.save(folder / f"{column}_{row}.jpg", quality=quality, optimize=True, comment=LABEL)


def read(folder: Path, number: int, size: tuple[int, int]) -> Bytes:
    """Level `number` of `size` (width, height) put together from its tiles, overlaps dropped."""
    width, height = size
    whole = np.zeros((height, width), np.uint8)
    for row in range(math.ceil(height / TILE)):
        top, bottom = bounds(row, height)
        for column in range(math.ceil(width / TILE)):
            left, right = bounds(column, width)
            with Image.open(folder / "image_files" / str(number) / f"{column}_{row}.jpg") as tile:
                part = np.asarray(tile)
            y, x = row * TILE, column * TILE
            y1, x1 = min(y + TILE, height), min(x + TILE, width)
            if part.shape != (bottom - top, right - left):
                raise ValueError(f"tile {column}_{row} of level {number} has the size {part.shape}")
            whole[y:y1, x:x1] = part[y - top : y1 - top, x - left : x1 - left]
    return whole
