"""What is read of each page: all of it, from the top, in whose voice, and how soon it is gathered."""

from __future__ import annotations

import time

from kiosk.bridge.voice.glass import Glass
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver


def listen(driver: Driver) -> list[str]:
    """Everything that is said from now on until nothing more is to be said."""
    before = len(driver.voice.said)
    driver.until(lambda: len(driver.voice.said) > before and not driver.kiosk.speech.playing)
    return driver.voice.texts[before:]


def test_a_page_is_read_from_its_title_to_its_end(home: Driver) -> None:
    topic = home.open("types")
    home.kiosk.speech.toggle()
    said = listen(home)
    assert said[:2] == ["2 of 8", topic.title]
    assert said[-1] == home.word("footer.not_reviewed")
    assert home.word("bar.back") not in " ".join(said)
    assert home.word("topic.more_below") not in " ".join(said)


def test_what_lies_below_a_sheet_or_the_warning_is_not_read(home: Driver) -> None:
    home.kiosk.speech.toggle()
    listen(home)
    home.kiosk.showEase()
    said = listen(home)
    assert said[0] == home.word("ease.title")
    assert home.word("home.title") not in said
    home.kiosk.closeOverlay()
    home.pass_time(home.idle_limit())
    said = listen(home)
    assert home.word("warning.title") in said
    assert home.word("home.title") not in said


def test_what_a_touch_opens_is_read_and_the_page_is_not_read_again(home: Driver) -> None:
    topic = home.open("answers")
    home.kiosk.speech.toggle()
    listen(home)
    question = next(block for block in topic.blocks if block.kind == "expander")
    home.kiosk.toggleBlock(question.id)
    said = listen(home)
    assert said[0].startswith(question.title)
    assert question.lead in " ".join(said)
    assert topic.title not in said


def test_each_language_is_said_by_a_voice_of_its_own(home: Driver) -> None:
    home.kiosk.speech.toggle()
    listen(home)
    before = len(home.voice.said)
    home.kiosk.showLanguages()
    listen(home)
    spoken = {one.language: one.text for one in home.voice.said[before:] if one.text.startswith(_names(home))}
    assert {info.code for info in home.catalog.languages} == set(spoken)
    assert all(spoken[info.code].startswith(info.name) for info in home.catalog.languages)


def _names(driver: Driver) -> tuple[str, ...]:
    return tuple(info.name for info in driver.catalog.languages)


def test_the_longest_page_is_gathered_between_two_frames(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.start("en")
    driver.kiosk.openTopic("report")
    driver.settle()
    glass = Glass(driver.window)
    took = []
    for _ in range(5):
        begun = time.thread_time()
        parts = glass.parts()
        took.append(time.thread_time() - begun)
    assert len(parts) > 30
    assert min(took) < 0.016, took
