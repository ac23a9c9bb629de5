"""Looks at a program from outside: how long until its first frame, how much memory it holds, what it prints."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_LINE = b"first frame"
_DEADLINE = 60.0
_LOOK, _FREE = 0.15, 0.9  # seconds; cores
_STILL = 0.4  # seconds without any processor time: the program is at rest


@dataclass(frozen=True)
class Program:
    """A command, the environment it runs in, and what both are called in the report."""

    name: str
    command: tuple[str, ...]
    env: Mapping[str, str]

    def plus(self, *arguments: str, **env: str) -> Program:
        return Program(self.name, (*self.command, *arguments), {**self.env, **env})


class BenchError(Exception):
    """A program did not do what it is measured for; the message says which and what."""


def start_seconds(program: Program) -> float:
    """From spawning the program to its line "first frame"; it must then end by itself."""
    begin = time.perf_counter()
    process = _spawn(program)
    assert process.stdout is not None
    line = process.stdout.readline()
    taken = time.perf_counter() - begin
    process.communicate(timeout=_DEADLINE)
    if line.strip() != _LINE or process.returncode != 0:
        raise BenchError(f"{program.name} said {line!r} instead of its first frame, exit code {process.returncode}")
    return taken


def resting_pss(program: Program) -> int:
    """Proportional memory in KiB once the first screen stands and nothing happens any more."""
    process = _spawn(program)
    try:
        _until_still(process, program.name)
        return pss(process.pid)
    finally:
        process.kill()
        process.communicate()


def told(program: Program, seconds: float = _DEADLINE) -> object:
    """The JSON that the program prints before it ends."""
    process = _spawn(program)
    out, _ = process.communicate(timeout=seconds)
    if process.returncode != 0:
        raise BenchError(f"{program.name} ended with exit code {process.returncode}")
    return json.loads(out)


def others_with_qt() -> int:
    """How many processes share Qt's libraries with what is measured, so that each seems smaller than it is."""
    return sum(
        "libQt6Core" in _read(Path(entry.path) / "maps") for entry in os.scandir("/proc") if entry.name.isdigit()
    )


def calm(patience: float = 4.0) -> bool:
    """Wait until a core is free, or held by others only where they give way; False when none has become so."""
    end = time.monotonic() + patience
    while _busy_cores(_LOOK) > (os.cpu_count() or 1) - _FREE:
        if time.monotonic() > end:
            return False
    return True


def _busy_cores(seconds: float) -> float:
    """How many cores have been busy during the next so many seconds."""
    before = _busy_ticks()
    begin = time.monotonic()
    time.sleep(seconds)  # what is asked is what happens meanwhile
    return (_busy_ticks() - before) / os.sysconf("SC_CLK_TCK") / (time.monotonic() - begin)


def _busy_ticks() -> int:
    user, _nice, system, _idle, _waiting, *rest = map(int, _read(Path("/proc/stat")).splitlines()[0].split()[1:8])
    return user + system + sum(rest)


def mappings(pid: int) -> dict[str, int]:
    """KiB of proportional memory by file, or by kind where there is none."""
    sums: dict[str, int] = {}
    name = ""
    for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8").splitlines():
        first, _, rest = line.partition(" ")
        if not first.endswith(":"):
            fields = rest.split(maxsplit=4)
            name = fields[4] if len(fields) > 4 else "[anonymous]"
        elif first == "Pss:":
            sums[name] = sums.get(name, 0) + int(rest.split()[0])
    return sums


def _spawn(program: Program) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        program.command, env=dict(program.env), cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )


def _until_still(process: subprocess.Popen[bytes], name: str) -> None:
    """Wait until the program draws with Qt Quick, has no child, sleeps, and has used no time for a while."""
    end = time.monotonic() + _DEADLINE
    spent, since = -1, time.monotonic()
    while time.monotonic() < end:
        if process.poll() is not None:
            raise BenchError(f"{name} ended with exit code {process.returncode}")
        state, now = _state(process.pid)
        if now != spent or state != "S" or _read(Path(f"/proc/{process.pid}/task/{process.pid}/children")):
            spent, since = now, time.monotonic()
        elif time.monotonic() - since > _STILL and "libQt6Quick" in _read(Path(f"/proc/{process.pid}/maps")):
            return
        time.sleep(0.02)  # between two looks
    raise BenchError(f"{name} never comes to rest")


def _state(pid: int) -> tuple[str, int]:
    """The letter that says what the process does, and the clock ticks it has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return fields[0], int(fields[11]) + int(fields[12])


def pss(pid: int) -> int:
    """Proportional memory of a process, KiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
