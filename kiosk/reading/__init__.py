"""Reads files that people write (content, settings): safely, as strings, with places and collected problems. No Qt.

What a kiosk needs at every start is here; `kiosk.reading.files` is for those who must read YAML.
"""

from __future__ import annotations

from kiosk.reading.problem import FileNotes, Notes, Problem, Severity
from kiosk.reading.tree import Map, Node, Scalar, Seq

__all__ = ["FileNotes", "Map", "Node", "Notes", "Problem", "Scalar", "Seq", "Severity"]
