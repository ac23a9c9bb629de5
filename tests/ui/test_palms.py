"""A palm, a forearm, a child's whole hand: it presses nothing, and fingers press again when it is gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from kiosk.session.model import Screen
from kiosk.settings.model import Screen as Panel
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import Hand, explorer, on_window
from tests.ui.hands import Palm, around, down, unguard


@pytest.mark.parametrize("between", [None, 0.0, 0.07], ids=["in one event", "at once", "in turn"])
@pytest.mark.parametrize("count", [4, 5, 10])
def test_a_palm_on_a_card_opens_nothing(home: Driver, count: int, between: float | None) -> None:
    topic = home.topics()[2]
    card = home.button(topic.card)
    Palm(home, around(card.centre, count), between).lift()
    assert home.session.topic == ""
    assert home.session.screen is Screen.HOME
    home.touch(card)
    assert home.session.topic == topic.id


def test_without_the_filter_a_palm_opens_a_card(home: Driver) -> None:
    unguard(home, guarded=False)
    Palm(home, around(home.button(home.topics()[2].card).centre)).lift()
    assert home.session.topic == home.topics()[2].id


def test_a_palm_chooses_no_language(open_kiosk: OpenKiosk) -> None:
    """On the first screen, before anybody has touched anything."""
    driver = open_kiosk()
    Palm(driver, around(driver.buttons()[0].centre)).lift()
    assert driver.session.language == ""
    driver.start("en")
    assert driver.session.language == "en"


def test_what_was_pressed_is_let_go_when_the_palm_comes(home: Driver) -> None:
    places = around(home.button(home.topics()[2].card).centre)
    first = Palm(home, places[:3])
    assert down(home) != []
    first.lift()
    home.kiosk.goHome()
    palm = Palm(home, places)
    assert down(home) == []
    palm.lift()


def test_nothing_acts_until_the_whole_palm_is_lifted(home: Driver) -> None:
    card, done = home.button(home.topics()[2].card), home.button(home.word("bar.done"))
    palm = Palm(home, [*around(card.centre, 4), done.centre])
    home.now += 5
    palm.lift(4)
    palm.lift(0, 1, 2)
    palm.lift(3)
    assert (home.session.screen, home.session.topic) == (Screen.HOME, "")
    home.touch(done)
    assert home.session.screen is Screen.THANKS


def test_a_palm_is_somebody_there(home: Driver) -> None:
    Palm(home, around(QPoint(540, 300))).lift()
    assert home.session.last_input == home.now


PIXELS = 2203 / 685.8
"""Of the window in a millimetre: 1080 x 1920 on 27 inches."""


@pytest.mark.parametrize(
    ("far", "between", "opens"),
    [(110, 0.0, False), (130, 0.0, True), (110, 0.31, True)],
    ids=["near and together", "far apart", "one after another"],
)
def test_four_fingers_of_two_people_press(home: Driver, far: float, between: float, opens: bool) -> None:
    """The figures of the rule, in millimetres of this glass and seconds of the kiosk's clock."""
    card = home.button(home.topics()[0].card).centre
    away = QPoint(0, round(far * PIXELS))  # onto the great card above, which takes one finger and is slid off
    palm = Palm(home, [card, card + QPoint(40, 0), card - away, card - away + QPoint(40, 0)], between)
    palm.slide(2, card - away - QPoint(0, 250))
    palm.lift(1, 3, 2, 0)
    assert (home.session.topic == home.topics()[0].id) is opens


@pytest.mark.parametrize("size", [27.0, 55.0])
def test_how_far_apart_contacts_are_is_told_by_the_glass(open_kiosk: OpenKiosk, size: float) -> None:
    """The same pixels are a hand on a small glass and people side by side on a large one."""
    driver = open_kiosk(screen=Panel(diagonal_inch=size))
    language = driver.buttons()[0].centre
    Palm(driver, [language, *(language - QPoint(0, 100 * n) for n in range(1, 4))]).lift(1, 2, 3, 0)
    assert (driver.session.language == "") is (size == 27.0)


def test_two_fingers_and_three_are_no_palm_in_a_picture(at_spots: Driver) -> None:
    stage = explorer(at_spots).stage
    before = stage.view.scale
    middle = on_window(at_spots, stage, 60, 150).toPoint()
    hand = Hand(at_spots)
    hand.press(0, middle - QPoint(60, 0))
    hand.press(1, middle + QPoint(60, 0))
    hand.press(2, middle + QPoint(0, 60))
    hand.move(_0=middle - QPoint(120, 0), _1=middle + QPoint(120, 0), _2=middle + QPoint(0, 120))
    for finger in (2, 1, 0):
        hand.release(finger)
    assert stage.view.scale > before * 1.5


def test_a_palm_leaves_the_picture_where_it_is_and_fingers_move_it_again(at_spots: Driver) -> None:
    at = explorer(at_spots)
    at_spots.touch(at_spots.button(at_spots.word("explorer.zoom_in")))
    middle = on_window(at_spots, at.stage, 60, 150).toPoint()
    palm = Palm(at_spots, around(middle))
    before = at.stage.view
    for ident, place in enumerate(around(middle + QPoint(90, 60))):
        palm.slide(ident, place)
        at_spots.frame()
    palm.lift()
    assert at.stage.view == before
    hand = Hand(at_spots)
    hand.press(0, middle)
    for step in range(1, 6):
        hand.move(_0=middle + QPoint(20 * step, 0))
    hand.release(0)
    assert at.stage.view.x < before.x


def test_a_palm_stops_no_page_for_good(home: Driver) -> None:
    home.open("found")
    middle = home.page().centre
    Palm(home, around(middle)).lift()
    assert home.share() == 0
    home.swipe(middle, middle - QPoint(0, 300))
    home.settle()
    assert home.share() > 0


def test_dirt_on_the_glass_outlives_a_palm_and_stops_nobody(home: Driver) -> None:
    """A contact that never goes; a palm beside it; then a finger."""
    card = home.button(home.topics()[2].card).centre
    hand = Hand(home)
    hand.press(20, QPoint(30, 30))
    home.now += 60
    for finger, place in enumerate(around(card)):
        hand.press(finger, place)
    for finger in range(5):
        hand.release(finger)
    assert home.session.topic == ""
    hand.press(7, card)
    hand.release(7)
    home.settle()
    assert home.session.topic == home.topics()[2].id
    hand.release(20)
