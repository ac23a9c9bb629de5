"""What Qt has to say while something happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def heard() -> Iterator[list[str]]:
    """What Qt says meanwhile, but for its debug messages; pytest-qt does not hear it then."""
    said: list[str] = []

    def note(level: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if level != QtMsgType.QtDebugMsg:
            said.append(text)

    before = qInstallMessageHandler(note)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)
