"""Pictures at exactly the size they are shown: scenes, icons, drawn mammograms, shadows.

One image provider, so that vector art is sharp on every screen, corners are rounded without shader effects (they do not
exist in the software renderer), and icons take the theme's colour. Source form: `image://kiosk/<kind>/<name>?<options>`.

Options: `ink=RRGGBB` (icons), `fit=cover|contain`, `x=0..1&y=0..1` (which part a cover keeps, which end a contain leans
to), `radius=PX` with `corners=` any of tl,tr,br,bl (default all), `mirror=1`, `under=AARRGGBB` (a flat colour below),
`opaque=1` (the picture covers every pixel: quicker, and half the memory).

`photo/<picture>` is the breast of a drawn mammogram, `photo/<picture>.<spot>` one of its spots, enlarged;
`notice/<n>` is a page of the site's notice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.bridge.gallery import Gallery, clear
from kiosk.bridge.notice import Notice

_FOLDERS = {
    "icon": "art/icons",
    "scene": "art/scenes",
    "pebble": "art/pebbles",
    "thing": "art/things",
    "shadow": "shadows",
}
_PHOTO = "photo"
_NOTICE = "notice"
_DRAWN_INK = b"#0F4A52"  # the stroke colour inside the icon files
_LARGEST = 4096  # pixels a side: a canvas of 64 MiB at the most
_MEGABYTES = 64


class Pictures(QQuickImageProvider):
    """Draws `assets` for QML. A missing picture is an empty one: `kiosk check` names it, a patient sees no error."""

    def __init__(self, assets: Path, gallery: Gallery, notice: Notice | None = None) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._assets = assets
        self._gallery = gallery
        self._notice = notice
        QImageReader.setAllocationLimit(_MEGABYTES)

    def requestImage(self, ident: str, size: QSize, requested: QSize) -> QImage:
        path, _, query = ident.partition("?")
        kind, _, name = path.partition("/")
        options = dict(part.partition("=")[::2] for part in query.split("&") if part)
        if kind == "shadow" and (self._assets / _FOLDERS[kind] / f"{name}.png").is_file():
            image = png_reader(self._assets / _FOLDERS[kind] / f"{name}.png").read()
        elif kind == _NOTICE:
            page = self._notice.draw(int(name), requested) if self._notice and name.isdecimal() else None
            image = page or clear()
        else:
            image = self._draw(kind, name, options, requested)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _draw(self, kind: str, name: str, options: dict[str, str], requested: QSize) -> QImage:
        def paint(painter: QPainter, whole: QRectF) -> None:
            if kind == _PHOTO:
                from kiosk.bridge.mammograms import paint_photo  # noqa: PLC0415 - no first screen shows one

                paint_photo(painter, self._gallery, name, options, whole)
            elif kind in _FOLDERS:
                self._paint_vector(painter, kind, name, options, whole)

        canvas = requested.boundedTo(QSize(_LARGEST, _LARGEST))
        if canvas.isEmpty() or (kind not in _FOLDERS and kind != _PHOTO):
            return drawn(QSize(1, 1), {}, lambda *_: None)
        return drawn(canvas, options, paint)

    def _paint_vector(self, painter: QPainter, kind: str, name: str, options: dict[str, str], whole: QRectF) -> None:
        try:
            svg = (self._assets / _FOLDERS[kind] / f"{name}.svg").read_bytes()
        except OSError:
            return
        if ink := options.get("ink"):
            svg = svg.replace(_DRAWN_INK, b"#" + ink[-6:].encode())
        renderer = QSvgRenderer(QByteArray(svg))
        renderer.render(painter, placed(renderer.viewBoxF().size(), whole, options))


def drawn(canvas: QSize, options: Mapping[str, str], paint: Callable[[QPainter, QRectF], None]) -> QImage:
    """What `paint` paints on a canvas (px), with the corners, colour below and mirroring that the options ask for."""
    opaque = options.get("opaque") == "1"
    image = QImage(canvas, QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    try:  # a painter that outlives its image takes the process with it
        _prepare(painter, canvas, options, opaque)
        paint(painter, QRectF(0, 0, canvas.width(), canvas.height()))
    finally:
        painter.end()
    return image


def _prepare(painter: QPainter, canvas: QSize, options: Mapping[str, str], opaque: bool) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    whole = QRectF(0, 0, canvas.width(), canvas.height())
    # Not QImage.fill: choosing among its overloads makes PySide build every enum of `Qt`, 14 ms of the start.
    if not opaque:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.eraseRect(whole)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if radius := float(options.get("radius", 0)):
        painter.setClipPath(rounded(whole, radius, options.get("corners", "tl,tr,br,bl").split(",")))
    if under := options.get("under"):
        painter.fillRect(whole, QColor("#" + under))
    if options.get("mirror") == "1":
        painter.translate(canvas.width(), 0)
        painter.scale(-1, 1)


def png_reader(path: Path) -> QImageReader:
    """A reader that does not guess the form: guessing would load the plug-ins of every form there is, PDF included."""
    reader = QImageReader(str(path), b"png")
    reader.setAutoDetectImageFormat(False)
    return reader


def placed(natural: QSizeF, whole: QRectF, options: Mapping[str, str]) -> QRectF:
    """Where a picture of `natural` size goes on the canvas `whole`, both in pixels."""
    if natural.isEmpty():
        return whole
    cover = options.get("fit", "cover") == "cover"
    ratios = (whole.width() / natural.width(), whole.height() / natural.height())
    scale = max(ratios) if cover else min(ratios)
    width, height = natural.width() * scale, natural.height() * scale
    x = (whole.width() - width) * float(options.get("x", 0.5))
    y = (whole.height() - height) * float(options.get("y", 0.5))
    return QRectF(x, y, width, height)


def rounded(whole: QRectF, radius: float, corners: list[str]) -> QPainterPath:
    """`whole` with the named corners (tl, tr, br, bl) rounded by `radius` pixels and the others square."""
    path = QPainterPath()
    path.addRoundedRect(whole, radius, radius)
    squares = {
        "tl": QRectF(whole.left(), whole.top(), radius, radius),
        "tr": QRectF(whole.right() - radius, whole.top(), radius, radius),
        "br": QRectF(whole.right() - radius, whole.bottom() - radius, radius, radius),
        "bl": QRectF(whole.left(), whole.bottom() - radius, radius, radius),
    }
    for corner, square in squares.items():
        if corner not in corners:
            flat = QPainterPath()
            flat.addRect(square)
            path = path.united(flat)
    return path
