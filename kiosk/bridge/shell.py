"""The engine and the window: QML loaded from the package, one `Kiosk` handed to it as a typed property."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.fonts import Fonts
from kiosk.bridge.gallery import Gallery, MammogramProvider
from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.pictures import Pictures
from kiosk.bridge.speech import Reader, Speaker, listens
from kiosk.bridge.sweeper import Sweeper

if TYPE_CHECKING:
    from kiosk.bridge.keypad import KeypadFilter
    from kiosk.bridge.staff_door import StaffDoor

_LOG = logging.getLogger(__name__)
_CALM_MS = 1000
"""After the first page of the first visit has come."""


class ShellError(Exception):
    """The screens cannot be loaded; the message is for staff."""


class Shell:
    """One kiosk on one window. `close` destroys the engine before the objects it shows."""

    def __init__(
        self,
        kiosk: Kiosk,
        qml: Path,
        assets: Path,
        gallery: Gallery | None = None,
        *,
        speaker: Speaker | None = None,
        chime: Callable[[], None] | None = None,
    ) -> None:
        """`gallery`: the mammograms, where others show them too; by default those of `assets`.

        `speaker`: who says what is read aloud; by default the machine's own speech engine. `chime`: makes a sound; by
        default nothing does.
        """
        self.kiosk = kiosk
        self._speaker = speaker
        self._assets = assets
        self._chime = chime
        gallery = kiosk.gallery = gallery or Gallery(assets)
        self._warnings: deque[str] = deque(maxlen=200)  # a kiosk runs for months
        fonts = Fonts(assets)
        kiosk.use_fonts(fonts)
        if kiosk.screen == "closed":
            fonts.open_desk()
        self.engine = QQmlApplicationEngine()
        self.engine.setOutputWarningsToStandardError(False)
        self.engine.warnings.connect(self._note)
        self.engine.addImageProvider("kiosk", Pictures(assets, gallery, kiosk.site.notice_pages))
        self.engine.addImageProvider("mammogram", MammogramProvider(gallery))
        self.engine.addImportPath(str(qml))
        self._load()
        roots = self.engine.rootObjects()
        if not roots:
            raise ShellError("the screens cannot be loaded: " + "; ".join(self.warnings))
        window = roots[0]
        assert isinstance(window, QQuickWindow)
        self.window = window
        self.staff_door: StaffDoor | None = None
        """Who lets staff in; there from the first frame on."""
        # The first screen has nothing to time: watching begins with the first visit.
        kiosk.placeChanged.connect(self._watch)
        kiosk.failed.connect(fonts.open_desk)
        self.on_first_frame(self._open_mammograms)
        self.on_first_frame(self._guard)
        self.on_first_frame(kiosk.site.notice_pages.examine)
        kiosk.speech.use(self._narrator)
        kiosk.warningChanged.connect(self._ring)
        self._sweeper = Sweeper()
        kiosk.placeChanged.connect(self._sweep)

    def _load(self) -> None:
        """Load the screens, laid out for this glass at once: else all is laid out three times, and drawn as often."""
        glass = QGuiApplication.primaryScreen().size()
        theme = self.engine.singletonInstance("Kiosk.Theme", "Theme")
        if isinstance(theme, QObject):  # without it the screens cannot be loaded either, and the engine says why
            theme.setProperty("windowWidth", glass.width())
            theme.setProperty("windowHeight", glass.height())
            theme.setProperty("diagonalInch", self.kiosk.site.settings.screen.diagonal_inch)
        self.engine.setInitialProperties({"kiosk": self.kiosk, "width": glass.width(), "height": glass.height()})
        self.engine.loadFromModule("Kiosk.Shell", "Main")

    def _sweep(self) -> None:
        if self.kiosk.screen == "attract":
            self._sweeper.rest()
        else:
            self._sweeper.start()

    def _open_mammograms(self) -> None:
        """Ask for a first image, an empty one: see MammogramProvider."""
        component = QQmlComponent(self.engine, self.engine)
        component.setData(b'import QtQuick\nImage { source: "image://mammogram/none" }', QUrl())
        component.create().setParent(self.window)
        component.deleteLater()

    def _guard(self) -> None:
        """From now on palms and doubled taps press nothing, and keys do what the site's keypad says."""
        from kiosk.bridge.hands import HandFilter  # noqa: PLC0415
        from kiosk.bridge.keypad import KeypadFilter  # noqa: PLC0415

        keypad = KeypadFilter(self.kiosk, self.window)
        self.window.installEventFilter(keypad)
        self.window.installEventFilter(HandFilter(self.kiosk))
        # Nobody holds a corner so soon: whatever else waits for the first frame comes before it.
        QTimer.singleShot(0, self.window, lambda: self._let_staff_in(keypad))

    def _let_staff_in(self, keypad: KeypadFilter) -> None:
        """From now on staff find their way to the pad, before anything else gets a touch or a key."""
        from kiosk.bridge.staff_door import StaffDoor  # noqa: PLC0415

        self.staff_door = StaffDoor(self.kiosk, self.window)
        self.window.installEventFilter(self.staff_door)
        desk = self.kiosk.desk
        desk.doorChanged.connect(keypad.look_again)
        desk.begin()

    def _watch(self) -> None:
        from kiosk.bridge.activity import Activity  # noqa: PLC0415

        self.kiosk.placeChanged.disconnect(self._watch)
        self.window.installEventFilter(Activity(self.kiosk))
        if self.staff_door is not None:  # once more: it must see a finger before that counts as a visitor's
            self.window.installEventFilter(self.staff_door)
        if self._speaker is None:
            ahead = QTimer(self.window)
            ahead.setSingleShot(True)
            ahead.timeout.connect(self._get_ready_to_speak)
            ahead.start(_CALM_MS)

    def _get_ready_to_speak(self) -> None:
        """Ask a speech service that runs for its voices, which takes it longer than to speak."""
        from kiosk.bridge.voice.speaker import EngineSpeaker  # noqa: PLC0415

        if self._speaker is None:
            self._speaker = EngineSpeaker(self.kiosk.site.speech, languages=self.kiosk.languages.codes)
            self._speaker.get_ready()

    def _ring(self) -> None:
        """The warning is heard, too: a sound, or, where somebody is read to, its words."""
        silent = not listens(self.kiosk.session) or self.kiosk.speech.notice != ""
        if self._chime and self.kiosk.warning and self.kiosk.site.speech.chime and silent:
            self._chime()

    def _narrator(self) -> Reader:
        """Who reads aloud; made for the first visitor who wants to be read to."""
        from kiosk.bridge.voice.narrator import Narrator  # noqa: PLC0415
        from kiosk.speech.recordings import Recordings  # noqa: PLC0415

        self._get_ready_to_speak()
        assert self._speaker is not None
        return Narrator(self.kiosk, self.window, self._speaker, self.kiosk.now, Recordings(self._assets / "voice").find)

    def _note(self, warnings: list[QQmlError]) -> None:
        for warning in warnings:
            self._warnings.append(warning.toString())
            _LOG.warning("%s", warning.toString())

    @property
    def warnings(self) -> list[str]:
        """What Qt and the pages complained of, the last two hundred."""
        return list(self._warnings)

    @property
    def mute(self) -> tuple[str, ...]:
        """The languages that nobody can read aloud, as far as is known by now."""
        return tuple(getattr(self._speaker, "mute", ()))

    def show(self, size: tuple[int, int] | None) -> None:
        """Show the window at `size` pixels, or full screen."""
        if size:
            self.window.resize(*size)
            self.window.show()
        else:
            # Without a window manager nobody else makes the window as large as the glass.
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()

    def keep_open(self, closable: bool) -> None:
        """Whether the window system may close the window; a full-screen kiosk stays."""
        self.window.setProperty("closable", closable)

    def on_first_frame(self, call: Callable[[], None]) -> None:
        """Call once when the first complete frame stands on the glass."""

        # By way of a timer: where Qt draws in a thread of its own, the signal comes from there.
        timer = QTimer(self.window)
        timer.setSingleShot(True)
        timer.setInterval(0)

        def once() -> None:
            self.window.frameSwapped.disconnect(timer.start)
            timer.deleteLater()
            call()

        timer.timeout.connect(once)
        self.window.frameSwapped.connect(timer.start)

    def close(self) -> None:
        """Destroy window and engine, then whatever they still showed; a second time nothing."""
        if not shiboken6.isValid(self.engine):
            return
        self.window.close()
        self.kiosk.stop()
        self.kiosk.speech.close()
        if self._speaker is not None:
            self._speaker.close()
        self.kiosk.warningChanged.disconnect(self._ring)
        self.kiosk.placeChanged.disconnect(self._sweep)  # the connection would keep this shell and its kiosk for ever
        shiboken6.delete(self.engine)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._sweeper.close()
