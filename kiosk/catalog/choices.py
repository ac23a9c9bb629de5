"""What a site may decide about the words, and what it has decided.

Owns choices.yaml. Must not know the site's file: the decisions come in as names and values.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.reading import FileNotes, Map, Node, Notes, Scalar
from kiosk.reading.files import read_map
from kiosk.reading.names import nearest
from kiosk.reading.typed import decode


class Setting(Struct, frozen=True):
    """One decision: its options and the one that stands where a site says nothing."""

    options: Annotated[tuple[str, ...], Meta(min_length=1, extra={"unique": True})]
    default: str


class _File(Struct, frozen=True):
    settings: dict[str, Setting] = {}
    phrases: dict[str, str] = {}


class Choices:
    """The settings, the phrases that hang on them, and one site's decisions."""

    def __init__(self, file: _File, chosen: Mapping[str, str]) -> None:
        self.settings = file.settings
        self.phrases = file.phrases
        defaults = {name: _default(setting) for name, setting in file.settings.items()}
        self._chosen = defaults | dict(chosen)

    def options(self, phrase: str) -> tuple[str, ...]:
        """All options that `phrase` has a wording for."""
        setting = self.settings.get(self.phrases[phrase])
        return setting.options if setting else ()

    def option(self, phrase: str) -> str:
        """Which wording of `phrase` the site has chosen."""
        return self._chosen.get(self.phrases[phrase], "")

    def fits(self, when: Mapping[str, str]) -> bool:
        """Whether something with this `when` belongs on this site's pages."""
        return all(self._chosen.get(name) == option for name, option in when.items())

    def check(self, decisions: Map, notes: FileNotes) -> dict[str, str]:
        """The known ones of `decisions` (a `when`, or a site's choices); notes the others."""
        known: dict[str, str] = {}
        for key, node in decisions.entries:
            setting = self.settings.get(key.value)
            if setting is None:
                notes.fault(key, f"no setting is called {key.value!r}", nearest(key.value, self.settings))
            elif not isinstance(node, Scalar) or node.value not in setting.options:
                value = repr(node.value) if isinstance(node, Scalar) else "this"
                notes.fault(node, f"{value} is no option of {key.value!r}", f"choose from {', '.join(setting.options)}")
            else:
                known[key.value] = node.value
        return known


def read_choices(content: Path, chosen: Mapping[str, str], notes: Notes) -> Choices:
    """choices.yaml with a site's decisions; a decision that is not offered is noted, and the default stands."""
    path = content / "choices.yaml"
    here = notes.on(str(path))
    root = read_map(path, notes)
    file = (decode(root, _File, here) if root else None) or _File()
    if root is not None:
        _check(root, file, here)
    choices = Choices(file, {})
    asked = Map(tuple((Scalar(k, 1, 1), Scalar(v, 1, 1)) for k, v in chosen.items()), 1, 1)
    return Choices(file, choices.check(asked, here))


def _check(root: Map, file: _File, notes: FileNotes) -> None:
    for name, setting in file.settings.items():
        if setting.default not in setting.options:
            at = _child(_child(root.get("settings"), name), "default")
            notes.fault(at, f"{setting.default!r} is no option", f"choose from {', '.join(setting.options)}")
    for phrase, name in file.phrases.items():
        if name not in file.settings:
            at = _child(root.get("phrases"), phrase)
            notes.fault(at, f"no setting is called {name!r}", nearest(name, file.settings))


def _default(setting: Setting) -> str:
    return setting.default if setting.default in setting.options else setting.options[0]


def _child(node: Node | None, name: str) -> Node | None:
    return node.get(name) if isinstance(node, Map) else None
