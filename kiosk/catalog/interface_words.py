"""Reads a language's interface.yaml.

Owns the rule that every language has exactly the words of `interface.INTERFACE`. Must not know topics.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.catalog.interface import INTERFACE
from kiosk.catalog.resolve import Resolver
from kiosk.catalog.shape import Comparison
from kiosk.reading import FileNotes, Map, Scalar
from kiosk.reading.names import check_names


def read_interface(
    root: Map, english: Map | None, resolver: Resolver, comparison: Comparison | None, notes: FileNotes
) -> dict[str, str]:
    """All usable interface words by id."""
    words: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for word in INTERFACE:
        group, _, name = word.partition(".")
        groups.setdefault(group, []).append(name)
    check_names(root, groups, groups, notes)
    for group, names in groups.items():
        node = root.get(group)
        if node is not None and not isinstance(node, Map):
            notes.fault(node, f"{group!r} should be a group of `name: value`", "see docs/content.md")
        if not isinstance(node, Map):
            continue
        check_names(node, names, names, notes)
        model = english.get(group) if english else None
        for name in names:
            text = node.get(name)
            if isinstance(text, Scalar):
                line = resolver.line(text, notes, INTERFACE[f"{group}.{name}"])
                words |= {f"{group}.{name}": line} if line else {}
            elif text is not None:
                notes.fault(text, f"{name!r} should be one line of words", "write them after the colon")
            original = model.get(name) if isinstance(model, Map) else None
            if comparison and text is not None and original is not None:
                comparison.compare(original, text, f"interface.{group}.{name}", notes)
    return words


def completed(words: Mapping[str, str], english: Mapping[str, str]) -> dict[str, str] | None:
    """`words` with English ones in their gaps, because one button in English is better than no page at all.

    None when a word is in neither.
    """
    whole = {word: words.get(word, english.get(word, "")) for word in INTERFACE}
    return whole if all(whole.values()) else None
