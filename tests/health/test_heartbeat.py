"""The heartbeat of real processes, heard as systemd hears it: no false alarm at rest, and no dead part goes unseen."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk import paths
from tests.health.listening import Listener

PERIOD = 0.6
"""Seconds in which a beat must come."""


@contextmanager
def beating(ear: Listener, *command: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A process that is watched, with a watchdog of PERIOD seconds."""
    watched = {"NOTIFY_SOCKET": ear.address, "WATCHDOG_USEC": str(int(PERIOD * 1e6))}
    with subprocess.Popen(
        [sys.executable, *command],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", **watched, **environment},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def planted(process: subprocess.Popen[str]) -> float:
    """When the fault has happened."""
    assert process.stdout is not None
    assert process.stdout.readline() == "planted\n"
    return time.monotonic()


def longest_gap(ear: Listener, since: float, until: float) -> float:
    """The longest time without a beat, in seconds."""
    times = [since, *(when for when in ear.beats() if since < when < until), until]
    return max(b - a for a, b in itertools.pairwise(times))


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Listener]:
    with Listener(tmp_path / "notify") as made:
        yield made


def test_the_kiosk_at_rest_is_never_taken_for_dead_and_says_when_it_ends(ear: Listener, tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(paths.cache_dir() or tmp_path), "STATE_DIRECTORY": str(tmp_path / "state")}
    with beating(ear, "-m", "kiosk", "run", "--windowed", "540x960", **environment) as process:
        assert ear.wait("READY=1")
        assert any(line.startswith("STATUS=") for line in ear.lines())
        assert ear.wait("WATCHDOG=1")
        since = time.monotonic()
        ear.hear(3 * PERIOD)
        assert longest_gap(ear, since, since + 3 * PERIOD) < PERIOD
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        assert ear.lines()[-1] == "STOPPING=1"


@pytest.mark.parametrize("state", ["hidden", "dark", "never_shown"])
def test_a_glass_that_nobody_can_see_is_no_reason_for_a_restart(ear: Listener, state: str) -> None:
    with beating(ear, "-m", "tests.health.beating", state) as process:
        assert ear.wait("READY=1")
        since = planted(process) - PERIOD / 2
        ear.hear(3 * PERIOD)
        assert longest_gap(ear, since, since + 3 * PERIOD) < PERIOD


@pytest.mark.parametrize("fault", ["gui", "frameless"])
def test_a_window_whose_thread_hangs_or_that_draws_no_more_is_found_out(ear: Listener, fault: str) -> None:
    with beating(ear, "-m", "tests.health.beating", fault) as process:
        assert ear.wait("WATCHDOG=1")
        since = planted(process)
        ear.hear(2 * PERIOD)
        assert [when for when in ear.beats() if when > since + 0.05] == []
        assert process.poll() is None


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """An X server on which Qt draws with OpenGL, in a thread of its own."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("needs Xvfb; `make check` installs it")
    reader, writer = os.pipe()
    with subprocess.Popen(
        [program, "-displayfd", str(writer), "-screen", "0", "400x400x24", "+extension", "GLX", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


ON_GRAPHICS = {
    "QT_QPA_PLATFORM": "xcb",
    "QT_QUICK_BACKEND": "rhi",
    "QSG_RHI_BACKEND": "opengl",
    "QSG_RENDER_LOOP": "threaded",
    "LIBGL_ALWAYS_SOFTWARE": "1",
}


def test_a_renderer_that_hangs_is_found_out_though_the_window_lives(ear: Listener, screen: str) -> None:
    with beating(ear, "-m", "tests.health.beating", "renderer", DISPLAY=screen, **ON_GRAPHICS) as process:
        assert ear.wait_more("WATCHDOG=1", 2)
        since = planted(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "tick\n"  # the window's own thread goes on
        ear.hear(2 * PERIOD)
        # One frame may have been under way.
        assert [when for when in ear.beats() if when > since + PERIOD / 2] == []
        assert process.poll() is None


def test_a_renderer_in_a_thread_of_its_own_beats_too(ear: Listener, screen: str) -> None:
    with beating(ear, "-m", "tests.health.beating", "none", DISPLAY=screen, **ON_GRAPHICS):
        assert ear.wait("READY=1")
        since = time.monotonic()
        ear.hear(3 * PERIOD)
        assert longest_gap(ear, since, since + 3 * PERIOD) < PERIOD
