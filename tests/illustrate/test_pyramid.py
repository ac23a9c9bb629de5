"""Deep Zoom pyramids: sizes, overlaps, fidelity, and a ruler that finds seams."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.illustrate import mark, noise, pyramid
from kiosk.illustrate.lattice import pixels
from kiosk.illustrate.measure import seams


def picture(width: int = 1300, height: int = 1100) -> np.ndarray:
    grid = pixels(1.0, 0, 0, width, height)
    return np.clip(128 + 28 * noise.fractal((1, "p"), grid, 90, 1.4, 2.6), 20, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pyramid")
    parts = list(pyramid.write(folder, picture(), None))
    assert parts == sorted(parts)
    assert parts[-1] == 1
    return folder


def test_levels_halve_down_to_one_pixel() -> None:
    sizes = pyramid.levels(4000, 5200)
    assert len(sizes) == 14
    assert sizes[-1] == (4000, 5200)
    assert sizes[-2] == (2000, 2600)
    assert sizes[0] == (1, 1)


def test_the_dzi_file_says_what_is_there(stored: Path) -> None:
    root = ET.parse(stored / "image.dzi").getroot()
    assert (root.get("Format"), root.get("Overlap"), root.get("TileSize")) == ("jpg", "1", "510")
    (size,) = root
    assert (size.get("Width"), size.get("Height")) == ("1300", "1100")


def test_tiles_overlap_by_one_pixel(stored: Path) -> None:
    with Image.open(stored / "image_files" / "11" / "0_0.jpg") as first:
        assert first.size == (511, 511)
        assert first.mode == "L"
    with Image.open(stored / "image_files" / "11" / "1_1.jpg") as second:
        assert second.size == (512, 512)


def test_the_tiles_are_the_picture(stored: Path) -> None:
    again = pyramid.read(stored, 11, (1300, 1100)).astype(int)
    assert np.abs(again - picture()).mean() < 1
    assert np.abs(again - picture()).max() < 16


def test_no_seam_shows(stored: Path) -> None:
    found = seams.levels(stored, picture(), pyramid.halve(picture().astype(np.float32)))
    assert [level.number for level in found] == [10, 11]
    assert all(0.9 <= level.ratio <= 1.1 for level in found)


def test_a_planted_seam_is_found(tmp_path: Path) -> None:
    broken = picture().copy()
    broken[:, 510:1020] = np.clip(broken[:, 510:1020].astype(int) + 9, 0, 255)
    list(pyramid.write(tmp_path, broken, None))
    found = seams.levels(tmp_path, picture(), pyramid.halve(picture().astype(np.float32)))
    assert found[-1].ratio > 1.1


def test_the_mark_is_small_and_in_the_corner() -> None:
    grid = pixels(0.1, 0, 0, 200, 260)
    grey = np.zeros(grid.shape, np.float32)
    mark.burn(grey, grid, (200.0, 260.0), True)
    rows, columns = np.nonzero(grey)
    assert 0 < (grey > 0).mean() < 0.001
    assert rows.min() > 2400
    assert columns.min() > 1700
