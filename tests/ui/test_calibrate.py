"""The window of `kiosk calibrate`: the outline is as large as it says, goes with a finger, and its size is kept."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.calibrate import Calibrating, glass_of
from kiosk.bridge.eye import Node, Probe
from kiosk.settings import load_site
from kiosk.settings.calibration import CARD_WIDTH_MM, card_px
from kiosk.settings.writing import keep_value
from tests.ui.qt_said import heard

PATIENCE_MS = 20_000
GLASSES = [(1080, 1920), (1920, 1080), (3840, 2160), (1280, 1024)]


class Table:
    """The window, a finger, and a file that takes the size."""

    def __init__(self, bot: QtBot, file: Path, inch: float, size: tuple[int, int]) -> None:
        self.bot = bot
        self.file = file
        self._program = Calibrating(inch, file)
        self.calibration = self._program.calibration
        self.window = self._program.window
        self.warnings: list[str] = []
        self._program.engine.warnings.connect(lambda found: self.warnings.extend(one.toString() for one in found))
        self._probe = Probe(self._program.engine, self.window)
        self._glass: QPointingDevice = QTest.createTouchDevice()
        self.left = 0
        self.calibration.left.connect(self._leave)
        self.window.resize(*size)
        self.window.show()
        self.until(lambda: self.window.isExposed() and self.window.width() == size[0])
        self.frame()

    def _leave(self) -> None:
        self.left += 1

    def close(self) -> None:
        with heard() as said:
            self._program.close()
        assert [*self.warnings, *said] == []

    def until(self, true: Callable[[], bool]) -> None:
        self.bot.waitUntil(true, timeout=PATIENCE_MS)

    def frame(self) -> None:
        with self.bot.waitSignal(self.window.frameSwapped, timeout=PATIENCE_MS):
            self.window.update()

    def nodes(self, name: str) -> list[Node]:
        return [node for node in self._probe.look().nodes if node.name == name and node.button]

    def drag(self, name: str, by: tuple[int, int]) -> None:
        """Take a side of the outline and pull it."""
        at = self.nodes(name)[0].box.center().toPoint()
        finger = QTest.touchEvent(self.window, self._glass, False)
        finger.press(0, at, self.window)
        finger.commit()
        for step in range(1, 9):
            finger.move(0, at + QPoint(round(by[0] * step / 8), round(by[1] * step / 8)), self.window)
            finger.commit()
        finger.release(0, at + QPoint(*by), self.window)
        finger.commit()
        self.frame()

    def tap(self, name: str, number: int = 0) -> None:
        self.hold(name, number, lambda: True)

    def hold(self, name: str, number: int, until: Callable[[], bool]) -> None:
        at = self.nodes(name)[number].box.center().toPoint()
        finger = QTest.touchEvent(self.window, self._glass, False)
        finger.press(0, at, self.window)
        finger.commit()
        self.until(until)
        finger.release(0, at, self.window)
        finger.commit()
        self.frame()


Open = Callable[..., Table]


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    with ExitStack() as stack:

        def opened(inch: float = 27.0, size: tuple[int, int] = (1080, 1920), file: Path | None = None) -> Table:
            made = Table(qtbot, file or tmp_path / "kiosk.yaml", inch, size)
            stack.callback(made.close)
            return made

        yield opened


@pytest.mark.parametrize("size", GLASSES, ids=str)
def test_everything_stands_on_the_glass_and_the_outline_is_as_large_as_the_settings_say(
    table: Open, size: tuple[int, int]
) -> None:
    one = table(27.0, size)
    assert one.calibration.inches == "27.0 inches"
    assert one.calibration.centimeters == "68.6 cm from corner to corner"
    nodes = [one.nodes(name) for name in ("Width of the card", "Height of the card", "Smaller", "Larger", "Save")]
    assert [len(found) for found in nodes] == [1, 1, 2, 2, 1]
    glass = one.window.contentItem().boundingRect()
    boxes = [node.box for found in (*nodes, one.nodes("Leave")) for node in found]
    assert all(glass.contains(box) for box in boxes)
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
    right, below = nodes[0][0].box, nodes[1][0].box
    wide = one.calibration.cardWidth
    assert wide == pytest.approx(card_px(27.0, size))
    # The handles stand just beside a card of this size: 14 design pixels.
    assert right.left() - below.center().x() == pytest.approx(wide / 2 + 14 * min(size) / 1080, abs=1)


@pytest.mark.standard("E4")
def test_a_side_goes_with_the_finger_and_the_size_is_kept_with_everything_else(table: Open, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text("# Entrance B\nname: Left # of the door\n", encoding="utf-8")
    one = table(27.0)
    before = one.calibration.cardWidth
    one.drag("Width of the card", (60, 0))
    assert one.calibration.cardWidth == pytest.approx(before + 60, abs=1)
    assert one.calibration.cardHeight == pytest.approx(one.calibration.cardWidth * 53.98 / 85.60, abs=0.01)
    one.tap("Save")
    assert one.left == 1
    inch = one.calibration.saved
    assert inch == pytest.approx(27.0 * before / (before + 60), abs=0.1)
    expected = f"# Entrance B\nname: Left # of the door\nscreen:\n  diagonal_inch: {inch:g}\n"
    assert file.read_text(encoding="utf-8") == expected
    assert file.stat().st_mode & 0o777 == 0o644
    site, problems = load_site(file)
    assert (site.name, site.screen.diagonal_inch, problems) == ("Left", inch, ())


def test_a_touch_of_a_button_is_a_tenth_of_a_millimeter_and_a_hold_goes_on(table: Open) -> None:
    one = table(27.0)
    before = one.calibration.cardWidth
    one.tap("Larger")
    tenth = before * 0.1 / CARD_WIDTH_MM
    assert one.calibration.cardWidth - before == pytest.approx(tenth, rel=0.01)
    one.hold("Smaller", 0, lambda: one.calibration.cardWidth < before - 3 * tenth)
    for key, widens in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
        before = one.calibration.cardWidth
        QTest.keyClick(one.window, key)
        assert (one.calibration.cardWidth - before) * widens > 0
    before = one.calibration.cardHeight
    QTest.keyClick(one.window, Qt.Key.Key_Down)
    assert one.calibration.cardHeight > before
    QTest.keyClick(one.window, Qt.Key.Key_Escape)
    assert (one.left, one.calibration.saved) == (1, None)


def test_what_cannot_be_a_glass_is_said_and_not_kept(table: Open) -> None:
    one = table(11.0)
    one.drag("Width of the card", (300, 0))
    assert "it has 10 to 100" in one.calibration.fault
    QTest.keyClick(one.window, Qt.Key.Key_Return)
    one.drag("Width of the card", (-300, 0))
    assert one.calibration.fault == ""
    one.drag("Height of the card", (0, 60))
    assert "Set the screen to its own resolution" in one.calibration.fault
    one.tap("Save")
    assert (one.left, one.calibration.saved, one.file.exists()) == (0, None, False)


@pytest.mark.parametrize(
    ("plant", "why"),
    [
        (lambda file: file.write_text("screen: 27\n"), "`screen` is no group of `name: value`"),
        (lambda file: file.write_bytes(b"\xff"), "decode"),
        (lambda file: file.mkdir(), "Is a directory"),
        (lambda file: file.write_text("#" * 70_000), "larger than"),
    ],
    ids=["no group", "no text", "a folder", "too large"],
)
def test_a_file_that_cannot_be_changed_stays_and_it_is_said_what_to_type(
    table: Open, tmp_path: Path, plant: Callable[[Path], object], why: str
) -> None:
    file = tmp_path / "kiosk.yaml"
    plant(file)
    before = file.read_bytes() if file.is_file() else None
    one = table(31.5, file=file)
    one.tap("Save")
    assert why in one.calibration.fault
    assert one.calibration.fault.endswith("Write into it: screen: {diagonal_inch: 31.5}")
    assert (one.left, one.calibration.failed, one.calibration.saved) == (0, True, None)
    assert (file.read_bytes() if file.is_file() else None) == before


def test_a_link_goes_on_leading_where_it_led(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("name: A\n", encoding="utf-8")
    (tmp_path / "kiosk.yaml").symlink_to("real.yaml")
    assert keep_value(tmp_path / "kiosk.yaml", "screen", "diagonal_inch", "20") == ""
    assert (tmp_path / "kiosk.yaml").is_symlink()
    assert "diagonal_inch: 20" in (tmp_path / "real.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("environ", "there", "over"),
    [
        ({}, True, True),
        ({"DISPLAY": ""}, True, True),
        ({}, False, False),
        ({"DISPLAY": ":0"}, True, False),
        ({"WAYLAND_DISPLAY": "wayland-1"}, True, False),
        ({"QT_QPA_PLATFORM": "eglfs"}, True, False),
    ],
)
def test_it_stands_over_the_kiosk_of_this_machine_unless_told_where(
    tmp_path: Path, environ: dict[str, str], there: bool, over: bool
) -> None:
    os.chdir(tmp_path)  # a socket's path is short
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / "wayland-0.lock").touch()
    with socket.socket(socket.AF_UNIX) as compositor:
        if there:
            compositor.bind("w/wayland-0")
        found = glass_of(environ, folder)
    wanted = {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": str(folder / "wayland-0")}
    assert found == (wanted if over else {})
