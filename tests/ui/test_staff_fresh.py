"""The front desk starts fresh: from any place of a visit the glass is as if nobody had ever touched it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.session.model import SetComfort
from kiosk.staff.model import Door, StartFresh
from tests.ui import exploring
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.listening import listen
from tests.ui.staff import keep_in, open_panel
from tests.ui.test_reset import First, leftovers, open_sheet, spanish


def topic(driver: Driver) -> None:
    driver.start("en")
    driver.open("care")
    driver.kiosk.toggleBlock(next(b.id for b in driver.topic("care").blocks if b.kind == "expander"))
    driver.settle()


def explorer(driver: Driver) -> None:
    """Through every mode, to the last."""
    driver.start("en")
    for _ in exploring.places(driver):
        driver.lay_out()
    driver.kiosk.openExplorer()
    exploring.explorer(driver).nextSpot()


def settings_first(driver: Driver) -> None:
    driver.kiosk.showEase()
    driver.kiosk.send(SetComfort(text_percent=200, high_contrast=True, lower_buttons=True))


def warning(driver: Driver) -> None:
    driver.start("en")
    driver.pass_time(driver.idle_limit())


def thanks(driver: Driver) -> None:
    driver.start("es")
    driver.kiosk.endSession()


def listening(driver: Driver) -> None:
    driver.start("es")
    driver.open("care")
    listen(driver, at_once=False)
    driver.voice.begin()
    driver.voice.at_once = True


STATES: tuple[Callable[[Driver], None], ...] = (
    spanish,
    topic,
    explorer,
    settings_first,
    open_sheet,
    warning,
    thanks,
    listening,
)


def by_touch(driver: Driver) -> None:
    open_panel(driver)
    words = driver.kiosk.desk.words
    driver.tap(words.get("staff.fresh"))
    if driver.kiosk.desk.now.asked:
        driver.tap(words.get("staff.fresh"))
    assert driver.kiosk.desk.now.door is Door.SHUT


def from_outside(driver: Driver) -> None:
    driver.kiosk.desk.apply(StartFresh(None))


@pytest.mark.parametrize(("state", "how"), [*((state, by_touch) for state in STATES), (topic, from_outside)])
def test_nothing_is_left_whatever_it_was(
    open_kiosk: OpenKiosk, state: Callable[[Driver], None], how: Callable[[Driver], None]
) -> None:
    driver = open_kiosk(ORIENTATIONS["portrait"])
    first = First.of(driver)
    state(driver)
    driver.settle()
    how(driver)
    assert leftovers(driver, first) == []


def test_nothing_is_left_of_arabic_at_the_largest_size(open_six: OpenKiosk) -> None:
    driver = open_six()
    first = First.of(driver)
    driver.kiosk.chooseLanguage("ar")
    driver.large_text(200)
    driver.open("care")
    by_touch(driver)
    assert leftovers(driver, first) == []


def test_it_says_how_long_ago_somebody_touched_it_and_asks(home: Driver) -> None:
    home.now += 10
    open_panel(home)
    words = home.kiosk.desk.words
    home.tap(words.get("staff.fresh"))
    ago = home.kiosk.desk.property("touchedAgo")
    assert 13 <= ago < 30
    assert words.askFresh(ago) in home.texts_on_glass()
    home.tap(words.get("staff.no"))
    assert home.kiosk.visit.screen == "home"
    home.now += 30
    home.kiosk.desk.touched()
    home.tap(words.get("staff.fresh"))
    assert (home.kiosk.screen, home.kiosk.desk.now.asked) == ("attract", "")


def test_the_hand_of_staff_is_not_taken_for_a_visitors(home: Driver) -> None:
    """Who left half a minute ago is gone, although somebody has just held the corner."""
    home.now += 40
    open_panel(home)
    home.tap(home.kiosk.desk.words.get("staff.fresh"))
    assert (home.kiosk.screen, home.kiosk.desk.now.asked) == ("attract", "")


def test_a_question_about_a_visit_ends_with_the_visit(home: Driver) -> None:
    open_panel(home)
    home.tap(home.kiosk.desk.words.get("staff.fresh"))
    assert home.kiosk.desk.now.asked == "fresh"
    for _ in range(4):
        home.now += home.idle_limit() / 2
        home.kiosk.desk.touched()
        home.kiosk.tick()
    assert home.kiosk.visit.screen == "attract"
    assert (home.kiosk.desk.now.door, home.kiosk.desk.now.asked) == (Door.PANEL, "")


def test_a_visit_is_counted_once_at_its_end_however_it_ends(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    driver = open_kiosk()
    keep_in(driver, tmp_path)

    def visits() -> int:
        return int(driver.kiosk.desk.property("visitsToday"))

    driver.kiosk.showEase()
    driver.kiosk.closeOverlay()
    assert visits() == 0, "nobody went further than the first screen"
    driver.start("en")
    assert visits() == 0
    driver.kiosk.endSession()
    assert visits() == 1
    driver.pass_time(driver.kiosk.rules.thanks_seconds)
    driver.settle()
    driver.start("es")
    driver.kiosk.desk.apply(StartFresh(None))
    assert visits() == 2
    driver.kiosk.desk.apply(StartFresh(None))
    assert visits() == 2
    assert [file.name for file in tmp_path.iterdir()] == ["visits.json"]


def test_where_nothing_can_be_written_all_works_and_is_forgotten_and_staff_can_be_told(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    driver = open_kiosk()
    state = keep_in(driver, tmp_path / "file" / "state")
    driver.start("en")
    driver.kiosk.endSession()
    open_panel(driver)
    driver.kiosk.desk.louder()
    driver.tap(driver.kiosk.desk.words.get("staff.pause"))
    assert driver.kiosk.desk.property("visitsToday") == 1
    assert driver.kiosk.rules.volume == driver.site.speech.volume + 20
    assert driver.kiosk.desk.property("rest") == "paused"
    assert "unwritable" in state.flaws


def test_what_the_panel_sets_begins_with_the_next_visit(home: Driver) -> None:
    before = home.kiosk.visit
    open_panel(home)
    home.kiosk.desk.louder()
    home.kiosk.desk.chooseFirst("es")
    assert replace(home.kiosk.visit, last_input=before.last_input) == before
    home.kiosk.desk.shut()
    home.settle()
    home.kiosk.desk.apply(StartFresh(None))
    home.settle()
    assert home.session.voice.volume == home.site.speech.volume + 20
    assert home.kiosk.languages.codes[0] == "es"
    assert home.kiosk.language == "es"
