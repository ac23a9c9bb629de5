"""Runs the programs that a package is made with. Knows how they fail, and not what they are for."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


class PackageError(Exception):
    """The package cannot be built; the text says why and what to do."""


def run(words: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None, name: str = "") -> str:
    """What a program says; raises PackageError where it is not there or fails. `name`: what is said of it then."""
    name = name or words[0]
    try:
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, env=env, cwd=cwd
        )
    except OSError as error:
        raise PackageError(
            f"{name} cannot be started: {error.strerror}; `make setup-dev` installs what is missing."
        ) from None
    if done.returncode != 0:
        raise PackageError(f"{name} failed:\n{done.stdout}{done.stderr}")
    return done.stdout
