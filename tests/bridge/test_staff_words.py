"""The words of staff: numbers in their right form, every need with its two sentences, every language complete."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Property

from kiosk import paths
from kiosk.bridge.library import Library
from kiosk.bridge.models import FIRST_ROLE, RowModel
from kiosk.bridge.staff_words import StaffWords
from kiosk.catalog import Catalog, load
from kiosk.health.needs import IDS
from kiosk.settings import load_site

CODES = ("en", "es", "vi", "zh-Hans", "ar", "ko")
VALUES = {"hours": "8", "free": "180", "folder": "/var/lib/kiosk", "clock": "6:02", "date": "2026-11-03"}
VALUES |= {"languages": "Español", "state": "off", "command": "kiosk settings check"}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    site, _ = load_site(paths.DEMO_SITE)
    return load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=CODES, cache=None)


def words_in(catalog: Catalog, code: str) -> StaffWords:
    words = StaffWords()
    words.open(Library(catalog, "demonstration"), code, lambda info: True)
    return words


@pytest.mark.parametrize(
    ("code", "seconds", "said"),
    [
        ("en", 1, "one second"),
        ("en", 2, "2 seconds"),
        ("en", 60, "60 seconds"),
        ("en", 119, "119 seconds"),
        ("en", 120, "2 minutes"),
        ("en", 150, "150 seconds"),
        ("en", 900, "15 minutes"),
        ("es", 1, "un segundo"),
        ("ar", 1, "ثانية واحدة"),
        ("ar", 2, "ثانيتين"),
        ("ar", 5, "5 ثوانٍ"),
        ("ar", 20, "20 ثانية"),
        ("ar", 120, "دقيقتين"),
        ("ar", 300, "5 دقائق"),
        ("zh-Hans", 28, "28秒"),
    ],
)
def test_a_time_takes_the_form_of_its_number(catalog: Catalog, code: str, seconds: int, said: str) -> None:
    assert words_in(catalog, code).time(seconds) == said


@pytest.mark.parametrize("code", CODES)
def test_every_need_has_its_sentence_and_its_mend(catalog: Catalog, code: str) -> None:
    words = words_in(catalog, code)
    for ident in IDS:
        text, mend = words.need(ident, VALUES)
        assert text, ident
        assert mend, ident
        assert not re.search(r"[{}]", text + mend), f"{ident}: {text} {mend}"
    assert words.need("nothing", VALUES) == ("", "")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(28, "28 seconds"), (119, "119 seconds"), (120, "2 minutes"), (121, "3 minutes"), (892, "15 minutes")],
)
def test_a_long_wait_is_told_in_minutes(catalog: Catalog, seconds: int, said: str) -> None:
    assert words_in(catalog, "en").wait(seconds) == f"Please wait {said}."


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_missing_and_no_value_left_open(catalog: Catalog, code: str) -> None:
    words = words_in(catalog, code)
    said = {name: getattr(words, name) for name, of in vars(StaffWords).items() if isinstance(of, Property)}
    told = {name: text for name, text in said.items() if isinstance(text, str)}
    assert len(told) > 40
    assert not [name for name, text in told.items() if not text or "{" in text]
    filled = (
        words.enter(20),
        words.entered(2, 8),
        words.wait(28),
        words.locks(52),
        words.since("6:02"),
        words.cleanText(60),
        words.cleaned("9:30"),
        words.quietText("18:00", "7:00"),
        words.askFresh(0),
        words.checkLeft(3),
        words.fingers(2),
        words.level(60),
    )
    assert all(filled)
    assert not [text for text in filled if "{" in text]
    assert words.info is not None
    assert (words.info.direction == "rtl") == (code == "ar")


def rows(model: RowModel) -> list[tuple[str, str]]:
    return [tuple(model.data(model.index(n), FIRST_ROLE + i) for i in range(2)) for n in range(model.rowCount())]


def test_a_resting_glass_speaks_every_language_offered_in_their_order(catalog: Catalog) -> None:
    words = words_in(catalog, "es")
    for model in (words.backSoon, words.begin, words.askAtDesk):
        assert [code for code, _ in rows(model)] == list(CODES)
        assert all(text for _, text in rows(model))
    assert rows(words.askAtDesk)[0] == ("en", "Please ask at the desk.")


def test_a_language_that_cannot_be_shown_leaves_the_words_as_they_are(catalog: Catalog) -> None:
    words = words_in(catalog, "en")
    words.open(Library(catalog, "demonstration"), "ar", lambda info: False)
    assert words.property("title") == "Staff only"


def test_without_any_language_the_pad_has_no_words_and_breaks_off_nowhere() -> None:
    words = StaffWords()
    assert (words.property("title"), words.enter(20), words.need("disk", VALUES)) == ("", "", ("", ""))
