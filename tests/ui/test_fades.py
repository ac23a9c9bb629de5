"""What scrolls fades out at its edges; what is cut there is never sharp."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem

from kiosk.settings.model import Screen as Panel
from tests.ui import named
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.exploring import explorer
from tests.ui.ink import cut, pixels

_PALE = 24  # of 255: what differs less from its ground is no sharp edge


def column(driver: Driver) -> QQuickItem:
    """What scrolls, the last where there is one in a sheet."""
    found = [item for item in named.items(driver.window.contentItem()) if item.property("moreBelow") is not None]
    return [item for item in found if item.isVisible()][-1]


def sharpest(driver: Driver, item: QQuickItem, y: float, height: float) -> int:
    """By how much `height` pixels from `y` of a column differ from what they fade to, 0 to 255."""
    row = cut(pixels(driver.window.grabWindow()), item.mapRectToScene(QRectF(0, y, item.width(), height)))
    color = QColor(item.property("fadeColor"))
    return int(np.abs(row.astype(int) - (color.red(), color.green(), color.blue())).max())


@pytest.mark.parametrize(("size", "percent"), [(PORTRAIT, 150), (LANDSCAPE, 200)], ids=["portrait", "landscape-200"])
def test_a_sheet_fades_out_to_the_very_edge_of_what_scrolls(
    open_kiosk: OpenKiosk, size: tuple[int, int], percent: int
) -> None:
    driver = open_kiosk(size, screen=Panel(diagonal_inch=15.6))
    driver.start("es")
    driver.large_text(percent)
    driver.kiosk.showEase()
    driver.settle()
    item = column(driver)
    assert item.property("moreBelow")
    bleed = item.property("bleed")
    assert bleed > 3
    assert sharpest(driver, item, item.height() + bleed - 3, 2) < _PALE


@pytest.mark.parametrize("night", [False, True], ids=["page", "explorer"])
@pytest.mark.parametrize("contrast", [True, False], ids=["high contrast", "twin"])
def test_in_high_contrast_the_sign_lies_on_no_words(open_kiosk: OpenKiosk, night: bool, contrast: bool) -> None:
    """Beside the sign, and a little above it, is the page's colour alone; without high contrast it fades into that."""
    driver = open_kiosk()
    driver.start("es")
    driver.large_text(150, high_contrast=contrast)
    if night:
        driver.kiosk.openExplorer()
        explorer(driver).showMode("spots")
    else:
        driver.open("answers")
    driver.settle()
    item, found = column(driver), []
    for share in (0.05, 0.12, 0.2, 0.3):
        driver.scroll_to(share)
        (sign,) = driver.look().of_kind("MoreBelow")
        box = item.mapRectFromScene(sign.box)
        edge = item.property("bleed")
        assert edge or not night
        beside = cut(
            pixels(driver.window.grabWindow()),
            item.mapRectToScene(QRectF(-edge, box.top(), box.left() + edge - 8, item.height() - box.top())),
        )
        color = QColor(item.property("fadeColor"))
        found.append(int(np.abs(beside.astype(int) - (color.red(), color.green(), color.blue())).max()))
    assert (max(found) == 0) is contrast


@pytest.fixture
def crowded(open_kiosk: OpenKiosk) -> Driver:
    """A small wide glass with the largest letters, in a language of long words, read aloud."""
    driver = open_kiosk(LANDSCAPE, screen=Panel(diagonal_inch=15.6))
    driver.start("vi")
    driver.large_text(200)
    driver.voice.at_once = False
    driver.settle()
    return driver


def test_what_is_said_stands_clear_of_the_fade(crowded: Driver) -> None:
    crowded.kiosk.openTopic("what")
    crowded.settle()
    crowded.kiosk.speech.toggle()
    crowded.until(lambda: bool(crowded.voice.said))
    seen = 0
    for _ in range(8):
        crowded.voice.begin()
        crowded.settle()
        mark = next(i for i in named.items(crowded.window.contentItem()) if i.property("calm") is not None)
        lines = mark.property("lines")
        item = column(crowded)
        clear = item.height() - item.property("fadeHeight")
        if lines:
            top = mark.mapRectToItem(item, lines[0]).top()
            bottom = max(mark.mapRectToItem(item, line).bottom() for line in lines)
            assert top >= 0
            # What is longer than all of it is seen from its beginning.
            assert bottom <= clear + 1 or top < clear / 3, crowded.voice.texts[-1]
            seen += bottom <= clear + 1
        crowded.voice.end()
    assert seen >= 5


@pytest.mark.parametrize("overlay", ["showEase", "showLanguages"])
def test_a_sheet_takes_the_place_of_the_strip_where_there_is_little(crowded: Driver, overlay: str) -> None:
    crowded.kiosk.openTopic("what")
    crowded.kiosk.speech.toggle()
    crowded.settle()
    page = column(crowded)
    high = page.height()
    assert crowded.buttons(crowded.word("voice.again"))
    getattr(crowded.kiosk, overlay)()
    crowded.settle()
    assert not crowded.buttons(crowded.word("voice.again"))
    assert column(crowded) is not page
    assert column(crowded).height() > high
    assert page.height() == high
    crowded.kiosk.closeOverlay()
    crowded.settle()
    assert crowded.buttons(crowded.word("voice.again"))


def test_a_large_glass_keeps_the_strip_below_a_sheet(home: Driver) -> None:
    home.kiosk.speech.toggle()
    home.kiosk.showEase()
    home.settle()
    assert home.buttons(home.word("voice.again"))


def test_with_lower_buttons_what_leaves_at_the_upper_edge_fades(home: Driver) -> None:
    home.kiosk.ease.setLowerButtons(True)
    home.kiosk.openTopic("types")
    home.settle()
    item = column(home)
    assert sharpest(home, item, 1, 2) < _PALE
    for share in (0.1, 0.3, 0.6):
        home.scroll_to(share)
        home.settle()
        assert sharpest(home, item, 1, 2) < _PALE, share
        assert sharpest(home, item, 0, item.height() / 2) > _PALE


def test_without_lower_buttons_the_upper_edge_is_that_of_the_glass(home: Driver) -> None:
    home.kiosk.openTopic("types")
    home.settle()
    found = []
    for share in (0.1, 0.2, 0.3, 0.4):
        home.scroll_to(share)
        home.settle()
        found.append(sharpest(home, column(home), 1, 2))
    assert max(found) > _PALE
