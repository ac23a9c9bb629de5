"""A kiosk that is killed or started again, on the touch rig: what outlives it, and that nothing of a visit does."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.staff.lockout import TRIES, Lockouts
from kiosk.staff.model import Pause, StartFresh
from tests.cli.launch import until
from tests.e2e.conftest import SITE
from tests.e2e.front import PIN, Beginning, Desk, Front, fronted
from tests.e2e.hand import Hand

WRONG = "918273"
SUPERVISOR = "kiosk.supervise: "


@pytest.fixture(scope="module")
def supervised(qapp: object, hand: Hand, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Front]:
    """A kiosk that is started again."""
    desk = Desk(tmp_path_factory.mktemp("supervised"), cache)
    desk.set_pin()
    with fronted(hand, desk, SITE, expected=Beginning(SUPERVISOR), options=["--supervise"]) as made:
        yield made


@contextlib.contextmanager
def ending(front: Front) -> Iterator[int]:
    """The process of the kiosk that is to be ended; another one answers at the end."""
    children = Path(f"/proc/{front.stage.pid}/task/{front.stage.pid}/children")
    (old,) = children.read_text(encoding="ascii").split()
    yield int(old)
    assert until(lambda: children.read_text(encoding="ascii").split() not in ([], [old]))
    assert until(lambda: front.ctl("status").returncode == 0)


def kill(front: Front) -> None:
    """As if the power of that one program were cut."""
    with ending(front) as kiosk:
        os.kill(kiosk, signal.SIGKILL)


def test_a_kiosk_that_is_killed_in_a_visit_is_back_at_a_fresh_first_screen(supervised: Front) -> None:
    home = supervised.visit()
    kill(supervised)
    supervised.twin.do(StartFresh())
    supervised.gone(home)
    assert supervised.status()["visits_today"] == 0  # what was begun is not remembered in any way


def test_a_paused_kiosk_that_is_started_again_stays_paused(supervised: Front) -> None:
    supervised.begin()
    supervised.done("pause")
    supervised.twin.do(Pause())
    supervised.stage.same("Back soon")
    with ending(supervised):
        supervised.done("restart")
    supervised.stage.same("Back soon, again")
    assert supervised.status()["state"] == "paused"
    supervised.begin()


def test_a_lock_out_outlives_the_kiosk(supervised: Front) -> None:
    supervised.begin()
    supervised.hold_corner()
    twin = supervised.twin.kiosk.desk
    supervised.stage.shows("5")
    keys = supervised.keys(PIN)
    for _ in range(TRIES - 1):
        supervised.enter(WRONG)
        for figure in WRONG:
            twin.digit(int(figure))
        twin.enter()
        assert supervised.twin.waits(lambda: not twin.now.verifying)
        supervised.stage.same("Try again")
    supervised.enter(WRONG)
    assert until(lambda: Lockouts(supervised.desk.state).failures == TRIES)
    kill(supervised)
    supervised.desk.copy()
    supervised.begin()
    supervised.look()
    supervised.hold_corner()
    assert twin.waitSeconds > 0
    assert until(lambda: supervised.stage.stands(keys[0]))  # a key that cannot be pressed
    for key in keys:
        supervised.hand.tap(*key)
    supervised.leave()
    supervised.fresh("the right PIN opens nothing meanwhile")
