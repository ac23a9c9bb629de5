"""From a path to a tree: the one door that content and settings files come in by."""

from __future__ import annotations

from pathlib import Path

from kiosk.reading.problem import Notes, Problem
from kiosk.reading.source import RefusedError, read_text
from kiosk.reading.tree import Map, Node
from kiosk.reading.yaml_tree import parse


def read(path: Path, notes: Notes) -> Node | None:
    """The tree of the YAML file `path`; None, with the reason in `notes`, when it is unsafe, broken or missing."""
    try:
        return parse(read_text(path), str(path))
    except RefusedError as refused:
        notes.take(refused.problem)
    except MemoryError:
        notes.take(Problem(str(path), 1, 1, "no memory was left to read the file", "close other programs"))
    return None


def read_map(path: Path, notes: Notes) -> Map | None:
    """Like `read`, for a file that must hold named values."""
    root = read(path, notes)
    if root is None or isinstance(root, Map):
        return root
    notes.on(str(path)).fault(root, "the file should hold `name: value` lines", "see docs/content.md")
    return None
