"""Small sheets for docs/illustrations.md, put together from the drawn pictures: classes, shapes, distributions, pairs.

`python -m kiosk.illustrate.contact` writes them. It reads the shipped files alone; must not know how they come about.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from kiosk import paths
from kiosk.illustrate import pyramid
from kiosk.illustrate.mark import LABEL
from kiosk.illustrate.scene import Distribution, Shape

MAMMOGRAMS = paths.ASSETS / "mammograms"
OUT = paths.ASSETS.parent / "docs" / "pictures" / "illustrations"
_LINE = 22
"""Height of a caption, pixels."""
_CLASSES = (("spread-cc-a", "a"), ("explorer-mlo-b", "b"), ("spread-mlo-c", "c"), ("dense-mlo-d", "d"))
_PAIRS = (("pair-size-big", "pair-size-tiny"), ("pair-look-benign", "pair-look-closer"), ("milk-side-b", "milk-top-b"))
_TIME = ("pair-time-before", "pair-time-after")
_QUALITY = 80
Panel = tuple[str, "Image.Image"]


def described(scene: str) -> dict[str, Any]:
    """The truth list of a drawn scene."""
    found: dict[str, Any] = json.loads((MAMMOGRAMS / scene / "truth.json").read_text(encoding="utf-8"))
    return found


def whole(scene: str, wide: int) -> Image.Image:
    """The whole picture, `wide` pixels wide."""
    sizes = pyramid.levels(4000, 5200)
    number = next(index for index, (width, _) in enumerate(sizes) if width >= wide)
    picture = Image.fromarray(pyramid.read(MAMMOGRAMS / scene, number, sizes[number]))
    return picture.resize((wide, round(wide * 1.3)), Image.Resampling.LANCZOS)


def around(scene: str, spot: str, side: float, wide: int) -> Image.Image:
    """A square of `side` mm around a spot, from the whole picture, `wide` pixels wide."""
    at = next(item for item in described(scene)["spots"] if item["id"] == spot)
    number = len(pyramid.levels(4000, 5200)) - (1 if side < 80 else 2)
    px = 0.05 if side < 80 else 0.1
    picture = Image.fromarray(pyramid.read(MAMMOGRAMS / scene, number, pyramid.levels(4000, 5200)[number]))
    left, top = (round((at[axis] - side / 2) / px) for axis in ("x_mm", "y_mm"))
    part = picture.crop((left, top, left + round(side / px), top + round(side / px)))
    return part.resize((wide, wide), Image.Resampling.LANCZOS)


def shapes() -> list[Panel]:
    """One magnification view for each shape; milk of calcium from the side and from above."""
    first: dict[str, Panel] = {}
    for folder in sorted(MAMMOGRAMS.iterdir()):
        if not folder.is_dir():
            continue
        for spot in described(folder.name)["spots"]:
            left, _, right, _ = spot["magnified"]["box_mm"]
            name = spot["shape"]
            if name == Shape.MILK:
                name = "milk, from above" if described(folder.name)["view"] == "CC" else "milk, from the side"
            if name not in first:
                with Image.open(folder / spot["magnified"]["file"]) as view:
                    panel = view.resize((280, 210), Image.Resampling.LANCZOS)
                first[name] = f"{name}, {right - left:.0f} mm wide", panel
    return [first[name] for name in sorted(first)]


def distributions() -> list[Panel]:
    """One square for each distribution."""
    asked = {Distribution.DIFFUSE: ("spread-cc-a", 130.0), Distribution.REGIONAL: ("spread-mlo-c", 60.0),
             Distribution.GROUPED: ("spread-mlo-c", 30.0), Distribution.LINEAR: ("spread-mlo-c", 40.0),
             Distribution.SEGMENTAL: ("spread-mlo-c", 60.0)}  # fmt: skip
    found: list[Panel] = []
    for kind, (scene, side) in asked.items():
        spot = next(item["id"] for item in described(scene)["spots"] if item["distribution"] == kind)
        found.append((f"{kind}, {side:.0f} mm wide", around(scene, spot, side, 280)))
    return found


def sheet(panels: Iterable[Panel], columns: int) -> Image.Image:
    """Panels side by side with their captions, and the words that nobody is shown."""
    panels = list(panels)
    width, height = panels[0][1].size
    rows = -(-len(panels) // columns)
    page = Image.new("L", (columns * (width + 6) - 6, rows * (height + _LINE) + _LINE), 12)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(13)
    for index, (caption, picture) in enumerate(panels):
        x, y = index % columns * (width + 6), index // columns * (height + _LINE)
        page.paste(picture, (x, y))
        pen.text((x + 4, y + height + 3), caption, fill=200, font=font)
    pen.text((4, page.height - _LINE + 3), LABEL, fill=140, font=font)
    return page


def main(out: Path = OUT) -> None:
    """Write the four sheets."""
    pairs = [(name, whole(name, 280)) for pair in _PAIRS for name in pair]
    pairs += [(name, around(name, "fine-dots", 20, 364).crop((42, 0, 322, 364))) for name in _TIME]
    out.mkdir(parents=True, exist_ok=True)
    for name, page in (
        ("classes", sheet([(f"density {density}: {scene}", whole(scene, 340)) for scene, density in _CLASSES], 4)),
        ("shapes", sheet(shapes(), 5)),
        ("distributions", sheet(distributions(), 5)),
        ("pairs", sheet(pairs, 4)),
    ):
        page.save(out / f"{name}.jpg", quality=_QUALITY, optimize=True, comment=LABEL)


if __name__ == "__main__":
    main()
