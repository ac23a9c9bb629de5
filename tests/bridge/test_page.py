"""What a page says of its review, in the visitor's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.bridge.direction import apart
from kiosk.bridge.page import Page
from kiosk.bridge.words import Words
from kiosk.catalog.model import Book, Review, Topic

WORDS = {
    "topic.place": "{n} / {total}",
    "footer.sources": "Sources: {publishers}",
    "footer.reviewed": "Checked by {by} on {on}.",
    "footer.next_review": "Next check: {next}.",
    "footer.not_reviewed": "Not yet reviewed.",
}


def page(code: str, review: Review, parent: QObject) -> Page:
    topic = Topic("a", "A", "A", "", "", "", "", (), 0, review, ("Here", "There"))
    words = Words(parent)
    words.use(WORDS)
    shown = Page(words, parent)
    shown.show(Book(code, WORDS, (topic,)), "a")
    return shown


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("en", "Saturday, January 31, 2026"),
        ("es", "sábado, 31 de enero de 2026"),
        ("vi", "Thứ Bảy, 31 tháng 1, 2026"),
        ("zh-Hans", "2026年1月31日星期六"),
        ("ar", "السبت، 31 يناير 2026"),
        ("ko", "2026년 1월 31일 토요일"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(qtbot: QtBot, code: str, day: str) -> None:
    parent = QObject()
    shown = page(code, Review("A. Name, MD", "2026-01-31", "2027-01-31"), parent)
    assert f"Checked by {apart('A. Name, MD')} on {apart(day)}." in shown.review
    assert "2027" in shown.review


def test_a_page_nobody_reviewed_says_so(qtbot: QtBot) -> None:
    parent = QObject()
    shown = page("en", Review(), parent)
    assert shown.review == "Not yet reviewed."
    assert shown.sources == "Sources: \u2068Here\u2069, \u2068There\u2069"


def test_a_closed_page_keeps_nothing(qtbot: QtBot) -> None:
    parent = QObject()
    shown = page("en", Review(), parent)
    shown.show(None, "")
    assert (shown.title, shown.sources, shown.review, shown.place, shown.blocks.rowCount()) == ("", "", "", "", 0)
