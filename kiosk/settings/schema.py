"""The JSON Schema of a layer, for editors that tell while somebody writes.

Owns what msgspec cannot know: that the kiosk takes any plain value for a text, the names of keys, the form of hours,
and what is said of each setting. An editor sees values, not how they are written, so in one thing the schema is
stricter than the kiosk: numbers, true and false want no quotes.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from kiosk.settings.desk import MODIFIERS, ROLES
from kiosk.settings.fields import docs
from kiosk.settings.hours import DAYS
from kiosk.settings.keys import ALIASES, LISTS, NAMES, QUICKEST
from kiosk.settings.model import Site

_TEXT = ["string", "number", "boolean", "null"]
"""YAML takes `555` for a number and `no` for a boolean; the kiosk reads both as they are written."""
_TIME = r"([01]?\d|2[0-3]):[0-5]\d"
_SPAN = rf"^closed$|^(?!\s*0?(\d+:\d\d)\s*[-–]\s*0?\1\s*$)\s*{_TIME}\s*[-–]\s*({_TIME}|24:00)\s*$"


def schema() -> dict[str, Any]:
    """The schema, ready for JSON."""
    made = msgspec.json.schema(Site)
    parts: dict[str, Any] = made["$defs"]
    said = docs()
    for name, part in parts.items():
        part["description"] = said[name, ""]
        for field, one in part["properties"].items():
            if doc := said.get((name, field)):
                one["description"] = doc
    _loosen(parts)
    _keys(parts)
    _rest(parts)
    root = parts.pop("Site")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of an imaging-kiosk",
        **{name: value for name, value in root.items() if name != "title"},
        "$defs": parts,
    }


def _loosen(node: Any) -> None:
    """Texts may be what YAML takes for another plain value."""
    if isinstance(node, list):
        for one in node:
            _loosen(one)
    elif isinstance(node, dict):
        if node.get("type") == "string" and "pattern" not in node:
            node["type"] = _TEXT
        for one in node.values():
            _loosen(one)


def _keys(parts: dict[str, Any]) -> None:
    names = sorted({*NAMES, *ALIASES})
    keypad = parts["Keypad"]["properties"]
    for name in LISTS:
        keypad[name]["items"] = {"enum": [*names, *range(10)]}
    keypad["ok"]["minItems"] = 1
    scan = keypad["scan_seconds"]
    del scan["minimum"], scan["maximum"], scan["type"]
    scan["anyOf"] = [{"const": 0}, {"type": "number", "minimum": QUICKEST, "maximum": 10}]
    one = "|".join(MODIFIERS)
    pattern = rf"^(?!.*\b({one})\+.*\b\1\+)(({one})\+)*({'|'.join(map(re.escape, names))})$"
    parts["Desk"]["properties"]["chord"]["items"] = {"anyOf": [{"type": "string", "pattern": pattern}]}


def _rest(parts: dict[str, Any]) -> None:
    site, desk, hours = (parts[name]["properties"] for name in ("Site", "Desk", "Hours"))
    site["languages"]["uniqueItems"] = True
    help_ = site["language_help"]
    del help_["anyOf"], help_["default"]
    help_["$ref"] = "#/$defs/LanguageHelp"
    parts["Log"]["properties"]["file"] |= {"type": "string", "pattern": "^(/|$)"}
    parts["Control"]["properties"]["socket"] |= {"type": "string", "pattern": "^(/|$)"}
    parts["Figures"]["properties"]["prometheus_file"] |= {"type": "string", "pattern": r"^(/.*\.prom)?$"}
    desk["key_folders"]["items"] = {"type": "string", "pattern": "^/"}
    desk["key_files"]["propertyNames"] = {"enum": [*ROLES]}
    desk["key_files"]["additionalProperties"] = {"type": "string", "pattern": "^[0-9a-fA-F]{64}$"}
    hours["open"]["propertyNames"] = {"enum": [*DAYS]}
    hours["open"]["additionalProperties"] = {"type": "string", "pattern": _SPAN}
