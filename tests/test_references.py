"""The PySide6 in use is of the one line we chose, and does not lose references to None (docs/decisions/0002)."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

# In a process of its own: on a faulty version Python itself aborts.
PROGRAM = """
import sys
from PySide6.QtCore import QObject, QPoint, QTimer, Signal

class Speaker(QObject):
    said = Signal(int)

speaker, timer, point = Speaker(), QTimer(), QPoint()
speaker.said.connect(lambda number: None)
spare = [None] * 100_000
before = sys.getrefcount(None)
for number in range(10_000):
    speaker.setObjectName("kiosk")
    timer.setInterval(number)
    point.setX(number)
    speaker.said.emit(number)
print(before - sys.getrefcount(None))
"""
SLACK = 500
"""References to None that the interpreter may give back meanwhile; the fault loses one per call, 40,000 in all."""


@pytest.mark.parametrize("package", ["PySide6-Essentials", "PySide6-Addons", "shiboken6"])
def test_pyside_is_of_the_chosen_line(package: str) -> None:
    major, minor, *_ = (int(part) for part in version(package).split("."))
    assert (6, 10) <= (major, minor) < (6, 12)


def test_pyside_parts_have_one_version() -> None:
    assert len({version(package) for package in ("PySide6-Essentials", "PySide6-Addons", "shiboken6")}) == 1


def test_calls_that_return_none_keep_nones_references() -> None:
    """6.12.0 on Python 3.11 drops one at each call and aborts after a while; from 3.12 on None is immortal."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < SLACK
