"""Hands on the glass: what slides off, comes twice, or comes as a whole hand presses nothing. Each with its twin.

The twin is the same window without the filter: what the rule prevents must happen there, or the test shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import SIGNAL, QObject, QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.session.hands import QUIET
from tests.ui.driver import Driver
from tests.ui.exploring import Hand, explorer, glass
from tests.ui.hands import SOON, down, twice, unguard

BOTH = pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "twin"])


# --- sliding off ---


def slips(driver: Driver) -> Iterator[str]:
    """The name of each target that does something although the finger slid off it before it was lifted."""
    for target in driver.buttons():
        scene = driver.look()
        if not scene.window.contains(target.box.center()):
            continue
        before = driver.session
        driver.press(target)
        outside = QPoint(target.centre.x(), int(target.box.top()) - 60)
        driver.move(outside)
        driver.release(outside)
        driver.settle()
        if (driver.session.screen, driver.session.topic, driver.session.overlay) != (
            before.screen,
            before.topic,
            before.overlay,
        ):
            yield target.name
            driver.kiosk.goHome()
            driver.settle()


@pytest.mark.standard("C12")
def test_no_target_of_home_acts_when_the_finger_slides_off(home: Driver) -> None:
    assert len(home.buttons()) > 8
    assert list(slips(home)) == []


def test_a_target_that_acts_when_it_is_touched_is_caught(home: Driver) -> None:
    card = next(item for item in _items(home.window.contentItem()) if item.property("topicId") is not None)
    assert QObject.connect(card, SIGNAL("pressed()"), lambda: home.kiosk.openTopic("care"))
    assert list(slips(home)) == [home.topics()[0].card]


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)


def test_sliding_back_before_lifting_acts_once(home: Driver) -> None:
    card = home.button(home.topics()[1].card)
    home.press(card)
    home.move(QPoint(card.centre.x(), int(card.box.top()) - 40))
    home.until(lambda: down(home) == [])
    home.move(card)
    home.until(lambda: down(home) == [card.name])
    home.release(card)
    assert home.session.topic == home.topics()[1].id


# --- a second tap ---


def spot_number(driver: Driver) -> int:
    return explorer(driver).spotNumber


@BOTH
def test_a_doubled_next_goes_on_by_one(at_spots: Driver, guarded: bool) -> None:
    unguard(at_spots, guarded)
    before = spot_number(at_spots)
    twice(at_spots, at_spots.button(at_spots.word("explorer.next_spot")))
    assert spot_number(at_spots) == before + (1 if guarded else 2)


@pytest.mark.parametrize(("after", "steps"), [(QUIET - 0.002, 1), (QUIET + 0.001, 2)])
def test_two_taps_that_are_meant_act_twice(at_spots: Driver, after: float, steps: int) -> None:
    before = spot_number(at_spots)
    twice(at_spots, at_spots.button(at_spots.word("explorer.next_spot")), after)
    assert spot_number(at_spots) == before + steps


def test_a_tap_that_was_dropped_drops_no_other(at_spots: Driver) -> None:
    """Three taps in a row: the third comes late enough after the first."""
    before, target = spot_number(at_spots), at_spots.button(at_spots.word("explorer.next_spot"))
    twice(at_spots, target, 0.2)
    at_spots.press(target, 0.2)
    at_spots.release(target)
    assert spot_number(at_spots) == before + 2


def through(driver: Driver) -> QPoint:
    """A place of home where the card of the answers lies, and a question to open on the page behind it."""
    card = driver.button(driver.topic("answers").card).box
    driver.kiosk.openTopic("answers")
    driver.settle()
    behind = max((b.box & card for b in driver.buttons()), key=lambda box: max(0.0, box.width()) * box.height())
    driver.kiosk.goHome()
    driver.settle()
    return behind.center().toPoint()


@BOTH
def test_a_doubled_tap_does_not_fall_through_to_the_new_page(home: Driver, guarded: bool) -> None:
    spot = through(home)
    unguard(home, guarded)
    twice(home, spot)
    assert home.session.topic == "answers"
    assert (home.session.open_block == "") is guarded


@BOTH
def test_a_page_that_takes_long_to_come_is_no_excuse(home: Driver, guarded: bool) -> None:
    """Qt hands the second tap on when the page stands, however soon after the first it was made."""
    spot = through(home)
    unguard(home, guarded)

    def dawdle() -> None:
        home.now += 2 * QUIET

    home.kiosk.placeChanged.connect(dawdle)
    twice(home, spot)
    assert (home.session.open_block == "") is guarded


@BOTH
def test_a_mouse_that_clicks_twice_acts_once(at_spots: Driver, guarded: bool) -> None:
    """Some touch screens speak as a mouse."""
    unguard(at_spots, guarded)
    before, target = spot_number(at_spots), at_spots.button(at_spots.word("explorer.next_spot"))
    for _ in range(2):
        at_spots.now += SOON
        QTest.mouseClick(at_spots.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target.centre)
    at_spots.settle()
    assert spot_number(at_spots) == before + (1 if guarded else 2)


def lift_in_turn(driver: Driver, pause: float) -> tuple[float, int]:
    """Two fingers on two buttons, lifted `pause` seconds apart; returns what each has done: zoom, spots gone on."""
    at = explorer(driver)
    larger, following = (driver.button(driver.word(w)).centre for w in ("explorer.zoom_in", "explorer.next_spot"))
    scale, number = at.stage.view.scale, at.spotNumber
    hand = Hand(driver)
    hand.press(0, larger)
    hand.press(1, following)
    assert len(down(driver)) == 2
    driver.now += SOON
    hand.release(0)
    zoom = at.stage.view.scale / scale
    driver.now += pause
    hand.release(1)
    driver.settle()
    return zoom, at.spotNumber - number


@BOTH
def test_of_two_fingers_lifted_at_once_the_first_acts(at_spots: Driver, guarded: bool) -> None:
    unguard(at_spots, guarded)
    zoom, steps = lift_in_turn(at_spots, SOON)
    assert zoom > 1
    assert steps == (0 if guarded else 1)


def test_a_second_person_who_lifts_later_is_heard(at_spots: Driver) -> None:
    zoom, steps = lift_in_turn(at_spots, QUIET + 0.01)
    assert zoom > 1
    assert steps == 1


def test_a_page_may_be_drawn_at_once(home: Driver) -> None:
    """Only the tap is dropped: a finger that comes soon after and draws the page is not."""
    card = home.button(home.topic("answers").card)
    home.press(card)
    home.release(card)
    start = home.button(home.topic("answers").blocks[2].title).centre
    home.press(start, SOON)
    for step in range(1, 9):
        home.frame()
        home.move(start - QPoint(0, 40 * step))
    home.release(start - QPoint(0, 320))
    home.settle()
    assert home.share() > 0
    assert home.session.open_block == ""


def test_a_picture_may_be_tapped_twice_and_at_once(at_spots: Driver) -> None:
    at = explorer(at_spots)
    at.closeSpot()
    at.toggleRings()
    at_spots.settle()
    before = at.stage.view.scale
    at_spots.press(at_spots.button(at_spots.word("explorer.zoom_out")))
    at_spots.release(at_spots.button(at_spots.word("explorer.zoom_out")))
    smaller = at.stage.view.scale
    middle = glass(at_spots).centre
    for _ in range(2):
        at_spots.press(middle, SOON)
        at_spots.release(middle)
    assert smaller < before
    assert at.stage.view.scale != smaller  # a double tap: closer, or back to the whole


def test_keys_may_be_pressed_as_quickly_as_one_likes(at_spots: Driver) -> None:
    before = spot_number(at_spots)
    for _ in range(40):
        if any(b.focused and b.name == at_spots.word("explorer.next_spot") for b in at_spots.buttons()):
            break
        at_spots.key(Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space):
        at_spots.key(key)
    assert spot_number(at_spots) == before + 3


@pytest.mark.parametrize("quick", [True, False])
def test_a_quick_control_may_be_tapped_as_quickly_as_one_likes(at_spots: Driver, quick: bool) -> None:
    before, target = spot_number(at_spots), at_spots.button(at_spots.word("explorer.next_spot"))
    at_spots._probe.put(target, "quick", float(quick))
    twice(at_spots, target)
    assert spot_number(at_spots) == before + (2 if quick else 1)
