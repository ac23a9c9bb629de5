"""Why a setting has its value: which layer says so, and what it is about.

Owns `kiosk settings explain`. Reads every layer anew: what a compiled twin holds has forgotten where it comes from.
"""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from kiosk.reading import Map, Node
from kiosk.settings.fields import Field, fields, written
from kiosk.settings.layers import Layers

BUILT_IN = "built-in"


class Explained(Struct, frozen=True):
    """One setting with its value, and where that comes from."""

    key: str
    value: object
    """None where nothing is set and there is no default."""
    layer: str
    """`FILE:LINE`, `NAME in the environment` or `built-in`."""
    about: Field
    """What is known of the setting, or of any below a map of free names."""

    def flat(self) -> dict[str, object]:
        """For programs: all there is to say, by name."""
        about = self.about
        names = ("kind", "limits", "unit", "default", "variable", "doc")
        own: dict[str, object] = {"key": self.key, "value": self.value, "layer": self.layer}
        return own | {name: getattr(about, name) for name in names}


class UnknownKeyError(Exception):
    """There is no such setting; the message is a sentence, and asks which one was meant."""


def explain(layers: Layers, asked: str = "") -> tuple[Explained, ...]:
    """The setting `asked`, the settings of the section `asked`, or all. Raises UnknownKeyError.

    `site.mode` is `mode`: many write it so.
    """
    table = {field.key: field for field in fields()}
    rows = tuple(_rows(layers.site, layers.fit, "", table))
    key = asked.removeprefix("site.") if asked != "site" else ""
    found = tuple(row for row in rows if not key or row.key == key or row.key.startswith(f"{key}."))
    if found:
        return found
    pattern = re.sub(r"\[\d*\]", "[]", key)
    named = [field for field in table.values() if _fits(field.key, pattern)]
    group = table.get(key.rpartition(".")[0])
    if not named and group is not None and group.kind.startswith("a map"):  # a name that no layer gives
        return (Explained(key, None, BUILT_IN, group),)
    if not named:
        raise UnknownKeyError(f"there is no setting {asked!r}; {_meant(key, {*table, *(row.key for row in rows)})}")
    return tuple(Explained(field.key, None, BUILT_IN, field) for field in named)


def told(rows: Sequence[Explained]) -> str:
    """The rows for people."""
    return "\n".join(map(_told, rows))


def _told(row: Explained) -> str:
    about = row.about
    default = f"default {about.default}" if about.default else "must be written"
    lines = [f"{row.key} = {written(row.value)}", f"    from: {row.layer}"]
    lines += textwrap.wrap(about.doc, 100, initial_indent="    ", subsequent_indent="    ", break_long_words=False)
    lines.append(f"    {about.form}; {default}" + (f"; {about.variable}" if about.variable else ""))
    return "\n".join(lines) + "\n"


def _rows(value: object, node: Node | None, before: str, table: Mapping[str, Field]) -> Iterator[Explained]:
    """Everything that is in a struct, down to single values, lists and names that a site gives."""
    below = node if isinstance(node, Map) else Map((), 0, 0)
    for name in structs.fields(type(value)) if isinstance(value, Struct) else ():
        yield from _row(name.encode_name, getattr(value, name.name), below, before, table)
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _row(str(key), one, below, before, table)


def _row(name: str, value: object, group: Map, before: str, table: Mapping[str, Field]) -> Iterator[Explained]:
    key, node = before + name, group.get(name)
    if isinstance(value, Struct) or (isinstance(value, dict) and value):
        yield from _rows(value, node, f"{key}.", table)
        return
    yield Explained(key, value, _layer(node), _field(key, table))


def _field(key: str, table: Mapping[str, Field]) -> Field:
    """What is known of a key; of a name that a site gave, what is known of any."""
    for known, field in table.items():
        if _fits(known, key, deeper=False):
            return field
    return table[key.rpartition(".")[0]]


def _fits(known: str, key: str, *, deeper: bool = True) -> bool:
    pattern = re.escape(known).replace(r"\*", r"(\*|[^.]+)")
    return re.fullmatch(pattern, key) is not None or (deeper and known.startswith((f"{key}.", f"{key}[]")))


def _layer(node: Node | None) -> str:
    if node is None:
        return BUILT_IN
    return f"{node.file}:{node.line}" if node.line else node.file


def _meant(key: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(key, sorted(known), n=1)
    return f"did you mean {close[0]!r}?" if close else "without a name, `kiosk settings explain` shows all there are."
