"""The warning's sound on a machine with a loudspeaker, without one, and without Qt's multimedia."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QUrl

from kiosk import paths
from kiosk.bridge.chime import Chime

MODULE = "PySide6.QtMultimedia"


class Effect:
    """A sound effect that keeps what it was told."""

    made: list[Effect]

    class Status:
        Ready = "ready"
        Error = "error"

    def __init__(self) -> None:
        self.volume = 0.0
        self.source = QUrl()
        self.played = 0
        self.state = self.Status.Ready
        self.told: list[Callable[[], None]] = []
        self.statusChanged = self
        type(self).made.append(self)

    def connect(self, call: Callable[[], None]) -> None:
        self.told.append(call)

    def status(self) -> str:
        return self.state

    def setVolume(self, volume: float) -> None:
        self.volume = volume

    def setSource(self, source: QUrl) -> None:
        self.source = source

    def play(self) -> None:
        self.played += 1


def multimedia(monkeypatch: pytest.MonkeyPatch, *, device: bool = True) -> list[Effect]:
    """Stands in for Qt's multimedia; returns the sounds that are made."""

    class Devices:
        @staticmethod
        def defaultAudioOutput() -> Any:
            return type("Device", (), {"isNull": lambda _: not device})()

    Effect.made = []
    stand_in = ModuleType(MODULE)
    stand_in.__dict__.update(QSoundEffect=Effect, QMediaDevices=Devices)
    monkeypatch.setitem(sys.modules, MODULE, stand_in)
    return Effect.made


def test_the_sound_is_made_once_and_played_as_loud_as_the_site_says(monkeypatch: pytest.MonkeyPatch) -> None:
    made = multimedia(monkeypatch)
    chime = Chime(paths.ASSETS, lambda: 60)
    assert made == []
    chime.ring()
    chime.ring()
    (effect,) = made
    assert effect.played == 2
    assert effect.volume == pytest.approx(0.6)
    assert effect.source.toLocalFile() == str(paths.ASSETS / "sounds" / "warning.wav")


@pytest.mark.parametrize("lack", ["device", "module", "file"])
def test_staff_are_told_once_why_there_is_no_sound(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, lack: str
) -> None:
    made = multimedia(monkeypatch, device=lack != "device")
    if lack == "module":
        monkeypatch.setitem(sys.modules, MODULE, None)
    chime = Chime(paths.ASSETS, lambda: 60)
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            chime.ring()
            for effect in made if lack == "file" else ():
                effect.state = Effect.Status.Error
                for call in effect.told:
                    call()
    told = [record.message for record in caplog.records]
    assert len(told) == 1
    assert told[0].startswith("the warning has no sound: ")
