"""The product's eye, as tests call it."""

from __future__ import annotations

from kiosk.bridge.eye.scene import Node, Probe, Scene

__all__ = ["Node", "Probe", "Scene"]
