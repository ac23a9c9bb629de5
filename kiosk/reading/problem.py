"""What is wrong in a file that people write, said so that they can mend it.

Owns the sentence's form and the list that problems are gathered in. Must not know what the files mean.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, structs

from kiosk.reading.tree import Node


def printable(text: str) -> str:
    """`text` with a backslash and a number for each byte that is not UTF-8, as names of files and variables have."""
    return text.encode("utf-8", "backslashreplace").decode()


class Severity(StrEnum):
    """An error fails `kiosk check`; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True):
    """One fault; `line` and `column` count from 1, and are 0 for what stands in no file."""

    file: str
    line: int
    column: int
    what: str
    """What is wrong: a clause without a full stop."""
    mend: str
    """What to do: likewise."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.what}; {self.mend}"


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
        self.add(problem)

    def add(self, problem: Problem) -> None:
        """Take a fault down, in words that can be printed and kept."""
        told = {name: printable(getattr(problem, name)) for name in ("file", "what", "mend")}
        self.problems.append(structs.replace(problem, **told))

    def in_order(self) -> tuple[Problem, ...]:
        """Each problem once, by file and place."""
        return tuple(sorted(dict.fromkeys(self.problems), key=lambda p: (p.file, p.line, p.column, p.what)))


class FileNotes:
    """Problems of one file, each at a node of its tree (or at the file's first character).

    A node that says which file it is of has its problem there.
    """

    def __init__(self, notes: Notes, file: str) -> None:
        self._notes = notes
        self.file = printable(file)

    @property
    def breaks(self) -> int:
        """See `Notes.breaks`."""
        return self._notes.breaks

    def knows(self, at: Node) -> bool:
        """Whether something has been noted at this place."""
        file = at.file or self.file
        return any((p.file, p.line, p.column) == (file, at.line, at.column) for p in self._notes.problems)

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

    def void(self, at: Node) -> None:
        """No item of the list `at` can be used, for faults that are noted at each; whoever minds overrides this."""

    def _add(self, at: Node | None, what: str, mend: str, severity: Severity) -> None:
        line, column = (at.line, at.column) if at else (1, 1)
        file = (at.file if at else "") or self.file
        self._notes.add(Problem(file, line, column, what, mend, severity))
