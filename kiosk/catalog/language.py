"""A language's own file: its name, direction and forms.

Owns language.yaml. Must not know topics.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from msgspec import Struct

from kiosk.catalog.figures import Figure, checked_date
from kiosk.catalog.kinds import Date
from kiosk.catalog.lint import lint
from kiosk.catalog.model import REFERENCE
from kiosk.catalog.numbers import PLURALS, form_for, written
from kiosk.reading import FileNotes, Map, Node, Notes, Scalar
from kiosk.reading.files import read_map
from kiosk.reading.names import nearest
from kiosk.reading.typed import decode

CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


class NumberForm(Struct, frozen=True):
    """Marks inside numbers."""

    decimal: str
    group: str


class Language(Struct, frozen=True):
    """language.yaml."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    script: str
    date: Date
    status: Literal["draft", "reviewed", "original"]
    """`original` for the reference language, which is no translation."""
    number: NumberForm
    units: dict[str, dict[str, str]]
    translator: str = ""
    reviewer: str = ""
    same_as_english: tuple[str, ...] = ()

    @property
    def standing(self) -> str:
        """`reviewed` only when somebody's name stands for it; what nobody signed stays a draft for patients."""
        if self.code == REFERENCE:
            return self.status
        return "reviewed" if self.status == "reviewed" and self.reviewer.strip() else "draft"

    def write(self, figure: Figure, bare: bool) -> str | None:
        """`figure` in this language, with its unit unless `bare`; None when the unit has no form here."""
        text = written(figure.value, self.number.decimal, self.number.group)
        if figure.unit and not bare:
            forms = self.units.get(figure.unit, {})
            if "other" not in forms:
                return None
            text = form_for(figure.value, self.code, forms).replace("{n}", text)
        return None if "{" in text or "}" in text else text  # a stray brace would be taken for a running value


def read_language(content: Path, code: str, notes: Notes) -> tuple[Language, Map] | None:
    """The language called `code` and the tree of its file; None, with the reason in `notes`, when it cannot be used."""
    path = content / code / "language.yaml"
    here = notes.on(str(path))
    root = read_map(path, notes)
    if root is None:
        return None
    language = decode(root, Language, here, lambda _, at, value: checked_date(at, value, here))
    if language is None:
        return None
    if language.code != code:
        here.fault(root.get("code"), f"the code is {language.code!r} but the folder is {code!r}", "give both one name")
        return None
    if language.status == "original" and code != REFERENCE:
        what = f"it is called original, but every language except {REFERENCE} is a translation"
        here.slip(root.get("status"), what, "write draft, or reviewed with the reviewer's name")
    if language.status == "reviewed" and not language.reviewer.strip():
        here.slip(
            root.get("status"), "it is called reviewed, but nobody has signed", "name the reviewer, or write draft"
        )
    _check_units(root.get("units"), here)
    return language, root


def _check_units(units: Node | None, notes: FileNotes) -> None:
    for unit, forms in units.entries if isinstance(units, Map) else ():
        if not isinstance(forms, Map):
            continue
        other = forms.get("other")
        if not isinstance(other, Scalar) or "{n}" not in other.value:
            notes.fault(other or unit, f"{unit.value!r} needs a form `other` with {{n}} in it", 'write other: "{n} …"')
        for key, form in forms.entries:
            if key.value not in PLURALS:
                notes.fault(key, f"no plural is called {key.value!r}", nearest(key.value, PLURALS))
            elif isinstance(form, Scalar):
                lint(form, form.value.replace("{n}", ""), notes)
