"""One client's side of the talk: what it has sent, what it has yet to read, and when patience with it ends.

Owns the limits on one client. Must not know sockets or threads; the time is an argument (seconds, monotonic).
"""

from __future__ import annotations

from collections import deque

from msgspec import Struct

from kiosk.control.protocol import (
    MOST_BYTES,
    AnyAnswer,
    Asked,
    Hello,
    Lines,
    ProtocolError,
    Wrong,
    line,
    read_asked,
)


class Limits(Struct, frozen=True):
    """How much is borne. Seconds, but where something else is said."""

    clients: int = 64
    pending: int = 8
    """Requests of one client that wait for the window."""
    line_seconds: float = 10.0
    """From the first byte of a line to its end."""
    stalled_seconds: float = 10.0
    """A client that reads nothing of what waits for it is hung up on."""
    silent_seconds: float = 300.0
    """A client that asks nothing, and watches nothing, is hung up on."""
    answer_seconds: float = 5.0
    """Until the window must have taken up a request."""
    work_seconds: float = 10.0
    """Until it must then have carried it out."""
    pause_seconds: float = 0.05
    """Between two requests that the window takes up: a finger must not wait behind a hundred of them."""
    beat_seconds: float = 30.0
    """Who watches hears something at least so often, and so learns that the kiosk is there."""
    burst: int = 40
    """Requests of one client that are heard at once ..."""
    per_second: float = 20.0
    """... and from then on."""
    callers_burst: int = 128
    """New clients that are let in at once ..."""
    callers_per_second: float = 50.0
    """... and from then on."""
    waiting_bytes: int = MOST_BYTES
    """Unread by a client: nothing more is heard of it until it has read, and who only watches is hung up on."""


class Budget:
    """So many at once, and from then on so many a second."""

    def __init__(self, burst: int, per_second: float, now: float) -> None:
        self._most = float(burst)
        self._per_second = per_second
        self._left = self._most
        self._at = now

    def take(self, now: float) -> bool:
        """Use one up; False when none is left."""
        self._left = min(self._most, self._left + max(0.0, now - self._at) * self._per_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    @property
    def ready_at(self) -> float:
        """When there will be one."""
        return self._at + max(0.0, 1 - self._left) / self._per_second


class Conversation:
    """What one client and the kiosk say to one another."""

    def __init__(self, limits: Limits, version_line: Hello, now: float) -> None:
        self._limits = limits
        self._lines = Lines()
        self._heard: deque[bytes] = deque()
        self._line_since: float | None = None
        self._talked_at = now
        self._sent_at = now
        self._budget = Budget(limits.burst, limits.per_second, now)
        self._deaf = False
        self.out = bytearray(line(version_line))
        """What is yet to be sent."""
        self.pending = 0
        self.watching: str | None = None
        """The name that the request to watch had; None when nothing is watched."""

    @property
    def listens(self) -> bool:
        """Whether more bytes of the client are wanted now."""
        return not self._deaf and not self._heard and len(self.out) <= self._limits.waiting_bytes

    @property
    def deaf(self) -> bool:
        """Whether nothing more will be heard of the client."""
        return self._deaf and not self._heard

    @property
    def over(self) -> bool:
        """Whether everything is said, so that it can be hung up."""
        return self._deaf and not self._heard and not self.out and not self.pending and self.watching is None

    def hear(self, data: bytes, now: float) -> None:
        """Take in bytes of the client; none when it has said its last."""
        if self._deaf:
            return
        if not data:
            self._deaf = True
            return
        whole = self._lines.feed(data)
        self._heard.extend(whole)
        if self._lines.overlong:
            self._object(f"a line may have {MOST_BYTES} bytes")
        elif not self._lines.begun:
            self._line_since = None
        elif self._line_since is None or whole:
            self._line_since = now

    def next(self, now: float) -> Asked | None:
        """The next request, when there is one and its turn has come."""
        if not self._heard or len(self.out) > self._limits.waiting_bytes:
            return None
        if not self._budget.take(now):
            return None
        self._talked_at = now
        data = self._heard.popleft()
        if self._line_since is not None and not self._heard:
            self._line_since = now  # only now is its end waited for
        try:
            return read_asked(data)
        except ProtocolError as error:
            self._object(str(error))
            return None

    def say(self, answer: AnyAnswer, body: bytes, now: float) -> None:
        """Have `answer` sent, with the bytes that follow it."""
        if not self.out:
            self._sent_at = now
        self._talked_at = now
        self.out += line(answer)
        self.out += body

    def sent(self, count: int, now: float) -> None:
        """So many bytes have gone to the client."""
        if count:
            del self.out[:count]
            self._sent_at = now

    def wakes_at(self, now: float) -> float:
        """When something of this client is due though it does nothing."""
        due = [self._ends_at()]
        if self._heard and len(self.out) <= self._limits.waiting_bytes:
            due.append(max(now, self._budget.ready_at))
        return min(due)

    def tired(self, now: float) -> bool:
        """Whether it is time to hang up without a further word. Who can still be told what is wrong is told first."""
        if self.watching is not None and len(self.out) > self._limits.waiting_bytes:
            return True
        if now < self._ends_at():
            return False
        if self.out or self._deaf or self._line_since is None:
            return True
        self._object(f"a line must end within {self._limits.line_seconds:g} s")
        self._sent_at = now
        return False

    def _ends_at(self) -> float:
        if self.out:
            return self._sent_at + self._limits.stalled_seconds
        if self._line_since is not None and not self._deaf and not self._heard:
            return self._line_since + self._limits.line_seconds
        if self.pending or self.watching is not None:
            return float("inf")
        return self._talked_at + self._limits.silent_seconds

    def _object(self, what: str) -> None:
        """Say what is wrong, once, and hear no more."""
        self._deaf = True
        self._heard.clear()
        self.watching = None
        self.out += line(Wrong(what=what))
