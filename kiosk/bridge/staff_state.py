"""What the front desk remembers, as the bridge asks for it: PIN, lock-out, visits, marks.

Without a folder all is in memory, and no PIN is set. Must not know the session, nor what stands on the glass.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.settings.model import Desk
from kiosk.staff.model import Rest, Role

if TYPE_CHECKING:
    from kiosk.staff.fault import Flaw
    from kiosk.staff.lockout import Lockouts
    from kiosk.staff.marks import Mark
    from kiosk.staff.pin import PinFile
    from kiosk.staff.visits import Visits

Later = Callable[[Callable[[], object]], object]
"""Has something done that may take its time: a disk that sleeps must not hold up the window."""


class StaffState:
    """A front desk that forgets all with the process."""

    def __init__(self) -> None:
        self._visits: tuple[date, int] = (date.min, 0)

    pin_set = False
    """Whether somebody can come in by PIN."""
    pin_unsafe = False
    """Whether there is a file of PINs that cannot be used: damaged, or open to others."""
    key_files = False
    """Whether a USB stick may open the panel."""
    wait = 0
    """Whole seconds until a PIN is taken again."""
    rest = Rest.NONE
    """Paused or broken: what stood when the process ended."""
    volume: int | None = None
    """Percent with which every visit begins; None for the site's own."""
    first_language = ""
    """The first of the first screen; empty for the site's own."""
    quiet: bool | None = None
    """Whether the opening hours darken the glass; None for what the settings say."""
    wiped: datetime | None = None
    """When the glass was last wiped down."""

    def look(self) -> None:
        """Find out once more whether a PIN is set."""

    def keep(self, **what: Any) -> None:
        """Remember what staff have set, by the names above."""
        for name, value in what.items():
            setattr(self, name, value)

    def pass_time(self, seconds: float) -> None:
        """The kiosk has run so long since the last call: a wait grows shorter by that."""

    def visits(self, today: date) -> int:
        """How many visits have ended today."""
        return self._visits[1] if self._visits[0] == today else 0

    def count_visit(self, today: date) -> None:
        self._visits = (today, self.visits(today) + 1)

    def check(self, digits: str) -> Role | None:
        """Whose PIN this is. Slow, for another thread; a wrong one is counted on the disk before this returns."""
        return None

    def find_key(self) -> Role | None:
        """Whose key file is on a USB stick just now. May take long: for a thread of its own."""
        return None

    @property
    def flaws(self) -> frozenset[Flaw]:
        """What is wrong with what it remembers; the PIN is looked at by others, who may wait for the disk."""
        return frozenset()


class KeptState(StaffState):
    """A front desk whose few files are in one folder. Where that cannot be written, all works and is forgotten."""

    def __init__(self, folder: Path, desk: Desk, later: Later) -> None:
        """`later` gets what writes to the disk, but for a wrong PIN: that is written before the answer."""
        super().__init__()
        from kiosk.staff.marks import Marks  # noqa: PLC0415 - what no kiosk needs that forgets

        self._folder = folder
        self._desk = desk
        self._later = later
        self._marks = Marks(folder)
        self._take(self._marks.now)
        self.key_files = bool(desk.key_files)

    def look(self) -> None:
        from kiosk.staff.fault import Flaw  # noqa: PLC0415

        fault = self._pins.fault
        self.pin_set = fault is None
        self.pin_unsafe = fault is not None and fault.flaw is not Flaw.MISSING

    def keep(self, **what: Any) -> None:
        super().keep(**what)
        self._later(lambda: self._marks.put(**what))

    @property
    def wait(self) -> int:  # type: ignore[override]
        return self._lockouts.left

    def pass_time(self, seconds: float) -> None:
        if self._lockouts.left:
            lockouts = self._lockouts  # made by the window's thread, not by two at once
            self._later(lambda: lockouts.pass_time(seconds))

    def visits(self, today: date) -> int:
        return self._count.today(today)

    def count_visit(self, today: date) -> None:
        count = self._count
        self._later(lambda: count.add(today))

    def check(self, digits: str) -> Role | None:
        from kiosk.staff.entry import admit  # noqa: PLC0415 - what no patient needs

        return admit(self._pins, self._lockouts, digits)

    def find_key(self) -> Role | None:
        from kiosk.staff import keyfile  # noqa: PLC0415

        return keyfile.find(self._desk.key_folders, {Role(role): sha for role, sha in self._desk.key_files.items()})

    @property
    def flaws(self) -> frozenset[Flaw]:
        found = (self._lockouts.fault, self._count.fault, self._marks.fault)
        return frozenset(fault.flaw for fault in found if fault is not None)

    # What only staff or the end of a visit asks for is read then.

    @cached_property
    def _pins(self) -> PinFile:
        from kiosk.staff.pin import PinFile  # noqa: PLC0415

        return PinFile(self._folder)

    @cached_property
    def _lockouts(self) -> Lockouts:
        from kiosk.staff.lockout import Lockouts  # noqa: PLC0415

        return Lockouts(self._folder)

    @cached_property
    def _count(self) -> Visits:
        from kiosk.staff.visits import Visits  # noqa: PLC0415

        return Visits(self._folder)

    def _take(self, mark: Mark) -> None:
        super().keep(
            rest=mark.rest,
            volume=mark.volume,
            first_language=mark.first_language,
            quiet=mark.quiet,
            wiped=mark.wiped,
        )
