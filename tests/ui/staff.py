"""What a receptionist does at the glass: holds the corner, enters her PIN; and a front desk with files of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint

from kiosk.bridge.staff_state import KeptState
from kiosk.staff.hold import LONG
from kiosk.staff.lockout import Lockouts
from kiosk.staff.model import Door, KeyFound, Role
from kiosk.staff.pin import PinFile
from tests.ui.driver import Driver

PIN = "402815"
IT_PIN = "7391564"


def keep_in(driver: Driver, folder: Path) -> KeptState:
    """From now on the kiosk's front desk remembers in `folder`, at once."""
    state = KeptState(folder, driver.site.desk, lambda work: work())
    driver.kiosk.desk.use(state)
    return state


def set_pins(folder: Path) -> None:
    PinFile(folder).set(Role.DESK, PIN)
    PinFile(folder).set(Role.IT, IT_PIN)
    Lockouts(folder).clear()


def corner(driver: Driver, *, bottom: bool = False, inside: float = 80.0) -> QPoint:
    """A point of the corner that is held, `inside` dp from both edges."""
    off = round(inside * driver.kiosk.dp)
    x = driver.window.width() - off if driver.kiosk.mirrored else off
    return QPoint(x, driver.window.height() - off if bottom else off)


def hold(driver: Driver, spot: QPoint, seconds: float = LONG) -> None:
    """Lay a finger there; it lies there still."""
    driver.press(spot)
    wait(driver, seconds)


def wait(driver: Driver, seconds: float) -> None:
    """So long goes by with the finger where it is."""
    driver.now += seconds
    door = driver.shell.staff_door
    assert door is not None
    door.tick()


def open_pad(driver: Driver) -> None:
    spot = corner(driver)
    hold(driver, spot)
    driver.release(spot)
    driver.settle()
    assert driver.kiosk.desk.now.door is Door.PAD


def open_panel(driver: Driver, role: Role = Role.DESK) -> None:
    """As who has a key file does."""
    open_pad(driver)
    driver.kiosk.desk.apply(KeyFound(role))
    driver.settle()
    assert driver.kiosk.desk.now.door is Door.PANEL


def enter(driver: Driver, pin: str, *, wait: bool = True) -> None:
    """Enter the PIN; unless told otherwise, until it is answered."""
    desk = driver.kiosk.desk
    for figure in pin:
        desk.digit(int(figure))
    desk.enter()
    if wait:
        driver.until(lambda: not desk.now.verifying)
        driver.settle()
