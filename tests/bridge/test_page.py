"""What a page says of its review, in the visitor's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

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


@pytest.mark.parametrize(("code", "day"), [("en", "Saturday, January 31, 2026"), ("es", "sábado, 31 de enero de 2026")])
def test_dates_are_written_as_the_language_writes_them(qtbot: QtBot, code: str, day: str) -> None:
    parent = QObject()
    shown = page(code, Review("A. Name, MD", "2026-01-31", "2027-01-31"), parent)
    assert f"Checked by A. Name, MD on {day}." in shown.review
    assert "2027" in shown.review


def test_a_page_nobody_reviewed_says_so(qtbot: QtBot) -> None:
    parent = QObject()
    shown = page("en", Review(), parent)
    assert shown.review == "Not yet reviewed."
    assert shown.sources == "Sources: Here, There"


def test_a_closed_page_keeps_nothing(qtbot: QtBot) -> None:
    parent = QObject()
    shown = page("en", Review(), parent)
    shown.show(None, "")
    assert (shown.title, shown.sources, shown.review, shown.place, shown.blocks.rowCount()) == ("", "", "", "", 0)
