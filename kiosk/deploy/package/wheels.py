"""Fetches what the kiosk needs as wheels for the target's Python, and builds the kiosk's own. Runs pip, nothing else.

The target is Debian 13: Python 3.13, glibc 2.41. Nothing of the machine that builds comes in.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kiosk.deploy.package.layout import ROOT
from kiosk.deploy.package.running import run

PYTHON: Final = "3.13"
GLIBC: Final = range(41, 16, -1)
"""Minor numbers of the glibc that wheels may ask for, newest first: Debian 13 has 2.41."""
MACHINE: Final = {"amd64": "x86_64", "arm64": "aarch64"}
"""Debian's name of an architecture -> the kernel's."""


def project() -> dict[str, str | list[str]]:
    """`[project]` of pyproject.toml."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        told: dict[str, str | list[str]] = tomllib.load(file)["project"]
    return told


def _pip(*words: str, env: Mapping[str, str] | None = None) -> None:
    run([sys.executable, "-m", "pip", *words], env=env, name=f"pip {words[0]}")


def fetch(needs: list[str], arch: str, cache: Path) -> Path:
    """A folder below `cache` with the wheels of `needs` and of what they need; fetched once for the same needs."""
    name = hashlib.sha256(repr((sorted(needs), arch, PYTHON)).encode()).hexdigest()[:16]
    folder = cache / f"wheels-{arch}-{name}"
    if folder.is_dir():
        return folder
    made = cache / f"{folder.name}.new-{os.getpid()}"
    platforms = [f"--platform=manylinux_2_{minor}_{MACHINE[arch]}" for minor in GLIBC]
    try:
        _pip(
            *("download", "--quiet", "--dest", str(made), "--only-binary=:all:"),
            *(f"--python-version={PYTHON}", "--implementation=cp"),
            *("--abi=cp313", "--abi=abi3", "--abi=none", *platforms, *needs),
        )
        if not folder.is_dir():
            made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def own_wheel(out: Path, environment: Mapping[str, str]) -> Path:
    """The kiosk's wheel, built from this source tree."""
    _pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(ROOT), env=environment)
    (wheel,) = out.glob("imaging_kiosk-*.whl")
    return wheel


def unpack(wheels: Path, into: Path) -> None:
    """Put the files of each wheel below `wheels` into `into`: they are plain, so nothing has to be run for it."""
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as held:
            held.extractall(into)
