"""Pictures in pairs and true sizes; a language that runs from right to left; pictures that are not there."""

from __future__ import annotations

import math

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint

from kiosk.bridge.gallery import Gallery
from kiosk.session.look import Mode
from kiosk.settings.model import Screen as Panel
from tests.ui.conftest import ORIENTATIONS, OpenKiosk
from tests.ui.driver import LANDSCAPE, Driver
from tests.ui.exploring import Hand, drawn, explorer, glass, on_window, open_explorer


@pytest.fixture(params=list(ORIENTATIONS))
def visit(request: pytest.FixtureRequest, open_kiosk: OpenKiosk) -> Driver:
    """The first picture of the explorer, whole."""
    driver = open_kiosk(ORIENTATIONS[request.param])
    driver.start("en")
    open_explorer(driver)
    return driver


# --- pairs ---


@pytest.mark.standard("C11", "C14")
def test_the_wipe_follows_the_finger_and_has_one_touch_ways(visit: Driver) -> None:
    at = explorer(visit)
    at.openPair("look")
    at.setLayout("wipe")
    drawn(visit)
    disc = visit.button(visit.word("explorer.wipe_handle"))
    width = glass(visit).box.width()
    hand = Hand(visit)
    hand.press(0, disc.centre)
    hand.move(_0=disc.centre - QPoint(20, 0))
    hand.move(_0=disc.centre - QPoint(100, 5))
    hand.release(0)
    assert at.wipe == pytest.approx(0.5 - 100 / width, abs=3 / width)
    for word, share in (("only_left", 1.0), ("only_right", 0.0), ("half", 0.5)):
        visit.tap(visit.word(f"explorer.{word}"))
        assert at.wipe == share


def test_two_pictures_side_by_side_show_the_same_place(visit: Driver) -> None:
    at = explorer(visit)
    at.openPair("size")
    drawn(visit)
    at.stage.zoom(3.0, 200, 300)
    drawn(visit)
    assert at.other.view == at.stage.view
    left, right = glass(visit, 0).box, glass(visit, 1).box
    assert left.size() == right.size()
    assert left.right() < right.left()


def test_a_pair_of_two_views_has_no_wipe(visit: Driver) -> None:
    at = explorer(visit)
    at.openPair("milk")
    drawn(visit)
    assert visit.buttons(visit.word("explorer.wipe")) == []
    assert visit.buttons(visit.word("explorer.wipe_handle")) == []


@pytest.mark.parametrize("inches", [27.0, 43.0])
@pytest.mark.standard("E4")
def test_true_size_is_true_on_the_glass(open_kiosk: OpenKiosk, inches: float) -> None:
    driver = open_kiosk(LANDSCAPE, screen=Panel(diagonal_inch=inches))
    driver.start("en")
    open_explorer(driver)
    explorer(driver).showMode("sizes")
    driver.tap(driver.word("explorer.true_size"))
    scene = driver.look()
    rule = scene.of_kind("ScaleRule")[0]
    words = next(n.text for n in scene.texts() if scene.within(n, "ScaleRule"))
    bracket = max(n.box.width() for n in scene.nodes if n.parent == rule.index and not n.text)
    pixels_per_mm = math.hypot(*LANDSCAPE) / (inches * 25.4)
    assert bracket == pytest.approx(float(words.split()[0]) * pixels_per_mm, abs=0.6)
    driver.tap(driver.word("explorer.larger_again"))
    assert not explorer(driver).trueSize


# --- right to left, and pictures that are not there ---


def mirror(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """English as if it ran from right to left."""
    library = driver.kiosk._library
    info = library.info
    monkeypatch.setattr(
        library, "info", lambda code: found and replace(found, direction="rtl") if (found := info(code)) else None
    )
    driver.kiosk.languageChanged.emit()
    assert driver.kiosk.mirrored


@pytest.mark.standard("F7")
def test_the_picture_never_mirrors_but_tools_and_sheet_do(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_kiosk(LANDSCAPE)
    driver.start("en")
    at = open_explorer(driver)
    at.stage.zoom(4.0, 200, 400)
    drawn(driver)
    plain = driver.button(driver.word("explorer.zoom_in")).box.center().x(), glass(driver).box.center().x()
    place = (70.0, 118.0)
    left = [
        driver.screenshot().pixelColor(on_window(driver, at.stage, place[0] + dx, place[1]).toPoint())
        for dx in range(12)
    ]
    view = at.stage.view
    mirror(driver, monkeypatch)
    drawn(driver)
    at.stage.show(view.x, view.y)
    drawn(driver)
    right = [
        driver.screenshot().pixelColor(on_window(driver, at.stage, place[0] + dx, place[1]).toPoint())
        for dx in range(12)
    ]
    assert driver.button(driver.word("explorer.zoom_in")).box.center().x() < glass(driver).box.center().x()
    assert plain[0] > plain[1]
    assert glass(driver).box.left() > driver.look().window.width() * 0.3
    greys = [abs(a.value() - b.value()) for a, b in zip(left, right, strict=True)]
    assert max(a.value() for a in left) - min(a.value() for a in left) > 12
    assert sum(greys) / len(greys) < 4


def test_a_picture_that_cannot_be_shown_is_said_calmly_and_the_rest_goes_on(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Gallery, "get", lambda *_: None)
    driver = open_kiosk()
    driver.start("en")
    at = open_explorer(driver)
    assert driver.word("explorer.not_shown") in driver.texts_on_glass()
    for mode in Mode:
        at.showMode(mode.value)
        drawn(driver)
    driver.kiosk.goBack()
    drawn(driver)
    driver.tap(driver.word("bar.back"))
    assert driver.word("home.title") in driver.texts_on_glass()
