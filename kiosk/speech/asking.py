"""Asks a speech service once which voices it has, and waits for the answer: for who examines the machine.

Owns one short conversation. Must not be used where somebody waits at the glass: it blocks, up to its limit.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.speech import ssip
from kiosk.speech.ssip import ProtocolError, Reader, Reply
from kiosk.speech.voices import Offered

_CHUNK = 1 << 16
_APOLOGY = "dummy"


class SilentError(Exception):
    """Nobody could be asked; the message is a clause for staff."""


def offered(address: Path, seconds: float = 3.0) -> tuple[Offered, ...]:
    """All voices of the service at that socket, but for espeak-ng's disguises of them. Raises SilentError."""
    end = time.monotonic() + seconds
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        try:
            line.settimeout(seconds)
            line.connect(str(address))
            talk = _Talk(line, end)
            talk.ask("SET SELF CLIENT_NAME kiosk:imaging-kiosk:doctor")
            modules = [name for name in talk.ask("LIST OUTPUT_MODULES").lines if name != _APOLOGY]
            return tuple(_voices(talk, modules))
        except (FileNotFoundError, ConnectionRefusedError):
            raise SilentError("the speech service does not run just now") from None
        except PermissionError:
            raise SilentError("the speech service may be asked by the kiosk's own user alone") from None
        except (OSError, ProtocolError):
            raise SilentError("the speech service does not answer") from None


def _voices(talk: _Talk, modules: list[str]) -> Iterator[Offered]:
    for module in modules:
        if talk.ask(f"SET SELF OUTPUT_MODULE {ssip.word(module)}").good:
            for line in talk.ask("LIST SYNTHESIS_VOICES").lines:
                yield ssip.voice(line, module)


class _Talk:
    """One question after the other."""

    def __init__(self, line: socket.socket, end: float) -> None:
        self._line = line
        self._end = end
        self._reader = Reader(lambda voice: "+" not in voice.name)
        self._heard: list[Reply] = []

    def ask(self, command: str) -> Reply:
        """The answer. Raises OSError or ProtocolError where none comes in time."""
        self._line.sendall(ssip.sent(command))
        while not self._heard:
            left = self._end - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self._line.settimeout(left)
            data = self._line.recv(_CHUNK)
            if not data:
                raise ProtocolError("the speech service has hung up")
            self._heard += [one for one in self._reader.feed(data) if isinstance(one, Reply)]
        return self._heard.pop(0)
