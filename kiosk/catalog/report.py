"""What `kiosk check` prints.

Owns the form of the report and its exit code. Must not know how a problem was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from kiosk import paths
from kiosk.reading import Problem, Severity


def format_problems(problems: Sequence[Problem]) -> str:
    """One line for each problem, errors first, and a line with their number."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    lines = [*map(str, errors), *(f"{problem} (warning)" for problem in warnings)]
    return "\n".join([*lines, f"{_number(len(errors), 'error')}, {_number(len(warnings), 'warning')}"])


def run_check(directory: Path | None, out: TextIO, besides: Sequence[Problem] = ()) -> int:
    """Check the content in `directory` (the shipped content where it is None); 1 when there are errors, else 0.

    `besides`: problems that others have found, told with these; what both found is told once.
    """
    from kiosk.catalog.checking import check  # noqa: PLC0415 - reads YAML

    return report(list(dict.fromkeys([*check(directory or paths.CONTENT, paths.ASSETS), *besides])), out)


def report(problems: Sequence[Problem], out: TextIO) -> int:
    """Print `problems`; 1 when there are errors among them, else 0."""
    out.write(format_problems(problems) + "\n")
    return int(any(problem.severity is Severity.ERROR for problem in problems))


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
