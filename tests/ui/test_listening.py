"""Reading aloud as it is seen: where it begins and ends, the strip over the bar, its sheets, and faults."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from kiosk.bridge.eye import Node
from kiosk.session.model import Overlay, Screen
from kiosk.session.step import fresh
from kiosk.settings.model import Screen as Glass
from kiosk.settings.model import Speech
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.millimetres import lost
from tests.ui.reach import visible
from tests.ui.test_idle import warn


@pytest.fixture
def listener(home: Driver) -> Driver:
    """On a topic, being read to; a sentence ends when the test says so."""
    home.voice.at_once = False
    home.open("types")
    home.tap(home.word("bar.listen"))
    home.until(lambda: bool(home.voice.said))
    return home


def strip(driver: Driver) -> Node | None:
    return next(iter(driver.look().of_kind("ListenStrip")), None)


def ways(driver: Driver) -> list[str]:
    return [b.name for b in driver.buttons() if b.kind == "Way"]


# --- on and off ---


def test_listen_begins_and_stop_ends_it(visit: Driver) -> None:
    visit.voice.at_once = False
    listen, stop = visit.word("bar.listen"), visit.word("bar.stop")
    place = visit.button(listen).box
    assert not visit.button(listen).state
    visit.tap(listen)
    assert visit.session.voice.on
    assert visit.buttons(listen) == []
    assert not visit.button(stop).state  # its word alone tells
    assert visit.button(stop).box == place
    visit.tap(stop)
    assert not visit.session.voice.on
    assert strip(visit) is None


def test_it_begins_on_the_first_screen_too_in_the_site_s_own_language(glass: Driver) -> None:
    glass.voice.at_once = False
    words = glass.catalog.book(glass.catalog.languages[0].code).interface
    glass.tap(words["bar.listen"])
    glass.until(lambda: bool(glass.voice.said))
    assert glass.voice.said[0].language == glass.catalog.languages[0].code
    glass.tap(words["bar.stop"])
    assert not glass.session.voice.on
    glass.pass_time(glass.idle_limit())
    assert glass.session == fresh(glass.kiosk.rules)


def test_the_settings_have_it_first(home: Driver) -> None:
    home.tap(home.word("bar.ease"))
    rows = [b for b in home.buttons() if b.kind == "SwitchRow"]
    assert rows[0].name == home.word("ease.voice")
    home.tap(home.word("ease.voice"))
    assert home.session.voice.on
    assert home.button(home.word("ease.voice")).checked


# --- the strip ---


def test_the_strip_stands_over_the_bar_on_every_page_and_the_page_ends_above_it(listener: Driver) -> None:
    openings: tuple[Callable[[], None], ...] = (
        listener.kiosk.goHome,
        partial(listener.kiosk.openTopic, "report"),
        listener.kiosk.openCenters,
        listener.kiosk.openExplorer,
        listener.kiosk.showEase,
    )
    for opening in openings:
        opening()
        listener.settle()
        scene = listener.look()
        over, (bar,) = strip(listener), scene.of_kind("VisitBar")
        assert over is not None
        assert over.box.bottom() == pytest.approx(bar.box.top(), abs=1)
        assert [b.name for b in listener.buttons() if b.kind == "Way"] == [
            listener.word(f"voice.{word}") for word in ("again", "pause", "next", "settings")
        ]
        below = [b.name for b in listener.buttons() if over.box.adjusted(0, 1, 0, -1).intersects(visible(scene, b))]
        assert sorted(below) == sorted(ways(listener)), "a target of the page reaches under the strip"


def test_pause_by_touch_is_a_pause_and_go_on_goes_on(listener: Driver) -> None:
    """The touch itself stops the speech as any touch does; it must not begin it again when the finger leaves."""
    first = listener.voice.texts[-1]
    listener.tap(listener.word("voice.pause"))
    assert not listener.kiosk.speech.playing
    assert listener.kiosk.speech.paused
    listener.tap(listener.word("voice.play"))
    assert listener.kiosk.speech.playing
    assert listener.voice.texts[-1] == first


def test_pause_by_key_is_a_pause_and_go_on_goes_on(listener: Driver) -> None:
    pause = listener.button(listener.word("voice.pause"))
    listener.kiosk.speech.pause()
    assert listener.kiosk.speech.paused
    listener.kiosk.speech.pause()
    assert listener.kiosk.speech.playing
    assert pause.enabled


def test_a_pause_after_a_key_is_not_taken_for_the_touch_before_it(listener: Driver) -> None:
    listener.touch(listener.text(listener.topic("types").title))
    assert listener.kiosk.speech.paused
    listener.kiosk.speech.pause()
    assert listener.kiosk.speech.playing


def test_again_and_next_lead_through_the_sentences(listener: Driver) -> None:
    first = listener.voice.texts[-1]
    listener.tap(listener.word("voice.again"))
    assert listener.voice.texts[-1] == first
    listener.tap(listener.word("voice.next"))
    assert listener.voice.texts[-1] != first


@pytest.mark.parametrize("language", ["en", "es", "vi", "zh-Hans", "ar", "ko"])
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_bar_and_strip_leave_half_of_the_smallest_glass_at_the_largest_size(
    open_kiosk: OpenKiosk, size: tuple[int, int], language: str
) -> None:
    driver = open_kiosk(size, screen=Glass(diagonal_inch=15.6))
    driver.voice.at_once = False
    driver.kiosk.chooseLanguage(language)
    driver.large_text(200)
    driver.kiosk.speech.toggle()
    driver.lay_out()
    assert strip(driver) is not None
    assert [fault for fault in lost(driver.look()) if "bar" in fault] == []


# --- its sheets ---


def test_speed_and_volume_are_chosen_by_touch_and_say_where_they_are(listener: Driver) -> None:
    listener.tap(listener.word("voice.settings"))
    assert listener.session.overlay is Overlay.VOICE
    speeds = [b.name for b in listener.buttons() if b.kind == "Segment"]
    assert speeds == [
        f"{listener.word('voice.speed')}: {listener.word(f'voice.{w}')}" for w in ("slow", "normal", "fast", "fastest")
    ]
    listener.tap(speeds[2])
    assert listener.session.voice.speed == 130
    assert listener.button(speeds[2]).checked
    level = listener.word("voice.level")
    assert level.format(n=3, total=5) in listener.texts()
    for word, steps in (("louder", (4, 5, 5)), ("softer", (4, 3))):
        for step in steps:
            listener.tap(listener.word(f"voice.{word}"))
            assert level.format(n=step, total=5) in listener.texts()
    listener.tap(listener.word("voice.done"))
    assert not listener.session.overlay


@pytest.mark.parametrize(("answer", "on"), [("yes", True), ("no", False)])
def test_the_offer_is_answered_by_touch(home: Driver, answer: str, on: bool) -> None:
    home.kiosk.speech.offer()
    home.settle()
    assert home.word("offer.title") in home.texts()
    home.tap(home.word(f"offer.{answer}"))
    assert home.session.voice.on is on
    assert home.session.overlay is Overlay.NONE


def test_the_offer_stands_on_the_first_screen_too(glass: Driver) -> None:
    glass.kiosk.speech.offer()
    glass.settle()
    words = glass.catalog.book(glass.catalog.languages[0].code).interface
    glass.tap(words["offer.no"])
    assert (glass.session.screen, glass.session.overlay) == (Screen.ATTRACT, Overlay.NONE)


def test_what_the_keys_do_is_said_line_by_line(home: Driver) -> None:
    home.kiosk.speech.showKeys()
    home.settle()
    lines = [home.word(f"keys.{word}") for word in ("move", "ok", "back", "home", "volume", "help")]
    shown = home.texts()
    assert [text for text in shown if text in lines] == lines
    home.tap(home.word("keys.close"))
    assert home.session.overlay is Overlay.NONE


# --- when it fails ---


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_missing_voice_is_told_in_that_language_over_the_bar(home: Driver, language: str) -> None:
    home.kiosk.chooseLanguage(language)
    home.voice.voices = ()
    home.tap(home.word("bar.listen"))
    home.until(lambda: home.kiosk.speech.notice != "")
    home.settle()
    words = home.word("voice.missing")
    note, bar = home.text(words), home.look().of_kind("VisitBar")[0]
    assert note.box.bottom() < bar.box.top()
    scene = home.look()
    over = scene.of_kind("ListenNotice")[0].box.adjusted(0, 1, 0, -1)
    assert not any(over.intersects(visible(scene, b)) for b in scene.nodes if b.button)
    home.open("types")
    home.until(lambda: words in home.texts())
    home.tap(home.word("bar.stop"))
    assert words not in home.texts()


def test_the_first_screen_tells_it_too(glass: Driver) -> None:
    glass.voice.voices = ()
    words = glass.catalog.book(glass.catalog.languages[0].code).interface
    glass.tap(words["bar.listen"])
    glass.until(lambda: glass.kiosk.speech.notice != "")
    glass.settle()
    assert words["voice.missing"] in glass.texts_on_glass()


# --- the warning's sound ---


@pytest.mark.standard("A16", "B4")
def test_the_warning_is_heard_once(home: Driver) -> None:
    warn(home)
    assert home.chimes == 1
    home.tap(home.word("warning.stay"))
    assert home.chimes == 1


def test_who_is_read_to_hears_the_warning_s_words_instead(home: Driver) -> None:
    home.tap(home.word("bar.listen"))
    home.until(lambda: bool(home.voice.said) and not home.kiosk.speech.playing)
    warn(home)
    home.until(lambda: home.word("warning.title") in home.voice.texts)
    assert home.chimes == 0


def test_who_hears_no_voice_hears_the_sound(home: Driver) -> None:
    home.voice.voices = ()
    home.kiosk.speech.toggle()
    home.until(lambda: home.kiosk.speech.notice != "")
    warn(home)
    assert home.chimes == 1


def test_a_site_may_do_without_the_sound(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(speech=Speech(chime=False))
    driver.start("en")
    warn(driver)
    assert driver.chimes == 0
