"""Who waits until nobody reads, and how long.

Owns those who wait. Must not know sockets or threads. Times are seconds of a monotonic clock.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from kiosk.control.protocol import AnyAnswer, Done
from kiosk.control.refusals import READING


class _Wait(Struct, frozen=True):
    who: object
    reply: Callable[[AnyAnswer], None]
    until: float


class Waiting:
    """Each is answered once: done when the kiosk is idle, or refused when the time is over."""

    def __init__(self) -> None:
        self._waits: tuple[_Wait, ...] = ()

    def add(self, who: object, reply: Callable[[AnyAnswer], None], until: float) -> None:
        """`who` is forgotten by. Nobody is answered before the next `go_on`."""
        self._waits += (_Wait(who, reply, until),)

    def forget(self, who: object) -> int:
        """They wait no longer, and hear nothing more; how often they waited."""
        before = len(self._waits)
        self._waits = tuple(wait for wait in self._waits if wait.who is not who)
        return before - len(self._waits)

    @property
    def due_at(self) -> float:
        """When somebody has waited long enough."""
        return min((wait.until for wait in self._waits), default=float("inf"))

    def go_on(self, now: float, *, busy: bool) -> None:
        """Answer those whose wait is over."""
        over = tuple(wait for wait in self._waits if not busy or now >= wait.until)
        if over:
            self._waits = tuple(wait for wait in self._waits if wait not in over)
        for wait in over:
            wait.reply(READING if busy else Done())
