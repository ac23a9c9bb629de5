"""Read aloud in the real window: what is given to the engine when somebody listens, and what a touch does to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from kiosk.session.model import Overlay, Screen
from kiosk.session.step import fresh
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.listening import heard, listen, quiet
from tests.ui.places import topic_places
from tests.ui.test_notice import items

EMPTY = QPoint(8, 8)
"""A place on the glass where nothing can be pressed."""


# --- what is said ---


@pytest.mark.standard("C6")
def test_nothing_is_said_unasked(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.start("en")
    for topic in driver.topics():
        for _ in topic_places(driver, topic.id):
            driver.lay_out()
    driver.kiosk.showEase()
    driver.kiosk.openExplorer()
    driver.lay_out()
    assert driver.voice.said == []
    assert driver.kiosk.speech.reader is None


def test_a_page_is_read_from_its_title_to_its_end(home: Driver) -> None:
    topic = home.open("types")
    said = listen(home).voice.texts
    title, ask = said.index(topic.title), said.index(topic.ask)
    assert title < 3
    assert title < ask
    assert not home.kiosk.speech.playing


def test_a_new_page_is_read_as_it_opens_and_so_is_home(home: Driver) -> None:
    listen(home)
    said = heard(home, lambda: home.open("symptoms"))
    assert home.topic("symptoms").title in said
    assert home.word("home.title") not in said
    back = heard(home, lambda: home.tap(home.word("bar.back")))
    assert home.word("home.title") in back
    assert home.topic("symptoms").title not in back


def test_what_opens_is_read_and_nothing_else_of_its_page(home: Driver) -> None:
    topic = home.open("answers")
    listen(home)
    block = next(block for block in topic.blocks if block.kind == "expander")
    said = heard(home, lambda: home.tap(block.title))
    assert block.paragraphs[0] in " ".join(said)
    assert topic.title not in said
    other = [b.title for b in topic.blocks if b.kind == "expander" and b.id != block.id]
    assert not any(name in line for name in other for line in said)


def test_another_tab_and_a_switch_are_read_as_they_change(home: Driver) -> None:
    topic = home.open("report")
    listen(home)
    said = heard(home, lambda: home.kiosk.chooseTab("suspicious"))
    assert topic.title not in said
    assert len(said) > 5
    home.tap(home.word("bar.ease"))
    quiet(home)
    said = heard(home, lambda: home.tap(home.word("ease.contrast")))
    assert [line for line in said if home.word("ease.contrast") in line]
    assert home.word("ease.title") not in said


def test_a_spot_and_its_words_are_read_when_it_is_chosen(at_spots: Driver) -> None:
    listen(at_spots)
    before = at_spots.texts()
    said = heard(at_spots, lambda: at_spots.tap(at_spots.word("explorer.next_spot")))
    new = set(at_spots.texts()) - set(before)
    assert any(line in text for line in said for text in new)


def test_a_picture_that_is_carried_says_nothing(home: Driver) -> None:
    home.kiosk.openExplorer()
    home.settle()
    listen(home)
    box = home.look().window
    middle = QPoint(round(box.width() / 2), round(box.height() / 3))
    assert heard(home, lambda: home.swipe(middle, middle + QPoint(120, 60))) == []


@pytest.mark.standard("A10", "C16")
@pytest.mark.parametrize("code", ["es", "ar", "zh-Hans"])
def test_a_page_is_said_in_its_language_and_in_the_next_one_after_a_change(open_kiosk: OpenKiosk, code: str) -> None:
    driver = open_kiosk()
    driver.start(code)
    driver.open("care")
    listen(driver)
    assert {one.language for one in driver.voice.said} == {code}
    before = len(driver.voice.said)
    driver.kiosk.chooseLanguage("en")
    quiet(driver)
    assert {one.language for one in driver.voice.said[before:]} == {"en"}


@pytest.mark.standard("B4")
def test_the_warning_and_its_countdown_are_said(home: Driver) -> None:
    listen(home)
    said = heard(home, lambda: home.pass_time(home.idle_limit()))
    assert home.word("warning.title") in said
    assert any(home.word("warning.stay") in line for line in said)
    total = int(home.kiosk.rules.warning_seconds)
    counted = [line for _ in range(total - 1) for line in heard(home, lambda: home.pass_time(1))]
    assert [int(line.split()[0]) for line in counted] == [30, 20, 10, 5]
    assert heard(home, lambda: home.tap(home.word("warning.stay"))) == [], "the page was read to its end before"


def test_the_offer_is_read_before_anybody_has_said_yes(home: Driver) -> None:
    said = heard(home, home.kiosk.speech.offer)
    assert said
    assert {one.language for one in home.voice.said} == {"en"}
    assert heard(home, home.kiosk.speech.decline) == []
    assert not home.kiosk.speech.on


# --- what stops it and what goes on ---


@pytest.mark.standard("A4")
@pytest.mark.parametrize("begun", [True, False], ids=["while it speaks", "before it is heard"])
def test_a_touch_stops_it_at_once(home: Driver, begun: bool) -> None:
    home.open("care")
    listen(home, at_once=False)
    if begun:
        home.voice.begin()
    stopped = home.voice.stopped
    home.press(EMPTY)
    assert home.voice.stopped == stopped + 1
    assert not home.kiosk.speech.playing
    home.release(EMPTY)
    home.settle()
    assert len(home.voice.said) == 1, "nothing follows by itself"
    assert home.kiosk.speech.paused


@pytest.mark.parametrize("leave", ["page", "sheet"])
def test_a_sentence_that_ends_while_its_page_goes_is_the_last_of_it(care: Driver, leave: str) -> None:
    if leave == "sheet":
        care.kiosk.showEase()
        care.until(lambda: care.word("ease.title") in care.voice.texts)
    before = len(care.voice.said)
    care.voice.begin()
    if leave == "page":
        care.kiosk.openTopic("types")
    else:
        care.kiosk.closeOverlay()
    care.voice.end()
    assert len(care.voice.said) == before
    care.until(lambda: len(care.voice.said) == before + 1)
    assert care.voice.texts[-1] in care.texts()


@pytest.mark.standard("A4")
def test_a_touch_that_leads_elsewhere_ends_the_old_page_and_begins_the_new(care: Driver) -> None:
    old = care.voice.said[-1].text
    care.tap(care.word("bar.back"))
    care.until(lambda: len(care.voice.said) == 2)
    assert care.voice.said[-1].text != old
    late = care.voice.said[0].turn
    care.voice.ended.emit(late)
    assert len(care.voice.said) == 2, "an answer to the old page moves nothing"


@pytest.mark.standard("A4")
def test_pause_keeps_the_place_and_again_and_next_move_it(care: Driver) -> None:
    speech, voice = care.kiosk.speech, care.voice
    voice.end()
    second = voice.said[-1].text
    voice.begin()
    speech.pause()
    assert (speech.playing, speech.paused) == (False, True)
    speech.pause()
    assert (voice.said[-1].text, speech.playing) == (second, True)
    stopped = voice.stopped
    speech.again()
    assert (voice.said[-1].text, voice.stopped) == (second, stopped + 1)
    speech.next()
    assert voice.said[-1].text != second
    assert voice.stopped == stopped + 2, "the sentence that is left is cut off"
    speech.pause()
    speech.again()
    assert speech.playing
    assert not speech.paused


def test_a_touch_on_pause_pauses_and_another_goes_on(care: Driver) -> None:
    """The finger that comes down has stopped the sentence; lifting it must not start it again."""
    care.press(EMPTY)
    care.kiosk.speech.pause()
    assert care.kiosk.speech.paused
    care.release(EMPTY)
    care.press(EMPTY)
    care.kiosk.speech.pause()
    assert care.kiosk.speech.playing
    care.release(EMPTY)


def test_a_touch_beside_everything_pauses_and_whatever_comes_next_goes_on(care: Driver) -> None:
    care.touch(EMPTY)
    assert care.kiosk.speech.paused
    care.kiosk.speech.pause()  # by a key: no finger is on the glass
    assert care.kiosk.speech.playing


def test_a_button_that_the_keys_reach_is_said_and_the_page_waits(care: Driver) -> None:
    sentence, speech = care.voice.said[-1].text, care.kiosk.speech
    care.voice.at_once = True
    item = next(i for i in items(care.window.contentItem(), "pressed") if i.property("text") == "Home")

    def reached() -> None:
        speech.control(item)
        speech.control(item)  # by the keypad and by the focus alike

    assert heard(care, reached) == [care.word("say.button").format(name="Home")]
    assert (speech.playing, speech.paused) == (False, True)
    care.voice.at_once = False
    speech.pause()
    assert care.voice.said[-1].text == sentence


@pytest.mark.standard("A4", "A6")
def test_volume_and_speed_are_heard_at_once_and_the_sentence_is_said_again(care: Driver) -> None:
    first = care.voice.said[-1]
    care.kiosk.speech.louder()
    assert (care.voice.said[-1].text, care.voice.said[-1].volume) == (first.text, first.volume + 20)
    care.kiosk.speech.setSpeed(130)
    assert (care.voice.said[-1].text, care.voice.said[-1].speed) == (first.text, 130)
    care.voice.end()
    assert (care.voice.said[-1].speed, care.voice.said[-1].volume) == (130, first.volume + 20)


@pytest.mark.standard("A6", "A7")
def test_between_sentences_each_step_of_the_volume_says_itself_and_the_place_is_kept(care: Driver) -> None:
    speech, sentence = care.kiosk.speech, care.voice.said[-1].text
    speech.pause()
    care.voice.at_once = True
    for level in (4, 5, 5):
        expected = [care.word("voice.level").format(n=level, total=5)] if speech.level < level else []
        assert heard(care, speech.louder) == expected
    assert heard(care, speech.softer) == [care.word("voice.level").format(n=4, total=5)]
    assert speech.paused
    care.voice.at_once = False
    speech.pause()
    assert care.voice.said[-1].text == sentence


@pytest.mark.standard("A13")
def test_nobody_is_asked_whether_she_is_there_while_she_listens(care: Driver) -> None:
    care.pass_time(3600)
    assert not care.kiosk.property("warning")
    care.voice.at_once = True
    care.voice.end()
    quiet(care)
    care.pass_time(care.idle_limit())
    assert care.kiosk.property("warning")


@pytest.mark.standard("A7", "A13")
def test_being_done_silences_the_page_and_forgets_who_listened(care: Driver) -> None:
    care.kiosk.speech.louder()
    care.voice.at_once = True
    page = care.voice.said[-1].text
    said = heard(care, lambda: care.tap(care.word("bar.done")))
    assert care.session.screen is Screen.THANKS
    assert page not in said
    assert care.word("thanks.title") in said
    care.pass_time(care.kiosk.rules.thanks_seconds)
    care.settle()
    assert care.session == fresh(care.kiosk.rules)
    assert (care.kiosk.speech.on, care.kiosk.speech.paused, care.kiosk.speech.level) == (False, False, 3)
    assert heard(care, lambda: care.start("en")) == []


def test_switched_off_it_is_silent_and_stays_so(care: Driver) -> None:
    stopped = care.voice.stopped
    care.kiosk.speech.toggle()
    assert care.voice.stopped == stopped + 1
    assert (care.kiosk.speech.on, care.kiosk.speech.playing, care.kiosk.speech.paused) == (False, False, False)
    assert heard(care, lambda: care.tap(care.word("bar.back"))) == []
    assert care.session.overlay is Overlay.NONE
