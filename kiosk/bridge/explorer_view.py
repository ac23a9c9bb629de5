"""What the explorer's page shows: the words and numbers of one moment, as properties for QML.

Long because: every property that the page may use stands here, three lines each.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.explorer_models import PairModel, PictureModel, SizeMarkModel, SpotModel
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.pixels import Pixels
from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.bridge.shown import Shown
from kiosk.bridge.stage import Stage
from kiosk.catalog.model import SizeSide, SizeWords
from kiosk.session.look import Look

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("the explorer is one")
class ExplorerView(QObject):
    """Read by QML; `Explorer` fills it."""

    changed = Signal()
    lensChanged = Signal()
    wipeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kiosk: Kiosk | None = None
        self._shown = Shown(Look(), None, lambda _picture: None)
        self._pixels = Pixels(self)
        self._stage = Stage(self._pixels, self)
        self._other = Stage(self._pixels, self)
        self._pictures = PictureModel(self)
        self._pairs = PairModel(self)
        self._spots = SpotModel(self)
        self._marks = SizeMarkModel(self)

    def _word(self, word: str, **values: int) -> str:
        """An interface word with its values put in."""
        return self._kiosk.words.get(word).format(**values) if self._kiosk else ""

    @property
    def _sizes(self) -> SizeWords | None:
        return self._shown.words.sizes if self._shown.words else None

    def _size_alt(self, side: SizeSide) -> str:
        words = self._shown.words_of(side.picture)
        return next((s.alt for s in words.spots if s.id == side.spot), "") if words else ""

    @Property(Stage, constant=True)
    def stage(self) -> Stage:
        return self._stage

    @Property(Stage, constant=True)
    def other(self) -> Stage:
        return self._other

    @Property(PictureModel, constant=True)
    def pictures(self) -> PictureModel:
        return self._pictures

    @Property(PairModel, constant=True)
    def pairs(self) -> PairModel:
        return self._pairs

    @Property(SpotModel, constant=True)
    def spots(self) -> SpotModel:
        return self._spots

    @Property(SizeMarkModel, constant=True)
    def sizeMarks(self) -> SizeMarkModel:
        return self._marks

    @Property(str, notify=changed)
    def mode(self) -> str:
        return self._shown.look.mode.value

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether the picture can be shown at all."""
        return self._stage.mammogram is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._shown.words.title if self._shown.words else ""

    @Property(str, notify=changed)
    def lead(self) -> str:
        return self._shown.words.lead if self._shown.words else ""

    @Property(str, notify=changed)
    def pictureId(self) -> str:
        return self._shown.picture.id if self._shown.picture else ""

    @Property(str, notify=changed)
    def pictureTitle(self) -> str:
        return self._shown.picture.title if self._shown.picture else ""

    @Property(str, notify=changed)
    def viewLabel(self) -> str:
        return self._shown.picture.view if self._shown.picture else ""

    @Property(str, notify=changed)
    def pictureAlt(self) -> str:
        return self._shown.picture.alt if self._shown.picture else ""

    @Property(str, notify=changed)
    def otherAlt(self) -> str:
        return self._shown.other.alt if self._shown.other else ""

    @Property(str, notify=changed)
    def otherViewLabel(self) -> str:
        return self._shown.other.view if self._shown.other else ""

    @Property(str, notify=changed)
    def spotId(self) -> str:
        return self._shown.spot[0].id if self._shown.spot else ""

    @Property(int, notify=changed)
    def spotNumber(self) -> int:
        ids = [words.id for words, _ in self._shown.spots]
        return ids.index(self._shown.spot_id) + 1 if self._shown.spot_id in ids else 0

    @Property(int, notify=changed)
    def spotTotal(self) -> int:
        return len(self._shown.spots)

    @Property(str, notify=changed)
    def spotPlace(self) -> str:
        return self._word("explorer.spot_place", n=self.spotNumber, total=self.spotTotal)

    @Property(str, notify=changed)
    def spotTitle(self) -> str:
        return self._shown.spot[0].title if self._shown.spot else ""

    @Property(str, notify=changed)
    def spotText(self) -> str:
        return self._shown.spot[0].text if self._shown.spot else ""

    @Property(str, notify=changed)
    def spotSize(self) -> str:
        return self._shown.spot[0].size if self._shown.spot else ""

    @Property(bool, notify=changed)
    def rings(self) -> bool:
        return self._shown.rings

    @Property(bool, notify=lensChanged)
    def lens(self) -> bool:
        return self._shown.lens is not None

    @Property(float, notify=lensChanged)
    def lensX(self) -> float:
        return self._shown.lens[0] if self._shown.lens else 0.0

    @Property(float, notify=lensChanged)
    def lensY(self) -> float:
        return self._shown.lens[1] if self._shown.lens else 0.0

    @Property(int, notify=changed)
    def guideStep(self) -> int:
        """From 1."""
        return min(self._shown.look.step + 1, self.guideTotal)

    @Property(int, notify=changed)
    def guideTotal(self) -> int:
        return len(self._shown.words.guide) if self._shown.words else 0

    @Property(str, notify=changed)
    def guidePlace(self) -> str:
        return self._word("explorer.step_place", n=self.guideStep, total=self.guideTotal)

    @Property(str, notify=changed)
    def guideTitle(self) -> str:
        return self._shown.step.title if self._shown.step else ""

    @Property(str, notify=changed)
    def guideText(self) -> str:
        return self._shown.step.text if self._shown.step else ""

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        return self._shown.look.playing

    @Property(str, notify=changed)
    def pairTitle(self) -> str:
        return self._shown.pair.title if self._shown.pair else ""

    @Property(str, notify=changed)
    def pairText(self) -> str:
        return self._shown.pair.text if self._shown.pair else ""

    @Property(str, notify=changed)
    def leftLabel(self) -> str:
        return self._shown.pair.left_label if self._shown.pair else ""

    @Property(str, notify=changed)
    def rightLabel(self) -> str:
        return self._shown.pair.right_label if self._shown.pair else ""

    @Property(bool, notify=changed)
    def canWipe(self) -> bool:
        return self._shown.pair is not None and self._shown.pair.wipe

    @Property(str, notify=changed)
    def layout(self) -> str:
        """side or wipe."""
        return self._shown.look.layout if self.canWipe else "side"

    @Property(float, notify=wipeChanged)
    def wipe(self) -> float:
        return self._shown.look.wipe

    @Property(str, notify=changed)
    def sizesTitle(self) -> str:
        return self._sizes.title if self._sizes else ""

    @Property(str, notify=changed)
    def sizesLead(self) -> str:
        return self._sizes.lead if self._sizes else ""

    @Property(str, notify=changed)
    def sizesTextTitle(self) -> str:
        return self._sizes.text_title if self._sizes else ""

    @Property(str, notify=changed)
    def sizesText(self) -> str:
        return self._sizes.text if self._sizes else ""

    @Property(str, notify=changed)
    def leftSizeLabel(self) -> str:
        return self._sizes.left.label if self._sizes else ""

    @Property(str, notify=changed)
    def rightSizeLabel(self) -> str:
        return self._sizes.right.label if self._sizes else ""

    @Property(str, notify=changed)
    def leftSizeAlt(self) -> str:
        return self._size_alt(self._sizes.left) if self._sizes else ""

    @Property(str, notify=changed)
    def rightSizeAlt(self) -> str:
        return self._size_alt(self._sizes.right) if self._sizes else ""

    @Property(str, notify=changed)
    def sizesTrueTitle(self) -> str:
        return self._sizes.true_title if self._sizes else ""

    @Property(str, notify=changed)
    def sizesTrueText(self) -> str:
        return self._sizes.true_text if self._sizes else ""

    @Property(bool, notify=changed)
    def trueSize(self) -> bool:
        return self._shown.look.true_size
