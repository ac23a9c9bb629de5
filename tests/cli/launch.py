"""Starts `kiosk` as a child process in an environment of its own, and ends it whatever happens."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
DEADLINE = 60.0
"""Seconds after which a child that should have ended, or said something, is taken for hung."""
_TAKEN = ("QT_", "QML", "QSG_", "KIOSK_", "PYTHON", "COV_", "PYTEST_")


def environment(home: Path, also: Mapping[str, str] = OFFSCREEN, root: Path = ROOT) -> dict[str, str]:
    """A clean environment: this checkout's kiosk, a home of its own, no display but what `also` names."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_TAKEN) and name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
    }
    places = {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache"), "XDG_RUNTIME_DIR": str(home)}
    return kept | places | {"PYTHONPATH": str(root), "PYTHONUNBUFFERED": "1"} | dict(also)


def command(*arguments: str | Path) -> list[str]:
    """`kiosk` with these arguments, run by this Python."""
    return [sys.executable, "-m", "kiosk", *map(str, arguments)]


def finished(
    arguments: list[str], env: Mapping[str, str], deadline: float = DEADLINE
) -> subprocess.CompletedProcess[str]:
    """The command run to its end."""
    return subprocess.run(
        arguments,
        env=dict(env),
        cwd=env["HOME"] if Path(env["HOME"]).is_dir() else "/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=deadline,
        check=False,
    )


@contextlib.contextmanager
def running(arguments: list[str], env: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The command while it runs, killed at the end; what it says goes to `log`."""
    with log.open("wb") as stream:
        process = subprocess.Popen(
            arguments, env=dict(env), cwd=log.parent, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def until(condition: Callable[[], bool], deadline: float = DEADLINE) -> bool:
    """Ask again and again whether `condition` holds; False when `deadline` seconds have passed without."""
    end = time.monotonic() + deadline
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)  # between two looks, not instead of one
    return True
