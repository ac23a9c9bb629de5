"""The names that keys have in a settings file, and what can be wrong with a keypad's lists.

Owns the names: Qt's own, as `QKeySequence` writes them, so that the bridge can turn a key into one. Must not know what
a key does.
"""

from __future__ import annotations

import difflib
import string

from msgspec import structs

from kiosk.reading import FileNotes, Map, Scalar, Seq
from kiosk.settings.model import Keypad

ALIASES = {"Escape": "Esc", "Delete": "Del", "Insert": "Ins", "Page Up": "PgUp", "Page Down": "PgDown"}
"""Names that many write, and Qt's."""
F13_TO_F24 = tuple(f"F{n}" for n in range(13, 25))
"""The keys that keypads of kiosks send by themselves, because no keyboard has them."""
NAMES: frozenset[str] = frozenset(
    {
        *string.ascii_uppercase,
        *string.digits,
        *(f"F{n}" for n in range(1, 36)),
        *"+-*/.,;=#",
        *ALIASES.values(),
        *("Up", "Down", "Left", "Right", "Tab", "Backtab", "Return", "Enter", "Space", "Backspace", "Home", "End"),
        *("Help", "Menu", "Select", "Back", "Forward", "Home Page", "Search", "Pause", "Print", "Clear", "Yes", "No"),
        *("Volume Up", "Volume Down", "Volume Mute", "Media Play", "Media Stop", "Media Next", "Media Previous"),
        *("Context1", "Context2", "Context3", "Context4", "Cancel", "Zoom In", "Zoom Out"),
    }
)
QUICKEST = 0.5
"""Seconds from one control to the next that a hand with a switch can follow."""
LISTS = ("up", "down", "left", "right", "ok", "back", "home", "help", "louder", "softer")


def clean(keypad: Keypad) -> Keypad:
    """The lists as the kiosk uses them: Qt's names, unknown ones left out, and never without an OK key."""
    lists = {name: _known(getattr(keypad, name)) for name in LISTS}
    scan = max(keypad.scan_seconds, QUICKEST) if keypad.scan_seconds else 0.0
    return structs.replace(keypad, **{**lists, "ok": lists["ok"] or _known(Keypad().ok)}, scan_seconds=scan)


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    found = (ALIASES.get(name, name) for name in names)
    return tuple(name for name in found if name in NAMES)


def check_keypad(root: Map, keypad: Keypad, notes: FileNotes) -> None:
    """Note unknown names, a key with two meanings, and a keypad that could press nothing."""
    written = root.get("keypad")
    if not isinstance(written, Map):
        return
    if 0 < keypad.scan_seconds < QUICKEST:
        what = f"no hand follows a frame that goes on every {keypad.scan_seconds:g} seconds"
        notes.slip(written.get("scan_seconds"), what, f"write {QUICKEST:g} or more, or 0 for none")
    first: dict[str, str] = {}
    for name in LISTS:
        node = written.get(name)
        keys = node.items if isinstance(node, Seq) else ()
        for key in keys:
            if isinstance(key, Scalar):
                _check_name(key, name, first, notes)
        if name == "ok" and node is not None and not _known(keypad.ok):
            mend = f"write at least one, such as {', '.join(Keypad().ok)}; until then those hold"
            notes.slip(node, "no key says OK: nothing could be pressed", mend)
    for name in LISTS:  # what the file does not say, the defaults do
        if written.get(name) is None:
            _check_defaults(written, name, first, notes)


def _check_name(key: Scalar, name: str, first: dict[str, str], notes: FileNotes) -> None:
    qt = ALIASES.get(key.value, key.value)
    if qt not in NAMES:
        notes.slip(key, f"no key is called {key.value!r}", meant(key.value))
    elif first.setdefault(qt, name) != name:
        notes.slip(key, f"{key.value!r} stands under `{first[qt]}` too, and does only that", f"take it out of `{name}`")


def meant(name: str) -> str:
    """The end of the sentence: the right name, or how names are written."""
    known = {"".join(one.split()).casefold(): one for one in (*NAMES, *ALIASES)}
    bare = "".join(name.replace("_", "").replace("-", "").split()).casefold().removeprefix("key")
    if bare in known:
        return f"did you mean {known[bare]!r}?"
    close = difflib.get_close_matches(bare, sorted(known), n=1)
    return f"did you mean {known[close[0]]!r}?" if close else "write it as Qt does: Up, Return, F23, Volume Up"


def _check_defaults(written: Map, name: str, first: dict[str, str], notes: FileNotes) -> None:
    for key in _known(getattr(Keypad(), name)):
        if first.setdefault(key, name) != name:
            what = f"{key!r} stands under `{first[key]}`, and by default under `{name}`"
            notes.slip(written, what, f"write `{name}:` with other keys, or [] for none")
