"""What settings there are, read from their types: key, kind, limits, unit, default and what is said of each.

Owns the list that `kiosk settings explain`, the schema and docs/settings.md are made of. What is said stands under each
field in `settings.model`, which Python forgets: it is read from the source, when a command asks and never by a kiosk.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct, inspect

from kiosk.reading.typed import struct_in
from kiosk.settings import model
from kiosk.settings.environment import variable
from kiosk.settings.hours import DAYS
from kiosk.settings.model import Site

_UNITS = {
    "inch": "inches",
    "mm": "millimeters",
    "px": "pixels",
    "seconds": "seconds",
    "minutes": "minutes",
    "hours": "hours",
    "volume": "percent",
    "mebibytes": "MiB",
}
_PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./+-]*")
"""What needs no quotes in YAML; `yes` and the like are words here, as the kiosk reads them."""


class Field(Struct, frozen=True):
    """One setting, or a section of them. `*` in its key is any name, `[]` each of a list."""

    key: str
    kind: str
    """What can be written, for people: `a whole number`."""
    limits: str
    """`10 to 100`, or empty."""
    unit: str
    default: str
    """As YAML; empty where it must be written."""
    doc: str
    is_section: bool = False
    is_required: bool = False

    @property
    def form(self) -> str:
        """What can be written, with its limits and unit: `a number, 10 to 100 inches`."""
        return self.kind + (f", {self.limits}" if self.limits else "") + (f" {self.unit}" if self.unit else "")

    @property
    def variable(self) -> str:
        """The variable that sets it; empty for what has none of its own."""
        return "" if re.search(r"[*\[]", self.key) else variable(self.key)


def fields() -> tuple[Field, ...]:
    """All settings and sections in the order of the types, each section before what is in it."""
    return tuple(_below(Site, "", docs()))


def docs() -> dict[tuple[str, str], str]:
    """What is said of each field, by type and name; of a type itself by an empty name. One paragraph each."""
    found: dict[tuple[str, str], str] = {}
    for node in ast.parse(Path(model.__file__).read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        found[node.name, ""] = " ".join((ast.get_docstring(node) or "").split())
        for line, following in zip(node.body, node.body[1:], strict=False):
            match line, following:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                    found[node.name, name] = " ".join(said.split())
    return found


def written(value: object) -> str:
    """A value as one would write it in a file, on one line."""
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else msgspec.json.encode(value).decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}" if abs(value) < 1e6 else str(value)
    if isinstance(value, Struct):
        value = {name: one for name, one in msgspec.structs.asdict(value).items() if one not in ("", ())}
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(name)}: {written(one)}" for name, one in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    return "none"


def _below(owner: type[Struct], before: str, said: dict[tuple[str, str], str]) -> Iterator[Field]:
    info = inspect.type_info(owner)
    assert isinstance(info, inspect.StructType)
    for one in info.fields:
        key, kind = before + one.encode_name, bare(one.type)
        doc = said.get((owner.__name__, one.name), "")
        section = struct_in(kind)
        if section is not None:
            doc = " ".join(filter(None, (said[section.cls.__name__, ""], doc)))
            yield Field(key, "a section", "", "", "none" if isinstance(kind, inspect.UnionType) else "", doc, True)
            yield from _below(section.cls, f"{key}.", said)
            continue
        unit = next((told for end, told in _UNITS.items() if key.endswith(end) and _is_number(kind)), "")
        default = "" if one.required else written(_default(one))
        yield Field(key, kind_of(kind), _limits(kind), unit, default, doc, is_required=one.required)
        inner, mark = _inside(kind)
        deeper = struct_in(inner) if inner else None
        if deeper is not None:
            yield from _below(deeper.cls, f"{key}{mark}.", said)


def bare(kind: inspect.Type) -> inspect.Type:
    """The type without what is only said about it."""
    return bare(kind.type) if isinstance(kind, inspect.Metadata) else kind


def kind_of(kind: inspect.Type) -> str:
    """What can be written, for people."""
    match bare(kind):
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType():
            return "a whole number"
        case inspect.FloatType():
            return "a number"
        case inspect.LiteralType(values=values):
            words = sorted(map(str, values), key=lambda word: DAYS.index(word) if word in DAYS else 0)
            return f"one of {', '.join(words)}"
        case inspect.VarTupleType(item_type=item):
            return "a list" if struct_in(item) else f"a list of {_many(item)}"
        case inspect.DictType(key_type=names, value_type=value):
            whose = kind_of(names) if isinstance(names, inspect.LiteralType) else "any name"
            return f"a map: {whose} to {'a section' if struct_in(value) else kind_of(value)}"
    return "text"


def _many(item: inspect.Type) -> str:
    return "texts" if kind_of(item) == "text" else kind_of(item)


def _limits(kind: inspect.Type) -> str:
    match kind:
        case inspect.IntType(ge=least, le=most) | inspect.FloatType(ge=least, le=most) if (
            least is not None and most is not None
        ):
            return f"{least:g} to {most:g}"
        case inspect.VarTupleType(min_length=int(least)):
            return f"at least {least}"
    return ""


def _is_number(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.IntType | inspect.FloatType)


def _default(field: inspect.Field) -> object:
    return field.default if field.default is not msgspec.NODEFAULT else field.default_factory()


def _inside(kind: inspect.Type) -> tuple[inspect.Type | None, str]:
    match kind:
        case inspect.VarTupleType(item_type=item):
            return item, "[]"
        case inspect.DictType(value_type=value):
            return value, ".*"
    return None, ""
