"""Where the files of a font family are, and which of them sets a weight. Knows names, not contents; reads no YAML."""

from __future__ import annotations

from pathlib import Path

STYLES = {"Regular": 400, "SemiBold": 600, "Bold": 700}
"""A style's name in file names, and its weight."""
_KINDS = (".ttf", ".otf")


def files_of(folder: Path, family: str) -> dict[str, Path]:
    """The files of `family` in `folder` by style: `My Font` in the style Bold is MyFont-Bold.ttf or MyFont-Bold.otf."""
    stem = family.replace(" ", "")
    found = ((style, folder / f"{stem}-{style}{kind}") for style in STYLES for kind in _KINDS)
    return {style: path for style, path in found if path.is_file()}


def style_for(weight: int, styles: dict[str, Path]) -> str | None:
    """The style among `styles` that is set where `weight` is asked for; the bolder of two that are equally near."""
    return min(styles, key=lambda style: (abs(STYLES[style] - weight), -STYLES[style]), default=None)
