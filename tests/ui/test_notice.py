"""The site's notice of language help: words and pictures that stand there whole, and large enough, on every glass."""

from __future__ import annotations

import logging
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk import paths
from kiosk.bridge.eye import Node, broken_words, faults
from kiosk.catalog import load
from kiosk.session.model import Overlay
from kiosk.settings import LanguageHelp, NoticePicture, Screen, load_site
from kiosk.settings.glass import sheet_mm
from kiosk.settings.model import Site
from tests.explorer.made import greys
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.qt_said import heard

LEAST_MM = 20 * 25.4 / 72
SMALLEST = Screen(diagonal_inch=15.6)
GLASSES = ((10.0, PORTRAIT), (15.6, PORTRAIT), (15.6, LANDSCAPE), (27.0, PORTRAIT), (27.0, LANDSCAPE), (43.0, PORTRAIT))


def px_per_mm(driver: Driver, diagonal: float) -> float:
    width, height = driver.window.width(), driver.window.height()
    return float((width**2 + height**2) ** 0.5 / (diagonal * 25.4))


def open_help(driver: Driver, language: str = "en") -> None:
    driver.start(language)
    driver.kiosk.showHelp()
    assert driver.session.overlay is Overlay.HELP
    driver.settle()


def pages(driver: Driver) -> list[Node]:
    return driver.look().of_kind("NoticePicture")


PAGE, SHEET = "slender", "primaryClose"
"""Properties that only a page of the notice has, and only a sheet."""


def items(item: QQuickItem, owns: str) -> list[QQuickItem]:
    found = [item] if item.property(owns) is not None else []
    return found + [inner for child in item.childItems() for inner in items(child, owns)]


def picture(path: Path, width: int = 400, height: int = 500) -> NoticePicture:
    """A picture in many greys, no two places alike, with letters that are large enough."""
    assert greys(width, height).save(str(path))
    return NoticePicture(str(path), width / 10, "Words of the notice")


def shows(driver: Driver, page: Node, file: Path) -> bool:
    """Whether the window shows the picture's upper left corner where the page stands, unmirrored."""
    glass, drawn = driver.screenshot(), QImage(str(file))
    scale = page.box.width() / drawn.width()
    places = [(16 + 32 * column, 16 + 32 * row) for column in range(drawn.width() // 32) for row in range(2)]
    there = [glass.pixelColor(round(page.box.x() + x * scale), round(page.box.y() + y * scale)) for x, y in places]
    return all(abs(c.red() - drawn.pixelColor(x, y).red()) < 12 for c, (x, y) in zip(there, places, strict=True))


@pytest.mark.parametrize(("diagonal", "size"), GLASSES)
def test_what_a_check_takes_for_the_sheet_s_width_is_its_width(
    open_kiosk: OpenKiosk, diagonal: float, size: tuple[int, int]
) -> None:
    driver = open_kiosk(size, screen=Screen(diagonal_inch=diagonal))
    open_help(driver)
    (sheet,) = items(driver.window.contentItem(), SHEET)
    told = sheet_mm(Screen(diagonal_inch=diagonal), (size[0], size[1]))
    assert float(sheet.property("wide")) / px_per_mm(driver, diagonal) == pytest.approx(told, abs=0.01)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(("diagonal", "size"), GLASSES)
@pytest.mark.standard("F3")
def test_the_notice_s_letters_stand_twenty_points_high(
    open_kiosk: OpenKiosk, diagonal: float, size: tuple[int, int], percent: int
) -> None:
    driver = open_kiosk(size, screen=Screen(diagonal_inch=diagonal))
    open_help(driver)
    driver.large_text(percent)
    words = driver.text(driver.word("help.text"))
    assert words.font[1] / px_per_mm(driver, diagonal) >= LEAST_MM
    for page, (_, letter) in zip(pages(driver), shipped(), strict=True):
        height = letter * page.box.width()
        assert height / px_per_mm(driver, diagonal) >= LEAST_MM or diagonal < SMALLEST.diagonal_inch


def shipped() -> list[tuple[Path, float]]:
    """The demonstration site's pictures, and their letters as a share of their width."""
    site, _ = load_site(paths.DEMO_SITE)
    assert site.language_help is not None
    found = site.language_help.pictures
    return [(Path(p.file), p.letter_px / QImage(p.file).width()) for p in found]


@pytest.mark.parametrize("high_contrast", [False, True])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.standard("F3")
def test_every_word_of_the_sheet_can_be_read(
    open_kiosk: OpenKiosk, orientation: str, percent: int, high_contrast: bool
) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation])
    open_help(driver, "es")
    driver.large_text(percent, high_contrast=high_contrast)
    scene = driver.look()
    assert len(scene.of_kind("NoticePicture")) == len(shipped())
    assert [*faults(scene), *broken_words(scene)] == []


def test_the_pictures_stand_one_below_the_other_as_wide_as_the_sheet(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    open_help(driver)
    first, second = pages(driver)
    (sheet,) = items(driver.window.contentItem(), SHEET)
    assert first.box.width() == second.box.width() == sheet.property("wide")
    assert (first.box.x(), first.box.bottom() < second.box.top()) == (second.box.x(), True)
    for page, (file, _) in zip((first, second), shipped(), strict=True):
        drawn = QImage(str(file))
        assert page.box.height() / page.box.width() == pytest.approx(drawn.height() / drawn.width(), abs=0.001)
    driver.scroll_to(1)
    assert driver.look().seen(driver.text(driver.word("help.close")))
    assert pages(driver)[1].box.bottom() <= driver.button(driver.word("help.close")).box.top()


def test_a_wide_glass_has_two_columns_where_the_letters_allow_it(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    driver = open_kiosk(LANDSCAPE)
    open_help(driver)
    first, second = pages(driver)
    assert first.box.y() == second.box.y()
    assert first.box.right() < second.box.x()
    driver.large_text(200)
    first, second = pages(driver)
    assert first.box.bottom() < second.box.y()
    small = [NoticePicture(picture(tmp_path / "a.png").file, 10, "A"), picture(tmp_path / "b.png")]
    driver = open_kiosk(LANDSCAPE, language_help=LanguageHelp(pictures=tuple(small)))
    open_help(driver)
    first, second = pages(driver)
    assert first.box.bottom() < second.box.y()


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_picture_is_shown_as_it_is_and_never_mirrored(
    open_kiosk: OpenKiosk, site: Site, tmp_path: Path, language: str
) -> None:
    """Also where the language runs from right to left, as Spanish does here."""
    content = Path(shutil.copytree(paths.CONTENT, tmp_path / "content"))
    file = content / "es" / "language.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("direction: ltr", "direction: rtl"), encoding="utf-8")
    catalog = load(content, paths.ASSETS, choices=site.choices, languages=site.languages, cache=None)
    page = picture(tmp_path / "a.png")
    driver = open_kiosk(catalog=catalog, language_help=LanguageHelp(pictures=(page,)))
    open_help(driver, language)
    assert driver.kiosk.mirrored is (language == "es")
    assert shows(driver, pages(driver)[0], Path(page.file))
    QImage(page.file).flipped(Qt.Orientation.Horizontal).save(str(tmp_path / "b.png"))
    assert not shows(driver, pages(driver)[0], tmp_path / "b.png")


def test_in_high_contrast_a_white_frame_stands_around_it(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    page = picture(tmp_path / "a.png")
    driver = open_kiosk(language_help=LanguageHelp(pictures=(page,)))
    open_help(driver)
    for high in (False, True):
        driver.large_text(100, high_contrast=high)
        box = pages(driver)[0].box
        edge = driver.screenshot().pixelColor(round(box.x() + 1), round(box.center().y()))
        assert (edge == QColor("white")) is high


@pytest.mark.standard("C1", "F3")
def test_who_cannot_see_it_is_told_what_it_says(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    told, silent = picture(tmp_path / "a.png"), NoticePicture(picture(tmp_path / "b.png").file, 40)
    driver = open_kiosk(language_help=LanguageHelp(pictures=(told, silent)))
    open_help(driver)
    names = []
    for item in items(driver.window.contentItem(), PAGE):
        (image,) = [child for child in item.childItems() if child.inherits("QQuickImage")]
        seen = QAccessible.queryAccessibleInterface(image)
        names.append((seen.text(QAccessible.Text.Name), seen.role()))
    graphic = QAccessible.Role.Graphic
    assert names == [("Words of the notice", graphic), (driver.word("help.others"), graphic)]


def broken_pixels(path: Path) -> None:
    """A PNG whose parts all have their checksums, but whose pixels cannot be unpacked."""

    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 400, 500, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", b"\x00" * 50) + part(b"IEND", b""))


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def no_picture(path: Path) -> None:
    path.write_text("no picture")


HARM: dict[str, Callable[[Path], None]] = {
    "missing": Path.unlink,
    "cut off": cut_off,
    "no picture": no_picture,
    "broken pixels": broken_pixels,
}


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_picture_is_said_once_and_the_others_stand(
    open_kiosk: OpenKiosk, tmp_path: Path, caplog: pytest.LogCaptureFixture, harm: str
) -> None:
    good, bad = picture(tmp_path / "a.png"), picture(tmp_path / "b.png")
    HARM[harm](Path(bad.file))
    driver = open_kiosk(language_help=LanguageHelp(pictures=(bad, good, bad)))
    with heard(), caplog.at_level(logging.WARNING):  # Qt's own reader of PNG complains of the pixels
        for language in ("en", "es"):
            open_help(driver, language)
            driver.until(lambda: len(pages(driver)) == 1)
            driver.settle()
            assert shows(driver, pages(driver)[0], Path(good.file))
            assert driver.texts().count(driver.word("help.not_shown")) == 1
            assert faults(driver.look()) == []
            driver.kiosk.endSession()
            driver.pass_time(20)
            driver.settle()
    lines = [record.getMessage() for record in caplog.records if bad.file in record.getMessage()]
    assert len(lines) == 2  # one for each place in the settings, and none for the second look
    assert all("; " in line for line in lines)


def test_letters_that_are_too_small_are_logged_before_anybody_looks(
    open_kiosk: OpenKiosk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = NoticePicture(picture(tmp_path / "a.png").file, 5, "A")
    with caplog.at_level(logging.WARNING):
        driver = open_kiosk(language_help=LanguageHelp(pictures=(page,)))
        driver.until(lambda: bool(caplog.records))
        assert driver.session.language == ""
        open_help(driver)
    (record,) = caplog.records
    assert "the smallest letters would be of" in record.getMessage()
    assert shows(driver, pages(driver)[0], Path(page.file))


def test_a_huge_picture_is_held_no_larger_than_it_is_shown(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    big = QImage(3600, 4400, QImage.Format.Format_RGB32)
    big.fill(QColor("teal"))
    assert big.save(str(tmp_path / "big.png"))
    driver = open_kiosk(language_help=LanguageHelp(pictures=(NoticePicture(str(tmp_path / "big.png"), 200, "Big"),)))
    open_help(driver)
    (item,) = items(driver.window.contentItem(), PAGE)
    (image,) = [child for child in item.childItems() if child.inherits("QQuickImage")]
    assert (image.implicitWidth(), image.implicitHeight()) == (round(item.width()), round(item.height()))
    assert image.implicitWidth() < 1000
    assert QRectF(0, 0, 1080, 1920).contains(pages(driver)[0].box.topLeft())


def test_a_small_picture_is_read_no_larger_than_its_file(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    driver = open_kiosk(language_help=LanguageHelp(pictures=(picture(tmp_path / "a.png", 200, 250),)))
    open_help(driver)
    (item,) = items(driver.window.contentItem(), PAGE)
    (image,) = [child for child in item.childItems() if child.inherits("QQuickImage")]
    assert image.implicitWidth() == 200
    assert item.width() > 900
