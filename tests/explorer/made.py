"""Small pictures for tests: a pyramid in a folder, its truth.json, and ways to break them."""

from __future__ import annotations

import json
import random
import struct
import zlib
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.explorer.pyramid import Pyramid
from kiosk.reading.digest import digest

GRAIN = 32
"""Pixels: the picture is made of squares of this size, each of one grey."""


def greys(width: int, height: int, seed: int = 1) -> QImage:
    """Squares in greys from 60 to 200: no two places look alike, and JPEG keeps them nearly as they are."""
    dice = random.Random(seed)
    stride = (width + 3) // 4 * 4
    across = -(-stride // GRAIN)
    rows = bytearray()
    for _ in range(-(-height // GRAIN)):
        squares = [bytes([dice.randrange(60, 200)]) * GRAIN for _ in range(across)]
        rows += b"".join(squares)[:stride] * GRAIN
    return QImage(bytes(rows), width, height, stride, QImage.Format.Format_Grayscale8).copy()


def dzi(width: int, height: int, tile: int = 254, overlap: int = 1, ending: str = "png") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="{ending}" Overlap="{overlap}" '
        f'TileSize="{tile}">\n  <Size Width="{width}" Height="{height}"/>\n</Image>\n'
    )


def write_pyramid(folder: Path, image: QImage, tile: int = 254, overlap: int = 1, ending: str = "png") -> Pyramid:
    """`image` as a pyramid in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "image.dzi").write_text(dzi(image.width(), image.height(), tile, overlap, ending), encoding="utf-8")
    pyramid = Pyramid(image.width(), image.height(), tile, overlap, ending)
    for level in range(pyramid.levels - 1, -1, -1):
        width, height = pyramid.size(level)
        if level < pyramid.top:
            image = halved(image, width, height)
        (folder / "image_files" / str(level)).mkdir(parents=True)
        for row in range(pyramid.grid(level)[1]):
            for column in range(pyramid.grid(level)[0]):
                left, top, right, bottom = pyramid.pixels(level, column, row)
                path = folder / pyramid.path(level, column, row)
                assert image.copy(left, top, right - left, bottom - top).save(str(path), quality=95)
    return pyramid


def halved(image: QImage, width: int, height: int) -> QImage:
    """Half as large; an odd last row or column is kept and doubled, so that pixels stay where they are."""
    source = bytes(image.constBits())
    rows = bytearray()
    for y in range(height * 2):
        start = min(y, image.height() - 1) * image.bytesPerLine()
        row = source[start : start + image.width()]
        rows += row + row[-1:] * (width * 2 - image.width())
    whole = QImage(bytes(rows), width * 2, height * 2, width * 2, QImage.Format.Format_Grayscale8)
    small = whole.scaled(width, height, mode=Qt.TransformationMode.SmoothTransformation)
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def spot(ident: str = "ring", x: float = 20.0, y: float = 15.0, **other: Any) -> dict[str, Any]:
    """A spot of truth.json: one piece 4 mm across, with a magnification view of 12 x 9 mm at 0.05 mm per pixel."""
    return {
        "id": ident,
        "shape": "rim",
        "distribution": "single",
        "x_mm": x,
        "y_mm": y,
        "radius_mm": 2.0,
        "ring_mm": [x, y, 2.0],
        "count": 1,
        "size_mm": {"least": 4.0, "median": 4.0, "most": 4.0, "width": 4.0},
        "specks_mm": [[x, y, 4.0, 4.0]],
        "magnified": {"file": f"{ident}.png", "box_mm": [x - 6, y - 4.5, x + 6, y + 4.5], "pixel_mm": 0.05},
    } | other


def truth(width: int, height: int, *spots: dict[str, Any], pixel: float = 0.1, **other: Any) -> dict[str, Any]:
    """truth.json of a picture of so many pixels."""
    return {
        "format": 1,
        "label": "Drawing.",
        "scene": "a",
        "view": "CC",
        "side": "L",
        "pixel_mm": pixel,
        "width_mm": width * pixel,
        "height_mm": height * pixel,
        "outline_mm": [[1.0, 10.0], [width * pixel / 2, height * pixel / 2], [1.0, height * pixel - 10]],
        "spots": list(spots),
    } | other


def picture(
    assets: Path, ident: str = "a", width: int = 600, height: int = 700, *, ending: str = "png", tile: int = 254
) -> Path:
    """A whole picture of 0.1 mm per pixel with one spot, "ring", and its manifest entry; gives its folder."""
    folder = assets / "mammograms" / ident
    write_pyramid(folder, greys(width, height), tile=tile, ending=ending)
    tell(folder, truth(width, height, spot()))
    greys(240, 180, seed=2).save(str(folder / "ring.png"))
    sign(folder)
    return folder


def tell(folder: Path, value: object) -> None:
    """Write truth.json."""
    (folder / "truth.json").write_text(json.dumps(value), encoding="utf-8")


def sign(folder: Path) -> None:
    """Put the folder as it is now into the manifest."""
    path = folder.parent / "manifest.json"
    manifest: dict[str, Any] = {"engine": 1, "scenes": {}}
    if path.exists():
        manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["scenes"][folder.name] = {"scene": "", "files": digest(folder), "bytes": 1}
    path.write_text(json.dumps(manifest), encoding="utf-8")


def png_head(width: int, height: int, depth: int = 8, colours: int = 0) -> bytes:
    """A PNG file that says it is so large, and has next to nothing in it: an image bomb when it is believed."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
