"""How the doctor's findings are written: for people at a terminal of 80 columns, and for programs.

Owns the form. Must not know what was looked at.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

import msgspec

from kiosk.health.doctor.finding import Finding, Verdict, exit_code

_WIDE: Final = 80
_ORDER: Final = (Verdict.BROKEN, Verdict.LOOK, Verdict.UNSEEN, Verdict.OK)
_COLOURS: Final = {Verdict.BROKEN: "31;1", Verdict.LOOK: "33", Verdict.UNSEEN: "36", Verdict.OK: "32"}
_FORM: Final = 1


def as_text(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """Broken things first: what stands at the top is done first. A mend stands on a line of its own, to be copied."""
    left = max((len(one.name) for one in findings), default=0)
    lines = []
    for one in sorted(findings, key=lambda finding: _ORDER.index(finding.verdict)):
        mark = f"{one.verdict:<6}"
        head = f"{_painted(mark, one.verdict) if colour else mark}  {one.name:<{left}}  "
        room = max(20, _WIDE - left - 10)
        told = textwrap.wrap(one.told, room, break_long_words=False, break_on_hyphens=False) or [""]
        margin = " " * (left + 10)
        lines += [(head + told[0]).rstrip(), *(margin + more for more in told[1:])]
        if one.mend:
            lines.append(f"{margin}-> {one.mend}")
    return "\n".join([*lines, "", _summary(findings)])


def as_json(findings: Sequence[Finding]) -> str:
    """One object: its form's number, the exit code, the findings in the order they were looked for."""
    told = {"form": _FORM, "exit_code": exit_code(findings), "findings": msgspec.to_builtins(list(findings))}
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode()


def _summary(findings: Sequence[Finding]) -> str:
    counts = {verdict: sum(one.verdict is verdict for one in findings) for verdict in _ORDER}
    said = {Verdict.BROKEN: "broken", Verdict.LOOK: "to look at", Verdict.UNSEEN: "not looked at", Verdict.OK: "OK"}
    return ", ".join(f"{counts[verdict]} {said[verdict]}" for verdict in _ORDER if counts[verdict]) + "."


def _painted(text: str, verdict: Verdict) -> str:
    return f"\033[{_COLOURS[verdict]}m{text}\033[0m"
