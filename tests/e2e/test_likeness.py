"""The comparison of screens: blind to how a letter's edge was rounded, not to what a visitor would notice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.e2e.likeness import LIMIT, alike, difference, same
from tests.e2e.stage import Stage


def page(shift: int = 0, tick: bool = False, edge: int = 0) -> QImage:
    """A line of words, perhaps moved down by some pixels, perhaps with a small disc beside it."""
    image = QImage(540, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("#FBF6EE"))
    painter = QPainter(image)
    painter.setPen(QColor("#1D2B2E").lighter(100 + edge))
    font = QFont()
    font.setPixelSize(36)
    painter.setFont(font)
    painter.drawText(QRect(20, 40 + shift, 500, 60), Qt.AlignmentFlag.AlignLeft, "Small white spots")
    if tick:
        painter.setBrush(QColor("#D5E6E3"))
        painter.drawEllipse(QPoint(60, 180), 22, 22)
    painter.end()
    return image


def test_what_a_visitor_would_notice_is_a_difference(qapp: object) -> None:
    for other in (page(shift=1), page(tick=True), page().scaled(540, 239)):
        assert not alike(page(), other)
        assert not same(page(), other)


def test_a_trace_at_the_edges_is_none(qapp: object) -> None:
    assert 0 < difference(page(), page(edge=4)) < LIMIT
    assert same(page(), page(edge=4))


def test_a_kiosk_that_shows_something_else_is_caught(stage: Stage) -> None:
    english = stage.twin.control("English")
    stage.twin.tap(english)
    with pytest.raises(AssertionError, match="home: the screen is not what it must be"):
        stage.same("home", deadline=1)
    stage.hand.tap(*english)
    stage.same("home")
