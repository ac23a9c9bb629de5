"""Names in files: which are known, which are missing, and which one somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping

from kiosk.reading.problem import FileNotes
from kiosk.reading.tree import Map, Scalar


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, as the end of a sentence: `did you mean 'x'?`, or a list of what is known."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1)
    if not close:  # NAME for name
        small = {one.lower(): one for one in names}
        close = [small[one] for one in difflib.get_close_matches(name.lower(), small, n=1)]
    if close:
        return f"did you mean {close[0]!r}?"
    return f"known here: {', '.join(names)}" if names else "delete it"


def unknown(
    key: Scalar,
    known: Collection[str],
    group: Map,
    notes: FileNotes,
    below: Mapping[str, Collection[str]] | None = None,
) -> None:
    """Note that `group` cannot have a `key`, and which name was probably meant: one that it does not have yet.

    `below`: the names in each group that `group` can hold; one of them may stand too high, or be written `a.b`.
    """
    present = {other.value for other, _ in group.entries}
    free = [name for name in known if name not in present]
    mend = _under(key.value.lower(), below or {}) or nearest(key.value, free or known)
    notes.fault(key, f"unknown key {key.value!r}", mend)


def _under(name: str, below: Mapping[str, Collection[str]]) -> str:
    """Where the name belongs; empty where no group is known to hold it."""
    levels = name.split(".")
    if len(levels) > 1 and levels[0] in below:
        return "put " + " under ".join(f"`{one}:`" for one in reversed(levels))
    owner = next((one for one, names in below.items() if name in names), "")
    return f"put it under `{owner}:`" if owner else ""


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
