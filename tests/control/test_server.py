"""The kiosk's end of the socket with real callers, well meant or not: each is answered or dropped, others go on."""

from __future__ import annotations

import contextlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec import structs

from kiosk.control.protocol import AnyAnswer, AskReset, Done, Need, State
from kiosk.control.tickets import Ticket
from tests.cli.launch import until
from tests.control.ends import CALM, HASTY, RESET, STATUS, Caller, Kiosk


def test_a_status_comes_from_the_last_snapshot(run: Path) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as caller:
        caller.says(b'{"ask":"status","id":"first"}\n')
        told = caller.hears()
        assert (told["id"], told["state"], told["visits_today"], told["version"]) == ("first", "attract", 4, "1.2.3")
        kiosk.server.publish(structs.replace(CALM, state=State.CLEANING, needs=(Need("a", "b", "c"),)))
        caller.says(STATUS)
        told = caller.hears()
        assert (told["state"], told["well"], told["needs"]) == (
            "cleaning",
            False,
            [{"id": "a", "text": "b", "mend": "c"}],
        )


def test_a_command_is_carried_out_once_and_answered_by_its_name(run: Path) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as caller:
        caller.says(b'{"ask":"reset","force":true,"id":"r"}\n')
        assert caller.hears() == {"say": "done", "id": "r"}
        assert kiosk.done == [AskReset(id="r", force=True)]


def test_a_status_does_not_wait_for_the_window(run: Path) -> None:
    """The window has a command in hand and is stuck in it."""
    stuck, free = threading.Event(), threading.Event()

    def hang(ticket: Ticket) -> AnyAnswer:
        stuck.set()
        assert free.wait(20)
        return Done()

    with Kiosk(run, do=hang) as kiosk, kiosk.call() as caller:
        caller.says(RESET)
        assert stuck.wait(20)
        for _ in range(20):
            assert kiosk.is_well()
        free.set()
        assert caller.hears()["say"] == "done"


def test_a_window_that_hangs_is_told_as_busy_and_what_was_refused_is_not_done_afterwards(run: Path) -> None:
    free = threading.Event()

    def hang(ticket: Ticket) -> AnyAnswer:
        assert free.wait(20)
        return Done()

    with Kiosk(run, do=hang, limits=HASTY) as kiosk, kiosk.call() as first, kiosk.call() as second:
        first.says(b'{"ask":"reset"}\n')
        assert until(lambda: len(kiosk.done) == 1)
        second.says(b'{"ask":"pause"}\n')
        assert second.hears()["reason"] == "The kiosk is busy; nothing was done."
        assert first.hears()["reason"] == "The kiosk has begun, and does not come to an end."
        free.set()
        second.says(b'{"ask":"clean"}\n')
        assert second.hears()["say"] == "done"
        assert [type(one).__name__ for one in kiosk.done] == ["AskReset", "AskClean"]


def test_fifty_at_once_are_all_answered(run: Path) -> None:
    with Kiosk(run) as kiosk:

        def one(number: int) -> tuple[str, str]:
            with kiosk.call() as caller:
                caller.says(b'{"ask":"%s","id":"%d"}\n' % (b"reset" if number % 2 else b"status", number))
                told = caller.hears()
                return str(told["id"]), str(told["say"])

        with ThreadPoolExecutor(50) as callers:
            told = list(callers.map(one, range(50)))
        assert told == [(str(number), "done" if number % 2 else "status") for number in range(50)]
        assert len(kiosk.done) == 25


def test_a_request_in_a_hundred_pieces_is_understood(run: Path) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as caller:
        for byte in STATUS * 3:
            caller.says(bytes([byte]))
        assert [caller.hears()["say"] for _ in range(3)] == ["status"] * 3


def test_who_hangs_up_her_own_end_still_hears_the_answers(run: Path) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as caller:
        caller.says(b'{"ask":"reset","id":"1"}\n{"ask":"status","id":"2"}\n{"ask":"status"')
        caller.says_no_more()
        assert {told["id"] for told in caller.hears_all()} == {"1", "2"}


def test_who_watches_hears_each_change_and_nothing_twice(run: Path) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as caller:
        caller.says(b'{"ask":"watch","id":"w"}\n')
        assert caller.hears()["state"] == "attract"
        for state in (State.VISITING, State.VISITING, State.PAUSED):
            kiosk.server.publish(structs.replace(CALM, state=state))
            assert kiosk.is_well()
        kiosk.server.publish(structs.replace(CALM, state=State.PAUSED, visits_today=5))
        told = [caller.hears() for _ in range(3)]
        assert [(one["state"], one["visits_today"]) for one in told] == [("visiting", 4), ("paused", 4), ("paused", 5)]
        assert {one["id"] for one in told} == {"w"}
        caller.says(STATUS)
        assert caller.hears()["id"] == ""


def test_who_watches_hears_now_and_then_that_the_kiosk_is_there(run: Path) -> None:
    with Kiosk(run, limits=HASTY) as kiosk, kiosk.call() as caller:
        caller.says(b'{"ask":"watch"}\n')
        caller.says_no_more()
        assert [caller.hears()["state"] for _ in range(4)] == ["attract"] * 4


def test_at_the_end_what_was_done_is_still_said(run: Path) -> None:
    """A restart is answered although the kiosk ends at once."""
    with Kiosk(run) as kiosk:
        caller, watching = kiosk.call(), kiosk.call()
        watching.says(b'{"ask":"watch"}\n')
        watching.hears()
        caller.says(b'{"ask":"restart"}\n')
        assert until(lambda: len(kiosk.done) == 1)
    assert [told["say"] for told in caller.hears_all()] == ["done"]
    assert watching.hears_all() == []
    caller.close()
    watching.close()


def test_it_ends_at_once_whatever_callers_do(run: Path) -> None:
    with Kiosk(run) as kiosk, contextlib.ExitStack() as stack:
        for data in (b"", b"half", STATUS * 1000, b'{"ask":"watch"}\n', RESET * 5):
            stack.enter_context(kiosk.call()).says(data)
        begin = time.monotonic()
        kiosk.server.close()
        assert time.monotonic() - begin < 3
        assert not kiosk.server._thread.is_alive()
        assert not kiosk.path.exists()


def test_a_caller_of_a_kiosk_that_has_ended_learns_it(run: Path) -> None:
    with Kiosk(run) as kiosk:
        path = kiosk.path
    with pytest.raises(FileNotFoundError):
        Caller(path)
