"""Whether there is a touch screen, and for how long nobody has used it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.touch_device import TouchDevice
from kiosk.health.facts import Touch

HOUR = 3600.0


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QQuickWindow]:
    made = QQuickWindow()
    made.resize(200, 200)
    made.show()
    qtbot.waitUntil(made.isExposed)
    yield made
    shiboken6.delete(made)


@pytest.fixture
def devices(monkeypatch: pytest.MonkeyPatch) -> list[QInputDevice]:
    """What Qt knows of, for a test to change."""
    found: list[QInputDevice] = []
    monkeypatch.setattr(QInputDevice, "devices", staticmethod(lambda: found))
    return found


def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def test_a_device_that_goes_is_missed_and_one_that_never_was_is_not(
    window: QQuickWindow, devices: list[QInputDevice]
) -> None:
    watch = TouchDevice(window)
    states = [watch.state]
    for there in (False, True, False, True):
        devices[:] = [screen()] if there else []
        watch.look(60.0 * len(states), True)
        states.append(watch.state)
    assert states == [Touch.UNKNOWN, Touch.UNKNOWN, Touch.THERE, Touch.GONE, Touch.THERE]


def test_qt_tells_of_the_devices_of_this_machine(window: QQuickWindow) -> None:
    screen()
    watch = TouchDevice(window)
    watch.look(0, True)
    assert watch.state is Touch.THERE


def test_only_open_hours_count(window: QQuickWindow) -> None:
    watch = TouchDevice(window)
    watch.look(0, True)
    watch.look(3 * HOUR, True)
    watch.look(10 * HOUR, False)
    watch.look(12 * HOUR, True)
    assert watch.silent_hours == pytest.approx(5)


@pytest.mark.parametrize("how", ["finger", "mouse"])
def test_a_touch_ends_the_silence_at_the_next_look(window: QQuickWindow, how: str) -> None:
    watch = TouchDevice(window)
    watch.look(0, True)
    for start in (0, 100 * HOUR):
        watch.look(start + HOUR, True)
        watch.look(start + 9 * HOUR, True)
        assert watch.silent_hours >= 8
        if how == "finger":
            finger = QTest.touchEvent(window, screen(), False)
            finger.press(0, QPoint(10, 10), window).commit()
            finger.release(0, QPoint(10, 10), window).commit()
        else:
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(10, 10))
        watch.look(start + 9 * HOUR + 60, True)
        assert watch.silent_hours == 0
