"""The front desk of a kiosk on the touch rig: its state, `kiosk ctl` from outside, and a finger at the panel."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import time
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from kiosk.bridge.staff_state import KeptState
from kiosk.health.needs import Need
from kiosk.keeping import keep
from kiosk.staff.model import Event, KeyFound, Resume, Role, StartFresh, Touched
from kiosk.staff.pin import NAME
from tests.cli.launch import command, environment, finished, until
from tests.e2e.glass import Point
from tests.e2e.hand import Hand
from tests.e2e.likeness import alike
from tests.e2e.stage import Stage, staged

PIN = "402815"
CORNER = (80.0, 80.0)
"""Pixels: inside the corner that staff hold."""
LATELY = 30.0
"""Seconds after a visitor's touch in which the panel asks before it starts fresh."""


LONGEST = 60.0
"""Seconds from the hold until the panel has asked, on the slowest machine."""


class Beginning:
    """All lines that begin so."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __contains__(self, line: object) -> bool:
        return isinstance(line, str) and line.startswith(self._words)


class Desk:
    """Where the front desk keeps its files, and its commands as IT types them."""

    def __init__(self, home: Path, cache: Path) -> None:
        self.home = home
        self.places = {
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "XDG_CACHE_HOME": str(cache),
        }
        self.state = home / "state" / "imaging-kiosk"
        self.twins = home / "twin"
        """What the twin knows: the same, in a place of its own."""

    def command(self, *words: str, said: str | None = None) -> subprocess.CompletedProcess[str]:
        """`kiosk` with these words, to its end; `said` is typed into it."""
        env = environment(self.home, self.places)
        if said is None:
            return finished(command(*words), env)
        return subprocess.run(
            command(*words), env=env, cwd=self.home, input=said, capture_output=True, text=True, timeout=60, check=False
        )

    def set_pin(self) -> None:
        done = self.command("staff", "set-pin", said=f"{PIN}\n{PIN}\n")
        assert done.returncode == 0, done.stderr
        self.copy()

    @contextlib.contextmanager
    def broken(self, fault: Callable[[Path], None]) -> Iterator[None]:
        """What `fault` does to the file of PINs; at the end it is whole again. The twin has the same."""
        files = [folder / NAME for folder in (self.state, self.twins)]
        whole = files[0].read_bytes()
        for file in files:
            fault(file)
        try:
            yield
        finally:
            for file in files:
                keep(file, whole)

    def copy(self) -> None:
        """The twin's files become the same."""
        shutil.rmtree(self.twins, ignore_errors=True)
        shutil.copytree(self.state, self.twins)


class Front:
    """A kiosk that runs, seen from the front desk."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        self.desk = desk
        self.stage = stage
        self.hand: Hand = stage.hand
        self.twin = stage.twin
        self._held_at = 0.0
        self.values = {"folder": str(desk.state), "free": "0", "clock": "2026-11-05 07:30"}
        """What stands in the sentences of needs."""
        self.look()

    def look(self) -> None:
        """The twin reads its files anew."""
        desk = self.twin.kiosk.desk
        desk.use(KeptState(self.desk.twins, self.twin.kiosk.site.settings.desk, lambda work: work()))

    # --- from outside ---

    def ctl(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.desk.command("ctl", *words)

    def done(self, *words: str) -> None:
        """`kiosk ctl` does it."""
        answer = self.ctl(*words)
        assert answer.returncode == 0, answer.stderr

    def status(self) -> dict[str, Any]:
        answer = self.ctl("status", "--json")
        assert answer.returncode == 0, answer.stderr
        told: dict[str, Any] = json.loads(answer.stdout)
        return told

    def needs(self, wanted: set[str]) -> dict[str, str]:
        """What staff are told to see to, by name, once all that is wanted is told."""
        needs: dict[str, str] = {}

        def told() -> bool:
            needs.update({need["id"]: f"{need['text']} {need['mend']}" for need in self.status()["needs"]})
            return needs.keys() >= wanted

        assert until(told), needs
        return needs

    def reset(self) -> None:
        """By `kiosk ctl reset --force`, on the twin as well."""
        self.done("reset", "--force")
        self.twin.do(StartFresh())

    def fresh(self, what: str) -> None:
        """The first screen stands there, and it is that of a kiosk which nobody has used."""
        assert alike(self.stage.same(what), self.stage.first)

    def gone(self, home: QImage) -> None:
        """The first screen is a fresh one, and so is what comes after it: `home`, as the visitor found it."""
        self.fresh("after starting fresh")
        assert alike(self.stage.tap("Español"), home)

    def begin(self) -> None:
        """Whatever was before: the first screen, and nobody is there."""
        self.done("resume")
        self.done("reset", "--force")
        for event in (Resume(), StartFresh()):
            self.twin.do(event)
        self.fresh("before the test begins")

    # --- at the glass ---

    def visit(self) -> QImage:
        """Somebody chooses a language, opens a page and a part of it; returns the second screen."""
        home = self.stage.tap("Español")
        self.stage.tap(self.twin.cards()[-1][1])
        expander = self.twin.expander()
        assert expander
        self.stage.tap_at(expander, "an expander")
        return home

    def hold_corner(self) -> None:
        """A finger lies in the corner until the pad is there, as it is on the twin."""
        self.twin.kiosk.desk.open_pad()
        self.twin.do(Touched())
        self._held_at = time.monotonic()
        finger = self.hand.press(CORNER)
        self.stage.shows(self.twin.kiosk.desk.words.leave)
        self.hand.release(finger, CORNER)

    def enter(self, digits: str) -> None:
        """Type a PIN on the pad."""
        for key in self.keys(digits):
            self.hand.tap(*key)

    def keys(self, digits: str) -> list[Point]:
        """Where the pad has the keys of a PIN, and the one that ends it."""
        return [self.twin.control(name) for name in (*digits, self.twin.kiosk.desk.words.ok)]

    def open_panel(self) -> None:
        """Hold the corner and type the PIN."""
        needs = tuple(Need(need["id"], self.values) for need in self.status()["needs"])
        self.twin.kiosk.desk.tell_needs(needs)  # what the panel says of them takes room
        self.hold_corner()
        words = self.twin.kiosk.desk.words
        self.stage.shows("5")
        self.enter(PIN)
        self.twin.do(KeyFound(Role.DESK))
        self.stage.shows(words.close)

    def press(self, name: str) -> None:
        """Touch a control of the panel, here and on the twin."""
        at = self.stage.shows(name)
        self.stage.pause()
        self.hand.tap(*at)
        self.twin.tap(at)

    def start_fresh(self) -> None:
        """Ask the panel to start fresh, and say yes: it asks where somebody has touched the glass lately."""
        words = self.twin.kiosk.desk.words
        self.press(words.fresh)
        asked = self.twin.control(words.fresh)
        while not self.stage.stands(asked):
            seconds = time.monotonic() - self._held_at
            assert seconds < LONGEST, "the panel does not ask"
            if seconds > LATELY and alike(self.hand.picture(), self.stage.first):
                self.twin.tap(asked)  # so slow a machine: it was not lately any more
                return
        self.press(words.fresh)
        assert not self.twin.kiosk.desk.door

    def leave(self) -> None:
        """Go back from the pad to what was there."""
        self.press(self.twin.kiosk.desk.words.leave)


@contextlib.contextmanager
def fronted(
    hand: Hand,
    desk: Desk,
    site: str,
    more: Mapping[str, str] = {},
    *,
    expected: Container[str] = (),
    options: Sequence[str] = (),
    rests: Event | None = None,
) -> Iterator[Front]:
    """A kiosk with a front desk on the hand's screen, at its first screen.

    `rests`: what stands there from the beginning instead.
    """
    (desk.home / "run").mkdir(mode=0o700, exist_ok=True)
    site_file = desk.home / "site.yaml"
    site_file.write_text(site, encoding="utf-8")
    cache = Path(desk.places["XDG_CACHE_HOME"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        with staged(
            hand, site_file, cache, desk.places | dict(more), expected=expected, options=options, begins=rests
        ) as stage:
            front = Front(desk, stage)
            assert until(lambda: front.ctl("status").returncode == 0)  # asked for when the first frame stands
            yield front
