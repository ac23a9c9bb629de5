"""QML outside Theme holds no literals, and each kind of literal is caught where it is planted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gates import tokens

ROOT = Path(__file__).resolve().parents[2]


def planted(root: Path, module: str, line: str) -> list[str]:
    path = root / f"kiosk/qml/Kiosk/{module}/A.qml"
    path.parent.mkdir(parents=True)
    path.write_text(
        f"import QtQuick\n\nItem {{\n    // 40 px, #fff, white\n    {line}\n    opacity: 0.3\n}}\n", encoding="utf-8"
    )
    return tokens.problems(root)


def test_qml_outside_theme_has_no_literals() -> None:
    assert tokens.problems(ROOT) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('color: "#FFFFFF"', "the colour #FFFFFF"),
        ('color: root.on ? Theme.ink : "#abc"', "the colour #abc"),
        ('color: "white"', 'the colour "white"'),
        ('border.color: root.on ? "red" : Theme.line', 'the colour "red"'),
        ('property color halo: "gold"', 'the colour "gold"'),
        ("color: Qt.rgba(0, 0, 0, 0.3)", "Qt.rgba makes a colour"),
        ("color: Qt.alpha(Theme.ink, 0.3)", "Qt.alpha makes a colour"),
        ('font.family: "Literata"', "literal font"),
        ("font.pixelSize: 30", "literal font"),
        ("font.pixelSize: Theme.dp * 30", "literal font"),
        ("duration: 200", "literal time"),
        ("interval: Theme.slow + 20", "literal time"),
        ('source: "picture.png"', "the path"),
        ('source: "image://kiosk/icon/home"', "the path"),
        ("width: 40", "bare size 40"),
        ("implicitHeight: Math.max(66, root.tall)", "bare size 66"),
        ("anchors.leftMargin: -24", "bare size 24"),
        ("border.width: 3", "bare size 3"),
        ("Layout.preferredWidth: 300", "bare size 300"),
        ("radius: Theme.gutter + 8", "bare size 8"),
        ("x: root.count * 46", "bare size 46"),
        ("height: root.open ? Theme.dp * 40 : 20", "bare size 20"),
        ("height: root.open\n        ? Theme.dp * 40\n        : 20", "bare size 20"),
        ("width: {\n        return 55;\n    }", "bare size 55"),
        ("readonly property real cellSize: 46", "bare size 46"),
        ("onClicked: root.width = 90", "bare size 90"),
        ("sourceSize: Qt.size(48, 48)", "bare size 48"),
        ("to: 24", "bare size 24"),
        ('text: "Touch here"', "content/"),
        ('Accessible.name: "Close"', "content/"),
    ],
)
def test_a_planted_literal_is_caught(tmp_path: Path, line: str, told: str) -> None:
    found = planted(tmp_path, "Blocks", line)
    assert any(told in problem for problem in found), found
    assert all(problem.startswith("kiosk/qml/Kiosk/Blocks/A.qml:") for problem in found)


@pytest.mark.parametrize(
    "line",
    [
        'color: "transparent"',
        "color: root.on ? Theme.tide : Theme.ink",
        "width: Theme.dp * 40",
        "width: 40 * Theme.dp",
        "width: Theme.dp * (Theme.narrow ? 32 : 56)",
        "width: (Theme.narrow ? 32 : 56) * Theme.dp",
        "height: Math.max(Theme.dp * 66, root.width * 0.62)",
        "height: root.width / 3",
        "height: root.items > 4 ? root.width : 0",
        "radius: root.height / 2",
        "border.width: Theme.highContrast ? Theme.outline : 0",
        "width: root.reaches[3]",
        "width: parent.width * 1.5",
        "x: -1",
        "duration: Theme.base",
        "duration: 0",
        "to: 360",
        "opacity: 0.62",
        "z: 10",
        "columns: 10",
        'tone: "ask"',
        'color: root.mark === "check" ? Theme.sageInk : Theme.irisInk',
        "color: Qt.alpha(Theme.paper, 0)",
        "x: root.width * (root.index % 7) * 0.12",
        'name: "close"',
        "source: Theme.icon(root.name, root.ink)",
        "text: root.words.homeTitle",
    ],
)
def test_what_the_rule_allows_passes(tmp_path: Path, line: str) -> None:
    assert planted(tmp_path, "Blocks", line) == []


def test_theme_may_hold_literals(tmp_path: Path) -> None:
    assert planted(tmp_path, "Theme", 'property color ink: "#FFFFFF"') == []
