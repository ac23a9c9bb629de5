"""What is wrong in a file that people write, said so that they can mend it.

Owns the sentence's form and the list that problems are gathered in. Must not know what the files mean.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from kiosk.reading.tree import Node


class Severity(StrEnum):
    """An error fails `kiosk check`; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True):
    """One fault; `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    what: str
    """What is wrong: a clause without a full stop."""
    mend: str
    """What to do: likewise."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.what}; {self.mend}"


class Notes:
    """The problems of one run, gathered instead of raised, so that one fault does not hide the next."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.breaks = 0
        """How many faults so far make the thing they stand in unusable; compare before and after reading it."""

    def on(self, file: str) -> FileNotes:
        """The same list, for faults in `file`."""
        return FileNotes(self, file)

    def take(self, problem: Problem) -> None:
        """Take over a fault that made a whole file unreadable."""
        self.breaks += 1
        self.problems.append(problem)

    def in_order(self) -> tuple[Problem, ...]:
        """Each problem once, by file and place."""
        return tuple(sorted(dict.fromkeys(self.problems), key=lambda p: (p.file, p.line, p.column, p.what)))


class FileNotes:
    """Problems of one file, each at a node of its tree (or at the file's first character)."""

    def __init__(self, notes: Notes, file: str) -> None:
        self._notes = notes
        self.file = file

    @property
    def breaks(self) -> int:
        """See `Notes.breaks`."""
        return self._notes.breaks

    def knows(self, at: Node) -> bool:
        """Whether something has been noted at this place."""
        return any((p.file, p.line, p.column) == (self.file, at.line, at.column) for p in self._notes.problems)

    def fault(self, at: Node | None, what: str, mend: str) -> None:
        """The thing that `at` stands in cannot be used."""
        self._notes.breaks += 1
        self._add(at, what, mend, Severity.ERROR)

    def slip(self, at: Node | None, what: str, mend: str) -> None:
        """Wrong, but what it stands in can still be shown."""
        self._add(at, what, mend, Severity.ERROR)

    def warn(self, at: Node | None, what: str, mend: str) -> None:
        """Worth a look."""
        self._add(at, what, mend, Severity.WARNING)

    def _add(self, at: Node | None, what: str, mend: str, severity: Severity) -> None:
        line, column = (at.line, at.column) if at else (1, 1)
        self._notes.problems.append(Problem(self.file, line, column, what, mend, severity))
