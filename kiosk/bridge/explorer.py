"""The explorer as one object for QML: what a touch can ask for, and how the session comes onto the glasses.

Made by the explorer's page and gone with it; holds nothing of a visitor. What she does goes to the session as events,
and what is shown comes from the session, so that a language, a reset or a step back is one path for all.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge import lens as _lens  # noqa: F401 - registers LensGlass
from kiosk.bridge.addresses import crop_url
from kiosk.bridge.explorer_view import ExplorerView
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.mammograms import Gallery
from kiosk.bridge.qml import Writable
from kiosk.bridge.shown import Shown, portrait
from kiosk.catalog.model import SizeSide
from kiosk.explorer.mammogram import Mammogram, Spot
from kiosk.explorer.viewport import Box, View
from kiosk.session import look as events
from kiosk.session.look import Look, Mode

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Explorer(ExplorerView):
    """Pictures to look at, alone or in pairs, by hand or on the guided path."""

    kioskChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gallery: Gallery | None = None
        self._fly = True
        self._shown = Shown(Look(), None, self._find)
        for stage in (self._stage, self._other):
            stage.wished.connect(self._go)
            stage.resized.connect(self._place)

    def _get_kiosk(self) -> Kiosk | None:
        return self._kiosk

    def _set_kiosk(self, kiosk: Kiosk | None) -> None:
        if kiosk is self._kiosk or kiosk is None:
            return
        self._kiosk = kiosk
        self._gallery = kiosk.gallery
        kiosk.lookChanged.connect(self._renew)
        kiosk.languageChanged.connect(self._renew)
        self._renew()
        self.kioskChanged.emit()

    kiosk = Writable(Kiosk, _get_kiosk, _set_kiosk, notify=kioskChanged)

    # --- inside ---

    def _find(self, picture: str) -> Mammogram | None:
        if self._gallery is None:
            return None
        words = self._shown.words_of(picture)
        return self._gallery.get(picture, (words.pixel_mm or None) if words else None)

    def _send(self, event: events.LookEvent, *, fly: bool = True) -> None:
        if self._kiosk is not None:
            self._fly = fly
            self._kiosk.send(event)
            self._fly = True

    def _go(self, view: View, fly: bool) -> None:
        """A finger or key on a glass asks for `view` (for the left one: the right follows)."""
        if self.sender() is self._other:
            across, down = self._shown.offset
            view = View(view.x - across, view.y - down, view.scale)
        self._send(events.MoveView((view.x, view.y, view.scale)), fly=fly)

    def _renew(self) -> None:
        """Show the session as it is now, and tell QML what differs."""
        if self._kiosk is None:
            return
        before = self._shown
        now = Shown(self._kiosk.session.look, self._kiosk.explorer_words, self._find)
        self._shown = now
        if now.words is not before.words or _plain(now.look) != _plain(before.look):
            self._stage.use(self._find(now.picture.id) if now.picture else None)
            self._other.use(self._find(now.other.id) if now.other else None)
            for stage in (self._stage, self._other):
                stage.centre(self.layout == "wipe")  # what is wiped over is in the middle
            self._fill()
            self._place()
            self.changed.emit()
        elif now.look.view != before.look.view:
            self._place()
        if now.lens != before.lens:
            self.lensChanged.emit()
        if now.look.wipe != before.look.wipe:
            self.wipeChanged.emit()

    def _place(self) -> None:
        fly = self._fly and self.sender() not in (self._stage, self._other)
        if self._stage.sized:
            view = self._shown.view(self._stage.glass)
            self._stage.show_view(view, fly=fly)
            if self._other.sized and self._other.mammogram is not None:
                self._other.show_view(self._shown.other_view(view, self._other.glass), fly=fly)

    def _fill(self) -> None:
        shown, words = self._shown, self._shown.words
        seen, chosen = shown.look.seen, shown.picture.id if shown.picture else ""
        self._spots.replace(
            [
                (
                    w.id,
                    n,
                    w.title,
                    w.text,
                    w.size,
                    w.alt,
                    crop_url(chosen, portrait(s)),
                    s.ring[0],
                    s.ring[1],
                    s.ring[2],
                    f"{chosen}/{w.id}" in seen,
                    w.id == shown.spot_id,
                )
                for n, (w, s) in enumerate(shown.spots, 1)
            ]
        )
        self._pictures.replace(
            [
                (
                    p.id,
                    p.title,
                    p.view,
                    self._thumb(p.id),
                    p.id == chosen,
                    bool(p.spots) and all(f"{p.id}/{s.id}" in seen for s in p.spots),
                )
                for p in (words.pictures if words else ())
                if p.alone
            ]
        )
        pair = shown.pair.id if shown.pair else ""
        self._pairs.replace(
            [
                (p.id, p.title, p.text, self._thumb(p.left), self._thumb(p.right), p.id == pair)
                for p in (words.pairs if words else ())
            ]
        )
        self._marks.replace([(m.symbol, m.label, m.amount, m.mm) for m in (words.sizes.marks if words else ())])

    def _thumb(self, picture: str) -> str:
        one = self._find(picture)
        return crop_url(picture, one.body) if one else ""

    # --- what a touch can ask for ---

    @Slot(str)
    def openPicture(self, picture: str) -> None:
        if self._shown.words_of(picture) is not None:
            self._send(events.OpenPicture(picture))

    @Slot(str)
    def chooseSpot(self, spot: str) -> None:
        if any(words.id == spot for words, _ in self._shown.spots):
            self._send(events.ChooseSpot(self.pictureId, spot))

    @Slot()
    def nextSpot(self) -> None:
        self._turn(1)

    @Slot()
    def previousSpot(self) -> None:
        self._turn(-1)

    @Slot()
    def closeSpot(self) -> None:
        stands = self._stage.view
        self._send(events.MoveView((stands.x, stands.y, stands.scale)))
        self._send(events.ChooseSpot(self.pictureId, ""))

    @Slot()
    def toggleRings(self) -> None:
        self._send(events.ShowRings(not self._shown.look.rings))

    @Slot()
    def toggleLens(self) -> None:
        if self._shown.look.lens is not None:
            self._send(events.PlaceLens(None))
        elif self._shown.spot is not None:
            self._send(events.PlaceLens((self._shown.spot[1].x, self._shown.spot[1].y)))
        else:
            glass = self._stage.glass
            self.moveLens(*glass.to_picture(self._stage.view, *glass.target))

    @Slot(float, float)
    def moveLens(self, x: float, y: float) -> None:
        """To a place of the picture, mm; it stays on what is on the glass."""
        seen = self._stage.glass.seen(self._stage.view)
        self._send(events.PlaceLens((min(seen.right, max(seen.left, x)), min(seen.bottom, max(seen.top, y)))))

    @Slot(str)
    def showMode(self, mode: str) -> None:
        self._send(events.ShowMode(Mode(mode)))

    @Slot()
    def leaveMode(self) -> None:
        self._send(events.ShowMode(Mode.LOOK))

    @Slot(str)
    def openPair(self, pair: str) -> None:
        self._send(events.OpenPair(pair))

    @Slot(str)
    def setLayout(self, layout: str) -> None:
        self._send(events.SetLayout(layout))

    @Slot(float)
    def setWipe(self, share: float) -> None:
        self._send(events.SetWipe(share))

    @Slot()
    def toggleTrueSize(self) -> None:
        self._send(events.SetTrueSize(not self._shown.look.true_size))

    @Slot()
    def close(self) -> None:
        """The page goes: nothing more is read for it."""
        self._pixels.close()

    @Slot()
    def startGuide(self) -> None:
        self._send(events.ShowMode(Mode.GUIDE))

    @Slot()
    def nextStep(self) -> None:
        if self.guideStep < self.guideTotal:
            self._send(events.GoToStep(self.guideStep))

    @Slot()
    def previousStep(self) -> None:
        if self.guideStep > 1:
            self._send(events.GoToStep(self.guideStep - 2))

    @Slot()
    def repeatStep(self) -> None:
        """The step again from its beginning, where it looks and how long it stands."""
        self._send(events.GoToStep(self.guideStep - 1))

    @Slot()
    def togglePlaying(self) -> None:
        if not self._shown.look.playing and self.guideStep == self.guideTotal:
            self._send(events.GoToStep(0))  # it had come to its end: from the beginning
        self._send(events.PlayGuide(not self._shown.look.playing))

    @Slot(float, float, float, result=str)
    def leftSizeCrop(self, width: float, height: float, px_per_mm: float) -> str:
        return self._size_crop(self._sizes.left, width, height, px_per_mm) if self._sizes else ""

    @Slot(float, float, float, result=str)
    def rightSizeCrop(self, width: float, height: float, px_per_mm: float) -> str:
        return self._size_crop(self._sizes.right, width, height, px_per_mm) if self._sizes else ""

    # --- helpers ---

    def _turn(self, by: int) -> None:
        ids = [words.id for words, _ in self._shown.spots]
        if ids:
            at = ids.index(self.spotId) + by if self.spotId in ids else 0 if by > 0 else len(ids) - 1
            self.chooseSpot(ids[at % len(ids)])

    def _size_spot(self, side: SizeSide) -> Spot | None:
        one = self._find(side.picture)
        return one.spot(side.spot) if one else None

    def _size_crop(self, side: SizeSide, width: float, height: float, px_per_mm: float) -> str:
        spot = self._size_spot(side)
        if spot is None or px_per_mm <= 0:
            return ""
        across, down = width / px_per_mm / 2, height / px_per_mm / 2
        return crop_url(side.picture, Box(spot.x - across, spot.y - down, spot.x + across, spot.y + down))


def _plain(now: Look) -> Look:
    """Without what changes with every movement of a finger."""
    return replace(now, view=None, lens=None, wipe=0.5, step_since=0.0)
