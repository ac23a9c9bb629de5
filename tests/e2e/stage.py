"""The real kiosk and its twin side by side: every step is made on both, and the two screens must become the same."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from kiosk.session.hands import QUIET
from kiosk.staff.model import Event
from tests.cli.launch import command, environment, running
from tests.e2e.glass import Point
from tests.e2e.hand import Hand
from tests.e2e.likeness import alike
from tests.e2e.twin import Twin

_DEADLINE = 20.0  # seconds until the real screen must look like the twin's
_PAUSE = QUIET + 0.05
_MIDDLE, _LOW, _HIGH = 540, 1500, 500  # pixels: a swipe over the page, clear of its edges and of the bar
_SWIPES = 15  # no page is longer
_WIDE, _TALL = 240, 96  # pixels of a control that are looked at


class Stage:
    """A running kiosk that can be touched, and what it must look like."""

    def __init__(self, hand: Hand, twin: Twin, real: subprocess.Popen[bytes], evidence: Path) -> None:
        self.hand = hand
        self.twin = twin
        self._real = real
        self._evidence = evidence
        self._seen = 0.0
        self.first = self.same("the first screen")

    @property
    def pid(self) -> int:
        """The process that was started."""
        return self._real.pid

    def ended(self) -> int:
        """With what the kiosk has ended, once it has."""
        return self._real.wait(_DEADLINE)

    def same(self, what: str, deadline: float = _DEADLINE) -> QImage:
        """Wait until the real screen looks like the twin's; returns the picture."""
        wanted = self.twin.picture()
        end = time.monotonic() + deadline
        while not alike(seen := self.hand.picture(), wanted):
            assert self._real.poll() is None, f"{what}: the kiosk ended with {self._real.returncode}"
            if time.monotonic() > end:
                wanted.save(str(self._evidence / "wanted.png"))
                seen.save(str(self._evidence / "seen.png"))
                raise AssertionError(f"{what}: the screen is not what it must be; see the pictures in {self._evidence}")
        self._seen = time.monotonic()
        return wanted

    def shows(self, name: str, deadline: float = _DEADLINE) -> Point:
        """Wait until the control of this name stands on the real screen as it does on the twin's; returns where.

        For a page of which other parts may differ: a clock time, seconds that are counted down.
        """
        at = self.twin.control(name)
        end = time.monotonic() + deadline
        while not self.stands(at):
            assert self._real.poll() is None, f"{name}: the kiosk ended with {self._real.returncode}"
            if time.monotonic() > end:
                self.twin.picture().save(str(self._evidence / "wanted.png"))
                self.hand.picture().save(str(self._evidence / "seen.png"))
                raise AssertionError(f"{name!r} does not stand where it must; see the pictures in {self._evidence}")
        self._seen = time.monotonic()
        return at

    def stands(self, at: Point) -> bool:
        """Whether the real screen looks like the twin's around this point."""
        part = QRect(round(at[0]) - _WIDE // 2, round(at[1]) - _TALL // 2, _WIDE, _TALL)
        return alike(self.hand.picture().copy(part), self.twin.picture().copy(part))

    def pause(self) -> None:
        """Let so much time pass that the kiosk does not take the next tap for the last one doubled."""
        time.sleep(max(0.0, self._seen + _PAUSE - time.monotonic()))

    def tap(self, name: str) -> QImage:
        """Touch the control of this name and wait for what it does."""
        return self.tap_at(self.twin.control(name), name)

    def tap_at(self, at: Point, what: str) -> QImage:
        self.twin.tap(at)
        self.pause()
        self.hand.tap(*at)
        return self.same(f"after a touch on {what}")

    def to_the_end(self) -> QImage:
        """Swipe upwards until both stand at the end of the page: a flick goes as far as the machine is quick."""
        return self._swipe((_MIDDLE, _LOW), (_MIDDLE, _HIGH), 1.0)

    def to_the_start(self) -> QImage:
        return self._swipe((_MIDDLE, _HIGH), (_MIDDLE, _LOW), 0.0)

    def _swipe(self, start: Point, end: Point, share: float) -> QImage:
        for _ in range(_SWIPES):
            self.twin.swipe(start, end)
            self.hand.swipe(start, end, seconds=0.1)
            if self.twin.stands_at(share):
                break
        self.twin.swipe(start, end)  # the last fraction of a pixel
        wanted = self.twin.picture()
        for _ in range(_SWIPES):
            if alike(self.hand.picture(), wanted):
                break
            self.hand.swipe(start, end, seconds=0.1)
        return self.same(f"after swiping to {share:.0%} of the page")


@contextlib.contextmanager
def staged(
    hand: Hand,
    site_file: Path,
    cache: Path,
    more: Mapping[str, str] = {},
    *,
    expected: Container[str] = (),
    options: Sequence[str] = (),
    begins: Event | None = None,
) -> Iterator[Stage]:
    """A kiosk on the hand's screen and its twin, both at their first screen; ends with a look at what they said.

    `more`: what else stands in the real one's environment; `expected`: lines of its log that must be expected;
    `options`: those of `kiosk run`; `begins`: what happens at the twin's front desk before anything is compared.
    """
    screen = {name: hand.env()[name] for name in ("DISPLAY", "QT_QPA_PLATFORM")}
    drawing = {name: os.environ[name] for name in ("QT_QUICK_BACKEND",)}  # as the twin draws
    also = screen | drawing | {"XDG_CACHE_HOME": str(cache)} | dict(more)
    home = site_file.parent
    log = home / "kiosk.log"
    twin = Twin(site_file, (hand.width, hand.height))
    try:
        if begins is not None:
            twin.do(begins)
        with running(command("run", *options, "--site", site_file), environment(home, also), log) as real:
            stage = Stage(hand, twin, real, home)
            yield stage
            real.terminate()
            assert real.wait(20) == os.EX_OK
        said = [line for line in log.read_text(encoding="utf-8").splitlines() if line not in expected]
        said = [line for line in said if not line.startswith("kiosk: WARNING: ")]  # those are about the content
        assert said == [], said
        assert twin.warnings == []
    finally:
        twin.close()
