"""The kiosk's figures as a text file that Prometheus reads, by way of node_exporter's textfile collector.

Owns names and form, and that visits are told of whole days that are over: a number that grows while it is watched would
tell when somebody came. Must not know where the facts come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from kiosk import keeping

MODE: Final = 0o644
"""node_exporter runs as another user."""
_P: Final = "imaging_kiosk"
_LAST = re.compile(rf"^{_P}_visits_last_day (\d+)$.*^{_P}_last_day_timestamp_seconds (\d+)$", re.MULTILINE | re.DOTALL)


class Day(Struct, frozen=True):
    """A day and its visits."""

    day: date
    visits: int


class Days(Struct, frozen=True):
    """The day that goes on, of which nothing is told, and the last one that is over."""

    now: Day | None = None
    over: Day | None = None


def counted(days: Days, day: date, visits: int) -> Days:
    """The same once it is known that `day` has had so many visits by now."""
    now = Day(day, visits)
    if days.now is None or days.now.day == day:
        return Days(now, days.over)
    if days.now.day > day:
        return Days(now, days.over)  # the clock went back: what is over stays
    return Days(now, days.now)


def later(known: Day | None, told: Day | None, today: date) -> Day | None:
    """The last day that is over: the one that is `known`, or the one that an earlier run has `told` of, if later."""
    if known is None or told is None:
        return known or told
    return told if known.day < told.day <= today else known


class Figures(Struct, frozen=True):
    """All that is told. Times in UTC."""

    version: str
    settings: str
    """A fingerprint: kiosks that are meant to be alike can be compared."""
    mode: str
    started: datetime
    written: datetime
    up: bool = True
    ready: bool = True
    """Whether patients can use it: it is not paused, out of order or without pages."""
    needs: Sequence[str] = ()
    all_needs: Sequence[str] = ()
    review_due: date | None = None
    disk_free: int | None = None
    last_day: Day | None = None


def text(figures: Figures) -> str:
    """The whole file."""
    return "".join(_metrics(figures))


def _metrics(figures: Figures) -> Iterator[str]:
    about = {"version": figures.version, "settings": figures.settings, "mode": figures.mode}
    yield from _one("info", "Version, and a fingerprint of the settings.", [(about, 1)])
    yield from _one("up", "1 while the kiosk runs; 0 once it has ended on purpose.", [({}, figures.up)])
    yield from _one("ready", "1 while patients can use it.", [({}, figures.ready)])
    needed = [({"name": name}, name in figures.needs) for name in figures.all_needs]
    yield from _one("need", "1 while staff should see to it.", needed)
    yield from _one("start_time_seconds", "When the kiosk was started.", [({}, figures.started.timestamp())])
    yield from _one("written_timestamp_seconds", "When this was written.", [({}, figures.written.timestamp())])
    if figures.review_due is not None:
        yield from _one(
            "review_due_timestamp_seconds", "When a page is to be reviewed.", [({}, _day(figures.review_due))]
        )
    if figures.disk_free is not None:
        yield from _one("disk_free_bytes", "Room where the kiosk keeps its state.", [({}, figures.disk_free)])
    if figures.last_day is not None:
        yield from _one("visits_last_day", "Visits of the last day that is over.", [({}, figures.last_day.visits)])
        yield from _one("last_day_timestamp_seconds", "Which day that was.", [({}, _day(figures.last_day.day))])


def _one(name: str, told: str, samples: Sequence[tuple[Mapping[str, str], float]]) -> Iterator[str]:
    yield f"# HELP {_P}_{name} {told}\n# TYPE {_P}_{name} gauge\n"
    for labels, value in samples:
        shown = ",".join(f'{label}="{_escaped(words)}"' for label, words in labels.items())
        yield f"{_P}_{name}{f'{{{shown}}}' if shown else ''} {int(value)}\n"


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _day(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()


def fault(file: str) -> str:
    """Why nothing can be written there, as a clause; empty where nothing is known against it."""
    path = Path(file)
    if not path.is_absolute():
        return f"{file} is no whole path"
    if path.suffix != ".prom":
        return f"{file} does not end in .prom, so that node_exporter does not read it"
    return "" if path.parent.is_dir() else f"there is no folder {path.parent}"


def write(file: str, figures: Figures) -> str:
    """Write the file, whole or not at all; returns why not, as a clause. Not for the window's thread."""
    if why := fault(file):
        return why
    try:
        keeping.keep(Path(file), text(figures).encode(), mode=MODE)
    except OSError as error:
        return str(error.strerror or error)
    return ""


def last_day(file: str) -> Day | None:
    """What an earlier run has told of its last day."""
    try:
        found = _LAST.search(Path(file).read_text(encoding="utf-8"))
        return Day(datetime.fromtimestamp(int(found[2]), UTC).date(), int(found[1])) if found else None
    except (OSError, ValueError, OverflowError):
        return None
