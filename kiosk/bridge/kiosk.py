"""The session, the words and the site as one object for QML: properties down, intents up.

Holds the current `Session` and the clock. What a visitor may do, and when she is forgotten, `kiosk.session` decides.
While something of staff's stands before the screens (`bridge.desk`), they are shown a session that nobody has begun: so
nothing of a visit can be seen, touched, heard or read by a screen reader, and it goes on behind as it is.
Long because: every property and every intent that QML may use stands here, four lines each.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.ease import Ease
from kiosk.bridge.fonts import Fonts, desk_face
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.library import Library, is_draft
from kiosk.bridge.models import DeskModel, LanguageModel, TopicModel
from kiosk.bridge.page import Page
from kiosk.bridge.qml import Property, QmlUncreatable, Writable
from kiosk.bridge.site_facts import SiteFacts
from kiosk.bridge.speech import Speech
from kiosk.bridge.typeface import Typeface
from kiosk.bridge.words import Words
from kiosk.catalog import Catalog
from kiosk.catalog.desk import DESK
from kiosk.catalog.model import Explorer, LanguageInfo
from kiosk.catalog.numbers import plural
from kiosk.session import look
from kiosk.session import model as events
from kiosk.session.model import Event, Rules, Session
from kiosk.session.step import fresh, next_deadline, seconds_left, step
from kiosk.session.voice import VOLUMES, Speaking, nearest
from kiosk.settings.model import Site

if TYPE_CHECKING:
    from kiosk.bridge.desk import StaffDesk
    from kiosk.reading import Problem

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class Kiosk(QObject):
    """Everything the screens show and everything a touch can ask for."""

    acted = Signal()
    """A control has done what it says."""
    failed = Signal()
    placeChanged = Signal()
    overlayChanged = Signal()
    languageChanged = Signal()
    warningChanged = Signal()
    secondsChanged = Signal()
    openBlockChanged = Signal()
    tabChanged = Signal()
    lookChanged = Signal()
    dpChanged = Signal()

    def __init__(self, catalog: Catalog, site: Site, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gallery: Gallery | None = None
        """The drawn mammograms; the shell hands them over."""
        self.faults = 0
        """How many faults settings and content have."""
        self.content_problems: tuple[Problem, ...] = ()
        """What is wrong with the content."""
        self._fonts: Fonts | None = None
        self._library = Library(catalog, site.mode)
        self._clock = clock
        self._rules = Rules(
            idle_seconds=site.session.idle_seconds,
            warning_seconds=site.session.warning_seconds,
            words_on=self._library.words_on,
            less_motion=site.less_motion,
            volume=nearest(site.speech.volume, VOLUMES),
            step_seconds=self._library.step_seconds,
        )
        self._session = self._shown = fresh(self._rules)
        self._covered = False
        self._desk: StaffDesk | None = None
        self._dp = 1.0
        self._seconds = 0
        self._broken = False
        self._ease = Ease(self.send, self._session, self)
        self._speech = Speech(self.send, self._session, self)
        self._facts = SiteFacts(site, self)
        self._typeface = Typeface(self)
        self._words = Words(self)
        self._page = Page(self._words, self)
        self._languages = LanguageModel(self)
        self._topics = TopicModel(self)
        self._desk_lines = DeskModel(self)
        self._desk_lines.replace([(code, sentence, desk_face(code)) for code, sentence in DESK])
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        self._show(self._session, fresh(self._rules), everything=True)

    # --- for Python ---

    @property
    def session(self) -> Session:
        """The session that the screens show: the visitor's, or one that nobody has begun while staff stand there."""
        return self._shown

    @property
    def visit(self) -> Session:
        """The visitor's session as it is now, whoever stands before it."""
        return self._session

    @property
    def covered(self) -> bool:
        """Whether something of staff's stands before the visitors' screens."""
        return self._covered

    @property
    def library(self) -> Library:
        return self._library

    @property
    def rules(self) -> Rules:
        return self._rules

    @property
    def explorer_words(self) -> Explorer | None:
        """The words of the explorer in the language in use; None when there are none to show."""
        book = self._library.book(self._shown.language)
        return book.explorer if book else None

    def use_fonts(self, fonts: Fonts) -> None:
        """Load what the first screen needs; the shell calls this before it shows anything.

        A language whose fonts are missing or damaged is offered no more; the first one that is left is the site's own.
        """
        self._fonts = fonts
        for info in self._library.languages:
            if not fonts.introduce(info):
                self._library.drop(info.code)
        while (first := self._library.info("")) is not None and not fonts.open(first):
            self._library.drop(first.code)
        self._show(self._shown, self._shown, everything=True)
        self.placeChanged.emit()

    def now(self) -> float:
        """Seconds of the kiosk's clock."""
        return self._clock()

    def send(self, event: Event) -> None:
        """Let `event` happen now. Behind staff nothing but time, a wipe and the voice's silence can."""
        if self._covered and not isinstance(event, events.Tick | events.Reset | Speaking):
            return
        before = self._session
        self._session = step(before, event, self._clock(), self._rules)
        if self._session != before:
            self._follow()
            if self._desk is not None:
                self._desk.follow(self._session, before)
        self._schedule()

    def cover(self, covered: bool) -> None:
        """Something of staff's comes before the screens, or goes."""
        if covered != self._covered:
            self._covered = covered
            if covered:
                self.placeChanged.emit()  # first its pages go, then what they show
            self._follow()
            self._show_language()
            if not covered:
                self.placeChanged.emit()

    def begin_with(self, volume: int) -> None:
        """From now on every visit begins with this volume, in percent."""
        untouched = self._session == fresh(self._rules)
        self._rules = replace(self._rules, volume=volume)
        if untouched:
            self._session = fresh(self._rules)
        self._follow()

    def lead_with(self, code: str) -> bool:
        """Put the language `code` first on the first screen; whether that can be done."""
        if not self._library.offers(code) or not self._can_be_read(code):
            return False
        self._library.lead_with(code)
        self._show(self._shown, self._shown, everything=True)
        return True

    def forget_books(self) -> None:
        """Keep no book that no visitor reads in."""
        if self._session == fresh(self._rules):
            self._library.forget()

    def make_readable(self, info: LanguageInfo) -> bool:
        """Have the fonts of a language ready; whether that can be done."""
        return self._fonts is not None and self._fonts.open(info)

    def stop(self) -> None:
        """Keep no time any more: there is no window to show it."""
        self._timer.stop()
        if self._desk is not None:
            self._desk.close()

    @Slot()
    def tick(self) -> None:
        """Let time pass: called by the timer, and by tests after they moved their clock."""
        self.send(events.Tick())

    # --- what the screens show ---

    @Property(str, notify=placeChanged)
    def screen(self) -> str:
        if self._covered:
            return "staff"
        if self._broken or not self._library.languages:
            return "closed"
        return self._shown.screen.value

    @Property(str, notify=overlayChanged)
    def overlay(self) -> str:
        return self._shown.overlay.value

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        info = self._info
        return info.code if info else ""

    @Property(bool, notify=languageChanged)
    def mirrored(self) -> bool:
        info = self._info
        return info is not None and info.direction == "rtl"

    @Property(bool, notify=languageChanged)
    def draft(self) -> bool:
        """Whether nobody has signed the language in use."""
        info = self._info
        return info is not None and is_draft(info)

    @Property(Typeface, constant=True)
    def typeface(self) -> Typeface:
        """What the language in use is set in."""
        return self._typeface

    @Property(QObject, constant=True)
    def desk(self) -> StaffDesk:
        """The front desk, a `StaffDesk`; made when it is first asked for, because the first screen needs none."""
        if self._desk is None:
            from kiosk.bridge.desk import StaffDesk  # noqa: PLC0415

            self._desk = StaffDesk(self, self._facts.settings)
            self._desk.words.changed.connect(self._show_language)
        return self._desk

    def _get_dp(self) -> float:
        return self._dp

    def _set_dp(self, dp: float) -> None:
        if dp > 0 and dp != self._dp:
            self._dp = dp
            self.dpChanged.emit()

    dp = Writable(float, _get_dp, _set_dp, notify=dpChanged)
    """Pixels of a design pixel, as Theme has it: for who must know where on the glass something is."""

    @Property(Ease, constant=True)
    def ease(self) -> Ease:
        return self._ease

    @Property(Speech, constant=True)
    def speech(self) -> Speech:
        return self._speech

    @Property(SiteFacts, constant=True)
    def site(self) -> SiteFacts:
        return self._facts

    @Property(Words, constant=True)
    def words(self) -> Words:
        return self._words

    @Property(Page, constant=True)
    def page(self) -> Page:
        return self._page

    @Property(LanguageModel, constant=True)
    def languages(self) -> LanguageModel:
        return self._languages

    @Property(bool, notify=languageChanged)
    def manyLanguages(self) -> bool:
        """Whether there is a language to choose."""
        return len(self._library.languages) > 1

    @Property(TopicModel, constant=True)
    def topics(self) -> TopicModel:
        return self._topics

    @Property(bool, notify=languageChanged)
    def hasExplorer(self) -> bool:
        return self.explorer_words is not None

    @Property(DeskModel, constant=True)
    def deskLines(self) -> DeskModel:
        return self._desk_lines

    @Property(bool, notify=warningChanged)
    def warning(self) -> bool:
        return self._shown.warned_at is not None

    @Property(int, notify=secondsChanged)
    def secondsLeft(self) -> int:
        return self._seconds

    @Property(str, notify=secondsChanged)
    def secondsWord(self) -> str:
        """What is counted, in the form that its number takes."""
        form = {"one": "warning.second", "two": "warning.seconds_few", "few": "warning.seconds_few"}.get(
            plural(str(self._seconds), self.language)
        )
        return self._words.get(form or "warning.seconds")

    @Property(float, constant=True)
    def warningSeconds(self) -> float:
        return self._rules.warning_seconds

    @Property(str, notify=openBlockChanged)
    def openBlock(self) -> str:
        return self._shown.open_block

    @Property(str, notify=tabChanged)
    def tab(self) -> str:
        return self._shown.tab

    @Property(float, notify=placeChanged)
    def scroll(self) -> float:
        """Where the page was left, 0 to 1; read when a page opens."""
        return self._shown.scroll

    # --- what a touch can ask for ---

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        if self._library.offers(code) and self._can_be_read(code):
            self.send(events.ChooseLanguage(code))

    @Slot()
    def showLanguages(self) -> None:
        self.send(events.ShowLanguages())

    @Slot()
    def showEase(self) -> None:
        self.send(events.ShowEase())

    @Slot()
    def showHelp(self) -> None:
        if self._facts.hasHelp:
            self.send(events.ShowHelp())

    @Slot()
    def closeOverlay(self) -> None:
        self.send(events.CloseOverlay())

    @Slot(str)
    def openTopic(self, topic: str) -> None:
        if self._library.has_topic(self._session.language, topic):
            self.send(events.OpenTopic(topic))

    @Slot()
    def openCenters(self) -> None:
        self.send(events.OpenCenters())

    @Slot()
    def openExplorer(self) -> None:
        if self.hasExplorer:
            # Known to QML from now on; the first screens must not wait for it.
            importlib.import_module("kiosk.bridge.explorer")
            self.send(look.OpenExplorer())

    @Slot()
    def goBack(self) -> None:
        self.send(events.GoBack())

    @Slot()
    def goHome(self) -> None:
        self.send(events.GoHome())

    @Slot(str)
    def toggleBlock(self, block: str) -> None:
        self.send(events.ToggleBlock(block))

    @Slot(str)
    def chooseTab(self, tab: str) -> None:
        self.send(events.ChooseTab(tab))

    @Slot(float)
    def scrolled(self, share: float) -> None:
        self.send(events.Scrolled(share))

    @Slot()
    def giveUp(self) -> None:
        """The pages of a visit cannot be loaded: "please ask at the desk" from now on, instead of an empty screen."""
        self._broken = True
        self.send(events.Reset())
        self.failed.emit()
        self.placeChanged.emit()

    @Slot()
    def touched(self) -> None:
        self.send(events.Input())

    @Slot()
    def keepGoing(self) -> None:
        self.send(events.KeepGoing())

    @Slot()
    def endSession(self) -> None:
        self.send(events.Done())

    # --- inside ---

    def _can_be_read(self, code: str) -> bool:
        """Whether the fonts of `code` are loaded, now at the latest: no frame may show its words without them.

        A language of which one is damaged is offered no more, and the visitor stays where she is.
        """
        info = self._library.info(code)
        if self._fonts is None or info is None or self._fonts.open(info):
            return True
        self._library.drop(code)
        self._show_language()
        return False

    def _follow(self) -> None:
        """Show the visitor's session, or the fresh one that stands for it; who needs the lower buttons keeps them."""
        before = self._shown
        self._shown = self._session
        if self._covered:
            self._shown = replace(fresh(self._rules), lower_buttons=self._session.lower_buttons)
        if self._shown != before:
            self._show(self._shown, before)

    def _show(self, now: Session, before: Session, *, everything: bool = False) -> None:
        """Tell QML only what differs between the two sessions. Words come before the place that shows them."""
        if everything or _words_of(now) != _words_of(before):
            self._show_words()
        if everything or now.language != before.language:
            self._show_language()
        if everything or (now.language, now.visited) != (before.language, before.visited):
            self._topics.replace(self._library.topic_rows(now.language, now.visited))
        if everything or (now.language, now.topic) != (before.language, before.topic):
            self._page.show(self._library.book(now.language), now.topic)
        self._ease.show(now)
        if now.tab != before.tab:
            self.tabChanged.emit()
        if now.open_block != before.open_block:
            self.openBlockChanged.emit()
        if (now.screen, now.topic) != (before.screen, before.topic):
            self.placeChanged.emit()
        if now.look != before.look:
            self.lookChanged.emit()
        if now.overlay != before.overlay:
            self.overlayChanged.emit()
        if now.warned_at != before.warned_at:
            self.warningChanged.emit()
        self._speech.show(now, before)
        self.forget_books()
        if now == fresh(self._rules) and self.gallery is not None:
            self.gallery.forget()

    def _show_words(self) -> None:
        """The words of the language in use; before a choice the site's first, whose book a sheet alone opens."""
        info = self._library.info(self._shown.language)
        code = info.code if info and any(_words_of(self._shown)) else ""
        book = self._library.book(code)
        self._words.use(book.interface if book else info.attract if info else {})
        self._facts.speak(info.code if info else "", self._words.get("help.text"))

    @property
    def _info(self) -> LanguageInfo | None:
        """The language that the screen is in: the visitor's, or the one that staff read."""
        staff = self._desk.words.info if self._covered and self._desk is not None else None
        return staff or self._library.info(self._shown.language)

    def _show_language(self) -> None:
        info = self._info
        self._typeface.show(info.typeface if info else None)
        self._languages.replace(self._library.language_rows(self._shown.language))
        self.languageChanged.emit()

    def _schedule(self) -> None:
        now = self._clock()
        deadline = next_deadline(self._session, self._rules)
        left = seconds_left(self._session, self._rules, now)
        if math.ceil(left) != self._seconds:
            self._seconds = math.ceil(left)
            self.secondsChanged.emit()
        if deadline is None:
            self._timer.stop()
            return
        # While the warning counts, wake at each whole second; else sleep until something is due.
        wait = left - math.floor(left) or 1.0 if left > 0 else deadline - now
        self._timer.start(max(1, math.ceil(wait * 1000)))


def _words_of(session: Session) -> tuple[object, ...]:
    """What decides which words are needed: all of them once a language, a sheet or a voice asks for them."""
    return session.language, session.overlay, session.voice.on
