"""Which of Qt's speech engines this machine has, for who checks a site's settings."""

from __future__ import annotations


def engines() -> tuple[str, ...] | None:
    """Their names; None where Qt's speech library is not installed or cannot be loaded."""
    from kiosk.bridge.voice.speaker import hush  # noqa: PLC0415 - Qt only where a site names an engine

    hush()
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415
    except ImportError:
        return None
    return tuple(sorted(QTextToSpeech.availableEngines()))
