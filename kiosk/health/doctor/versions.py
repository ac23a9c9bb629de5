"""What the kiosk stands on: its own version, Linux, Python, Qt, the compositor.

Owns which of them are too old. Must not know what they are used for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kiosk.health.doctor.finding import Finding, broken, look, ok
from kiosk.health.doctor.machine import Machine

CAGE: Final = (0, 1, 5)
"""Older ones, such as Debian 12's, tell Qt of no touch."""
QT: Final = ((6, 10), (6, 12))
"""From the first, below the second."""
PYTHON: Final = (3, 11)


def versions(machine: Machine, kiosk: str, python: str, qt: str) -> Iterator[Finding]:
    """`kiosk`, `python`, `qt`: versions as they call themselves; empty where there is none."""
    yield ok("kiosk", f"version {kiosk}") if kiosk else look("kiosk", "not installed as a package", "kiosk --version")
    system = _pretty(machine.text("/etc/os-release"))
    kernel = machine.text("/proc/sys/kernel/osrelease")
    yield (
        ok("system", ", ".join(filter(None, (system, f"Linux {kernel}" if kernel else ""))))
        if system or kernel
        else look("system", "it does not say what it is", "uname -a")
    )
    yield _python(python)
    yield _qt(qt)
    yield _cage(machine)


def _python(version: str) -> Finding:
    if numbers(version)[:2] < PYTHON:
        return broken("Python", f"{version} is too old; the kiosk needs 3.11", "apt install --reinstall imaging-kiosk")
    return ok("Python", version)


def _qt(version: str) -> Finding:
    mend = "apt install --reinstall imaging-kiosk"
    if not version:
        return broken("Qt", "PySide6 is not installed: no screen can be shown", mend)
    if not QT[0] <= numbers(version)[:2] < QT[1]:
        return broken("Qt", f"PySide6 {version} is not one that the kiosk is made for (6.10 or 6.11)", mend)
    return ok("Qt", f"PySide6 {version}")


def _cage(machine: Machine) -> Finding:
    said = machine.run(("cage", "-v"))
    if said is None:
        return broken("cage", "the compositor cage is not installed", "apt install cage")
    found = numbers(said.text)
    if not found:
        return look("cage", "the compositor does not say its version", "cage -v")
    shown = ".".join(map(str, found))
    if found < CAGE:
        told = f"version {shown} drops every touch before Qt hears of it; 0.1.5 or newer is needed"
        return broken("cage", told, "apt install cage/trixie  # Debian 13 has 0.2.0")
    return ok("cage", f"version {shown}")


def numbers(text: str) -> tuple[int, ...]:
    """The first version number in a text; empty where there is none."""
    found = re.search(r"\d+(?:\.\d+)+", text)
    return tuple(map(int, found[0].split("."))) if found else ()


def _pretty(text: str) -> str:
    found = re.search(r'^PRETTY_NAME="?([^"\n]*)', text, re.MULTILINE)
    return found[1] if found else ""
