"""An eye for what stands in a window: which items, where, and which words cannot be read. For tour and tests."""

from __future__ import annotations

from kiosk.bridge.eye.layout import broken_words, faults
from kiosk.bridge.eye.scene import Node, Probe, Scene

__all__ = ["Node", "Probe", "Scene", "broken_words", "faults"]
