"""Pixels of the drawn mammograms, for QML, for the lens and for the pages' pictures.

`image://mammogram/...`:
- `tile/<picture>/<level>/<column>_<row>`: one tile, in its own size and no other
- `view/<picture>/<spot>`: a spot's whole magnification view
- `crop/<picture>?box=left,top,right,bottom` (mm): a part at the size asked for, put together from tiles that are sharp
  enough, or from a magnification view where that is finer. Options as in `kiosk.bridge.pictures`.

Nothing here raises for a faulty file, and none is decoded before its head says the right size.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from kiosk.bridge.gallery import Gallery, MammogramProvider
from kiosk.bridge.pictures import drawn, placed
from kiosk.explorer.mammogram import Magnified, Mammogram
from kiosk.explorer.pyramid import Tile
from kiosk.explorer.viewport import Box
from kiosk.reading.heads import ImageError, read_image

__all__ = ["Gallery", "MammogramProvider", "answer", "paint_part", "paint_photo", "read_tile", "read_view"]

_LOG = logging.getLogger(__name__)
_LARGEST = 2048
"""Pixels a side of a crop."""
_SHRUNK = 1.5
"""How much smaller a painter may make a picture by itself."""


def answer(gallery: Gallery, ident: str, requested: QSize) -> QImage | None:
    """The image that QML asks for by `ident`; None when it cannot be shown. `requested` is in px, 0 or less: any."""
    path, _, query = ident.partition("?")
    options = dict(part.partition("=")[::2] for part in query.split("&") if part)
    kind, _, rest = path.partition("/")
    picture, _, rest = rest.partition("/")
    mammogram = gallery.get(picture)
    if mammogram is None:
        return None
    image = None
    if kind == "tile" and (tile := _tile(rest)):
        image = read_tile(mammogram, tile)
    elif kind == "view":
        image = read_view(mammogram, rest)
    elif kind == "crop":
        return _crop(mammogram, options, requested)
    # As the glass wants it: the thread that shows it should not have to make it so.
    return image.convertToFormat(QImage.Format.Format_RGB32) if image else None


def read_tile(mammogram: Mammogram, tile: Tile) -> QImage | None:
    """The pixels of a tile with its overlaps, in greys. None for one that is missing or damaged: the log says so once,
    and it is among `mammogram.damaged` from then on.
    """
    pyramid = mammogram.pyramid
    place = (tile.level, tile.column, tile.row)
    if tile in mammogram.damaged or not pyramid.has(*place):
        return None
    left, top, right, bottom = pyramid.pixels(*place)
    image = _read(mammogram, pyramid.path(*place), (right - left, bottom - top))
    if image is None:
        mammogram.damaged.add(tile)
    return image


def read_view(mammogram: Mammogram, spot: str) -> QImage | None:
    """The pixels of a spot's magnification view, in greys; None when there is none or it is damaged."""
    found = mammogram.spot(spot)
    if found is None or found.magnified is None or spot in mammogram.spoiled:
        return None
    image = _read(mammogram, found.magnified.file, found.magnified.size)
    if image is None:
        mammogram.spoiled.add(spot)
    return image


def paint_photo(painter: QPainter, gallery: Gallery, name: str, options: Mapping[str, str], whole: QRectF) -> None:
    """A page's picture on the canvas `whole` (px): `<picture>`, its body, or `<picture>.<spot>`, the spot enlarged."""
    picture, _, spot = name.partition(".")
    mammogram = gallery.get(picture)
    if mammogram is None:
        return
    box = mammogram.body
    if spot:
        found = mammogram.spot(spot)
        if found is None or found.magnified is None:
            return
        box = found.magnified.box
    paint_part(painter, mammogram, box, placed(QSizeF(box.width, box.height), whole, options), whole)


def paint_part(painter: QPainter, mammogram: Mammogram, box: Box, target: QRectF, canvas: QRectF) -> None:
    """The part `box` (mm) on the rectangle `target`, as far as that lies on `canvas` (both px)."""
    on = target.intersected(canvas)
    if on.isEmpty() or not (box.width > 0 and box.height > 0):
        return
    across, down = target.width() / box.width, target.height() / box.height
    left, top = box.left + (on.left() - target.left()) / across, box.top + (on.top() - target.top()) / down
    seen = Box(left, top, left + on.width() / across, top + on.height() / down).cut(mammogram.box)
    if not (seen.width > 0 and seen.height > 0):
        return
    place = QRectF(
        target.left() + (seen.left - box.left) * across,
        target.top() + (seen.top - box.top) * down,
        seen.width * across,
        seen.height * down,
    )
    scale = max(across, down)
    for spot, view in _finer(mammogram, seen, scale):
        image = read_view(mammogram, spot)
        if image is not None:
            source = QRectF(seen.left - view.box.left, seen.top - view.box.top, seen.width, seen.height)
            _draw(painter, place, image, _times(source, 1 / view.pixel_mm))
            return
    image, origin, each = _put_together(mammogram, seen, scale)
    source = _times(QRectF(seen.left, seen.top, seen.width, seen.height), 1 / each).translated(-origin[0], -origin[1])
    _draw(painter, place, image, source)


def _draw(painter: QPainter, place: QRectF, image: QImage, source: QRectF) -> None:
    """The part `source` of an image (its px) on `place`. Much smaller ones are averaged first, or specks get lost."""
    shrunk = source.width() / place.width()
    if shrunk > _SHRUNK:
        whole = source.toAlignedRect().intersected(image.rect())
        image = image.copy(whole).scaled(
            max(1, round(whole.width() / shrunk)),
            max(1, round(whole.height() / shrunk)),
            mode=Qt.TransformationMode.SmoothTransformation,
        )
        source = _times(source.translated(-whole.left(), -whole.top()), image.width() / whole.width())
    painter.drawImage(place, image, source)


def _finer(mammogram: Mammogram, seen: Box, scale: float) -> list[tuple[str, Magnified]]:
    """The magnification views that show all of `seen` in more pixels than the picture has, where those are too few."""
    if scale * mammogram.pixel_mm <= 1:
        return []
    views = [(spot.id, spot.magnified) for spot in mammogram.spots if spot.magnified]
    fitting = [(ident, view) for ident, view in views if view.pixel_mm < mammogram.pixel_mm and view.box.contains(seen)]
    return sorted(fitting, key=lambda found: (found[1].pixel_mm, found[1].box.width))


def _put_together(mammogram: Mammogram, seen: Box, scale: float) -> tuple[QImage, tuple[int, int], float]:
    """`seen` (mm) from tiles: the image, its origin (px of their level), and mm per pixel of it.

    One image first and then scaled: tiles that are scaled one by one have seams.
    """
    pyramid, px = mammogram.pyramid, mammogram.pixel_mm
    level = pyramid.level_for(scale * px)
    each = pyramid.step(level) * px
    width, height = pyramid.size(level)
    left, top = max(0, math.floor(seen.left / each) - 1), max(0, math.floor(seen.top / each) - 1)
    right, bottom = min(width, math.ceil(seen.right / each) + 1), min(height, math.ceil(seen.bottom / each) + 1)
    image = QImage(max(1, right - left), max(1, bottom - top), QImage.Format.Format_ARGB32_Premultiplied)
    full = Box(seen.left / px, seen.top / px, seen.right / px, seen.bottom / px)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.eraseRect(image.rect())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for column, row in pyramid.covering(level, full.grown(2 * pyramid.step(level))):
            _paint_tile(painter, mammogram, Tile(level, column, row), (left, top))
    finally:
        painter.end()
    return image, (left, top), each


def _paint_tile(painter: QPainter, mammogram: Mammogram, tile: Tile, origin: tuple[int, int]) -> None:
    """A tile in the pixels of its level; in place of a damaged one its part of the next coarser that is not."""
    x1, y1, x2, y2 = mammogram.pyramid.pixels(tile.level, tile.column, tile.row)
    place = QRectF(x1 - origin[0], y1 - origin[1], x2 - x1, y2 - y1)
    for level in range(tile.level, -1, -1):
        from_tile = tile.above(level)
        image = read_tile(mammogram, from_tile)
        if image is not None:
            shrunk = 1 / (1 << (tile.level - level))
            left, top, _, _ = mammogram.pyramid.pixels(level, from_tile.column, from_tile.row)
            source = _times(QRectF(x1, y1, x2 - x1, y2 - y1), shrunk).translated(-left, -top)
            painter.drawImage(place, image, source)
            return


def _crop(mammogram: Mammogram, options: dict[str, str], requested: QSize) -> QImage | None:
    numbers = options.get("box", "").split(",")
    try:
        box = Box(*map(float, numbers))
    except (TypeError, ValueError):
        return None
    fair = all(math.isfinite(side) and abs(side) < 1e6 for side in (box.left, box.top, box.right, box.bottom))
    if not fair or not (box.width > 0 and box.height > 0):
        return None
    width, height = requested.width(), requested.height()
    if width <= 0 and height <= 0:
        return None
    if width <= 0:
        width = round(height * box.width / box.height)
    elif height <= 0:
        height = round(width * box.height / box.width)
    size = QSize(max(1, min(_LARGEST, width)), max(1, min(_LARGEST, height)))

    def paint(painter: QPainter, whole: QRectF) -> None:
        paint_part(painter, mammogram, box, placed(QSizeF(box.width, box.height), whole, options), whole)

    return drawn(size, options, paint)


def _tile(text: str) -> Tile | None:
    """`<level>/<column>_<row>`."""
    level, _, place = text.partition("/")
    numbers = [level, *place.split("_")]
    if len(numbers) != 3 or not all(n.isascii() and n.isdigit() and len(n) < 7 for n in numbers):
        return None
    return Tile(*map(int, numbers))


def _read(mammogram: Mammogram, name: str, size: tuple[int, int]) -> QImage | None:
    path = mammogram.folder / name
    try:
        read_image(path, size)
    except ImageError as error:
        _LOG.warning("%s: %s", path, error)
        return None
    # Not from a device made here: while Qt asks a device what it holds, it keeps a lock that all threads read images
    # under, and a device of Python's waits for Python's lock, which the window's thread may have while it wants Qt's.
    # A reader of a file lets go of Python's lock while it decodes, so that the picture can go on moving;
    # `QImage.fromData` does not.
    reader = QImageReader(str(path), b"png" if path.suffix == ".png" else b"jpg")
    reader.setAutoDetectImageFormat(False)  # guessing loads the plug-ins of every form
    image = reader.read() if reader.size() == QSize(*size) else QImage()
    if image.size() != QSize(*size):
        _LOG.warning("%s: the file is damaged", path)
        return None
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def _times(rect: QRectF, factor: float) -> QRectF:
    return QRectF(rect.x() * factor, rect.y() * factor, rect.width() * factor, rect.height() * factor)
