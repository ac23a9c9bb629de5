"""The explorer by finger: the picture follows the hand, a double tap goes in, every target does what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF

from kiosk.bridge.eye import Node
from kiosk.session.look import Mode
from kiosk.session.model import Screen
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import Hand, double_tap, drawn, explorer, glass, in_picture, on_window, open_explorer, rings

MIDDLE = (60.0, 150.0)  # mm: in the breast, far from every edge of the picture


@pytest.fixture(params=list(ORIENTATIONS))
def visit(request: pytest.FixtureRequest, open_kiosk: OpenKiosk) -> Driver:
    """The first picture of the explorer, whole."""
    driver = open_kiosk(ORIENTATIONS[request.param])
    driver.start("en")
    open_explorer(driver)
    return driver


def spot(driver: Driver, place: tuple[float, float] = MIDDLE) -> QPoint:
    return on_window(driver, explorer(driver).stage, *place).toPoint()


def zoomed(driver: Driver, factor: float = 4.0) -> None:
    """Larger about `MIDDLE`, and that in the middle of the glass."""
    stage = explorer(driver).stage
    stage.zoom(factor, stage.originX + MIDDLE[0] * stage.scale, stage.originY + MIDDLE[1] * stage.scale)
    stage.show(*MIDDLE)
    drawn(driver)


def near(one: tuple[float, float], other: tuple[float, float], mm: float) -> bool:
    return abs(one[0] - other[0]) < mm and abs(one[1] - other[1]) < mm


# --- one finger, several fingers ---


def test_the_picture_stays_under_the_finger(visit: Driver) -> None:
    zoomed(visit)
    stage = explorer(visit).stage
    start = spot(visit)
    held = in_picture(visit, stage, QPointF(start))
    hand = Hand(visit)
    hand.press(0, start)
    for step in (QPoint(9, 4), QPoint(60, 45), QPoint(130, -70)):
        hand.move(_0=start + step)
        assert near(in_picture(visit, stage, QPointF(start + step)), held, 1 / stage.scale)
    hand.release(0)


def test_two_fingers_keep_their_points_while_they_part(visit: Driver) -> None:
    zoomed(visit)
    stage = explorer(visit).stage
    middle = spot(visit)
    one, two = middle - QPoint(80, 60), middle + QPoint(80, 60)
    held = [in_picture(visit, stage, QPointF(at)) for at in (one, two)]
    hand = Hand(visit)
    hand.press(0, one)
    hand.press(1, two)
    for wide in (1.1, 1.3, 1.6):
        shift = QPoint(round(40 * (wide - 1)), round(-30 * (wide - 1)))
        way = (QPointF(80, 60) * wide).toPoint()
        first, second = middle + shift - way, middle + shift + way
        hand.move(_0=first, _1=second)
        assert near(in_picture(visit, stage, QPointF(first)), held[0], 2 / stage.scale)
        assert near(in_picture(visit, stage, QPointF(second)), held[1], 2 / stage.scale)
    hand.release(1)
    hand.release(0)


def test_a_finger_that_comes_or_goes_moves_nothing(visit: Driver) -> None:
    zoomed(visit)
    stage = explorer(visit).stage
    middle = spot(visit)
    hand = Hand(visit)
    hand.press(0, middle)
    hand.move(_0=middle + QPoint(30, 20))
    before = stage.view

    def stands() -> bool:
        """Resting fingers of Qt's test hand are up to 2 px off; a jump would be a hundred."""
        here = stage.view
        return (
            near((here.x, here.y), (before.x, before.y), 3 / before.scale) and abs(here.scale / before.scale - 1) < 0.01
        )

    hand.press(1, middle + QPoint(150, -120))
    assert stands()
    hand.press(2, middle + QPoint(-150, 90))
    assert stands()
    hand.release(0)
    assert stands()
    before = stage.view
    hand.move(_1=middle + QPoint(160, -120), _2=middle + QPoint(-140, 90))
    assert stage.view.x == pytest.approx(before.x - 10 / before.scale, abs=3 / before.scale)
    before = stage.view
    hand.release(1)
    assert stands()
    hand.release(2)
    assert stands()


def test_a_double_tap_goes_in_there_and_another_shows_the_whole(visit: Driver) -> None:
    stage = explorer(visit).stage
    assert stage.atFit
    at = spot(visit)
    double_tap(visit, at)
    assert not stage.atFit
    assert near(in_picture(visit, stage, QPointF(at)), MIDDLE, 1.0)
    double_tap(visit, spot(visit))
    assert stage.atFit


def test_a_finger_that_begins_on_a_ring_moves_the_picture_and_presses_nothing(visit: Driver) -> None:
    at = explorer(visit)
    at.toggleRings()
    zoomed(visit, 2.0)
    ring = next(b for b in visit.buttons() if b.kind == "Ring" and glass(visit).box.contains(b.box))
    before = at.stage.view
    hand = Hand(visit)
    hand.press(0, ring.centre)
    for step in range(1, 9):
        hand.move(_0=ring.centre - QPoint(12 * step, 6 * step))
    hand.release(0)
    drawn(visit)
    assert at.spotId == ""
    assert at.stage.view.x == pytest.approx(before.x + 96 / before.scale, abs=0.3)


# --- everything without a gesture ---


@pytest.mark.standard("B5", "C11", "C14")
def test_plus_minus_and_whole_picture_answer_a_touch(visit: Driver) -> None:
    stage = explorer(visit).stage
    fit = stage.view.scale
    visit.tap(visit.word("explorer.zoom_in"))
    assert stage.view.scale == pytest.approx(fit * 1.5)
    visit.tap(visit.word("explorer.zoom_in"))
    visit.tap(visit.word("explorer.zoom_out"))
    assert stage.view.scale == pytest.approx(fit * 1.5)
    visit.tap(visit.word("explorer.fit"))
    assert stage.atFit


@pytest.mark.parametrize(
    ("word", "dx", "dy"), [("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1)], ids=str
)
@pytest.mark.standard("B5", "C11", "C14")
def test_an_arrow_shows_what_lies_that_way(visit: Driver, word: str, dx: int, dy: int) -> None:
    assert visit.buttons(visit.word(f"explorer.{word}")) == []
    zoomed(visit)
    stage = explorer(visit).stage
    before = stage.view
    visit.tap(visit.word(f"explorer.{word}"))
    moved = stage.view.x - before.x, stage.view.y - before.y
    assert (moved[0] * dx, moved[1] * dy) == pytest.approx((abs(moved[0]), abs(moved[1])))
    assert max(abs(moved[0]), abs(moved[1])) > 5


def targets(driver: Driver) -> list[Node]:
    return [b for b in driver.buttons() if b.kind != "Ring"]


@pytest.mark.standard("C15", "E1")
def test_every_target_of_every_mode_is_large_enough(visit: Driver) -> None:
    at = explorer(visit)
    least = 66 * 1.0
    zoomed(visit)
    for mode in Mode:
        at.showMode(mode.value)
        drawn(visit)
        small = [(mode, b.name, b.box) for b in targets(visit) if min(b.box.width(), b.box.height()) < least]
        assert small == []


# --- modes ---


def test_back_leaves_a_mode_then_the_explorer(visit: Driver) -> None:
    visit.tap(visit.word("explorer.all_spots"))
    assert explorer(visit).mode == "spots"
    visit.tap(visit.word("bar.back"))
    assert explorer(visit).mode == "look"
    visit.tap(visit.word("bar.back"))
    assert visit.session.screen is Screen.HOME


@pytest.mark.standard("C11")
def test_the_list_names_every_spot_and_leads_to_it(visit: Driver) -> None:
    at = explorer(visit)
    visit.tap(visit.word("explorer.all_spots"))
    rows = [b.name for b in visit.buttons() if b.kind == "PictureRow"]
    assert len(rows) == at.spotTotal == 7
    visit.tap(rows[2])
    assert (at.mode, at.spotNumber) == ("look", 3)
    assert at.spotTitle in visit.texts()
    assert len(rings(visit)) >= 1


def test_another_picture_is_opened_from_the_list(visit: Driver) -> None:
    at = explorer(visit)
    visit.tap(visit.word("explorer.pictures"))
    rows = [b for b in visit.buttons() if b.kind == "PictureRow"]
    assert rows[0].name.startswith(at.pictureTitle)
    visit.tap(rows[1].name)
    assert at.mode == "look"
    assert at.viewLabel in visit.texts_on_glass()
    assert at.stage.atFit


@pytest.mark.standard("C9")
def test_the_guided_look_goes_forward_back_and_pauses(visit: Driver) -> None:
    at = explorer(visit)
    visit.tap(visit.word("explorer.guide"))
    assert (at.guideStep, at.playing) == (1, True)
    visit.tap(visit.word("explorer.pause"))
    assert not at.playing
    visit.tap(visit.word("explorer.next_step"))
    assert at.guideStep == 2
    assert at.guideTitle in visit.texts()
    visit.tap(visit.word("explorer.repeat"))
    visit.tap(visit.word("explorer.previous_step"))
    assert at.guideStep == 1
    visit.tap(visit.word("explorer.play"))
    visit.pass_time(30)
    assert at.guideStep == 2
    visit.tap(visit.word("explorer.leave_guide"))
    assert at.mode == "look"


@pytest.mark.parametrize("mode", list(Mode))
def test_every_picture_says_that_it_is_a_drawing(visit: Driver, mode: Mode) -> None:
    explorer(visit).showMode(mode.value)
    drawn(visit)
    assert visit.word("picture.drawing") in visit.texts_on_glass()
