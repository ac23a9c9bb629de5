"""The Speech Synthesis Interface Protocol, as speech-dispatcher speaks it over its socket.

Owns lines in and lines out, and their limits. Must not know sockets, Qt, or which voice is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from msgspec import Struct

from kiosk.speech.voices import Offered

_LONGEST = 16384
"""Bytes of a line. speech-dispatcher writes short ones; whatever writes more is none."""
_VOICES = 249
_EVENTS = range(700, 800)


class Reply(Struct, frozen=True):
    """The answer to one command."""

    code: int
    lines: tuple[str, ...] = ()
    """What it carries besides its last line."""

    @property
    def good(self) -> bool:
        return 200 <= self.code < 300


class What(Enum):
    BEGAN = 701
    ENDED = 702
    CANCELED = 703


class Event(Struct, frozen=True):
    """Something has happened to a message."""

    what: What
    message: str


class ProtocolError(Exception):
    """The other side does not speak this protocol; the message is for staff."""


class Reader:
    """Turns what comes over the socket into replies and events.

    `keep` says which voices of a list are kept: there are 13,000 of them, and a kiosk needs a handful.
    """

    def __init__(self, keep: Callable[[Offered], bool]) -> None:
        self._keep = keep
        self._rest = b""
        self._lines: list[str] = []

    def feed(self, data: bytes) -> Iterator[Reply | Event]:
        """What is complete with `data`; the rest waits for more. Raises ProtocolError."""
        *whole, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > _LONGEST:
            raise ProtocolError("the speech service sends lines without end")
        for raw in whole:
            line = raw.rstrip(b"\r").decode("utf-8", "replace")
            code, dash, text = line[:3], line[3:4], line[4:]
            if not code.isascii() or not code.isdigit() or dash not in ("-", " "):
                raise ProtocolError("what answers on the speech service's socket is something else")
            if dash == " ":
                lines, self._lines = tuple(self._lines), []
                done = _done(int(code), lines)
                if done is not None:
                    yield done
            elif int(code) != _VOICES or self._keep(voice(text)):
                self._lines.append(text)


def _done(code: int, lines: tuple[str, ...]) -> Reply | Event | None:
    if code not in _EVENTS:
        return Reply(code, lines)
    known = code in {what.value for what in What} and lines
    return Event(What(code), lines[0]) if known else None


def voice(line: str, module: str = "") -> Offered:
    """One line of a list of voices."""
    name, _, rest = line.partition("\t")
    return Offered(name, rest.partition("\t")[0], module=module)


def word(value: str) -> str:
    """A value in a command: of one line, whatever it was."""
    return " ".join(value.split())


def message(text: str) -> tuple[str, ...]:
    """The lines that make the engine say `text`."""
    one = word(text)
    return ("SPEAK", f".{one}" if one.startswith(".") else one, ".")


def sent(*lines: str) -> bytes:
    """Lines as they go over the socket."""
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")
