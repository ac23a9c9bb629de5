"""Where QML finds pixels of the drawn mammograms: the addresses that `kiosk.bridge.mammograms` answers."""

from __future__ import annotations

from kiosk.explorer.pyramid import Tile
from kiosk.explorer.viewport import Box


def tile_url(picture: str, tile: Tile) -> str:
    """One tile."""
    return f"image://mammogram/tile/{picture}/{tile.level}/{tile.column}_{tile.row}"


def view_url(picture: str, spot: str) -> str:
    """A spot's whole magnification view."""
    return f"image://mammogram/view/{picture}/{spot}"


def crop_url(picture: str, box: Box) -> str:
    """A part of a picture, its edges in millimeters; ask for it at the size it is shown."""
    edges = ",".join(f"{edge:.2f}" for edge in (box.left, box.top, box.right, box.bottom))
    return f"image://mammogram/crop/{picture}?box={edges}"
