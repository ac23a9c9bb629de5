"""What Qt says goes to the log.

Owns which of Qt's messages come from the machine alone, and which are of sound. Must not know where the log goes.
"""

from __future__ import annotations

import logging
import re

from PySide6.QtCore import QMessageLogContext, QtMsgType

_PLAIN = ("qt.qpa.", "qt.scenegraph", "qt.rhi", "qt.core.plugin")
"""Of display, input and graphics card; all else may name the page that somebody reads."""

_SOUND = ("qt.multimedia", "qt.speech")
_SOUND_WORDS = re.compile(r"PulseAudioService: |Couldn't load\W+pipewire")
"""How messages of sound begin that come without a category."""


def log(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's message handler. May be called from any thread."""
    serious = kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)
    level = logging.CRITICAL if kind is QtMsgType.QtFatalMsg else logging.WARNING if serious else logging.DEBUG
    category = str(context.category or "")
    sound = category.startswith(_SOUND) or _SOUND_WORDS.match(text)
    name = "qt.multimedia" if sound else "qt"
    logging.getLogger(name).log(level, "%s", text, extra={"plain": category.startswith(_PLAIN)})
