"""Who holds the rights in what the package bundles, as Debian's machines read it. Reads wheels and licence texts."""

from __future__ import annotations

from collections.abc import Iterable
from email.parser import HeaderParser
from pathlib import Path
from typing import Final

from kiosk.deploy.package.layout import SITE_PACKAGES

_HERE: Final = Path(__file__).with_name("licences")
"""The licences' own words, as their authors publish them."""
_QT: Final = ("pyside6_essentials", "pyside6_addons", "shiboken6")
"""Wheels whose licence stands in `licences/copyright`, because they bring none."""
_PLACE: Final = f"/{SITE_PACKAGES}"


def texts() -> dict[str, str]:
    """The licences that must come with the package word for word, by file name."""
    return {path.name + ".gz": path.read_text(encoding="utf-8") for path in sorted(_HERE.glob("*.txt"))}


def _indented(text: str) -> str:
    return "\n".join(f" {line.rstrip()}" if line.strip() else " ." for line in text.strip().splitlines())


def _tops(record: Iterable[str]) -> list[str]:
    """What a wheel puts into the package's folder, as patterns: its folders, and single files beside them."""
    names = {line.split(",")[0].strip('"') for line in record}
    tops = {f"{top}/*" if below else top for top, _, below in (name.partition("/") for name in names if name)}
    return [f"{_PLACE}/{top}" for top in sorted(tops - {"../*", "__pycache__/*"})]


def _stanza(info: Path) -> str:
    """Name, holders and licence of one Python package, from what its wheel says."""
    told = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    files = [path for path in sorted(info.rglob("*")) if path.is_file() and "licen" in path.name.lower()]
    words = [path.read_text(encoding="utf-8") for path in files]
    holders = [
        line.strip() for text in words for line in text.splitlines() if line.strip().lower().startswith("copyright")
    ]
    lines = (info / "RECORD").read_text(encoding="utf-8").splitlines()
    tops = "\n ".join(_tops(lines))
    name, version = told["Name"], told["Version"]
    licence = f"{name}-licence"
    said = "\n\n".join(words) or str(told["License-Expression"] or told["License"])
    return (
        f"Files: {tops}\n"
        f"Copyright: {'; '.join(dict.fromkeys(holders)) or told['Author'] or 'the authors of ' + name}\n"
        f"License: {licence}\n"
        f"Comment: {name} {version}\n\n"
        f"License: {licence}\n{_indented(said)}\n"
    )


def copyright_file(unpacked: Path) -> str:
    """The file `copyright`: the project, Qt, FFmpeg and fonts as written, each Python package as its wheel says."""
    written = (_HERE / "copyright").read_text(encoding="utf-8").replace("@PLACE@", _PLACE)
    version = next(iter(sorted(unpacked.glob("pyside6_essentials-*.dist-info")))).name.split("-")[1].split(".dist")[0]
    infos = [
        info for info in sorted(unpacked.glob("*.dist-info")) if info.name.split("-")[0] not in (*_QT, "imaging_kiosk")
    ]
    return written.replace("@QT@", version) + "\n" + "\n".join(_stanza(info) for info in infos)
