"""Assets with a pyramid of any size in place of the first picture. Tiles of one size are one file with many names."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

TILE, OVERLAP = 510, 1
HEIGHT_MM = 260.0
_PICTURE = "explorer-mlo-b"
_DZI = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="jpg" '
    'Overlap="{overlap}" TileSize="{tile}">\n  <Size Width="{width}" Height="{height}"/>\n</Image>\n'
)


def assets_with_pyramid(assets: Path, to: Path, width: int, height: int) -> Path:
    """A folder like `assets` whose first picture has `width` x `height` pixels; returns `to`."""
    to.mkdir(parents=True)
    for entry in assets.iterdir():
        if entry.name != "mammograms":
            (to / entry.name).symlink_to(entry)
    (to / "mammograms").mkdir()
    for entry in (assets / "mammograms").iterdir():
        if entry.name != _PICTURE:
            (to / "mammograms" / entry.name).symlink_to(entry)
    _write(to / "mammograms" / _PICTURE, width, height)
    return to


def _write(folder: Path, width: int, height: int) -> None:
    folder.mkdir()
    pixel = HEIGHT_MM / height
    truth = {
        "format": 1, "pixel_mm": pixel, "width_mm": width * pixel, "height_mm": HEIGHT_MM,
        "view": "MLO", "side": "L", "spots": [],
    }  # fmt: skip
    (folder / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    (folder / "image.dzi").write_text(
        _DZI.format(overlap=OVERLAP, tile=TILE, width=width, height=height), encoding="utf-8"
    )
    made: dict[tuple[int, int], Path] = {}
    top = math.ceil(math.log2(max(width, height)))
    for level in range(top + 1):
        size = [max(1, math.ceil(side / 2 ** (top - level))) for side in (width, height)]
        here = folder / "image_files" / str(level)
        here.mkdir(parents=True)
        for row in range(math.ceil(size[1] / TILE)):
            for column in range(math.ceil(size[0] / TILE)):
                shape = (_length(column, size[0]), _length(row, size[1]))
                path = here / f"{column}_{row}.jpg"
                if shape in made:
                    os.link(made[shape], path)
                else:
                    made[shape] = path
                    _grain(*shape).save(str(path), quality=95)


def _length(index: int, side: int) -> int:
    return min(side, (index + 1) * TILE + OVERLAP) - max(0, index * TILE - OVERLAP)


def _grain(width: int, height: int) -> QImage:
    """Grey noise: as hard to decode as tissue."""
    stride = (width + 3) // 4 * 4
    number, grains = 1, bytearray()
    for _ in range(stride * height):
        number = (number * 1103515245 + 12345) & 0x7FFFFFFF
        grains.append(70 + (number >> 16) % 60)
    data = QByteArray(bytes(grains))
    return QImage(data.data(), width, height, stride, QImage.Format.Format_Grayscale8).copy()
