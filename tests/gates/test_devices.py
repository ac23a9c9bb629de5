"""Qt never reads from a device that was made in Python.

While Qt asks a device what image it holds, it keeps a lock under which every thread reads images. A device
of Python waits for Python's lock, which the window may hold while it waits for Qt's: the kiosk stands still for ever.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk import paths

_DEVICE = re.compile(r"\b(QBuffer|QFile|QSaveFile|QTemporaryFile|QIODevice)\b")


def devices(root: Path) -> list[str]:
    found = ((file, _DEVICE.search(file.read_text(encoding="utf-8"))) for file in sorted(root.rglob("*.py")))
    return [f"{file.name}: {match[0]}" for file, match in found if match]


def test_no_device_is_made_in_python() -> None:
    assert devices(paths.QML.parent) == []


@pytest.mark.parametrize("line", ["buffer = QBuffer()", "from PySide6.QtCore import QFile"])
def test_a_planted_device_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "reader.py").write_text(f"{line}\n", encoding="utf-8")
    assert len(devices(tmp_path)) == 1
