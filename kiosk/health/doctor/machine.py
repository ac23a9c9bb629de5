"""The machine as the doctor sees it: its file system below one root, and its commands.

Owns how files are read and commands are run, so that nothing raises for being missing and nothing waits for ever. Must
not know what is looked for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

COMMAND_SECONDS = 3.0
_MOST_BYTES = 1024 * 1024


class Said(Struct, frozen=True):
    """What a command has answered."""

    code: int
    text: str
    """Its standard output, then its standard error."""


Run = Callable[[Sequence[str]], Said | None]


def run(words: Sequence[str], seconds: float = COMMAND_SECONDS, also: Mapping[str, str] | None = None) -> Said | None:
    """Run a command in plain English; None where there is no such program. Raises TimeoutError."""
    # An empty or relative part would mean the working folder, and whoever can write there.
    parts = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin:/usr/bin:/bin".split(":")
    path = ":".join(part for part in parts if part.startswith("/"))
    program = shutil.which(words[0], path=path)
    if program is None:
        return None
    env = {"PATH": path, "LC_ALL": "C", "SYSTEMD_COLORS": "0", "SYSTEMD_PAGER": "", **(also or {})}
    try:
        done = subprocess.run(
            [program, *words[1:]],
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError(f"{words[0]} gives no answer") from None
    except OSError:
        return None
    return Said(done.returncode, (done.stdout + done.stderr)[:_MOST_BYTES].decode("utf-8", "replace"))


class Machine:
    """One machine, or a tree on a disk that stands for one."""

    def __init__(self, root: Path = Path("/"), run: Run = run, uid: int | None = None) -> None:
        self.root = root
        self.run = run
        self.uid = os.geteuid() if uid is None else uid

    @property
    def is_root(self) -> bool:
        return self.uid == 0

    @property
    def systemd(self) -> bool:
        """Whether systemd runs the machine: its own way to tell."""
        return self.path("/run/systemd/system").is_dir()

    def path(self, name: str | Path) -> Path:
        """Where that file of the machine is."""
        return self.root / str(name).lstrip("/")

    def text(self, name: str | Path) -> str:
        """What stands in a file, without blanks around it; empty where it cannot be read."""
        return self.bytes(name).decode("utf-8", "replace").strip()

    def bytes(self, name: str | Path) -> bytes:
        """The same as it stands there."""
        try:
            with self.path(name).open("rb") as file:
                return file.read(_MOST_BYTES)
        except OSError:
            return b""

    def below(self, folder: str, pattern: str) -> list[str]:
        """The files of a folder that match, as names of the machine, sorted."""
        try:
            found = sorted(self.path(folder).glob(pattern), key=lambda path: _natural(path.name))
        except OSError:
            return []
        return [f"{folder}/{path.relative_to(self.path(folder)).as_posix()}" for path in found]

    def shown(self, *words: str) -> dict[str, str]:
        """The answer of a command that says NAME=VALUE, line by line; empty where it fails."""
        said = self.run(words)
        if said is None or said.code != 0:
            return {}
        pairs = (line.partition("=") for line in said.text.splitlines())
        return {name: value for name, sign, value in pairs if sign}


def _natural(name: str) -> tuple[str, int]:
    stem = name.rstrip("0123456789")
    return stem, int(name[len(stem) :] or 0)
