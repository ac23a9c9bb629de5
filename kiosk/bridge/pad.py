"""The number pad: the digits, and who they let in.

Owns the digits, in one place that is overwritten; nobody else ever sees them. Looks for a key file while it is open.
How often somebody may try, and who has which PIN, `kiosk.bridge.staff_state` knows.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.errands import Errands
from kiosk.bridge.staff_state import StaffState
from kiosk.staff.model import Role

_LOOK_MS = 2000
"""Between two looks for a USB stick."""
_PATIENCE = 2.0
"""Seconds that the end of the kiosk waits for a wrong PIN to be counted."""


class Pad(QObject):
    """One pad; `answer` is told whose PIN it was, `found` whose key."""

    def __init__(
        self, most: int, answer: Callable[[Role | None], None], found: Callable[[Role], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._digits = bytearray(most)
        self._length = 0
        self._answer = answer
        self._found = found
        self._state = StaffState()
        self._checks = Errands("check of a PIN", self)
        self._sticks = Errands("search for a key file", self)
        self._looking = False
        self._absent = False
        """Whether no stick was there at a look since the pad was opened: one that is left plugged in opens nothing."""
        self._turn = 0  # a pad that has closed hears no answer
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def open(self, state: StaffState) -> None:
        """Take digits, and look for a stick."""
        self._state = state
        self._turn += 1
        self._absent = False
        self.clear()
        if state.key_files:
            self._timer.start()
            self.look()

    def shut(self) -> None:
        self._turn += 1
        self._timer.stop()
        self.clear()

    def push(self, figure: int) -> None:
        if self._length < len(self._digits):
            self._digits[self._length] = ord("0") + figure
            self._length += 1

    def pop(self) -> None:
        if self._length:
            self._length -= 1
            self._digits[self._length] = 0

    def clear(self) -> None:
        """Overwrite what was entered."""
        self._digits[:] = bytes(len(self._digits))
        self._length = 0

    def check(self) -> None:
        """Ask whose PIN it is, and forget it."""
        state, turn, entered = self._state, self._turn, self._digits[: self._length]

        def work() -> Role | None:
            try:
                return state.check(entered.decode())
            finally:
                entered[:] = bytes(len(entered))

        def then(role: Role | None) -> None:
            if turn == self._turn:
                self._answer(role)

        self._checks.do(work, then)
        self.clear()

    def look(self) -> None:
        """Look for a stick, unless the last look is not done yet: a stick may hang."""
        if self._looking:
            return
        self._looking = True
        turn = self._turn

        def then(role: Role | None) -> None:
            self._looking = False
            if turn != self._turn:
                return
            if role is None:
                self._absent = True
            elif self._absent:
                self._found(role)

        self._sticks.do(self._state.find_key, then)

    def close(self) -> None:
        self._timer.stop()
        self.clear()
        self._checks.close(_PATIENCE)
        self._sticks.close(0.0)
