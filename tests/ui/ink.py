"""What contrast words and line icons have on the glass itself, from two pictures of it: with them and without.

Where the two differ there is ink; what the second shows there and close by is its ground, be it a colour, a gradient or
art. The ratio is that of the ink's extreme (its edges are mixed with the ground) and the ground's worst place.
"""

from __future__ import annotations

from typing import cast

import msgspec
import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from kiosk.bridge.eye import Node, Scene
from tests.ui.driver import Driver

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

_CHANGED = 40  # of 255: more than the palest edge of a letter
_SOLID = 0.05  # share of the ink that is surely no edge
_WORST = 0.01  # share of the ground that may be worse: a single grain of art hides no letter
_HALO = 2  # pixels around the ink that belong to its ground
_LEAST_INK = 12  # pixels
_LINEAR: Floats = np.array([v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(256) / 255])


class Reading(msgspec.Struct, frozen=True):
    """One text or icon as it was measured."""

    node: Node
    ratio: float


def pixels(image: QImage) -> Bytes:
    """Height x width x 3 bytes, red, green, blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(cast(bytes, plain.constBits()), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()  # the image goes with this


def bare(driver: Driver, *, words: bool) -> Bytes:
    """The glass without the words, or else without the line icons, that the last `look` found."""
    with driver._probe.without(words=words):
        return pixels(driver.window.grabWindow())


def luminance(colors: Bytes) -> Floats:
    """Relative luminance, 0 to 1, of colours in the last axis (WCAG 2.2)."""
    return cast(Floats, _LINEAR[colors] @ np.array([0.2126, 0.7152, 0.0722]))


def readings(scene: Scene, marks: list[Node], shown: Bytes, bare: Bytes) -> list[Reading]:
    """The contrast of each of `marks` that can be seen whole; `bare` is the same picture without them."""
    found = []
    for node in marks:
        box = visible(scene, node)
        if box is not None:
            ratio = contrast(cut(shown, box), cut(bare, box))
            if ratio is not None:
                found.append(Reading(node, ratio))
    return found


def contrast(shown: Bytes, bare: Bytes) -> float | None:
    """The ratio of ink and ground, 1 to 21; None where there is no ink."""
    change = np.abs(shown.astype(np.int16) - bare.astype(np.int16)).max(axis=2)
    ink = change > _CHANGED
    if ink.sum() < _LEAST_INK:
        return 1.0 if change.any() else None
    solid = change >= np.quantile(change[ink], 1 - _SOLID)
    seen = float(np.median(luminance(shown[solid])))
    around = np.sort(luminance(bare[_grown(ink)]))
    # The ground's place that is nearest to the ink: its brightest under dark words, its darkest under light ones.
    low, high = around[int(_WORST * len(around))], around[int((1 - _WORST) * (len(around) - 1))]
    return min((max(seen, float(g)) + 0.05) / (min(seen, float(g)) + 0.05) for g in (low, high))


def _grown(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    grown = mask.copy()
    for axis in (0, 1):
        for step in range(1, _HALO + 1):
            for way in (step, -step):
                grown |= np.roll(mask, way, axis)
    return grown


def visible(scene: Scene, node: Node) -> QRectF | None:
    """Where the whole of `node` can be seen; None where something cuts, dims or covers it."""
    box = QRectF(*node.ink) if node.text else node.box
    frames = [scene.window, *(n.box for n in scene.above(node) if n.clip)]
    if node.opacity == 0 or not all(frame.contains(box) for frame in frames):
        return None
    for later in scene.nodes[node.index + 1 :]:
        painted = later.text or later.picture or later.veil or later.edge or later.color[1:3] not in ("", "00")
        if painted and later.opacity > 0 and later.box.intersects(box):
            return None
    return box.adjusted(-_HALO, -_HALO, _HALO, _HALO) & scene.window


def cut(picture: Bytes, box: QRectF) -> Bytes:
    place = box.toAlignedRect()
    return picture[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
