"""Names every target that stands, in what can be seen of it, above what a person who sits can reach.

Reads a `Scene` and knows nothing of the kiosk, so that planted faults can prove it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRectF

from kiosk.bridge.eye import Node, Scene
from kiosk.settings.model import Screen

_SLACK = 1.0  # pixels: layouts round
LEAST_DP = 540
"""So much of the design's height stays, however high the glass hangs."""


def line(scene: Scene, screen: Screen) -> float:
    """Pixels from the top of the window to what is just within reach, reckoned from the settings alone."""
    width, height = scene.window.width(), scene.window.height()
    px_per_mm = math.hypot(width, height) / (screen.diagonal_inch * 25.4)
    dp = max(min(width, height) / 1080, 20 * px_per_mm / 66, 4.8 * px_per_mm / (26 * 0.668))
    within = (screen.reach_mm - screen.mount_height_mm) * px_per_mm
    return max(0.0, height - max(within, LEAST_DP * dp))


def visible(scene: Scene, node: Node) -> QRectF:
    """What of `node` stands in the window and in all that clips it."""
    box = node.box & scene.window
    for around in scene.above(node):
        if around.clip:
            box &= around.box
    return box


def out_of_reach(scene: Scene, top: float) -> Iterator[str]:
    """One sentence for each target that begins above `top` (pixels)."""
    for node in scene.nodes:
        if not (node.button and node.enabled):
            continue
        seen = visible(scene, node)
        if seen.width() > _SLACK and seen.height() > _SLACK and seen.top() < top - _SLACK:
            yield f"{node.kind} {node.name!r} begins {top - seen.top():.0f} px above what can be reached"
