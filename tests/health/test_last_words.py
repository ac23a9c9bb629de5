"""What a process says of an error that nobody caught."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEGIN = """
import logging, threading
from kiosk.health.last_words import listen
logging.basicConfig(format="%(name)s: %(levelname)s: %(message)s")
listen()
def fall():
    raise KeyError("the page somebody reads")
"""


def said(words: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", BEGIN + words], capture_output=True, text=True, timeout=30, check=False
    ).stderr
    assert "the page somebody reads" not in told
    return told


@pytest.mark.parametrize(
    "words",
    [
        "fall()",
        "thread = threading.Thread(target=fall); thread.start(); thread.join()",
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "app = QCoreApplication([])\n"
        "def late():\n    app.exit()\n    fall()\n"
        "QTimer.singleShot(0, late); app.exec()",
        "class Gone:\n    def __del__(self): fall()\nGone()",
    ],
    ids=["main", "thread", "slot", "end of an object"],
)
def test_an_error_is_told_with_its_place_and_without_its_words(words: str) -> None:
    told = said(words)
    assert "kiosk.fault: CRITICAL: KeyError: " in told
    assert "fall" in told
    assert told.count("KeyError") == 1
