"""The site's settings for whoever helps: numbers and choices as they are, words only where they are no secret.

Owns which words may be seen: a list of those that may. A key that is new is not on it, and so is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from kiosk.settings.model import Site

_SHOWN: Final = (
    "mode",
    "languages",
    "choices",
    "speech.engine",
    "keypad",
    "desk.chord",
    "hours.open",
)
"""Keys, with all below them, whose words are shown. Not: the site's and the centers' names, addresses and telephone
numbers, key files' hashes, the command of `hours.hook`, the notice's words and files, nor any path, group or voice."""


def shown(site: Site) -> dict[str, object]:
    """Every setting by its key; what may not be shown as "(set)" or "(empty)"."""
    return dict(_flat("", msgspec.to_builtins(site)))


def _flat(key: str, value: object) -> list[tuple[str, object]]:
    if isinstance(value, Mapping) and value and not _may(key):
        return [pair for name, one in value.items() for pair in _flat(f"{key}.{name}".lstrip("."), one)]
    if isinstance(value, bool | int | float) or value is None or _may(key):
        return [(key, value)]
    if isinstance(value, list | tuple | Mapping):
        return [(key, f"({len(value)} set)" if value else "(empty)")]
    return [(key, "(set)" if value else "(empty)")]


def _may(key: str) -> bool:
    return any(key == one or key.startswith(f"{one}.") for one in _SHOWN)
