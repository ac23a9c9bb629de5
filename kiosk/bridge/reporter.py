"""Writes the kiosk's figures each minute, where the site wishes them: from facts that others have gathered.

Owns the file's rhythm and what is said when it cannot be written. Must not know how a fact is found out.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject

from kiosk.bridge.errands import Errands
from kiosk.bridge.identity import identity
from kiosk.bridge.kiosk import Kiosk
from kiosk.health import figures
from kiosk.health.figures import Day, Days, Figures
from kiosk.health.needs import IDS, Need
from kiosk.staff.model import Rest
from kiosk.staff.visits import Visits

_LOG = logging.getLogger("kiosk.health.figures")
_END_SECONDS = 2.0


class Reporter(QObject):
    """One file. `tell` once a minute; `close` at the end, which writes that the kiosk has ended."""

    def __init__(self, kiosk: Kiosk, file: str, about: Figures, days: Days) -> None:
        """`about`: what stays the same as long as the kiosk runs. `days`: what is known from before."""
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._file = file
        self._about = about
        self._errands = Errands("figures", self)
        self._days = days
        self._told = ""
        self._last = about

    def tell(self, needs: Iterable[Need], review_due: date | None, disk_free: int | None, today: date | None) -> None:
        """Write how the kiosk is. `today`: None while the clock cannot be right."""
        desk = self._kiosk.desk
        if today is not None:
            self._days = figures.counted(self._days, today, desk.visitsToday)
        self._last = replace(
            self._about,
            written=datetime.now(UTC),
            ready=self._kiosk.screen != "closed" and desk.restOfPatients == Rest.NONE,
            needs=tuple(need.id for need in needs),
            review_due=review_due,
            disk_free=disk_free,
            last_day=self._days.over,
        )
        self._write(self._last)

    def close(self) -> None:
        """The kiosk ends on purpose."""
        self._write(replace(self._last, up=False, ready=False, written=datetime.now(UTC)))
        self._errands.close(_END_SECONDS)

    def _write(self, what: Figures) -> None:
        def write() -> str:
            """What an earlier run has told of its last day stays, until a later one is over."""
            over = figures.later(what.last_day, figures.last_day(self._file), what.written.date())
            return figures.write(self._file, replace(what, last_day=over))

        self._errands.do(write, self._know)

    def _know(self, why: str) -> None:
        if why and why != self._told:
            _LOG.warning("the figures cannot be written: %s; correct `figures: {prometheus_file: ...}`", why)
        self._told = why


def reporting(kiosk: Kiosk, started: datetime, folder: Path) -> Reporter:
    """The reporter of a kiosk whose site wishes one. `folder`: where state is kept.

    What was counted on the last day is kept there: most kiosks are switched off before their day is over.
    """
    site = kiosk.site.settings
    version, settings = identity(site)
    about = Figures(version, settings, site.mode, started, started, all_needs=IDS)
    last = Visits(folder).last
    days = Days(Day(last.day, last.count)) if last else Days()
    return Reporter(kiosk, site.figures.prometheus_file, about, days)
