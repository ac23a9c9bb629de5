"""Sentences of a text: which of Unicode's boundaries are none, and what of a text nobody can hear.

Owns the abbreviations of the languages. Must not know who finds the boundaries, nor who speaks.
"""

from __future__ import annotations

import re

_SHORT = re.compile(
    r"""(?:^|[\s(“«"'¿¡])(?:
        [A-Za-z]\. | (?:[A-Za-z]\.)+\s?[A-Za-z]\. | EE\. |
        (?:Dr|Dra|Mr|Mrs|Ms|Prof|St|Fig|approx|vs|e\.g|i\.e|Sr|Sra|Srta|Ud|Uds|pág|núm|aprox|BS|TS|ThS|TP)\. |
        [دأ]\.
    )\s*$""",
    re.X,
)
"""What ends with a point that ends no sentence. "No." is an answer far more often than a number."""
_UNHEARD = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACE = re.compile(r"\s+")


def heard(text: str) -> str:
    """`text` on one line and without the characters that only a layout needs: what an engine is given."""
    return _SPACE.sub(" ", _UNHEARD.sub("", text)).strip()


def joined(text: str, ends: list[int]) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence of `text`, in characters; `ends`: where Unicode's rules end one, in order."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in ends:
        piece = text[start:end]
        if end != ends[-1] and "\n" not in piece and _SHORT.search(piece):
            continue
        if found and not _has_words(piece):
            found[-1] = (found[-1][0], end)  # a closing sign belongs to what it closes
        else:
            found.append((start, end))
        start = end
    return tuple((start, end) for start, end in found if heard(text[start:end]))


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)
