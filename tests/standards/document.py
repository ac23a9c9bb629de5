"""docs/accessibility.md as text, made of rows, sheet and proofs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from tests.standards.gather import ROOT
from tests.standards.rows import HERE, Proof, Proofs, Row, Section, Step

FILE = ROOT / "docs" / "accessibility.md"
_WHO = {"software": "software", "installer": "installer", "both": "software and installer", "none": "does not apply"}
_SHEET = "[installer's sheet](#installers-sheet)"


def render(sections: Mapping[str, Section], steps: tuple[Step, ...], proofs: Proofs) -> str:
    lines = [(HERE / "head.md").read_text("utf-8").rstrip()]
    lines += ["", "## The rows", "A test stands for all the cases it is run with.", ""]
    for name, section in sections.items():
        lines += [
            f"### {name}. {section.title}",
            "",
            "| Row | What | Clause | Who | Met by |",
            "| --- | --- | --- | --- | --- |",
        ]
        for ident, row in section.rows.items():
            what = row.says + (f". **Not there:** {row.lacks}" if row.lacks else "")
            lines += [f"| {ident} | {what} | {row.clause} | {_WHO[row.who]} | {_met(row, proofs.get(ident, ()))} |"]
        lines += [""]
    return "\n".join([*lines, *_sheet(steps), ""])


def _met(row: Row, proofs: tuple[Proof, ...]) -> str:
    if row.why:
        return row.why
    found = [_by_file(file, list(tests)) for file, tests in groupby(sorted(proofs), key=lambda proof: proof.file)]
    if row.needs_test and not found:
        found = ["**no test**"]
    return "<br>".join([*found, *([_SHEET] if row.needs_installer else [])])


def _by_file(file: str, proofs: list[Proof]) -> str:
    return f"[{file}](../{file}): " + ", ".join(f"`{proof.test}`" for proof in proofs)


def _sheet(steps: tuple[Step, ...]) -> Iterator[str]:
    yield "## Installer's sheet"
    yield "To be worked through once at the place itself, from top to bottom; heights are over the finished floor."
    yield ""
    yield "Site: ______________________ Date: ____________ By: ______________________"
    yield ""
    yield "| Done | What | Inches | Millimeters | Rows |"
    yield "| --- | --- | --- | --- | --- |"
    for step in steps:
        yield f"| ☐ | {step.do} | {step.inch} | {step.mm} | {', '.join(step.rows)} |"


def written(path: Path = FILE) -> str:
    """The document as it is; empty when it is not there."""
    return path.read_text("utf-8") if path.exists() else ""
