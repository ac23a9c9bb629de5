"""One picture on one glass: where it stands, which tiles lie on it, and how it gets from one view to another.

A `Stage` decides nothing: what a finger asks for it hands on as a wished view, and shows what it is told. Lengths are
pixels of the glass where nothing else is said; places in the picture are millimeters from its top left corner.
Long because: every property and every intent that QML may use stands here, four lines each.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QObject, QTimer, Signal, Slot
from PySide6.QtCore import QVariantAnimation as Animation
from PySide6.QtQml import QmlElement

from kiosk.bridge.addresses import crop_url, view_url
from kiosk.bridge.pixels import Pixels
from kiosk.bridge.qml import Property, QmlUncreatable, Writable
from kiosk.bridge.tile_holder import TileHolder
from kiosk.bridge.tile_model import TileModel
from kiosk.explorer import tiles
from kiosk.explorer.mammogram import Magnified, Mammogram
from kiosk.explorer.viewport import Box, Glass, View, between

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_STEP = 1.5
_INTO = 2.5
_RULES = (1, 2, 5, 10, 20, 50)
"""Millimeters that the scale rule may stand for."""
_STILL_MS = 150
"""After so long without one a finger's movement is over."""
_CALM_MS = 500
"""A flight asked for so soon after the last one is a cut: dark and light parts of the picture must not flash by."""
_LARGEST = 4.0
"""So many glass pixels one picture pixel becomes at the most; magnification views still are sharp there."""
_NEAR = 0.02
_NOWHERE = Glass(1.0, 1.0, Box(0, 0, 1, 1), Box(0, 0, 1, 1), 1.0)


@QmlElement
@QmlUncreatable("made by the explorer")
class Stage(QObject):
    """What QML needs to show one picture; `wished` carries (view, flown) that a finger or key asked for."""

    wished = Signal(object, bool)
    resized = Signal()
    pictureChanged = Signal()
    viewChanged = Signal()
    settingsChanged = Signal()
    movingChanged = Signal()
    wholeChanged = Signal()

    def __init__(self, pixels: Pixels, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("mammogram")
        self.pixels = pixels
        self.mammogram: Mammogram | None = None
        self.glass: Glass = _NOWHERE
        self.view = View(0, 0, 1)
        self._size = (0.0, 0.0)
        self._tiles = TileHolder(self)
        self._tiles.due.connect(self._hold_again)
        self._close_up: tuple[str, Magnified] | None = None
        self._rule_room = 1.0
        self._centred = False
        self._aim = 0.5
        self._flight_ms = 0
        self._flight = Animation(self)
        self._flight.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.valueChanged.connect(self._fly)
        self._path = (self.view, self.view)
        self._flown = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_STILL_MS)
        self._rest.timeout.connect(self.movingChanged)

    # --- for Python ---

    @property
    def tile_model(self) -> TileModel:
        return self._tiles.model

    @property
    def changing(self) -> bool:
        """Whether tiles are still to come or to go."""
        return self._tiles.changing

    @property
    def sized(self) -> bool:
        return self._size[0] >= 1 and self._size[1] >= 1

    def use(self, mammogram: Mammogram | None) -> None:
        """Show `mammogram` from now on; nothing while it is None."""
        if mammogram is self.mammogram:
            return
        self._flight.stop()
        self.mammogram = mammogram
        self._close_up = None
        self._tiles.use(mammogram)
        self._measure()
        self.pictureChanged.emit()

    def centre(self, centred: bool) -> None:
        """Whether the breast is in the middle of the glass, rather than its chest wall at the edge."""
        if centred != self._centred:
            self._centred = centred
            self._measure()

    def show_view(self, view: View, *, fly: bool) -> None:
        """Go to `view`: at once, or on a flight from where the picture stands."""
        view = self.glass.clamped(view)
        if view == self._base() and self._tiles.model.tiles:
            return
        self._flight.stop()
        soon = fly and self._flown.isValid() and not self._flown.hasExpired(_CALM_MS)
        if fly:
            self._flown.start()
        if not fly or soon or self._flight_ms <= 0 or not self._tiles.model.tiles:
            self._stand(view)
            return
        self._path = (self.view, view)
        self._hold(view, stay=True)  # what lies at the end is on its way while the picture still moves
        self._flight.setDuration(self._flight_ms)
        self._flight.start()

    def _fly(self, part: float) -> None:
        start, end = self._path
        self._stand(end if part >= 1 else between(start, end, part), hold=part >= 1)

    def _stand(self, view: View, *, hold: bool = True) -> None:
        self.view = view
        if hold:
            self._hold(view)
        self.viewChanged.emit()

    def _hold(self, view: View, *, stay: bool = False) -> None:
        one = self.mammogram
        if one is None or not self.sized:
            return
        self._tiles.hold(view, self.glass, stay=stay)
        self._close_up = tiles.close_up(one, view, self.glass)

    def _hold_again(self) -> None:
        self._hold(self._base(), stay=self._flying)
        if self.whole:
            self.wholeChanged.emit()

    def _close_up_px(self, side: str) -> int:
        """An edge or length of the magnification view, whole pixels of the full picture, as the tiles have them."""
        if self._close_up is None or self.mammogram is None:
            return 0
        length: float = getattr(self._close_up[1].box, side)
        return round(length / self.mammogram.pixel_mm)

    def _measure(self) -> None:
        width, height = self._size
        one = self.mammogram
        if one is None:
            self.glass = _NOWHERE
            return
        most = _LARGEST / one.pixel_mm
        if self._centred:
            self.glass = Glass(width, height, one.body, one.body, most, aim=self._aim)
        else:
            self.glass = Glass(width, height, one.box, one.body, most, one.side, self._aim)

    @property
    def _flying(self) -> bool:
        return self._flight.state() == Animation.State.Running

    def _wish(self, view: View, *, fly: bool) -> None:
        if self.mammogram is not None and self.sized:
            if not fly:
                was = self._rest.isActive()
                self._rest.start()
                if not was:
                    self.movingChanged.emit()
            self.wished.emit(self.glass.clamped(view), fly)

    def _base(self) -> View:
        """What a step is counted from: the end of a flight, so that two quick presses make two steps."""
        return self._path[1] if self._flying else self.view

    # --- for QML ---

    @Property(TileModel, constant=True)
    def tiles(self) -> TileModel:
        return self._tiles.model

    @Property(bool, notify=wholeChanged)
    def whole(self) -> bool:
        """Whether every tile on the glass stands."""
        return self._tiles.whole

    @Property(bool, notify=movingChanged)
    def moving(self) -> bool:
        """Whether fingers move the picture: then tiles do not fade in, which would cost the frames their time."""
        return self._rest.isActive()

    @Property(bool, notify=pictureChanged)
    def shown(self) -> bool:
        return self.mammogram is not None

    @Property(str, notify=pictureChanged)
    def side(self) -> str:
        return self.mammogram.side if self.mammogram else ""

    @Property(float, notify=pictureChanged)
    def widthMm(self) -> float:
        return self.mammogram.box.width if self.mammogram else 1.0

    @Property(float, notify=pictureChanged)
    def heightMm(self) -> float:
        return self.mammogram.box.height if self.mammogram else 1.0

    @Property(float, notify=pictureChanged)
    def pixelMm(self) -> float:
        """Millimeters per pixel of the full picture, the unit that tiles are placed in."""
        return self.mammogram.pixel_mm if self.mammogram else 1.0

    @Property(str, notify=pictureChanged)
    def mapUrl(self) -> str:
        """A small picture of the whole, for the map; ask for it at the size it is shown."""
        if self.mammogram is None:
            return ""
        return crop_url(self.mammogram.id, self.mammogram.box)

    @Property(float, notify=viewChanged)
    def scale(self) -> float:
        """Glass pixels per millimeter."""
        return self.view.scale

    @Property(float, notify=viewChanged)
    def originX(self) -> float:
        return self.glass.to_glass(self.view, 0, 0)[0]

    @Property(float, notify=viewChanged)
    def originY(self) -> float:
        return self.glass.to_glass(self.view, 0, 0)[1]

    @Property(bool, notify=viewChanged)
    def atFit(self) -> bool:
        return self.view.scale <= self.glass.fit().scale * (1 + _NEAR)

    @Property(bool, notify=viewChanged)
    def atMost(self) -> bool:
        return self.view.scale >= self.glass.most * (1 - _NEAR)

    @Property(float, notify=viewChanged)
    def seenX(self) -> float:
        return self.glass.seen(self.view).left

    @Property(float, notify=viewChanged)
    def seenY(self) -> float:
        return self.glass.seen(self.view).top

    @Property(float, notify=viewChanged)
    def seenW(self) -> float:
        return self.glass.seen(self.view).width

    @Property(float, notify=viewChanged)
    def seenH(self) -> float:
        return self.glass.seen(self.view).height

    @Property(int, notify=viewChanged)
    def ruleMm(self) -> int:
        """How many millimeters the scale rule stands for: the longest that fits `ruleRoom`."""
        return max((mm for mm in _RULES if mm * self.view.scale <= self._rule_room), default=_RULES[0])

    @Property(str, notify=viewChanged)
    def closeUp(self) -> str:
        """The magnification view to lay over the tiles; empty while the tiles are fine enough."""
        if self._close_up is None or self.mammogram is None:
            return ""
        return view_url(self.mammogram.id, self._close_up[0])

    @Property(int, notify=viewChanged)
    def closeUpX(self) -> int:
        return self._close_up_px("left")

    @Property(int, notify=viewChanged)
    def closeUpY(self) -> int:
        return self._close_up_px("top")

    @Property(int, notify=viewChanged)
    def closeUpW(self) -> int:
        return self._close_up_px("width")

    @Property(int, notify=viewChanged)
    def closeUpH(self) -> int:
        return self._close_up_px("height")

    def _get_ruleRoom(self) -> float:
        return self._rule_room

    def _set_ruleRoom(self, room: float) -> None:
        self._rule_room = room
        self.settingsChanged.emit()
        self.viewChanged.emit()

    ruleRoom = Writable(float, _get_ruleRoom, _set_ruleRoom, notify=settingsChanged)

    def _get_flightMs(self) -> int:
        """How long a flight takes; 0 cuts."""
        return self._flight_ms

    def _set_flightMs(self, duration: int) -> None:
        self._flight_ms = duration
        self.settingsChanged.emit()

    flightMs = Writable(int, _get_flightMs, _set_flightMs, notify=settingsChanged)

    def _get_aim(self) -> float:
        """How far down the glass, 0 to 1, stands what is flown to."""
        return self._aim

    def _set_aim(self, aim: float) -> None:
        self._aim = aim
        self._measure()
        self.settingsChanged.emit()
        self.resized.emit()

    aim = Writable(float, _get_aim, _set_aim, notify=settingsChanged)

    @Slot(str)
    def loaded(self, source: str) -> None:
        """The image of a tile stands on the glass, wholly faded in, or never will: coarser ones under it may go."""
        self._tiles.loaded(source)

    @Slot(float, float)
    def resize(self, width: float, height: float) -> None:
        """The glass has so many pixels now."""
        if (width, height) == self._size:
            return
        self._size = (width, height)
        self._flight.stop()
        self._measure()
        self.resized.emit()
        # The same view stands elsewhere on another glass, and more of it may be seen.
        self._stand(self.glass.clamped(self.view))

    @Slot(float, float)
    def move(self, dx: float, dy: float) -> None:
        """The picture follows the finger."""
        self._wish(self.glass.moved(self.view, dx, dy), fly=False)

    @Slot(float, float, float)
    def zoom(self, factor: float, x: float, y: float) -> None:
        """The picture follows two fingers: what is under (x, y) stays there."""
        self._wish(self.glass.zoomed(self.view, factor, x, y), fly=False)

    @Slot(float, float, float, float, float)
    def follow(self, x: float, y: float, to_x: float, to_y: float, factor: float) -> None:
        """The picture follows fingers whose middle went from (x, y) to (to_x, to_y), now `factor` as far apart.

        One wish for both, in the order that leaves the picture more room.
        """
        glass = self.glass
        if factor >= 1:
            view = glass.moved(glass.zoomed(self.view, factor, x, y), to_x - x, to_y - y)
        else:
            view = glass.zoomed(glass.moved(self.view, to_x - x, to_y - y), factor, to_x, to_y)
        self._wish(view, fly=False)

    @Slot()
    def zoomIn(self) -> None:
        """About what is looked for; from the whole picture about the middle of the breast, not of the black."""
        base = self._base()
        x, y = self.glass.target
        if base == self.glass.fit():
            x, y = self.glass.to_glass(base, *self.glass.body.centre)
        self._wish(self.glass.zoomed(base, _STEP, x, y), fly=True)

    @Slot()
    def zoomOut(self) -> None:
        self._wish(self.glass.zoomed(self._base(), 1 / _STEP, *self.glass.target), fly=True)

    @Slot()
    def fit(self) -> None:
        self._wish(self.glass.fit(), fly=True)

    @Slot(float, float)
    def nudge(self, across: float, down: float) -> None:
        """Look further by this part of the glass: positive is right and down."""
        self._wish(
            self.glass.moved(self._base(), -across * self.glass.width, -down * self.glass.height),
            fly=True,
        )

    @Slot(float, float)
    def doubleTap(self, x: float, y: float) -> None:
        """In at that point; back to the whole when it is in already."""
        if self.atFit:
            self._wish(self.glass.zoomed(self.view, _INTO, x, y), fly=True)
        else:
            self.fit()

    @Slot(float, float)
    def show(self, x: float, y: float) -> None:
        """Have the place (x, y in millimeters) where what is looked for stands."""
        self._wish(self.glass.at(x, y, self._base().scale), fly=True)
