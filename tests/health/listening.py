"""Somebody who listens to sd_notify, as systemd does."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from types import TracebackType


class Listener:
    """A notify socket; what came in is kept with the time it came."""

    def __init__(self, path: Path | str) -> None:
        self.address = str(path)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind("\0" + self.address[1:] if self.address.startswith("@") else self.address)
        self.heard: list[tuple[float, str]] = []

    def __enter__(self) -> Listener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def lines(self) -> list[str]:
        """Every line that has come in by now."""
        self._take(0)
        return [line for _, line in self.heard]

    def beats(self) -> list[float]:
        """When each beat came."""
        self._take(0)
        return [when for when, line in self.heard if line == "WATCHDOG=1"]

    def wait(self, line: str, seconds: float = 20) -> bool:
        """Whether `line` has come or comes within `seconds`."""
        return self.wait_more(line, 1, seconds)

    def wait_more(self, line: str, times: int, seconds: float = 20) -> bool:
        """Whether `line` has come that many times at last."""
        end = time.monotonic() + seconds
        while self.lines().count(line) < times:
            left = end - time.monotonic()
            if left <= 0:
                return False
            self._take(left)
        return True

    def hear(self, seconds: float) -> None:
        """Listen for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._take(left)

    def _take(self, seconds: float) -> None:
        """Wait for one message at most so long, and take whatever else there is."""
        self._socket.settimeout(seconds or 1e-6)
        try:
            while True:
                data = self._socket.recv(4096)
                self.heard.extend((time.monotonic(), line) for line in data.decode().split("\n"))
                self._socket.settimeout(1e-6)
        except (TimeoutError, BlockingIOError):
            return
