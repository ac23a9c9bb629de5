"""Copies what is used of the unpacked wheels, and nothing else. Knows PySide6's folders, and no package format."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from kiosk.deploy.package import elf, parts
from kiosk.deploy.package.running import PackageError

_UNUSED = (".pyi", ".qmltypes", ".h", ".typesystem", ".xml", ".pyx", ".pxd", ".c")


def _take(source: Path, folder: Path, into: Path) -> None:
    """Copy `source`, which lies below `folder`, to its place below `into`."""
    if not source.is_file():
        raise PackageError(f"{source.relative_to(folder)} is not in the wheels; correct kiosk/deploy/package/parts.py.")
    target = into / source.relative_to(folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)  # a link becomes the file: a wheel has none


def roots(pyside: Path) -> list[Path]:
    """What is named in the allow-list and asks for libraries."""
    modules = [pyside / f"{module}.abi3.so" for module in parts.MODULES]
    plugins = [pyside / "Qt" / "plugins" / plugin for plugin in parts.PLUGINS]
    pages = [found for part in parts.QML for found in sorted((pyside / "Qt" / "qml" / part).glob("*.so"))]
    return [*modules, *plugins, *pages, *sorted((pyside.parent / "shiboken6").glob("Shiboken*.so"))]


def own_libraries(pyside: Path) -> dict[str, Path]:
    """The libraries that the wheels bring, by the name that others ask for."""
    folders = (pyside, pyside / "Qt" / "lib", pyside.parent / "shiboken6")
    return {file.name: file for folder in folders for file in sorted(folder.glob("*.so*")) if file.is_file()}


def qt(unpacked: Path, into: Path) -> set[str]:
    """Copy the used parts of PySide6 and shiboken6; returns the names of the system's libraries that they need."""
    pyside = unpacked / "PySide6"
    own = own_libraries(pyside)
    named = roots(pyside)
    for missing in (file for file in named if not file.is_file()):
        raise PackageError(f"{missing.name} is not in the wheels; correct kiosk/deploy/package/parts.py.")
    ours, others = elf.closure(named, own)
    wanted: list[Path] = [*named, *(own[name] for name in ours), *(pyside / name for name in parts.FILES)]
    wanted += [pyside / "Qt" / "qml" / part / "qmldir" for part in parts.QML]
    wanted += sorted((unpacked / "shiboken6").glob("*.py"))
    for file in wanted:
        _take(file, unpacked, into)
    return others


def python_packages(unpacked: Path, into: Path) -> set[str]:
    """Copy all other packages, without what only compilers and editors read; returns the libraries that they need."""
    kept = [file for file in sorted(unpacked.rglob("*")) if file.is_file() and _is_kept(file.relative_to(unpacked))]
    for file in kept:
        _take(file, unpacked, into)
    libraries = [file for file in kept if ".so" in file.suffixes]
    return {name for library in libraries for name in elf.needed(library)}


def _is_kept(path: Path) -> bool:
    top = path.parts[0]
    if top in ("PySide6", "shiboken6", "bin") or path.suffix in _UNUSED:
        return False
    if path.name in ("RECORD", "entry_points.txt", "direct_url.json") or "__pycache__" in path.parts:
        return False  # RECORD would list files that are left out; programs have no place here
    return path.parts[:2] != ("kiosk", "deploy")


def depends_on(libraries: Iterable[str]) -> list[str]:
    """Debian's packages with `libraries`; raises when one is unknown."""
    unknown = sorted(set(libraries) - set(parts.SYSTEM))
    if unknown:
        raise PackageError(
            f"no Debian package is known for {', '.join(unknown)}; name it in SYSTEM, kiosk/deploy/package/parts.py."
        )
    return sorted({parts.SYSTEM[name] for name in libraries})
