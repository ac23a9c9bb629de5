"""The arrow holds in this checkout, and each rule catches a planted fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.gates import architecture

ROOT = Path(__file__).resolve().parents[2]


def plant(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_python_follows_the_arrow() -> None:
    assert architecture.python_problems(ROOT) == []


def test_qml_follows_the_arrow() -> None:
    assert architecture.qml_problems(ROOT) == []


def test_files_are_short_or_say_why() -> None:
    assert architecture.long_files(ROOT) == []


def test_cli_starts_light() -> None:
    """Nothing heavy comes in by a detour either."""
    heavy = ", ".join(repr(name) for name in sorted(architecture.HEAVY))
    code = f"import sys, kiosk.cli; print(sorted({{{heavy}}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("kiosk/session/step.py", "from PySide6.QtCore import QObject\n", "only kiosk/bridge and kiosk/app.py know Qt"),
        ("kiosk/catalog/load.py", "def f():\n    import PySide6\n", "only kiosk/bridge and kiosk/app.py know Qt"),
        ("kiosk/deploy/tools.py", "import shiboken6\n", "only kiosk/bridge and kiosk/app.py know Qt"),
        (
            "kiosk/session/step.py",
            "from kiosk.catalog.load import load\n",
            "domain rooms share only `kiosk.catalog.model`",
        ),
        ("kiosk/session/step.py", "from ..catalog.load import load\n", "domain rooms share only `kiosk.catalog.model`"),
        ("kiosk/session/step.py", "from kiosk import catalog\n", "domain rooms share only `kiosk.catalog.model`"),
        ("kiosk/reading/yaml.py", "import kiosk.settings.model\n", "against the arrow"),
        ("kiosk/bridge/words.py", "from kiosk.app import start\n", "hand what you need in"),
        ("kiosk/bridge/words.py", "from kiosk.command_line import parser\n", "against the arrow"),
        ("kiosk/staff/pin.py", "from kiosk.control.server import listen\n", "domain rooms share only"),
        ("kiosk/deploy/fonts.py", "from kiosk.catalog.desk import DESK\n", "stands apart"),
        ("kiosk/illustrate/draw.py", "from kiosk.settings.model import Site\n", "stands apart"),
        ("kiosk/cli.py", "import msgspec\n", "inside the command"),
        ("kiosk/cli.py", "from yaml import safe_load\n", "inside the command"),
        ("kiosk/bridge/app.py", "context.setContextProperty('a', a)\n", "setInitialProperties"),
        ("kiosk/bridge/app.py", "from __feature__ import snake_case\n", "camelCase"),
        ("kiosk/utils/misc.py", "", "not a room of the plan"),
    ],
)
def test_a_planted_python_fault_is_caught(tmp_path: Path, name: str, text: str, told: str) -> None:
    plant(tmp_path, name, text)
    (problem,) = architecture.python_problems(tmp_path)
    assert problem.startswith(name)
    assert told in problem


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kiosk/session/step.py", "from kiosk.catalog.model import Topic\nfrom kiosk.reading.yaml import read\n"),
        ("kiosk/bridge/words.py", "from PySide6.QtCore import QObject\nfrom kiosk.session.step import step\n"),
        ("kiosk/deploy/fonts.py", "from kiosk.paths import ASSETS\n"),
        ("kiosk/deploy/man.py", "from kiosk.options import parser\n"),
        ("kiosk/cli.py", "def run() -> None:\n    from kiosk.app import start\n    import msgspec\n"),
        ("kiosk/app.py", "import PySide6\nfrom kiosk.bridge.words import Words\n"),
    ],
)
def test_what_the_arrow_allows_passes(tmp_path: Path, name: str, text: str) -> None:
    plant(tmp_path, name, text)
    assert architecture.python_problems(tmp_path) == []


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        ("Controls", "import Kiosk.Pages", "the arrow is"),
        ("Controls", "import Kiosk.Bridge", "may know no bridge"),
        ("Theme", "import Kiosk.Controls", "the arrow is"),
        ("Blocks", "import Kiosk.Explorer", "the arrow is"),
        ("Pages", "import Kiosk.Shell", "the arrow is"),
        ("Pages", "import QtQuick.Controls", "use Kiosk.Controls"),
        ("Pages", "import QtQuick.Controls.Basic", "use Kiosk.Controls"),
        ("Pages", "import QtQuick.Dialogs", "draw the dialog"),
        ("Pages", "import QtQuick.VirtualKeyboard", "GPL"),
        ("Blocks", "    layer.enabled: true", "software renderer"),
        ("Blocks", "    MultiEffect {", "software renderer"),
        ("Pages", 'import "../Blocks"', "import the module by its name"),
        ("Pages", 'import "logic.js" as Logic', "JavaScript"),
        ("Blocks", "    property var rows", "give the property its type"),
        ("Blocks", "    required property list<var> rows", "give the property its type"),
        ("Blocks", "    onLinkActivated: Qt.openUrlExternally(link)", "nothing behind"),
    ],
)
def test_a_planted_qml_fault_is_caught(tmp_path: Path, module: str, line: str, told: str) -> None:
    plant(tmp_path, f"kiosk/qml/Kiosk/{module}/A.qml", f"// var and import Kiosk.Shell in words\n{line}\n")
    plant(tmp_path, f"kiosk/qml/Kiosk/{module}/qmldir", f"module Kiosk.{module}\nA 1.0 A.qml\n")
    problems = architecture.qml_problems(tmp_path)
    assert any(told in problem for problem in problems)
    assert all(problem.startswith(f"kiosk/qml/Kiosk/{module}/A.qml:2: ") for problem in problems)


def test_a_script_file_or_a_wrong_qmldir_is_caught(tmp_path: Path) -> None:
    plant(tmp_path, "kiosk/qml/Kiosk/Pages/logic.js", "")
    plant(tmp_path, "kiosk/qml/Kiosk/Pages/New.qml", "import Kiosk.Blocks\nimport Kiosk.Bridge\n")
    plant(tmp_path, "kiosk/qml/Kiosk/Pages/qmldir", "module Kiosk.Pages\nGone 1.0 Gone.qml\n")
    told = "\n".join(architecture.qml_problems(tmp_path))
    assert "logic.js: a JavaScript module" in told
    assert "does not list New.qml" in told
    assert "lists Gone.qml" in told


def test_a_long_file_needs_a_reason(tmp_path: Path) -> None:
    plant(tmp_path, "kiosk/a.py", "x = 1\n" * 301)
    plant(tmp_path, "kiosk/b.py", '"""Long because it is one table."""\n' + "x = 1\n" * 301)
    plant(tmp_path, "kiosk/qml/Kiosk/Pages/C.qml", "\n" * 201)
    plant(tmp_path, "kiosk/qml/Kiosk/Pages/D.qml", "\n" * 200)
    assert [problem.split(":")[0] for problem in architecture.long_files(tmp_path)] == [
        "kiosk/a.py",
        "kiosk/qml/Kiosk/Pages/C.qml",
    ]
