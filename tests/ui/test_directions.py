"""Texts of two directions in one sentence: each is read in its own, on the page of either language."""

from __future__ import annotations

import unicodedata

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from kiosk.bridge.direction import apart, left_to_right
from kiosk.bridge.eye import Node
from kiosk.catalog import Catalog, Review
from kiosk.settings.model import Center, Site
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.lettering import font_of, visual

PHONE, TURNED = "940-555-0101", "0101-555-940"
HOURS = "8:00 - 17:00 (closed on Sunday)"
ARABIC_HOURS = "من 8 إلى 17 (مغلق)"


@pytest.fixture
def centers(qtbot: QtBot, site: Site, catalog: Catalog) -> Driver:
    """A site with hours in two scripts, and with a number that reads as the first one backwards."""
    center = Center("مركز Denton", ("100 Example Road",), PHONE, (HOURS, ARABIC_HOURS))
    turned = Center("Turned", phone=TURNED)
    driver = Driver(qtbot, catalog, replace(site, centers=(center, turned), languages=("en", "ar")))
    driver.settle()
    return driver


def label(driver: Driver, language: str, part: str) -> Node:
    driver.kiosk.chooseLanguage(language)
    driver.kiosk.openCenters()
    driver.settle()
    [found] = [node for node in driver.look().texts() if part in node.text]
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.standard("F7")
def test_a_telephone_number_and_hours_are_read_in_their_own_direction(centers: Driver, language: str) -> None:
    with centers as driver:
        phone = label(driver, language, PHONE)
        assert PHONE in visual(phone.text, font_of(phone))
        hours = label(driver, language, HOURS)
        alone = visual(ARABIC_HOURS, font_of(hours))
        lines = hours.text.split("\n")
        assert visual(lines[1], font_of(hours)) == HOURS
        assert visual(lines[2], font_of(hours)) == alone
        assert HOURS in visual(hours.text, font_of(hours))
        assert alone in visual(hours.text, font_of(hours))


def test_without_marks_the_number_would_be_read_backwards(centers: Driver) -> None:
    """The fault itself, so that the test above shows something."""
    with centers as driver:
        phone = label(driver, "ar", PHONE)
        bare = "".join(char for char in phone.text if unicodedata.category(char) != "Cf")
        assert PHONE not in visual(bare, font_of(phone))


def test_the_picture_of_a_telephone_number_is_the_same_in_both_languages(centers: Driver) -> None:
    with centers as driver:
        english, arabic = (number(driver, label(driver, code, PHONE), PHONE, code) for code in ("en", "ar"))
        turned = number(driver, label(driver, "en", TURNED), TURNED, "en")
        assert unlike(english, arabic) < 0.1
        assert unlike(turned, arabic) > 0.3


def number(driver: Driver, node: Node, phone: str, language: str) -> QImage:
    """The picture of a label's number alone, from its first ink to its last."""
    wide = round(QFontMetricsF(font_of(node)).horizontalAdvance(phone))
    left, top, width, height = (round(value) for value in node.ink)
    frame = QRect(left if language == "ar" else left + width - wide, top, wide, height).adjusted(-2, 0, 2, 0)
    image = driver.screenshot().copy(frame)
    ink = [(x, y) for x in range(image.width()) for y in range(image.height()) if dark(image, x, y) > 0.5]
    left, right, top, bottom = (end(at[n] for at in ink) for n in (0, 1) for end in (min, max))
    return image.copy(left, top, right - left + 1, bottom - top + 1)


def dark(image: QImage, x: int, y: int) -> float:
    return 1 - image.pixelColor(x, y).lightnessF()


def unlike(one: QImage, other: QImage) -> float:
    """The mean difference of two pictures, 0 to 1; half a pixel's shift, for letters start between pixels, is 0.06."""
    assert abs(one.width() - other.width()) <= 1 and abs(one.height() - other.height()) <= 1
    width, height = min(one.width(), other.width()), min(one.height(), other.height())
    every = [(x, y) for x in range(width) for y in range(height)]
    return sum(abs(dark(one, x, y) - dark(other, x, y)) for x, y in every) / len(every)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_names_and_dates_in_the_footer_stay_whole(qtbot: QtBot, site: Site, catalog: Catalog, language: str) -> None:
    with Driver(qtbot, catalog, replace(site, languages=("en", "ar"))) as driver:
        driver.kiosk.chooseLanguage(language)
        book = driver.catalog.book(language)
        topic = replace(book.topics[0], review=Review("د. ليلى Smith, MD", "2026-01-31", "2027-01-31"))
        driver.kiosk.page.show(replace(book, topics=(topic,)), topic.id)
        sources, review = driver.kiosk.page.sources, driver.kiosk.page.review
        driver.kiosk.openTopic(topic.id)
        driver.settle()
        font = font_of(driver.look().texts()[-1])
        for publisher in topic.publishers:
            assert publisher in visual(sources, font)
        assert visual(topic.review.by, font) in visual(review, font)
        day = {"en": "Saturday, January 31, 2026", "ar": "السبت، 31 يناير 2026"}[language]
        assert visual(day, font) in visual(review, font)


def test_marks_are_put_around_something_only() -> None:
    assert apart("a") == "\u2068a\u2069"
    assert left_to_right("1") == "\u20661\u2069"
    assert apart("") == left_to_right("") == ""


@pytest.mark.standard("F7")
def test_every_text_of_a_page_stands_at_the_start_of_its_language(open_six: OpenKiosk) -> None:
    """Latin names and addresses too: in Arabic all of them end at the right."""
    for language, side in (("en", 0), ("ar", 1)):
        driver = open_six(("en", "ar"))
        driver.kiosk.chooseLanguage(language)
        driver.kiosk.openCenters()
        driver.settle()
        cards = [node for node in driver.look().texts() if driver.look().within(node, "WordCard")]
        assert len(cards) > 8
        edges = {round(node.ink[0] + side * node.ink[2]) for node in cards}
        assert max(edges) - min(edges) <= 2, (language, edges)


@pytest.mark.parametrize("overlay", ["showLanguages", "showEase"])
def test_both_lists_of_languages_begin_where_the_language_begins(open_six: OpenKiosk, overlay: str) -> None:
    driver = open_six()
    names = [one.name for one in driver.catalog.languages]

    def across() -> float:
        """How far to the right the second one stands of the first one."""
        first, second = (driver.button(name).box for name in names[:2])
        assert first.top() == pytest.approx(second.top(), abs=1)
        return second.left() - first.left()

    for language in ("en", "ar"):
        driver.kiosk.chooseLanguage(language)
        getattr(driver.kiosk, overlay)()
        driver.settle()
        assert (across() < 0) is (language == "ar")
        driver.kiosk.closeOverlay()
