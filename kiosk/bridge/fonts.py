"""The shipped fonts, loaded from `assets/fonts`; no system font is relied on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

_READING = ("AtkinsonHyperlegibleNext-*.ttf", "Literata-*.ttf")
_DESK = ("Desk*.ttf",)


def load_reading_fonts(assets: Path) -> list[str]:
    """Load the fonts that pages are set in; returns the names of files Qt refused."""
    return _load(assets, _READING)


def load_desk_fonts(assets: Path) -> list[str]:
    """Load the small fonts that hold "please ask at the desk" in the other scripts."""
    return _load(assets, _DESK)


def _load(assets: Path, patterns: tuple[str, ...]) -> list[str]:
    files = [f for pattern in patterns for f in sorted((assets / "fonts").glob(pattern))]
    return [f.name for f in files if QFontDatabase.addApplicationFont(str(f)) < 0]
