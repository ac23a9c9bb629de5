"""What the picture provider draws, down to the pixel."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.logging import _QtMessageCapture  # the type of pytest-qt's `qtlog` fixture

from kiosk import paths
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.pictures import Pictures
from tests.explorer.made import greys, spot, tell, truth, write_pyramid

RED, BLUE, CLEAR = QColor("red"), QColor("blue"), QColor(0, 0, 0, 0)
LEFT = {"scene": RED, "photo": QColor("white")}
RIGHT = {"scene": BLUE, "photo": QColor("black")}
INK = "#0F4A52"  # the colour in which icons are drawn
SIDE = 40

HALVES = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
<rect width="10" height="10" fill="red"/><rect x="10" width="10" height="10" fill="blue"/>
<!-- {INK} --></svg>"""
ICON = (
    f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="{INK}"/></svg>"""
)


def png(width: int, height: int, rows: bytes, depth: int, colour: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


@pytest.fixture
def assets(tmp_path: Path, qapp: QGuiApplication) -> Path:
    """Small pictures whose every pixel is known; `scene` is red on the left and blue on the right, `photo` white and
    black.
    """
    for folder in ("art/icons", "art/scenes", "art/pebbles", "shadows"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "art/scenes/halves.svg").write_text(HALVES, encoding="utf-8")
    (tmp_path / "art/icons/square.svg").write_text(ICON, encoding="utf-8")
    row = b"\x00" + b"\xff\x00\x00" * 10 + b"\x00\x00\xff" * 10
    photo(tmp_path, "halves")
    (tmp_path / "shadows/e1.png").write_bytes(png(20, 10, row * 10, 8, 2))
    return tmp_path


def photo(assets: Path, name: str) -> Path:
    """A drawn mammogram of 20 x 10 pixels; gives its folder."""
    image = QImage(20, 10, QImage.Format.Format_Grayscale8)
    for x in range(20):
        for y in range(10):
            image.setPixelColor(x, y, QColor("white" if x < 10 else "black"))
    folder = assets / "mammograms" / name
    write_pyramid(folder, image)
    tell(folder, truth(20, 10, outline_mm=[]))
    return folder


def drawn(assets: Path, ident: str, width: int = SIDE, height: int = SIDE) -> QImage:
    size = QSize()
    image = Pictures(assets, Gallery(assets)).requestImage(ident, size, QSize(width, height))
    assert size == image.size()
    return image


def transparent(image: QImage) -> bool:
    return all(image.pixelColor(x, y) == CLEAR for x in range(image.width()) for y in range(image.height()))


# --- sizes and places ---


@pytest.mark.parametrize("ident", ["scene/halves", "photo/halves", "icon/square"])
@pytest.mark.parametrize(("width", "height"), [(40, 40), (33, 7), (1, 1)])
def test_a_picture_has_exactly_the_size_asked_for(assets: Path, ident: str, width: int, height: int) -> None:
    image = drawn(assets, ident, width, height)
    assert (image.width(), image.height()) == (width, height)
    assert not transparent(image)


@pytest.mark.parametrize("kind", ["scene", "photo"])
def test_cover_fills_the_whole_and_keeps_the_part_asked_for(assets: Path, kind: str) -> None:
    left = drawn(assets, f"{kind}/halves?fit=cover&x=0&y=0.5")
    right = drawn(assets, f"{kind}/halves?fit=cover&x=1&y=0.5")
    for x, y in [(2, 2), (SIDE - 3, 2), (2, SIDE - 3), (SIDE - 3, SIDE - 3)]:
        assert left.pixelColor(x, y) == LEFT[kind]
        assert right.pixelColor(x, y) == RIGHT[kind]


@pytest.mark.parametrize("kind", ["scene", "photo"])
def test_contain_shows_the_whole_and_leans_to_the_end_asked_for(assets: Path, kind: str) -> None:
    image = drawn(assets, f"{kind}/halves?fit=contain&x=0.5&y=1")
    assert image.pixelColor(5, SIDE - 5) == LEFT[kind]
    assert image.pixelColor(SIDE - 5, SIDE - 5) == RIGHT[kind]
    assert image.pixelColor(5, 5) == CLEAR


@pytest.mark.parametrize("kind", ["scene", "photo"])
def test_mirror_swaps_left_and_right(assets: Path, kind: str) -> None:
    plain = drawn(assets, f"{kind}/halves?fit=contain")
    mirrored = drawn(assets, f"{kind}/halves?fit=contain&mirror=1")
    assert plain.pixelColor(5, SIDE // 2) == mirrored.pixelColor(SIDE - 6, SIDE // 2) == LEFT[kind]
    assert plain.pixelColor(SIDE - 6, SIDE // 2) == mirrored.pixelColor(5, SIDE // 2) == RIGHT[kind]
    assert drawn(assets, f"{kind}/halves?fit=contain&mirror=0") == plain


# --- corners and colours ---


@pytest.mark.parametrize("kind", ["scene", "photo"])
def test_rounded_corners_are_clear_and_the_rest_is_full(assets: Path, kind: str) -> None:
    image = drawn(assets, f"{kind}/halves?radius=12")
    last = SIDE - 1
    assert [image.pixelColor(x, y) for x, y in [(0, 0), (last, 0), (last, last), (0, last)]] == [CLEAR] * 4
    for x, y in [(12, 0), (0, 12), (last - 12, last), (8, 8)]:
        assert image.pixelColor(x, y).alpha() == 255


def test_only_the_named_corners_are_rounded(assets: Path) -> None:
    image = drawn(assets, "scene/halves?radius=12&corners=tl,br")
    last = SIDE - 1
    alphas = [image.pixelColor(x, y).alpha() for x, y in [(0, 0), (last, 0), (last, last), (0, last)]]
    assert alphas == [0, 255, 0, 255]


@pytest.mark.parametrize("ink", ["FF8800", "ffFF8800"])
def test_an_icon_takes_the_ink_asked_for(assets: Path, ink: str) -> None:
    assert drawn(assets, "icon/square").pixelColor(20, 20) == QColor(INK)
    assert drawn(assets, f"icon/square?ink={ink}").pixelColor(20, 20) == QColor("#FF8800")


def test_every_shipped_icon_takes_ink(qapp: QGuiApplication) -> None:
    """An icon drawn in another colour than the one that is replaced would stay dark in high contrast."""
    names = [file.stem for file in sorted((paths.ASSETS / "art" / "icons").glob("*.svg"))]
    assert len(names) > 10
    for name in names:
        image = drawn(paths.ASSETS, f"icon/{name}?ink=FF0000")
        inks = {
            image.pixelColor(x, y).name()
            for x in range(SIDE)
            for y in range(SIDE)
            if image.pixelColor(x, y).alpha() > 250
        }
        assert inks <= {"#ff0000"}, name
        assert not transparent(image), name


def test_a_flat_colour_can_lie_below(assets: Path) -> None:
    image = drawn(assets, "photo/halves?fit=contain&y=1&under=FF00FF00")
    assert image.pixelColor(5, 5) == QColor("#00ff00")
    assert image.pixelColor(5, SIDE - 5) == LEFT["photo"]


# --- what is missing, broken or too large ---


@pytest.mark.parametrize("kind", ["icon", "scene", "pebble", "photo", "shadow", "nonsense"])
def test_a_missing_picture_is_clear_and_nobody_is_warned(assets: Path, kind: str, qtlog: _QtMessageCapture) -> None:
    image = drawn(assets, f"{kind}/nothing?fit=cover")
    assert not image.isNull()
    assert transparent(image)
    assert qtlog.records == []


def test_a_picture_without_a_size_is_clear(assets: Path) -> None:
    for _ in range(50):  # memory that nobody cleared holds whatever was there before
        assert transparent(drawn(assets, "scene/halves", -1, -1))
        assert transparent(drawn(assets, "scene/halves", 0, 20))


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken", b"<svg><rect"])
@pytest.mark.parametrize("file", ["art/scenes/odd.svg", "image.dzi", "truth.json", "tiles"])
@pytest.mark.qt_log_ignore("Cannot read file|libpng|QSvg|svg")  # staff may be told; a patient sees nothing
def test_a_broken_picture_is_clear(assets: Path, file: str, content: bytes) -> None:
    if file.endswith(".svg"):
        (assets / file).write_bytes(content)
        assert transparent(drawn(assets, "scene/odd"))
        return
    odd = photo(assets, "odd")
    assert not transparent(drawn(assets, "photo/odd"))
    for path in odd.rglob("*.png") if file == "tiles" else (odd / file,):
        path.write_bytes(content)
    assert transparent(drawn(assets, "photo/odd"))


def test_an_option_that_makes_no_sense_does_no_harm(assets: Path) -> None:
    """A painter that outlives its image would take the process with it."""
    for ident in ("scene/halves?radius=round", "photo/halves?x=left", "photo/halves?fit=cover&y=high"):
        with pytest.raises(ValueError, match="could not convert"):
            drawn(assets, ident)
    assert not transparent(drawn(assets, "photo/halves"))


def test_a_photo_is_the_breast_and_with_a_spot_its_enlarged_view(assets: Path) -> None:
    folder = assets / "mammograms" / "a"
    whole, view = greys(600, 700), greys(240, 180, seed=2)
    write_pyramid(folder, whole)
    view.save(str(folder / "ring.png"))
    outline = [[6.0, 16.0], [24.0, 44.0]]  # with air and chest wall: 0 to 30 mm, 10 to 50 mm
    tell(folder, truth(600, 700, spot(), spot("bare", magnified=None), outline_mm=outline))
    body = drawn(assets, "photo/a", 300, 400)
    enlarged = drawn(assets, "photo/a.ring", 240, 180)
    for x, y in ((16, 28), (112, 124), (272, 380)):
        assert abs(body.pixelColor(x, y).red() - whole.pixelColor(x, 100 + y).red()) <= 1
    assert [enlarged.pixelColor(x, 80) for x in range(16, 240, 32)] == [
        view.pixelColor(x, 80) for x in range(16, 240, 32)
    ]
    for name in ("a.other", "a.bare", "a.ring.png", ".ring"):
        assert transparent(drawn(assets, f"photo/{name}"))


@pytest.mark.qt_log_ignore("exceeds the current allocation limit")  # Qt's own words for refusing it; for staff
def test_a_picture_that_would_fill_the_memory_is_refused(assets: Path) -> None:
    side = 30000
    bomb = png(side, side, (b"\x00" + b"\xff" * (side // 8)) * side, 1, 0)
    assert len(bomb) < 1_000_000
    (photo(assets, "bomb") / "image_files/5/0_0.png").write_bytes(bomb)
    (assets / "shadows/bomb.png").write_bytes(bomb)
    assert not transparent(drawn(assets, "photo/bomb"))  # from the next coarser level
    shadow = drawn(assets, "shadow/bomb")
    assert shadow.width() < 100


def test_a_large_picture_within_the_limit_is_drawn(assets: Path) -> None:
    """The twin of the one that is refused: it is the size, not the form."""
    side = 3000
    (assets / "shadows/large.png").write_bytes(png(side, side, (b"\x00" + b"\xff" * (side // 8)) * side, 1, 0))
    assert drawn(assets, "shadow/large").pixelColor(20, 20) == QColor("white")


@pytest.mark.parametrize(("width", "height"), [(1_000_000, 2), (2, 1_000_000)])
def test_no_request_is_too_large_to_answer(assets: Path, width: int, height: int) -> None:
    image = drawn(assets, "scene/halves", width, height)
    assert max(image.width(), image.height()) <= 8192
    assert min(image.width(), image.height()) == 2
