"""The product's eye for layout, as tests call it; planted faults prove it in test_layout_eye.py."""

from __future__ import annotations

from kiosk.bridge.eye.layout import broken_words, faults

__all__ = ["broken_words", "faults"]
