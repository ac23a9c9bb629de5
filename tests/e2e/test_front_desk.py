"""The front desk on the touch rig: a visit by real touches, wiped from outside and from the panel, come what may."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.control.client import Client
from kiosk.control.protocol import Asked, AskReset, AskStatus, Done, Status
from kiosk.staff.model import StartFresh
from tests.e2e.conftest import SITE
from tests.e2e.front import Desk, Front, fronted
from tests.e2e.hand import Hand
from tests.e2e.likeness import alike

CALLERS = 50
PATIENCE = 40.0  # seconds


@pytest.fixture(scope="module")
def running(qapp: object, hand: Hand, desk: Desk) -> Iterator[Front]:
    with fronted(hand, desk, SITE) as made:
        yield made


@pytest.fixture
def front(running: Front) -> Front:
    """The kiosk at its first screen."""
    running.begin()
    return running


def test_a_reset_from_outside_leaves_nothing_of_a_visit(front: Front) -> None:
    home = front.visit()
    front.reset()
    front.gone(home)


def _missing(pins: Path) -> None:
    pins.unlink()


def _corrupt(pins: Path) -> None:
    pins.write_bytes(pins.read_bytes()[:40])


def _open_to_all(pins: Path) -> None:
    pins.chmod(0o644)


@pytest.mark.parametrize("fault", [_missing, _corrupt, _open_to_all], ids=["missing", "corrupt", "open to all"])
def test_without_a_usable_pin_the_pad_says_so_and_the_visit_goes_on(
    front: Front, fault: Callable[[Path], None]
) -> None:
    home = front.visit()
    reading = front.stage.same("the page that is read")
    with front.desk.broken(fault):
        front.hold_corner()
        assert not front.twin.kiosk.desk.pinSet
        told = front.stage.same("the pad without a PIN")
        assert not alike(told, reading)
        front.leave()
        assert alike(front.stage.same("back from the pad"), reading)
        front.reset()
        front.gone(home)


def test_starting_fresh_at_the_panel_leaves_nothing_of_a_visit(front: Front) -> None:
    with front.desk.broken(_missing):
        home = front.visit()
    front.open_panel()  # the PIN that IT sets holds at once
    front.start_fresh()
    front.gone(home)


def test_a_reset_from_outside_shuts_a_panel_that_was_left_open(front: Front) -> None:
    home = front.visit()
    front.open_panel()
    front.reset()
    front.gone(home)


def at_once(front: Front, count: int, ask: Callable[[int], Asked], meanwhile: Callable[[], object]) -> list[object]:
    """So many callers who ask together, again and again until `meanwhile` is over; the answers."""
    path = front.desk.home / "run" / "imaging-kiosk" / "control.sock"
    answers: list[list[object]] = [[] for _ in range(count)]
    over = threading.Event()
    together = threading.Barrier(count + 1, timeout=PATIENCE)

    def call(number: int) -> None:
        together.wait()
        while True:
            with Client(path, PATIENCE) as client:
                answers[number].append(client.ask(ask(number))[0])
            if over.is_set():
                return

    callers = [threading.Thread(target=call, args=(number,)) for number in range(count)]
    for caller in callers:
        caller.start()
    together.wait()
    try:
        meanwhile()
    finally:
        over.set()
        for caller in callers:
            caller.join(PATIENCE)
    assert not any(caller.is_alive() for caller in callers)
    assert all(answers), "a caller has had no answer"
    return [answer for mine in answers for answer in mine]


def test_who_asks_while_a_reset_runs_is_answered_and_the_first_screen_is_fresh(front: Front) -> None:
    home = front.visit()
    front.twin.do(StartFresh())
    asked: list[Asked] = [AskReset(force=True), AskStatus()]
    answers = at_once(front, 8, lambda number: asked[number % 2], lambda: front.fresh("while callers reset it"))
    assert {type(answer) for answer in answers} == {Done, Status}
    front.gone(home)


def test_a_finger_pans_the_picture_while_fifty_ask_how_the_kiosk_is(front: Front) -> None:
    front.stage.tap("English")
    words = front.twin.kiosk.words
    front.stage.tap(words.explorerHeroTitle)
    for _ in range(3):
        before = front.stage.tap(words.explorerZoomIn)

    def pan() -> None:
        start, middle, end = (400.0, 700.0), (250.0, 790.0), (300.0, 640.0)
        finger = front.hand.press(start)
        front.twin.press(start)
        for one, other in ((start, middle), (middle, end)):
            front.hand.slide(finger, one, other, 40)
            front.twin.slide(one, other)
        front.hand.release(finger, end)
        front.twin.release(end)
        assert not alike(front.stage.same("after one finger has moved the picture", PATIENCE), before)

    answers = at_once(front, CALLERS, lambda _: AskStatus(), pan)
    assert {answer.state for answer in answers if isinstance(answer, Status)} == {"visiting"}
    assert all(isinstance(answer, Status) for answer in answers)
    front.reset()
    front.fresh("after all that")
