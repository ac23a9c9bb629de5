"""What the doctor says of one thing.

Owns the form of a finding and what all of them together mean. Must not know how anything is found out.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from kiosk import exits


class Verdict(StrEnum):
    """How it is. `UNSEEN` is never taken for `OK`."""

    OK = "OK"
    LOOK = "look"
    """Works, or may work: somebody should look at it."""
    BROKEN = "broken"
    """Patients or staff lack something."""
    UNSEEN = "unseen"
    """Could not be looked at."""


class Finding(Struct, frozen=True):
    """One sentence about one thing, and the one command that mends it."""

    name: str
    verdict: Verdict
    told: str
    mend: str = ""
    """A command to type; where there is none for it, what to do."""


def ok(name: str, told: str) -> Finding:
    return Finding(name, Verdict.OK, told)


def look(name: str, told: str, mend: str) -> Finding:
    return Finding(name, Verdict.LOOK, told, mend)


def broken(name: str, told: str, mend: str) -> Finding:
    return Finding(name, Verdict.BROKEN, told, mend)


def unseen(name: str, told: str, mend: str) -> Finding:
    return Finding(name, Verdict.UNSEEN, f"not looked at: {told}", mend)


def as_root(name: str) -> Finding:
    """What an ordinary user may not see."""
    return unseen(name, "run it as root", "sudo kiosk doctor")


def exit_code(findings: Sequence[Finding]) -> int:
    """What all of them mean to a program."""
    verdicts = {finding.verdict for finding in findings}
    if Verdict.BROKEN in verdicts:
        return exits.BROKEN
    return exits.TO_LOOK_AT if verdicts & {Verdict.LOOK, Verdict.UNSEEN} else exits.ENDED
