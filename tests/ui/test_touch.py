"""What a finger does: press, slide off, flick, and what it must never do."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt

from kiosk.bridge.eye import Node
from kiosk.session.model import Screen
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.exploring import Hand, explorer
from tests.ui.hands import linger


def middle(driver: Driver) -> QPoint:
    """The middle of the page that scrolls."""
    return driver.page().centre


def pressed(driver: Driver) -> list[str]:
    return [b.name for b in driver.buttons() if b.down]


def drag(driver: Driver, distance: int) -> None:
    """Draw the page by `distance` pixels and hold still before lifting, so that it stops where the finger stops."""
    start = middle(driver)
    end = start + QPoint(0, distance)
    driver.press(start)
    for step in range(1, 9):
        driver.frame()
        driver.move(start + QPoint(0, distance * step // 8))
    for _ in range(12):
        driver.frame()
        driver.move(end)
    driver.release(end)
    driver.settle()


# --- pressing ---


def test_a_press_is_seen_before_it_acts(visit: Driver) -> None:
    topic = visit.topics()[0]
    card = visit.button(topic.card)
    visit.press(card)
    visit.until(lambda: pressed(visit) == [card.name])
    assert visit.session.topic == ""
    visit.release(card)
    assert visit.session.topic == topic.id


@pytest.mark.standard("C12")
def test_sliding_off_cancels_a_press(visit: Driver) -> None:
    before = visit.session
    for name in (visit.topics()[0].card, visit.word("bar.language"), visit.word("home.centers")):
        target = visit.button(name)
        visit.press(target)
        visit.until(lambda: pressed(visit) == [target.name])  # noqa: B023 - asked before the next turn
        outside = QPoint(target.centre.x(), int(target.box.top()) - 60)
        visit.move(outside)
        visit.until(lambda: pressed(visit) == [])
        visit.release(outside)
        visit.settle()
    assert replace(visit.session, last_input=before.last_input) == before


def test_a_press_that_slides_off_and_back_still_counts(visit: Driver) -> None:
    done = visit.button(visit.word("bar.done"))
    visit.press(done)
    visit.move(QPoint(10, 10))
    visit.move(done)
    visit.release(done)
    assert visit.session.screen is Screen.THANKS


@pytest.mark.standard("C12")
def test_a_press_from_outside_does_nothing_where_it_is_released(visit: Driver) -> None:
    before = visit.session
    title = visit.text(visit.word("home.title"))
    for name in (visit.topics()[0].card, visit.word("bar.done")):
        target = visit.button(name)
        visit.press(title)
        visit.move(target)
        visit.release(target)
        visit.settle()
    assert replace(visit.session, last_input=before.last_input) == before


def test_a_second_finger_neither_presses_nor_blocks(home: Driver) -> None:
    """A palm that rests on the glass while a finger touches a card."""
    card = home.button(home.topics()[2].card)
    hand = Hand(home)
    hand.press(0, QPoint(60, 60))
    hand.press(1, card.centre)
    hand.release(1)
    hand.release(0)
    home.settle()
    assert home.session.topic == home.topics()[2].id


def test_a_touch_counts_while_a_page_is_still_coming_in(open_kiosk: OpenKiosk) -> None:
    """Nobody waits for an animation: what can be seen can be pressed, and only that."""
    driver = open_kiosk(less_motion=False)
    driver.start("en")
    linger(driver)
    card = driver.button(driver.topics()[3].card)
    driver.press(card)
    driver.release(card)
    assert driver.session.topic == driver.topics()[3].id
    assert any(node.moving for node in driver.look().nodes)
    back = driver.button(driver.word("bar.back"))
    driver.press(back)
    driver.release(back)
    assert driver.session.topic == ""
    driver.settle()
    assert driver.word("home.title") in driver.texts_on_glass()


# --- scrolling by finger ---


def test_a_page_can_be_flicked_and_glides_on(visit: Driver) -> None:
    visit.open("found")
    start = middle(visit)
    visit.swipe(start, start - QPoint(0, 300))
    lifted = visit.page().position
    assert lifted > 0
    visit.until(lambda: visit.page().position > lifted)
    visit.settle()
    assert visit.session.topic == "found"


@pytest.mark.standard("C12")
def test_a_flick_that_begins_on_a_target_does_not_press_it(visit: Driver) -> None:
    topic = visit.open("answers")
    head = visit.button(topic.blocks[1].title)
    start = head.centre
    visit.swipe(start, start - QPoint(0, 300))
    visit.settle()
    assert visit.share() > 0
    assert visit.session.open_block == ""


def test_scrolling_in_motion_counts_as_somebody_there(visit: Driver) -> None:
    visit.open("found")
    start = middle(visit)
    visit.swipe(start, start - QPoint(0, 300))
    touched = visit.now
    visit.now = 50.0  # the finger is gone; only the page still moves
    assert visit.session.last_input == touched
    lifted = visit.page().position
    visit.until(lambda: visit.page().position > lifted)
    assert visit.session.last_input == 50.0
    visit.settle()


def test_the_session_knows_where_the_page_stands(home: Driver) -> None:
    """Not where it stood a moment before: what is read back later is this share."""
    home.open("answers")
    for share in (0.5, 0.2):
        home.scroll_to(share)
        assert home.share() == pytest.approx(share, abs=0.01)
        assert home.session.scroll == pytest.approx(home.share(), abs=0.001)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_home_is_found_again_where_the_finger_left_it(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    driver = open_kiosk(size)
    driver.start("en")
    driver.large_text(200)
    drag(driver, -500)
    position = driver.page().position
    assert position > 100
    scene = driver.look()
    driver.touch(next(card for card in scene.of_kind("TopicCard") if scene.seen(card)))
    assert driver.session.screen is Screen.TOPIC
    driver.tap(driver.word("bar.back"))
    assert driver.page().position == pytest.approx(position, abs=4)


# --- more below ---


def more_below(driver: Driver) -> list[Node]:
    return driver.buttons(driver.word("topic.more_below"))


@pytest.mark.standard("C14")
def test_more_below_leads_to_the_end_and_is_gone_there(visit: Driver) -> None:
    topic = visit.open("answers")
    touches = 0
    while more_below(visit):
        before = visit.page().position
        visit.tap(visit.word("topic.more_below"))
        assert visit.page().position > before
        touches += 1
        assert touches < 40
    assert touches > 0
    assert visit.share() == pytest.approx(1, abs=0.03)
    visit.scroll_to(1)
    assert visit.word("footer.not_reviewed") in visit.texts_on_glass()
    assert visit.session.topic == topic.id
    visit.scroll_to(0.5)
    assert len(more_below(visit)) == 1


def test_more_below_is_absent_where_nothing_is_below(home: Driver) -> None:
    assert home.page().length == 0
    assert more_below(home) == []


@pytest.mark.parametrize("where", ["a topic", "the explorer"])
def test_a_finger_that_begins_on_more_below_draws_the_page(home: Driver, where: str) -> None:
    if where == "a topic":
        home.open("answers")
    else:
        home.large_text(200)
        home.kiosk.openExplorer()
        explorer(home).showMode("spots")
        home.settle()
    (sign,) = more_below(home)
    long, drawn = home.page().length, 160
    home.press(sign)
    for step in range(1, 9):
        home.frame()
        home.move(sign.centre - QPoint(0, drawn * step // 8))
        assert home.page().position <= drawn * step // 8
    home.frame()
    assert home.page().position == pytest.approx(drawn, abs=40)  # but for the way until it is no tap
    home.move(sign.centre + QPoint(0, 400))
    home.frame()
    assert home.page().position == 0
    home.move(sign.centre - QPoint(0, round(long) + 400))
    home.frame()
    home.release(sign.centre - QPoint(0, round(long) + 400))
    home.settle()
    assert home.share() == pytest.approx(1, abs=0.01)


def test_what_is_thrown_from_more_below_runs_on(home: Driver) -> None:
    home.open("answers")
    (sign,) = more_below(home)
    home.swipe(sign.centre, sign.centre - QPoint(0, 200), steps=4)
    at_once = home.page().position
    home.settle()
    assert 0 < at_once < home.page().position


# --- the window ---


@pytest.mark.parametrize("visited", [False, True], ids=["first screen", "home"])
def test_nobody_can_close_the_window_of_a_full_screen_kiosk(open_kiosk: OpenKiosk, visited: bool) -> None:
    driver = open_kiosk()
    if visited:
        driver.start("en")
    driver.shell.keep_open(False)
    assert driver.window.close() is False
    assert driver.window.isVisible()
    driver.shell.keep_open(True)
    assert driver.window.close() is True
    assert not driver.window.isVisible()


def test_a_wheel_counts_as_somebody_there(home: Driver) -> None:
    home.now = 30.0
    home.wheel(middle(home))
    assert home.session.last_input == 30.0


def test_a_key_of_the_keypad_counts_as_somebody_there(home: Driver) -> None:
    home.now = 30.0
    home.strike(Qt.Key.Key_Down)
    assert home.session.last_input == 30.0
