"""The pixels of drawn mammograms, as QML and the lens get them, and what becomes of damaged ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.logging import _QtMessageCapture  # the type of pytest-qt's `qtlog` fixture

from kiosk.bridge.gallery import Gallery
from kiosk.bridge.mammograms import read_tile, read_view
from kiosk.explorer.pyramid import Tile
from tests.bridge.asking import CLEAR, HARMS, HEIGHT, WIDTH, ask, cut, empty, folder, grey, hollow
from tests.explorer.made import GRAIN, greys, spot, tell, truth

# --- tiles and views ---


def test_a_tile_comes_in_its_own_size_whatever_size_is_asked_for(gallery: Gallery) -> None:
    whole = greys(WIDTH, HEIGHT)
    for width, height in ((0, 0), (-1, -1), (50, 50), (5000, 5000)):
        image = ask(gallery, "tile/a/10/1_1", width, height)
        assert image.size() == QSize(256, 256)
        assert image.format() == QImage.Format.Format_RGB32
        assert [grey(image, x, 9) for x in range(0, 256, 5)] == [grey(whole, 253 + x, 262) for x in range(0, 256, 5)]
    assert ask(gallery, "tile/a/10/2_2").size() == QSize(93, 193)
    assert ask(gallery, "tile/a/0/0_0").size() == QSize(1, 1)


def test_a_magnification_view_comes_whole(gallery: Gallery) -> None:
    image, drawn = ask(gallery, "view/a/ring"), greys(240, 180, seed=2)
    assert image.size() == drawn.size()
    assert [grey(image, x, 70) for x in range(240)] == [grey(drawn, x, 70) for x in range(240)]


@pytest.mark.parametrize(
    "ident",
    [
        "",
        "none",
        "tile/a/10/3_0",
        "tile/a/11/0_0",
        "tile/a/-1/0_0",
        "tile/a/10/-1_0",
        "tile/a/10/0_0_0",
        "tile/a/10/x_y",
        "tile/a/10",
        "tile/a",
        "tile",
        "tile/b/0/0_0",
        "tile/../a/0/0_0",
        "tile/a/" + "9" * 5000 + "/0_0",
        "view/a/other",
        "view/a",
        "view/a/../../ring",
        "crop/a",
        "crop/a?box=",
        "crop/a?box=1,2,3",
        "crop/a?box=1,2,3,4,5",
        "crop/a?box=nan,0,1,1",
        "crop/a?box=0,0,inf,1",
        "crop/a?box=0,0,1e300,1",
        "crop/a?box=5,5,5,9",
        "crop/a?box=9,5,5,9",
        "crop/a?box=a,b,c,d",
        "crop/a?box=1,1,9,9&radius=round",
        "crop/a?box=1,1,9,9&x=left",
        "other/a/1/1",
    ],
)
def test_what_there_is_not_is_one_clear_pixel_and_nobody_hears_of_it(
    gallery: Gallery, ident: str, qtlog: _QtMessageCapture
) -> None:
    assert empty(ask(gallery, ident, 40, 40))
    assert qtlog.records == []


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_tile_is_one_clear_pixel_and_the_log_says_so_once(
    assets: Path,
    gallery: Gallery,
    harm: Callable[[Path], None],
    qtlog: _QtMessageCapture,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path = folder(assets) / "image_files" / "10" / "1_1.png"
    harm(path)
    for _ in range(3):
        assert empty(ask(gallery, "tile/a/10/1_1"))
    assert ask(gallery, "tile/a/10/0_1").size() == QSize(255, 256)
    one = gallery.get("a")
    assert one is not None
    assert one.damaged == {Tile(10, 1, 1)}
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [str(path)]
    assert qtlog.records == []


@pytest.mark.qt_log_ignore("libpng|Read Error")  # Qt's own words for it; for staff
def test_a_tile_without_pixels_is_a_damaged_one_too(assets: Path, gallery: Gallery) -> None:
    hollow(folder(assets) / "image_files" / "10" / "1_1.png")
    one = gallery.get("a")
    assert one is not None
    assert empty(ask(gallery, "tile/a/10/1_1"))
    assert Tile(10, 1, 1) in one.damaged


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_view_is_one_clear_pixel(
    assets: Path,
    gallery: Gallery,
    harm: Callable[[Path], None],
    qtlog: _QtMessageCapture,
    caplog: pytest.LogCaptureFixture,
) -> None:
    harm(folder(assets) / "ring.png")
    assert empty(ask(gallery, "view/a/ring"))
    assert empty(ask(gallery, "view/a/ring"))
    assert len(caplog.records) == 1, "named once, however often somebody looks"
    assert qtlog.records == []


def test_the_lens_gets_greys(gallery: Gallery) -> None:
    one = gallery.get("a")
    assert one is not None
    tile, view = read_tile(one, Tile(10, 0, 0)), read_view(one, "ring")
    assert tile is not None
    assert view is not None
    assert tile.format() == view.format() == QImage.Format.Format_Grayscale8
    assert read_tile(one, Tile(10, 9, 9)) is None
    assert read_view(one, "other") is None
    assert one.damaged == set()  # a tile that cannot be is none that is damaged


# --- crops ---


def test_a_crop_is_that_part_of_the_picture(gallery: Gallery) -> None:
    whole = greys(WIDTH, HEIGHT)
    image = ask(gallery, "crop/a?box=10,20,40,50", 300, 300)
    assert image.size() == QSize(300, 300)
    for x in range(GRAIN // 2, 300, GRAIN):
        for y in range(GRAIN // 2, 300, GRAIN):
            assert abs(grey(image, x, y) - grey(whole, 100 + x, 200 + y)) <= 1


@pytest.mark.parametrize("factor", [0.1, 0.31, 0.5, 0.9, 1.7, 3.0])
def test_a_crop_of_any_size_shows_the_same_place(gallery: Gallery, factor: float) -> None:
    """Compared with the whole picture, shrunk or grown at once: no seam, no shift, whatever level it comes from."""
    side = round(512 * factor)
    image = ask(gallery, "crop/a?box=0,0,51.2,51.2", side, side)
    whole = greys(WIDTH, HEIGHT)
    for column in range(1, 15):
        for row in range(1, 15):
            x, y = (column + 0.5) * GRAIN, (row + 0.5) * GRAIN
            there = grey(image, round(x * factor), round(y * factor))
            assert abs(there - grey(whole, round(x), round(y))) <= (40 if factor < 0.3 else 6), (column, row)


def test_one_side_is_enough_to_ask_for_a_crop(gallery: Gallery) -> None:
    assert ask(gallery, "crop/a?box=10,20,40,30", 300, 0).size() == QSize(300, 100)
    assert ask(gallery, "crop/a?box=10,20,40,30", -1, 50).size() == QSize(150, 50)
    assert empty(ask(gallery, "crop/a?box=10,20,40,30", 0, 0))


@pytest.mark.parametrize(("width", "height"), [(1_000_000, 10), (10, 1_000_000), (1_000_000, 0)])
def test_no_crop_is_too_large_to_answer(gallery: Gallery, width: int, height: int) -> None:
    image = ask(gallery, "crop/a?box=0,0,60,70", width, height)
    assert max(image.width(), image.height()) <= 2048


def test_beside_the_picture_is_nothing(gallery: Gallery) -> None:
    image = ask(gallery, "crop/a?box=-20,10,20,50", 100, 100)
    assert image.pixelColor(20, 50) == CLEAR
    assert image.pixelColor(80, 50).alpha() == 255
    assert ask(gallery, "crop/a?box=100,100,120,120", 50, 50).pixelColor(25, 25) == CLEAR


def test_a_crop_has_corners_and_a_colour_below_as_every_picture_has(gallery: Gallery) -> None:
    image = ask(gallery, "crop/a?box=10,10,20,20&radius=20&corners=tl", 60, 60)
    assert image.pixelColor(0, 0) == CLEAR
    assert image.pixelColor(59, 59).alpha() == 255
    below = ask(gallery, "crop/a?box=10,10,20,20&fit=contain&under=FF00FF00", 60, 30)
    assert below.pixelColor(2, 15) == QColor("#00ff00")
    grey(below, 30, 15)


def test_near_a_spot_the_magnification_view_is_shown_where_it_is_finer(gallery: Gallery) -> None:
    """The view is 14 to 26 mm, 10.5 to 19.5 mm, at 0.05 mm per pixel; the picture has 0.1."""
    view, whole = greys(240, 180, seed=2), greys(WIDTH, HEIGHT)
    close = ask(gallery, "crop/a?box=14,10.5,26,19.5", 240, 180)
    assert [grey(close, x, 80) for x in range(16, 240, 32)] == [grey(view, x, 80) for x in range(16, 240, 32)]
    far = ask(gallery, "crop/a?box=14,10.5,26,19.5", 120, 90)
    assert abs(grey(far, 36, 39) - grey(whole, 176, 144)) <= 2
    beside = ask(gallery, "crop/a?box=13,10.5,25,19.5", 240, 180)
    assert abs(grey(beside, 92, 78) - grey(whole, 176, 144)) <= 2


def test_specks_of_a_much_finer_view_are_averaged_not_skipped(assets: Path, gallery: Gallery) -> None:
    """One white pixel in 16, shown seven times smaller: an even dark grey, not some columns white and some black."""
    fine = {"file": "ring.png", "box_mm": [14, 10.5, 26, 19.5], "pixel_mm": 0.0125}
    tell(folder(assets), truth(WIDTH, HEIGHT, spot(magnified=fine)))
    view = QImage((b"\xff" + b"\0" * 15) * 60 * 720, 960, 720, 960, QImage.Format.Format_Grayscale8)
    assert view.save(str(folder(assets) / "ring.png"))
    image = ask(gallery, "crop/a?box=14,10.5,26,19.5", 132, 99)
    shown = [grey(image, x, 50) for x in range(132)]
    assert 10 < sum(shown) / len(shown) < 22
    assert max(shown) < 80


def test_a_damaged_view_leaves_the_picture_itself(assets: Path, gallery: Gallery) -> None:
    cut(folder(assets) / "ring.png")
    close = ask(gallery, "crop/a?box=14,10.5,26,19.5", 240, 180)
    assert abs(grey(close, 72, 78) - grey(greys(WIDTH, HEIGHT), 176, 144)) <= 2


def test_in_a_crop_a_damaged_tile_is_filled_from_the_next_coarser_level(assets: Path, gallery: Gallery) -> None:
    good = ask(gallery, "crop/a?box=0,0,60,70", 600, 700)
    for level, name in ((10, "1_1"), (9, "0_0")):
        (folder(assets) / "image_files" / str(level) / f"{name}.png").unlink()
    harmed = ask(Gallery(assets), "crop/a?box=0,0,60,70", 600, 700)
    assert harmed != good
    for x in range(GRAIN // 2, 576, GRAIN):
        for y in range(GRAIN // 2, 672, GRAIN):
            assert abs(grey(harmed, x, y) - grey(good, x, y)) <= 25, (x, y)


def test_without_any_tile_a_crop_is_clear_and_nobody_is_warned(
    assets: Path, gallery: Gallery, qtlog: _QtMessageCapture
) -> None:
    for path in (folder(assets) / "image_files").rglob("*.png"):
        path.unlink()
    image = ask(gallery, "crop/a?box=0,0,60,70", 60, 70)
    assert image.pixelColor(30, 30) == CLEAR
    assert qtlog.records == []
