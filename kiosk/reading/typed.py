"""Turns a tree into a msgspec struct, field by field, noting everything that does not fit.

Owns the reading of types and limits from the struct. Must not know which struct it is. Two extras in a field's `Meta`:
`{"unique": True}` refuses a value that stands twice in a list; `{"is": name}` hands the value to the caller's `Look`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct, inspect

from kiosk.reading.names import missing, unknown
from kiosk.reading.problem import FileNotes
from kiosk.reading.tree import Map, Node, Scalar, Seq

T = TypeVar("T", bound=Struct)
Look = Callable[[str, Node, object], object]
"""Takes what a value is, its node and the value; gives the value to use, or None after noting why there is none."""


def decode(node: Node, kind: type[T], notes: FileNotes, look: Look | None = None) -> T | None:
    """`node` as a `kind`; a field that does not fit gets its default. None when a required one does not."""
    value = _Decoder(notes, look).value(node, _info(kind), "")
    return value if isinstance(value, kind) else None


@functools.cache
def _info(kind: type) -> inspect.Type:
    return inspect.type_info(kind)


def struct_in(kind: inspect.Type) -> inspect.StructType | None:
    """The struct that a field of this type holds, or None."""
    match kind:
        case inspect.StructType():
            return kind
        case inspect.Metadata(type=inner):
            return struct_in(inner)
        case inspect.UnionType(types=types):
            return next((found for one in types if (found := struct_in(one))), None)
    return None


def _groups(kind: inspect.StructType) -> dict[str, tuple[str, ...]]:
    """The fields that are groups, and the names in each; none in one that takes any name."""
    found: dict[str, tuple[str, ...]] = {}
    for field in kind.fields:
        if struct := struct_in(field.type):
            found[field.encode_name] = tuple(one.encode_name for one in struct.fields)
        elif isinstance(field.type, inspect.DictType):
            found[field.encode_name] = ()
    return found


class _Decoder:
    """Values by type; None, which no field takes, stands for "noted why not"."""

    def __init__(self, notes: FileNotes, look: Look | None) -> None:
        self._notes = notes
        self._look = look

    def value(self, node: Node, kind: inspect.Type, name: str) -> object:
        match kind:
            case inspect.Metadata(type=inner, extra=extra):
                return self._special(node, inner, extra or {}, name)
            case inspect.UnionType(types=types):
                return self._one_of(node, types, name)
            case inspect.StructType():
                return self._struct(node, kind, name)
            case inspect.VarTupleType():
                return self._tuple(node, kind, name)
            case inspect.DictType(value_type=value_type):
                if not isinstance(node, Map):
                    return self._wrong(node, name, "a group of `name: value`")
                pairs = ((key.value, self.value(child, value_type, key.value)) for key, child in node.entries)
                return {key: value for key, value in pairs if value is not None}
        if isinstance(node, Scalar):
            return self._scalar(node, kind, name)
        self._notes.fault(node, f"{name!r} should be one value", "put words that begin with { or [ in double quotes")
        return None

    def _scalar(self, node: Scalar, kind: inspect.Type, name: str) -> object:
        match kind:
            case inspect.BoolType():
                known = {"true": True, "false": False}
                return known[node.value] if node.value in known else self._wrong(node, name, "true or false")
            case inspect.LiteralType(values=values):
                words = {str(value): value for value in values}
                known_word = node.value in words
                return words[node.value] if known_word else self._wrong(node, name, f"one of {', '.join(words)}")
            case inspect.IntType() | inspect.FloatType():
                return self._number(node, kind, name)
        return node.value

    def _special(self, node: Node, inner: inspect.Type, extra: dict[str, object], name: str) -> object:
        if extra.get("unique") and isinstance(node, Seq):
            node = self._without_repeats(node, name)
        value = self.value(node, inner, name)
        what = extra.get("is")
        if value is None or self._look is None or not isinstance(what, str):
            return value
        return self._look(what, node, value)

    def _one_of(self, node: Node, types: tuple[inspect.Type, ...], name: str) -> object:
        """A struct for a map (by its tag where there are several), the other type for a value."""
        if not isinstance(node, Map):
            others = (inspect.StructType, inspect.NoneType)  # nothing stands for None: who wants it leaves the key out
            plain = next((kind for kind in types if not isinstance(kind, others)), None)
            return self.value(node, plain, name) if plain else self._wrong(node, name, "a group of `name: value`")
        structs = {str(kind.tag): kind for kind in types if isinstance(kind, inspect.StructType)}
        first = next(iter(structs.values()))
        if first.tag_field is None:
            return self._struct(node, first, name)
        tag = node.get(first.tag_field)
        if tag is None:
            missing(node, first.tag_field, self._notes)
            return None
        if not isinstance(tag, Scalar) or tag.value not in structs:
            return self._wrong(tag, first.tag_field, f"one of {', '.join(structs)}")
        return self._struct(node, structs[tag.value], name)

    def _struct(self, node: Node, kind: inspect.StructType, name: str) -> object:
        if not isinstance(node, Map):
            return self._wrong(node, name, "a group of `name: value`")
        fields = {field.encode_name: field for field in kind.fields}
        values: dict[str, object] = {}
        for key, child in node.entries:
            if key.value == kind.tag_field:
                continue
            field = fields.get(key.value)
            if field is None:
                unknown(key, fields, node, self._notes, _groups(kind))
                continue
            value = self.value(child, field.type, key.value)
            if value is not None:
                values[field.name] = value
        lacking = [field.name for field in kind.fields if field.required and field.name not in values]
        for field_name in lacking:
            if node.get(field_name) is None:
                missing(node, field_name, self._notes)
        return None if lacking else kind.cls(**values)

    def _tuple(self, node: Node, kind: inspect.VarTupleType, name: str) -> object:
        if not isinstance(node, Seq):
            return self._wrong(node, name, "a list")
        least = kind.min_length or 0
        if len(node.items) < least:
            return self._wrong(node, name, f"a list of at least {least}")
        values = tuple(v for child in node.items if (v := self.value(child, kind.item_type, name)) is not None)
        if node.items and not values:
            self._notes.void(node)
        return values if len(values) >= least else None

    def _without_repeats(self, node: Seq, name: str) -> Seq:
        seen: set[str] = set()
        kept: list[Node] = []
        for child in node.items:
            if isinstance(child, Scalar):
                if child.value in seen:
                    self._notes.fault(child, f"{child.value!r} stands twice in {name!r}", "delete one of the two")
                    continue
                seen.add(child.value)
            kept.append(child)
        return node if len(kept) == len(node.items) else Seq(tuple(kept), node.line, node.column, node.file)

    def _number(self, node: Scalar, kind: inspect.IntType | inspect.FloatType, name: str) -> object:
        least, most, whole = kind.ge, kind.le, isinstance(kind, inspect.IntType)
        wanted = "a whole number" if whole else "a number"
        if least is not None and most is not None:
            wanted += f" from {least:g} to {most:g}"
        text = node.value
        if not (text.isascii() and text.replace(".", "", 0 if whole else 1).isdigit() and len(text) < 16):
            return self._wrong(node, name, wanted)
        number = int(text) if whole else float(text)
        fits = (least is None or number >= least) and (most is None or number <= most)
        return number if fits else self._wrong(node, name, wanted)

    def _wrong(self, node: Node, name: str, wanted: str) -> object:
        """Note it; the answer is always None."""
        self._notes.fault(node, f"{repr(name) if name else 'this'} should be {wanted}", "correct the value")
        return None
