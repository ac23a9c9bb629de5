"""What a Debian root and a running machine share: namespaces that die with the tests, and programs sent into them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
HOLDER = (
    *("setpriv", "--pdeathsig", "KILL"),
    *("unshare", "--mount", "--pid", "--fork", "--kill-child=KILL", "--propagation", "private"),
)
"""Begins a command that holds namespaces of its own. Both die with this process: of setpriv's signal the one, of
unshare's the other with all that it has started."""


class RootError(Exception):
    """The root cannot be made, or does not go; the text says why."""


def clean(user: str, env: Mapping[str, str]) -> list[str]:
    """Begins a command inside: as this user, with nothing of the environment out here."""
    told = {"PATH": PATH, "LANG": "C.UTF-8", "HOME": "/root" if user == "root" else "/nonexistent", **env}
    who = [] if user == "root" else ["setpriv", "--reuid", user, "--regid", user, "--init-groups"]
    return ["env", "-i", *(f"{name}={value}" for name, value in told.items()), *who]


def wait_for_end(pid: int, seconds: float = 20) -> None:
    """Wait until this process is gone, and with it the namespaces of which it was the last; raises RootError."""
    end = time.monotonic() + seconds
    while Path(f"/proc/{pid}").exists():
        if time.monotonic() > end:
            raise RootError(f"process {pid}, and what is mounted for it, does not go")
        time.sleep(0.01)  # between two looks
