"""What tells which machine it was: its name, addresses, numbers that are like no other's.

Owns those patterns. Must not know which file they stand in. The last net, not the only one: what goes into a bundle is
chosen before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

_PATTERNS: Final = (
    (re.compile(r"\b(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}\b"), "(hardware address)"),
    (re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b"), "(address)"),
    (re.compile(r"(?<![\w:])(?:[0-9a-fA-F]{1,4}:)+(?::[0-9a-fA-F]{1,4})+(?![\w:])"), "(address)"),
    (re.compile(r"(?<![\w:])(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}(?![\w:])"), "(address)"),
    (re.compile(r"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b"), "(number)"),
    (re.compile(r"\b[0-9a-fA-F]{32,}\b"), "(number)"),
    (re.compile(r"\$argon2\S+"), "(PIN)"),
)


def hidden(names: Iterable[str], own: Collection[str]) -> frozenset[str]:
    """Those of `names` that can be taken out. `own`: the program's words and names, in small letters.

    One that is a word of the program, or a bare number, would take half of the program with it.
    """
    return frozenset(name for name in names if len(name) > 2 and not name.isdecimal() and name.lower() not in own)


def cleaned(value: object, names: Collection[str]) -> object:
    """What goes into JSON, with every text in it scrubbed. Keys are the program's own."""
    match value:
        case str():
            return scrubbed(value, names)
        case Mapping():
            return {key: cleaned(one, names) for key, one in value.items()}
        case list() | tuple():
            return [cleaned(one, names) for one in value]
    return value


def scrubbed(text: str, names: Collection[str]) -> str:
    """The text without what tells the machine. `names`: what it and its site are called."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "(name)", text, flags=re.IGNORECASE)
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text
