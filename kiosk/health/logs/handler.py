"""Where the log goes: the journal where one stands behind standard error, else the site's file, else standard error.

Owns that choice and the order of things: discretion, then the flood's measure, then the place. Must not know who logs.
A log that cannot be written stops nothing, and is told on standard error once.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.health.logs.discretion import said
from kiosk.health.logs.flood import Flood

if TYPE_CHECKING:
    from kiosk.health.logs.journal import Journal

_STDERR = 2
_EARLY = 200
"""Lines from before the settings were read that the file gets, too."""


class Log(logging.Handler):
    """The one handler of a running kiosk."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        journal: Journal | None = None,
    ) -> None:
        super().__init__()
        self._journal = journal
        self._clock = clock
        self._flood = Flood(clock())
        self._visitors = threading.Event()
        self._file: logging.Handler | None = None
        self._early: list[logging.LogRecord] | None = [] if self._journal is None else None
        self._failed = False

    def visitors_come(self) -> None:
        """From now on somebody may stand at the glass."""
        self._visitors.set()

    def keep(self, file: Path | None, mebibytes: float) -> None:
        """Write to `file`, no more than that much in all; None for none. Does nothing where there is a journal.

        What was said before is written, too.
        """
        early, self._early = self._early or [], None
        if file is None or self._journal is not None:
            return
        try:
            from kiosk.health.logs.file import opened  # noqa: PLC0415 - few kiosks have one

            self._file = opened(file, mebibytes)
            for record in early:
                self._file.emit(record)
        except OSError as error:
            self._give_up(error)

    def minute(self) -> None:
        """Called once in a while: what was counted is told when its minute is over."""
        self.acquire()
        try:
            self._count()
        finally:
            self.release()

    def emit(self, record: logging.LogRecord) -> None:
        self._count()
        try:
            text = said(record, visitors=self._visitors.is_set())
        except Exception:  # a value that cannot be written as words must not end the kiosk
            text = "something could not be said"
        if self._flood.takes(record.levelno, f"{record.name}: {text}"):
            self._write(_clean(record, text))

    def close(self) -> None:
        self._tell_counts()
        if self._journal is not None:
            self._journal.close()
        if self._file is not None:
            with contextlib.suppress(OSError):  # what could not be written is lost anyhow
                self._file.close()
        super().close()

    def _count(self) -> None:
        if self._flood.over(self._clock()):
            self._tell_counts()

    def _tell_counts(self) -> None:
        for level, line in self._flood.close(self._clock()):
            name, _, text = line.partition(": ")
            self._write(logging.LogRecord(name, level, __file__, 0, text, None, None))

    def _write(self, record: logging.LogRecord) -> None:
        """One line, whose words are safe."""
        if self._journal is not None:
            if self._journal.tell(record):
                return
        elif self._file is not None:
            try:
                self._file.emit(record)
            except (OSError, ValueError) as error:
                self._give_up(error)
            else:
                return
        elif self._early is not None and len(self._early) < _EARLY:
            self._early.append(record)
        _say(f"{record.name}: {record.levelname}: {record.msg}")

    def _give_up(self, error: OSError | ValueError) -> None:
        if not self._failed:
            self._failed = True
            why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
            _say(f"kiosk.health.logs: WARNING: the log file cannot be written: {why}; correct `log: {{file: ...}}`")


def begin(environment: Mapping[str, str], level: int = logging.INFO) -> Log:
    """From now on all that is logged goes the kiosk's way."""
    journal = None
    if told := environment.get("JOURNAL_STREAM"):
        from kiosk.health.logs.journal import Journal, stands_behind  # noqa: PLC0415 - only under systemd

        journal = Journal() if stands_behind(_STDERR, told) else None
    log = Log(journal=journal)
    root = logging.getLogger()
    root.addHandler(log)
    root.setLevel(level)
    logging.captureWarnings(True)
    return log


def _clean(record: logging.LogRecord, text: str) -> logging.LogRecord:
    """A record that holds nothing but these words, and where they stand in the code."""
    made = logging.LogRecord(record.name, record.levelno, record.pathname, record.lineno, "%s", (text,), None)
    made.msg, made.args, made.funcName, made.created = text, None, record.funcName, record.created
    return made


def _say(line: str) -> None:
    try:
        print(line, file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return  # nobody is left to be told
