"""One line of the acceptance table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, the value, what is asked for, and whether it holds."""

    what: str
    value: str
    wanted: str
    holds: bool
