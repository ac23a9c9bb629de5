"""What can be wrong with the front desk's settings, and what of them the kiosk uses.

Owns chords, the hashes of key files and the folders where those are looked for. Must not know how a key file is read.
"""

from __future__ import annotations

import hashlib
import re

from msgspec import structs

from kiosk.reading import FileNotes, Map, Scalar, Seq
from kiosk.reading.names import nearest
from kiosk.settings.keys import ALIASES, LISTS, NAMES, clean, meant
from kiosk.settings.model import Desk, Keypad, Site

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
ROLES = ("desk", "it")
_HASH = re.compile(r"[0-9a-fA-F]{64}")
_NOTHING = hashlib.sha256(b"").hexdigest()
_MAKE = "make one with `kiosk staff make-key`, which prints this line"


def cleaned(site: Site) -> Desk:
    """The front desk's settings as the kiosk uses them: Qt's names, and nothing that `check_desk` refuses."""
    desk = site.desk
    taken = _taken(site.keypad)
    hashes = {role: text.lower() for role, text in desk.key_files.items() if role in ROLES and not _wrong_hash(text)}
    return structs.replace(
        desk,
        chord=tuple(name for chord in desk.chord if (name := _chord(chord)) and not _taken_by(name, taken)),
        key_files={role: text for role, text in hashes.items() if list(hashes.values()).count(text) == 1},
        key_folders=tuple(folder for folder in desk.key_folders if folder.startswith("/")),
    )


def check_desk(root: Map, site: Site, notes: FileNotes) -> None:
    """Note chords that no keys make or that patients press, hashes that are none, and folders without a whole path."""
    written = root.get("desk")
    if not isinstance(written, Map):
        return
    for chord in _items(written, "chord"):
        _check_chord(chord, _taken(site.keypad), notes)
    for place in _items(written, "key_folders"):
        if not place.value.startswith("/"):
            notes.slip(place, f"{place.value!r} is no whole path", "begin it with /, such as /media")
    files = written.get("key_files")
    seen: dict[str, str] = {}
    for key, node in files.entries if isinstance(files, Map) else ():
        if key.value not in ROLES:
            notes.slip(key, f"nobody at the desk is called {key.value!r}", nearest(key.value, ROLES))
        elif isinstance(node, Scalar):
            if why := _wrong_hash(node.value):
                notes.slip(node, why, _MAKE)
            elif (other := seen.setdefault(node.value.lower(), key.value)) != key.value:
                what = f"`{key.value}` and `{other}` have the same key file, so it opens for neither"
                notes.slip(node, what, "make one for each")


def _items(group: Map, name: str) -> list[Scalar]:
    listed = group.get(name)
    return [node for node in listed.items if isinstance(node, Scalar)] if isinstance(listed, Seq) else []


def _wrong_hash(text: str) -> str:
    """Why this is no hash of a key file; empty where it may be one."""
    if not _HASH.fullmatch(text):
        return "this is no SHA-256: 64 digits and letters from a to f"
    return "this is the SHA-256 of an empty file" if text.lower() == _NOTHING else ""


def _check_chord(node: Scalar, taken: dict[str, str], notes: FileNotes) -> None:
    *modifiers, key = _parts(node.value)
    for name in modifiers:
        if name not in MODIFIERS:
            notes.slip(node, f"{name!r} is held with no other key", nearest(name.title(), MODIFIERS))
            return
    if ALIASES.get(key, key) not in NAMES:
        notes.slip(node, f"no key is called {key!r}", meant(key))
    elif len(set(modifiers)) < len(modifiers):
        notes.slip(node, f"{node.value!r} names a key twice", "write each once")
    elif action := _taken_by(_chord(node.value), taken):
        what = f"{node.value!r} stands under `keypad.{action}` too: patients press it, so it opens no number pad"
        notes.slip(node, what, "hold it with Ctrl or Alt, or name another")


def _parts(chord: str) -> list[str]:
    """Modifiers and, last, the key: `Ctrl+Alt+S`; the key may be a plus itself."""
    if chord.endswith("++") or chord == "+":
        return [*filter(None, chord[:-1].split("+")), "+"]
    return chord.split("+")


def _chord(text: str) -> str:
    """The chord by Qt's names; empty where no keys make it."""
    *modifiers, key = _parts(text)
    key = ALIASES.get(key, key)
    fits = set(modifiers) <= set(MODIFIERS) and len(set(modifiers)) == len(modifiers) and key in NAMES
    return "+".join((*modifiers, key)) if fits else ""


def _taken(keypad: Keypad) -> dict[str, str]:
    """What each of the keypad's keys does."""
    lists = clean(keypad)
    return {key: name for name in LISTS for key in getattr(lists, name)}


def _taken_by(chord: str, taken: dict[str, str]) -> str:
    """The keypad's list that this chord presses; Shift makes no difference there."""
    *modifiers, key = _parts(chord)
    return taken.get(key, "") if set(modifiers) <= {"Shift"} else ""
