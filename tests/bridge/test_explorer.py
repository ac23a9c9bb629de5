"""The explorer's object without a window: from the session to what QML reads, and back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.app import load_kiosk
from kiosk.bridge.explorer import Explorer
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.models import FIRST_ROLE, RowModel
from kiosk.explorer.pyramid import Tile
from kiosk.session.look import Mode
from kiosk.session.model import GoBack, Reset

STEP = 30.0


@pytest.fixture
def now() -> list[float]:
    return [0.0]


@pytest.fixture
def kiosk(qapp: object, now: list[float]) -> Kiosk:
    made = load_kiosk(paths.DEMO_SITE, lambda: now[0])
    made.gallery = Gallery(paths.ASSETS)
    made.chooseLanguage("en")
    made.openExplorer()
    return made


@pytest.fixture
def explorer(kiosk: Kiosk) -> Iterator[Explorer]:
    made = Explorer()
    made.kiosk = kiosk
    for stage in (made.stage, made.other):
        stage.resize(1080, 1200)
    yield made
    made.close()


def column(model: RowModel, name: str) -> list[object]:
    role = FIRST_ROLE + model.NAMES.index(name)
    return [model.data(model.index(row, 0), role) for row in range(model.rowCount())]


def test_it_opens_with_the_first_picture_whole(explorer: Explorer) -> None:
    assert (explorer.mode, explorer.pictureId, explorer.shown) == ("look", "explorer-mlo-b", True)
    assert explorer.stage.atFit
    assert explorer.spotTotal == 7
    assert (explorer.spotId, explorer.rings, explorer.lens) == ("", False, False)
    assert all((explorer.title, explorer.pictureTitle, explorer.viewLabel, explorer.pictureAlt))


def test_every_spot_can_be_reached_by_next_alone_and_is_seen(explorer: Explorer) -> None:
    names = []
    for _ in range(explorer.spotTotal):
        explorer.nextSpot()
        names.append(explorer.spotId)
        assert explorer.spotTitle
        assert explorer.spotText
        assert any(c.isdigit() for c in explorer.spotSize)
    assert names == column(explorer.spots, "spotId")
    assert column(explorer.spots, "seen") == [True] * 7
    assert column(explorer.pictures, "seenAll")[0] is True
    explorer.nextSpot()
    assert explorer.spotNumber == 1, "after the last comes the first"
    explorer.previousSpot()
    assert explorer.spotNumber == 7


def test_a_chosen_spot_is_in_the_middle_and_its_ring_shown(explorer: Explorer, kiosk: Kiosk) -> None:
    explorer.chooseSpot("ring")
    row = column(explorer.spots, "spotId").index("ring")
    x, y = (column(explorer.spots, name)[row] for name in "xy")
    assert explorer.stage.glass.seen(explorer.stage.view).holds(float(str(x)), float(str(y)))
    assert explorer.rings
    assert not explorer.stage.atFit
    assert kiosk.session.look.seen == {"explorer-mlo-b/ring"}
    stands = explorer.stage.view
    explorer.closeSpot()
    assert explorer.spotId == ""
    assert explorer.stage.view == stands, "putting the card away moves nothing"


def test_an_unknown_spot_or_picture_changes_nothing(explorer: Explorer, kiosk: Kiosk) -> None:
    before = kiosk.session
    explorer.chooseSpot("nothing")
    explorer.openPicture("nothing")
    assert kiosk.session == before


def test_another_language_keeps_picture_spot_zoom_and_lens(explorer: Explorer, kiosk: Kiosk) -> None:
    explorer.chooseSpot("popcorn")
    explorer.stage.zoomIn()
    explorer.toggleLens()
    view, english = explorer.stage.view, explorer.spotTitle
    kiosk.chooseLanguage("es")
    assert explorer.stage.view == view
    assert explorer.spotId == "popcorn"
    assert explorer.lens
    assert explorer.spotTitle != english


def test_the_lens_stays_on_what_is_on_the_glass(explorer: Explorer) -> None:
    explorer.toggleLens()
    explorer.moveLens(-500, 9000)
    seen = explorer.stage.glass.seen(explorer.stage.view)
    assert (explorer.lensX, explorer.lensY) == pytest.approx((seen.left, seen.bottom))
    explorer.toggleLens()
    assert not explorer.lens


def test_a_pair_moves_in_step(explorer: Explorer) -> None:
    explorer.openPair("size")
    assert explorer.canWipe
    assert all((explorer.pairTitle, explorer.pairText, explorer.leftLabel, explorer.rightLabel))
    explorer.stage.zoom(4, 500, 500)
    assert explorer.other.view == explorer.stage.view
    explorer.other.move(-40, 25)
    assert explorer.other.view == explorer.stage.view
    assert not explorer.stage.atFit


def test_one_over_the_other_has_the_breast_in_the_middle(explorer: Explorer) -> None:
    explorer.openPair("size")
    explorer.setLayout("wipe")
    one = explorer.stage.mammogram
    assert one is not None
    left, right = (explorer.stage.glass.to_glass(explorer.stage.view, x, 100)[0] for x in (0, one.body.right))
    assert left == pytest.approx(1080 - right)
    explorer.setLayout("side")
    assert explorer.stage.originX == pytest.approx(0)


def test_two_sides_of_one_breast_show_the_same_spot(explorer: Explorer) -> None:
    explorer.openPair("milk")
    assert not explorer.canWipe
    explorer.setLayout("wipe")
    assert explorer.layout == "side"
    one, two = explorer.stage.mammogram, explorer.other.mammogram
    assert one is not None
    assert two is not None
    explorer.stage.show(one.spots[0].x, one.spots[0].y)
    explorer.stage.zoom(10, 540, 600)
    explorer.stage.show(one.spots[0].x, one.spots[0].y)
    assert (explorer.stage.view.x, explorer.stage.view.y) == pytest.approx((one.spots[0].x, one.spots[0].y))
    assert (explorer.other.view.x, explorer.other.view.y) == pytest.approx((two.spots[0].x, two.spots[0].y))
    before = explorer.stage.view
    explorer.other.move(30, 0)
    assert explorer.stage.view.x == pytest.approx(before.x - 30 / before.scale)


def test_the_guided_path_moves_the_picture_and_goes_on_by_the_clock(
    explorer: Explorer, kiosk: Kiosk, now: list[float]
) -> None:
    explorer.startGuide()
    assert (explorer.guideStep, explorer.guideTotal, explorer.playing) == (1, 7, True)
    assert explorer.stage.atFit
    views, texts = [explorer.stage.view], [explorer.guideText]
    for step in range(2, 8):
        now[0] += STEP
        kiosk.tick()
        assert explorer.guideStep == step
        views.append(explorer.stage.view)
        texts.append(explorer.guideText)
    assert len(set(texts)) == 7
    assert len(set(views)) >= 4
    now[0] += STEP
    kiosk.tick()
    assert (explorer.guideStep, explorer.playing) == (7, False)
    assert not kiosk.warning
    explorer.togglePlaying()
    assert (explorer.guideStep, explorer.playing) == (1, True), "after the end it begins again"


def test_steps_by_hand_pause_repeat_and_leave(explorer: Explorer, kiosk: Kiosk, now: list[float]) -> None:
    explorer.startGuide()
    explorer.previousStep()
    assert explorer.guideStep == 1
    explorer.nextStep()
    explorer.togglePlaying()
    now[0] += STEP
    kiosk.tick()
    assert explorer.guideStep == 2, "paused"
    own = explorer.stage.view
    explorer.stage.zoomIn()
    assert explorer.stage.view != own
    explorer.repeatStep()
    assert explorer.stage.view == own
    explorer.leaveMode()
    assert explorer.mode == "look"
    assert explorer.stage.atFit


def test_the_step_with_the_lens_puts_it_over_its_spot(explorer: Explorer, kiosk: Kiosk) -> None:
    explorer.startGuide()
    words = kiosk.explorer_words
    assert words is not None
    for number, step in enumerate(words.guide):
        while explorer.guideStep <= number:
            explorer.nextStep()
        assert explorer.lens == (step.show == "lens")
    assert "lens" in {step.show for step in words.guide}


def test_sizes_are_crops_at_the_scale_that_is_asked(explorer: Explorer) -> None:
    explorer.showMode("sizes")
    crop = explorer.leftSizeCrop(400, 200, 20)
    left, top, right, bottom = map(float, crop.partition("box=")[2].split(","))
    assert (right - left, bottom - top) == pytest.approx((20, 10), abs=0.02)
    assert explorer.leftSizeCrop(400, 200, 0) == ""
    assert column(explorer.sizeMarks, "symbol") == ["salt", "seed", "pea"]
    assert not explorer.trueSize
    explorer.toggleTrueSize()
    assert explorer.trueSize


def test_back_and_reset_come_from_the_session(explorer: Explorer, kiosk: Kiosk) -> None:
    explorer.showMode("pictures")
    kiosk.goBack()
    assert explorer.mode == "look"
    explorer.chooseSpot("ring")
    kiosk.send(Reset())
    assert kiosk.session.look.mode is Mode.LOOK
    assert kiosk.session.look.seen == frozenset()


def test_after_a_visit_no_picture_is_held_and_a_mended_file_is_looked_at_again(
    explorer: Explorer, kiosk: Kiosk
) -> None:
    gallery = kiosk.gallery
    assert gallery is not None
    one = gallery.get("explorer-mlo-b")
    assert one is not None
    one.damaged.add(Tile(13, 0, 0))
    kiosk.send(Reset())
    again = gallery.get("explorer-mlo-b")
    assert again is not None
    assert again.damaged == set()


def test_nothing_is_told_twice_and_a_moving_finger_renews_no_words(explorer: Explorer) -> None:
    told: list[str] = []
    explorer.changed.connect(lambda: told.append("changed"))
    explorer.stage.zoom(3, 500, 500)
    explorer.stage.move(5, 5)
    explorer.moveLens(50, 100)
    assert told == []


def test_a_picture_that_is_not_there_leaves_the_rest(qapp: object, tmp_path: Path) -> None:
    shutil.copytree(paths.ASSETS / "mammograms" / "milk-top-b", tmp_path / "mammograms" / "milk-top-b")
    kiosk = load_kiosk(paths.DEMO_SITE, lambda: 0.0)
    kiosk.gallery = Gallery(tmp_path)
    kiosk.chooseLanguage("en")
    kiosk.openExplorer()
    explorer = Explorer()
    explorer.kiosk = kiosk
    explorer.stage.resize(500, 500)
    assert not explorer.shown
    assert explorer.spotTotal == 0
    assert explorer.pictures.rowCount() > 2
    explorer.nextSpot()
    explorer.startGuide()
    explorer.nextStep()
    explorer.showMode("sizes")
    assert explorer.leftSizeCrop(100, 100, 10) == ""
    kiosk.send(GoBack())
    explorer.openPair("size")
    assert not explorer.shown
    explorer.close()
