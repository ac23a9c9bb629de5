"""From the bytes of a small JSON file to a typed value.

Owns what counts as making no sense. Must not know what the value means.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


def decoded(data: bytes, kind: type[T]) -> T | None:
    """The value that `data` says; None for anything else, however odd. Never raises."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
        return None
