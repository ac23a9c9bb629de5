"""The panel by touch: who may do what, what a stick opens, and that it does not stay open."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from kiosk.bridge.pad import Pad
from kiosk.bridge.staff_state import KeptState
from kiosk.settings.model import Desk, Hours
from kiosk.staff import keyfile
from kiosk.staff.model import Clean, Door, LeaveClean, Pause, Rest, Resume, Role
from kiosk.staff.step import in_force
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.hands import Palm, around, let_go
from tests.ui.staff import corner, keep_in, open_panel


def test_a_key_file_on_a_stick_opens_the_panel_without_a_pin(
    open_kiosk: OpenKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "media" / "it" / "stick"
    stick.mkdir(parents=True)
    made = keyfile.make(stick)
    (stick / keyfile.NAME).rename(tmp_path / "pulled out")
    (tmp_path / "other").mkdir()
    other = hashlib.sha256(b"another").hexdigest()
    driver = open_kiosk(desk=Desk(key_files={"desk": other, "it": made}, key_folders=(str(tmp_path / "media"),)))
    looks = Looks(driver, keep_in(driver, tmp_path / "state"), monkeypatch)
    assert driver.kiosk.desk.property("keyFiles")
    spot = corner(driver)
    driver.press(spot)
    driver.now += 3
    driver.until(lambda: driver.kiosk.desk.now.door is Door.PAD)
    looks.wait(1)
    (tmp_path / "pulled out").rename(stick / keyfile.NAME)
    driver.until(lambda: driver.kiosk.desk.now.role is Role.IT)
    driver.release(spot)


def test_a_stick_that_was_left_plugged_in_opens_nothing(
    open_kiosk: OpenKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    driver = open_kiosk(desk=Desk(key_files={"it": keyfile.make(stick)}, key_folders=(str(tmp_path),)))
    looks = Looks(driver, keep_in(driver, tmp_path / "state"), monkeypatch)
    spot = corner(driver)
    driver.press(spot)
    driver.now += 3
    driver.until(lambda: driver.kiosk.desk.now.door is Door.PAD)
    looks.wait(2)
    assert driver.kiosk.desk.now.role is None
    (stick / keyfile.NAME).rename(tmp_path / "pulled out")
    looks.wait(2)
    (tmp_path / "pulled out").rename(stick / keyfile.NAME)
    driver.until(lambda: driver.kiosk.desk.now.role is Role.IT)
    driver.release(spot)


class Looks:
    """Counts how often the pad has looked for a stick."""

    def __init__(self, driver: Driver, state: KeptState, patch: pytest.MonkeyPatch) -> None:
        self._driver = driver
        self._begun = 0
        self._find = state.find_key
        patch.setattr(state, "find_key", self._look)

    def _look(self) -> Role | None:
        self._begun += 1
        return self._find()

    def wait(self, times: int) -> None:
        """Until the pad knows what it found so many times more: it begins no look before."""
        pad = self._driver.kiosk.desk.findChild(Pad)
        assert isinstance(pad, Pad)
        wanted = self._begun + times + 1

        def enough() -> bool:
            pad.look()
            return self._begun >= wanted

        self._driver.until(enough)


def test_a_panel_left_open_locks_itself_and_a_button_that_is_pressed_meanwhile_does_nothing(home: Driver) -> None:
    open_panel(home)
    desk = home.kiosk.desk
    pause = home.button(desk.words.get("staff.pause"))
    home.press(pause)
    home.now += 60
    desk.tick()
    home.settle()
    assert (desk.now.door, desk.now.role) == (Door.SHUT, None)
    home.release(pause)
    home.settle()
    assert in_force(desk.now) is Rest.NONE
    assert home.kiosk.screen == "home"


def test_each_touch_of_the_panel_begins_its_minute_anew(home: Driver) -> None:
    open_panel(home)
    for _ in range(3):
        home.now += 50
        home.touch(QPoint(540, 20))
        home.kiosk.desk.tick()
    assert home.kiosk.desk.now.door is Door.PANEL


def test_it_can_set_the_kiosk_out_of_order_after_a_question_and_the_desk_cannot(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    desk = driver.kiosk.desk
    open_panel(driver, Role.DESK)
    assert not driver.buttons(desk.words.get("staff.broken"))
    desk.breakDown()
    assert desk.property("asked") == ""
    desk.shut()
    driver.settle()
    open_panel(driver, Role.IT)
    driver.tap(desk.words.get("staff.broken"))
    assert in_force(desk.now) is Rest.NONE
    driver.tap(desk.words.get("staff.broken"))
    assert in_force(desk.now) is Rest.BROKEN
    assert driver.look().of_kind("BrokenPage")
    open_panel(driver, Role.DESK)
    driver.tap(desk.words.get("staff.resume"))
    assert in_force(desk.now) is Rest.NONE


def test_quiet_hours_are_its_to_switch_off(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    driver = open_kiosk(hours=Hours(open={"mon": "07:00-18:00", "wed": "08:30-12:00"}))
    state = keep_in(driver, tmp_path)
    desk = driver.kiosk.desk
    desk.hours_are(Rest.OFF)
    assert in_force(desk.now) is Rest.OFF
    driver.touch(QPoint(540, 900))
    open_panel(driver, Role.DESK)
    desk.setQuiet(False)
    assert desk.property("quietOn"), "the desk does not decide it"
    desk.shut()
    open_panel(driver, Role.IT)
    desk.setQuiet(False)
    assert (desk.property("quietOn"), state.quiet) == (False, False)
    desk.shut()
    driver.now += 3600
    desk.tick()
    assert in_force(desk.now) is Rest.NONE
    assert desk.property("quietFrom") in ("18:00", "12:00")
    assert desk.property("quietTo") in ("7:00", "8:30")


def test_restart_is_asked_and_then_wanted_once(home: Driver) -> None:
    wanted: list[bool] = []
    desk = home.kiosk.desk
    desk.restartWanted.connect(lambda: wanted.append(True))
    open_panel(home)
    home.tap(desk.words.get("staff.restart"))
    home.tap(desk.words.get("staff.no"))
    assert wanted == []
    home.tap(desk.words.get("staff.restart"))
    home.tap(desk.words.get("staff.restart"))
    assert wanted == [True]


def test_without_the_filter_that_goes_first_a_finger_would_press_what_comes_under_it(open_kiosk: OpenKiosk) -> None:
    """The twin of the tests of a rest: it is that filter which keeps a touch from pressing."""
    driver = open_kiosk()
    spot = driver.button(driver.catalog.languages[0].name).centre
    driver.kiosk.desk.apply(Pause())
    driver.settle()
    filtering = driver.shell.staff_door
    assert filtering is not None
    driver.window.removeEventFilter(filtering)
    driver.kiosk.desk.apply(Resume())
    driver.settle()
    driver.touch(spot)
    assert driver.session.screen == "home"
    driver.kiosk.desk.apply(Clean())
    driver.settle()
    driver.window.installEventFilter(filtering)
    driver.press(spot)
    driver.kiosk.desk.apply(LeaveClean())
    driver.settle()
    driver.release(spot)
    driver.settle()
    assert driver.session.screen == "attract"


def test_the_touch_check_feels_a_flat_hand_and_a_long_line_and_leads_back_to_the_panel(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    desk = driver.kiosk.desk
    open_panel(driver)
    driver.tap(desk.words.get("staff.check"))
    whole = check_left(driver)
    Palm(driver, around(QPoint(300, 200), apart=100), between=None)
    driver.frame()
    assert check_left(driver) == whole - 5
    let_go(driver)
    spot = QPoint(100, 1700)
    driver.press(spot)
    for _ in range(3):
        driver.now += 50
        spot += QPoint(200, 0)
        driver.move(spot)
        desk.tick()
    driver.release(spot)
    assert desk.property("door") == "check"
    assert check_left(driver) < whole - 8
    driver.tap(desk.words.get("staff.done"))
    assert desk.property("door") == "panel"


def check_left(driver: Driver) -> int:
    """How many cells of the touch check have felt nothing yet, as it says."""
    words = driver.kiosk.desk.words
    said = driver.texts()
    for cells in range(2000):
        if words.checkLeft(cells) in said:
            return cells
    raise AssertionError("it does not say how many")
