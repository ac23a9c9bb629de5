"""Fetches the packages that fonts are made from."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path


def npm_files(package: str, scratch: Path) -> dict[str, bytes]:
    """The files of an npm package by their path inside it."""
    told = subprocess.run(["npm", "pack", "--silent", package], cwd=scratch, check=True, capture_output=True, text=True)
    with tarfile.open(scratch / told.stdout.split()[-1]) as archive:
        return {
            member.name.removeprefix("package/"): body.read()
            for member in archive.getmembers()
            if member.isfile() and (body := archive.extractfile(member))
        }


class Debian:
    """Debian packages, each fetched and unpacked once."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch

    def tree(self, package: str) -> Path:
        """The unpacked files of `package`."""
        folder = self._scratch / package
        if not folder.exists():
            folder.mkdir()
            subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True, capture_output=True)
            (deb,) = folder.glob("*.deb")
            subprocess.run(["dpkg-deb", "-x", deb, folder / "tree"], check=True)
        return folder / "tree"
