"""Holds a translation beside the English words.

Owns "the same parts, the same number of them, the same figures, other words". Must not know kinds of blocks.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kiosk.reading import FileNotes, Map, Node, Scalar, Seq
from kiosk.reading.names import missing

_CITATION = re.compile(r"\{[^{}]*\}")


def _cited(words: Scalar) -> set[str]:
    """The figures and phrases that these words cite, with their units or without."""
    return {found[1:-1].removesuffix(".value") for found in _CITATION.findall(words.value)}


class Comparison:
    """Compares the words of one language with the English ones."""

    def __init__(self, same: Collection[str]) -> None:
        self._same = frozenset(same)
        """Ids, or starts of ids, of words that rightly equal the English ones."""

    def compare(self, english: Node, other: Node, path: str, notes: FileNotes) -> None:
        """Note what `other`, the words at the id `path`, has more or less than `english`, and what is still English."""
        match english, other:
            case Scalar(), Scalar():
                self._compare_words(english, other, path, notes)
            case Seq(), Seq():
                here, there = len(other.items), len(english.items)
                if here != there:
                    notes.fault(other, f"{here} parts here, but {there} in English", "translate part by part")
                    return
                for number, (one, two) in enumerate(zip(english.items, other.items, strict=False), 1):
                    self.compare(one, two, f"{path}.{number}", notes)
            case Map(), Map():
                self._compare_maps(english, other, path, notes)

    def _compare_maps(self, english: Map, other: Map, path: str, notes: FileNotes) -> None:
        for key, node in english.entries:
            translated = other.get(key.value)
            if translated is None:
                missing(other, key.value, notes)
            else:
                self.compare(node, translated, f"{path}.{key.value}", notes)
        for key, _ in other.entries:
            if english.get(key.value) is None and not notes.knows(key):
                notes.fault(key, f"English has no {key.value!r} here", "delete it, or add it to the English words")

    def _compare_words(self, english: Scalar, other: Scalar, path: str, notes: FileNotes) -> None:
        lost, added = _cited(english) - _cited(other), _cited(other) - _cited(english)
        if lost or added:
            what = " and ".join(
                f"{verb} {', '.join(f'{{{name}}}' for name in sorted(names))}"
                for verb, names in (("misses", lost), ("adds", added))
                if names
            )
            notes.slip(other, f"unlike the English words, this {what}", "cite the same figures in both")
        words = other.value.strip()
        if words != english.value.strip() or not any(char.isalpha() for char in _CITATION.sub("", words)):
            return
        parts = path.split(".")
        if not any(".".join(parts[:n]) in self._same for n in range(1, len(parts) + 1)):
            notes.slip(other, "the words are still English", f"translate them, or list {path!r} in same_as_english")
