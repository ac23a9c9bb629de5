"""`kiosk settings`: explain, check and schema. Owns what is printed. Must not know how a setting is used."""

from __future__ import annotations

import os
import sys

import msgspec

from kiosk.reading import Notes, Severity
from kiosk.settings.checking import checked
from kiosk.settings.explaining import UnknownKeyError, explain, told
from kiosk.settings.places import Place


def explained(place: Place, key: str, *, as_json: bool) -> int:
    """Print each setting with its layer and what is said of it; 1 where there is none of this name."""
    notes = Notes()
    layers = checked(place, os.environ, notes)
    try:
        rows = explain(layers, key)
    except UnknownKeyError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode([row.flat() for row in rows])).decode() + "\n")
    else:
        sys.stdout.write(told(rows))
    if any(problem.severity is Severity.ERROR for problem in notes.problems):
        fault = (
            "the settings have faults, so a running kiosk keeps its last good ones; `kiosk settings check` names them"
        )
        print(f"kiosk: {fault}.", file=sys.stderr)
    return 0


def schema() -> int:
    """Print the JSON Schema of a layer."""
    from kiosk.settings.schema import schema as made  # noqa: PLC0415

    sys.stdout.write(msgspec.json.format(msgspec.json.encode(made())).decode() + "\n")
    return 0
