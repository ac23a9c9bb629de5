"""Garbage is collected by the window's thread alone, in a visit and after it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.bridge.sweeper import Sweeper


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def sweeper(qapp: object) -> Iterator[Sweeper]:
    """Where Python collects by itself, but nothing of other tests: their timers must not die in another thread."""
    gc.collect()
    gc.freeze()
    gc.enable()
    made = Sweeper()
    yield made
    made.close()
    gc.disable()
    gc.unfreeze()


def rings(count: int) -> list[weakref.ref[Ring]]:
    return [weakref.ref(Ring()) for _ in range(count)]


def test_another_thread_never_collects(sweeper: Sweeper) -> None:
    mine = rings(3)
    thread = threading.Thread(target=lambda: [Ring() for _ in range(20_000)])
    thread.start()
    thread.join()
    assert all(one() is not None for one in mine)


def test_without_it_another_thread_does(sweeper: Sweeper) -> None:
    """The planted fault: Python's own way."""
    sweeper.close()
    mine = rings(3)
    thread = threading.Thread(target=lambda: [Ring() for _ in range(20_000)])
    thread.start()
    thread.join()
    assert any(one() is None for one in mine)


def test_a_visit_is_swept_while_it_lasts(sweeper: Sweeper, qtbot: QtBot) -> None:
    sweeper.start()
    mine = rings(3)
    qtbot.waitUntil(lambda: all(one() is None for one in mine), timeout=6000)


def test_what_a_visit_left_is_swept_after_it_and_then_there_is_rest(sweeper: Sweeper, qtbot: QtBot) -> None:
    sweeper.start()
    mine = rings(3)
    gc.collect(0)
    old = rings(1)
    sweeper.rest()
    qtbot.waitUntil(lambda: all(one() is None for one in (*mine, *old)), timeout=3000)
    assert not sweeper._timer.isActive()


def test_closing_it_gives_python_its_own_way_back(sweeper: Sweeper) -> None:
    assert not gc.isenabled()
    sweeper.close()
    assert gc.isenabled()
    gc.disable()
    Sweeper().close()
    assert not gc.isenabled()
