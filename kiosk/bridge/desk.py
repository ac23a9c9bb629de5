"""The front desk as QML sees it: who is at the door, why patients wait, what staff may ask for.

Holds the current `Desk`; how it moves, `kiosk.staff.step` decides. What is kept on the disk: `bridge.staff_state`.
Long because: every property and every intent of the staff's pages stands here, four lines each.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.models import LanguageModel, RowModel
from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.bridge.staff_state import StaffState
from kiosk.bridge.staff_words import StaffWords
from kiosk.session.model import Reset, Screen, Session
from kiosk.session.voice import VOLUMES, nearest
from kiosk.settings.model import Site
from kiosk.staff import model as events
from kiosk.staff.model import Asked, Desk, Door, Event, Rest, Role, Rules
from kiosk.staff.step import clean_seconds, door_seconds, in_force, next_deadline, step

if TYPE_CHECKING:
    from kiosk.bridge.errands import Errands
    from kiosk.bridge.kiosk import Kiosk
    from kiosk.bridge.pad import Pad
    from kiosk.health.needs import Need
    from kiosk.staff.fault import Flaw

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND = 1.0
_PATIENCE = 2.0
"""Seconds that the end of the kiosk waits for what is being written."""


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

    def __init__(self, kiosk: Kiosk, site: Site, wall: Callable[[], datetime] = datetime.now) -> None:
        """`wall`: what the clock on the wall says; nothing but words and the day of a visit depend on it."""
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._rules = Rules(
            contact_seconds=float(site.desk.contact_seconds), awake_seconds=site.hours.awake_minutes * 60
        )
        self._site = site
        self._desk = Desk(visiting=_there(kiosk.visit))
        self._state = StaffState()
        self._pad: Pad | None = None
        self._errands: Errands | None = None
        self._wall = wall
        self._up_since = _clock(wall())
        self._share = 0.0
        self._hours = Rest.NONE
        self._last_passed: float | None = None
        self._before_staff: float | None = None
        """A visitor's last touch before staff held the corner; None where it is not known, or the door is shut."""
        self._words = StaffWords(self)
        self._needs = NeedModel(self)
        self._told: tuple[Need, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    # --- for Python ---

    @property
    def now(self) -> Desk:
        return self._desk

    @property
    def state(self) -> StaffState:
        """What is remembered."""
        return self._state

    @property
    def remembers(self) -> bool:
        """Whether anything outlives the process."""
        return self._errands is not None

    @property
    def chord(self) -> tuple[str, ...]:
        return self._site.desk.chord

    def use(self, state: StaffState) -> None:
        """Go on where the last process ended: call it before anything is shown."""
        self._state = state
        if state.volume is not None:
            self._kiosk.begin_with(nearest(state.volume, VOLUMES))
        if state.first_language:
            self._kiosk.lead_with(state.first_language)
        if state.rest is not Rest.NONE:
            before = self._desk
            self._desk = replace(before, rest=state.rest, rest_since=self._kiosk.now())
            self._show(self._desk, before)

    def remember(self, folder: Path) -> None:
        """Keep in `folder` what outlives the process."""
        from kiosk.bridge.errands import Errands  # noqa: PLC0415 - a tour or a test forgets
        from kiosk.bridge.staff_state import KeptState  # noqa: PLC0415

        self._errands = Errands("front desk's files", self)
        self.use(KeptState(folder, self._site.desk, self._errands.do))

    def begin(self) -> None:
        """The first frame stands on the glass: from now on a wait for the next PIN grows shorter."""
        self._last_passed = self._kiosk.now()
        self._schedule()

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

    def open_pad(self, before: float | None = None) -> None:
        """Somebody has held the corner, or pressed the chord. `before`: when a visitor last touched the glass."""
        if self._desk.door is Door.SHUT:
            self._before_staff = before
            self._state.look()
            self.apply(events.Held())

    def leave_clean(self) -> None:
        """Somebody has held on to leave the wipe-down."""
        self.apply(events.LeaveClean())

    def tell_share(self, share: float) -> None:
        """How far that hold has come."""
        if share != self._share:
            self._share = share
            self.leaveChanged.emit()

    def hours_are(self, rest: Rest) -> None:
        """The opening hours ask for this."""
        self._hours = rest
        self.apply(events.HoursAre(rest if self.quietOn else Rest.NONE))

    @property
    def flaws(self) -> frozenset[Flaw]:
        """What is wrong with what the front desk remembers."""
        return self._state.flaws

    def tell_needs(self, needs: Sequence[Need]) -> None:
        """What the kiosk needs staff for, the weightiest first.

        An open panel stays as it is: nothing may move under a finger.
        """
        if tuple(needs) != self._told:
            self._told = tuple(needs)
            if self._told:
                self._open_words()
            if self._desk.door is Door.PANEL:
                self.needsChanged.emit()
            else:
                self._show_needs()

    @property
    def needs_told(self) -> tuple[tuple[str, str, str], ...]:
        """The same as name, sentence and mend."""
        return tuple((need.id, *self._words.need(need.id, need.values)) for need in self._told)

    def follow(self, now: Session, before: Session) -> None:
        """The visitor's session has moved: a visit may have begun, or ended; then it is counted."""
        if _reads(before) and not _reads(now):
            self._state.count_visit(self._wall().date())
        if _there(now) != _there(before):
            self.apply(events.Visit(_there(now)))

    def touched_ago(self) -> float | None:
        """Seconds since a visitor's last touch, not that of staff at the corner; None where nobody is there."""
        at = self.touched_at
        if at is None:
            return None
        return max(0.0, self._kiosk.now() - (at if self._before_staff is None else self._before_staff))

    @property
    def touched_at(self) -> float | None:
        """When somebody last touched what visitors see; None where nobody is there."""
        session = self._kiosk.visit
        return max((at for at in (session.last_input, session.thanked_at) if at is not None), default=None)

    def close(self) -> None:
        """There is no window any more."""
        self._timer.stop()
        if self._pad is not None:
            self._pad.close()
        if self._errands is not None:
            self._errands.close(_PATIENCE)

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
    def leastDigits(self) -> int:
        return self._rules.least_digits

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
        return self._state.wait

    @Property(int, notify=secondsChanged)
    def padSeconds(self) -> int:
        """Seconds until the pad closes."""
        return self._door_seconds() if self._desk.door is Door.PAD else 0

    @Property(bool, notify=doorChanged)
    def pinSet(self) -> bool:
        return self._state.pin_set

    @Property(bool, notify=doorChanged)
    def pinUnsafe(self) -> bool:
        """Whether the file of PINs is damaged, or open to others."""
        return self._state.pin_unsafe

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
        ago = self.touched_ago()
        return -1 if ago is None else int(ago)

    @Property(bool, notify=needsChanged)
    def well(self) -> bool:
        return self._needs.rowCount() == 0  # as the list beside it

    @Property(NeedModel, constant=True)
    def needs(self) -> NeedModel:
        return self._needs

    @Property(int, notify=doorChanged)
    def visitsToday(self) -> int:
        return self._state.visits(self._wall().date())

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
        """The time of day at which it closes today, or did on the last day that it was open."""
        return next((_time(span[1]) for span in self._days(0, -1) if span), "")

    @Property(str, notify=doorChanged)
    def quietTo(self) -> str:
        """The time of day at which it opens next."""
        return next((_time(span[0]) for span in self._days(1, 1) if span), "")

    @Property(bool, notify=chosenChanged)
    def quietOn(self) -> bool:
        return self._state.quiet is not False

    @Property(int, notify=secondsChanged)
    def wipeLeft(self) -> int:
        """Seconds of the wipe-down that are left."""
        return _whole(clean_seconds(self._desk, self._rules, self._kiosk.now()))

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
        return _clock(self._state.wiped) if self._state.wiped else ""

    # --- what a touch can ask for ---

    @Slot(int)
    def digit(self, figure: int) -> None:
        """A key of the pad, 0 to 9."""
        before = self._desk.digits
        if 0 <= figure <= 9 and self.pinSet and not self._state.wait:
            self.apply(events.Digit())
        if self._pad is not None and self._desk.digits > before:
            self._pad.push(figure)

    @Slot()
    def erase(self) -> None:
        before = self._desk.digits
        self.apply(events.Erase())
        if self._pad is not None and self._desk.digits < before:
            self._pad.pop()

    @Slot()
    def enter(self) -> None:
        before = self._desk.verifying
        self.apply(events.Enter())
        if self._pad is not None and self._desk.verifying and not before:
            self._pad.check()

    @Slot()
    def shut(self) -> None:
        self.apply(events.Shut())

    def back(self) -> None:
        """The key that goes back: from a question, from the touch check, from pad or panel."""
        if self._desk.asked is not Asked.NOTHING:
            self.refuse()
        elif self._desk.door is Door.CHECK:
            self.leaveCheck()
        else:
            self.shut()

    @Slot()
    def startFresh(self) -> None:
        self._staff(events.StartFresh(self.touched_ago()))

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
        if self._desk.door is Door.PANEL and self._kiosk.lead_with(code):
            self.apply(events.Touched())
            self._state.keep(first_language=code)
            self.chosenChanged.emit()

    @Slot(bool)
    def setQuiet(self, on: bool) -> None:
        """Whether the opening hours darken the glass; IT alone decides it."""
        if self._desk.role is Role.IT and on != self.quietOn:
            self._state.keep(quiet=on)
            self.hours_are(self._hours)
            self.chosenChanged.emit()

    # --- inside ---

    def _staff(self, event: Event) -> None:
        """What only an open panel may ask for."""
        if self._desk.door in (Door.PANEL, Door.CHECK):
            self.apply(event)

    def _turn_up(self, steps: int) -> None:
        if self._desk.door is not Door.PANEL:
            return
        level = VOLUMES.index(nearest(self.volume, VOLUMES)) + steps
        volume = VOLUMES[max(0, min(len(VOLUMES) - 1, level))]
        self.apply(events.Touched())
        self._kiosk.begin_with(volume)
        self._state.keep(volume=volume)
        self.chosenChanged.emit()

    def _door_seconds(self) -> int:
        return _whole(door_seconds(self._desk, self._rules, self._kiosk.now()))

    def _days(self, first: int, by: int) -> Iterator[tuple[int, int] | None]:
        """The opening hours of seven days, from so many after today on, forwards (1) or backwards (-1)."""
        from kiosk.settings.hours import usable, week  # noqa: PLC0415 - what patients never need

        days, today = week(usable(self._site.hours)), self._wall().weekday()
        return (days[(today + first + by * n) % 7] for n in range(7))

    def _open_words(self) -> None:
        """Staff read in the site's own language, whichever comes first for visitors."""
        self._words.open(self._kiosk.library, self._site.languages[0], self._kiosk.make_readable)
        self._kiosk.forget_books()

    def _show_needs(self) -> None:
        self._needs.replace([(text, mend) for _, text, mend in self.needs_told])
        self.needsChanged.emit()

    def _show(self, now: Desk, before: Desk) -> None:
        """Do and tell what differs."""
        covers = _covers(now)
        if covers and (now.door is not before.door or not _covers(before)):
            self._open_words()
            self._show_needs()
        if covers:
            self._kiosk.cover(True)
        if now.wipes != before.wipes:
            self._kiosk.send(Reset())
        if now.rest is not before.rest:
            self._remember(now, before)
        if now.door is not before.door:
            self._turn_door(now.door)
        self._kiosk.cover(covers)
        if _stands(now) != _stands(before):
            self.doorChanged.emit()
        self.padChanged.emit()
        if now.restarts != before.restarts:
            self.restartWanted.emit()

    def _turn_door(self, door: Door) -> None:
        if door is Door.PAD:
            self._opened_pad().open(self._state)
            return
        if self._pad is not None:
            self._pad.shut()
        if door is Door.SHUT:
            self._before_staff = None

    def _opened_pad(self) -> Pad:
        from kiosk.bridge.pad import Pad  # noqa: PLC0415 - what patients never need

        if self._pad is None:
            self._pad = Pad(self._rules.most_digits, self._answer, self._found, self)
        return self._pad

    def _answer(self, role: Role | None) -> None:
        self.apply(events.Verified(role))

    def _found(self, role: Role) -> None:
        self.apply(events.KeyFound(role))

    def _remember(self, now: Desk, before: Desk) -> None:
        """What outlives a restart: a wipe-down does not, what it interrupted does, and when one came to its end."""
        if now.rest is Rest.CLEANING:
            return
        if before.rest is Rest.CLEANING and clean_seconds(before, self._rules, self._kiosk.now()) == 0:
            self._state.keep(wiped=self._wall(), rest=now.rest)
        else:
            self._state.keep(rest=now.rest)

    def _schedule(self) -> None:
        now = self._kiosk.now()
        self._pass_time(now)
        self.secondsChanged.emit()
        due = next_deadline(self._desk, self._rules)
        counts = self._desk.door is not Door.SHUT or self._desk.rest is Rest.CLEANING
        if counts or (self._last_passed is not None and self._state.wait):
            due = min(due or math.inf, now + _SECOND)
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, math.ceil((due - now) * 1000)))

    def _pass_time(self, now: float) -> None:
        """A wait for the next PIN is counted down by the time that the kiosk runs; no clock is trusted."""
        if self._last_passed is not None and now - self._last_passed >= _SECOND / 2:
            self._state.pass_time(now - self._last_passed)
            self._last_passed = now


def _stands(desk: Desk) -> tuple[Door, Role | None, Asked, Rest]:
    return desk.door, desk.role, desk.asked, in_force(desk)


def _covers(desk: Desk) -> bool:
    return desk.door is not Door.SHUT or in_force(desk) is not Rest.NONE


def _reads(session: Session) -> bool:
    """Whether somebody has left the first screen, and has not ended her visit."""
    return session.screen not in (Screen.ATTRACT, Screen.THANKS)


def _there(session: Session) -> bool:
    return session.last_input is not None or session.thanked_at is not None


def _whole(seconds: float) -> int:
    """Whole seconds, a part of one counted as one, but not what only reckoning has added."""
    return math.ceil(round(seconds, 3))


def _clock(at: datetime) -> str:
    """A time of day as a staff member writes it."""
    return f"{at.hour}:{at.minute:02}"


def _time(minutes: int) -> str:
    """Minutes from a midnight as a time of day."""
    return f"{minutes // 60 % 24}:{minutes % 60:02}"
