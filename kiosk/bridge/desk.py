"""The front desk as QML sees it: who is at the door, why patients wait, what staff may ask for.

Holds the current `Desk`; how it moves, `kiosk.staff.step` decides. What is kept on the disk: `bridge.staff_state`.
Long because: every property and every intent of the staff's pages stands here, four lines each.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.models import LanguageModel, RowModel
from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.bridge.staff_state import StaffState
from kiosk.bridge.staff_words import StaffWords
from kiosk.session.model import Reset
from kiosk.session.step import fresh
from kiosk.session.voice import VOLUMES, nearest
from kiosk.settings.model import Site
from kiosk.staff import model as events
from kiosk.staff.model import Asked, Desk, Door, Event, Rest, Role, Rules
from kiosk.staff.step import clean_seconds, door_seconds, in_force, next_deadline, step

if TYPE_CHECKING:
    from kiosk.bridge.kiosk import Kiosk

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class NeedModel(RowModel):
    """What the kiosk needs staff for, and the one thing to do about it."""

    NAMES = ("text", "mend")


@QmlElement
@QmlUncreatable("made by the kiosk")
class StaffDesk(QObject):
    """Pad, panel and rests."""

    doorChanged = Signal()
    padChanged = Signal()
    secondsChanged = Signal()
    leaveChanged = Signal()
    chosenChanged = Signal()
    needsChanged = Signal()
    restartWanted = Signal()
    """Staff want the kiosk to be started again."""
    quietChanged = Signal()
    """The opening hours darken the glass, or do not any more."""

    def __init__(self, kiosk: Kiosk, site: Site) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._rules = Rules(
            contact_seconds=float(site.desk.contact_seconds), awake_seconds=site.hours.awake_minutes * 60
        )
        self._site = site
        self._desk = Desk()
        self._state = StaffState()
        self._wall: Callable[[], time.struct_time] = time.localtime
        self._up_since = ""
        self._share = 0.0
        self._seconds: tuple[int, ...] = ()
        self._hours = Rest.NONE
        self._words = StaffWords(self)
        self._needs = NeedModel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    # --- for Python ---

    @property
    def now(self) -> Desk:
        return self._desk

    @property
    def covers(self) -> bool:
        """Whether something of staff's stands before the visitors' screens."""
        return self._desk.door is not Door.SHUT or in_force(self._desk) is not Rest.NONE

    def apply(self, event: Event) -> None:
        """Let `event` happen now."""
        before = self._desk
        self._desk = step(before, event, self._kiosk.now(), self._rules)
        if self._desk != before:
            self._show(self._desk, before)
        self._schedule()

    @Slot()
    def tick(self) -> None:
        """Let time pass: called by the timer, and by tests after they moved their clock."""
        self.apply(events.Tick())

    def hours_are(self, rest: Rest) -> None:
        """The opening hours ask for this."""
        self._hours = rest
        self.apply(events.HoursAre(rest if self.quietOn else Rest.NONE))

    def tell_needs(self, needs: Sequence[tuple[str, str]]) -> None:
        """What the kiosk needs staff for: sentence and mend of each."""
        self._needs.replace(list(needs))
        self.needsChanged.emit()

    # --- what the screens show ---

    @Property(StaffWords, constant=True)
    def words(self) -> StaffWords:
        return self._words

    @Property(str, notify=doorChanged)
    def door(self) -> str:
        return self._desk.door.value

    @Property(str, notify=doorChanged)
    def rest(self) -> str:
        """Why patients cannot use the kiosk; empty also while staff are at pad or panel."""
        return in_force(self._desk).value if self._desk.door is Door.SHUT else ""

    @Property(str, notify=doorChanged)
    def restOfPatients(self) -> str:
        """The same, whoever is at the door."""
        return in_force(self._desk).value

    @Property(int, notify=padChanged)
    def digits(self) -> int:
        return self._desk.digits

    @Property(int, constant=True)
    def mostDigits(self) -> int:
        return self._rules.most_digits

    @Property(bool, notify=padChanged)
    def verifying(self) -> bool:
        return self._desk.verifying

    @Property(bool, notify=padChanged)
    def tryAgain(self) -> bool:
        return self._desk.wrong

    @Property(int, notify=secondsChanged)
    def waitSeconds(self) -> int:
        """Seconds in which no PIN is taken yet."""
        return math.ceil(self._state.wait_seconds(self._kiosk.now()))

    @Property(int, notify=secondsChanged)
    def padSeconds(self) -> int:
        """Seconds until the pad closes."""
        return self._door_seconds() if self._desk.door is Door.PAD else 0

    @Property(bool, notify=doorChanged)
    def pinSet(self) -> bool:
        return self._state.pin_set

    @Property(bool, notify=doorChanged)
    def keyFiles(self) -> bool:
        """Whether a USB stick may open the panel."""
        return self._state.key_files

    @Property(str, notify=doorChanged)
    def role(self) -> str:
        return self._desk.role.value if self._desk.role else ""

    @Property(int, notify=secondsChanged)
    def panelSeconds(self) -> int:
        """Seconds until the panel locks itself."""
        return self._door_seconds() if self._desk.door in (Door.PANEL, Door.CHECK) else 0

    @Property(str, notify=doorChanged)
    def asked(self) -> str:
        return self._desk.asked.value

    @Property(int, notify=secondsChanged)
    def touchedAgo(self) -> int:
        """Seconds since a visitor's last touch; -1 while nobody is there."""
        ago = self._touched_ago()
        return -1 if ago is None else int(ago)

    @Property(bool, notify=needsChanged)
    def well(self) -> bool:
        return self._needs.rowCount() == 0

    @Property(NeedModel, constant=True)
    def needs(self) -> NeedModel:
        return self._needs

    @Property(int, notify=doorChanged)
    def visitsToday(self) -> int:
        return self._state.visits_today

    @Property(str, notify=doorChanged)
    def upSince(self) -> str:
        """The time of day at which the kiosk was started."""
        return self._up_since

    @Property(int, notify=chosenChanged)
    def volume(self) -> int:
        """Percent with which every visit begins."""
        return self._kiosk.rules.volume

    @Property(str, notify=chosenChanged)
    def firstLanguage(self) -> str:
        return next(iter(self._kiosk.languages.codes), "")

    @Property(LanguageModel, constant=True)
    def languages(self) -> LanguageModel:
        return self._kiosk.languages

    @Property(bool, constant=True)
    def quietKnown(self) -> bool:
        """Whether the site has opening hours."""
        return bool(self._site.hours.open)

    @Property(str, notify=doorChanged)
    def quietFrom(self) -> str:
        """The time of day at which it closes today; empty where it does not open."""
        return ""

    @Property(str, notify=doorChanged)
    def quietTo(self) -> str:
        """The time of day at which it opens next."""
        return ""

    @Property(bool, notify=chosenChanged)
    def quietOn(self) -> bool:
        return self._state.marks.quiet

    @Property(int, notify=secondsChanged)
    def wipeLeft(self) -> int:
        """Seconds of the wipe-down that are left."""
        return math.ceil(clean_seconds(self._desk, self._rules, self._kiosk.now()))

    @Property(int, constant=True)
    def wipeTotal(self) -> int:
        return round(self._rules.contact_seconds)

    @Property(float, notify=leaveChanged)
    def leaveShare(self) -> float:
        """How far the hold to leave the wipe-down early has come, 0 to 1."""
        return self._share

    @Property(str, notify=doorChanged)
    def lastWiped(self) -> str:
        """The time of day at which the glass was last wiped down."""
        return self._state.marks.last_wiped

    # --- what a touch can ask for ---

    @Slot(int)
    def digit(self, figure: int) -> None:
        """A key of the pad, 0 to 9."""
        if 0 <= figure <= 9:
            self.apply(events.Digit())

    @Slot()
    def erase(self) -> None:
        self.apply(events.Erase())

    @Slot()
    def enter(self) -> None:
        self.apply(events.Enter())

    @Slot()
    def shut(self) -> None:
        self.apply(events.Shut())

    @Slot()
    def startFresh(self) -> None:
        self._staff(events.StartFresh(self._touched_ago()))

    @Slot()
    def pause(self) -> None:
        self._staff(events.Pause())

    @Slot()
    def resume(self) -> None:
        self._staff(events.Resume())

    @Slot()
    def clean(self) -> None:
        self._staff(events.Clean())

    @Slot()
    def touchCheck(self) -> None:
        self._staff(events.Check())

    @Slot()
    def leaveCheck(self) -> None:
        self._staff(events.LeaveCheck())

    @Slot()
    def breakDown(self) -> None:
        self._staff(events.Ask(Asked.BROKEN))

    @Slot()
    def restart(self) -> None:
        self._staff(events.Ask(Asked.RESTART))

    @Slot()
    def confirm(self) -> None:
        self._staff(events.Confirm())

    @Slot()
    def refuse(self) -> None:
        self._staff(events.Refuse())

    @Slot()
    def touched(self) -> None:
        self.apply(events.Touched())

    @Slot()
    def louder(self) -> None:
        self._turn_up(1)

    @Slot()
    def softer(self) -> None:
        self._turn_up(-1)

    @Slot(str)
    def chooseFirst(self, code: str) -> None:
        """Put the language `code` first on the first screen."""

    @Slot(bool)
    def setQuiet(self, on: bool) -> None:
        """Whether the opening hours darken the glass; IT alone decides it."""

    # --- inside ---

    def _staff(self, event: Event) -> None:
        """What only an open panel may ask for."""
        if self._desk.door in (Door.PANEL, Door.CHECK):
            self.apply(event)

    def _turn_up(self, steps: int) -> None:
        level = VOLUMES.index(nearest(self.volume, VOLUMES)) + steps
        _volume = VOLUMES[max(0, min(len(VOLUMES) - 1, level))]

    def _door_seconds(self) -> int:
        return math.ceil(door_seconds(self._desk, self._rules, self._kiosk.now()))

    def _touched_ago(self) -> float | None:
        """Seconds since a visitor's last touch; None where nobody is there."""
        session = self._kiosk.visit
        if session == fresh(self._kiosk.rules):
            return None
        times = [at for at in (session.last_input, session.thanked_at) if at is not None]
        return max(0.0, self._kiosk.now() - max(times)) if times else 0.0

    def _show(self, now: Desk, before: Desk) -> None:
        """Do and tell what differs."""
        if self.covers:
            self._kiosk.cover(True)
        if now.wipes != before.wipes:
            self._kiosk.send(Reset())
        self._kiosk.cover(self.covers)
        if _stands(now) != _stands(before):
            self.doorChanged.emit()
        self.padChanged.emit()
        if now.restarts != before.restarts:
            self.restartWanted.emit()

    def _schedule(self) -> None:
        now = self._kiosk.now()
        due = next_deadline(self._desk, self._rules)
        self.secondsChanged.emit()
        if due is None:
            self._timer.stop()
            return
        self._timer.start(max(1, math.ceil(min(due - now, 1.0) * 1000)))


def _stands(desk: Desk) -> tuple[Door, Role | None, Asked, Rest]:
    return desk.door, desk.role, desk.asked, in_force(desk)
