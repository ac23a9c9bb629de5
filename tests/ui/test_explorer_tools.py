"""What lies over the picture: rings, rule, lens; and keys alone."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import PORTRAIT, Driver
from tests.ui.exploring import Hand, drawn, explorer, glass, on_window, open_explorer, rings

Key = Qt.Key
SPOTS = 7


@pytest.fixture(params=list(ORIENTATIONS))
def visit(request: pytest.FixtureRequest, open_kiosk: OpenKiosk) -> Driver:
    """The first picture of the explorer, whole."""
    driver = open_kiosk(ORIENTATIONS[request.param])
    driver.start("en")
    open_explorer(driver)
    return driver


@pytest.fixture
def portrait(open_kiosk: OpenKiosk) -> Driver:
    driver = open_kiosk(PORTRAIT)
    driver.start("en")
    open_explorer(driver)
    return driver


def spots(driver: Driver) -> list[tuple[float, float, float]]:
    """x, y and radius in mm."""
    model = explorer(driver).spots
    names = model.NAMES
    roles = [256 + names.index(name) for name in ("x", "y", "ringMm")]
    return [tuple(float(model.index(row, 0).data(role)) for role in roles) for row in range(model.rowCount())]  # type: ignore[misc]


# --- rings ---


def test_rings_appear_when_asked_for_and_go_again(visit: Driver) -> None:
    assert rings(visit) == {}
    visit.tap(visit.word("explorer.show_spots"))
    assert set(rings(visit)) == set(range(1, SPOTS + 1))
    visit.tap(visit.word("explorer.hide_spots"))
    assert rings(visit) == {}


@pytest.mark.parametrize("factor", [1.0, 1.6])
def test_a_ring_stands_around_its_finding_and_is_large_enough_to_touch(visit: Driver, factor: float) -> None:
    at = explorer(visit)
    at.toggleRings()
    at.stage.zoom(factor, 0, 0)
    drawn(visit)
    found = rings(visit)
    assert len(found) >= 3
    for number, box in found.items():
        x, y, radius = spots(visit)[number - 1]
        middle = on_window(visit, at.stage, x, y)
        assert (box.center() - middle).manhattanLength() < 2
        assert min(box.width(), box.height()) >= 96
        assert box.width() / 2 > radius * at.stage.scale + 6


def test_a_touch_chooses_the_ring_it_is_nearest_to(visit: Driver) -> None:
    """Rings may lie close: each takes only what is nearer to it than to any other."""
    at = explorer(visit)
    at.toggleRings()
    drawn(visit)
    for number in sorted(rings(visit)):
        x, y, _ = spots(visit)[number - 1]
        visit.touch(on_window(visit, at.stage, x, y).toPoint())
        assert at.spotNumber == number
        at.closeSpot()
        at.stage.fit()
        drawn(visit)


@pytest.mark.standard("A15")
def test_a_spot_that_was_looked_at_says_so(visit: Driver) -> None:
    at = explorer(visit)
    at.chooseSpot("popcorn")
    at.closeSpot()
    at.stage.fit()
    drawn(visit)
    seen = visit.word("explorer.seen")
    assert [b.name.endswith(f", {seen}") for b in visit.buttons() if b.kind == "Ring"].count(True) == 1


# --- the rule ---


@pytest.mark.parametrize("factor", [1.0, 3.0, 9.0])
def test_the_rule_is_as_long_as_it_says(visit: Driver, factor: float) -> None:
    stage = explorer(visit).stage
    stage.zoom(factor, 300, 300)
    drawn(visit)
    scene = visit.look()
    (rule,) = scene.of_kind("ScaleRule")
    words = next(n.text for n in scene.texts() if scene.within(n, "ScaleRule"))
    bracket = max(n.box.width() for n in scene.nodes if n.parent == rule.index and not n.text)
    assert words == f"{stage.ruleMm} mm"
    assert bracket == pytest.approx(stage.ruleMm * stage.scale, abs=1)


# --- the lens ---


def lens_middle(driver: Driver) -> QPointF:
    at = explorer(driver)
    return on_window(driver, at.stage, at.lensX, at.lensY)


def test_the_lens_follows_its_handle_and_stays_on_the_glass(visit: Driver) -> None:
    visit.tap(visit.word("explorer.lens"))
    start = lens_middle(visit)
    size = visit.button(visit.word("explorer.lens_handle")).box.width()
    grip = start + QPointF(1, 1) * (size / 2 + 60) * math.sqrt(0.5)
    hand = Hand(visit)
    hand.press(0, grip.toPoint())
    for step in (QPointF(8, 8), QPointF(-40, 25), QPointF(-90, -60)):
        hand.move(_0=(grip + step).toPoint())
        assert (lens_middle(visit) - start - step).manhattanLength() < 4
    hand.move(_0=QPoint(2, 2))
    hand.release(0)
    drawn(visit)
    assert glass(visit).box.adjusted(-2, -2, 2, 2).contains(lens_middle(visit))


def test_a_finger_inside_the_lens_moves_the_picture_not_the_lens(visit: Driver) -> None:
    at = explorer(visit)
    at.stage.zoom(4.0, 300, 400)
    visit.tap(visit.word("explorer.lens"))
    lens, view = (at.lensX, at.lensY), at.stage.view
    middle = lens_middle(visit).toPoint()
    hand = Hand(visit)
    hand.press(0, middle)
    hand.move(_0=middle - QPoint(20, 10))
    hand.move(_0=middle - QPoint(60, 30))
    hand.release(0)
    assert (at.lensX, at.lensY) == lens
    assert at.stage.view.x > view.x


# --- keys alone ---


def tab_to(driver: Driver, name: str) -> None:
    for _ in range(40):
        driver.key(Key.Key_Tab)
        if any(b.focused and f"{b.name}, ".startswith(f"{name}, ") for b in driver.buttons()):
            return
    raise AssertionError(f"Tab never leads to {name!r}")


@pytest.mark.standard("C7")
def test_every_spot_is_reached_by_keys_alone(visit: Driver) -> None:
    at = explorer(visit)
    tab_to(visit, visit.word("explorer.all_spots"))
    visit.key(Key.Key_Return)
    tab_to(visit, "1. Two lines, like train tracks")
    visit.key(Key.Key_Return)
    numbers = [at.spotNumber]
    tab_to(visit, visit.word("explorer.next_spot"))
    for _ in range(SPOTS - 1):
        visit.key(Key.Key_Space)
        numbers.append(at.spotNumber)
    assert numbers == list(range(1, SPOTS + 1))
    visit.key(Key.Key_Escape)


def to_picture(driver: Driver) -> None:
    """Move the focus to the picture, which is no button."""
    for _ in range(40):
        driver.key(Key.Key_Tab)
        item = driver.window.activeFocusItem()
        if item.property("takesArrows") and not any(b.focused for b in driver.buttons()):
            return
    raise AssertionError("Tab never leads to the picture")


@pytest.mark.standard("C7")
def test_keys_zoom_and_move_the_picture(visit: Driver) -> None:
    stage = explorer(visit).stage
    fit = stage.view.scale
    tab_to(visit, visit.word("explorer.zoom_in"))
    visit.key(Key.Key_Return)
    visit.key(Key.Key_Return)
    assert stage.view.scale > fit
    to_picture(visit)
    visit.key(Key.Key_Return)
    before = stage.view
    visit.key(Key.Key_Right)
    visit.key(Key.Key_Down)
    assert (stage.view.x > before.x, stage.view.y > before.y) == (True, True)
    visit.key(Key.Key_Return)
    moved = stage.view
    visit.key(Key.Key_Down)
    assert stage.view == moved
    tab_to(visit, visit.word("explorer.fit"))
    visit.key(Key.Key_Return)
    assert stage.atFit


@pytest.mark.parametrize("key", [Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_A])
def test_the_picture_knows_no_keys_of_its_own(visit: Driver, key: Qt.Key) -> None:
    to_picture(visit)
    visit.key(Key.Key_Return)
    before = visit.session
    visit.key(key)
    assert visit.session == before


@pytest.mark.parametrize(("key", "dx", "dy"), [(Key.Key_Right, 1, 0), (Key.Key_Up, 0, -1)])
@pytest.mark.standard("C7")
def test_arrow_keys_move_the_lens_that_ok_has_taken(visit: Driver, key: Qt.Key, dx: int, dy: int) -> None:
    at = explorer(visit)
    visit.tap(visit.word("explorer.lens"))
    tab_to(visit, visit.word("explorer.lens_handle"))
    visit.key(Key.Key_Return)
    before = at.lensX, at.lensY
    visit.key(key)
    assert ((at.lensX - before[0]) * dx, (before[1] - at.lensY) * -dy) >= (0, 0)
    moved = at.lensX, at.lensY
    assert moved != before
    visit.key(Key.Key_Escape)
    visit.key(key)
    assert (at.lensX, at.lensY) == moved


@pytest.mark.standard("C7")
def test_arrow_keys_move_the_wipe_that_ok_has_taken(portrait: Driver) -> None:
    at = explorer(portrait)
    at.openPair("look")
    at.setLayout("wipe")
    drawn(portrait)
    tab_to(portrait, portrait.word("explorer.wipe_handle"))
    portrait.key(Key.Key_Return)
    portrait.key(Key.Key_Left)
    assert at.wipe == pytest.approx(0.45)
    portrait.key(Key.Key_Return)
    portrait.key(Key.Key_Left)
    assert at.wipe == pytest.approx(0.45)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_rule_and_the_tools_keep_clear_of_one_another(
    open_kiosk: OpenKiosk, orientation: str, language: str
) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation])
    driver.start(language)
    shown = open_explorer(driver)
    for pair in ("", "size"):
        if pair:
            shown.openPair(pair)
        drawn(driver)
        scene = driver.look()
        for rule in scene.of_kind("ScaleRule"):
            over = [n.name for n in scene.nodes if n.button and n.box.intersects(rule.box) and n.kind == "Tool"]
            assert not over
