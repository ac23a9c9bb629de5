""" "Are you still there?": when it comes, what it keeps, what it lets through, and how a visit ends."""

from __future__ import annotations

import math

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from kiosk.session.model import Overlay, Screen, SetComfort
from kiosk.session.step import fresh
from kiosk.settings.model import Screen as Panel
from tests.e2e.likeness import same
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.hands import Palm, around, twice, unguard


def warn(driver: Driver) -> None:
    """Let the visitor be still until the warning stands."""
    driver.pass_time(driver.idle_limit())
    driver.settle()
    assert driver.word("warning.title") in driver.texts_on_glass()


def untouched(driver: Driver) -> bool:
    return driver.session == fresh(driver.kiosk.rules)


@pytest.mark.standard("A16", "C8")
def test_warning_comes_when_its_time_is_up_and_not_before(visit: Driver) -> None:
    visit.pass_time(visit.idle_limit() - 1)
    assert not visit.kiosk.property("warning")
    visit.pass_time(1)
    visit.settle()
    assert visit.kiosk.property("warning")
    shown = set(visit.texts_on_glass())
    words = ("warning.title", "warning.text", "warning.seconds", "warning.stay", "warning.leave")
    assert {visit.word(w) for w in words} <= shown


def test_every_touch_puts_the_warning_off(visit: Driver) -> None:
    limit = visit.idle_limit()
    for _ in range(3):
        visit.pass_time(limit - 1)
        visit.touch(visit.text(visit.word("home.title")))
    assert not visit.kiosk.property("warning")


@pytest.mark.standard("A16", "C8")
def test_countdown_shows_every_second(visit: Driver) -> None:
    warn(visit)
    total = visit.kiosk.rules.warning_seconds
    assert f"{total:.0f}" in visit.texts_on_glass()
    for left in range(int(total) - 1, 0, -1):
        visit.pass_time(1)
        assert str(left) in visit.texts()
        assert str(left + 1) not in visit.texts()
    visit.pass_time(1)
    assert untouched(visit)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("inches", [15.6, 27.0])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_what_is_written_in_the_ring_stands_inside_it(
    open_kiosk: OpenKiosk, orientation: str, inches: float, percent: int
) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation], screen=Panel(diagonal_inch=inches))
    driver.start("es")
    driver.large_text(percent)
    driver.pass_time(driver.idle_limit())
    driver.settle()
    scene = driver.look()
    (ring,) = scene.of_kind("CountdownRing")
    words = [QRectF(*n.ink) for n in scene.texts() if scene.within(n, "CountdownRing")]
    low_and_largest = orientation == "landscape" and inches < 20 and percent == 200
    assert len(words) == (
        1 if low_and_largest else 2
    )  # there the number stands alone: the words beside it need the room
    middle, inner = ring.box.center(), ring.box.width() / 2 - 20 * ring.box.width() / 480
    for box in words:
        # the corner of a letter, not of its line
        low = box.center().y() + (box.height() / 2) * (0.5 if box.center().y() > middle.y() else -0.7)
        for x in (box.left(), box.right()):
            assert math.hypot(x - middle.x(), low - middle.y()) < inner


def test_page_below_the_warning_cannot_be_read(visit: Driver) -> None:
    visit.open("care")
    with_page = visit.screenshot()
    warn(visit)
    over_care = visit.screenshot()
    visit.tap(visit.word("warning.stay"))
    visit.tap(visit.word("bar.back"))
    visit.open("types")
    warn(visit)
    assert same(visit.screenshot(), over_care)
    assert with_page != over_care


@pytest.mark.standard("C8")
def test_yes_keep_going_returns_to_the_same_place(visit: Driver) -> None:
    topic = visit.open("answers")
    block = topic.blocks[4]
    visit.tap(block.title)
    visit.scroll_to(0.4)
    picture, session = visit.screenshot(), visit.session
    warn(visit)
    visit.pass_time(10)
    visit.tap(visit.word("warning.stay"))
    after = visit.session
    assert visit.word("warning.title") not in visit.texts()
    assert (after.topic, after.open_block, after.scroll) == (session.topic, session.open_block, session.scroll)
    assert after.last_input == visit.now
    assert visit.share() == pytest.approx(0.4, abs=0.01)
    assert same(visit.screenshot(), picture)


def test_yes_keep_going_returns_to_the_open_language_sheet(home: Driver) -> None:
    home.tap(home.word("bar.language"))
    warn(home)
    assert home.word("languages.title") not in home.texts()
    home.tap(home.word("warning.stay"))
    assert home.session.overlay is Overlay.LANGUAGES
    assert home.word("languages.title") in home.texts_on_glass()


@pytest.mark.parametrize("warned", [False, True], ids=["from the bar", "from the warning"])
def test_being_done_leads_over_thanks_to_the_first_screen(visit: Driver, warned: bool) -> None:
    visit.open("report")
    thanks = {visit.word("thanks.title"), visit.word("thanks.text")}
    if warned:
        warn(visit)
    visit.tap(visit.word("warning.leave" if warned else "bar.done"))
    assert visit.session.screen is Screen.THANKS
    assert set(visit.texts_on_glass()) == thanks
    visit.pass_time(visit.kiosk.rules.thanks_seconds)
    visit.settle()
    assert untouched(visit)
    assert {i.name for i in visit.catalog.languages} <= set(visit.texts_on_glass())


def test_thanks_cannot_be_touched_away_nor_held(visit: Driver) -> None:
    visit.tap(visit.word("bar.done"))
    visit.touch(QPoint(visit.window.width() // 2, visit.window.height() // 2))
    visit.touch(QPoint(40, visit.window.height() - 40))
    assert visit.session.screen is Screen.THANKS
    visit.pass_time(visit.kiosk.rules.thanks_seconds)
    assert untouched(visit)


def test_an_answer_that_never_comes_ends_the_visit(visit: Driver) -> None:
    visit.open("found")
    warn(visit)
    visit.pass_time(visit.kiosk.rules.warning_seconds - 0.5)
    assert visit.kiosk.property("warning")
    visit.pass_time(0.5)
    visit.settle()
    assert untouched(visit)
    assert {i.name for i in visit.catalog.languages} <= set(visit.texts_on_glass())


# --- what the warning lets through ---


def test_no_touch_reaches_the_page_while_the_warning_stands(visit: Driver) -> None:
    spots = [visit.button(t.card).centre for t in visit.topics()]
    spots += [visit.button(visit.word(w)).centre for w in ("bar.language", "bar.home", "bar.done")]
    warn(visit)
    answers = [visit.button(visit.word(w)).box for w in ("warning.stay", "warning.leave")]
    tried = [spot for spot in spots if not any(box.contains(spot.toPointF()) for box in answers)]
    assert len(tried) > 4
    before = visit.session
    visit.swipe(tried[0], tried[0] + QPoint(0, 200))
    visit.settle()
    assert visit.session == before
    for spot in tried:
        visit.touch(spot)
        assert replace(visit.session, last_input=0.0) == replace(before, last_input=0.0, warned_at=None)
        warn(visit)


def beside_the_answers(driver: Driver) -> dict[str, QPoint]:
    """Places where nothing is to be pressed, by what is there."""
    scene, dialog = driver.look(), driver.look().of_kind("WarningDialog")[0].box
    answers = [driver.button(driver.word(w)).box for w in ("warning.stay", "warning.leave")]
    either = answers[0].united(answers[1])
    (ring,) = scene.of_kind("CountdownRing")
    return {
        "the shore": QPoint(round(dialog.center().x()), 30),
        "the edge of the glass": QPoint(8, round(dialog.bottom()) - 8),
        "the ring": ring.centre,
        "the question": driver.text(driver.word("warning.title")).centre,
        "what it says": driver.text(driver.word("warning.text")).centre,
        "under the answers": QPoint(round(either.center().x()), round(either.bottom()) + 12),
        "between the answers": QPointF((answers[0].center() + answers[1].center()) / 2).toPoint(),
    }


@pytest.mark.standard("C8")
def test_a_touch_beside_the_answers_says_that_she_is_there(visit: Driver) -> None:
    visit.open("care")
    visit.scroll_to(0.5)
    session = visit.session
    warn(visit)
    for what, spot in beside_the_answers(visit).items():
        visit.touch(spot)
        assert not visit.kiosk.property("warning"), what
        assert (visit.session.topic, visit.session.scroll) == (session.topic, session.scroll)
        assert visit.session.last_input == visit.now
        warn(visit)


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "twin"])
def test_the_second_half_of_such_a_touch_presses_nothing_on_the_page(home: Driver, guarded: bool) -> None:
    """A hand that trembles taps twice, and the page is there again when the second one comes."""
    unguard(home, guarded)
    card = home.button(home.topics()[0].card).centre
    warn(home)
    assert all(not home.button(home.word(w)).box.contains(card.toPointF()) for w in ("warning.stay", "warning.leave"))
    twice(home, card)
    assert not home.kiosk.property("warning")
    assert (home.session.screen is Screen.HOME) is guarded


def test_a_palm_does_not_say_that_anybody_is_there(home: Driver) -> None:
    warn(home)
    for spot in beside_the_answers(home).values():
        Palm(home, around(spot)).lift()
        assert home.kiosk.property("warning")
        home.touch(spot)
        assert not home.kiosk.property("warning")
        warn(home)


def test_a_finger_drawn_over_the_question_says_nothing(home: Driver) -> None:
    warn(home)
    spots = beside_the_answers(home)
    before = home.session
    home.swipe(spots["the question"], spots["the shore"])
    home.swipe(spots["the shore"], spots["the edge of the glass"])
    home.settle()
    assert home.session == before


def test_only_the_two_answers_can_be_reached_while_the_warning_stands(visit: Driver) -> None:
    visit.open("report")
    warn(visit)
    assert [b.name for b in visit.buttons()] == [visit.word("warning.stay"), visit.word("warning.leave")]


def test_a_finger_that_rests_on_a_card_when_the_warning_comes_opens_nothing(visit: Driver) -> None:
    card = visit.button(visit.topics()[0].card)
    spot = card.centre
    visit.press(spot)
    warn(visit)
    visit.release(spot)
    visit.settle()
    assert visit.kiosk.property("warning")
    assert visit.session.screen is Screen.HOME
    visit.tap(visit.word("warning.stay"))
    assert visit.session.screen is Screen.HOME


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_A])
def test_no_key_but_an_answer_dismisses_the_warning(home: Driver, key: Qt.Key) -> None:
    home.open("care")
    home.kiosk.speech.decline()  # the first key would else be asked whether to read aloud
    warn(home)
    before = home.session
    home.key(key)
    assert home.session == before


def test_large_text_set_on_the_first_screen_is_not_left_for_the_next_visitor(open_kiosk: OpenKiosk) -> None:
    """And nobody is asked without words: no language has been chosen yet."""
    driver = open_kiosk()
    driver.kiosk.send(SetComfort(text_percent=200))
    driver.pass_time(driver.idle_limit())
    driver.settle()
    english = driver.catalog.book("en").interface
    question = {english["warning.title"], english["warning.stay"], english["warning.leave"]}
    assert not driver.kiosk.property("warning") or question <= set(driver.texts())
    driver.pass_time(driver.kiosk.rules.warning_seconds)
    assert untouched(driver)
