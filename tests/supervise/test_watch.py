"""The supervisor with real processes: they come back, they never are two, and none is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.supervise import supervise

DEADLINE = 20.0


class Watched:
    """A supervisor of two toys in a folder."""

    def __init__(self, folder: Path, kiosk: str, safe: str = "beat") -> None:
        self._folder = folder
        self.say("kiosk", kiosk)
        self.say("safe", safe)
        names = [str(folder / name) for name in ("kiosk", "safe", "log")]
        self.process = subprocess.Popen([sys.executable, "-m", "tests.supervise.run", *names], stderr=subprocess.PIPE)

    def say(self, name: str, words: str) -> None:
        """What the program does when it is started the next time."""
        new = self._folder / "new"
        new.write_text(words, encoding="utf-8")
        new.replace(self._folder / name)

    def pids(self, name: str) -> list[int]:
        """Each start of it, by its process's number."""
        log = self._folder / "log"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [int(line.split()[1]) for line in lines if line.startswith(f"{name} ") and line.split()[1:]]

    def alive(self) -> set[int]:
        """Who of them is there, the unburied dead, too."""
        return {pid for name in ("kiosk", "safe") for pid in self.pids(name) if Path(f"/proc/{pid}").exists()}

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + DEADLINE
        while not true():
            assert time.monotonic() < end, f"{self._folder.joinpath('log').read_text()}"
            time.sleep(0.01)

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(DEADLINE)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    made: list[Watched] = []

    def start(kiosk: str, safe: str = "beat") -> Watched:
        made.append(Watched(tmp_path, kiosk, safe))
        return made[-1]

    yield start
    for each in made:
        each.process.kill()
        each.process.communicate()
        for pid in each.alive():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("end", ["ready crash", "ready kill", "ready hang", "3"])
def test_a_kiosk_that_crashes_hangs_or_wants_it_is_started_again(watched: Callable[..., Watched], end: str) -> None:
    watch = watched(end)
    watch.until(lambda: len(watch.pids("kiosk")) >= 1)
    watch.say("kiosk", "ready beat")
    watch.until(lambda: len(watch.pids("kiosk")) >= 2)
    watch.until(lambda: watch.alive() == {watch.pids("kiosk")[-1]})
    assert watch.end() == 0
    assert watch.alive() == set()


def test_a_crash_loop_ends_in_a_quiet_sentence_and_that_in_the_kiosk_once_it_is_mended(
    watched: Callable[..., Watched],
) -> None:
    watch = watched("crash")
    watch.until(lambda: len(watch.pids("safe")) == 1)
    assert len(watch.pids("kiosk")) >= 3
    watch.until(lambda: len(watch.pids("kiosk")) >= 5)  # it is still tried
    assert watch.alive() >= {watch.pids("safe")[0]}
    watch.say("kiosk", "ready beat")
    watch.until(lambda: watch.alive() == {watch.pids("kiosk")[-1]})
    assert len(watch.pids("safe")) == 1
    os.kill(watch.pids("kiosk")[-1], signal.SIGKILL)
    dead = watch.pids("kiosk")[-1]
    watch.until(lambda: watch.pids("kiosk")[-1] != dead)
    assert watch.end() == 0
    assert watch.alive() == set()


def test_all_that_it_started_ends_with_it(watched: Callable[..., Watched]) -> None:
    watch = watched("crash")
    watch.until(lambda: len(watch.pids("safe")) == 1)
    watch.say("kiosk", "hang")
    watch.until(lambda: len(watch.alive()) == 2)
    assert watch.end() == 0
    assert watch.alive() == set()


def test_a_supervisor_that_is_killed_leaves_no_kiosk_behind(watched: Callable[..., Watched]) -> None:
    watch = watched("ready beat")
    watch.until(lambda: len(watch.alive()) == 1)
    watch.end(signal.SIGKILL)
    watch.until(lambda: watch.alive() == set())


@pytest.mark.parametrize("code", [2, 64])
def test_a_code_that_starting_again_cannot_help_is_handed_on(watched: Callable[..., Watched], code: int) -> None:
    assert watched(str(code)).process.wait(DEADLINE) == code


def test_a_program_that_is_not_there_is_a_failed_start(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.supervise.run import QUICK  # noqa: PLC0415

    nowhere, true = (
        ["/nowhere/kiosk"],
        [sys.executable, "-c", "import os, signal; os.kill(os.getppid(), signal.SIGTERM)"],
    )
    before = signal.getsignal(signal.SIGTERM)
    assert supervise(nowhere, true, QUICK) == 0  # what stands in was started, and ended it
    assert signal.getsignal(signal.SIGTERM) == before
