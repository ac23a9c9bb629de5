"""The words that staff read, in the site's own language, and what a resting glass says in every language.

Read from the catalog when the front desk is first asked for. Must not know what staff are doing, nor any visitor.
Long because: every word that staff can see stands here, four lines each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.direction import apart, left_to_right
from kiosk.bridge.fonts import desk_face
from kiosk.bridge.library import Library
from kiosk.bridge.models import RowModel
from kiosk.bridge.qml import Property, QmlUncreatable
from kiosk.catalog.desk import DESK
from kiosk.catalog.model import LanguageInfo
from kiosk.catalog.numbers import plural
from kiosk.session.voice import VOLUMES, nearest

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

SET_PIN = "kiosk staff set-pin"
_SHARED = ("topic.more_below", "voice.softer", "voice.louder", "voice.level", "warning.")
"""What staff read in the words of visitors."""
_TYPED = ("command", "folder")
"""Values that are read from left to right in every language."""
_MINUTE = 60
_LEAST_MINUTES = 120  # seconds; less is said in seconds


@QmlElement
@QmlUncreatable("made by the kiosk")
class RestModel(RowModel):
    """One sentence in each language that the site offers, and what draws it while that language's fonts are not loaded.

    `line`: the least height of its lines, in sizes of its letters.
    """

    NAMES = ("code", "text", "face", "line")


@QmlElement
@QmlUncreatable("made by the kiosk")
class StaffWords(QObject):
    """Every word of the staff pages. Empty until `open` has been called."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: Mapping[str, str] = {}
        self._info: LanguageInfo | None = None
        self._wanted = ""
        self._back_soon, self._begin, self._ask = RestModel(self), RestModel(self), RestModel(self)

    def speak(self, code: str) -> None:
        """From the next `open` on, use this language and no other; empty for what is asked for there."""
        self._wanted = code

    def open(self, library: Library, code: str, load: Callable[[LanguageInfo], bool]) -> None:
        """Be ready to be shown, in the language `code` or, where that is not offered, in the first one that is.

        `load` makes the fonts of a language ready and says whether it could. The second time nothing is read anew.
        """
        self._tell_all(library.languages)
        info = library.info(self._wanted or code)
        if info is None or info == self._info or not load(info):
            return
        book = library.book(info.code)
        words = book.interface if book else {}
        self._info = info
        self._words = {w: text for w, text in words.items() if w.startswith(("staff.", *_SHARED))}
        self.changed.emit()

    @property
    def info(self) -> LanguageInfo | None:
        """The language that staff read; None before it was opened."""
        return self._info

    def get(self, word: str, **values: str) -> str:
        """A word by its id in `kiosk.catalog.interface`, its values put in; a missing one is shown as nothing."""
        text = self._words.get(word, "")
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def need(self, ident: str, values: Mapping[str, str]) -> tuple[str, str]:
        """What the kiosk needs staff for, and what to do: the words of `kiosk.health`'s need with this id."""
        kept = {name: (left_to_right if name in _TYPED else apart)(value) for name, value in values.items()}
        return self.get(f"staff.need_{ident}", **kept), self.get(f"staff.mend_{ident}", **kept)

    def time(self, seconds: int) -> str:
        """So long, in words: whole minutes from two on, else seconds."""
        whole = seconds >= _LEAST_MINUTES and seconds % _MINUTE == 0
        number, unit = (seconds // _MINUTE, "minute") if whole else (seconds, "second")
        code = self._info.code if self._info else ""
        form = {"one": unit, "two": f"{unit}s_two", "few": f"{unit}s_few"}.get(plural(str(number), code), f"{unit}s")
        return self.get(f"staff.{form}", n=str(number))

    # --- what a resting glass says ---

    @Property(RestModel, constant=True)
    def backSoon(self) -> RestModel:
        return self._back_soon

    @Property(RestModel, constant=True)
    def begin(self) -> RestModel:
        """ "Touch to begin" """
        return self._begin

    @Property(RestModel, constant=True)
    def askAtDesk(self) -> RestModel:
        return self._ask

    # --- words with a value ---

    @Slot(int, result=str)
    def enter(self, seconds: int) -> str:
        return self.get("staff.enter", time=self.time(seconds))

    @Slot(int, int, result=str)
    def entered(self, digits: int, most: int) -> str:
        return self.get("staff.entered", n=str(digits), total=str(most))

    @Slot(int, result=str)
    def wait(self, seconds: int) -> str:
        """Who must wait for long need not count: minutes that have begun are whole ones."""
        minutes = -(-seconds // _MINUTE) * _MINUTE
        return self.get("staff.wait", time=self.time(seconds if seconds < _LEAST_MINUTES else minutes))

    @Slot(int, result=str)
    def locks(self, seconds: int) -> str:
        return self.get("staff.locks", time=self.time(seconds))

    @Slot(str, result=str)
    def since(self, clock: str) -> str:
        return self.get("staff.since", clock=apart(clock)) if clock else ""

    @Slot(int, result=str)
    def cleanText(self, seconds: int) -> str:
        return self.get("staff.clean_text", time=self.time(seconds))

    @Slot(str, result=str)
    def cleaned(self, clock: str) -> str:
        return self.get("staff.cleaned", clock=apart(clock)) if clock else ""

    @Slot(str, str, result=str)
    def quietText(self, begins: str, ends: str) -> str:
        hours = {"from": apart(begins), "to": apart(ends)}
        return self.get("staff.quiet_text", **hours) if begins and ends else ""

    @Slot(int, result=str)
    def askFresh(self, seconds: int) -> str:
        return self.get("staff.ask_fresh", time=self.time(max(1, seconds)))

    @Slot(int, result=str)
    def checkLeft(self, cells: int) -> str:
        return self.get("staff.check_left", n=str(cells))

    @Slot(int, result=str)
    def fingers(self, count: int) -> str:
        return self.get("staff.fingers", n=str(count))

    @Slot(int, result=str)
    def level(self, volume: int) -> str:
        """How loud it is, of the steps that there are; `volume` in percent."""
        return self.get("voice.level", n=str(VOLUMES.index(nearest(volume, VOLUMES)) + 1), total=str(len(VOLUMES)))

    @Slot(int, result=str)
    def secondsWord(self, seconds: int) -> str:
        """What a ring counts, in the form that its number takes."""
        code = self._info.code if self._info else ""
        form = {"one": "second", "two": "seconds_few", "few": "seconds_few"}.get(plural(str(seconds), code), "seconds")
        return self.get(f"warning.{form}")

    @Property(str, constant=True)
    def setPin(self) -> str:
        """What IT types where there is no PIN."""
        return SET_PIN

    # --- words ---

    @Property(str, notify=changed)
    def moreBelow(self) -> str:
        return self.get("topic.more_below")

    @Property(str, notify=changed)
    def softer(self) -> str:
        return self.get("voice.softer")

    @Property(str, notify=changed)
    def louder(self) -> str:
        return self.get("voice.louder")

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.get("staff.title")

    @Property(str, notify=changed)
    def erase(self) -> str:
        return self.get("staff.erase")

    @Property(str, notify=changed)
    def ok(self) -> str:
        return self.get("staff.ok")

    @Property(str, notify=changed)
    def checking(self) -> str:
        return self.get("staff.checking")

    @Property(str, notify=changed)
    def wrong(self) -> str:
        return self.get("staff.wrong")

    @Property(str, notify=changed)
    def noPin(self) -> str:
        return self.get("staff.no_pin")

    @Property(str, notify=changed)
    def pinUnsafe(self) -> str:
        return self.get("staff.need_pin_unsafe")

    @Property(str, notify=changed)
    def noPinMend(self) -> str:
        return self.get("staff.no_pin_mend")

    @Property(str, notify=changed)
    def keyFile(self) -> str:
        return self.get("staff.key_file")

    @Property(str, notify=changed)
    def leave(self) -> str:
        return self.get("staff.leave")

    @Property(str, notify=changed)
    def desk(self) -> str:
        return self.get("staff.desk")

    @Property(str, notify=changed)
    def panel(self) -> str:
        return self.get("staff.panel")

    @Property(str, notify=changed)
    def well(self) -> str:
        return self.get("staff.well")

    @Property(str, notify=changed)
    def needs(self) -> str:
        return self.get("staff.needs")

    @Property(str, notify=changed)
    def visits(self) -> str:
        return self.get("staff.visits")

    @Property(str, notify=changed)
    def fresh(self) -> str:
        return self.get("staff.fresh")

    @Property(str, notify=changed)
    def freshText(self) -> str:
        return self.get("staff.fresh_text")

    @Property(str, notify=changed)
    def pause(self) -> str:
        return self.get("staff.pause")

    @Property(str, notify=changed)
    def pauseText(self) -> str:
        return self.get("staff.pause_text")

    @Property(str, notify=changed)
    def resume(self) -> str:
        return self.get("staff.resume")

    @Property(str, notify=changed)
    def resumeText(self) -> str:
        return self.get("staff.resume_text")

    @Property(str, notify=changed)
    def clean(self) -> str:
        return self.get("staff.clean")

    @Property(str, notify=changed)
    def check(self) -> str:
        return self.get("staff.check")

    @Property(str, notify=changed)
    def checkText(self) -> str:
        return self.get("staff.check_text")

    @Property(str, notify=changed)
    def sound(self) -> str:
        return self.get("staff.sound")

    @Property(str, notify=changed)
    def firstLanguage(self) -> str:
        return self.get("staff.first_language")

    @Property(str, notify=changed)
    def quiet(self) -> str:
        return self.get("staff.quiet")

    @Property(str, notify=changed)
    def broken(self) -> str:
        return self.get("staff.broken")

    @Property(str, notify=changed)
    def brokenText(self) -> str:
        return self.get("staff.broken_text")

    @Property(str, notify=changed)
    def restart(self) -> str:
        return self.get("staff.restart")

    @Property(str, notify=changed)
    def close(self) -> str:
        return self.get("staff.close")

    @Property(str, notify=changed)
    def kept(self) -> str:
        return self.get("staff.kept")

    @Property(str, notify=changed)
    def askRestart(self) -> str:
        return self.get("staff.ask_restart")

    @Property(str, notify=changed)
    def askBroken(self) -> str:
        return self.get("staff.ask_broken")

    @Property(str, notify=changed)
    def no(self) -> str:
        return self.get("staff.no")

    @Property(str, notify=changed)
    def wipeTitle(self) -> str:
        return self.get("staff.wipe_title")

    @Property(str, notify=changed)
    def wipeText(self) -> str:
        return self.get("staff.wipe_text")

    @Property(str, notify=changed)
    def wipeCloth(self) -> str:
        return self.get("staff.wipe_cloth")

    @Property(str, notify=changed)
    def wipeSpray(self) -> str:
        return self.get("staff.wipe_spray")

    @Property(str, notify=changed)
    def wipeRules(self) -> str:
        return self.get("staff.wipe_rules")

    @Property(str, notify=changed)
    def wipeHold(self) -> str:
        return self.get("staff.wipe_hold")

    @Property(str, notify=changed)
    def checkHint(self) -> str:
        return self.get("staff.check_hint")

    @Property(str, notify=changed)
    def checkDone(self) -> str:
        return self.get("staff.check_done")

    @Property(str, notify=changed)
    def done(self) -> str:
        return self.get("staff.done")

    # --- inside ---

    def _tell_all(self, languages: tuple[LanguageInfo, ...]) -> None:
        """Say the resting sentences in the languages that are offered now."""
        for model, word in ((self._back_soon, "staff.back_soon"), (self._begin, "staff.begin")):
            model.replace([(i.code, text, i.face, _line(i)) for i in languages if (text := i.attract.get(word, ""))])
        offered = {i.code: i for i in languages}
        said = [(code, text, desk_face(code)) for code, text in DESK if code in offered or not offered]
        said.sort(key=lambda row: list(offered).index(row[0]) if row[0] in offered else 0)
        self._ask.replace([(code, text, face, _line(offered.get(code))) for code, text, face in said])


def _line(info: LanguageInfo | None) -> float:
    return info.typeface.line if info and info.typeface else 0.0
