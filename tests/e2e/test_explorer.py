"""The explorer by real fingers: the picture on the real screen is where the same movement puts it off screen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from kiosk.session.model import Screen
from tests.e2e.glass import Point
from tests.e2e.likeness import alike
from tests.e2e.stage import Stage

MIDDLE: Point = (400, 700)
"""On the picture, clear of tools, arrows and labels."""


def into_the_explorer(stage: Stage) -> QImage:
    stage.tap("English")
    return stage.tap(stage.twin.kiosk.words.explorerHeroTitle)


def closer(stage: Stage) -> QImage:
    words = stage.twin.kiosk.words
    for _ in range(4):
        seen = stage.tap(words.explorerZoomIn)
    return seen


def place(stage: Stage) -> tuple[float, float, float]:
    view = stage.twin.kiosk.session.look.view
    assert view is not None
    return view


def test_one_finger_carries_the_picture(stage: Stage) -> None:
    into_the_explorer(stage)
    before = closer(stage)
    x, y, scale = place(stage)
    end = (MIDDLE[0] - 150, MIDDLE[1] + 90)
    stage.twin.press(MIDDLE)
    finger = stage.hand.press(MIDDLE)
    stage.twin.slide(MIDDLE, end)
    stage.hand.slide(finger, MIDDLE, end)
    stage.twin.release(end)
    stage.hand.release(finger, end)
    assert not alike(stage.same("after one finger has moved the picture"), before)
    assert place(stage) == pytest.approx((x + 150 / scale, y - 90 / scale, scale), abs=0.2)


def test_two_fingers_zoom_about_what_is_between_them(stage: Stage) -> None:
    into_the_explorer(stage)
    before = closer(stage)
    scale = place(stage)[2]
    stage.twin.pinch(MIDDLE, 160, 400)
    stage.hand.pinch(MIDDLE, 160, 400)
    larger = stage.same("after a pinch")
    assert not alike(larger, before)
    assert place(stage)[2] == pytest.approx(scale * 400 / 160, rel=0.01)


@pytest.mark.standard("B5", "C11")
def test_every_spot_by_touch_alone_and_out_again(stage: Stage) -> None:
    whole = into_the_explorer(stage)
    words = stage.twin.kiosk.words
    rings = stage.tap(words.explorerShowSpots)
    assert not alike(rings, whole)
    stage.tap("1")
    seen: list[QImage] = []
    for _ in range(7):
        seen.append(stage.same("a spot"))
        stage.tap(words.explorerNextSpot)
    assert not any(alike(a, b) for n, a in enumerate(seen) for b in seen[:n])
    assert len(stage.twin.kiosk.session.look.seen) == 7
    home = stage.tap(words.barHome)
    assert stage.twin.kiosk.session.screen is Screen.HOME
    stage.tap(words.barDone)
    stage.twin.pass_time(10)
    assert alike(stage.same("the first screen again"), stage.first)
    assert not alike(home, stage.first)
