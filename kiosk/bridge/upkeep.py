"""Keeps the kiosk well and says when it is not: once a minute it looks around, and staff are told what they can do.

Joins the parts: clock, disk, devices, hours, the site's command, the last end. What is a need, `kiosk.health` decides;
what staff see of it, the front desk shows. What may take its time is done in a thread of its own. Nothing of a visitor
is known here.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.bridge.errands import Errands
from kiosk.bridge.heartbeat import Heartbeat
from kiosk.bridge.hook import Hook
from kiosk.bridge.hours import HoursWatch
from kiosk.bridge.shell import Shell
from kiosk.bridge.touch_device import TouchDevice
from kiosk.health import clock as clocks
from kiosk.health.clock import Clock
from kiosk.health.crash import Life, boot_id
from kiosk.health.facts import Disk, Facts, Pin, disk_at, silent
from kiosk.health.hours import Lit
from kiosk.health.needs import Need, needs
from kiosk.session.step import fresh
from kiosk.settings.hours import week
from kiosk.staff.fault import Flaw
from kiosk.staff.model import Rest
from kiosk.staff.pin import PinFile

if TYPE_CHECKING:
    from kiosk.bridge.reporter import Reporter

_MINUTE_MS: Final = 60_000
_REMEMBER: Final = timedelta(hours=1)
"""So often at most the newest time is written down."""
_CRASH_TOLD: Final = timedelta(days=1)
_END_SECONDS: Final = 2.0


class _Found(Struct, frozen=True):
    """What the thread has found out."""

    disk: Disk | None = None
    pin: Pin = Pin.SET
    writable: bool = True


class Upkeep(QObject):
    """Begins when the first frame stands; `close` before the window goes."""

    def __init__(
        self,
        shell: Shell,
        folder: Path,
        heartbeat: Heartbeat | None = None,
        *,
        control_off: bool = False,
        every_minute: Callable[[], None] = lambda: None,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        running: Callable[[], float] = lambda: time.clock_gettime(time.CLOCK_BOOTTIME),
    ) -> None:
        """`folder`: where state is kept. `control_off`: the socket of `kiosk ctl` could not be opened.

        `every_minute`: called after each look.

        `wall`: the time in UTC. `running`: seconds since the machine was started, its sleep included.
        """
        super().__init__(shell.kiosk)
        self._kiosk = shell.kiosk
        self._shell = shell
        self._folder = folder
        self._review_due: date | None = None
        self._reviews_known = False
        self._heartbeat = heartbeat
        self._wall = wall
        self._running = running
        self._errands = Errands("upkeep", self)
        self._found = _Found()
        self._life: Life | None = None
        self._clock = Clock(newest=clocks.kept(folder))
        self._written = self._clock.newest
        self._unkept = False
        self._touch = TouchDevice(shell.window, self)
        self._control_off = control_off
        self._every_minute = every_minute
        self._reporter: Reporter | None = None
        if self._kiosk.site.settings.figures.prometheus_file:
            from kiosk.bridge.reporter import reporting  # noqa: PLC0415 - few sites wish figures

            self._reporter = reporting(self._kiosk, wall(), folder)
        self.needs: tuple[Need, ...] = ()
        """What the kiosk needs staff for now."""
        site, desk = self._kiosk.site.settings, self._kiosk.desk
        self._site = site
        self._hook = Hook(site.hours.hook, site.hours.hook_seconds, self) if site.hours.hook else None
        self._hours = HoursWatch(week(site.hours), site.hours.dim_minutes, self._local, self._believed, self)
        self._hours.changed.connect(self._tell_hours)
        desk.doorChanged.connect(self._follow)
        if self._hook is not None:
            self._hook.failedChanged.connect(self._weigh)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.look)
        self._minute.start()
        self._errands.do(self._begin, self._know)
        self._look_around()
        self._hours.look()
        self._follow()
        self._report()

    @Slot()
    def look(self) -> None:
        """Look around; called each minute, and by tests after they moved their clocks."""
        self._know_reviews()
        self._look_around()
        self._report()
        self._every_minute()

    def _look_around(self) -> None:
        running = self._running()
        self._clock = clocks.looked(self._clock, self._wall(), running)
        self._remember()
        desk = self._kiosk.desk
        self._touch.look(self._kiosk.now(), desk.restOfPatients == Rest.NONE and self._hours.lit is Lit.ON)
        self._errands.do(self._find, self._take)
        self._weigh()

    def close(self) -> None:
        """The kiosk ends on purpose; a second time nothing happens."""
        if not self._minute.isActive():
            return
        self._minute.stop()
        desk = self._kiosk.desk
        desk.doorChanged.disconnect(self._follow)
        if self._hook is not None:
            self._hook.close()
        if self._reporter is not None:
            self._reporter.close()
        self._errands.do(self._end)
        self._errands.close(_END_SECONDS)

    # --- in the window's thread ---

    def _local(self) -> datetime:
        return self._wall().astimezone().replace(tzinfo=None)

    def _believed(self) -> bool:
        return not clocks.wrong(self._clock)

    def _tell_hours(self, lit: Lit) -> None:
        self._kiosk.desk.hours_are({Lit.ON: Rest.NONE, Lit.DIM: Rest.DIM, Lit.OFF: Rest.OFF}[lit])

    @Slot()
    def _follow(self) -> None:
        """The site's command switches to what stands on the glass: whoever wakes it must see it."""
        rest = self._kiosk.desk.rest
        lit = Lit(rest) if rest in (Lit.DIM, Lit.OFF) else Lit.ON
        if self._hook is not None:
            self._hook.want(lit)
            if self._heartbeat is not None:
                self._heartbeat.setDark(lit is Lit.OFF)

    def _know_reviews(self) -> None:
        """Once, while nobody is there: the book is opened for it, and closed again."""
        if not self._reviews_known and self._kiosk.session == fresh(self._kiosk.rules):
            self._reviews_known = True
            self._review_due = self._kiosk.library.next_review()
            self._kiosk.forget_books()

    def _report(self) -> None:
        """Write the figures, where the site wishes them."""
        if self._reporter is None:
            return
        today = self._local().date() if self._believed() else None
        disk = self._found.disk
        self._reporter.tell(self.needs, self._review_due, disk.free if disk else None, today)

    def _remember(self) -> None:
        newest = self._clock.newest
        if newest is None or (self._written is not None and abs(newest - self._written) < _REMEMBER):
            return
        self._written = newest
        self._errands.do(lambda: self._keep(newest))

    def _take(self, found: _Found) -> None:
        self._found = found
        self._weigh()

    def _know(self, life: Life) -> None:
        self._life = life
        self._weigh()

    @Slot()
    def _weigh(self) -> None:
        """Tell staff what has changed."""
        found = needs(self._facts())
        if found == self.needs:
            return
        self.needs = found
        self._kiosk.desk.tell_needs(found)
        if self._heartbeat is not None:
            names = ", ".join(need.id for need in found)
            self._heartbeat.status(f"The kiosk is ready; it needs staff: {names}." if names else "The kiosk is ready.")

    def _facts(self) -> Facts:
        wall, kiosk, life = self._wall(), self._kiosk, self._life
        crash = life.last_crash if life else None
        recent = crash is not None and wall - crash.when < _CRASH_TOLD
        lost = kiosk.desk.flaws
        unkept = self._unkept or not self._found.writable or (life is not None and life.readonly)
        unkept = unkept or Flaw.UNWRITABLE in lost
        due = self._review_due
        return Facts(
            touch=self._touch.state,
            silent_hours=silent(self._touch.silent_hours, self._site.desk.silent_hours),
            voices_missing=tuple(info.name for code in self._shell.mute if (info := kiosk.library.info(code))),
            review_due=due if due is not None and self._believed() and due < self._local().date() else None,
            disk=self._found.disk,
            wall=None if self._believed() else self._local(),
            crash=crash if recent else None,
            nothing_kept=str(self._folder) if unkept else "",
            damaged=Flaw.CORRUPT in lost,
            pin=self._found.pin,
            hook_failed=self._hook.failed if self._hook is not None else "",
            control_off=self._control_off,
            faults=kiosk.faults,
        )

    # --- in the errands' thread ---

    def _begin(self) -> Life:
        self._begun = Life(self._folder, self._wall(), boot_id())
        return self._begun

    def _end(self) -> None:
        self._begun.end()

    def _find(self) -> _Found:
        return _Found(disk_at(self._folder), _pin(self._folder), os.access(self._folder, os.W_OK))

    def _keep(self, newest: datetime) -> None:
        try:
            clocks.keep(self._folder, newest)
        except OSError:
            self._unkept = True
        else:
            self._unkept = False


def _pin(folder: Path) -> Pin:
    fault = PinFile(folder).fault
    if fault is None:
        return Pin.SET
    return Pin.MISSING if fault.flaw is Flaw.MISSING else Pin.UNSAFE
