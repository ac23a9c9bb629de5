"""The acceptance table of `kiosk draw --measure`: what was measured, what was asked for, and whether it holds.

Owns the order and form of the lines. What is asked of spots is in `wanted`. Must not know how pictures come about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import numpy as np

from kiosk.illustrate import export, truth
from kiosk.illustrate.drawing import prepare
from kiosk.illustrate.measure import seams, tissue, wanted
from kiosk.illustrate.measure.row import Row
from kiosk.illustrate.scene import Scene


def run(scenes: list[Scene], out: Path, stream: TextIO) -> int:
    """Print the table of each scene; 0 when all that is asked for holds, else 1."""
    failures = 0
    for scene in scenes:
        print(f"\n{scene.id}: {scene.side} {scene.view}, density {scene.density}", file=stream)
        failures += show(rows(scene, out), stream)
    end = f"{failures} of the values asked for do not hold" if failures else "all values asked for hold"
    print(f"\n{end}", file=stream)
    return 1 if failures else 0


def show(lines: Iterable[Row], stream: TextIO) -> int:
    """Print lines as they come; how many do not hold."""
    failures = 0
    for row in lines:
        failures += not row.holds
        sign = "ok" if row.holds else "NOT OK"
        print(f"  {row.what:37} {row.value:58} {row.wanted:32} {sign}", file=stream, flush=True)
    return failures


def rows(scene: Scene, out: Path) -> Iterator[Row]:
    """All lines of one scene; those of tiles only if `out` holds the scene's pictures."""
    drawing = prepare(scene)
    yield from whole_breast(scene.density, tissue.measured(drawing))
    for made in drawing.made:
        yield from wanted.spot(drawing, made)
    if (out / scene.id / "image.dzi").is_file():
        yield from tiles(seams.levels(out / scene.id, *export.whole(drawing, truth.PIXEL, lambda _: None)))
    else:
        yield Row("tile seams, by level", f"no tiles in {out}", "0.9-1.1", holds=False)


def whole_breast(density: str, found: tissue.Tissue) -> Iterator[Row]:
    """Lines of area, density, greys and texture."""
    mean, spread = tissue.PUBLISHED[density]
    low, middle, high = found.greys
    yield Row("breast area, cm2", f"{found.area:.0f}", "90-240", 90 <= found.area <= 240)
    yield Row("dense area, %", f"{found.dense:.1f}", f"{mean} +- {spread}", abs(found.dense - mean) <= spread)
    greys = 15 <= low <= 40 and low < middle < high < 245
    yield Row("grey: 1st, 50th, 99th percentile", f"{low:.0f} {middle:.0f} {high:.0f}", "15-40, between, < 245", greys)
    yield Row("white without calcium, %", f"{found.white:.3f}", "< 0.1", found.white < 0.1)
    if not found.textures:
        few = "a breast of class a: none is needed"
        yield Row("texture exponent", "no region is 80 % parenchyma", few, density == "a")
        return
    beta, fit = np.array([t.beta for t in found.textures]), np.array([t.fit for t in found.textures])
    text = f"{beta.mean():.2f} +- {beta.std():.2f}, {beta.min():.2f} to {beta.max():.2f} ({len(beta)} regions)"
    holds = bool(beta.min() >= 2.5 and beta.max() <= 3.6 and 2.8 <= beta.mean() <= 3.4)
    yield Row("texture exponent", text, "each 2.5-3.6, mean 2.8-3.4", holds)
    yield Row("  fit, mean R2", f"{fit.mean():.3f}", ">= 0.95", bool(fit.mean() >= 0.95))


def tiles(levels: list[seams.Level]) -> Iterator[Row]:
    """Lines of the stored pyramid."""
    text = " ".join(f"{level.number}:{level.ratio:.2f}" for level in levels)
    yield Row("tile seams, by level", text, "0.9-1.1", all(0.9 <= level.ratio <= 1.1 for level in levels))
    text = " ".join(f"{level.number}:{level.error:.2f}" for level in levels)
    yield Row("stored tiles: mean difference, greys", text, "< 1", all(level.error < 1 for level in levels))
