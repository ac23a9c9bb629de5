"""The kiosk to who asks from outside the glass: tells the socket's thread how it is, and carries out what is asked.

Owns the way from ticket to window and the snapshot that a status is made of. What may be done, `kiosk.control` decides.
Imported when the first frame stands: nothing of it is needed before.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QByteArray, QDataStream, QIODeviceBase, QObject, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QImage

from kiosk import paths
from kiosk.bridge.at_rest import AtRest
from kiosk.bridge.direction import plain
from kiosk.bridge.identity import fingerprint, identity
from kiosk.control.place import NAME, Place, PlaceError
from kiosk.control.protocol import (
    MOST_PICTURE_BYTES,
    AnyAnswer,
    AskClean,
    AskPause,
    AskReload,
    AskReset,
    AskRestart,
    AskResume,
    AskScreenshot,
    Done,
    Need,
    Picture,
    Refused,
    State,
)
from kiosk.control.refusals import BUSY
from kiosk.control.server import Server
from kiosk.control.snapshot import Snapshot, refusal
from kiosk.control.tickets import Ticket
from kiosk.session.step import fresh
from kiosk.staff.model import Clean, Door, Pause, Rest, Restart, Resume, StartFresh
from kiosk.staff.step import in_force

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.kiosk import Kiosk
    from kiosk.bridge.shell import Shell

_LOG = logging.getLogger(__name__)
_APART_MS = 250
"""Between two snapshots: a visitor who is quick must not pay for who watches."""
_ALIVE_MS = 5000
"""The window says so often that it goes on; also how late a status may be about the last touch."""
_PNG = b"\x89PNG"
_MARK = 4
"""Bytes of a stream before the image's file."""
_STATES = {
    Rest.PAUSED: State.PAUSED,
    Rest.CLEANING: State.CLEANING,
    Rest.BROKEN: State.BROKEN,
    Rest.DIM: State.DIM,
    Rest.OFF: State.OFF,
}


class Control(QObject):
    """The window's end of the control socket."""

    _asked = Signal(object)

    def __init__(self, kiosk: Kiosk, window: QQuickWindow, about: Snapshot, parent: QObject | None = None) -> None:
        """`about`: what stays the same as long as the kiosk runs."""
        super().__init__(parent)
        self._kiosk = kiosk
        self._window: QQuickWindow | None = window
        self._desk = kiosk.desk
        self._last = about
        self._own_needs: tuple[Need, ...] = ()
        self._server: Server | None = None
        self._reload: Callable[[Callable[[AnyAnswer], None]], None] | None = None
        self._restart = AtRest(kiosk, partial(self._desk.apply, Restart()), self)
        # Queued, because it is sent by the socket's thread.
        self._asked.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_APART_MS)
        self._soon.timeout.connect(self.look)
        self._alive = QTimer(self)
        self._alive.setInterval(_ALIVE_MS)
        self._alive.timeout.connect(self._still_here)
        for changed in self._changes():
            changed.connect(self.note)

    def open(self, path: Path, group: str, *, own_folder: bool, learn: Callable[[], str] = str) -> bool:
        """Be asked from now on; False, with a sentence for staff, where the socket cannot be made.

        `learn` finds out the fingerprint of the content, in the socket's thread.
        """
        try:
            place = Place(path, group, own_folder=own_folder)
        except PlaceError as error:
            self._tell(error.need)
            return False
        if place.need is not None:
            self._tell(place.need)
        self._last = self.snapshot()
        self._server = Server(place, self._asked.emit, self._last, learn=learn, clock=self._kiosk.now)
        self._server.start()
        self._alive.start()
        return True

    def reload_by(self, reload: Callable[[Callable[[AnyAnswer], None]], None]) -> None:
        """`reload` has the settings read again; it calls back once, in the window's thread, with what became of it."""
        self._reload = reload

    def close(self) -> None:
        """Nobody is answered any more; returns when the thread has ended and the socket is gone."""
        self.look()
        self._restart.cancel()
        self._alive.stop()
        self._soon.stop()
        for changed in self._changes():
            changed.disconnect(self.note)
        if self._server is not None:
            self._server.close()
            self._server = None
        self._window = None

    @property
    def needs(self) -> tuple[Need, ...]:
        """What is wrong with the socket itself."""
        return self._own_needs

    def _changes(self) -> tuple[SignalInstance, ...]:
        """What tells that a status may have changed."""
        kiosk, desk = self._kiosk, self._desk
        return (
            kiosk.placeChanged,
            kiosk.overlayChanged,
            kiosk.languageChanged,
            kiosk.warningChanged,
            desk.doorChanged,
            desk.needsChanged,
        )

    @Slot()
    def note(self) -> None:
        """Something may have changed."""
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def look(self) -> None:
        """Tell the socket's thread how the kiosk is, where that has changed."""
        found = self.snapshot()
        if self._server is not None and found != self._last:
            self._server.publish(found)
        self._last = found

    def snapshot(self) -> Snapshot:
        """How the kiosk is now."""
        now, session, desk = self._kiosk.now(), self._kiosk.visit, self._desk
        visiting = session != fresh(self._kiosk.rules)
        return structs.replace(
            self._last,
            state=self._state(visiting=visiting),
            staff=desk.now.door is not Door.SHUT,
            touched_at=self._last.touched_at if session.last_input is None else session.last_input,
            visited_at=now if visiting else self._last.visited_at,
            visits_today=desk.visitsToday,
            needs=(*(Need(*map(plain, told)) for told in desk.needs_told), *self._own_needs),
        )

    def _state(self, *, visiting: bool) -> State:
        if self._kiosk.screen == "closed":
            return State.CLOSED
        return _STATES.get(in_force(self._desk.now), State.VISITING if visiting else State.ATTRACT)

    def _still_here(self) -> None:
        self.look()
        if self._server is not None:
            self._server.alive()

    def _tell(self, need: Need) -> None:
        _LOG.warning("%s %s", need.text, need.mend)
        self._own_needs = (need,)

    @Slot(object)
    def _carry_out(self, ticket: Ticket) -> None:
        if not ticket.take():
            return
        if isinstance(ticket.request, AskReload) and self._reload is not None:
            self._reload(ticket.answer)
            return
        try:
            answer, body = self._done(ticket)
        except Exception:
            _LOG.exception("what was asked from outside cannot be done")
            answer, body = Refused(reason="It did not work.", mend="Look at the kiosk's log; restart it."), b""
        self.look()  # before the answer: who asks at once how the kiosk is hears what has become of it
        ticket.answer(answer, body)

    def _done(self, ticket: Ticket) -> tuple[AnyAnswer, bytes]:
        """Do it, unless it must be refused."""
        if refused := refusal(ticket.request, self.snapshot(), self._kiosk.now()):
            return refused, b""
        match ticket.request:
            case AskReset():
                self._desk.apply(StartFresh())
            case AskPause():
                self._desk.apply(Pause())
            case AskResume():
                self._desk.apply(Resume())
            case AskClean():
                self._desk.apply(Clean())
            case AskReload():
                return BUSY, b""  # it begins, or ends
            case AskRestart(when_idle=True):
                self._restart.wait()
            case AskRestart():
                self._desk.apply(Restart())  # the window ends when this answer is on its way
            case AskScreenshot():
                return self._picture()
        return Done(), b""

    def _picture(self) -> tuple[AnyAnswer, bytes]:
        image = self._window.grabWindow() if self._window is not None else None
        body = _png(image) if image is not None else b""
        if not body:
            return Refused(reason="The screen cannot be drawn now.", mend="Look at the glass; is its output on?"), b""
        if len(body) > MOST_PICTURE_BYTES:
            return Refused(reason="The picture is too large.", mend="Look at the glass itself."), b""
        return Picture(bytes=len(body)), body


def answering(shell: Shell, content: Path) -> Control | None:
    """The control of a kiosk whose first frame stands, as its settings wish; None where they wish none."""
    kiosk = shell.kiosk
    site = kiosk.site.settings
    if not site.control.enabled:
        return None
    version, settings = identity(site)
    about = Snapshot(version=version, name=site.name, mode=site.mode, settings=settings, started_at=kiosk.now())
    control = Control(kiosk, shell.window, about, kiosk)
    own = not site.control.socket
    path = paths.run_dir() / NAME if own else Path(site.control.socket)
    control.open(path, site.control.group, own_folder=own, learn=partial(_content, content))
    return control


def _content(folder: Path) -> str:
    """The fingerprint of what patients read; called in the socket's thread."""
    found = 0
    try:
        for path in sorted(folder.rglob("*"), key=lambda path: path.parts):
            if path.is_file():
                name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
                found = fingerprint(path.read_bytes(), fingerprint(name + b"\0", found))
    except OSError:
        return ""
    return f"{found:08x}"


def _png(image: QImage) -> bytes:
    """The image as a PNG file; empty where there is none. By a stream: no device of Python's (`bridge.mammograms`)."""
    data = QByteArray()
    stream = QDataStream(data, QIODeviceBase.OpenModeFlag.WriteOnly)
    stream << image
    whole = bytes(data.data())
    return whole[_MARK:] if whole[_MARK:].startswith(_PNG) else b""
