"""The same kiosk once more, offscreen in the test process: it knows where controls are and how the screen must look.

It follows the steps that the real one is led through, by touches of its own, on a clock that moves only
from one tap to the next.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.app import Running, load_kiosk
from kiosk.session.hands import QUIET
from kiosk.staff.model import Event
from tests.e2e.glass import Glass
from tests.speech.fake import FakeSpeaker


class Twin(Glass):
    """One offscreen kiosk with a clock of its own. `close` it before the next is made."""

    def __init__(self, site_file: Path, size: tuple[int, int]) -> None:
        self._now = 0.0
        self._running = Running(load_kiosk(site_file, lambda: self._now), FakeSpeaker())  # only the real one is heard
        super().__init__(self._running.shell.window, self._running.kiosk)
        self._running.shell.show(size)

    def close(self) -> None:
        self._running.shell.close()

    @property
    def warnings(self) -> list[str]:
        """What Qt complained about."""
        return self._running.shell.warnings

    def do(self, event: Event) -> None:
        """Let something happen at the front desk."""
        self.kiosk.desk.apply(event)
        self._stirred = True

    def _pause(self) -> None:
        self._now += 2 * QUIET

    def pass_time(self, seconds: float) -> None:
        self._now += seconds
        self.kiosk.tick()
        self._stirred = True
