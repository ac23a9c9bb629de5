"""The variables that systemd gives the installed kiosk from a file, for who asks from a shell about that kiosk.

Owns the file's form, as systemd reads it. Must not know which variables are settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.reading import Notes

_NAME = re.compile(r"[ \t]*([A-Za-z_][A-Za-z0-9_]*)[ \t]*=")
_QUOTED = re.compile(r"""[ \t]*(?:'([^']*)'|"((?:\\.|[^"\\])*)")""", re.DOTALL)
_BARE = re.compile(r"[ \t]*((?:\\.|[^\\\n])*)", re.DOTALL)
_LETTER = re.compile(r"\\?.", re.DOTALL)
_IN_QUOTES = re.compile(r'\\["\\`$\n]')


def variables_in(file: Path, notes: Notes) -> dict[str, tuple[str, int]]:
    """Each variable's value, and the line that it begins in; a warning where nobody here may read the file."""
    from kiosk import keeping  # noqa: PLC0415 - hardly any reading asks for such a file

    try:
        data = keeping.kept(file) or b""
    except OSError as error:
        what = f"the variables in this file are not known here: it cannot be read ({error.strerror or error})"
        notes.on(str(file)).warn(None, what, "ask as root, by sudo")
        return {}
    return {name: (value, line) for name, value, line in _entries(data.decode("utf-8", "surrogateescape"))}


def _entries(text: str) -> Iterator[tuple[str, str, int]]:
    """Names with their values and lines; whatever else stands in a line, systemd passes over as well."""
    text, at = f"{text}\n", 0
    while at < len(text):
        found = _NAME.match(text, at)
        if found:
            value, end = _value(text, found.end())
            yield found[1], value, text.count("\n", 0, at) + 1
        else:
            end = text.index("\n", at)
        at = end + 1


def _value(text: str, at: int) -> tuple[str, int]:
    """The value that begins at `at`, and where its line ends."""
    value = ""
    while quoted := _QUOTED.match(text, at):
        value += quoted[1] if quoted[2] is None else _IN_QUOTES.sub(lambda one: _freed(one[0]), quoted[2])
        at = quoted.end()
    bare = _BARE.match(text, at)
    assert bare is not None  # it fits the empty text
    letters = _LETTER.findall(bare[1])
    while letters and letters[-1] in (" ", "\t"):
        letters.pop()
    return value + "".join(map(_freed, letters)), bare.end()


def _freed(letter: str) -> str:
    """The letter without the backslash before it; one before the end of a line takes that along."""
    return letter.removeprefix("\\").removeprefix("\n") if len(letter) > 1 else letter
