"""What stands over a picture hides nothing of what the picture is there to show."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from tests.ui import named
from tests.ui.conftest import ALL, ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import drawn, explorer


def circles(driver: Driver) -> dict[int, QQuickItem]:
    """The rings that are seen, by number."""
    found = [i for i in named.items(driver.window.contentItem()) if i.property("ringRadius") is not None]
    return {i.property("number"): i for i in found if i.isVisible()}


def boxes(driver: Driver, *kinds: str) -> list[QRectF]:
    return [n.box for kind in kinds for n in driver.look().of_kind(kind) if n.opacity > 0]


def reaches(ring: QQuickItem, box: QRectF) -> bool:
    """Whether the box lies over the circle or what is in it."""
    middle = ring.mapToScene(ring.boundingRect().center())
    x = max(box.left() - middle.x(), 0.0, middle.x() - box.right())
    y = max(box.top() - middle.y(), 0.0, middle.y() - box.bottom())
    return math.hypot(x, y) < float(ring.property("ringRadius"))


def tag(ring: QQuickItem) -> QRectF:
    """Where its number stands."""
    corner, shift, size = (ring.property(name) for name in ("corner", "tagShift", "_tag"))
    middle = ring.mapToScene(ring.boundingRect().center())
    x, y = middle.x() + shift * (-1 if corner % 2 else 1), middle.y() + shift * (1 if corner > 1 else -1)
    return QRectF(x - size / 2, y - size / 2, size, size)


@pytest.fixture(params=["en", "ar"])
def large(request: pytest.FixtureRequest, open_kiosk: OpenKiosk, orientation: str) -> Driver:
    """The explorer in the largest letters."""
    driver = open_kiosk(ORIENTATIONS[orientation])
    driver.start(request.param)
    driver.large_text(200)
    driver.kiosk.openExplorer()
    drawn(driver)
    return driver


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_rule_and_tools_cover_no_spot_of_the_whole_picture(large: Driver) -> None:
    explorer(large).toggleRings()
    drawn(large)
    rings = circles(large)
    assert len(rings) >= 6
    for number, ring in rings.items():
        assert not any(reaches(ring, box) for box in boxes(large, "ScaleRule", "Tool")), number


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_words_over_the_picture_leave_the_chosen_spot_free(large: Driver) -> None:
    at = explorer(large)
    for _ in range(at.spotTotal):
        at.nextSpot()
        drawn(large)
        ring = circles(large)[at.spotNumber]
        assert not any(reaches(ring, box) for box in boxes(large, "Chip", "ScaleRule")), at.spotTitle


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_no_arrow_covers_a_number(large: Driver) -> None:
    at, tagged = explorer(large), 0
    for _ in range(at.spotTotal):
        at.nextSpot()
        drawn(large)
        arrows = boxes(large, "Arrow")
        assert arrows
        for ring in circles(large).values():
            tagged += ring.property("tagged")
            assert not ring.property("tagged") or not any(tag(ring).intersects(box) for box in arrows), at.spotTitle
    assert tagged > at.spotTotal


@pytest.mark.parametrize("language", ALL)
def test_what_says_that_it_is_drawn_covers_no_drawing(open_kiosk: OpenKiosk, language: str) -> None:
    driver = open_kiosk()
    driver.start(language)
    scene = driver.look()
    says = driver.word("picture.drawing")
    (line,) = (n for n in scene.texts() if n.text == says and scene.within(n, "HeroCard") and n.opacity > 0)
    assert line.box.height() < 3 * line.font[1]  # one line of any script, and not two
    driver.kiosk.openTopic("types")
    scene = driver.settle()
    pictures = [n for n in scene.of_kind("Picture") if scene.within(n, "Drawing")]
    assert len(pictures) > 1
    for picture in pictures:
        chips = [n.box & picture.box for n in scene.of_kind("Chip") if n.box.intersects(picture.box)]
        assert sum(b.height() for b in chips) < picture.box.height() * 0.4
