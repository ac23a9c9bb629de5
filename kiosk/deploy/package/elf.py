"""What libraries need which others, as `readelf` tells. Knows files and names, nothing of Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.deploy.package.running import run

_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")


def needed(library: Path) -> tuple[str, ...]:
    """The names of the libraries that `library` asks the loader for; raises PackageError when it is no library."""
    told = run(["readelf", "--dynamic", "--wide", str(library)], env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    return tuple(_NEEDED.findall(told))


def closure(roots: Iterable[Path], own: Mapping[str, Path]) -> tuple[set[str], set[str]]:
    """All that `roots` need, directly or not: names of our own libraries (`own`: by name), names of others."""
    ours: set[str] = set()
    others: set[str] = set()
    open_ones = list(roots)
    while open_ones:
        for name in needed(open_ones.pop()):
            if name not in own:
                others.add(name)
            elif name not in ours:
                ours.add(name)
                open_ones.append(own[name])
    return ours, others
