"""Names in files: which are known, which are missing, and which one somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable

from kiosk.reading.problem import FileNotes
from kiosk.reading.tree import Map, Scalar


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, as the end of a sentence: `did you mean 'x'?`, or a list of what is known."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"known here: {', '.join(names)}" if names else "delete it"


def unknown(key: Scalar, known: Collection[str], group: Map, notes: FileNotes) -> None:
    """Note that `group` cannot have a `key`, and which name was probably meant: one that it does not have yet."""
    present = {other.value for other, _ in group.entries}
    free = [name for name in known if name not in present]
    notes.fault(key, f"unknown key {key.value!r}", nearest(key.value, free or known))


def missing(group: Map, name: str, notes: FileNotes) -> None:
    """Note that `group` lacks the key `name`."""
    notes.fault(group, f"the key {name!r} is missing", f"add `{name}:`")


def check_names(group: Map, known: Collection[str], required: Iterable[str], notes: FileNotes) -> None:
    """Note every name in `group` that is not known, and every required one that is missing."""
    for key, _ in group.entries:
        if key.value not in known:
            unknown(key, known, group, notes)
    for name in required:
        if group.get(name) is None:
            missing(group, name, notes)
