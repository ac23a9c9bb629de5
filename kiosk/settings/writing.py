"""One value changed in a settings file that people edit, so that everything else in it stays, comments included.

Owns the small edit of the text, the proof that it changed nothing else, and the way into the file. Must not know what
the value means.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from kiosk import keeping
from kiosk.reading import Map, Node, Scalar
from kiosk.reading.source import RefusedError
from kiosk.reading.yaml_tree import parse

_VALUE = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[^\s,}\]#]+")
_TWO = "  "


class EditError(Exception):
    """The text cannot be changed safely."""


def keep_value(file: Path, group: str, name: str, value: str) -> str:
    """Write `value` for `name` in `group` into `file`, which need not be there yet.

    Who may read the file stays as it is; a new one everybody may. Gives a sentence, with what to type, where that
    cannot be done; then the file is as it was.
    """
    file = Path(os.path.realpath(file))
    try:
        found = keeping.find(file)
        text = with_value(found.data.decode("utf-8") if found else "", group, name, value)
        keeping.keep(file, text.encode("utf-8"), mode=0o644, instead=found)
    except (OSError, EditError, UnicodeDecodeError) as error:
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        return f"{file} was not changed: {why}. Write into it: {group}: {{{name}: {value}}}"
    return ""


def with_value(text: str, group: str, name: str, value: str) -> str:
    """`text` with `value` for `name` in `group`, such as 27.04 for diagonal_inch in screen; raises EditError.

    `value` must be a plain word of YAML.
    """
    before = _tree(text)
    changed = _changed(text, before, (group, name), value)
    expected = dict(_flat(before)) | {(group, name): value}
    expected.pop((group,), None)  # it was empty
    if dict(_flat(_tree(changed))) != expected:
        raise EditError("the file is written in a way that cannot be changed by itself")
    return changed


def _tree(text: str) -> Map:
    if all(line.lstrip().startswith("#") for line in text.splitlines() if line.strip()):
        return Map((), 1, 1)
    try:
        root = parse(text, "")
    except RefusedError as error:
        raise EditError(error.problem.what) from None
    if not isinstance(root, Map):
        raise EditError("the file holds no `name: value` lines")
    return root


def _flat(node: Node, at: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], str | None]]:
    """Every value by its names; None for an empty group or list."""
    if isinstance(node, Scalar):
        return [(at, node.value)]
    if isinstance(node, Map):
        found = [pair for key, child in node.entries for pair in _flat(child, (*at, key.value))]
        return found or ([(at, None)] if at else [])
    return [pair for number, child in enumerate(node.items) for pair in _flat(child, (*at, str(number)))] or [
        (at, None)
    ]


def _changed(text: str, root: Map, names: tuple[str, str], value: str) -> str:
    group, name = names
    lines = text.splitlines(keepends=True)
    found = root.get(group)
    if found is None:
        end = "" if not text or text.endswith("\n") else "\n"
        return f"{text}{end}{group}:\n{_TWO}{name}: {value}\n"
    if not isinstance(found, Map):
        raise EditError(f"`{group}` is no group of `name: value`")
    old = found.get(name)
    if isinstance(old, Scalar):
        return _replaced(lines, old, value)
    if old is not None:
        raise EditError(f"`{name}` is no single value")
    line, at = lines[found.line - 1], found.column - 1
    if line[at : at + 1] == "{":  # a group in one line
        rest = ", " if found.entries else ""
        lines[found.line - 1] = f"{line[: at + 1]}{name}: {value}{rest}{line[at + 1 :]}"
    else:
        lines.insert(found.line - 1, f"{line[:at]}{name}: {value}\n")
    return "".join(lines)


def _replaced(lines: list[str], old: Scalar, value: str) -> str:
    line, at = lines[old.line - 1], old.column - 1
    match = _VALUE.match(line, at)
    if match is None:
        raise EditError("the old value cannot be found in its line")
    lines[old.line - 1] = line[:at] + value + line[match.end() :]
    return "".join(lines)
