"""The same visit by keys: a visible focus that Tab moves, Enter and Space that press, Escape that goes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.eye import Node
from kiosk.session.model import Overlay, Screen
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.test_idle import warn

Key = Qt.Key


def frames(driver: Driver) -> list[str]:
    """The names of what wears the frame that shows the focus."""
    scene = driver.look()
    return [scene.nodes[frame.parent].name for frame in scene.of_kind("FocusFrame")]


def focused(driver: Driver) -> Node:
    """What the keys would press; it alone shows so."""
    found = [b for b in driver.buttons() if b.focused]
    assert len(found) == 1, f"{len(found)} targets have the focus"
    assert frames(driver) == [found[0].name]
    return found[0]


def tab_round(driver: Driver) -> list[str]:
    """The names of all targets that Tab leads to, in order, until the first comes again."""
    found: list[str] = []
    for _ in range(80):
        driver.key(Key.Key_Tab)
        name = focused(driver).name
        if name in found:
            assert name == found[0], f"Tab leads to {name!r} twice in one round: {found}"
            return found
        found.append(name)
    raise AssertionError(f"Tab never comes round: {found}")


def tab_to(driver: Driver, name: str) -> None:
    for _ in range(60):
        driver.key(Key.Key_Tab)
        if f"{focused(driver).name}, ".startswith(f"{name}, "):
            return
    raise AssertionError(f"Tab never leads to {name!r}")


def names(driver: Driver) -> list[str]:
    return [b.name for b in driver.buttons()]


def test_nothing_looks_focused_before_a_key_is_pressed(visit: Driver) -> None:
    visit.open("report")
    assert frames(visit) == []


def test_tab_leads_to_every_language_on_the_first_screen(glass: Driver) -> None:
    assert tab_round(glass) == names(glass)


@pytest.mark.parametrize("press", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_presses_what_has_the_focus(open_kiosk: OpenKiosk, press: Key) -> None:
    driver = open_kiosk()
    tab_to(driver, "English")
    driver.key(press)
    assert driver.session.screen is Screen.HOME
    topic = driver.topics()[1]
    tab_to(driver, topic.card)
    driver.key(press)
    assert driver.session.topic == topic.id


def test_tab_leads_to_every_target_of_home_and_of_a_topic(visit: Driver) -> None:
    for page in ("home", "report"):
        if page != "home":
            visit.open(page)
        more = visit.word("topic.more_below")  # the focus takes the page along: it may be there or not
        assert sorted({*names(visit), more}) == sorted({*tab_round(visit), more})


@pytest.mark.parametrize("topic", ["answers", "care"])
def test_what_has_the_focus_stands_on_the_glass(visit: Driver, topic: str) -> None:
    visit.open(topic)
    for _ in range(len(names(visit)) + 2):
        visit.key(Key.Key_Tab)
        at = focused(visit)
        assert visit.look().seen(at), f"{at.name!r} has the focus out of sight"


def test_escape_goes_back_and_closes_the_sheet_first(visit: Driver) -> None:
    visit.open("care")
    visit.kiosk.showLanguages()
    visit.settle()
    visit.key(Key.Key_Escape)
    assert visit.session.overlay is Overlay.NONE
    assert visit.session.topic == "care"
    visit.key(Key.Key_Escape)
    assert visit.session.screen is Screen.HOME
    visit.key(Key.Key_Escape)
    assert visit.session.screen is Screen.HOME


def test_escape_works_after_a_touch_and_after_tab(visit: Driver) -> None:
    visit.open("care")
    visit.key(Key.Key_Tab)
    visit.key(Key.Key_Escape)
    assert visit.session.screen is Screen.HOME


def test_keys_stay_with_the_sheet_and_the_bar_below_it(home: Driver) -> None:
    bar = [home.word(f"bar.{name}") for name in ("language", "home", "listen", "ease", "done")]
    home.tap(home.word("bar.language"))
    names = [name.split(", ")[0] for name in tab_round(home)]
    shown = [info.name for info in home.catalog.languages]
    ends = [home.word("help.title"), home.word("languages.close")]
    assert sorted(set(names)) == sorted([*bar, *shown, *ends])


@pytest.mark.parametrize("answer", ["warning.stay", "warning.leave"])
def test_keys_answer_the_warning(home: Driver, answer: str) -> None:
    home.open("care")
    warn(home)
    tab_to(home, home.word(answer))
    home.key(Key.Key_Space)
    assert home.session.screen is (Screen.TOPIC if answer == "warning.stay" else Screen.THANKS)
    assert not home.kiosk.property("warning")


def test_enter_alone_answers_the_warning_with_keep_going(home: Driver) -> None:
    home.open("care")
    warn(home)
    home.key(Key.Key_Return)
    assert home.session.topic == "care"
    assert not home.kiosk.property("warning")


def test_focus_of_one_visitor_is_gone_for_the_next(home: Driver) -> None:
    home.key(Key.Key_Tab)
    home.tap(home.word("bar.done"))
    home.pass_time(5)
    home.settle()
    assert home.session.screen is Screen.ATTRACT
    assert frames(home) == []
    home.key(Key.Key_Tab)
    assert focused(home).name == names(home)[0]
