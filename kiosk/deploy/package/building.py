"""Puts the package together: wheels -> trimmed tree -> files of the system -> .deb. The one place that knows all steps.

Two builds of one commit give the same bytes: times are the commit's, owners are root, names are sorted.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from kiosk.deploy import system
from kiosk.deploy.package import papers, parts, trim, wheels
from kiosk.deploy.package.control import control
from kiosk.deploy.package.layout import (
    CACHE,
    DEBIAN,
    ETC,
    NAME,
    PICTURES,
    ROOT,
    SHARE,
    SITE_PACKAGES,
    VENV,
)
from kiosk.deploy.package.running import PackageError, run

MIB: Final = 1 << 20
LIMIT: Final = 90 * MIB
"""The package without the mammograms is smaller than this, or it is not built."""


class Asked(NamedTuple):
    """Which package."""

    arch: str = "amd64"
    revision: str = "1"
    quick: bool = False
    """Compress for tests: in two seconds, and larger."""


def version(revision: str) -> str:
    """Debian's: the project's version, and the packaging's number."""
    return f"{wheels.project()['version']}-{revision}"


def build_time() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, or the commit's time, or the newest of the project's own file."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    try:
        return int(run(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]))
    except PackageError:  # no git, or no checkout
        return int((ROOT / "pyproject.toml").stat().st_mtime)


def build(asked: Asked, out: Path, say: Callable[[str], None]) -> Path:
    """Build the package below `out` and tell its sizes; returns the file. Raises PackageError."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="deb-", dir=CACHE) as work:
        tree = Path(work) / "tree"
        stage(tree, asked, Path(work))
        say(f"{NAME} {version(asked.revision)} {asked.arch}: {size(tree) / MIB:.0f} MiB installed")
        return pack(tree, asked, out, say)


def stage(tree: Path, asked: Asked, work: Path) -> None:
    """Make the package's tree, with DEBIAN/, all files with the build's time and plain rights."""
    moment = build_time()
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(moment)}
    needs = wheels.project()["dependencies"]
    assert isinstance(needs, list)
    fetched = wheels.fetch(needs, asked.arch, CACHE)
    unpacked = work / "unpacked"
    wheels.unpack(fetched, unpacked)
    own = work / "own"
    wheels.own_wheel(own, environment)
    wheels.unpack(own, unpacked)

    place = tree / SITE_PACKAGES
    libraries = trim.qt(unpacked, place) | trim.python_packages(unpacked, place)
    if found := parts.not_free_enough(str(path.relative_to(place)) for path in place.rglob("*")):
        raise PackageError(f"this is under the GPL and must stay out: {', '.join(found)}.")
    _environment(tree)
    _system(tree)
    papers.write(tree, unpacked, moment, version(asked.revision))
    installed = size(tree)
    _debian(tree, asked, installed, trim.depends_on(libraries))
    _settle(tree, moment)


def _environment(tree: Path) -> None:
    """What makes the folder a virtual environment of the system's Python."""
    home = tree / VENV
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "python").symlink_to("/usr/bin/python3.13")
    (home / "bin" / "python3").symlink_to("python")
    (home / "pyvenv.cfg").write_text(
        "home = /usr/bin\ninclude-system-site-packages = false\nversion = 3.13\nexecutable = /usr/bin/python3.13\n",
        encoding="utf-8",
    )


def _put(tree: Path, source: Path, target: Path, *, program: bool = False) -> None:
    place = tree / target
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)
    place.chmod(0o755 if program else 0o644)


def _system(tree: Path) -> None:
    """Wrapper, settings, units, user: each from the file that is shipped."""
    _put(tree, DEBIAN / "kiosk.sh", Path("usr/bin/kiosk"), program=True)
    _put(tree, DEBIAN / "site.yaml", SHARE / "site.yaml")  # postinst puts it in its place
    (tree / SHARE / "site.schema.json").write_text(_schema(), encoding="utf-8")
    (tree / ETC / "site.d").mkdir(parents=True)
    _put(tree, DEBIAN / "sysusers.conf", Path("usr/lib/sysusers.d") / f"{NAME}.conf")
    _put(tree, DEBIAN / "tmpfiles.conf", Path("usr/lib/tmpfiles.d") / f"{NAME}.conf")
    _put(tree, DEBIAN / "lintian-overrides", Path("usr/share/lintian/overrides") / NAME)
    for file, (target, mode) in system.files().items():
        _put(tree, file, Path(target), program=mode & stat.S_IXUSR != 0)


def _schema() -> str:
    """The settings as editors understand them, told by the kiosk's own command."""
    return run([sys.executable, "-m", "kiosk", "settings", "schema"], cwd=ROOT, name="kiosk settings schema")


def _debian(tree: Path, asked: Asked, installed: int, libraries: list[str]) -> None:
    """The folder that dpkg reads."""
    folder = tree / "DEBIAN"
    folder.mkdir()
    text = control(version(asked.revision), asked.arch, installed >> 10, libraries)
    (folder / "control").write_text(text, encoding="utf-8")
    for script in ("preinst", "postinst", "prerm", "postrm"):
        _put(tree, DEBIAN / script, Path("DEBIAN") / script, program=True)
    (folder / "md5sums").write_text(_sums(tree), encoding="utf-8")


def _sums(tree: Path) -> str:
    """What dpkg compares the installed files with."""
    names = sorted(str(path.relative_to(tree)) for path in tree.rglob("*") if _is_content(path, tree))
    sums = [hashlib.md5((tree / name).read_bytes(), usedforsecurity=False).hexdigest() for name in names]
    return "".join(f"{told}  {name}\n" for told, name in zip(sums, names, strict=True))


def _is_content(path: Path, tree: Path) -> bool:
    top = path.relative_to(tree).parts[0]
    return path.is_file() and not path.is_symlink() and top not in ("DEBIAN", "etc")


def _settle(tree: Path, moment: int) -> None:
    """Give every file the build's time and the rights of its kind, whatever this machine's umask is."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            program = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if program else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def size(tree: Path) -> int:
    """Bytes of all files."""
    return sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())


def pack(tree: Path, asked: Asked, out: Path, say: Callable[[str], None]) -> Path:
    """Write the .deb and tell its sizes; raises PackageError over the limit, and leaves no file then."""
    out.mkdir(parents=True, exist_ok=True)
    made = out / f"{NAME}_{version(asked.revision)}_{asked.arch}.deb"
    how = ["-Zzstd", "-z1"] if asked.quick else ["-Zxz", "-z6"]
    run(
        ["dpkg-deb", "--root-owner-group", *how, "--build", str(tree), str(made)],
        env=os.environ | {"SOURCE_DATE_EPOCH": str(build_time())},
    )
    whole, pictures = made.stat().st_size, size(tree / PICTURES)
    rest = whole - pictures  # they are JPEG files: packing makes them no smaller
    say(f"package {whole / MIB:.1f} MiB; without the drawn mammograms {rest / MIB:.1f} MiB (limit {LIMIT / MIB:.0f})")
    if rest > LIMIT:
        made.unlink()
        raise PackageError(f"the package without the mammograms has {rest / MIB:.1f} MiB; find out what has come in.")
    return made
