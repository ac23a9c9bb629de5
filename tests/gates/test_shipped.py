"""No sensor, no video, no field to type into, no words in art: and one that is planted is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gates import shipped

ROOT = Path(__file__).resolve().parents[2]

Rule = Callable[[Path], Iterator[str]]


@pytest.mark.standard("A12")
def test_nothing_can_see_hear_or_find_a_person() -> None:
    assert list(shipped.sensors(ROOT)) == []


@pytest.mark.standard("A17")
def test_there_is_no_video() -> None:
    assert list(shipped.videos(ROOT)) == []


@pytest.mark.standard("C18")
def test_nobody_is_asked_to_type_anything() -> None:
    assert list(shipped.fields(ROOT)) == []


@pytest.mark.standard("F7")
def test_no_words_are_drawn_into_art() -> None:
    assert len(list((ROOT / "assets" / "art").rglob("*.svg"))) > 30
    assert list(shipped.lettered_art(ROOT)) == []


@pytest.mark.parametrize(
    ("rule", "file", "text", "told"),
    [
        (shipped.sensors, "kiosk/bridge/a.py", "from PySide6.QtMultimedia import QCamera", "a.py:1: QCamera can see"),
        (shipped.sensors, "kiosk/bridge/a.py", "x = 1\nfrom PySide6 import QtNfc", "a.py:2: QtNfc can see"),
        (shipped.sensors, "kiosk/bridge/a.py", "QMediaDevices.audioInputs()", "QMediaDevices.audioInputs can see"),
        (shipped.sensors, "kiosk/qml/Kiosk/Pages/A.qml", "CaptureSession {}", "A.qml:1: CaptureSession can see"),
        (shipped.videos, "kiosk/qml/Kiosk/Pages/A.qml", "Video { source: a }", "A.qml:1: Video { shows a video"),
        (shipped.videos, "kiosk/qml/Kiosk/Pages/A.qml", "VideoOutput {}", "VideoOutput shows a video"),
        (shipped.videos, "assets/art/scenes/walk.MP4", "", "walk.MP4: is a video"),
        (shipped.fields, "kiosk/qml/Kiosk/Pages/A.qml", "T.TextField {}", "A.qml:1: TextField asks"),
        (shipped.fields, "kiosk/qml/Kiosk/Pages/A.qml", "import QtQuick.VirtualKeyboard", "VirtualKeyboard asks"),
        (
            shipped.lettered_art,
            "assets/art/scenes/a.svg",
            "<svg><text x='1'>?</text><text>\n<tspan>Spot</tspan></text></svg>",
            "a.svg: has words",
        ),
    ],
)
def test_what_is_planted_is_found(rule: Rule, file: str, text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (found,) = rule(tmp_path)
    assert told in found


def test_a_comment_and_a_like_name_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "kiosk/qml/Kiosk/Pages/A.qml"
    path.parent.mkdir(parents=True)
    path.write_text("// no TextField, no VideoOutput\nTextBlock { textInputs: 1 }\n", encoding="utf-8")
    assert [*shipped.fields(tmp_path), *shipped.videos(tmp_path), *shipped.sensors(tmp_path)] == []
