"""Trees laid over one another: maps name by name, while lists and values replace. Must not know what they mean."""

from __future__ import annotations

from kiosk.reading import Map, Node, Scalar, Seq


def merged(below: Map, above: Map) -> Map:
    """Both, where `above` has the last word."""
    entries = {key.value: (key, value) for key, value in below.entries}
    for key, value in above.entries:
        under = entries.get(key.value)
        if under and isinstance(under[1], Map) and isinstance(value, Map):
            entries[key.value] = (key, merged(under[1], value))
        else:
            entries[key.value] = (key, value)
    return Map(tuple(entries.values()), above.line, above.column, above.file)


def stamped(node: Node, file: str, *, bare: bool = False) -> Node:
    """The tree as one of `file`; `bare` where there is no file, and lines would mean nothing."""
    line, column = (0, 0) if bare else (node.line, node.column)
    match node:
        case Scalar():
            return Scalar(node.value, line, column, file)
        case Seq():
            return Seq(tuple(stamped(item, file, bare=bare) for item in node.items), line, column, file)
    pairs = (
        (Scalar(k.value, line if bare else k.line, column if bare else k.column, file), v) for k, v in node.entries
    )
    return Map(tuple((key, stamped(value, file, bare=bare)) for key, value in pairs), line, column, file)
