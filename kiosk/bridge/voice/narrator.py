"""Reads the screen to a visitor: follows session and keys, keeps the queue, and hands sentences to a speaker.

Long because: each thing that may happen to a reader is one short function here, and all of them share its queue.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.speech import Speaker, listens
from kiosk.bridge.touches import comes_down, lifts
from kiosk.bridge.voice.engine import Told
from kiosk.bridge.voice.glass import Glass
from kiosk.bridge.voice.places import covers, page_of, uncovers, words_of
from kiosk.bridge.voice.wording import count, level, phrases
from kiosk.session.model import Overlay, Session
from kiosk.session.voice import LoseVoice
from kiosk.speech import player, script
from kiosk.speech.model import Part, Utterance
from kiosk.speech.player import Reading, State
from kiosk.speech.recordings import Find, recorded

_COUNTED = (30, 20, 10, 5)
"""Seconds of the warning that are said."""


class _Due(Enum):
    """What is to be read once the screen has settled."""

    NOTHING = 0
    NEWS = 1
    BACK = 2
    """The page that lay below a sheet."""
    PAGE = 3


class Narrator(QObject):
    """One visitor after the other; `kiosk.bridge.speech.Speech` is how QML and the kiosk reach it."""

    def __init__(
        self, kiosk: Kiosk, window: QQuickWindow, speaker: Speaker, clock: Callable[[], float], find: Find | None = None
    ) -> None:
        """`find`: the recording that says a text, where there is one."""
        super().__init__(window)
        self._find = find
        self._kiosk = kiosk
        self._window = window
        self._speaker = speaker
        self._clock = clock
        self._glass = Glass(window)
        self._reading = Reading()
        self._below: Reading | None = None
        """The page below the sheet or warning that is open, busy where it is to go on by itself."""
        self._seen: tuple[Part, ...] = ()
        self._due = _Due.NOTHING
        self._hushed = False
        """The touch that is on the glass has stopped a sentence."""
        self._asking = False
        self._failures = 0
        """How often the engine has failed since it last said a sentence to its end."""
        self._control: QQuickItem | None = None
        self._told = Told()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._read)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.tick)
        speaker.began.connect(self._began)
        speaker.ended.connect(self._ended)
        speaker.failed.connect(self._failed)
        kiosk.acted.connect(self._something_changed)
        kiosk.secondsChanged.connect(self._count)
        window.activeFocusItemChanged.connect(self._focus)
        window.installEventFilter(self)

    # --- what it is told ---

    @property
    def reading(self) -> Reading:
        return self._reading

    def show(self, now: Session, before: Session) -> None:
        """The session has moved."""
        if not listens(now):
            if listens(before):
                self._be_silent()
            return
        if covers(now, before):
            self._leave()
        elif page_of(now) != page_of(before):
            self._below = None
        if uncovers(now, before) and self._below is not None:
            self._due = _Due.BACK
            self._settled.start()
        elif (page_of(now), now.cover) != (page_of(before), before.cover):
            self._ask_for(_Due.PAGE)
        elif words_of(now) != words_of(before):
            self._ask_for(_Due.NEWS)
        if (now.voice.speed, now.voice.volume) != (before.voice.speed, before.voice.volume):
            self._voice_changed(now, before)

    def control(self, item: QQuickItem) -> None:
        """Say what `item` is: the keys have reached it."""
        told_twice = item is self._control and self._reading.kept and self._reading.state is State.ASKED
        if told_twice or not listens(self._kiosk.session):
            return
        self._control = item
        self.pause()  # first: a button may be called otherwise now
        part = self._glass.part_of(item)
        if part is not None:
            self._say_aside(script.control(part, phrases(self._kiosk), self._glass.sentences))

    def pause(self) -> None:
        self._turn(player.pause(self._reading, self._clock()))

    def switch(self) -> None:
        """Be still at this place, or go on from it."""
        if self._hushed:
            self._hushed = False  # the touch that asks for it has stopped the sentence already
        elif self._reading.busy and not self._reading.kept:
            self.pause()
        else:
            self._turn(player.go_on(self._reading, self._clock()))

    def again(self) -> None:
        self._turn(player.again(self._reading, self._clock()))

    def following(self) -> None:
        self._turn(player.following(self._reading, self._clock()))

    def tick(self) -> None:
        """Give up an engine that has not answered in time."""
        limit = player.deadline(self._reading, self._kiosk.session.voice.speed)
        if limit is not None and self._clock() >= limit:
            self._broken("the speech engine does not answer")
        else:
            self._wait()

    def close(self) -> None:
        self._late.stop()
        self._settled.stop()
        self._speaker.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch stops the old speech at once; what it does may begin another."""
        if lifts(event):
            QTimer.singleShot(0, self, self._lifted)  # when what was pressed has acted
        elif comes_down(event):
            self._hushed = self._reading.busy and not self._reading.kept
            self.pause()
        return False

    def _lifted(self) -> None:
        self._hushed = False

    # --- what is to be said ---

    def _ask_for(self, due: _Due) -> None:
        if due.value > self._due.value:
            self._due = due
        self._settled.start(0)

    def _leave(self) -> None:
        """Something comes over the page: its place is kept, and whether it was being said until this touch."""
        if self._due in (_Due.NOTHING, _Due.NEWS):
            page = self._reading.kept or self._reading
            self._below = replace(page, state=State.ASKED) if self._hushed else page
            self._below = self._below if page.queue else None

    def _something_changed(self) -> None:
        if listens(self._kiosk.session):
            self._ask_for(_Due.NEWS)

    def _read(self) -> None:
        due, self._due = self._due, _Due.NOTHING
        before, self._seen = self._seen, self._glass.parts()
        if due is _Due.PAGE:
            self._turn(player.begin(self._reading, self._queue(self._seen), self._clock()))
        elif due is _Due.BACK and self._below is not None:
            page, self._below = self._below, None
            waiting = player.back_to(self._reading, page, self._queue(self._seen), self._clock())
            self._turn(player.go_on(waiting, self._clock()) if page.busy else waiting)
        elif due is _Due.NEWS:
            news = self._queue(script.news(before, self._seen))
            if news:
                page = player.moved(self._reading, self._queue(self._seen), self._clock())
                self._turn(player.aside(page, news, self._clock()))

    def _queue(self, parts: tuple[Part, ...]) -> tuple[Utterance, ...]:
        queue = script.page(parts, phrases(self._kiosk), self._glass.sentences)
        return queue if self._find is None else recorded(queue, self._seen, self._find)

    def _focus(self) -> None:
        item = self._window.activeFocusItem()
        if item is not None and bool(item.property("visualFocus")):
            self.control(item)

    def _count(self) -> None:
        left = self._kiosk.secondsLeft
        if self._kiosk.session.voice.on and left in _COUNTED and not self._reading.busy:
            self._say_aside((count(self._kiosk),))

    def _voice_changed(self, now: Session, before: Session) -> None:
        """The sentence is said once more as it sounds now; where none is, how loud it would be.

        On the sheet for it, what changes there says it.
        """
        if now.overlay is Overlay.VOICE:
            self._something_changed()
        elif self._hushed or (self._reading.busy and not self._reading.kept):
            self._hushed = False
            self.again()
        elif now.voice.volume != before.voice.volume:
            self._say_aside((level(self._kiosk),))

    # --- saying it ---

    def _say_aside(self, queue: tuple[Utterance, ...]) -> None:
        self._turn(player.aside(self._reading, queue, self._clock()))

    def _be_silent(self) -> None:
        self._hushed = False
        self._control = None
        self._due = _Due.NOTHING
        self._settled.stop()
        self._seen = ()
        self._below = None
        self._turn(player.silence(self._reading, self._clock()))

    def _turn(self, now: Reading, *, ended: bool = False) -> None:
        """Go on to `now`: an older turn that has not `ended` is cut off, a new one is handed to the speaker."""
        before, self._reading = self._reading, now
        if now == before:
            return
        if now.turn != before.turn and before.busy and not ended:
            self._speaker.stop()
        if now.state is State.ASKED and now.utterance is not None:
            voice = self._kiosk.session.voice
            self._glass.mark(now.utterance)
            self._asking = True
            self._speaker.say(now.turn, now.utterance, voice.speed, voice.volume)
            self._asking = False
        elif not now.busy:
            self._glass.unmark(keep=now.state is State.PAUSED and now.utterance == before.utterance)
        self._wait()
        self._kiosk.speech.follow(now.busy, now.paused)

    def _wait(self) -> None:
        limit = player.deadline(self._reading, self._kiosk.session.voice.speed)
        if limit is None:
            self._late.stop()
        else:
            self._late.start(max(1, round((limit - self._clock()) * 1000)))

    def _began(self, turn: int) -> None:
        if not self._too_early(lambda: self._began(turn)):
            self._turn(player.heard(self._reading, turn, self._clock()))

    def _ended(self, turn: int) -> None:
        if self._due in (_Due.BACK, _Due.PAGE):
            return  # what was being read is going from the glass; the next page is about to begin
        if not self._too_early(lambda: self._ended(turn)):
            if turn == self._reading.turn:
                self._failures = 0
                self._kiosk.speech.tell("")
            self._turn(player.said(self._reading, turn, self._clock()), ended=True)

    def _too_early(self, answer: Callable[[], None]) -> bool:
        """An engine that answers while it is asked is heard afterwards: a page of such answers would be a deep well."""
        if self._asking:
            QTimer.singleShot(0, self, answer)
        return self._asking

    def _failed(self, turn: int, missing: bool, reason: str) -> None:
        if self._too_early(lambda: self._failed(turn, missing, reason)):
            return
        if turn != self._reading.turn or not self._reading.busy:
            return
        utterance = self._reading.utterance
        if missing and utterance is not None and utterance.language != self._kiosk.language:
            self._told.tell(reason)  # one name in another language: the rest is still worth reading
            self._turn(player.left_out(self._reading, self._clock()), ended=True)
            return
        if missing:
            self._told.tell(reason)  # reading stays on: she may go on in a language that has a voice
            self._turn(player.silence(self._reading, self._clock()), ended=True)
            self._kiosk.speech.tell(self._kiosk.words.get("voice.missing"))
        else:
            self._broken(reason)

    def _broken(self, reason: str) -> None:
        """Try the sentence once more; then say on the screen why there is silence, and to staff."""
        self._told.tell(reason, plain=True)
        self._failures += 1
        if self._failures == 1:
            self._turn(player.once_more(self._reading, self._clock()))
            return
        self._failures = 0
        self._be_silent()
        self._kiosk.send(LoseVoice())
        self._kiosk.speech.tell(self._kiosk.words.get("voice.broken"))
