"""Pyramids that vips makes are read tile by tile; vips is what others make theirs with."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.bridge.mammograms import read_tile
from kiosk.explorer.checking import Asked, check
from kiosk.explorer.mammogram import load
from kiosk.explorer.pyramid import Tile
from tests.explorer.made import greys

pytestmark = pytest.mark.skipif(
    shutil.which("vips") is None and not os.environ.get("CI"), reason="needs libvips-tools; `make check` installs them"
)
WIDTH, HEIGHT = 1000, 1300


def dzsave(image: QImage, folder: Path, *, suffix: str, tile: int, overlap: int) -> Path:
    """`image` as a pyramid that vips makes; gives the folder `assets`."""
    made = folder / "assets" / "mammograms" / "a"
    made.mkdir(parents=True)
    source = folder / "source.png"
    assert image.save(str(source))
    words = ["vips", "dzsave", source, made / "image", "--suffix", suffix, "--tile-size", tile, "--overlap", overlap]
    subprocess.run([str(word) for word in words], check=True, capture_output=True)
    (made.parent / "manifest.json").write_text('{"scenes": {}}', encoding="utf-8")
    return folder / "assets"


def grey(image: QImage, x: int, y: int) -> int:
    return image.pixel(x, y) & 0xFF


@pytest.mark.parametrize(
    ("suffix", "tile", "overlap"),
    [
        (".png", 254, 0),
        (".png", 254, 1),
        (".png", 254, 2),
        (".png", 512, 1),
        (".jpg[Q=95]", 256, 0),
        (".jpg[Q=95]", 256, 2),
        (".jpg[Q=95]", 510, 1),
        (".jpeg[Q=95]", 512, 2),
        (".jpeg[Q=95]", 254, 1),
    ],
)
def test_every_tile_of_a_vips_pyramid_shows_its_part(tmp_path: Path, suffix: str, tile: int, overlap: int) -> None:
    image = greys(WIDTH, HEIGHT)
    assets = dzsave(image, tmp_path, suffix=suffix, tile=tile, overlap=overlap)
    assert check(assets, {"a": Asked({}, 0.1)}) == []
    one = load(assets / "mammograms" / "a", 0.1)
    pyramid = one.pyramid
    assert (pyramid.tile, pyramid.overlap, pyramid.ending) == (tile, overlap, suffix[1:].partition("[")[0])
    for level in range(pyramid.levels):
        columns, rows = pyramid.grid(level)
        for column in range(columns):
            for row in range(rows):
                found = read_tile(one, Tile(level, column, row))
                assert found is not None
                left, top, right, bottom = pyramid.pixels(level, column, row)
                assert (found.width(), found.height()) == (right - left, bottom - top)
                if level < pyramid.top - 2:
                    continue  # squares of a few pixels are blurred
                step = pyramid.step(level)
                for x, y in ((16, 16), (found.width() // 2, found.height() // 2), (found.width() - 8, 8)):
                    middle = [(p // (32 // step)) * (32 // step) + 16 // step for p in (left + x, top + y)]
                    if left <= middle[0] < right and top <= middle[1] < bottom and middle[0] * step < WIDTH - 16:
                        there = grey(found, middle[0] - left, middle[1] - top)
                        whole = grey(image, min(WIDTH - 1, middle[0] * step), min(HEIGHT - 1, middle[1] * step))
                        assert abs(there - whole) <= 12, (level, column, row, x, y)
    assert one.damaged == set()


@pytest.mark.parametrize(
    ("width", "height", "tile", "overlap"),
    [(1, 1, 254, 1), (2, 1, 254, 0), (513, 1, 256, 1), (257, 509, 254, 2), (508, 508, 254, 1), (1025, 1025, 512, 2)],
)
def test_odd_sizes_have_the_tiles_that_vips_makes(
    tmp_path: Path, width: int, height: int, tile: int, overlap: int
) -> None:
    assets = dzsave(greys(width, height), tmp_path, suffix=".png", tile=tile, overlap=overlap)
    assert check(assets, {"a": Asked({}, 0.1)}) == []


def test_a_vips_pyramid_in_color_is_shown_in_greys(tmp_path: Path) -> None:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(0xFF204060)
    assets = dzsave(image, tmp_path, suffix=".png", tile=254, overlap=1)
    tile = read_tile(load(assets / "mammograms" / "a", 0.1), Tile(9, 0, 0))
    assert tile is not None
    assert tile.format() == QImage.Format.Format_Grayscale8
    assert 0x20 < grey(tile, 5, 5) < 0x60
