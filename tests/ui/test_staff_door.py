"""The way of staff to the pad: the corner and the chord; what is begun there presses nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from kiosk.staff.model import Door
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.staff import corner, hold, open_pad, wait


def door(driver: Driver) -> Door:
    return driver.kiosk.desk.now.door


def test_three_seconds_in_the_corner_open_the_pad_from_the_first_screen(glass: Driver) -> None:
    spot = corner(glass)
    hold(glass, spot, 2.9)
    assert door(glass) is Door.SHUT
    wait(glass, 0.1)
    assert door(glass) is Door.PAD
    glass.release(spot)
    glass.settle()
    assert glass.kiosk.screen == "staff"
    assert glass.look().of_kind("StaffLayer")
    assert not glass.look().of_kind("AttractPage")


def test_it_is_the_other_corner_where_the_language_runs_the_other_way(open_six: OpenKiosk) -> None:
    driver = open_six()
    driver.kiosk.chooseLanguage("ar")
    driver.settle()
    left = QPoint(80, 80)
    hold(driver, left)
    driver.release(left)
    assert door(driver) is Door.SHUT
    open_pad(driver)
