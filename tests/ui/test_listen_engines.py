"""Engines that are not well: silent, dead, in a hurry, without a voice; the visit goes on, the silence explained."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.voice.glass import Glass
from kiosk.session.model import Overlay, Screen
from kiosk.speech.model import Kind, Part
from kiosk.speech.player import BEGIN_SECONDS, LETTER_SECONDS, ROOM_SECONDS
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.listening import heard, listen


def given_up(driver: Driver, word: str, caplog: pytest.LogCaptureFixture, told: str) -> None:
    """Silence, said on the screen in the visitor's language and to staff, and the visit goes on."""
    speech = driver.kiosk.speech
    on = word == "voice.missing"
    assert speech.notice == driver.word(word)
    assert (speech.on, speech.playing, speech.paused) == (on, False, False)
    assert not driver.session.voice.speaking
    assert [line for line in caplog.messages if told in line]
    before = len(driver.voice.said)
    driver.tap(driver.word("bar.home"))
    assert driver.session.screen is Screen.HOME
    assert len(driver.voice.said) == before
    assert not on or speech.notice == driver.word(word)
    driver.pass_time(driver.idle_limit())
    assert driver.kiosk.property("warning"), "the limit runs again"


@pytest.mark.standard("A10")
def test_a_language_without_a_voice_says_so(open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture) -> None:
    driver = open_kiosk()
    driver.start("es")
    driver.open("care")
    driver.voice.voices = ("en",)
    driver.kiosk.speech.toggle()
    driver.until(lambda: bool(driver.kiosk.speech.notice))
    given_up(driver, "voice.missing", caplog, "no voice speaks es")


@pytest.mark.standard("A10")
def test_reading_goes_on_in_the_next_language_that_has_a_voice(home: Driver) -> None:
    listen(home)
    home.voice.voices = ("en",)
    home.kiosk.chooseLanguage("es")
    home.until(lambda: home.kiosk.speech.notice == home.word("voice.missing"))
    said = heard(home, lambda: home.kiosk.chooseLanguage("en"))
    assert home.word("home.title") in said
    assert home.kiosk.speech.notice == ""


def test_an_engine_that_never_begins_is_given_up(home: Driver, caplog: pytest.LogCaptureFixture) -> None:
    home.open("care")
    listen(home, at_once=False)
    home.now += BEGIN_SECONDS
    home.kiosk.speech.tick()
    assert home.voice.texts[0] == home.voice.texts[1]
    home.now += BEGIN_SECONDS - 0.1
    home.kiosk.speech.tick()
    assert home.kiosk.speech.on
    home.now += 0.2
    home.kiosk.speech.tick()
    given_up(home, "voice.broken", caplog, "does not answer")


def test_an_engine_that_never_ends_is_given_up(care: Driver, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        care.voice.begin()
        care.now += len(care.voice.said[-1].text) * LETTER_SECONDS + ROOM_SECONDS
        care.kiosk.speech.tick()
    given_up(care, "voice.broken", caplog, "does not answer")


def die(driver: Driver) -> None:
    driver.voice.failed.emit(driver.voice.said[-1].turn, False, "the engine has gone away")


def test_an_engine_that_dies_once_says_the_sentence_again_and_reads_on(care: Driver) -> None:
    for _ in range(3):
        sentence, count = care.voice.texts[-1], len(care.voice.said)
        care.voice.begin()
        die(care)
        assert care.voice.texts[count:] == [sentence]
        care.voice.end()
        assert care.voice.texts[-1] != sentence
    assert care.kiosk.speech.on
    assert care.kiosk.speech.notice == ""


def test_after_a_dead_engine_the_next_key_asks_again_and_tries_it(care: Driver) -> None:
    for _ in range(2):
        care.voice.begin()
        die(care)
    assert not care.kiosk.speech.on
    care.voice.at_once = True
    before = len(care.voice.said)
    care.strike(Qt.Key.Key_Down)
    assert care.session.overlay is Overlay.OFFER
    care.until(lambda: not care.kiosk.speech.playing)
    assert care.word("offer.title") in care.voice.texts[before:]
    assert care.kiosk.speech.notice == ""


def test_an_engine_that_dies_in_the_middle_twice_is_given_up(care: Driver, caplog: pytest.LogCaptureFixture) -> None:
    die(care)
    die(care)
    given_up(care, "voice.broken", caplog, "the engine has gone away")


def test_an_engine_that_dies_while_it_reads_the_warning_leaves_the_warning(
    home: Driver, caplog: pytest.LogCaptureFixture
) -> None:
    listen(home)
    home.voice.at_once = False
    home.pass_time(home.idle_limit())
    before = len(home.voice.said)
    home.until(lambda: len(home.voice.said) > before or home.kiosk.speech.playing)
    die(home)
    die(home)
    assert home.kiosk.property("warning")
    home.settle()
    home.tap(home.word("warning.stay"))
    given_up(home, "voice.broken", caplog, "the engine has gone away")


def test_a_failure_of_an_older_sentence_is_none(care: Driver) -> None:
    late = care.voice.said[-1].turn
    care.voice.end()
    care.voice.failed.emit(late, False, "too late")
    assert care.kiosk.speech.playing


def test_an_engine_that_floods_skips_nothing(care: Driver) -> None:
    first = care.voice.said[-1].turn
    for _ in range(300):
        care.voice.began.emit(first)
        care.voice.ended.emit(first)
        care.voice.ended.emit(first + 7)
    assert len(care.voice.said) == 2
    assert care.kiosk.speech.playing


def test_an_engine_that_answers_while_it_is_asked_reads_a_long_page(
    home: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = " ".join(f"This is sentence {n}." for n in range(600))
    monkeypatch.setattr(Glass, "parts", lambda _self: (Part(0, Kind.TEXT, text),))
    say = home.voice.say

    def at_once(turn: int, *how: object) -> None:
        say(turn, *how)  # type: ignore[arg-type]
        home.voice.ended.emit(turn)

    monkeypatch.setattr(home.voice, "say", at_once)
    home.voice.at_once = False
    home.kiosk.speech.toggle()
    home.until(lambda: len(home.voice.said) == 600 and not home.kiosk.speech.playing)


def test_a_name_in_a_language_without_a_voice_is_left_out_and_the_rest_is_read(
    home: Driver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shown = (
        Part(0, Kind.BUTTON, "English"),
        Part(1, Kind.BUTTON, "한국어", language="ko"),
        Part(2, Kind.BUTTON, "Español", language="es"),
        Part(3, Kind.BUTTON, "العربية", language="ar"),
    )
    monkeypatch.setattr(Glass, "parts", lambda _self: shown)
    home.voice.voices = ("en", "es")
    listen(home)
    assert [one.language for one in home.voice.said] == ["en", "es", "en"], "and what it is, of what has a name"
    assert home.kiosk.speech.on
    assert home.kiosk.speech.notice == ""
    assert [line for line in caplog.messages if line == "no voice speaks ko"]


def test_the_engine_is_closed_with_the_kiosk(care: Driver) -> None:
    care.shell.close()
    assert care.voice.closed
