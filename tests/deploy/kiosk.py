"""The installed kiosk, started in its root as the unit starts it, under cage in a window of an X server."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

from tests.deploy.root import Root, end

UNIT = {
    "HOME": "/var/lib/imaging-kiosk",
    "XDG_CACHE_HOME": "/var/cache/imaging-kiosk",
    "XDG_RUNTIME_DIR": "/run/imaging-kiosk/wayland",
    "RUNTIME_DIRECTORY": "/run/imaging-kiosk",
    "STATE_DIRECTORY": "/var/lib/imaging-kiosk",
}
"""What the unit says of places."""
NESTED = {"WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "QT_QPA_PLATFORM": "wayland", "QT_QUICK_BACKEND": "software"}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
SIZE = (1024, 768)
"""Of cage's window in an X server."""
SITE = """\
name: Test
mode: demonstration
languages: [en, es]
session: {idle_seconds: 600, warning_seconds: 120}
less_motion: true
"""
_PATIENCE = 40.0
"""Seconds until a kiosk answers, or a program says something: only a fault takes so long."""


def folders(root: Root) -> None:
    """What systemd makes for the unit."""
    root.run(["install", "-d", "-o", "kiosk", "-g", "kiosk", "-m", "0750", "/run/imaging-kiosk"])


@contextmanager
def running(root: Root, evidence: Path, env: Mapping[str, str], *words: str) -> Iterator[Popen[bytes]]:
    """The kiosk, from the moment at which it answers to its end. `words`: what is started."""
    folders(root)
    with evidence.open("wb") as log:
        process = root.start(words, log, user="kiosk", env=UNIT | dict(env))
        try:
            until(lambda: root.run(["kiosk", "ctl", "status"], check=False).returncode == 0, process, evidence)
            yield process
        finally:
            end(process)


def until(holds: Callable[[], bool], process: Popen[bytes], log: Path) -> None:
    """Wait for a condition while the process lives."""
    limit = time.monotonic() + _PATIENCE
    while not holds():
        assert process.poll() is None, f"it ended with {process.returncode}:\n{log.read_text(errors='replace')}"
        assert time.monotonic() < limit, f"it does not come:\n{log.read_text(errors='replace')}"
        time.sleep(0.05)
