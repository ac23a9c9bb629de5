"""Both ends of the socket for tests: a kiosk without a window, and callers that say whatever they like."""

from __future__ import annotations

import contextlib
import json
import queue
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from msgspec import structs

from kiosk.control.conversation import Limits
from kiosk.control.place import NAME, Place
from kiosk.control.protocol import AnyAnswer, Done, State
from kiosk.control.server import Server
from kiosk.control.snapshot import Snapshot
from kiosk.control.tickets import Ticket

PATIENCE = 20.0
"""Seconds after which what should have come is missed."""
HASTY = Limits(line_seconds=0.2, stalled_seconds=0.2, answer_seconds=0.2, work_seconds=0.2, beat_seconds=0.2)
"""What is ten seconds for people is a fifth of one for tests."""
STATUS = b'{"ask":"status"}\n'
RESET = b'{"ask":"reset"}\n'
CALM = Snapshot(version="1.2.3", name="Example", mode="demonstration", state=State.ATTRACT, visits_today=4)


class Kiosk:
    """A server, and a thread that answers its tickets as a window's would."""

    def __init__(
        self,
        folder: Path,
        *,
        limits: Limits = Limits(),  # noqa: B008 - it is frozen
        do: Callable[[Ticket], AnyAnswer | tuple[AnyAnswer, bytes] | None] = lambda ticket: Done(),
        snapshot: Snapshot = CALM,
        group: str = "",
    ) -> None:
        """`do` answers a ticket; None leaves it unanswered. It runs in the window's thread."""
        self.path = folder / NAME
        self.done: list[object] = []
        """What was carried out, in this order."""
        self._do = do
        self._tickets: queue.Queue[Ticket | None] = queue.Queue()
        self.server = Server(Place(self.path, group, own_folder=True), self._tickets.put, snapshot, limits=limits)
        self._window = threading.Thread(target=self._live, daemon=True)

    def __enter__(self) -> Kiosk:
        self.server.start()
        self._window.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tickets.put(None)
        self._window.join(PATIENCE)
        self.server.close()
        assert not self.path.exists()

    def call(self) -> Caller:
        """Somebody who has been greeted."""
        caller = Caller(self.path)
        assert caller.hears()["say"] == "hello"
        return caller

    def publish(self, **what: object) -> None:
        """Now this is how it is, calm as it may be otherwise."""
        self.server.publish(structs.replace(CALM, **what))

    def is_well(self) -> bool:
        """Whether it still answers, and at once."""
        with self.call() as caller:
            caller.says(b'{"ask":"status"}\n')
            return bool(caller.hears()["well"])

    def _live(self) -> None:
        while (ticket := self._tickets.get()) is not None:
            if ticket.take():
                self.done.append(ticket.request)
                said = self._do(ticket)
                if isinstance(said, tuple):
                    ticket.answer(*said)
                elif said is not None:
                    ticket.answer(said)


class Caller:
    """A connection that says any bytes, and hears line by line."""

    def __init__(self, path: Path) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(PATIENCE)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self.socket.connect(str(path))
                break
            except BlockingIOError:  # more wait than the system holds
                assert time.monotonic() < end
        self._file = self.socket.makefile("rb")

    def __enter__(self) -> Caller:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()
        self.socket.close()

    def says(self, data: bytes) -> None:
        self.socket.sendall(data)

    def says_no_more(self) -> None:
        self.socket.shutdown(socket.SHUT_WR)

    def hears(self) -> dict[str, Any]:
        """The next line; fails when the kiosk has hung up."""
        data = self._file.readline()
        assert data.endswith(b"\n"), "the kiosk has hung up"
        found = json.loads(data)
        assert isinstance(found, dict)
        return found

    def gets(self, count: int) -> bytes:
        """The next bytes."""
        return self._file.read(count)

    def hears_all(self) -> list[dict[str, Any]]:
        """All lines until the kiosk hangs up."""
        lines: list[dict[str, Any]] = []
        while True:
            try:
                data = self._file.readline()
            except ConnectionResetError:
                return lines
            if not data:
                return lines
            lines.append(json.loads(data))

    def hears_some(self) -> int:
        """How many lines have come by now."""
        self.socket.setblocking(False)
        data = b""
        with contextlib.suppress(BlockingIOError):
            while more := self.socket.recv(1 << 20):
                data += more
        return data.count(b"\n")
