"""What the window has been asked to do: one request at a time, taken up, carried out and answered, or refused in time.

Owns tickets, their order and their time limits. Must not know sockets or Qt, nor what a request means. Times are
seconds of the kiosk's monotonic clock.

Two threads meet here: `Ticket.take` and `Ticket.answer` are the window's, all else is the socket's. What goes from one
to the other are the ends of deques and of a list, which need no lock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from kiosk.control.conversation import Limits
from kiosk.control.protocol import AnyAnswer, Command, Refused
from kiosk.control.refusals import BUSY, ENDING, STUCK

Reply = Callable[[AnyAnswer, bytes], None]


class Ticket:
    """A request on its way to the window's thread and back."""

    def __init__(self, tickets: Tickets, request: Command, reply: Reply, until: float) -> None:
        self.request = request
        self.reply = reply
        self.until = until
        self.taken = False
        self._tickets = tickets
        self._free = [True]

    def take(self) -> bool:
        """The window's thread takes it up; False when it is too late, and the request already refused."""
        if self.withdraw():
            self.taken = True
            return True
        self._tickets.back(self, None, b"")
        return False

    def withdraw(self) -> bool:
        """Whoever comes first, of the two threads, has it."""
        try:
            self._free.pop()
        except IndexError:
            return False
        return True

    def answer(self, answer: AnyAnswer, body: bytes = b"") -> None:
        """The window's thread has done with it. Must follow on a `take` that was True."""
        self._tickets.back(self, answer, body)


class Tickets:
    """All requests that wait for the window.

    What the window has not even looked at stays with it though it is refused: a window that hangs finds one request
    when it wakes, not a thousand.
    """

    def __init__(self, limits: Limits, ask: Callable[[Ticket], None], wake: Callable[[], None]) -> None:
        """`ask` hands a ticket to the window's thread; `wake` has the socket's thread look at what came back."""
        self._limits = limits
        self._ask = ask
        self._wake = wake
        self._waiting: deque[Ticket] = deque()
        self._offered: Ticket | None = None
        self._given_up = False
        self._next_at = 0.0
        self._back: deque[tuple[Ticket, AnyAnswer | None, bytes]] = deque()

    def add(self, request: Command, reply: Reply, now: float) -> None:
        """Have `request` carried out in its turn; `reply` is called once, with what became of it."""
        self._waiting.append(Ticket(self, request, reply, now + self._limits.answer_seconds))

    def back(self, ticket: Ticket, answer: AnyAnswer | None, body: bytes) -> None:
        """For tickets: the window's thread has done with it; None when it came too late."""
        self._back.append((ticket, answer, body))
        self._wake()

    @property
    def due_at(self) -> float:
        """When something must happen though the window says nothing."""
        due = [float("inf")]
        if self._offered is not None and not self._given_up:
            due.append(self._deadline(self._offered))
        if self._waiting:
            due.append(self._waiting[0].until)
            if self._offered is None:
                due.append(self._next_at)
        return min(due)

    def go_on(self, now: float) -> None:
        """Pass on what came back, refuse what has waited too long, offer the next."""
        while self._back:
            ticket, answer, body = self._back.popleft()
            if ticket is self._offered:
                if answer is not None and not self._given_up:
                    ticket.reply(answer, body)
                self._offered = None
                self._next_at = now + self._limits.pause_seconds
        held = self._offered
        if held is not None and not self._given_up and now >= self._deadline(held):
            if held.withdraw():
                self._give_up(held, BUSY)
            elif held.taken and now >= self._deadline(held):
                self._give_up(held, STUCK)
        while self._waiting and now >= self._waiting[0].until:
            self._waiting.popleft().reply(BUSY, b"")
        if self._offered is None and self._waiting and now >= self._next_at:
            self._offered = self._waiting.popleft()
            self._given_up = False
            self._ask(self._offered)

    def end(self, now: float) -> None:
        """The kiosk ends: nothing more is carried out."""
        self._next_at = float("inf")
        self.go_on(now)
        if self._offered is not None and not self._given_up and self._offered.withdraw():
            self._give_up(self._offered, ENDING)
        while self._waiting:
            self._waiting.popleft().reply(ENDING, b"")

    def _give_up(self, ticket: Ticket, answer: Refused) -> None:
        self._given_up = True
        ticket.reply(answer, b"")

    def _deadline(self, ticket: Ticket) -> float:
        return ticket.until + (self._limits.work_seconds if ticket.taken else 0.0)
