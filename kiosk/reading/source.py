"""Takes text from a file that somebody else wrote, without trusting the file.

Owns: regular files only, a cap on size, strict UTF-8, no invisible characters. Must not know YAML.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kiosk.reading.problem import Problem

MOST_BYTES = 256 * 1024

# Letters and marks by class, yet nothing to see: fillers, a joiner, variation selectors, the blank Braille cell.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10))))

# White space that `str.isprintable` does not count; what is not here is a control or a break that YAML has rules for.
_SPACES = frozenset("\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))


class UnreadableError(Exception):
    """A file whose bytes are not taken; the message is a clause for staff, without a full stop."""


class MissingError(UnreadableError):
    """There is no such file."""


class TooLargeError(UnreadableError):
    """The file is larger than whoever reads it takes."""


class RefusedError(Exception):
    """A file that is not read; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def open_regular(path: Path) -> int:
    """A descriptor of `path`, a regular file that is no link; never waits. Raises OSError, also for anything else."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError("not a regular file")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # swapped between the two calls
        os.close(descriptor)
        raise OSError("not a regular file")
    return descriptor


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of `path`, a regular file of at most `most` bytes. Raises UnreadableError."""
    try:
        with os.fdopen(open_regular(path), "rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise MissingError("there is no such file") from None
    except OSError as error:
        raise UnreadableError(f"the file cannot be read ({error.strerror or error})") from None
    if len(data) > most:
        kib = most // 1024
        raise TooLargeError(f"the file is larger than {f'{kib} KiB' if kib < 10_000 else f'{kib // 1024} MiB'}")
    return data


def read_text(path: Path) -> str:
    """The text of `path`. Raises RefusedError with the place and the reason."""
    data = _read_bytes(path)
    file = str(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        raise RefusedError(
            _at(before, file, "this byte is not UTF-8", "save the file with the encoding UTF-8 in your editor")
        ) from None
    place = find_invisible(text)
    if place is None:
        return text
    if place == 0 and text[0] == "\ufeff":
        raise RefusedError(
            Problem(file, 1, 1, "the file begins with a byte order mark", "save it as UTF-8 without BOM")
        )
    raise RefusedError(_at(text[:place], file, f"the invisible character {name_of(text[place])}", "delete it"))


def find_invisible(text: str) -> int | None:
    """Where the first character stands that a reader cannot see (controls, direction marks), or None."""
    start = 0
    for line in text.split("\n"):
        if not line.isprintable() or not _BLANKS.isdisjoint(line):
            body = line.removesuffix("\r")
            for offset, char in enumerate(body):
                if char in _BLANKS or not (char.isprintable() or char in _SPACES):
                    return start + offset
        start += len(line) + 1
    return None


def name_of(char: str) -> str:
    """A character's code for people: `U+200B`."""
    return f"U+{ord(char):04X}"


def _read_bytes(path: Path) -> bytes:
    try:
        return read_bytes(path, MOST_BYTES)
    except MissingError as error:
        what, mend = str(error), "create it, or correct the name"
    except TooLargeError as error:
        what, mend = str(error), "divide or shorten it"
    except UnreadableError as error:
        what, mend = _kind_of(path) or str(error), "put a plain, readable file there"
    raise RefusedError(Problem(str(path), 1, 1, what, mend))


def _kind_of(path: Path) -> str:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return ""
    if stat.S_ISLNK(mode):
        return "this is a symbolic link, not a file"
    if stat.S_ISDIR(mode):
        return "this is a folder, not a file"
    return "" if stat.S_ISREG(mode) else "this is a pipe or device, not a file"


def _at(before: str, file: str, what: str, mend: str) -> Problem:
    line = before.count("\n") + 1
    return Problem(file, line, len(before) - before.rfind("\n"), what, mend)
