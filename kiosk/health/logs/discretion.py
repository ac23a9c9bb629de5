"""What of a log record may be written once visitors may be there.

Owns that rule, and it is a list of what may, not of what may not: the words that stand in the code, and values only
where whoever logs them says that no visitor can be told from them (`extra=PLAIN`) or is known for it. An error's kind
and place are written, its words never. Must not know where the log goes.
"""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType
from typing import Final

PLAIN: Final = {"plain": True}
"""As `extra` of a log call: its values come from machine or settings, and no visitor's choice can change them."""

_KNOWN: Final = (
    "kiosk",
    "kiosk.fault",
    "kiosk.settings",
    "kiosk.health",
    "kiosk.supervise",
    "kiosk.control",
    "kiosk.bridge.chime",
    "kiosk.bridge.control",
    "kiosk.bridge.errands",
    "kiosk.bridge.hook",
    "kiosk.bridge.leaving",
    "kiosk.bridge.reload",
)
"""Loggers, each with those below it but for `kiosk` itself, whose values never come from a visit."""

_WHO_KNOWS: Final = {
    "kiosk.speech": ("a voice is missing or not the one that the site wishes", "kiosk doctor"),
    "kiosk.bridge.fonts": ("a font is missing or damaged", "kiosk doctor"),
    "kiosk.bridge.shell": ("something is wrong on a screen", "kiosk tour"),
    "qt.multimedia": ("something is wrong with the sound", "kiosk doctor"),
    "qt": ("something is wrong on a screen", "kiosk tour"),
}
"""By logger: what is said where the code has no words of its own; the command that finds the same without visitors."""
_ELSE: Final = ("a page or a picture is not as it should be", "kiosk check")
_PLACE: Final = re.compile(r"%(?:\(\w+\))?[-#0 +]*[\d*]*(?:\.[\d*]+)?[a-zA-Z]")


def said(record: logging.LogRecord, *, visitors: bool) -> str:
    """The record's words as they may be written: whole before `visitors` can be there."""
    if not visitors or getattr(record, "plain", False) or _known(record.name):
        told = _whole(record)
    else:
        told = _kept_back(record)
    if record.exc_info and record.exc_info[0] is not None:
        told = f"{told} ({way(record.exc_info[0], record.exc_info[2])})"
    return " ".join(told.split())


def way(kind: type[BaseException], trace: TracebackType | None) -> str:
    """An error's kind and where it came along, without its words."""
    frames = "; ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))
    return f"{kind.__name__}: {frames}" if frames else kind.__name__


def _known(name: str) -> bool:
    return name in _KNOWN or any(name.startswith(f"{known}.") for known in _KNOWN[1:])


def _whole(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return _kept_back(record)


def _kept_back(record: logging.LogRecord) -> str:
    """The words of the code with every value left out, and who knows more."""
    words = record.msg if isinstance(record.msg, str) and record.args else ""
    words = _PLACE.sub("...", words.replace("%%", "")).strip(" :;,")
    instead, mend = next((told for name, told in _WHO_KNOWS.items() if f"{record.name}.".startswith(f"{name}.")), _ELSE)
    return f"{words if words.strip('. ') else instead} [details: {mend}]"
