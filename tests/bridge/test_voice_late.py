"""Reading aloud costs a start nothing: its code is read with the first visitor who wants it."""

from __future__ import annotations

import subprocess
import sys

from tests.cli.launch import ROOT

STARTED = """
import sys
import kiosk.app, kiosk.bridge.shell, kiosk.bridge.kiosk
late = ("kiosk.bridge.voice", "kiosk.speech", "PySide6.QtTextToSpeech", "PySide6.QtMultimedia")
print([name for name in sys.modules if name.startswith(late)])
"""


def test_nothing_of_it_is_imported_before_somebody_listens() -> None:
    found = subprocess.run(
        [sys.executable, "-c", STARTED], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert found.stdout.strip() == "[]"
