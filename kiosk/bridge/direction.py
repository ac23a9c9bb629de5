"""Keeps a text in its own direction where it stands inside a sentence of another (Unicode's isolates)."""

from __future__ import annotations

_LEFT_TO_RIGHT, _ITS_OWN, _END = "\u2066", "\u2068", "\u2069"


def apart(text: str) -> str:
    """`text` with the direction of its own first letter, whatever stands around it; nothing stays nothing."""
    return f"{_ITS_OWN}{text}{_END}" if text else ""


def left_to_right(text: str) -> str:
    """`text` read from left to right everywhere, as a telephone number is; nothing stays nothing."""
    return f"{_LEFT_TO_RIGHT}{text}{_END}" if text else ""


def plain(text: str) -> str:
    """`text` without these marks, for a terminal or a program: a command in it can then be copied."""
    return text.translate({ord(mark): None for mark in (_LEFT_TO_RIGHT, _ITS_OWN, _END)})
