"""A folder of layers, for tests."""

from __future__ import annotations

from pathlib import Path

from kiosk.settings import Place, Settings, load_settings
from kiosk.settings.layers import NO_MODE

SITE = "mode: demonstration\nlanguages: [es, en]\nscreen: {diagonal_inch: 31.5, reach_mm: 1120}\n"


def load(folder: Path, **environ: str) -> Settings:
    return load_settings(Place(folder, is_folder=True), environ=environ)


def write(folder: Path, **layers: str) -> None:
    """Layers by name: `site`, `kiosk`, or a part of site.d."""
    for name, text in layers.items():
        below = folder if name in ("site", "kiosk") else folder / "site.d"
        (below / f"{name}.yaml").write_text(text, encoding="utf-8")


def told(settings: Settings, folder: Path) -> list[str]:
    """All problems but the one that follows from another: that nobody knows the mode."""
    return [str(problem).removeprefix(f"{folder}/") for problem in settings.problems if problem.what != NO_MODE]
