"""What Qt says is logged as what it is of: sound, machine, or a screen."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from kiosk.bridge import qt_log
from kiosk.health.logs.discretion import said

SOUND = "something is wrong with the sound [details: kiosk doctor]"


class Context:
    """As Qt gives it; its own cannot be made with a category."""

    def __init__(self, category: str) -> None:
        self.category = category


@pytest.mark.parametrize(
    ("category", "text", "told"),
    [
        ("default", "PulseAudioService: pa_context_connect() failed", SOUND),
        ("default", "Couldn't load pipewire-0.3 library", SOUND),
        ("default", 'Couldn\'t load "pipewire-0.3" library', SOUND),
        ("qt.multimedia.soundeffect", "care.wav", SOUND),
        ("qt.speech.tts.speechd", "Text synthesizing failure.", SOUND),
        ("qt.qpa.wayland", "no display", "no display"),
        ("default", "care.qml:3: TypeError", "something is wrong on a screen [details: kiosk tour]"),
    ],
)
def test_what_qt_says_is_told_as_what_it_is_of(
    caplog: pytest.LogCaptureFixture, category: str, text: str, told: str
) -> None:
    context: QMessageLogContext = Context(category)  # type: ignore[assignment]
    with caplog.at_level(logging.WARNING, "qt"):
        qt_log.log(QtMsgType.QtWarningMsg, context, text)
    assert [said(record, visitors=True) for record in caplog.records] == [told]
