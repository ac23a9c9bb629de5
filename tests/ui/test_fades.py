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
from tests.ui.ink import cut, pixels

_PALE = 24  # of 255: what differs less from its ground is no sharp edge


def column(driver: Driver) -> QQuickItem:
    """What scrolls, the last where there is one in a sheet."""
    found = [item for item in named.items(driver.window.contentItem()) if item.property("moreBelow") is not None]
    return [item for item in found if item.isVisible()][-1]


def sharpest(driver: Driver, item: QQuickItem, y: float, height: float) -> int:
    """By how much `height` pixels from `y` of a column differ from what they fade to, 0 to 255."""
    row = cut(pixels(driver.window.grabWindow()), item.mapRectToScene(QRectF(0, y, item.width(), height)))
    color = np.array(QColor(item.property("fadeColor")).getRgb()[:3])
    return int(np.abs(row.astype(int) - color).max())


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
