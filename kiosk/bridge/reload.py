"""The settings are read again: good ones hold when nobody reads, with faulty ones everything stays as it is.

Owns who asked, one trial at a time, and the wait until nobody is there. How the settings are read: `bridge.trial`, in a
process of its own. Must not know how the kiosk begins anew.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.bridge import trial as trials
from kiosk.bridge.at_rest import AtRest
from kiosk.bridge.child import Child
from kiosk.control.protocol import MOST_PROBLEM_WORDS, MOST_PROBLEMS, AnyAnswer, Outcome, Refused, Reloaded, short
from kiosk.reading import Problem
from kiosk.settings.loader import Settings
from kiosk.settings.model import Site

if TYPE_CHECKING:
    from kiosk.bridge.kiosk import Kiosk

_LOG = logging.getLogger(__name__)
_SECONDS = 30.0
"""Far more than reading and compiling takes."""

Answer = Callable[[AnyAnswer], None]


class Reload(QObject):
    """Asked by a signal or from outside the glass; several in a row are one."""

    def __init__(
        self,
        kiosk: Kiosk,
        trial: Sequence[str],
        begin_anew: Callable[[], None],
        *,
        faults_changed: Callable[[], None],
        proved: Callable[[Settings], None],
    ) -> None:
        """`trial`: program and words (`bridge.trial.command`). `begin_anew` is called once, when nobody is there.

        `faults_changed`: staff may have something else to see to. `proved` takes settings without a fault that are
        those in use: where the kiosk began with a fault, nobody has kept them.
        """
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._program, *self._words = trial
        self._faults_changed = faults_changed
        self._proved = proved
        self._wanted = False
        self._asked: list[Answer] = []
        """Who asked for the trial that is wanted ..."""
        self._heard: list[Answer] = []
        """... and for the one under way."""
        self.next: Site | None = None
        """The settings that wait until nobody is there."""
        self._rest = AtRest(kiosk, begin_anew, self)
        self._child = Child(_SECONDS, self._ended, self, listens=True)

    def ask(self, answer: Answer | None = None) -> None:
        """Read the settings again; `answer` is called once, with what became of it.

        Whoever asks while a trial is under way may have changed a file that it has read already: one more follows it.
        """
        self._wanted = True
        if answer is not None:
            self._asked.append(answer)
        self._begin()

    def close(self) -> None:
        """The window goes; nobody is answered any more."""
        self._wanted = False
        self._rest.cancel()
        self._child.close()

    def _begin(self) -> None:
        if not self._wanted or self._child.busy:
            return
        self._wanted = False
        self._heard, self._asked = self._asked, []
        self._child.start(self._program, self._words)

    def _ended(self, fault: str, printed: bytes) -> None:
        trial = None if fault else trials.read(printed)
        if trial is None:
            self._failed(fault or "what was found makes no sense")
        else:
            self._take(trial)

    def _failed(self, why: str) -> None:
        _LOG.warning("the settings could not be read again: %s", why)
        mend = "Look at the kiosk's log, and restart it."
        self._over(Refused(reason="The settings could not be read again; those in use stay.", mend=mend))

    def _take(self, trial: trials.Trial) -> None:
        outcome, problems = trials.judged(trial, self._kiosk.site.settings, self._kiosk.content_problems)
        for problem in problems:
            _LOG.warning("%s", problem)
        self.next = trial.settings.site if outcome is Outcome.ACCEPTED else None
        _LOG.info("%s", _SAID[outcome])
        if self.next is None:
            self._rest.cancel()
        else:
            self._rest.wait()
        if outcome is Outcome.UNCHANGED:
            self._proved(trial.settings)
        self._kiosk.faults = _errors(problems) + _errors(self._kiosk.content_problems)
        self._faults_changed()
        told = tuple(short(str(problem), MOST_PROBLEM_WORDS) for problem in problems[:MOST_PROBLEMS])
        self._over(Reloaded(outcome=outcome, problems=told))

    def _over(self, answer: AnyAnswer) -> None:
        heard, self._heard = self._heard, []
        for reply in heard:
            reply(answer)
        self._begin()


_SAID = {
    Outcome.UNCHANGED: "the settings were read again, and are as they were",
    Outcome.ACCEPTED: "the settings have changed; they hold as soon as nobody reads",
    Outcome.FAULTY: "the settings have faults; those in use stay",
}


def _errors(problems: Sequence[Problem]) -> int:
    return sum(problem.severity == "error" for problem in problems)
