"""What the front desk needs is loaded when the first screen stands, unless it shows what staff have set."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.from_first_frame import stands_on_first_screen
from kiosk.staff.marks import Marks
from kiosk.staff.model import Rest

BEGIN = """
import sys
from kiosk import app, paths
app.prepare_environment()
app.open_platform()
with app.Running(app.load_kiosk(paths.DEMO_SITE)) as shell:
    late = ("kiosk.bridge.desk", "kiosk.bridge.staff", "kiosk.bridge.pad", "kiosk.staff.", "argon2")
    before = [name for name in sys.modules if name.startswith(late)]
    shell.show((540, 960))
    app_ = __import__("PySide6.QtCore").QtCore.QCoreApplication
    while shell.staff_door is None:
        app_.processEvents()
    print(before, "kiosk.bridge.desk" in sys.modules, "argon2" in sys.modules)
"""


def test_the_first_screen_waits_for_nothing_that_only_staff_need() -> None:
    done = subprocess.run([sys.executable, "-c", BEGIN], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[] True False"


@pytest.mark.parametrize(
    ("set_by_staff", "shows"),
    [
        ({}, False),
        ({"volume": 80}, False),
        ({"rest": Rest.PAUSED}, True),
        ({"rest": Rest.BROKEN}, True),
        ({"first_language": "es"}, True),
    ],
)
def test_a_pause_and_another_first_language_are_there_from_the_first_frame_on(
    tmp_path: Path, set_by_staff: dict[str, object], shows: bool
) -> None:
    Marks(tmp_path).put(**set_by_staff)  # type: ignore[arg-type]
    assert stands_on_first_screen(tmp_path) is shows


def test_a_file_of_marks_that_is_damaged_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / "desk.json").write_bytes(b"{{{")
    assert not stands_on_first_screen(tmp_path)
