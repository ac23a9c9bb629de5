"""Which words of a log may be handed on: a list of what may, made of the program's own words.

Owns that list. A log may be older than the kiosk's discretion, or have lines of other programs: whatever word is not
the program's own is left out. So are the names of pages and languages, even where the program has the same word.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"\d(?:[-/.() ]{0,2}\d){5,}|\d{4,}")
"""What may be a telephone number, a date of birth or a PIN; times and versions are shorter."""
_WRITTEN: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ")
"""When a line of a log file was written."""
_LEFT_OUT: Final = "..."
_MACHINE_WORDS: Final = """
access active address after again allocate already at atomic audio backend because been blocked buffer bus busy cage
cannot card client close commit connect connected connection connector console core cpu create crtc current dbus
dead denied destroyed device devices directory disabled disconnected display does dri drm dump egl enabled error
event exited exiting failed failure fatal fd file files for found from gbm gl gles gpu group hdmi health i in init
initialize input invalid is it kernel keyboard kiosk launch libinput libseat line lost memory mode module most name
no node not of off on open opened or output outputs paused permission pipe pixman plane platform pointer process
python qt read recent refused remove removed render renderer request reset resource restart restore root run running
screen seat seatd server session set shm signal size socket start started starting state stop stopped successfully
surface switch system systemd temporarily terminated the thread time timed timeout to touch tty unable unavailable
unexpected unit unknown unsupported usb user version vulkan wait was watchdog wayland window with without wlr
wlroots write
"""
_MACHINE: Final = frozenset(_MACHINE_WORDS.split())
"""What kernel, systemd, compositor and sound server say of machines."""


class Words:
    """The words that may stand in what is handed on."""

    def __init__(self, own: Collection[str], names: Collection[str]) -> None:
        """`own`: the program's words. `names`: of pages, questions, pictures, languages, in every language."""
        self._names = sorted(filter(None, names), key=len, reverse=True)
        alone = {words[0].lower() for words in map(_WORD.findall, names) if len(words) == 1}
        self._may = (_MACHINE | {word.lower() for word in own}) - alone

    def kept(self, line: str) -> str:
        """The line with every other word left out, and every long number but its own time."""
        when = found[0] if (found := _WRITTEN.match(line)) else ""
        line = _NUMBER.sub(_LEFT_OUT, line[len(when) :])
        for name in self._names:
            if len(name) > 3 and name.lower() in line.lower():
                line = re.sub(re.escape(name), _LEFT_OUT, line, flags=re.IGNORECASE)
        return when + _WORD.sub(lambda found: found[0] if found[0].lower() in self._may else _LEFT_OUT, line)


def own_words(package: Path) -> frozenset[str]:
    """The words that stand in the program: its sentences, and what its files and functions are called."""
    found: set[str] = set()
    for path in package.rglob("*.py"):
        try:
            tree = ast.parse(path.read_bytes())
        except (OSError, SyntaxError, ValueError):
            continue
        found.update(_WORD.findall(path.stem))
        for text in _texts(tree):
            found.update(_WORD.findall(text))
    return frozenset(word for word in found if word.isascii())


def _texts(tree: ast.Module) -> Iterator[str]:
    """Names of functions and classes, and all strings but those that only explain."""
    explain = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explain:
            yield node.value
