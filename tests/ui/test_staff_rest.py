"""A kiosk that rests: paused, wiped down, out of order, dim, off. The touch that ends it presses nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.session.model import Screen
from kiosk.session.step import fresh
from kiosk.settings.model import Desk, Hours
from kiosk.staff.model import Clean, Door, HoursAre, Pause, Rest, Resume, Role
from kiosk.staff.step import in_force
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver, _touch_screen
from tests.ui.exploring import Hand
from tests.ui.staff import keep_in, open_pad, open_panel, wait


def rest(driver: Driver) -> Rest:
    return in_force(driver.kiosk.desk.now)


def language(driver: Driver) -> QPoint:
    """Where the button of the first language stands on the first screen."""
    name = driver.catalog.languages[0].name
    return driver.button(name).centre


def storm(driver: Driver, seed: int = 6) -> None:
    """Touches all over the glass, some with several fingers, and keys."""
    dice = random.Random(seed)
    for _ in range(60):
        at = QPoint(dice.randrange(driver.window.width()), dice.randrange(driver.window.height()))
        driver.press(at, after=0.4)
        driver.move(at + QPoint(dice.randrange(-90, 90), 0))
        driver.release(at)
        QTest.keyClick(driver.window, dice.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))
        hand = Hand(driver)
        for finger in range(3):
            hand.press(finger, at + QPoint(0, 50 * finger))
        for finger in range(3):
            hand.release(finger)
    QTest.wheelEvent(driver.window, QPoint(540, 900), QPoint(0, -120))


# --- dark ---


@pytest.mark.parametrize("dark", [Rest.DIM, Rest.OFF])
def test_the_finger_that_wakes_a_dark_glass_lies_on_a_language_and_presses_nothing(
    open_kiosk: OpenKiosk, dark: Rest
) -> None:
    driver = open_kiosk()
    spot = language(driver)
    driver.kiosk.desk.apply(HoursAre(dark))
    driver.settle()
    assert not driver.look().of_kind("AttractPage")

    driver.press(spot)
    driver.settle()
    assert driver.look().of_kind("AttractPage"), "it wakes at once"
    second = QTest.touchEvent(driver.window, _touch_screen(), False)
    second.move(0, spot, driver.window)
    second.press(1, spot + QPoint(10, 0), driver.window)
    second.commit()
    second.move(0, spot, driver.window)
    second.release(1, spot + QPoint(10, 0), driver.window)
    second.commit()
    driver.release(spot)
    driver.settle()
    assert driver.session == fresh(driver.kiosk.rules)
    driver.touch(spot)
    assert driver.session.screen is Screen.HOME


def test_a_mouse_and_a_key_wake_it_and_press_nothing(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    spot = language(driver)
    driver.kiosk.desk.apply(HoursAre(Rest.OFF))
    QTest.mouseClick(driver.window, Qt.MouseButton.LeftButton, pos=spot)
    driver.settle()
    assert (rest(driver), driver.session) == (Rest.NONE, fresh(driver.kiosk.rules))
    driver.kiosk.desk.apply(HoursAre(Rest.NONE))
    driver.kiosk.desk.apply(HoursAre(Rest.OFF))
    driver.strike(Qt.Key.Key_Return)
    assert (rest(driver), driver.session) == (Rest.NONE, fresh(driver.kiosk.rules))


def test_a_visitor_at_night_is_left_in_peace_and_it_is_dark_again_five_minutes_after_her_last_touch(
    open_kiosk: OpenKiosk,
) -> None:
    driver = open_kiosk(hours=Hours(awake_minutes=5))
    spot = language(driver)
    driver.kiosk.desk.apply(HoursAre(Rest.OFF))
    driver.touch(spot)
    driver.touch(spot)
    driver.pass_time(59)
    driver.touch(QPoint(540, 30))
    assert driver.session.screen is Screen.HOME
    driver.kiosk.endSession()
    driver.pass_time(driver.kiosk.rules.thanks_seconds)
    driver.now += 296
    driver.kiosk.desk.tick()
    assert rest(driver) is Rest.NONE
    driver.now += 4
    driver.kiosk.desk.tick()
    driver.settle()
    assert rest(driver) is Rest.OFF


def test_closing_time_does_not_end_a_visit(home: Driver) -> None:
    home.kiosk.desk.apply(HoursAre(Rest.DIM))
    home.settle()
    assert (home.session.screen, home.kiosk.screen) == (Screen.HOME, "home")
    home.pass_time(home.idle_limit())
    home.pass_time(home.kiosk.rules.warning_seconds)
    home.now += 300
    home.kiosk.desk.tick()
    assert rest(home) is Rest.DIM


# --- paused ---


def test_a_pause_wipes_the_visit_says_back_soon_and_presses_nothing(home: Driver) -> None:
    home.open("care")
    open_panel(home)
    home.tap(home.kiosk.desk.words.get("staff.pause"))
    assert (rest(home), home.kiosk.visit) == (Rest.PAUSED, fresh(home.kiosk.rules))
    assert "Back soon" in home.texts_on_glass()
    storm(home)
    home.settle()
    assert (rest(home), home.kiosk.visit, home.kiosk.screen) == (Rest.PAUSED, fresh(home.kiosk.rules), "staff")
    open_panel(home)
    home.tap(home.kiosk.desk.words.get("staff.resume"))
    assert (rest(home), home.kiosk.screen) == (Rest.NONE, "attract")


def test_the_finger_that_lies_on_the_glass_when_a_pause_ends_presses_nothing(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    spot = language(driver)
    driver.kiosk.desk.apply(Pause())
    driver.settle()
    driver.press(spot)
    driver.kiosk.desk.apply(Resume())  # as `kiosk ctl` does
    driver.settle()
    driver.move(spot)
    driver.release(spot)
    driver.settle()
    assert driver.session == fresh(driver.kiosk.rules)
    driver.touch(spot)
    assert driver.session.screen is Screen.HOME


def test_the_finger_of_a_visitor_when_a_pause_begins_presses_nothing_of_it(home: Driver) -> None:
    spot = home.button(home.topics()[0].card).centre
    home.press(spot)
    home.kiosk.desk.apply(Pause())
    home.settle()
    home.kiosk.desk.apply(Resume())
    home.settle()
    home.release(spot)
    home.settle()
    assert home.session == fresh(home.kiosk.rules)


# --- wipe-down ---


def test_a_storm_of_touches_on_a_glass_that_is_wiped_does_nothing_and_it_comes_back_by_itself(
    open_kiosk: OpenKiosk,
) -> None:
    driver = open_kiosk(desk=Desk(contact_seconds=120))
    driver.start("en")
    open_panel(driver)
    driver.tap(driver.kiosk.desk.words.get("staff.clean"))
    began = driver.now
    storm(driver)
    driver.settle()
    assert (rest(driver), driver.kiosk.desk.now.door) == (Rest.CLEANING, Door.SHUT)
    assert driver.kiosk.desk.property("wipeTotal") == 120
    driver.now = began + 119
    driver.kiosk.desk.tick()
    assert driver.kiosk.desk.property("wipeLeft") == 1
    driver.now = began + 120
    driver.kiosk.desk.tick()
    driver.settle()
    assert (rest(driver), driver.kiosk.screen, driver.session) == (Rest.NONE, "attract", fresh(driver.kiosk.rules))


def test_a_wipe_down_is_left_early_by_a_finger_that_stays_where_it_says_so(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    desk = driver.kiosk.desk
    desk.apply(Clean())
    driver.settle()
    ring = driver.look().of_kind("HoldRing")[0].centre
    driver.press(QPoint(540, 300))
    wait(driver, 10)
    driver.release(QPoint(540, 300))
    assert rest(driver) is Rest.CLEANING, "elsewhere it is a cloth"
    driver.press(ring)
    wait(driver, 1.5)
    assert desk.property("leaveShare") == 0.5
    driver.release(ring)
    assert (desk.property("leaveShare"), rest(driver)) == (0.0, Rest.CLEANING)
    driver.press(ring)
    wait(driver, 3)
    driver.settle()
    assert (rest(driver), driver.kiosk.screen) == (Rest.NONE, "attract")
    driver.release(ring)
    driver.settle()
    assert driver.session == fresh(driver.kiosk.rules)


def test_a_wipe_down_of_a_paused_kiosk_leaves_it_paused(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.kiosk.desk.apply(Pause())
    driver.kiosk.desk.apply(Clean())
    driver.now += 60
    driver.kiosk.desk.tick()
    driver.settle()
    assert rest(driver) is Rest.PAUSED
    open_pad(driver)


# --- what outlives a restart ---


def test_a_pause_and_what_staff_chose_outlive_a_restart_and_a_wipe_down_does_not(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    driver = open_kiosk()
    keep_in(driver, tmp_path)
    desk = driver.kiosk.desk
    open_panel(driver, Role.IT)
    desk.louder()
    desk.chooseFirst("es")
    desk.clean()
    again = open_kiosk()
    keep_in(again, tmp_path)
    again.settle()
    assert rest(again) is Rest.NONE
    assert again.session.voice.volume == again.site.speech.volume + 20
    assert again.kiosk.languages.codes[0] == "es"
    again.kiosk.desk.apply(Pause())
    third = open_kiosk()
    keep_in(third, tmp_path)
    third.settle()
    assert (rest(third), third.kiosk.screen) == (Rest.PAUSED, "staff")
