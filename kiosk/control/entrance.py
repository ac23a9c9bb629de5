"""Lets callers in, so many at once and no faster than the kiosk can bear.

Owns when the socket that listens is heard. Must not know what is said.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
from collections.abc import Iterator

from kiosk.control.conversation import Budget, Limits
from kiosk.control.place import Place, peer
from kiosk.control.protocol import Hello, Refused, line
from kiosk.control.refusals import CROWDED, STRANGER

_AT_ONCE = 8
"""New callers, before those who are in have their turn."""
_BREATH_SECONDS = 1.0
"""Without new callers, when there is no room for one more file."""


class Entrance:
    """The socket that listens. Times are seconds of the kiosk's monotonic clock."""

    def __init__(self, place: Place, limits: Limits, selector: selectors.BaseSelector, now: float) -> None:
        self._place = place
        self._limits = limits
        self._selector = selector
        self._budget = Budget(limits.callers_burst, limits.callers_per_second, now)
        self._opens_at: float | None = now
        """None while it is open."""
        self.open(now)

    @property
    def due_at(self) -> float:
        """When it must be opened again."""
        return float("inf") if self._opens_at is None else self._opens_at

    def open(self, now: float) -> None:
        """Hear callers, when it is time."""
        if self._opens_at is not None and now >= self._opens_at:
            self._selector.register(self._place.socket, selectors.EVENT_READ)
            self._opens_at = None

    def close(self, until: float = float("inf")) -> None:
        """Hear no callers for a while; they wait."""
        if self._opens_at is None:
            self._selector.unregister(self._place.socket)
        self._opens_at = until

    def callers(self, inside: int, hello: Hello, now: float) -> Iterator[socket.socket]:
        """Who may come in of those who wait; the others are told why not. `inside`: how many are in."""
        for _ in range(_AT_ONCE):
            if not self._budget.take(now):
                self.close(self._budget.ready_at)
                return
            try:
                caller, _ = self._place.socket.accept()
            except BlockingIOError:
                return
            except OSError:
                self.close(now + _BREATH_SECONDS)
                return
            if not self._place.admits(peer(caller)):
                _dismiss(caller, hello, STRANGER)
            elif inside >= self._limits.clients:
                _dismiss(caller, hello, CROWDED)
            else:
                inside += 1
                yield caller


def _dismiss(caller: socket.socket, hello: Hello, answer: Refused) -> None:
    with contextlib.suppress(OSError):
        caller.send(line(hello) + line(answer), socket.MSG_DONTWAIT)
    caller.close()
