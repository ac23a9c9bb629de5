"""The rows as data: read, checked for holes, and held against the proofs. Must not know pytest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

HERE = Path(__file__).parent
SIZES = {"A": 18, "B": 9, "C": 19, "E": 4, "F": 7}
"""How many rows each section has: none may be lost."""
MM_PER_INCH = 25.4
ROUNDED = 0.004
"""Share by which a measure in millimeters may be rounded; standards round as much."""


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """One requirement, in short."""

    says: str
    clause: str
    who: Literal["software", "installer", "both", "none"]
    """Who meets it; `none` where it does not apply."""
    why: str = ""
    """Why it does not apply."""
    lacks: str = ""
    """What of it is not there."""

    @property
    def needs_test(self) -> bool:
        return self.who in ("software", "both")

    @property
    def needs_installer(self) -> bool:
        return self.who in ("installer", "both")


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    rows: dict[str, Row]


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that an installer does; `inch` and `mm` are the same measures in the same order."""

    rows: tuple[str, ...]
    do: str
    inch: str = ""
    mm: str = ""


class Proof(Struct, frozen=True, order=True):
    """A test that proves a row."""

    file: str
    """From the repository's root."""
    test: str


Proofs = Mapping[str, tuple[Proof, ...]]
"""By row."""


@cache
def sections() -> dict[str, Section]:
    """The rows by section, as written."""
    return msgspec.convert(yaml.safe_load((HERE / "rows.yaml").read_text("utf-8")), dict[str, Section])


@cache
def sheet() -> tuple[Step, ...]:
    """What an installer does, as written."""
    return msgspec.convert(yaml.safe_load((HERE / "sheet.yaml").read_text("utf-8")), tuple[Step, ...])


def rows(of: Mapping[str, Section]) -> dict[str, Row]:
    return {ident: row for section in of.values() for ident, row in section.rows.items()}


def unknown(idents: Iterable[object]) -> list[object]:
    """Those that name no row."""
    known = rows(sections())
    return [ident for ident in idents if ident not in known]


def gaps(of: Mapping[str, Section], steps: Iterable[Step], proofs: Proofs) -> Iterator[str]:
    """One sentence for each row that nobody answers for, and for each slip in the lists themselves."""
    for name, size in SIZES.items():
        found = list(of[name].rows) if name in of else []
        if found != [f"{name}{n}" for n in range(1, size + 1)]:
            yield f"section {name} has the rows {', '.join(found)}, not {name}1 to {name}{size}"
    steps = tuple(steps)
    sheeted = {ident for step in steps for ident in step.rows}
    known = rows(of)
    for ident in sorted(sheeted - known.keys()):
        yield f"{ident}: the installer's sheet names it, but there is no such row"
    for ident, row in known.items():
        if row.needs_test and not proofs.get(ident):
            yield f'{ident}: no test proves it ({row.says}); mark one with @pytest.mark.standard("{ident}")'
        if not row.needs_test and proofs.get(ident):
            yield f"{ident}: a test proves it, so it is not for {row.who} alone; change `who` in rows.yaml"
        if row.needs_installer != (ident in sheeted):
            has = "lacks" if row.needs_installer else "has"
            yield f"{ident}: `who` is {row.who}, but the installer's sheet {has} it"
        if (row.who == "none") != bool(row.why):
            yield f"{ident}: `why` goes with `who: none`, and only with it"
    for step in steps:
        yield from _crooked(step)


def _crooked(step: Step) -> Iterator[str]:
    inches, mms = (re.findall(r"\d+(?:\.\d+)?", text) for text in (step.inch, step.mm))
    if len(inches) != len(mms):
        yield f"{step.inch!r} and {step.mm!r} are not the same measures"
    for inch, mm in zip(inches, mms, strict=False):
        if abs(float(inch) * MM_PER_INCH - float(mm)) > max(1.0, float(mm)) * ROUNDED + 0.06:
            yield f"{inch} inches are not {mm} mm"
