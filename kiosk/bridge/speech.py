"""Reading aloud as QML sees it: what is on, what is being said, what can be asked for.

Owns no sentence and no engine: those begin with the first visitor who wants to be read to (`kiosk.bridge.voice`), so
that a start without speech costs nothing. What she chose lives in her session and ends with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.session.model import Event, Overlay, Session, ShowKeys, ShowVoice
from kiosk.session.voice import SPEEDS, VOLUMES, OfferVoice, ReadAloud, SetVoice, Speaking, nearest

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

    from kiosk.speech.model import Utterance

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


class Reader(Protocol):
    """Reads to one visitor after the other; `kiosk.bridge.voice.narrator.Narrator` is the one."""

    def show(self, now: Session, before: Session) -> None: ...
    def control(self, item: QQuickItem) -> None: ...
    def switch(self) -> None: ...
    def again(self) -> None: ...
    def following(self) -> None: ...
    def tick(self) -> None: ...
    def close(self) -> None: ...


class Speaker(Protocol):
    """Says one sentence at a time and answers with the turn it was given."""

    began: SignalInstance
    """(turn) The first sound is on its way."""
    ended: SignalInstance
    """(turn) All of it was said."""
    failed: SignalInstance
    """(turn, missing, reason) Cannot be said. `missing`: no voice for the language; `reason`: a sentence for staff."""

    def say(self, turn: int, utterance: Utterance, speed: int, volume: int) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


class Mute:
    """Reads nothing: for who only looks at the screens, as a tour does."""

    def show(self, now: Session, before: Session) -> None: ...
    def control(self, item: QQuickItem) -> None: ...
    def switch(self) -> None: ...
    def again(self) -> None: ...
    def following(self) -> None: ...
    def tick(self) -> None: ...
    def close(self) -> None: ...


@QmlElement
@QmlUncreatable("made by the kiosk")
class Speech(QObject):
    """Read aloud: state down, wishes up. `send` hands an event to the session."""

    changed = Signal()
    playingChanged = Signal()
    noticeChanged = Signal()

    def __init__(self, send: Callable[[Event], None], session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._send = send
        self._voice = session.voice
        self._make: Callable[[], Reader] | None = None
        self._reader: Reader | None = None
        self._playing = False
        self._paused = False
        self._notice = ""
        self._asking = False
        """The question whether to read aloud is on the screen, or what Help shows after it."""

    # --- for Python ---

    def use(self, make: Callable[[], Reader]) -> None:
        """From now on `make` makes the one who reads, once, when somebody first wants to be read to."""
        self._make = make

    @property
    def reader(self) -> Reader | None:
        """The one who reads; None as long as nobody wanted it."""
        return self._reader

    def show(self, now: Session, before: Session) -> None:
        """Tell QML and the reader what differs between the two sessions."""
        if listens(now) and self._reader is None and self._make is not None:
            self._reader = self._make()
        self._asking = now.overlay in _SPOKEN
        if now.voice != self._voice:
            self._voice = now.voice
            self.changed.emit()
        moved = (now.screen, now.overlay) != (before.screen, before.overlay)
        if now.language != before.language or (moved and not now.voice.on):
            self.tell("")
        if self._reader is not None:
            self._reader.show(now, before)

    def follow(self, busy: bool, paused: bool) -> None:
        """The reader has begun, ended or paused."""
        if (busy, paused) != (self._playing, self._paused):
            was = self._playing
            self._playing, self._paused = busy, paused
            self.playingChanged.emit()
            if was != busy:
                self._send(Speaking(busy))

    def tell(self, notice: str) -> None:
        """Show a sentence about reading aloud, or none."""
        if notice != self._notice:
            self._notice = notice
            self.noticeChanged.emit()

    def control(self, item: QQuickItem) -> None:
        """The keys have reached `item`."""
        if self._reader is not None:
            self._reader.control(item)

    def offer(self) -> None:
        """The first key of a visit asks whether to read aloud; later ones ask nothing."""
        if not self._voice.offered and not self._voice.on:
            self._send(OfferVoice())

    def help(self) -> None:
        """The help key: asks once more who has said no; who listens, or is being asked, hears what the keys do."""
        self._send(ShowKeys() if self._voice.on or self._asking else OfferVoice(again=True))

    def tick(self) -> None:
        """Let time pass for an engine that does not answer."""
        if self._reader is not None:
            self._reader.tick()

    def close(self) -> None:
        """Be still for good."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    # --- what the screens show ---

    @Property(bool, notify=changed)
    def on(self) -> bool:
        return self._voice.on

    @Property(bool, notify=playingChanged)
    def playing(self) -> bool:
        """Whether something is being said right now."""
        return self._playing

    @Property(bool, notify=playingChanged)
    def paused(self) -> bool:
        """Whether the reading stands in the middle and can go on, also while the name of a control is said."""
        return self._paused

    @Property(int, notify=changed)
    def speed(self) -> int:
        """Percent of the voice's usual speed."""
        return self._voice.speed

    @Property("QVariantList", constant=True)
    def speeds(self) -> list[int]:
        return list(SPEEDS)

    @Property(int, notify=changed)
    def level(self) -> int:
        """The volume as a step, 1 to `levels`."""
        return VOLUMES.index(nearest(self._voice.volume, VOLUMES)) + 1

    @Property(int, constant=True)
    def levels(self) -> int:
        return len(VOLUMES)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        """Why nothing can be heard, in the visitor's language; empty when all is well."""
        return self._notice

    # --- what a touch or a key can ask for ---

    @Slot()
    def toggle(self) -> None:
        """Listen, or stop."""
        self.tell("")
        self._send(ReadAloud(not self._voice.on))

    @Slot()
    def accept(self) -> None:
        """Yes to the offer."""
        self._send(ReadAloud(True))

    @Slot()
    def decline(self) -> None:
        """No to the offer."""
        self._send(ReadAloud(False))

    @Slot()
    def pause(self) -> None:
        """Be still at this place, or go on from it."""
        if self._reader is not None:
            self._reader.switch()

    @Slot()
    def again(self) -> None:
        if self._reader is not None:
            self._reader.again()

    @Slot()
    def next(self) -> None:
        if self._reader is not None:
            self._reader.following()

    @Slot()
    def showSettings(self) -> None:
        self._send(ShowVoice())

    @Slot()
    def showKeys(self) -> None:
        self._send(ShowKeys())

    @Slot(int)
    def setSpeed(self, percent: int) -> None:
        self._send(SetVoice(speed=percent))

    @Slot()
    def louder(self) -> None:
        self._turn_up(1)

    @Slot()
    def softer(self) -> None:
        self._turn_up(-1)

    # --- inside ---

    def _turn_up(self, steps: int) -> None:
        level = max(1, min(self.levels, self.level + steps))
        self._send(SetVoice(volume=VOLUMES[level - 1]))


_SPOKEN = frozenset({Overlay.OFFER, Overlay.KEYS})
"""Only a key shows these: they are for who may not see them."""


def listens(session: Session) -> bool:
    """Whether somebody is read to: she wants it, is asked by voice whether she does, or has asked for the keys."""
    return session.voice.on or session.overlay in _SPOKEN
