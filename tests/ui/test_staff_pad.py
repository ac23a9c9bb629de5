"""The number pad: who it lets in, how long it stays, and what it says when nobody can come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.pad import Pad
from kiosk.staff import lockout
from kiosk.staff.model import Door, Role
from kiosk.staff.pin import NAME
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.staff import IT_PIN, PIN, enter, keep_in, open_pad, set_pins


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    set_pins(tmp_path)
    return tmp_path


@pytest.fixture
def pad(open_kiosk: OpenKiosk, folder: Path) -> Driver:
    """The pad of a kiosk that has PINs."""
    driver = open_kiosk()
    keep_in(driver, folder)
    open_pad(driver)
    return driver


@pytest.mark.parametrize(("pin", "role"), [(PIN, Role.DESK), (IT_PIN, Role.IT)])
def test_the_right_pin_opens_the_panel_for_whose_it_is(pad: Driver, pin: str, role: Role) -> None:
    enter(pad, pin)
    assert (pad.kiosk.desk.now.door, pad.kiosk.desk.now.role) == (Door.PANEL, role)
    assert pad.kiosk.desk.property("role") == role.value


def test_no_digit_is_seen_or_kept(pad: Driver) -> None:
    before = pad.texts()
    for figure in (4, 0, 2):
        pad.kiosk.desk.digit(figure)
    pad.settle()
    assert pad.kiosk.desk.property("digits") == 3
    assert [t for t in pad.texts() if t.isdigit()] == [t for t in before if t.isdigit()]
    keys = pad.kiosk.desk.findChild(Pad)
    assert keys is not None
    digits = keys._digits
    assert bytes(digits) == b"402\0\0\0\0\0"
    pad.kiosk.desk.erase()
    assert bytes(digits) == b"40" + bytes(6)
    pad.kiosk.desk.shut()
    assert bytes(digits) == bytes(8)


def test_five_wrong_pins_lock_the_pad_on_the_disk_before_the_answer_and_a_restart_does_not_unlock_it(
    pad: Driver, folder: Path, open_kiosk: OpenKiosk
) -> None:
    desk = pad.kiosk.desk
    for wrong in range(1, 5):
        enter(pad, "555444")
        assert (desk.property("tryAgain"), desk.property("waitSeconds")) == (True, 0)
        assert lockout.Lockouts(folder).failures == wrong
    enter(pad, "555444")
    assert desk.property("waitSeconds") == 30
    enter(pad, PIN, wait=False)
    assert desk.property("digits") == 0

    again = open_kiosk()
    keep_in(again, folder)
    open_pad(again)
    assert 20 <= again.kiosk.desk.property("waitSeconds") < 30, "the corner was held meanwhile"
    for _ in range(30):
        again.now += 1
        again.kiosk.desk.tick()
    assert again.kiosk.desk.property("waitSeconds") == 0
    again.settle()
    open_pad(again)
    enter(again, PIN)
    assert again.kiosk.desk.now.door is Door.PANEL


def test_the_wait_is_counted_down_by_the_time_that_the_kiosk_runs_not_by_a_clock(pad: Driver) -> None:
    for _ in range(5):
        enter(pad, "555444")
    pad.kiosk.desk.shut()
    pad.now += 12
    pad.kiosk.desk.tick()
    assert pad.kiosk.desk.property("waitSeconds") == 18


def test_the_pad_closes_after_thirty_seconds_without_a_key(pad: Driver) -> None:
    assert pad.kiosk.desk.property("padSeconds") == 30
    pad.now += 29
    pad.kiosk.desk.tick()
    assert pad.kiosk.desk.property("padSeconds") == 1
    pad.now += 1
    pad.kiosk.desk.tick()
    pad.settle()
    assert pad.kiosk.screen == "attract"


def test_digits_of_a_keyboard_enter_the_pin(pad: Driver) -> None:
    for figure in PIN:
        pad.strike(Qt.Key(Qt.Key.Key_0 + int(figure)))
    pad.strike(Qt.Key.Key_1)
    pad.strike(Qt.Key.Key_Backspace)
    assert pad.kiosk.desk.property("digits") == len(PIN)
    pad.strike(Qt.Key.Key_Return)
    pad.until(lambda: not pad.kiosk.desk.now.verifying)
    assert pad.kiosk.desk.now.role is Role.DESK


def missing(file: Path) -> None:
    file.unlink()


def corrupt(file: Path) -> None:
    file.write_bytes(b"{")


def open_to_all(file: Path) -> None:
    file.chmod(0o644)


@pytest.mark.parametrize(
    ("fault", "said"),
    [(missing, "staff.no_pin"), (corrupt, "staff.need_pin_unsafe"), (open_to_all, "staff.need_pin_unsafe")],
)
def test_without_a_usable_pin_the_pad_says_calmly_why_and_that_it_must_set_one(
    open_kiosk: OpenKiosk, folder: Path, fault: Callable[[Path], None], said: str
) -> None:
    fault(folder / NAME)
    driver = open_kiosk()
    keep_in(driver, folder)
    open_pad(driver)
    assert not driver.kiosk.desk.property("pinSet")
    words = driver.kiosk.desk.words
    assert {words.get(said), words.get("staff.no_pin_mend")} <= set(driver.texts_on_glass())
    driver.kiosk.desk.digit(4)
    assert driver.kiosk.desk.property("digits") == 0
