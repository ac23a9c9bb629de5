"""The explorer's part of the tour: everything it can show, one after another, by its own intents."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kiosk.bridge.explorer import Explorer
from kiosk.bridge.models import RowModel


def find_explorer(item: QQuickItem) -> Explorer | None:
    """The explorer of the page that stands somewhere in `item`."""
    # Found by what the page owns, not by its type's name: a wrapper of a meta object outlives what it tells of.
    found: Explorer | None = item.findChild(Explorer)
    if found is not None:
        return found
    return next((found for child in item.childItems() if (found := find_explorer(child)) is not None), None)


def walk(explorer: Explorer) -> Iterator[tuple[str, str]]:
    """Shows one thing after another; yields (name for the file, title) of each."""
    yield "explorer", explorer.title
    explorer.toggleRings()
    yield "explorer-spots-shown", explorer.title
    for picture in _ids(explorer.pictures):
        explorer.openPicture(picture)
        yield f"explorer-{picture}", explorer.pictureTitle
        for _ in range(explorer.spotTotal):
            explorer.nextSpot()
            yield f"explorer-{picture}-{explorer.spotId}", f"{explorer.pictureTitle}: {explorer.spotTitle}"
        explorer.closeSpot()
    explorer.openPicture(_ids(explorer.pictures)[0])
    explorer.toggleLens()
    yield "explorer-lens", "The lens"
    explorer.toggleLens()
    for mode, title in (("spots", "All spots"), ("pictures", "All pictures")):
        explorer.showMode(mode)
        yield f"explorer-{mode}", title
    explorer.startGuide()
    for step in range(1, explorer.guideTotal + 1):
        yield f"explorer-step-{step}", f"Step {step}: {explorer.guideTitle}"
        explorer.nextStep()
    for pair in _ids(explorer.pairs):
        explorer.openPair(pair)
        for layout in ("side", "wipe") if explorer.canWipe else ("side",):
            explorer.setLayout(layout)
            yield f"explorer-pair-{pair}-{layout}", explorer.pairTitle
    explorer.showMode("sizes")
    yield "explorer-sizes", explorer.sizesTitle
    explorer.toggleTrueSize()
    yield "explorer-true-size", explorer.sizesTrueTitle


def _ids(model: RowModel) -> list[str]:
    return [str(model.data(model.index(row, 0), 256)) for row in range(model.rowCount())]
