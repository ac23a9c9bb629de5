"""The stage without a window: views, flights, tiles; on a shipped picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QVariantAnimation
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.bridge.addresses import tile_url
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.pixels import Pixels
from kiosk.bridge.stage import Stage
from kiosk.explorer.mammogram import Mammogram
from kiosk.explorer.pyramid import Tile
from kiosk.explorer.tiles import most_held
from kiosk.explorer.viewport import View


@pytest.fixture
def picture() -> Mammogram:
    found = Gallery(paths.ASSETS).get("explorer-mlo-b")
    assert found is not None
    return found


@pytest.fixture
def stage(qapp: object, picture: Mammogram) -> Stage:
    """A glass of 1080 x 1300 at the whole picture, whose wishes come true as the session makes them."""
    pixels = Pixels()
    made = Stage(pixels, pixels)
    made.use(picture)
    made.resize(1080, 1300)
    made.show_view(made.glass.fit(), fly=False)
    made.wished.connect(lambda view, fly: made.show_view(view, fly=fly))
    return made


def have_all(stage: Stage) -> None:
    """Every tile on the glass has come; tiles come and go a few at a time."""
    assert stage.mammogram is not None
    done = False
    while not done:
        for tile in stage.tile_model.tiles:
            stage.loaded(tile_url(stage.mammogram.id, tile))
        QCoreApplication.processEvents()
        done = stage.whole and not stage.changing


def test_the_whole_picture_fills_the_glass_and_the_chest_wall_touches_its_edge(stage: Stage) -> None:
    assert stage.atFit
    assert stage.originX == pytest.approx(0)
    assert stage.seenH == pytest.approx(260, abs=0.5)


def test_a_finger_carries_the_picture_with_it(stage: Stage) -> None:
    stage.zoom(4, 300, 600)
    before = stage.originX, stage.originY
    stage.move(-31, 17)
    assert (stage.originX, stage.originY) == pytest.approx((before[0] - 31, before[1] + 17))


def test_two_fingers_keep_what_is_between_them(stage: Stage) -> None:
    under = stage.glass.to_picture(stage.view, 400, 500)
    stage.zoom(3, 400, 500)
    assert stage.glass.to_picture(stage.view, 400, 500) == pytest.approx(under)


def test_two_quick_presses_on_plus_make_two_steps(stage: Stage, qtbot: QtBot) -> None:
    stage.flightMs = 60
    start = stage.scale
    stage.zoomIn()
    stage.zoomIn()
    qtbot.waitUntil(lambda: stage.scale == pytest.approx(start * 1.5**2))


@pytest.mark.standard("C10")
def test_less_motion_cuts(stage: Stage) -> None:
    stage.flightMs = 0
    start = stage.scale
    stage.zoomIn()
    assert stage.scale == pytest.approx(start * 1.5)


def test_a_flight_passes_between_and_its_end_is_exact(stage: Stage, qtbot: QtBot, picture: Mammogram) -> None:
    stage.flightMs = 80
    start, end = stage.view, stage.glass.clamped(View(80, 147, 30))
    scales: list[float] = []
    stage.viewChanged.connect(lambda: scales.append(stage.scale))
    stage.show_view(end, fly=True)
    qtbot.waitUntil(lambda: stage.view == end)
    assert scales == sorted(scales)
    assert any(start.scale < scale < end.scale for scale in scales)


def test_flights_asked_for_one_upon_another_are_cuts(stage: Stage, qtbot: QtBot) -> None:
    """Dark and light parts of the picture would flash by."""
    stage.flightMs = 80
    first, second = (stage.glass.clamped(View(80, y, 30)) for y in (100, 180))
    stage.show_view(first, fly=True)
    assert stage.view != first
    since = QElapsedTimer()
    since.start()
    stage.show_view(second, fly=True)
    assert stage.view == second
    qtbot.waitUntil(lambda: since.hasExpired(600))
    stage.show_view(first, fly=True)
    assert stage.view != first
    qtbot.waitUntil(lambda: stage.view == first)


def test_a_finger_stops_a_flight_where_the_picture_stands(stage: Stage, qtbot: QtBot) -> None:
    stage.flightMs = 5000
    stage.zoomIn()
    at: list[View] = []
    stage.viewChanged.connect(lambda: at.append(stage.view))
    qtbot.waitUntil(lambda: len(at) > 1)
    stood = stage.view
    stage.move(0, 0)
    assert (stage.view.x, stage.view.y, stage.scale) == pytest.approx((stood.x, stood.y, stood.scale))
    seen = len(at)
    steps: list[float] = []
    other = QVariantAnimation(startValue=0.0, endValue=1.0, duration=5000)  # goes on with each step of Qt's animations
    other.valueChanged.connect(steps.append)
    other.start()
    qtbot.waitUntil(lambda: len(steps) > 3)
    assert len(at) == seen


def test_double_tap_goes_in_there_and_back_to_the_whole(stage: Stage) -> None:
    under = stage.glass.to_picture(stage.view, 300, 700)
    stage.doubleTap(300, 700)
    assert stage.glass.to_picture(stage.view, 300, 700) == pytest.approx(under)
    assert not stage.atFit
    stage.doubleTap(300, 700)
    assert stage.view == stage.glass.fit()


def test_the_rule_is_the_longest_that_fits_and_is_true(stage: Stage) -> None:
    stage.ruleRoom = 170
    assert stage.ruleMm == 20  # 5 px per mm: 50 mm would need 250
    assert stage.ruleMm * stage.scale <= 170 < 50 * stage.scale
    stage.zoom(100, 300, 600)
    assert stage.ruleMm == 2
    stage.ruleRoom = 1
    assert stage.ruleMm == 1, "there is always a rule"


def test_the_coarse_tile_is_there_first_and_stays_below(stage: Stage, picture: Mammogram) -> None:
    tiles = stage.tile_model.tiles
    assert tiles[0] == Tile(picture.pyramid.base, 0, 0)
    assert list(tiles) == sorted(tiles, key=lambda tile: tile.level)


def test_finer_tiles_replace_coarser_ones_only_when_they_have_come(stage: Stage, picture: Mammogram) -> None:
    have_all(stage)
    before = set(stage.tile_model.tiles)
    stage.zoom(3, 500, 700)
    level = stage.tile_model.tiles[-1].level
    old = [
        tile for tile in stage.tile_model.tiles if tile in before and tile.level not in (level, picture.pyramid.base)
    ]
    assert old, "what was on the glass still is"
    have_all(stage)
    assert {tile.level for tile in stage.tile_model.tiles} == {picture.pyramid.base, level}


def test_what_is_on_the_glass_stays_while_the_picture_flies(stage: Stage, qtbot: QtBot, picture: Mammogram) -> None:
    stage.zoom(3, 300, 500)
    have_all(stage)
    before = set(stage.tile_model.tiles)
    stage.flightMs = 5000
    stage.show_view(stage.glass.clamped(View(70, 200, stage.scale)), fly=True)
    for tile in stage.tile_model.tiles:
        stage.loaded(tile_url(picture.id, tile))
    qtbot.waitUntil(lambda: not stage.changing)
    assert before <= set(stage.tile_model.tiles)


def test_a_damaged_tile_gives_way_to_the_next_coarser(stage: Stage, picture: Mammogram) -> None:
    stage.zoom(3, 500, 700)
    victim = next(tile for tile in reversed(stage.tile_model.tiles))
    picture.damaged.add(victim)
    stage.loaded(tile_url(picture.id, victim))
    have_all(stage)
    assert victim not in stage.tile_model.tiles
    assert victim.above(victim.level - 1) in stage.tile_model.tiles


def test_however_one_moves_the_tiles_stay_within_the_bound(stage: Stage, picture: Mammogram) -> None:
    most = most_held(stage.glass, picture.pyramid)
    stage.flightMs = 30
    for number in range(120):
        stage.zoom(1.11 if number % 40 < 25 else 0.8, 100 + 9 * (number % 100), 640)
        stage.move(170 - 31 * (number % 11), 97)
        if number % 7 == 0:
            have_all(stage)
        if number % 9 == 0:
            stage.fit()
        assert len(stage.tile_model.tiles) <= most
        assert len(set(stage.tile_model.tiles)) == len(stage.tile_model.tiles)


def test_tiles_lie_on_whole_pixels_of_the_picture(stage: Stage) -> None:
    stage.zoom(6, 500, 700)
    model = stage.tile_model
    roles = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    for row in range(model.rowCount()):
        for name in "xywh":
            assert isinstance(model.data(model.index(row, 0), roles[name]), int)


def test_far_in_the_magnification_view_lies_over_the_tiles(stage: Stage, picture: Mammogram) -> None:
    assert stage.closeUp == ""
    spot = picture.spot("tiny-group")
    assert spot is not None
    assert spot.magnified is not None
    stage.show_view(stage.glass.around(spot.magnified.box, 1), fly=False)
    assert stage.closeUp == "image://mammogram/view/explorer-mlo-b/tiny-group"
    assert stage.closeUpX * picture.pixel_mm == pytest.approx(spot.magnified.box.left, abs=0.03)
    assert stage.closeUpW * picture.pixel_mm == pytest.approx(spot.magnified.box.width, abs=0.03)


def test_without_a_picture_nothing_is_asked_and_nothing_raised(qapp: object) -> None:
    pixels = Pixels()
    stage = Stage(pixels, pixels)
    wishes: list[object] = []
    stage.wished.connect(lambda *wish: wishes.append(wish))
    stage.resize(500, 500)
    for ask in (stage.zoomIn, stage.zoomOut, stage.fit):
        ask()
    stage.move(3, 3)
    stage.doubleTap(1, 1)
    stage.loaded("image://mammogram/tile/x/1/0_0")
    assert wishes == []
    assert (stage.shown, stage.mapUrl, stage.closeUp, stage.tile_model.rowCount()) == (False, "", "", 0)
