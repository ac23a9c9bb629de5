"""The QML lint and format step of `make check` passes good QML and catches each planted fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.deploy import qml_lint

BRIDGE = """
from __future__ import annotations
from PySide6.QtCore import Property, QAbstractListModel, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable
QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class Words(QObject):
    changed = Signal()

    @Property(str, notify=changed)
    def homeTitle(self) -> str:
        return ""

    @Property(float, constant=True)
    def bandMm(self) -> float:
        return 0.5

    @Property(float)
    def stale(self) -> float:
        return 0.5


@QmlElement
class Rows(QAbstractListModel):
    pass
"""
SESSION = """
from __future__ import annotations
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable
from kiosk.bridge.a_words import Rows, Words
QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class Session(QObject):
    asked = Signal(int)

    @Property(Words, constant=True)
    def words(self) -> Words:
        return Words()

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return Rows()

    @Slot(str, result=bool)
    def openTopic(self, topic: str) -> bool:
        return True
"""
THEME = """pragma Singleton

import QtQuick

QtObject {
    property real dp: 1
    readonly property color ink: "#1D2B2E"
}
"""
PLATE = """import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property string text

    signal pressed

    Text {
        color: Theme.ink
        text: root.text
    }
}
"""
PAGE = """pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Bridge
import Kiosk.Controls
import Kiosk.Theme

Column {
    id: root

    required property Session session
    property real band: root.session.words.bandMm * Theme.dp

    Plate {
        id: plate

        text: root.session.words.homeTitle
        onPressed: root.session.openTopic(plate.text)
    }

    Repeater {
        model: root.session.rows

        delegate: Plate {
            id: row

            required property string title

            width: root.band
            text: row.title
        }
    }

    Connections {
        target: root.session

        function onAsked(seconds: int): void {
            root.band = seconds;
        }
    }
}
"""


class Tree:
    """A small product: a bridge, a theme, a control and a page."""

    def __init__(self, root: Path) -> None:
        self.qml, self.bridge, self.types = root / "qml", root / "bridge", root / "types"
        self.page = self.qml / "Kiosk" / "Pages" / "Home.qml"
        files = {
            # The base class stands in the later file name: the order must not depend on the alphabet.
            self.bridge / "z_words.py": BRIDGE,
            self.bridge / "a_session.py": SESSION,
            self.qml / "Kiosk/Theme/qmldir": "module Kiosk.Theme\nsingleton Theme 1.0 Theme.qml\n",
            self.qml / "Kiosk/Theme/Theme.qml": THEME,
            self.qml / "Kiosk/Controls/qmldir": "module Kiosk.Controls\nPlate 1.0 Plate.qml\n",
            self.qml / "Kiosk/Controls/Plate.qml": PLATE,
            self.qml / "Kiosk/Pages/qmldir": "module Kiosk.Pages\nHome 1.0 Home.qml\n",
            self.page: PAGE,
        }
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def lint(self) -> list[str]:
        return qml_lint.lint(self.qml, self.bridge, self.types)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_good_qml_passes(tree: Tree) -> None:
    assert tree.lint() == []
    assert qml_lint.unformatted(tree.qml) == []


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("text: root.session.words.homeTitle", "txt: root.session.words.homeTitle", "txt"),
        ("words.homeTitle", "words.homeTitel", "homeTitel"),
        ("root.session.words.bandMm", "root.session.word.bandMm", "word"),
        ("session.openTopic(plate.text)", "session.openTopics(plate.text)", "openTopics"),
        ("* Theme.dp", "* Theme.dpi", "dpi"),
        ("text: root.session.words.homeTitle", "opacity: 1", "required property text"),
        ("text: row.title", "text: title2", "Unqualified access"),
        ("root.band = seconds", "band = seconds", "Unqualified access"),
        ("pragma ComponentBehavior: Bound\n", "", "ComponentBehavior"),
        ("onPressed:", "onPresssed:", "onPresssed"),
        ("required property Session session", "required property Sesion session", "Sesion"),
        ("root.session.words.bandMm", "root.session.words.stale", "stale"),
        ("import Kiosk.Controls\n", "import Kiosk.Controls\nimport Kiosk.Nowhere\n", "Kiosk.Nowhere"),
        ("import QtQuick\n", "import QtQuick\nimport QtQml.Models\n", "Unused import"),
        ("Column {", "Column {{", "Expected token"),
    ],
)
def test_a_planted_fault_is_caught(tree: Tree, good: str, bad: str, told: str) -> None:
    assert good in PAGE
    tree.page.write_text(PAGE.replace(good, bad, 1), encoding="utf-8")
    problems = "\n".join(tree.lint())
    assert "Home.qml" in problems
    assert told in problems


def test_a_badly_formatted_file_is_named_and_mended(tree: Tree) -> None:
    tree.page.write_text(PAGE.replace("    id: root", "  id:root;"), encoding="utf-8")
    (diff,) = qml_lint.unformatted(tree.qml)
    assert "Home.qml" in diff
    qml_lint.write_formatted(tree.qml)
    assert tree.page.read_text(encoding="utf-8") == PAGE


def test_no_qml_at_all_is_a_fault(tmp_path: Path) -> None:
    assert qml_lint.lint(tmp_path, tmp_path, tmp_path / "types") == [f"{tmp_path}: no QML files"]
