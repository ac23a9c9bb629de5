"""How much of a language is written in its own script: what is not is left over from another language.

Owns which letters belong to a script. Must not know files' forms: it counts the words of a tree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from kiosk.reading import Map, Node, Scalar, Seq

LEAST_SHARE = 0.9
"""Names and terms that keep their letters (BI-RADS, Mayo Clinic) stay below the rest of it."""
_NAMES = {"Latn": "LATIN", "Hans": "CJK", "Kore": "HANGUL", "Arab": "ARABIC"}
"""How Unicode's names of a script's letters begin."""
_CITATION = re.compile(r"\{[^{}]*\}")


def knows(script: str) -> bool:
    """Whether the letters of `script` can be told from others."""
    return script in _NAMES


def letters(root: Node, script: str) -> tuple[int, int]:
    """How many letters the words at `root` have, and how many of them are of another script.

    What is put in for citations (figures, phrases, running values) is not counted: it is no word of this language.
    """
    own = _NAMES[script]
    every = [char for text in _words(root) for char in _CITATION.sub("", text) if char.isalpha()]
    return len(every), sum(not unicodedata.name(char, "").startswith(own) for char in every)


def share(counts: Mapping[str, tuple[int, int]]) -> tuple[float, str]:
    """The share of own letters in all files together (0 to 1; 1 where there are none), and the file with least of it.

    `counts`: what `letters` gives, by file.
    """
    total = sum(count for count, _ in counts.values())
    foreign = sum(others for _, others in counts.values())
    worst = max(counts, key=lambda file: counts[file][1] / max(1, counts[file][0]), default="")
    return (1 - foreign / total if total else 1.0), worst


def _words(node: Node) -> Iterator[str]:
    match node:
        case Scalar():
            yield node.value
        case Seq():
            for child in node.items:
                yield from _words(child)
        case Map():
            for _, child in node.entries:
                yield from _words(child)
