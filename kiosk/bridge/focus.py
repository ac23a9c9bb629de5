"""Where the keys stand: the controls of the screen in their order, the one that wears the frame, and where it goes.

Owns order and frame. Must not know what a key is, nor what pressing a control does. It keeps no item: pages come and
go, and what is remembered of a place is a number in its row.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.kiosk import Kiosk
from kiosk.session.look import Mode
from kiosk.session.model import Screen


class _Place(Struct, frozen=True):
    """What a screen is; a new one is begun at its beginning."""

    screen: Screen
    topic: str
    mode: Mode
    cover: str
    """The sheet that lies over it, or the warning."""
    staff: str = ""
    """What of staff's stands before it."""

    @property
    def page(self) -> tuple[Screen, str, Mode, str]:
        return self.screen, self.topic, self.mode, self.staff


class Focus:
    """The focus of one window, as long as keys move it."""

    def __init__(self, kiosk: Kiosk, window: QQuickWindow, *, arrows: bool = True) -> None:
        """Without `arrows`, what is moved by them is passed over."""
        self._arrows = arrows
        self._kiosk = kiosk
        self._window = window
        self._place = _place(kiosk)
        self._number = 0  # of the focused control in its row
        self._stands = False  # whether keys have put it there, on this place, and no finger has come since
        self._opener = 0  # of what had the focus when a sheet came over it
        self._unheard = False  # whether it went somewhere without a word

    # --- what there is ---

    def controls(self) -> list[QQuickItem]:
        """Everything that can be reached now: the page in reading order, then the rows of tools below it."""
        found = list(_walk(self._window.contentItem(), 0))
        row = [item for _, item in sorted(found, key=lambda pair: pair[0])]
        return row if self._arrows else [item for item in row if not item.property("takesArrows")]

    def shown(self) -> QQuickItem | None:
        """The control that wears the frame; None while none does."""
        item = self._window.activeFocusItem()
        return item if item is not None and item.property("visualFocus") else None

    @property
    def unheard(self) -> bool:
        """Whether who is read to has not been told where the focus is."""
        return self._unheard and self._kiosk.session.voice.on

    # --- where it goes ---

    def step(self, by: int) -> None:
        """To the next control (1) or the one before (-1), round and round; from nowhere to its beginning or end.

        From a control that has gone by itself, as "More below" does, to its neighbor.
        """
        found = self.controls()
        now = self.shown()
        if not found:
            return
        if now is None or now not in found:
            if self._stands and self._place == _place(self._kiosk):
                self._go(found, (self._number if by > 0 else self._number - 1) % len(found))
            else:
                self._go(found, _beginning(found) if by > 0 else len(found) - 1)
        elif self.unheard:
            self._go(found, found.index(now))
        else:
            self._go(found, (found.index(now) + by) % len(found))

    def to_beginning(self) -> None:
        """To where the place should be begun with."""
        found = self.controls()
        if found:
            self._go(found, _beginning(found))

    def at_last(self) -> bool:
        """Whether a step from here goes round to the first."""
        found = self.controls()
        return not found or self.shown() == found[-1]

    def tell(self) -> None:
        """Say once more where it is."""
        item = self.shown()
        if item is not None:
            self._unheard = False
            self._kiosk.speech.control(item)

    def hide(self) -> None:
        """A touch: nobody looks for the frame any more."""
        self._stands = False
        item = self.shown()
        if item is not None:
            _set_reason(item, Qt.FocusReason.MouseFocusReason)

    def take_over(self) -> None:
        """Keys are used after fingers: where those have led to is where it stands now, at its beginning."""
        self._place = _place(self._kiosk)
        self._stands = False
        self._number = _beginning(self.controls())
        self._opener = 0 if self._place.cover else self._number

    def follow(self) -> None:
        """The screen has changed: stand at its beginning, or where one came from; where nothing changed, stay.

        Without a word: what is new on the screen is being read.
        """
        before, now = self._place, _place(self._kiosk)
        self._place = now
        self._stands = self._stands and now == before
        found = self.controls()
        if not found:
            return
        if now == before:
            item = self._window.activeFocusItem()
            self._number = found.index(item) if item in found else min(self._number, len(found) - 1)
            if found[self._number] != self.shown():
                self._put(found, self._number)
            return
        if now.page == before.page and not before.cover:
            self._opener = self._number
        self._put(found, self._start(found, before, now))

    # --- inside ---

    def _start(self, found: list[QQuickItem], before: _Place, now: _Place) -> int:
        """The number of the control to begin with."""
        if now.page == before.page and before.cover and not now.cover:
            return min(self._opener, len(found) - 1)
        if now.screen is Screen.HOME and not now.cover:
            came = f"{before.screen.value}/{before.topic}"
            for number, item in enumerate(found):
                if item.property("leadsTo") == came:
                    return number
        return _beginning(found)

    def _go(self, found: list[QQuickItem], number: int) -> None:
        self._put(found, number)
        self._unheard = False
        self._kiosk.speech.control(found[number])

    def _put(self, found: list[QQuickItem], number: int) -> None:
        """Give the frame to a control. In two steps: by itself the focus would be spoken of."""
        self._number = number
        self._stands = True
        self._unheard = True
        found[number].forceActiveFocus(Qt.FocusReason.OtherFocusReason)
        _set_reason(found[number], Qt.FocusReason.TabFocusReason)


def _walk(item: QQuickItem, order: int) -> Iterator[tuple[int, QQuickItem]]:
    """Each control below `item` with the order of the row of tools it stands in, 0 for the page."""
    for child in item.childItems():
        if not child.isVisible() or not child.isEnabled():
            continue
        if child.activeFocusOnTab() and child.inherits("QQuickControl"):
            if child.width() > 0 and child.height() > 0:
                yield order, child
        else:
            yield from _walk(child, child.property("keyOrder") or order)


def _beginning(found: list[QQuickItem]) -> int:
    """The number of the control that is named as the one to begin with, else of the first."""
    return next((number for number, item in enumerate(found) if _begins(item)), 0)


def _begins(item: QQuickItem) -> bool:
    """Whether it stands in what a place says should be begun with."""
    at: QQuickItem | None = item
    while at is not None:
        if at.property("keyStart"):
            return True
        at = at.parentItem()
    return False


def _set_reason(item: QQuickItem, reason: Qt.FocusReason) -> None:
    item.setProperty("focusReason", reason.value)


def _place(kiosk: Kiosk) -> _Place:
    session = kiosk.session
    cover, staff = (kiosk.desk.asked, kiosk.desk.door) if kiosk.covered else (session.cover, "")
    return _Place(session.screen, session.topic, session.look.mode, cover, staff)
