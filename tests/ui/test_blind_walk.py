"""A whole visit by keys and ears: from the first screen to each topic, a spot in a picture, and "I'm done".

`Ears` never looks: she presses keys and goes by what is said. Only the test compares where she is with where she
believes to be.
"""

from __future__ import annotations

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.voice.glass import Glass
from kiosk.session.model import Screen
from kiosk.speech.model import Part
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.ears import Ears, Key, LostError

LANGUAGES = {"en": "English", "vi": "Tiếng Việt", "ar": "العربية"}


def begin(driver: Driver, language: str) -> Ears:
    """From the first key to home in her language."""
    ears = Ears(driver)
    assert driver.catalog.book("en").interface["offer.title"] in ears.press(Key.Key_Down)
    ears.press(Key.Key_Return)
    heard = ears.choose(LANGUAGES[language])
    assert driver.session.screen is Screen.HOME
    assert driver.session.language == language
    assert ears.language() == language
    assert heard
    return ears


@pytest.mark.standard("A1", "A11", "B2")
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_visit_by_ear_leads_to_every_topic_and_a_spot_and_ends(open_kiosk: OpenKiosk, language: str) -> None:
    driver = open_kiosk()
    ears = begin(driver, language)
    topics = driver.topics()
    assert len(topics) == 8
    for topic in topics:
        heard = " ".join(ears.choose(topic.card))
        assert topic.title in heard
        assert driver.session.topic == topic.id
        ears.press(Key.Key_Backspace)
    word = driver.word
    ears.choose(word("explorer.hero_title"))
    ears.choose(word("explorer.all_spots"))
    said = ears.choose("3. ")
    assert driver.session.look.spot
    assert any(word("explorer.spot_place").format(n=3, total=7) in one for one in said)
    ears.press(Key.Key_Home)
    bye = ears.choose(word("bar.done"))
    assert word("thanks.title") in bye
    assert driver.session.screen is Screen.THANKS


@pytest.mark.standard("A11")
def test_each_language_is_found_by_its_own_name(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    ears = Ears(driver)
    ears.press(Key.Key_Down)
    ears.press(Key.Key_Return)
    for info in driver.catalog.languages:
        ears.go_to(info.name)


def test_a_page_is_said_before_its_controls_and_then_the_first_one(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    ears = begin(driver, "en")
    topic = driver.topics()[2]
    page = ears.choose(topic.card)
    assert topic.title in page[:3]
    assert len(page) > 10
    [first] = ears.press(Key.Key_Down)
    assert first in page or any(first.startswith(one) for one in page)
    assert ears.press(Key.Key_Down) != [first]


def test_nothing_is_pressed_that_was_not_said(open_kiosk: OpenKiosk) -> None:
    """OK on a page that has just been read says where one is; the next one presses."""
    driver = open_kiosk()
    ears = begin(driver, "en")
    before = driver.session
    said = ears.press(Key.Key_Return)
    assert driver.session.screen is before.screen
    assert said
    ears.press(Key.Key_Return)
    assert driver.session.screen is not before.screen


def test_a_card_that_is_not_said_cannot_be_found(open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: one card without a voice, and she is lost."""
    driver = open_kiosk()
    ears = begin(driver, "en")
    mute, usual = driver.topics()[4].card, Glass.part_of

    def deaf(glass: Glass, item: QQuickItem) -> Part | None:
        part = usual(glass, item)
        return None if part is not None and part.name.startswith(mute) else part

    monkeypatch.setattr(Glass, "part_of", deaf)
    ears.choose(driver.topics()[3].card)
    ears.press(Key.Key_Backspace)
    with pytest.raises(LostError):
        ears.choose(mute)
