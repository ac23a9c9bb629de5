"""Hands that lean, slide and pinch: none of it may change anything."""

from __future__ import annotations

import pytest

from tests.e2e.glass import Point
from tests.e2e.likeness import alike
from tests.e2e.stage import Stage

EMPTY: Point = (540, 1000)  # the shore, clear of words and languages


def everything_so_far_was_handled(stage: Stage, button: str) -> None:
    """A button shows that a finger rests on it, then the finger slides off: all touches before it have come through."""
    at = stage.twin.control(button)
    off = (at[0], at[1] - 400)
    before = stage.twin.picture()
    stage.twin.press(at)
    finger = stage.hand.press(at)
    assert not alike(stage.same(f"while {button} is pressed"), before)
    stage.twin.slide(at, off)
    stage.hand.slide(finger, at, off)
    stage.twin.release(off)
    stage.hand.release(finger, off)
    assert alike(stage.same(f"after the finger slid off {button}"), before)


@pytest.mark.standard("C12")
def test_sliding_off_a_control_presses_nothing(stage: Stage) -> None:
    everything_so_far_was_handled(stage, "English")
    assert stage.twin.kiosk.session.language == ""
    everything_so_far_was_handled(stage, "Español")
    assert not alike(stage.tap("English"), stage.first)


def test_a_palm_of_ten_fingers_on_the_empty_glass_changes_nothing(stage: Stage) -> None:
    stage.hand.palm(*EMPTY, fingers=10)
    everything_so_far_was_handled(stage, "English")
    assert alike(stage.same("the first screen"), stage.first)
    stage.tap("English")


def test_a_palm_on_a_card_opens_nothing_and_one_finger_does(stage: Stage) -> None:
    home = stage.tap("English")
    name = stage.twin.cards()[2][1]
    stage.hand.palm(*stage.twin.control(name), fingers=5, spread=40)
    everything_so_far_was_handled(stage, stage.twin.kiosk.words.barHome)
    assert alike(stage.same("home"), home)
    assert not alike(stage.tap(name), home)


def test_a_doubled_tap_goes_on_by_one(stage: Stage) -> None:
    stage.tap("English")
    words = stage.twin.kiosk.words
    stage.tap(words.explorerHeroTitle)
    stage.tap(words.explorerShowSpots)
    stage.tap("1")
    first = stage.same("the first spot")
    following = stage.twin.control(words.explorerNextSpot)
    stage.twin.tap(following)
    stage.hand.tap(*following)
    stage.hand.tap(*following)
    everything_so_far_was_handled(stage, words.barHome)
    assert not alike(stage.same("the second spot"), first)


@pytest.mark.parametrize(("start", "end"), [(100, 1000), (1000, 100)])
@pytest.mark.standard("B5")
def test_a_pinch_changes_nothing(stage: Stage, start: float, end: float) -> None:
    stage.hand.pinch(EMPTY, start, end)
    everything_so_far_was_handled(stage, "English")
    home = stage.tap("English")
    stage.hand.pinch((540, 1100), start, end)  # between two cards and their outer margins
    everything_so_far_was_handled(stage, stage.twin.kiosk.words.barHome)
    assert alike(stage.same("home"), home)


def test_a_pinch_on_a_page_leaves_it_readable(stage: Stage) -> None:
    stage.tap("English")
    words = stage.twin.kiosk.words
    stage.tap(stage.twin.cards()[6][1])
    stage.to_the_end()
    stage.hand.pinch((540, 900), 100, 700)
    stage.hand.pinch((540, 900), 700, 100)
    stage.to_the_start()  # a finger of a pinch may have moved the page
    stage.tap(words.barHome)


def test_a_swipe_that_starts_on_a_control_scrolls_and_presses_nothing(stage: Stage) -> None:
    stage.tap("English")
    stage.tap(stage.twin.cards()[7][1])
    page = stage.to_the_start()
    stage.to_the_end()  # the page is full of expanders: each swipe starts and ends on one
    assert stage.twin.kiosk.session.open_block == ""
    assert alike(stage.to_the_start(), page)
