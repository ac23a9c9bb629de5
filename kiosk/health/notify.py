"""Tells whoever started the kiosk how it is, in the words of systemd's sd_notify: ready, alive, ending, one sentence.

Owns the socket and its environment variables. Must not know why the kiosk is alive or who listens; imports nothing but
the standard library, because the program that stands in for a broken kiosk uses it, too.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping, MutableMapping

_NAMES = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
_MICROSECONDS = 1_000_000


class Notifier:
    """One line to the supervisor. It never blocks and never raises: a kiosk goes on when nobody listens."""

    def __init__(self, address: str, watchdog: float | None, taken: Mapping[str, str] | None = None) -> None:
        """`address`: as in $NOTIFY_SOCKET. `watchdog`: seconds within which a beat is expected, None for never.

        `taken`: the variables of the environment that said so.
        """
        self.watchdog = watchdog
        self.taken = dict(taken or {})
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK)

    def ready(self, status: str = "") -> bool:
        """Patients can use what stands on the glass."""
        return self._tell("READY=1", status)

    def beat(self) -> bool:
        """Alive, just now."""
        return self._tell("WATCHDOG=1")

    def status(self, sentence: str) -> bool:
        """One calm sentence for staff; nothing about a visitor, ever."""
        return self._tell(status=sentence)

    def stopping(self, status: str = "") -> bool:
        """It ends now, on purpose."""
        return self._tell("STOPPING=1", status)

    def close(self) -> None:
        """Nothing is told any more; a second time nothing happens."""
        self._socket.close()

    def _tell(self, line: str = "", status: str = "") -> bool:
        """Send both; whether they were taken."""
        lines = [line] if line else []
        if status:
            lines.append("STATUS=" + " ".join(status.split()))
        try:
            self._socket.sendto("\n".join(lines).encode(), self._address)
        except OSError:
            return False
        return True


def listener(environment: MutableMapping[str, str]) -> Notifier | None:
    """Who wants to be told, by the environment; None where nobody does.

    Takes the variables out of it: what the kiosk starts itself must not speak in its name.
    """
    taken = {name: environment.pop(name) for name in _NAMES if name in environment}
    address, period, process = (taken.get(name, "") for name in _NAMES)
    if not address.startswith(("/", "@")):
        return None
    return Notifier(address, _seconds(period) if _ours(process) else None, taken)


def _seconds(period: str) -> float | None:
    return int(period) / _MICROSECONDS if period.isascii() and period.isdecimal() and int(period) > 0 else None


def _ours(process: str) -> bool:
    """Whether the beat is asked of us. A compositor that starts the kiosk is what systemd calls the main process: then
    the number is our parent's, and nobody but us can beat."""
    return process in ("", str(os.getpid()), str(os.getppid()))
