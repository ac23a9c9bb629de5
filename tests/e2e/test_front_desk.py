"""The front desk on the touch rig: a visit by real touches, wiped from outside and from the panel, come what may."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import SITE
from tests.e2e.front import Desk, Front, fronted
from tests.e2e.hand import Hand
from tests.e2e.likeness import alike


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Desk:
    """The files of a front desk with a PIN."""
    made = Desk(tmp_path_factory.mktemp("desk"), cache)
    made.set_pin()
    return made


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
    front.fresh("after kiosk ctl reset")
    assert alike(front.stage.tap("Español"), home)


def test_starting_fresh_at_the_panel_leaves_nothing_of_a_visit(front: Front) -> None:
    home = front.visit()
    front.open_panel()
    front.start_fresh()
    front.fresh("after Start fresh")
    assert alike(front.stage.tap("Español"), home)
