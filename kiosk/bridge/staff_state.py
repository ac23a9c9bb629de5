"""What the front desk remembers, as the bridge asks for it: PIN, lock-out, visits, marks. Without files, in memory.

Must not know the session, nor what stands on the glass.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.staff.model import Rest, Role


class Marks(Struct, frozen=True):
    """What outlives a restart; nothing about any visitor."""

    rest: Rest = Rest.NONE
    """Paused or broken."""
    volume: int = 0
    """Percent with which every visit begins; 0 for the site's own."""
    first_language: str = ""
    """The first of the first screen; empty for the site's own."""
    quiet: bool = True
    """Whether the opening hours darken the glass."""
    last_wiped: str = ""
    """When the glass was last wiped down, as it is shown."""


class StaffState:
    """A front desk without a disk: no PIN is set, and all is forgotten with the process."""

    def __init__(self) -> None:
        self._marks = Marks()
        self._visits = 0

    @property
    def writable(self) -> bool:
        """Whether what is kept outlives the process."""
        return False

    @property
    def pin_set(self) -> bool:
        return False

    @property
    def key_files(self) -> bool:
        """Whether a USB stick may open the panel."""
        return False

    @property
    def marks(self) -> Marks:
        return self._marks

    def mark(self, **what: object) -> None:
        """Keep these fields of the marks from now on."""
        self._marks = replace(self._marks, **what)

    @property
    def visits_today(self) -> int:
        return self._visits

    def count_visit(self) -> None:
        self._visits += 1

    def wait_seconds(self, now: float) -> float:
        """How long no PIN is taken yet, by the caller's clock."""
        return 0.0

    def check(self, pin: bytes, now: float) -> Role | None:
        """Whose PIN it is; takes about a tenth of a second. A wrong one is counted on the disk before this returns."""
        return None

    def find_key(self) -> Role | None:
        """Whose key file is on a USB stick just now; may take long."""
        return None
