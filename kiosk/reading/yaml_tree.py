"""Turns YAML text into a tree, refusing what a content file never needs.

Owns the walk over PyYAML's events. The tree is built from the event stream, because composing nodes or values is what
deep nesting and aliases attack: PyYAML's C composer crashes on 100,000 brackets. Must not know what the files mean.
Only what compiles imports this module, for YAML costs the kiosk's start a good part of its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from kiosk.reading.problem import Problem
from kiosk.reading.source import RefusedError, find_invisible, name_of
from kiosk.reading.tree import Map, Node, Scalar, Seq

MOST_DEPTH = 50
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C one is not in every build


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come yet."""

    line: int
    column: int
    is_map: bool
    children: list[Node] = field(default_factory=list)


def parse(text: str, file: str) -> Node:
    """The tree of `text`. Raises RefusedError."""
    try:
        return _build(yaml.parse(text, Loader=_LOADER), file)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what, mend = _plain(error)
        raise RefusedError(Problem(file, line, column, what, mend)) from None
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError) as error:
        what = f"this is not valid YAML ({type(error).__name__})"
        raise RefusedError(Problem(file, 1, 1, what, "see docs/content.md for the form of the file")) from None


def _build(events: Iterator[Any], file: str) -> Node:
    stack: list[_Open] = []
    root: Node | None = None
    for event in events:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        _refuse_extras(event, file, line, column)
        done: Node | None = None
        if isinstance(event, yaml.ScalarEvent):
            hidden = find_invisible(event.value)  # an escape such as "\u200b" gets past the look at the text
            if hidden is not None:
                what = f"the invisible character {name_of(event.value[hidden])}"
                raise RefusedError(Problem(file, line, column, what, "delete it"))
            done = Scalar(event.value, line, column)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(stack) == MOST_DEPTH:
                what = f"values nested deeper than {MOST_DEPTH} levels"
                raise RefusedError(Problem(file, line, column, what, "close brackets, or flatten this part"))
            stack.append(_Open(line, column, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            done = _close(stack.pop(), file)
        elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise RefusedError(Problem(file, line, column, "a second document begins here", "delete the line ---"))
        if done is None:
            continue
        if stack:
            stack[-1].children.append(done)
        else:
            root = done
    if root is None:
        raise RefusedError(Problem(file, 1, 1, "the file is empty", "write its content, or delete it"))
    return root


def _refuse_extras(event: Any, file: str, line: int, column: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise RefusedError(
            Problem(file, line, column, f"the alias *{event.anchor}", "write the value out, or quote it")
        )
    if getattr(event, "anchor", None) is not None:
        raise RefusedError(Problem(file, line, column, f"the anchor &{event.anchor}", "delete it, or quote the value"))
    if getattr(event, "tag", None) is not None:
        raise RefusedError(Problem(file, line, column, f"the tag {event.tag}", "delete it, or quote the value"))


def _close(opened: _Open, file: str) -> Node:
    if not opened.is_map:
        return Seq(tuple(opened.children), opened.line, opened.column)
    seen: dict[str, Scalar] = {}
    entries: list[tuple[Scalar, Node]] = []
    for key, value in zip(opened.children[::2], opened.children[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise RefusedError(
                Problem(file, key.line, key.column, "a key that is no plain word", "use one word as the key")
            )
        if key.value in seen:
            what = f"the key {key.value!r} stands here a second time (first in line {seen[key.value].line})"
            raise RefusedError(Problem(file, key.line, key.column, what, "keep one of the two"))
        seen[key.value] = key
        entries.append((key, value))
    return Map(tuple(entries), opened.line, opened.column)


_PLAIN = (
    ("mapping values are not allowed", "a colon where none can stand", "put the whole value in double quotes"),
    ("cannot start any token", "a value cannot begin with this character", "indent with spaces, or quote the value"),
    ("unexpected end of stream", "a quotation mark is never closed", "add the closing quotation mark"),
    ("could not find expected ':'", "a line without a colon", "write it as `key: value`, or indent it"),
    ("or ']'", "a list [ ... ] goes wrong here", "add ] or a comma, or quote words with { } , or :"),
    ("or '}'", "a group { ... } goes wrong here", "add } or a comma, or quote words with { } , or :"),
    ("node content", "a value is missing before this", "write it, or close the bracket before it"),
    ("did not find expected", "this line does not fit the lines above it", "check indentation and quotation marks"),
    ("expected <block end>", "this line does not fit the lines above it", "check indentation and quotation marks"),
)


def _plain(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    problem = error.problem or ""
    for part, what, mend in _PLAIN:
        if part in problem:
            return what, mend
    return f"this is not valid YAML ({problem})", "check indentation, colons and quotation marks"
