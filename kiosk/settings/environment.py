"""Settings by variables: `KIOSK_SCREEN__DIAGONAL_INCH=32` is `screen: {diagonal_inch: 32}`.

Owns which names there are and how a value is read: as YAML, so that lists and maps can be said, too.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from msgspec import inspect

from kiosk.reading import Map, Node, Notes, Problem, Scalar
from kiosk.reading.problem import printable
from kiosk.reading.source import RefusedError, find_invisible, name_of
from kiosk.reading.typed import struct_in
from kiosk.reading.yaml_tree import parse
from kiosk.settings.merging import stamped
from kiosk.settings.model import Site
from kiosk.settings.places import PREFIX, Place, variables
from kiosk.settings.unit import variables_in


def spoken(place: Place, environ: Mapping[str, str], notes: Notes) -> Iterator[tuple[str, str, str]]:
    """The variables that are settings: the name of each, its value, and what stands for a file where a problem or a
    value comes from it. What the environment says counts more than what the unit's file says."""
    values = variables(environ)
    there = variables_in(place.unit, notes) if place.unit else {}
    elsewhere = variables({name: value for name, (value, _) in there.items() if name not in values})
    for name, value in sorted((values | elsewhere).items()):
        in_file = f"{place.unit}:{there[name][1]}: {name}" if name in elsewhere else ""
        yield name, value, in_file or f"{printable(name)} in the environment"


def variable(key: str) -> str:
    """The variable of a setting: `screen.reach_mm` is KIOSK_SCREEN__REACH_MM."""
    return PREFIX + key.replace(".", "__").upper()


def tree_of(name: str, value: str, label: str, notes: Notes) -> Map | None:
    """What the variable says, as a layer; None, with the reason in `notes`, where it says nothing that can be read.

    `label`: what stands for a file. Names below a map of free names, such as `choices`, are small letters; what has
    others is said as a whole map.
    """
    keys = name.removeprefix(PREFIX).lower().split("__")
    if name != variable(".".join(keys)) or name != printable(name) or not _is_known(keys):
        notes.take(Problem(label, 0, 0, "there is no such setting", _meant(name)))
        return None
    node = _node(value, label, notes)
    if node is None:
        return None
    node = stamped(node, label, bare=True)
    for key in reversed(keys):
        node = Map(((Scalar(key, 0, 0, label), node),), 0, 0, label)
    return node if isinstance(node, Map) else None


def setting_names() -> Iterator[str]:
    """All settings that have a name of their own, with dots between levels, sections among them."""
    yield from _below(inspect.type_info(Site), "")


def _below(kind: inspect.Type, before: str) -> Iterator[str]:
    struct = struct_in(kind)
    for field in struct.fields if struct else ():
        yield before + field.encode_name
        yield from _below(field.type, f"{before}{field.encode_name}.")


def _is_known(keys: list[str]) -> bool:
    kind: inspect.Type = inspect.type_info(Site)
    for key in keys:
        if isinstance(kind, inspect.DictType):
            kind = kind.value_type
            if not key:
                return False
            continue
        struct = struct_in(kind)
        field = next((one for one in struct.fields if one.encode_name == key), None) if struct else None
        if field is None:
            return False
        kind = field.type.type if isinstance(field.type, inspect.Metadata) else field.type
    return True


def _meant(name: str) -> str:
    close = difflib.get_close_matches(name.upper(), sorted(map(variable, setting_names())), n=1)
    return f"did you mean {close[0]!r}?" if close else "delete it; `kiosk settings explain` lists all there are"


def _node(value: str, label: str, notes: Notes) -> Node | None:
    """The value; None where it cannot be read."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        notes.take(Problem(label, 0, 0, "a byte of it is not UTF-8", "write it in UTF-8"))
        return None
    place = find_invisible(value)
    if place is not None:
        what = f"the invisible character {name_of(value[place])}"
        notes.take(Problem(label, 0, 0, what, "delete it"))
        return None
    try:
        return parse(value, label)
    except RefusedError as refused:
        fault = refused.problem
        notes.take(Problem(label, 0, 0, fault.what, fault.mend))
        return None
