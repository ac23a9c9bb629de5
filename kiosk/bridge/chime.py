"""The soft sound that comes with "Are you still there?".

Owns one sound and how loud it is. Qt's multimedia is loaded when it is first needed: most visits end without a warning.
A kiosk without a loudspeaker shows the warning all the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

_LOG = logging.getLogger(__name__)


class Chime:
    """One sound; `ring` plays it once."""

    def __init__(self, assets: Path, volume: Callable[[], int]) -> None:
        """`volume`: with which every visit begins, in percent."""
        self._file = assets / "sounds" / "warning.wav"
        self._volume = volume
        self._effect: QSoundEffect | None = None
        self._told = False

    def ring(self) -> None:
        """Play it now, from its beginning; where that cannot be, staff are told once."""
        try:
            self._effect = self._effect or self._made()
        except (ImportError, OSError) as error:
            self._tell(str(error))
            return
        if self._effect is None:
            self._tell("there is no audio device")
        else:
            self._effect.setVolume(self._volume() / 100)
            self._effect.play()

    def _made(self) -> QSoundEffect | None:
        """The sound; None as long as there is nothing to play it on."""
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415

        if QMediaDevices.defaultAudioOutput().isNull():
            return None
        effect = QSoundEffect()

        def look() -> None:
            if effect.status() is QSoundEffect.Status.Error:
                self._tell(f"{self._file} cannot be played")

        effect.statusChanged.connect(look)
        effect.setSource(QUrl.fromLocalFile(str(self._file)))
        return effect

    def _tell(self, reason: str) -> None:
        if not self._told:
            self._told = True
            _LOG.warning("the warning has no sound: %s", reason)
