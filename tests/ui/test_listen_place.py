"""The place in a page that is read: what comes in between, news or a sheet, leaves it where it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.session.model import Overlay
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.listening import heard, listen


def stop_at(driver: Driver, topic: str, sentences: int = 3) -> str:
    """Listen to `topic` and pause after so many sentences; the one that was cut."""
    driver.open(topic)
    listen(driver, at_once=False)
    for _ in range(sentences):
        driver.voice.begin()
        driver.voice.end()
    driver.voice.begin()
    driver.kiosk.speech.pause()
    assert driver.kiosk.speech.paused
    return driver.voice.texts[-1]


def goes_on_with(driver: Driver) -> str:
    driver.voice.at_once = False
    driver.kiosk.speech.pause()
    assert driver.kiosk.speech.playing
    return driver.voice.texts[-1]


# --- news ---


@pytest.mark.standard("A4")
def test_after_what_opened_the_page_goes_on_where_it_was(home: Driver) -> None:
    sentence = stop_at(home, "answers")
    home.voice.at_once = True
    block = [block for block in home.topic("answers").blocks if block.kind == "expander"][-1]
    said = heard(home, lambda: home.kiosk.toggleBlock(block.id))
    assert said[0].startswith(block.title)
    assert home.kiosk.speech.paused
    assert goes_on_with(home) == sentence


@pytest.mark.standard("A4")
def test_what_opens_while_a_sentence_is_said_keeps_the_place_too(home: Driver) -> None:
    sentence = stop_at(home, "answers")
    assert goes_on_with(home) == sentence
    block = [block for block in home.topic("answers").blocks if block.kind == "expander"][-1]
    home.kiosk.toggleBlock(block.id)
    home.until(lambda: home.voice.texts[-1].startswith(block.title))
    home.voice.at_once = True
    home.voice.end()
    home.until(lambda: not home.kiosk.speech.playing)
    assert goes_on_with(home) == sentence


def test_after_another_tab_the_page_goes_on_with_what_stands_there_now(home: Driver) -> None:
    stop_at(home, "report", 12)
    home.voice.at_once = True
    said = heard(home, lambda: home.kiosk.chooseTab("suspicious"))
    page = home.texts()
    home.voice.at_once = True
    rest = heard(home, home.kiosk.speech.pause)
    assert rest
    assert home.topic("report").title not in rest
    assert any(line in text for line in said for text in page)
    assert rest[-1] == home.word("footer.not_reviewed")


# --- volume and speed ---


@pytest.mark.standard("A6", "A7")
@pytest.mark.parametrize("speaking", [True, False], ids=["while it speaks", "in silence"])
def test_on_their_sheet_volume_and_speed_say_how_they_stand_and_nothing_else(care: Driver, speaking: bool) -> None:
    care.kiosk.speech.showSettings()
    care.until(lambda: care.word("voice.title") in care.voice.texts)
    care.voice.begin()
    sentence = care.voice.texts[-1]
    if not speaking:
        care.kiosk.speech.pause()

    def said(act: Callable[[], object]) -> list[str]:
        before = len(care.voice.said)
        act()
        care.settle()
        care.until(lambda: care.kiosk.speech.playing)
        care.voice.at_once = True
        care.voice.end()
        care.until(lambda: not care.kiosk.speech.playing)
        care.voice.at_once = False
        return care.voice.texts[before:]

    louder, level = care.word("voice.louder"), care.word("voice.level")
    assert said(lambda: care.tap(louder)) == [level.format(n=4, total=5)]
    assert said(care.kiosk.speech.louder) == [level.format(n=5, total=5)]
    assert care.voice.said[-1].volume == 100
    fast = f"{care.word('voice.speed')}: {care.word('voice.fast')}"
    assert said(lambda: care.tap(fast)) == [care.word("say.chosen").format(name=fast)]
    assert care.voice.said[-1].speed == 130
    assert care.session.overlay is Overlay.VOICE
    assert goes_on_with(care) == sentence


# --- a sheet, or the warning, over the page ---


def opened(driver: Driver, sheet: str) -> None:
    """Open a sheet and hear it to its end."""
    openings: dict[str, Callable[[], None]] = {
        "voice": driver.kiosk.speech.showSettings,
        "keys": driver.kiosk.speech.showKeys,
        "ease": driver.kiosk.showEase,
        "languages": driver.kiosk.showLanguages,
        "warning": lambda: driver.pass_time(driver.idle_limit()),
    }
    driver.voice.at_once = True
    assert heard(driver, openings[sheet])
    driver.voice.at_once = False


def closed(driver: Driver, sheet: str) -> None:
    if sheet == "warning":
        driver.kiosk.keepGoing()
    else:
        driver.kiosk.closeOverlay()


SHEETS = ("voice", "keys", "ease", "languages", "warning")


@pytest.mark.standard("A4")
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_paused_page_waits_below_a_sheet_at_its_place(home: Driver, sheet: str) -> None:
    sentence = stop_at(home, "answers")
    opened(home, sheet)
    assert heard(home, lambda: closed(home, sheet)) == []
    assert home.kiosk.speech.paused
    assert goes_on_with(home) == sentence


@pytest.mark.standard("A4")
@pytest.mark.parametrize("sheet", SHEETS[:-1])
def test_a_page_that_was_being_read_goes_on_when_its_sheet_closes(home: Driver, sheet: str) -> None:
    stop_at(home, "answers")
    sentence = goes_on_with(home)
    opened(home, sheet)
    before = len(home.voice.said)
    closed(home, sheet)
    home.until(lambda: len(home.voice.said) > before)
    assert home.voice.texts[before:] == [sentence]


def test_a_touch_that_opens_a_sheet_is_no_pause(home: Driver) -> None:
    stop_at(home, "answers")
    sentence = goes_on_with(home)
    home.tap(home.word("voice.settings"))
    home.until(lambda: home.word("voice.title") in home.voice.texts)
    home.tap(home.word("voice.done"))
    home.until(lambda: home.voice.texts[-1] == sentence)
    assert home.kiosk.speech.playing


def test_a_page_that_was_read_to_its_end_is_not_read_again_after_a_sheet(home: Driver) -> None:
    home.open("care")
    listen(home)
    for sheet in SHEETS:
        opened(home, sheet)
        assert heard(home, lambda sheet=sheet: closed(home, sheet)) == []  # type: ignore[misc]
        assert not home.kiosk.speech.paused


@pytest.mark.standard("B4")
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_warning_says_what_it_asks_before_it_counts(
    open_kiosk: OpenKiosk, size: tuple[int, int], percent: int
) -> None:
    driver = open_kiosk(size)
    driver.start("en")
    listen(driver)
    driver.large_text(percent)
    said = heard(driver, lambda: driver.pass_time(driver.idle_limit()))
    counted = [line for line in said if line[0].isdigit()]
    assert len(counted) == 1
    assert said[0] == driver.word("warning.title")
    stay = next(n for n, line in enumerate(said) if driver.word("warning.stay") in line)
    assert 1 < said.index(counted[0]) == stay - 1


def test_a_sheet_after_another_leads_back_to_the_page(home: Driver) -> None:
    sentence = stop_at(home, "answers")
    opened(home, "ease")
    opened(home, "voice")
    home.kiosk.closeOverlay()
    home.settle()
    assert goes_on_with(home) == sentence


@pytest.mark.parametrize("leave", ["language", "page", "listened on the sheet"])
def test_another_page_below_a_sheet_is_read_from_its_start(home: Driver, leave: str) -> None:
    if leave == "listened on the sheet":
        home.open("answers")
        home.kiosk.showEase()
        listen(home)
    else:
        stop_at(home, "answers")
        opened(home, "languages")
    home.voice.at_once = True
    act = {
        "language": lambda: home.kiosk.chooseLanguage("es"),
        "page": lambda: home.kiosk.openTopic("types"),
        "listened on the sheet": home.kiosk.closeOverlay,
    }[leave]
    said = heard(home, act)
    assert home.topic("types" if leave == "page" else "answers").title in said
