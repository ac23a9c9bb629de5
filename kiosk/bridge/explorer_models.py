"""The lists of the explorer: pictures, pairs, spots, marks of size."""

from __future__ import annotations

from PySide6.QtQml import QmlElement

from kiosk.bridge.models import RowModel
from kiosk.bridge.qml import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the explorer")
class PictureModel(RowModel):
    """The pictures that can be looked at alone; `thumb` is drawn at the size that is asked for."""

    NAMES = ("pictureId", "title", "viewLabel", "thumb", "chosen", "seenAll")


@QmlElement
@QmlUncreatable("made by the explorer")
class PairModel(RowModel):
    """The pairs that can be compared."""

    NAMES = ("pairId", "title", "text", "leftThumb", "rightThumb", "chosen")


@QmlElement
@QmlUncreatable("made by the explorer")
class SpotModel(RowModel):
    """The spots of the picture; x, y and ringMm (the radius of what is to be seen) in millimeters."""

    NAMES = (
        "spotId",
        "number",
        "title",
        "text",
        "sizeWords",
        "twin",
        "thumb",
        "x",
        "y",
        "ringMm",
        "seen",
        "chosen",
    )


@QmlElement
@QmlUncreatable("made by the explorer")
class SizeMarkModel(RowModel):
    """Everyday things of a known size; `symbol` is salt, seed or pea."""

    NAMES = ("symbol", "label", "amount", "mm")
