"""What the definitions ask of a spot, and whether its places and its pixels obey.

Owns the bounds (docs/illustrations.md has their sources). Sizes and contrast come from greys, counts and extents from
places. Must not know how specks are made.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kiosk.illustrate import gland, truth
from kiosk.illustrate.body import Box
from kiosk.illustrate.drawing import Drawing
from kiosk.illustrate.hashing import Floats
from kiosk.illustrate.measure import specks
from kiosk.illustrate.measure.row import Row
from kiosk.illustrate.scene import Distribution, Shape, View
from kiosk.illustrate.spots.shapes import Made

MOST_TURN = 25.0
"""Degrees that a rod may lean off the way to the nipple."""


def spot(drawing: Drawing, made: Made) -> Iterator[Row]:
    """Lines of one spot."""
    name = made.spot.id
    box, px = truth.window(drawing.scene, made)
    drawn, bare = drawing.picture(px, box), drawing.picture(px, box, spots=False)
    seen = _own(drawing, made, box, specks.found(drawn, bare, px))
    yield Row(f"{name}: {made.spot.shape}", *sizes(made.spot.shape, drawing.scene.view, seen))
    if made.spot.shape is Shape.ROD:
        turn = max((_off(drawing, speck, box) for speck in seen), default=180.0)
        holds = turn <= MOST_TURN
        yield Row(f"{name}: toward the nipple", f"at most {turn:.0f} degrees off", f"<= {MOST_TURN:.0f}", holds)
    if made.spot.distribution is not Distribution.SINGLE:
        yield lie(made, np.array(gland.apex(drawing.body.curve)))
        yield _contrast(drawing, made)


def lie(made: Made, apex: Floats) -> Row:
    """The line of a spot's distribution; `apex` is where ducts meet, left-breast places, mm."""
    places = np.array([[p.x, p.y] for p in made.pieces])
    reach, dense = specks.extent(places), specks.densest(places, 5.0)
    what, text = f"{made.spot.id}: {made.spot.distribution}", f"{len(places)} over {reach:.1f} mm, {dense} within 1 cm"
    match made.spot.distribution:
        case Distribution.GROUPED:
            return Row(what, text, ">= 5 within 1 cm, <= 20 mm", dense >= 5 and reach <= 20)
        case Distribution.REGIONAL:
            thin = specks.elongation(places)
            return Row(what, f"{text}, {thin:.1f} : 1", "> 20 mm, no line (< 3 : 1)", reach > 20 and thin < 3)
        case Distribution.LINEAR:
            thin = specks.elongation(places)
            least = 1.2 if made.spot.shape is Shape.ROD else 3.0  # rods lie in several ducts side by side
            return Row(what, f"{text}, {thin:.1f} : 1", f">= {least:g} times as long as wide", thin >= least)
        case Distribution.SEGMENTAL:
            near, far = specks.wedge(places, apex)
            text = f"{text}, {near:.1f} then {far:.1f} mm wide"
            return Row(what, text, "a wedge: 1.3 times wider behind", far > 1.3 * near)
        case _:
            return Row(what, text, "over > 80 mm", reach > 80)


def sizes(shape: Shape, view: View, seen: list[specks.Speck]) -> tuple[str, str, bool]:
    """Measured value, what is asked for, whether it holds; sizes in mm at half height."""
    if not seen:
        return "nothing seen", "something", False
    long, wide = np.array([s.long for s in seen]), np.array([s.wide for s in seen])
    thick = np.array([s.caliber for s in seen])
    text = f"{len(seen)} seen, {long.min():.2f}/{np.median(long):.2f}/{long.max():.2f} mm long"
    width = f"{len(seen)} seen, {thick.min():.2f}/{np.median(thick):.2f}/{thick.max():.2f} mm wide"
    flat = float(np.median(wide / long))
    found: dict[Shape, tuple[str, str, object]] = {
        Shape.SKIN: (text, "rings 0.4-1 mm", long.min() > 0.4 and long.max() < 1.05),
        Shape.VASCULAR: (width, "walls < 0.6 mm, some parts > 2 mm", thick.max() < 0.6 and long.max() > 2),
        Shape.COARSE: (text, "greatest > 2 mm", long.max() > 2),
        Shape.ROD: (width, "each >= 0.5 mm wide", thick.min() >= 0.5),
        Shape.ROUND: (text, "each 0.4-1 mm, round", long.min() >= 0.4 and long.max() < 1 and (wide / long).min() > 0.8),
        Shape.PUNCTATE: (text, "each < 0.5 mm, round", long.max() < 0.5 and flat > 0.8),
        Shape.RIM: (
            f"{long.max():.2f} mm across, wall {thick.max():.2f} mm", "wall < 1 mm", thick.max() < 1 < long.max()
        ),
        Shape.DYSTROPHIC: (text, "median > 1 mm", np.median(long) > 1),
        Shape.MILK: (
            (f"{text}, {flat:.2f} : 1", "median rounder than 0.7 : 1", flat > 0.7) if view is View.CC
            else (f"{text}, {flat:.2f} : 1", "median flatter than 0.6 : 1", flat < 0.6)
        ),
        Shape.SUTURE: (width, "threads < 1 mm, some parts > 2 mm", thick.max() < 1 and long.max() > 2),
        Shape.AMORPHOUS: (text, "median < 0.3 mm", np.median(long) < 0.3),
        Shape.COARSE_HETEROGENEOUS: (text, "0.5-1 mm", long.min() >= 0.5 and np.quantile(long, 0.9) <= 1),
        Shape.FINE_PLEOMORPHIC: (text, "each < 0.5 mm, unlike", long.max() < 0.5 and long.max() > 1.8 * long.min()),
        Shape.FINE_LINEAR: (width, "each < 0.5 mm wide", thick.max() < 0.5),
    }  # fmt: skip
    value, bound, holds = found[shape]
    return value, bound, bool(holds)


def _own(drawing: Drawing, made: Made, box: Box, seen: list[specks.Speck]) -> list[specks.Speck]:
    """Those of `seen` that belong to this spot: a window may hold others' specks too."""
    x, y = _places(drawing, made, box).T
    reach = np.array([p.long for p in made.pieces]) / 2 + 0.2
    return [speck for speck in seen if bool((np.hypot(x - speck.x, y - speck.y) < reach).any())]


def _places(drawing: Drawing, made: Made, box: Box) -> Floats:
    """Middles of the pieces in a window, shape (n, 2), mm from its top left corner."""
    x = np.array([p.x for p in made.pieces])
    x = drawing.scene.canvas[0] - x if drawing.scene.side == "R" else x
    return np.stack([x - box[0], np.array([p.y for p in made.pieces]) - box[1]], axis=1)


def _off(drawing: Drawing, speck: specks.Speck, box: Box) -> float:
    """Degrees between a speck's long axis and the way to the nipple."""
    apex = gland.apex(drawing.body.curve)
    x = drawing.scene.canvas[0] - apex[0] if drawing.scene.side == "R" else apex[0]
    way = np.degrees(np.arctan2(apex[1] - box[1] - speck.y, x - box[0] - speck.x))
    return float(abs((speck.angle - way + 90) % 180 - 90))


def _contrast(drawing: Drawing, made: Made) -> Row:
    """Contrast to noise of a cluster in the whole picture's pixels."""
    circle = truth.extent(drawing.scene, made)
    half = min(circle.radius, 30.0) + 1.5
    canvas = drawing.scene.canvas
    step = 0.1
    box = (
        max(0.0, round((circle.x - half) / step) * step), max(0.0, round((circle.y - half) / step) * step),
        min(canvas[0], round((circle.x + half) / step) * step), min(canvas[1], round((circle.y + half) / step) * step),
    )  # fmt: skip
    drawn, bare = drawing.picture(truth.PIXEL, box), drawing.picture(truth.PIXEL, box, spots=False)
    wide = np.array([p.wide for p in made.pieces])
    values = specks.contrast(drawn, bare, _places(drawing, made, box), wide, truth.PIXEL)
    what = f"{made.spot.id}: contrast to noise"
    if not values:
        return Row(what, "nothing seen", "something", holds=False)
    middle = float(np.median(values))
    text = f"median {middle:.1f}, {100 * np.mean(np.array(values) >= 2):.0f} % of specks >= 2"
    if made.spot.shape is Shape.AMORPHOUS:
        return Row(what, text, "median 1-3: faint", 1 <= middle <= 3)
    if made.spot.shape is Shape.MILK and drawing.scene.view is View.CC:
        return Row(what, text, "median 1.5-5: smudges", 1.5 <= middle <= 5)
    return Row(what, text, "median >= 3", middle >= 3)
