"""The words that `kiosk ctl` and the kiosk exchange: one JSON object a line, in UTF-8 (docs/control.md).

Owns the messages, their version and their limits. Must not know sockets, threads or who asks.

What a kiosk is told must be known to it in full: a field that it does not know might say "but gently". What a kiosk
says may have more fields from one version to the next, and whoever reads it passes over them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

PROTOCOL = 1
"""Raised when a message changes its meaning or goes; not for one more field of an answer, nor for one more request."""
MOST_BYTES = 64 * 1024
"""Of one line, its end included."""
MOST_PICTURE_BYTES = 32 * 1024 * 1024
MOST_NEEDS = 12
MOST_PROBLEMS = 12
MOST_WAIT_SECONDS = 86_400
_MOST_WORDS = 240
"""Letters of one sentence; a longer one is cut."""
MOST_PROBLEM_WORDS = 1000
"""Letters of a problem of the settings: it may name a long path."""

Ident = Annotated[str, Meta(max_length=64)]
"""What the asker calls a request; its answer says it again."""


class State(StrEnum):
    """What the kiosk does. Never who is there, nor what is read."""

    ATTRACT = "attract"
    """The first screen; nobody is there."""
    VISITING = "visiting"
    PAUSED = "paused"
    CLEANING = "cleaning"
    BROKEN = "broken"
    """Set out of order by staff."""
    DIM = "dim"
    OFF = "off"
    CLOSED = "closed"
    """There is nothing to show: "please ask at the desk"."""


class Need(Struct, frozen=True):
    """Something that staff should see to."""

    id: str
    """Stays the same over time and versions, such as `voice.es`."""
    text: str
    mend: str


# --- what can be asked for ---


class Request(Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask"):
    id: Ident = ""


class AskStatus(Request, frozen=True, tag="status"):
    pass


class AskReset(Request, frozen=True, tag="reset"):
    """Wipe the visit: the first screen at once."""

    force: bool = False
    """Although somebody has just touched the glass."""


class AskPause(Request, frozen=True, tag="pause"):
    pass


class AskResume(Request, frozen=True, tag="resume"):
    pass


class AskClean(Request, frozen=True, tag="clean"):
    """Begin a wipe-down."""


class AskRestart(Request, frozen=True, tag="restart"):
    when_idle: bool = False
    """As soon as nobody reads, not at once."""


class AskReload(Request, frozen=True, tag="reload"):
    """Read the settings again; good ones hold as soon as nobody reads."""


class AskScreenshot(Request, frozen=True, tag="screenshot"):
    pass


class AskWatch(Request, frozen=True, tag="watch"):
    """A status now and at each change, until the line is hung up."""


class AskWaitIdle(Request, frozen=True, tag="wait-idle"):
    """An answer as soon as nobody reads. Who hangs up does not wait any more."""

    at_most: Annotated[float, Meta(ge=0, le=MOST_WAIT_SECONDS)] = 600.0
    """Seconds; then it is refused."""


Command = AskReset | AskPause | AskResume | AskClean | AskRestart | AskReload | AskScreenshot
Asked = AskStatus | AskWatch | AskWaitIdle | Command
"""What the window has to carry out."""


# --- what the kiosk says ---


class Hello(Struct, frozen=True, tag_field="say", tag="hello"):
    """The first line, before anything is asked."""

    protocol: int
    version: str


class Answer(Struct, frozen=True, tag_field="say"):
    id: str = ""
    """As the request had it."""


class Done(Answer, frozen=True, tag="done"):
    pass


class Refused(Answer, frozen=True, kw_only=True, tag="refused"):
    reason: str
    mend: str


class Wrong(Answer, frozen=True, kw_only=True, tag="wrong"):
    """What was sent cannot be understood; the kiosk hangs up."""

    what: str


class Picture(Answer, frozen=True, kw_only=True, tag="picture"):
    """A screenshot: `bytes` bytes of PNG follow right after the end of this line."""

    bytes: Annotated[int, Meta(ge=0, le=MOST_PICTURE_BYTES)]


class Outcome(StrEnum):
    """What became of settings that were read again."""

    UNCHANGED = "unchanged"
    """They are as they were; nothing happens."""
    ACCEPTED = "accepted"
    """They hold as soon as nobody reads."""
    FAULTY = "faulty"
    """The old ones stay."""


class Reloaded(Answer, frozen=True, kw_only=True, tag="reloaded"):
    """The settings have been read again."""

    outcome: str
    """One of `Outcome`."""
    problems: tuple[str, ...]
    """What is wrong with them, each with its place and its mend; warnings, too, where they are accepted."""


class Status(Answer, frozen=True, kw_only=True, tag="status"):
    """How the kiosk is. Nothing in it says what a visitor reads, or in which language."""

    protocol: int
    version: str
    name: str
    """The site's, from its settings."""
    mode: str
    """demonstration | production"""
    state: str
    """One of `State`; a later kiosk may have more."""
    untouched_seconds: int | None
    """Nobody has touched it for at least so long, in coarse steps (`COARSE`); None if nobody has since it started."""
    uptime_seconds: int
    visits_today: int | None
    """None where they are not counted."""
    well: bool
    needs: tuple[Need, ...]
    settings: str
    """Differs where the settings differ."""
    content: str
    """Differs where the content differs; empty until it is known."""


AnyAnswer = Done | Refused | Wrong | Picture | Reloaded | Status
Said = Hello | AnyAnswer

COARSE = (0, 30, 60, 300, 900, 3600)
"""Seconds."""


def coarse(seconds: float) -> int:
    """The largest step that `seconds` has reached."""
    return max((step for step in COARSE if step <= seconds), default=0)


class ProtocolError(Exception):
    """What came is no message of this protocol; the text says what is wrong with it."""


_encoder = msgspec.json.Encoder()
_asked: msgspec.json.Decoder[Asked] = msgspec.json.Decoder(Asked)
_said: msgspec.json.Decoder[Said] = msgspec.json.Decoder(Said)


def line(message: Asked | Said) -> bytes:
    """The message as it is sent. Raises ProtocolError for one that is too long."""
    data = _encoder.encode(message) + b"\n"
    if len(data) > MOST_BYTES:
        raise ProtocolError(f"the message has {len(data)} bytes, and may have {MOST_BYTES}")
    return data


def read_asked(data: bytes) -> Asked:
    """The request in one line. Raises ProtocolError."""
    return _read(_asked, data)


def read_said(data: bytes) -> Said:
    """What a kiosk has said in one line. Raises ProtocolError."""
    return _read(_said, data)


_T = TypeVar("_T")


def _read(decoder: msgspec.json.Decoder[_T], data: bytes) -> _T:
    if len(data) > MOST_BYTES:
        raise ProtocolError(f"a line may have {MOST_BYTES} bytes")
    try:
        return decoder.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ProtocolError(short(str(error))) from None


def short(words: str, most: int = _MOST_WORDS) -> str:
    """No longer than one sentence should be."""
    return words if len(words) <= most else words[: most - 1] + "…"


class Lines:
    """Bytes as they come, cut into lines."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def begun(self) -> bool:
        """Whether half a line is there."""
        return bool(self._buffer)

    @property
    def overlong(self) -> bool:
        """Whether that half is longer than a line may be: nothing more can be read."""
        return len(self._buffer) >= MOST_BYTES

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that are whole now, without their ends."""
        whole, found, rest = (bytes(self._buffer) + data).rpartition(b"\n")
        self._buffer = bytearray(rest)
        return whole.split(b"\n") if found else []
