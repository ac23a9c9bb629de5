"""Asking the provider of mammograms as QML does, and ways to damage what it reads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.bridge.gallery import Gallery, MammogramProvider
from tests.explorer.made import greys, png_head

WIDTH, HEIGHT = 600, 700
"""Pixels of 0.1 mm."""
CLEAR = QColor(0, 0, 0, 0)


def ask(gallery: Gallery, ident: str, width: int = 0, height: int = 0) -> QImage:
    """The image behind `image://mammogram/<ident>`."""
    size = QSize()
    image = MammogramProvider(gallery).requestImage(ident, size, QSize(width, height))
    assert size == image.size()
    return image


def empty(image: QImage) -> bool:
    return image.size() == QSize(1, 1) and image.pixelColor(0, 0) == CLEAR


def grey(image: QImage, x: int, y: int) -> int:
    colour = image.pixelColor(x, y)
    assert colour.red() == colour.green() == colour.blue()
    return colour.red()


def folder(assets: Path) -> Path:
    """The folder of the picture "a"."""
    return assets / "mammograms" / "a"


def remove(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def resize(path: Path) -> None:
    assert greys(100, 90).save(str(path))


def bomb(path: Path) -> None:
    path.write_bytes(png_head(60_000, 60_000))


def hollow(path: Path) -> None:
    """The right size in its head, and no pixels."""
    path.write_bytes(png_head(256, 256) if path.name != "ring.png" else png_head(240, 180))


def jpeg_in_png(path: Path) -> None:
    assert greys(256, 256).save(str(path), "JPG")  # type: ignore[call-overload]  # bytes raise


def a_link(path: Path) -> None:
    path.rename(path.with_suffix(".bak"))
    path.symlink_to(path.with_suffix(".bak"))


HARMS = [remove, cut, resize, bomb, jpeg_in_png, a_link]
