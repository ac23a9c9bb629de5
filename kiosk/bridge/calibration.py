"""The bank card's outline as QML sees it: how large it is drawn, what size of glass follows, and what can be done.

Holds the outline. The arithmetic is `kiosk.settings.calibration`'s; how the size is kept, the caller knows. The words
are for IT alone, and stand here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.settings.calibration import (
    CARD_CORNER_MM,
    CARD_HEIGHT_MM,
    CARD_WIDTH_MM,
    LEAST_INCH,
    MOST_INCH,
    card_px,
    diagonal_inch,
    fault,
    rounded,
)

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_RATIO = CARD_HEIGHT_MM / CARD_WIDTH_MM
_STEP_MM = 0.1
_BEYOND = 1.1
"""The outline can be drawn a little smaller and larger than any glass allows, so that it is said why."""
_CM = 2.54
WORDS = {
    "title": "How large is this screen?",
    "lead": "Lay a bank card on the outline, upper left corner on upper left corner. Then pull the two sides until the "
    "outline is as large as the card. The buttons and the arrow keys move a side by a tenth of a millimeter.",
    "width": "Width of the card",
    "height": "Height of the card",
    "less": "Smaller",
    "more": "Larger",
    "save": "Save",
    "leave": "Leave",
}


@QmlElement
@QmlUncreatable("made by the program")
class Calibration(QObject):
    """One outline on one window."""

    changed = Signal()
    left = Signal()

    def __init__(self, inch: float, save: Callable[[float], str], parent: QObject | None = None) -> None:
        """`inch`: what the settings say of the glass. `save` keeps a size; it gives a sentence where it cannot."""
        super().__init__(parent)
        self._begin_inch = inch
        self._save = save
        self._window = (0, 0)
        self._width = 0.0
        self._height = 0.0
        self._first = 0.0
        self._said = ""
        self.saved: float | None = None
        """Inches, once they are kept."""

    @Slot(float, float)
    def setWindow(self, width: float, height: float) -> None:
        """So many pixels the window has; the outline begins as the settings have the glass."""
        window = (round(width), round(height))
        if min(window) < 1 or window == self._window:
            return
        self._window = window
        self._width = card_px(self._begin_inch, window)
        self._height = self._width * _RATIO
        self._first = self._width
        self.changed.emit()

    @Property(float, notify=changed)
    def firstWidth(self) -> float:
        """Pixels with which the outline begins."""
        return self._first

    @Property(float, notify=changed)
    def firstHeight(self) -> float:
        return self._first * _RATIO

    @Property(float, notify=changed)
    def cardWidth(self) -> float:
        """Pixels, parts of one as well."""
        return self._width

    @Property(float, notify=changed)
    def cardHeight(self) -> float:
        return self._height

    @Property(float, notify=changed)
    def corner(self) -> float:
        """Radius of the card's corners."""
        return self._width * CARD_CORNER_MM / CARD_WIDTH_MM

    @Property(str, notify=changed)
    def inches(self) -> str:
        """The diagonal, as it is read."""
        return f"{self.inch:.1f} inches"

    @Property(str, notify=changed)
    def centimeters(self) -> str:
        return f"{self.inch * _CM:.1f} cm from corner to corner"

    @Property(str, notify=changed)
    def fault(self) -> str:
        """Why this cannot be saved, or has not been; empty where it can."""
        return self._said or (fault(self._width, self._height, self._window) if self._width else "")

    @property
    def inch(self) -> float:
        return rounded(diagonal_inch(self._width, self._window)) if self._width else self._begin_inch

    @Slot(str, result=str)
    def word(self, name: str) -> str:
        return WORDS[name]

    @Slot(float)
    def setCardWidth(self, pixels: float) -> None:
        """A finger has the right side; height follows, as the two belong together until it is moved by itself."""
        ratio = self._height / self._width if self._width else _RATIO
        self._take(pixels, None, ratio)

    @Slot(float)
    def setCardHeight(self, pixels: float) -> None:
        """A finger has the lower side."""
        self._take(self._width, pixels, 0.0)

    @Slot(int)
    def widen(self, steps: int) -> None:
        """So many tenths of a millimeter more; less, where it is below 0."""
        self.setCardWidth(self._width * (1 + steps * _STEP_MM / CARD_WIDTH_MM))

    @Slot(int)
    def heighten(self, steps: int) -> None:
        self.setCardHeight(self._height + self._width * steps * _STEP_MM / CARD_WIDTH_MM)

    @Slot()
    def save(self) -> None:
        """Keep the size, where it can be one, and leave."""
        if fault(self._width, self._height, self._window):
            return
        self._said = self._save(self.inch)
        self.changed.emit()
        if not self._said:
            self.saved = self.inch
            self.left.emit()

    @Slot()
    def leave(self) -> None:
        self.left.emit()

    @property
    def failed(self) -> bool:
        """Whether a size was to be kept, and could not be."""
        return self._said != ""

    def _take(self, width: float, height: float | None, ratio: float) -> None:
        least, most = card_px(MOST_INCH * _BEYOND, self._window), card_px(LEAST_INCH / _BEYOND, self._window)
        self._width = max(least, min(most, width))
        if height is None:
            height = self._width * ratio
        self._height = max(least * _RATIO / _BEYOND, min(most * _RATIO * _BEYOND, height))
        self._said = ""
        self.changed.emit()
