"""Answers `kiosk ctl` from a thread of its own, whatever the window is doing.

Owns thread, connections and the way of a request to the window and back. Must not know what a command does, nor Qt. It
never waits for the window's thread: a status comes out of the last snapshot, a command is a ticket (`tickets`).

The window's thread calls `start`, `publish`, `alive` and `close`; all else is the server's own. What goes from thread
to thread are single references, which need no lock.
"""

from __future__ import annotations

import contextlib
import logging
import selectors
import socket
import threading
import time
from collections.abc import Callable
from functools import partial

from msgspec import structs

from kiosk.control.conversation import Conversation, Limits
from kiosk.control.entrance import Entrance
from kiosk.control.place import Place
from kiosk.control.protocol import (
    MOST_PICTURE_BYTES,
    PROTOCOL,
    AnyAnswer,
    Asked,
    AskScreenshot,
    AskStatus,
    AskWaitIdle,
    AskWatch,
    Hello,
    Status,
)
from kiosk.control.refusals import MANY, PICTURES
from kiosk.control.snapshot import Snapshot, busy, status, worth_telling
from kiosk.control.tickets import Ticket, Tickets
from kiosk.control.waiting import Waiting

_LOG = logging.getLogger(__name__)
_CHUNK = 16 * 1024
_TURNS = 8
"""Requests of one client that are heard before others have their turn."""
_REST_SECONDS = 1.0
_FAREWELL_SECONDS = 0.5
"""For what is still to be sent when the kiosk ends."""
_MOST_PICTURES = 2 * MOST_PICTURE_BYTES
"""Bytes of pictures that wait to be read."""


class _Client:
    """One connection."""

    def __init__(self, line: socket.socket, talk: Conversation) -> None:
        self.line = line
        self.talk = talk
        self.told: Status | None = None
        """What was last said to who watches."""
        self.told_at = 0.0
        self.listed = 0
        """What the selector looks for."""


class Server:
    """The kiosk's end of the socket."""

    def __init__(
        self,
        place: Place,
        ask: Callable[[Ticket], None],
        snapshot: Snapshot,
        *,
        limits: Limits = Limits(),  # noqa: B008 - it is frozen
        clock: Callable[[], float] = time.monotonic,
        learn: Callable[[], str] = str,
    ) -> None:
        """`ask` hands a ticket to the window's thread and returns at once; `learn` gives the content's fingerprint.

        `clock` is the one that the snapshot's times are of; callers are borne with by the system's own.
        """
        self._place = place
        self._tickets = Tickets(limits, ask, self._wake)
        self._waiting = Waiting()
        self._snapshot = snapshot
        self._limits = limits
        self._clock = clock
        self._learn = learn
        self._content = ""
        self._alive_at = clock()
        self._closing = False
        self._clients: dict[int, _Client] = {}
        self._bell, self._ring = socket.socketpair()
        self._bell.setblocking(False)
        self._ring.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._bell, selectors.EVENT_READ)
        self._entrance = Entrance(place, limits, self._selector, time.monotonic())
        self._thread = threading.Thread(target=self._run, name="control", daemon=True)

    # --- for the window's thread ---

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def publish(self, snapshot: Snapshot) -> None:
        """This is how the kiosk is now."""
        self._alive_at = self._clock()
        self._snapshot = snapshot
        self._wake()

    def alive(self) -> None:
        """A sign that the window's thread goes on, though nothing has changed."""
        self._alive_at = self._clock()

    def close(self) -> None:
        """Say what is still to be said, hang up, and take the socket away; returns when the thread has ended."""
        self._closing = True
        self._wake()
        if self._thread.ident is not None:
            self._thread.join()
        self._selector.close()
        self._place.close()
        self._bell.close()
        self._ring.close()

    def _wake(self) -> None:
        with contextlib.suppress(OSError):  # full: then it is awake
            self._ring.send(b"\0")

    # --- the server's own thread ---

    def _run(self) -> None:
        self._content = self._learn()
        while not self._closing:
            try:
                self._turn(self._patience())
            except Exception:
                _LOG.exception("the control socket hangs up on everybody")
                for client in list(self._clients.values()):
                    self._hang_up(client)
                time.sleep(_REST_SECONDS)  # what goes wrong each time must not fill the log
        until = time.monotonic() + _FAREWELL_SECONDS
        self._entrance.close()
        self._tickets.end(time.monotonic())
        self._wait_on(time.monotonic())  # a kiosk that begins anew does so because nobody reads
        while any(client.talk.out for client in self._clients.values()) and time.monotonic() < until:
            self._turn(until - time.monotonic())
        for client in list(self._clients.values()):
            self._hang_up(client)

    def _turn(self, patience: float | None) -> None:
        for key, events in self._selector.select(patience):
            if key.fileobj is self._bell:
                with contextlib.suppress(OSError):
                    self._bell.recv(4096)
            elif key.fileobj is self._place.socket:
                self._accept()
            elif (client := self._clients.get(key.fd)) is not None:
                self._guarded(client, self._serve, events)
        self._tell()
        now = time.monotonic()
        self._tickets.go_on(now)
        self._wait_on(now)
        self._entrance.open(now)
        for client in list(self._clients.values()):
            self._guarded(client, self._look_after)

    def _guarded(self, client: _Client, call: Callable[..., None], *arguments: object) -> None:
        """Whatever one client brings about, the others and the kiosk go on."""
        try:
            call(client, *arguments)
        except OSError:
            self._hang_up(client)
        except Exception:
            _LOG.exception("a client of the control socket is hung up on")
            self._hang_up(client)

    def _patience(self) -> float | None:
        """Seconds until something is due; None when nothing is."""
        now = time.monotonic()
        due = [self._tickets.due_at, self._entrance.due_at, self._waiting.due_at]
        due += [client.talk.wakes_at(now) for client in self._clients.values()]
        beat = self._limits.beat_seconds
        due += [client.told_at + beat for client in self._clients.values() if client.talk.watching is not None]
        earliest = min(due)
        return None if earliest == float("inf") else max(0.0, earliest - now)

    # --- clients ---

    def _accept(self) -> None:
        now = time.monotonic()
        hello = Hello(PROTOCOL, self._snapshot.version)
        for caller in self._entrance.callers(len(self._clients), hello, now):
            self._clients[caller.fileno()] = client = _Client(caller, Conversation(self._limits, hello, now))
            self._guarded(client, self._serve, selectors.EVENT_READ)  # a question may have come with its caller
            self._guarded(client, self._look_after)

    def _serve(self, client: _Client, events: int) -> None:
        if events & selectors.EVENT_READ and client.talk.listens:
            with contextlib.suppress(BlockingIOError):
                client.talk.hear(client.line.recv(_CHUNK, socket.MSG_DONTWAIT), time.monotonic())

    def _look_after(self, client: _Client) -> None:
        """Hear what the client asks, send what it is told, and hang up when it is time."""
        now = time.monotonic()
        for _ in range(_TURNS):
            asked = None if self._closing else client.talk.next(now)
            if asked is None:
                break
            self._answer(client, asked, now)
        if client.talk.deaf:  # whoever waits keeps the line open
            client.talk.pending -= self._waiting.forget(client)
        if client.talk.out:
            with contextlib.suppress(BlockingIOError):
                client.talk.sent(client.line.send(client.talk.out, socket.MSG_DONTWAIT), now)
        if client.talk.tired(now) or client.talk.over:
            self._hang_up(client)
            return
        wanted = (selectors.EVENT_READ if client.talk.listens else 0) | (
            selectors.EVENT_WRITE if client.talk.out else 0
        )
        if wanted == client.listed:
            return
        if not wanted:
            self._selector.unregister(client.line)
        elif client.listed:
            self._selector.modify(client.line, wanted)
        else:
            self._selector.register(client.line, wanted)
        client.listed = wanted

    def _answer(self, client: _Client, asked: Asked, now: float) -> None:
        if isinstance(asked, AskStatus):
            client.talk.say(self._status(asked.id), b"", now)
        elif isinstance(asked, AskWatch):
            client.talk.watching = asked.id
            self._tell_one(client, self._status(asked.id), now)
        elif client.talk.pending >= self._limits.pending:
            client.talk.say(structs.replace(MANY, id=asked.id), b"", now)
        elif isinstance(asked, AskScreenshot) and self._pictures() > _MOST_PICTURES:
            client.talk.say(structs.replace(PICTURES, id=asked.id), b"", now)
        elif isinstance(asked, AskWaitIdle):
            client.talk.pending += 1
            self._waiting.add(client, partial(self._reply, client, asked.id, body=b""), now + asked.at_most)
            self._wait_on(now)
        else:
            client.talk.pending += 1
            self._tickets.add(asked, partial(self._reply, client, asked.id), now)
            self._tickets.go_on(now)

    def _reply(self, client: _Client, ident: str, answer: AnyAnswer, body: bytes) -> None:
        """What became of a request that was not answered at once."""
        client.talk.pending -= 1
        if self._clients.get(client.line.fileno()) is client:
            client.talk.say(structs.replace(answer, id=ident), body, time.monotonic())

    def _wait_on(self, now: float) -> None:
        self._waiting.go_on(now, busy=busy(self._snapshot))

    def _pictures(self) -> int:
        return sum(len(client.talk.out) for client in self._clients.values())

    def _hang_up(self, client: _Client) -> None:
        number = client.line.fileno()
        if self._clients.get(number) is not client:
            return
        del self._clients[number]
        self._waiting.forget(client)
        if client.listed:
            self._selector.unregister(client.line)
        client.line.close()

    def _status(self, ident: str) -> Status:
        return status(self._clock(), self._snapshot, self._alive_at, content=self._content, ident=ident)

    def _tell(self) -> None:
        """Who watches hears what has changed, or that nothing has for a while."""
        now = time.monotonic()
        for client in list(self._clients.values()):
            if client.talk.watching is None:
                continue
            found = self._status(client.talk.watching)
            late = now - client.told_at >= self._limits.beat_seconds
            if late or client.told is None or worth_telling(found, client.told):
                self._tell_one(client, found, now)

    def _tell_one(self, client: _Client, found: Status, now: float) -> None:
        client.talk.say(found, b"", now)
        client.told, client.told_at = found, now
