"""Disk and memory: whether there is room left.

Owns the limits. Must not know what is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.health.doctor.finding import Finding, as_root, broken, look, ok
from kiosk.health.doctor.machine import Machine
from kiosk.health.facts import disk_at, file_system_at, nearly_full

_MIB = 1024 * 1024
_FULL = 8 * _MIB
TIGHT = 150 * _MIB
"""Of free memory."""
LARGE = 700 * _MIB
"""A kiosk that has grown so large is not well."""


def disk(machine: Machine, folders: Sequence[Path]) -> Iterator[Finding]:
    """Whether the disks of these folders have room; each disk once."""
    seen: set[tuple[int, int]] = set()
    for folder in folders:
        found = disk_at(machine.path(folder))
        if found is None or (found.free, found.total) in seen:
            continue
        seen.add((found.free, found.total))
        told = f"{_size(found.free)} of {_size(found.total)} are free below {folder}"
        if found.free < _FULL or _no_names_left(machine.path(folder)):
            yield broken("disk", f"full: {told}", _mend(folder))
        elif nearly_full(found):
            yield look("disk", f"nearly full: {told}", _mend(folder))
        else:
            yield ok("disk", told)


def _mend(folder: Path) -> str:
    return f"journalctl --vacuum-size=100M; du -xh {folder} | sort -h | tail"


def _no_names_left(folder: Path) -> bool:
    """Whether no file can be made although there is room."""
    found = file_system_at(folder)
    return found is not None and found.f_files > 0 and found.f_favail == 0


def memory(machine: Machine, pid: int | None) -> Iterator[Finding]:
    """The machine's, and what the kiosk (process `pid`; None where none runs) takes of it."""
    told = _kilobytes(machine.text("/proc/meminfo"))
    free, total = told.get("MemAvailable"), told.get("MemTotal")
    if free is not None and total is not None:
        sentence = f"{_size(free)} of {_size(total)} are free"
        if free < TIGHT:
            yield look("memory", f"{sentence}: the system may end the kiosk", "ps aux --sort=-rss | head")
        else:
            yield ok("memory", sentence)
    else:
        yield look("memory", "the system does not say how much is free", "free -m")
    if pid is None:
        return
    own = _kilobytes(machine.text(f"/proc/{pid}/smaps_rollup"))
    if "Pss" not in own:
        status = _kilobytes(machine.text(f"/proc/{pid}/status"))
        if "VmRSS" not in status:
            yield as_root("kiosk memory")
            return
        own = {"Rss": status["VmRSS"]}
    size = own.get("Pss", own.get("Rss", 0))
    shown = f"the kiosk takes {_size(size)}" + (f" ({_size(own['Rss'])} with shared memory)" if "Pss" in own else "")
    if size > LARGE:
        yield look("kiosk memory", f"{shown}; it should be less", "kiosk ctl restart")
    else:
        yield ok("kiosk memory", shown)


def _kilobytes(text: str) -> dict[str, int]:
    """Bytes by name, of a file of `Name:   12 kB` lines."""
    found: dict[str, int] = {}
    for line in text.splitlines():
        name, _, rest = line.partition(":")
        words = rest.split()
        if len(words) == 2 and words[1] == "kB" and words[0].isdecimal():
            found[name] = int(words[0]) * 1024
    return found


def _size(count: int) -> str:
    return f"{count / 1024 / _MIB:.1f} GiB" if count >= 1024 * _MIB else f"{count // _MIB} MiB"
