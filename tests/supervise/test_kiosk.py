"""`kiosk run --supervise` with the kiosk itself."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import paths

DEADLINE = 30.0


class Supervised:
    """The command, its words, and the kiosks it has started."""

    def __init__(self, folder: Path, **more: str) -> None:
        self.state = folder / "state"
        environment = {"XDG_CACHE_HOME": str(paths.cache_dir() or folder), "STATE_DIRECTORY": str(self.state)}
        environment |= {"RUNTIME_DIRECTORY": str(folder / "run"), **more}
        self.process = subprocess.Popen(
            cwd=folder,
            args=[sys.executable, "-m", "kiosk", "run", "--supervise", "--windowed", "540x960"],
            env={
                **os.environ,
                "PYTHONPATH": str(paths.PACKAGE.parent),
                "QT_QPA_PLATFORM": "offscreen",
                "QT_QUICK_BACKEND": "software",
                **environment,
            },
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        self.said.extend(self.process.stderr)

    def kiosk(self) -> int | None:
        """The process that is the kiosk now."""
        children = (
            Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii").split()
        )
        return int(children[0]) if children else None

    def words(self) -> list[str]:
        """The command line of that process."""
        process = self.kiosk()
        return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8").split("\0") if process else []

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + DEADLINE
        while not true():
            assert time.monotonic() < end, "".join(self.said)
            time.sleep(0.02)

    def says(self, words: str) -> bool:
        return words in "".join(self.said)

    def ready(self, times: int) -> bool:
        """Whether a kiosk has been ready that often."""
        return len(re.findall("the kiosk is ready", "".join(self.said))) >= times


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[Supervised]:
    made = Supervised(tmp_path)
    yield made
    made.process.kill()
    made.process.wait()


def test_a_killed_kiosk_is_back_and_both_end_when_told_to(supervised: Supervised) -> None:
    supervised.until(lambda: supervised.ready(1))
    supervised.until((supervised.state / "running.json").exists)
    first = supervised.kiosk()
    assert first is not None
    os.kill(first, signal.SIGKILL)
    supervised.until(lambda: supervised.ready(2))
    second = supervised.kiosk()
    assert second not in (None, first)
    supervised.until((supervised.state / "crash.json").exists)
    supervised.until((supervised.state / "running.json").exists)
    supervised.process.send_signal(signal.SIGTERM)
    assert supervised.process.wait(DEADLINE) == 0
    assert not Path(f"/proc/{second}").exists()
    assert not (supervised.state / "running.json").exists()


@pytest.mark.parametrize("is_ready", [False, True], ids=["before it is ready", "when it is ready"])
def test_the_settings_are_read_again_by_the_kiosk(supervised: Supervised, is_ready: bool) -> None:
    supervised.until(lambda: supervised.ready(1) if is_ready else bool(supervised.kiosk()))
    first = supervised.kiosk()
    supervised.process.send_signal(signal.SIGHUP)
    supervised.until(lambda: supervised.says("the settings were read again, and are as they were"))
    assert supervised.kiosk() == first
    assert not supervised.ready(2)


def test_a_kiosk_that_is_aborted_because_it_hangs_says_where(supervised: Supervised) -> None:
    supervised.until(lambda: supervised.ready(1))
    first = supervised.kiosk()
    assert first is not None
    os.kill(first, signal.SIGABRT)
    supervised.until(lambda: supervised.ready(2))
    assert supervised.says("Fatal Python error: Aborted")
    assert supervised.says("in run")


def test_a_kiosk_whose_pages_are_gone_is_stood_in_for(tmp_path: Path) -> None:
    shutil.copytree(paths.PACKAGE, tmp_path / "kiosk", ignore=shutil.ignore_patterns("__pycache__", "Shell"))
    supervised = Supervised(tmp_path, PYTHONPATH=str(tmp_path))
    try:
        supervised.until(lambda: supervised.says("start what stands in"))
        assert supervised.says("cannot be loaded")
        assert not supervised.ready(1)
        supervised.until(lambda: "kiosk.safe" in supervised.words())
        safe = supervised.kiosk()
        supervised.process.send_signal(signal.SIGTERM)
        assert supervised.process.wait(DEADLINE) == 0
        assert not Path(f"/proc/{safe}").exists()
    finally:
        supervised.process.kill()
        supervised.process.wait()
