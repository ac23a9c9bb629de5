"""The kiosk's heartbeat: it goes through the window's thread and through the renderer, so that neither can die unseen.

At half the supervisor's period one frame is asked for, and the frame that was drawn feeds the watchdog. A window that
nobody can see (the output is off, or something covers it) draws none: then a round trip through the event loop does.
Must not know the session nor what is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.health.notify import Notifier

_START_SECONDS = 10.0
"""In place of the supervisor's period, where it has none and only waits for the kiosk to be ready."""


class Heartbeat(QObject):
    """Beats from its making until `stop`."""

    def __init__(self, window: QQuickWindow, notifier: Notifier, ready: str, parent: QObject | None = None) -> None:
        """`ready`: the sentence for staff once a frame stands on the glass."""
        super().__init__(parent)
        self._window = window
        self._notifier = notifier
        self._sentence = ready
        self._ready = False
        self._asked = False
        self._dark = False
        self._goes_on = False
        period = (notifier.watchdog or _START_SECONDS) * 1000
        # A frame is told of in the thread that draws; a timer, whose own slot takes it, brings it over here.
        self._drawn = self._timer(0, self._feed)
        # In time for the same period: a window that was hidden after it had been asked for a frame.
        self._look = self._timer(round(period / 4), self._seen)
        self._round = self._timer(0, self._feed)
        self._pulse = self._timer(round(period / 2), self._ask)
        # The first frame comes by itself; where none does, half a period later the event loop says that all is ready.
        self._listen(True)
        self._pulse.start()

    @property
    def dark(self) -> bool:
        """Whether the glass is meant to be off: no frame is waited for then."""
        return self._dark

    @Slot(bool)
    def setDark(self, dark: bool) -> None:
        self._dark = dark

    def status(self, sentence: str) -> None:
        """Say how the kiosk is, in one sentence for staff."""
        self._sentence = sentence
        if self._ready:
            self._notifier.status(sentence)

    def hand_over(self) -> dict[str, str]:
        """The kiosk begins anew: who waits for beats waits for those of the next one, which needs these variables."""
        self._goes_on = True
        return self._notifier.taken

    def stop(self) -> None:
        """The kiosk ends now, on purpose; before the window goes."""
        for timer in (self._pulse, self._look, self._round, self._drawn):
            timer.stop()
        self._listen(False)
        if not self._goes_on:
            self._notifier.stopping()
            return
        self._notifier.status("The kiosk begins anew with other settings.")
        if self._notifier.watchdog is not None:
            self._notifier.beat()

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer

    def _listen(self, listen: bool) -> None:
        """Hear of frames only while one is asked for: others pass at no cost."""
        if listen and not self._asked:
            self._window.frameSwapped.connect(self._drawn.start)
        elif self._asked and not listen:
            self._window.frameSwapped.disconnect(self._drawn.start)
        self._asked = listen

    @Slot()
    def _ask(self) -> None:
        self._pulse.start()
        if self._unseen():
            self._round.start()
            return
        self._listen(True)
        self._window.update()
        self._look.start()

    @Slot()
    def _seen(self) -> None:
        if self._asked and self._unseen():
            self._round.start()

    def _unseen(self) -> bool:
        return self._dark or not self._window.isExposed()

    @Slot()
    def _feed(self) -> None:
        self._listen(False)
        if not self._ready:
            self._ready = True
            self._notifier.ready(self._sentence)
        if self._notifier.watchdog is not None:
            self._notifier.beat()
        else:
            self._pulse.stop()  # nobody waits for a beat
