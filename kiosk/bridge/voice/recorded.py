"""Plays recordings with Qt's multimedia library.

Owns the player. Must not know what a recording says, nor who speaks where it cannot be played.
"""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Callable
from pathlib import Path

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from kiosk.speech.recordings import UNPLAYED
from kiosk.speech.voices import loudness

_BEGIN_MS = 1500
"""A recording that is not heard by then is played by nobody: the engine still has time to say it."""
_DEAF = "PulseAudio context"
"""Qt says this, again and again, once its sound server has ended; it then plays on unheard, and never connects anew."""
_QUIET = -8
"""FFmpeg's log level for nothing at all."""
Handler = Callable[[QtMsgType, QMessageLogContext, str], object]


class Recorded(QObject):
    """One recording at a time; each answered for once, with its turn."""

    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int, str)
    """(turn, reason) It cannot be heard; a sentence for staff."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        _hush_ffmpeg()
        self._before: Handler | None = None
        """Who got Qt's messages before the recording that plays."""
        self._listening = False
        self._deaf = False
        self._turn = -1
        self._heard = False
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.setPitchCompensation(True)  # faster is not higher
        self._player.positionChanged.connect(self._moved)
        self._player.mediaStatusChanged.connect(self._changed)
        self._player.errorOccurred.connect(self._wrong)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_BEGIN_MS)
        self._late.timeout.connect(self._wrong)

    def say(self, turn: int, path: str, speed: int, volume: int) -> None:
        """Play the file `path` at `speed` percent and `volume` percent; `began` and `ended`, or `failed`, follow."""
        self.stop()
        self._turn, self._heard = turn, False
        if self._deaf:
            self._fail("the sound server has ended; recordings need the kiosk to be started anew")
            return
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._fail("there is no audio device for recordings")  # the player would play, and be heard by nobody
            return
        self._output.setDevice(device)
        self._output.setVolume(loudness(volume))
        self._player.setPlaybackRate(speed / 100)
        self._late.start()
        self._listen()
        self._player.setSource(QUrl.fromLocalFile(path))
        self._player.play()

    def stop(self) -> None:
        """Be still at once; what was played answers no more."""
        self._turn = -1
        self._late.stop()
        self._player.stop()
        self._player.setSource(QUrl())
        self._listen_no_more()

    def _listen(self) -> None:
        """Look at Qt's messages while it plays: nothing else tells of a sound server that has ended."""
        if not self._listening:
            self._listening = True
            self._before = qInstallMessageHandler(self._said)

    def _listen_no_more(self) -> None:
        if self._listening:
            self._listening = False
            qInstallMessageHandler(self._before)

    def _said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """May be called from any thread."""
        if _DEAF in text:
            self._deaf = True
        elif self._before is not None:
            self._before(kind, context, text)

    def _moved(self, position: int) -> None:
        if self._turn >= 0 and self._deaf:
            self._wrong()
        elif self._turn >= 0 and position > 0 and not self._heard:
            self._heard = True
            self._late.stop()
            self.began.emit(self._turn)

    def _changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._turn < 0 or status is not QMediaPlayer.MediaStatus.EndOfMedia:
            return
        if not self._heard:
            self._fail(UNPLAYED)  # it has no sound in it
            return
        turn, self._turn = self._turn, -1
        self._listen_no_more()
        self.ended.emit(turn)

    def _wrong(self) -> None:
        if self._turn >= 0:
            self._fail(UNPLAYED)

    def _fail(self, reason: str) -> None:
        turn = self._turn
        self.stop()
        self.failed.emit(turn, reason)


def _hush_ffmpeg() -> None:
    """FFmpeg writes the name of every file that it opens on standard error: that would tell what a visitor read."""
    home = Path(str(PySide6.__file__)).parent
    for library in (*home.glob("Qt/lib/libavutil.*"), *home.glob("avutil*.dll")):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(str(library)).av_log_set_level(_QUIET)
