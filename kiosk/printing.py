"""What a command prints, and what happens where nobody can read it: a full disk, a reader that has gone.

Owns standard output while a command runs. Must not know what is printed. Whoever has read enough, as `head` has, is no
fault.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, TextIO, cast

from kiosk import exits

_STDOUT = 1


class MuteError(Exception):
    """What a command says cannot be written; the message says why. No OSError: a command takes those for its files'."""


class GoneError(BrokenPipeError):
    """Whoever read what a command says has gone."""


class _Out:
    """A stream whose faults are told apart from those of all other files."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    @property
    def buffer(self) -> _Out:
        """The same for bytes."""
        return _Out(self._stream.buffer)

    def write(self, what: str | bytes) -> int:
        with _told_apart():
            return int(self._stream.write(what))

    def flush(self) -> None:
        with _told_apart():
            self._stream.flush()


def heard(command: Callable[[], int]) -> int:
    """Run the command and return its exit code, or that of one whose words could not be written."""
    code = exits.ENDED
    out = _Out(sys.stdout or os.fdopen(_nowhere(), "w"))  # `>&-`: nobody wants to read
    try:
        with contextlib.redirect_stdout(cast("TextIO", out)):
            try:
                code = command()
            finally:
                out.flush()  # else Python does it as its last act, and can only show where it stood
    except GoneError:
        _forget()
    except MuteError as error:
        print(f"kiosk: what is to be printed cannot be written: {error}.", file=sys.stderr)
        _forget()
        return exits.CONTENT_UNUSABLE
    return code


@contextlib.contextmanager
def _told_apart() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise GoneError(*error.args) from error
    except OSError as error:
        raise MuteError(error.strerror or str(error)) from error


def _forget() -> None:
    """What is left in the buffer must not complain when Python ends."""
    os.dup2(_nowhere(), _STDOUT)


def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
