"""The layers that deploy tests stand on: Debian itself, what the package needs, the package. Each is made once.

Each lies in build/deploy under a name that tells what went in, so that a later run finds it, and none is ever stale.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kiosk.deploy.package.building import Asked, build
from kiosk.deploy.package.layout import CACHE, ROOT
from tests.deploy.namespaces import RootError
from tests.deploy.root import Root

SUITE = "trixie"
SYSTEM = "systemd-sysv,dbus,udev,libpam-systemd"
_KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
_SOURCES = (Path("/etc/apt/sources.list.d/debian.sources"), Path("/etc/apt/sources.list"))
_GOES_IN = ("kiosk", "assets", "content", "docs", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md")
_QUIET = (
    "apt-get",
    "-qq",
    "-y",
    "--no-install-recommends",
    "-o",
    "Dpkg::Use-Pty=0",
    "-o",
    "Dpkg::Options::=--force-unsafe-io",
)
"""Nothing here must outlast a power cut."""
_UNASKED = {"DEBIAN_FRONTEND": "noninteractive"}


def mirror() -> str | None:
    """The archive that this machine itself installs from; None where it is no Debian."""
    for file in _SOURCES:
        if file.is_file() and (found := re.search(r"https?://\S*/debian/?(?=\s)", file.read_text(encoding="utf-8"))):
            return found[0]
    return None


def left_out() -> str | None:
    """Why no deploy test can run on this machine, or None."""
    if os.geteuid() != 0:
        return "not root"
    lacking = [name for name in ("mmdebstrap", "unshare", "nsenter", "dpkg-deb", "readelf") if not shutil.which(name)]
    if lacking:
        return f"without {', '.join(lacking)}; `make setup-dev` installs it"
    if mirror() is None or not _KEYRING.is_file():
        return "no Debian archive among this machine's package sources"
    return None


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@contextlib.contextmanager
def _alone(name: str) -> Iterator[None]:
    """One at a time, also of two test runs in this checkout."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _sweep(kind: str, keep: Path) -> None:
    """Older layers of this kind go, and what a run that was killed has left."""
    for old in CACHE.glob(f"{kind}-*"):
        if old != keep and not old.name.endswith(".lock"):
            shutil.rmtree(old, ignore_errors=True)


def _layer(kind: str, key: str, make: Callable[[Path], Path]) -> Path:
    """The layer of this kind and key; where there is none yet, `make` makes it below a place and says where it lies."""
    layer = CACHE / f"{kind}-{key}"
    with _alone(kind):
        if not layer.is_dir():
            _sweep(kind, layer)
            at = layer.with_name(f"{layer.name}.new")
            make(at).rename(layer)
            shutil.rmtree(at, ignore_errors=True)
    return layer


def _written(layers: Sequence[Path], at: Path, write: Callable[[Root], object]) -> Path:
    """What `write` writes over `layers`."""
    with Root(layers, at) as root:
        write(root)
    root.settle()
    return root.upper


def fresh() -> Path:
    """A folder with Debian and its systemd, and nothing else."""

    def make(at: Path) -> Path:
        how = ("--quiet", "--variant=minbase", f"--include={SYSTEM}", "--format=directory", f"--keyring={_KEYRING}")
        done = subprocess.run(
            ["mmdebstrap", *how, SUITE, str(at), f"deb {mirror()} {SUITE} main"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        if done.returncode != 0:
            raise RootError(f"mmdebstrap failed:\n{done.stderr}")
        return at

    return _layer("fresh", _key(SUITE, SYSTEM, str(mirror())), make)


def field(deb: Path, name: str) -> str:
    """One field of the package."""
    return subprocess.run(["dpkg-deb", "-f", str(deb), name], capture_output=True, text=True, check=True).stdout.strip()


def needed(base: Path, deb: Path) -> Path:
    """What is written over `base` when all that the package depends on is installed, and nothing else."""
    depends = field(deb, "Depends")

    def write(root: Root) -> None:
        root.run(["apt-get", "-qq", "update"], env=_UNASKED, online=True, timeout=300)
        root.run([*_QUIET, "satisfy", depends], env=_UNASKED, online=True, timeout=900)
        root.run(["apt-get", "clean"])

    return _layer("needed", _key(base.name, depends), lambda at: _written([base], at, write))


def sources_key() -> str:
    """What the package is made of."""
    told = hashlib.sha256()
    for name in _GOES_IN:
        top = ROOT / name
        for file in sorted(top.rglob("*") if top.is_dir() else [top]):
            if file.is_file() and "__pycache__" not in file.parts:
                told.update(f"{file.relative_to(ROOT)}\0{file.stat().st_mode & 0o100}\0".encode())
                told.update(hashlib.sha256(file.read_bytes()).digest())
    return told.hexdigest()[:16]


def deb() -> Path:
    """The package of this checkout, packed quickly."""

    def make(at: Path) -> Path:
        build(Asked(quick=True), at, say=print)
        return at

    (file,) = _layer("deb", sources_key(), make).glob("*.deb")
    return file


def installed(base: Path, under: Path, package: Path) -> Path:
    """What is written over `under` and `base` by `apt-get install ./package.deb`."""
    key = _key(base.name, under.name, package.parent.name)
    return _layer("installed", key, lambda at: _written([under, base], at, lambda root: install(root, package)))


def install(root: Root, package: Path) -> str:
    """`apt-get install` of a package file; returns what was said."""
    root.put(package, f"/tmp/{package.name}")
    done = root.run([*_QUIET, "install", f"/tmp/{package.name}"], env=_UNASKED, timeout=600)
    root.run(["rm", f"/tmp/{package.name}"])
    return done.stdout + done.stderr
