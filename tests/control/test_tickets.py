"""A request on its way to the window and back: taken up, answered, or refused in time."""

from __future__ import annotations

import threading

import pytest

from kiosk.control.conversation import Limits
from kiosk.control.protocol import AnyAnswer, AskPause, AskReset, Command, Done
from kiosk.control.refusals import BUSY, ENDING, STUCK
from kiosk.control.tickets import Ticket, Tickets

LIMITS = Limits()


class Desk:
    """The line, the tickets that reached the window, and what was replied."""

    def __init__(self) -> None:
        self.tickets: list[Ticket] = []
        self.replies: list[tuple[str, AnyAnswer]] = []
        self.woken = 0
        self.line = Tickets(LIMITS, self.tickets.append, self._wake)

    def _wake(self) -> None:
        self.woken += 1

    def add(self, name: str, now: float, request: Command = AskReset()) -> None:  # noqa: B008 - it is frozen
        self.line.add(request, lambda answer, _: self.replies.append((name, answer)), now)
        self.line.go_on(now)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_request_is_taken_up_answered_and_passed_on(desk: Desk) -> None:
    desk.add("a", 0.0, AskPause())
    (ticket,) = desk.tickets
    assert ticket.request == AskPause()
    assert ticket.take()
    ticket.answer(Done())
    assert desk.woken == 1
    desk.line.go_on(0.1)
    assert desk.replies == [("a", Done())]
    assert desk.line.due_at == float("inf")


def test_the_window_has_one_at_a_time_with_a_pause_between(desk: Desk) -> None:
    for name in "abc":
        desk.add(name, 0.0)
    assert len(desk.tickets) == 1
    assert desk.tickets[0].take()
    desk.tickets[0].answer(Done())
    desk.line.go_on(1.0)
    assert len(desk.tickets) == 1
    assert desk.line.due_at == 1.0 + LIMITS.pause_seconds
    desk.line.go_on(1.0 + LIMITS.pause_seconds)
    assert len(desk.tickets) == 2


def test_a_window_that_hangs_refuses_in_time_and_finds_one_old_request_when_it_wakes(desk: Desk) -> None:
    desk.add("a", 0.0)
    desk.add("b", 1.0)
    assert desk.line.due_at == 5.0
    desk.line.go_on(4.9)
    assert desk.replies == []
    desk.line.go_on(5.0)
    assert desk.replies == [("a", BUSY)]
    desk.line.go_on(6.0)
    assert desk.replies == [("a", BUSY), ("b", BUSY)]
    desk.add("c", 7.0)
    assert len(desk.tickets) == 1
    assert not desk.tickets[0].take()  # what was refused is not done
    desk.line.go_on(8.0)
    desk.line.go_on(8.1)
    assert len(desk.tickets) == 2
    assert desk.tickets[1].take()
    desk.tickets[1].answer(Done())
    desk.line.go_on(8.2)
    assert desk.replies[2:] == [("c", Done())]


def test_what_the_window_has_begun_has_longer_and_is_then_called_stuck_once(desk: Desk) -> None:
    desk.add("a", 0.0)
    assert desk.tickets[0].take()
    desk.line.go_on(14.9)
    assert desk.replies == []
    desk.line.go_on(15.0)
    desk.line.go_on(16.0)
    assert desk.replies == [("a", STUCK)]
    desk.tickets[0].answer(Done())
    desk.line.go_on(17.0)
    assert desk.replies == [("a", STUCK)]
    desk.add("b", 18.0)
    assert len(desk.tickets) == 2


def test_at_the_end_what_is_done_is_said_and_the_rest_is_refused(desk: Desk) -> None:
    for name in "abc":
        desk.add(name, 0.0)
    assert desk.tickets[0].take()
    desk.tickets[0].answer(Done())
    desk.line.end(1.0)
    assert desk.replies == [("a", Done()), ("b", ENDING), ("c", ENDING)]
    assert len(desk.tickets) == 1


def test_at_the_end_a_request_nobody_has_taken_up_is_not_done_any_more(desk: Desk) -> None:
    desk.add("a", 0.0)
    desk.line.end(1.0)
    assert desk.replies == [("a", ENDING)]
    assert not desk.tickets[0].take()


def test_of_two_threads_one_has_the_ticket(desk: Desk) -> None:
    for number in range(300):
        desk.add(str(number), 0.0)
        ticket = desk.tickets[-1]
        gate = threading.Barrier(2)
        won: list[bool] = []

        def reach(gate: threading.Barrier = gate, ticket: Ticket = ticket, won: list[bool] = won) -> None:
            gate.wait()
            won.append(ticket.withdraw())

        others = [threading.Thread(target=reach) for _ in range(2)]
        for other in others:
            other.start()
        for other in others:
            other.join()
        assert sorted(won) == [False, True]
        desk = Desk()
