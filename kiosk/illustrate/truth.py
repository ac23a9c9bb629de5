"""What is in a picture, for the explorer: one JSON per scene with places and sizes in mm.

Its format is in docs/illustrations.md. Places are mm from the picture's top left corner, mirrored with the picture.
Must not know pages or words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from kiosk.illustrate.body import Box
from kiosk.illustrate.mark import LABEL
from kiosk.illustrate.outline import outline
from kiosk.illustrate.scene import Distribution, Scene
from kiosk.illustrate.spots.shapes import Made

FORMAT = 1
PIXEL = 0.05
"""mm per pixel of a whole picture."""
_FINE, _LESS_FINE = 0.0125, 0.025


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a spot's calcium is: a circle, mm of the picture."""

    x: float
    y: float
    radius: float


def extent(scene: Scene, made: Made) -> Extent:
    """The circle around all pieces of a spot, about the middle of their box."""
    box = np.array([[p.x - p.long / 2, p.y - p.long / 2, p.x + p.long / 2, p.y + p.long / 2] for p in made.pieces])
    x, y = (box[:, 0].min() + box[:, 2].max()) / 2, (box[:, 1].min() + box[:, 3].max()) / 2
    radius = max(float(np.hypot(p.x - x, p.y - y)) + p.long / 2 for p in made.pieces)
    if len(made.pieces) > 1 and made.vessel is not None:
        radius = max(float(np.hypot(made.vessel[:, 0] - x, made.vessel[:, 1] - y).max()), 1.0)
    return Extent(float(scene.canvas[0] - x if scene.side == "R" else x), float(y), radius)


def window(scene: Scene, made: Made) -> tuple[Box, float]:
    """Box (mm of the picture, 4:3, inside the canvas) and pixel size (mm) of a spot's magnification view."""
    round_it = extent(scene, made)
    spread = made.spot.distribution is Distribution.DIFFUSE
    x, y = made.spot.at if spread else (round_it.x, round_it.y)
    if spread:
        x = scene.canvas[0] - x if scene.side == "R" else x
    wide = made.spot.view or (32.0 if spread else min(56.0, max(12.0, 3.1 * round_it.radius + 2.0)))
    wide = min(round(wide / 0.8), int(scene.canvas[0] / 0.8), int(scene.canvas[1] / 0.6)) * 0.8
    high = 0.75 * wide
    left = round(float(np.clip(x - wide / 2, 0, scene.canvas[0] - wide)) / 0.1) * 0.1
    top = round(float(np.clip(y - high / 2, 0, scene.canvas[1] - high)) / 0.1) * 0.1
    return (left, top, left + wide, top + high), _FINE if wide <= 20.0 else _LESS_FINE


def sizes(made: Made) -> dict[str, float]:
    """Least, median and greatest nominal extent of the pieces, and their median width, mm."""
    long = np.array([piece.long for piece in made.pieces])
    wide = np.array([piece.wide for piece in made.pieces])
    found = {"least": long.min(), "median": np.median(long), "most": long.max(), "width": np.median(wide)}
    return {name: round(float(value), 3) for name, value in found.items()}


def describe(scene: Scene, every: tuple[Made, ...]) -> dict[str, Any]:
    """The whole JSON value."""
    curve = outline(scene)
    skin = curve.skin[::40]
    on = (skin[:, 0] > -1) & (skin[:, 1] > -1) & (skin[:, 1] < scene.canvas[1] + 1)
    flip = scene.side == "R"

    def across(x: float) -> float:
        return round(float(scene.canvas[0] - x if flip else x), 2)

    return {
        "format": FORMAT,
        "label": LABEL,
        "scene": scene.id,
        "view": str(scene.view),
        "side": scene.side,
        "density": scene.density,
        "image": "image.dzi",
        "pixel_mm": PIXEL,
        "width_mm": scene.canvas[0],
        "height_mm": scene.canvas[1],
        "nipple_mm": [across(curve.nipple[0]), round(curve.nipple[1], 2)],
        "outline_mm": [[across(x), round(float(y), 2)] for x, y in skin[on]],
        "spots": [_spot(scene, made, across) for made in every],
    }


def _spot(scene: Scene, made: Made, across: Callable[[float], float]) -> dict[str, Any]:
    spot, circle = made.spot, extent(scene, made)
    box, px = window(scene, made)
    spread = spot.distribution is Distribution.DIFFUSE
    ring = (
        [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 0.3 * (box[2] - box[0])]
        if spread
        else [circle.x, circle.y, circle.radius]
    )
    return {
        "id": spot.id,
        "shape": str(spot.shape),
        "distribution": str(spot.distribution),
        "x_mm": round(circle.x, 2),
        "y_mm": round(circle.y, 2),
        "radius_mm": round(circle.radius, 2),
        "ring_mm": [round(value, 2) for value in ring],
        "count": len(made.pieces),
        "size_mm": sizes(made),
        "specks_mm": [[across(p.x), round(p.y, 2), round(p.long, 3), round(p.wide, 3)] for p in made.pieces],
        "magnified": {"file": f"{spot.id}.png", "box_mm": [round(value, 1) for value in box], "pixel_mm": px},
    }
