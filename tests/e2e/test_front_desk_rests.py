"""A glass that rests, on the touch rig: no finger presses anything through it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from kiosk.staff.hold import LONG
from kiosk.staff.model import Clean, LeaveClean, Pause, Resume
from tests.cli.launch import until
from tests.e2e.conftest import SITE
from tests.e2e.front import Desk, Front, fronted
from tests.e2e.hand import Hand
from tests.e2e.likeness import alike

WRONG = "918273"
CLOSED = "hours: {open: {sun: '12:00-12:01'}, dim_minutes: 0}"  # the test does not run in that minute of a week
SUPERVISOR = "kiosk.supervise: "


@pytest.fixture(scope="module")
def running(qapp: object, hand: Hand, desk: Desk) -> Iterator[Front]:
    with fronted(hand, desk, SITE) as made:
        yield made


@pytest.fixture
def front(running: Front) -> Front:
    """The kiosk at its first screen."""
    running.begin()
    return running


def test_a_finger_on_a_paused_glass_presses_nothing_then_nor_when_the_pause_ends(front: Front) -> None:
    at = front.twin.control("Español")
    front.done("pause")
    front.twin.do(Pause())
    paused = front.stage.same("Back soon")
    assert not alike(paused, front.stage.first)
    front.hand.tap(*at)
    finger = front.hand.press(at)
    assert alike(front.stage.same("a finger lies on Back soon"), paused)
    front.done("resume")
    front.twin.do(Resume())
    front.fresh("the pause is over, and the finger still lies there")
    front.hand.release(finger, at)
    front.stage.pause()
    assert front.status()["state"] == "attract"
    assert not alike(front.stage.tap("Español"), front.stage.first)


def test_ten_fingers_wipe_the_glass_and_one_that_stays_ends_it_early_and_presses_nothing(front: Front) -> None:
    at = front.twin.control("Español")
    front.done("clean")
    front.twin.do(Clean())
    ring = front.twin.marked("leavesHere")
    assert until(lambda: front.stage.stands(ring))
    for place in (at, ring, (540.0, 960.0)):
        front.hand.palm(*place, fingers=10)
    palm = [front.hand.press((ring[0] + 8.0 * number, ring[1])) for number in range(10)]
    time.sleep(LONG + 0.5)  # the fingers' own hold
    assert front.status()["state"] == "cleaning"
    for finger in palm:
        front.hand.release(finger, ring)
    finger = front.hand.press(ring)
    front.twin.do(LeaveClean())
    front.fresh("a finger has lain on the ring for long enough")
    front.hand.release(finger, ring)
    front.stage.pause()
    assert front.status()["state"] == "attract"
    assert not alike(front.stage.tap("Español"), front.stage.first)
