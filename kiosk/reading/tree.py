"""What a YAML file holds, as an immutable tree that remembers places.

Owns the three node types. All scalars are strings: a schema elsewhere says what they mean. Must not know YAML.

`line` and `column` count from 1; `file` is set where a tree is made of several files, and empty where it is of one.
"""

from __future__ import annotations

from msgspec import Struct


class Scalar(Struct, frozen=True):
    """One value as written."""

    value: str
    line: int
    column: int
    file: str = ""


class Seq(Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int
    file: str = ""


class Map(Struct, frozen=True):
    """Named values in the order of the file; no name occurs twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    file: str = ""

    def get(self, name: str) -> Node | None:
        """The value called `name`, or None."""
        return next((value for key, value in self.entries if key.value == name), None)


Node = Scalar | Seq | Map
