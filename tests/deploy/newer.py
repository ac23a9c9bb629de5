"""The package's next version, made of this one, and what dpkg makes of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.deploy import layers
from tests.deploy.root import Root


def add(place: str, line: str, tree: Path) -> None:
    """Put a line at the end of a file of the package's tree."""
    file = tree / place
    file.write_text(file.read_text(encoding="utf-8") + line, encoding="utf-8")


def swap(place: str, old: str, new: str, tree: Path) -> None:
    """Replace words, which must be there, in a file of the package's tree."""
    file = tree / place
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def repacked(deb: Path, folder: Path, change: Callable[[Path], None]) -> Path:
    """The package as its next version, after `change` of its tree."""
    tree, made = folder / "tree", folder / "newer.deb"
    subprocess.run(["dpkg-deb", "--raw-extract", deb, tree], check=True)
    version = layers.field(deb, "Version")
    swap("DEBIAN/control", f"Version: {version}\n", f"Version: {version}+1\n", tree)
    change(tree)
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zzstd", "-z1", "--build", tree, made], check=True)
    return made


def command(root: Root, deb: Path) -> list[str]:
    """Puts the package into the root; returns what upgrades to it."""
    root.put(deb, "/tmp/newer.deb")
    return ["dpkg", "--force-unsafe-io", "--install", "/tmp/newer.deb"]


def patience(seconds: int) -> dict[str, str]:
    """The environment of an unattended upgrade that waits so long."""
    return {"DEBIAN_FRONTEND": "noninteractive", "IMAGING_KIOSK_WAIT_SECONDS": str(seconds)}


def upgrade(root: Root, deb: Path, seconds: int = 0) -> subprocess.CompletedProcess[str]:
    """Unattended, with this many seconds of patience."""
    return root.run(command(root, deb), env=patience(seconds), check=False)


def state(root: Root) -> str:
    """What dpkg says of the package, and its version."""
    return root.run(["dpkg-query", "-W", "-f", "${db:Status-Abbrev}${Version}", "imaging-kiosk"]).stdout
