"""Nobody gets out of the kiosk: each known way is tried with real keys and touches at the compositor that runs it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.deploy import escapes
from tests.deploy.machine import KIOSK, SITE, SIZE, Machine, booted
from tests.e2e.likeness import alike
from tests.e2e.twin import Twin

pytestmark = [
    pytest.mark.deploy,
    pytest.mark.skipif(shutil.which("systemd-nspawn") is None, reason="without systemd-nspawn"),
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="without xdotool"),
]


class Locked:
    """A kiosk on its first screen, and what must still be so after each try."""

    def __init__(self, machine: Machine, english: tuple[float, float]) -> None:
        self._machine = machine
        self._english = english
        self._pid = machine.pid
        self._programs = self._others()
        assert sorted(self._programs.values()) == ["cage", "python"]
        self._first: QImage = machine.picture()

    def press(self, keys: tuple[str, ...]) -> None:
        display = {"DISPLAY": self._machine.rig.display, "PATH": "/usr/bin:/bin"}
        subprocess.run(["xdotool", "key", "--delay", "5", *keys], env=display, check=True, timeout=20)

    def touch(self, hand: escapes.Hand) -> None:
        hand(self._machine.rig)

    def stands(self, what: str) -> None:
        """The same process alone on the glass, its first screen, and an answer to a touch."""
        self._fresh(f"after {what}")
        assert self._machine.pid == self._pid
        assert self._machine.show(KIOSK, "NRestarts") == "0"
        assert self._others() == self._programs, "something else was started"
        self._machine.rig.tap(*self._english)
        self._machine.until(lambda: not alike(self._machine.picture(), self._first), f"{what}: no touch is answered")
        self._fresh(f"after a touch after {what}")

    def _others(self) -> dict[int, str]:
        """What runs behind the kiosk's walls but the speech service: the kiosk's own help key starts that."""
        found = self._machine.programs()
        return {number: name for number, name in found.items() if not name.startswith(("sd_", "speech-dispatch"))}

    def _fresh(self, what: str) -> None:
        self._machine.run("kiosk", "ctl", "reset", "--force")
        self._machine.until(lambda: alike(self._machine.picture(), self._first), f"{what}: not the first screen")


@pytest.fixture(scope="module")
def locked(qapp: object, installed: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    site = tmp_path_factory.mktemp("site") / "site.yaml"
    site.write_text(SITE, encoding="utf-8")
    twin = Twin(site, SIZE)
    english = twin.control("English")
    twin.close()
    with booted(installed, tmp_path_factory.mktemp("locked")) as machine:
        yield Locked(machine, english)


@pytest.mark.parametrize("name", escapes.KEYS)
def test_keys_lead_nowhere(locked: Locked, name: str) -> None:
    locked.press(escapes.KEYS[name])
    locked.stands(name)


@pytest.mark.parametrize("name", escapes.TOUCHES)
def test_hands_lead_nowhere(locked: Locked, name: str) -> None:
    locked.touch(escapes.TOUCHES[name])
    locked.stands(name)
