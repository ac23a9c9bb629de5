"""The way of staff to the pad: the corner and the chord; what is begun there presses nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.bridge.staff_state import StaffState
from kiosk.catalog import Catalog
from kiosk.session.model import Overlay, Screen, Session, SetComfort
from kiosk.settings.model import Desk
from kiosk.staff.model import Door, Rest
from tests.ui import exploring
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver, _touch_screen
from tests.ui.listening import listen
from tests.ui.staff import corner, hold, open_pad, open_panel, wait


def door(driver: Driver) -> Door:
    return driver.kiosk.desk.now.door


def place(session: Session) -> Session:
    """What of a visit is not the hand and not the voice; pages stand on whole pixels."""
    voice = replace(session.voice, speaking=False)
    return replace(session, last_input=None, voice=voice, scroll=round(session.scroll, 2))


def test_three_seconds_in_the_corner_open_the_pad_and_nothing_is_behind_it(glass: Driver) -> None:
    spot = corner(glass)
    hold(glass, spot, 2.9)
    assert door(glass) is Door.SHUT
    wait(glass, 0.1)
    assert door(glass) is Door.PAD
    glass.release(spot)
    glass.settle()
    assert glass.look().of_kind("StaffLayer")
    assert not glass.look().of_kind("AttractPage")


def test_the_timer_opens_it_too_under_a_finger_that_lies_quite_still(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.press(corner(driver))
    driver.now += 3
    driver.until(lambda: door(driver) is Door.PAD)
    driver.release(corner(driver))


def test_it_is_the_other_corner_where_the_language_runs_the_other_way(open_six: OpenKiosk) -> None:
    driver = open_six()
    driver.kiosk.chooseLanguage("ar")
    driver.settle()
    left = QPoint(80, 80)
    hold(driver, left)
    driver.release(left)
    assert door(driver) is Door.SHUT
    open_pad(driver)


def test_a_finger_that_slides_off_opens_nothing(home: Driver) -> None:
    spot = corner(home)
    home.press(spot)
    home.now += 1
    home.move(spot + QPoint(60, 0))
    home.move(spot)
    wait(home, 5)
    assert door(home) is Door.SHUT
    home.release(spot)


def test_a_finger_that_trembles_opens_it(home: Driver) -> None:
    spot = corner(home)
    home.press(spot)
    for second in range(6):
        home.now += 0.5
        home.move(spot + QPoint(10 * (second % 2), 5))
    assert door(home) is Door.PAD
    home.release(spot)


def test_two_fingers_open_nothing_and_dirt_that_lay_there_long_before_does_not_count(home: Driver) -> None:
    hand = exploring.Hand(home)
    spot = corner(home)
    hand.press(0, spot)
    home.now += 0.5
    hand.press(1, spot + QPoint(300, 900))
    wait(home, 4)
    assert door(home) is Door.SHUT
    hand.release(1)
    hand.release(0)
    home.now += 1
    finger = QTest.touchEvent(home.window, _touch_screen(), False)
    dirt = QPoint(700, 1200)
    finger.press(3, dirt, home.window)
    finger.commit()
    home.now += 60
    finger.move(3, dirt, home.window)
    finger.press(4, spot, home.window)
    finger.commit()
    wait(home, 3)
    assert door(home) is Door.PAD
    finger.release(3, dirt, home.window)
    finger.release(4, spot, home.window)
    finger.commit()


def test_a_mouse_can_hold_the_corner_too(home: Driver) -> None:
    spot = corner(home)
    QTest.mousePress(home.window, Qt.MouseButton.LeftButton, pos=spot)
    wait(home, 3)
    assert door(home) is Door.PAD
    QTest.mouseRelease(home.window, Qt.MouseButton.LeftButton, pos=spot)
    home.settle()
    assert door(home) is Door.PAD


def test_a_hold_below_opens_nothing_but_with_lower_buttons_and_presses_none_of_them(visit: Driver) -> None:
    visit.open("care")
    low = corner(visit, bottom=True)
    before = visit.session
    hold(visit, low)
    assert door(visit) is Door.SHUT
    visit.move(low + QPoint(0, -500))
    visit.release(low + QPoint(0, -500))
    assert place(visit.session) == place(before)

    visit.kiosk.send(SetComfort(lower_buttons=True))
    visit.settle()
    before = visit.session
    assert [b for b in visit.buttons() if b.box.contains(low)], "there is a button to press by mistake"
    hold(visit, low, 2.9)
    assert door(visit) is Door.SHUT
    wait(visit, 0.1)
    assert door(visit) is Door.PAD
    visit.release(low)
    visit.settle()
    assert place(visit.kiosk.visit) == place(before)
    visit.kiosk.desk.shut()
    visit.settle()
    assert place(visit.session) == place(before)


def topic(driver: Driver) -> None:
    driver.open("care")
    block = next(b.id for b in driver.topic("care").blocks if b.kind == "expander")
    driver.kiosk.toggleBlock(block)
    driver.settle()
    driver.scroll_to(0.5)


def spots(driver: Driver) -> None:
    driver.kiosk.openExplorer()
    driver.settle()
    exploring.explorer(driver).nextSpot()
    driver.settle()


def sheet(driver: Driver) -> None:
    driver.tap(driver.word("bar.language"))


def warning(driver: Driver) -> None:
    driver.pass_time(driver.idle_limit())
    driver.settle()


def thanks(driver: Driver) -> None:
    driver.kiosk.endSession()
    driver.settle()


@pytest.mark.parametrize("somewhere", [topic, spots, sheet, warning, thanks])
def test_the_pad_opens_anywhere_covers_all_and_leaves_the_visit_where_it_was(
    home: Driver, somewhere: Callable[[Driver], None]
) -> None:
    somewhere(home)
    before = home.session
    open_pad(home)
    assert place(home.kiosk.visit) == place(before)
    assert not home.look().of_kind("Visit")
    assert home.look().of_kind("PinPage")
    home.kiosk.desk.shut()
    home.settle()
    assert place(home.session) == place(before)
    assert home.look().of_kind("Visit") or before.screen is Screen.ATTRACT


def test_the_pad_opens_where_nothing_can_be_shown(open_kiosk: OpenKiosk, closed: Catalog) -> None:
    driver = open_kiosk(catalog=closed)
    assert driver.kiosk.screen == "closed"
    driver.kiosk.desk.state.keep(pin_set=True)
    open_pad(driver)
    assert {b.name for b in driver.buttons()} >= {"0", "9"}
    driver.kiosk.desk.shut()
    driver.settle()
    assert driver.kiosk.screen == "closed"


@pytest.mark.parametrize("rest", [Rest.PAUSED, Rest.BROKEN])
@pytest.mark.parametrize("bottom", [False, True])
def test_a_paused_or_broken_kiosk_lets_staff_in_at_either_corner(
    open_kiosk: OpenKiosk, rest: Rest, bottom: bool
) -> None:
    driver = open_kiosk()
    remembered = StaffState()
    remembered.keep(rest=rest)
    driver.kiosk.desk.use(remembered)
    driver.settle()
    spot = corner(driver, bottom=bottom)
    hold(driver, spot)
    assert door(driver) is Door.PAD
    driver.release(spot)


def test_the_idle_limit_of_the_visit_behind_goes_on(home: Driver) -> None:
    home.open("care")
    began = home.session.last_input
    open_panel(home)
    assert home.kiosk.visit.last_input is not None and began is not None
    assert home.kiosk.visit.last_input - began < 1, "staff's touches are none of the visitor's"
    for _ in range(30):
        home.touch(QPoint(540, 30))
        home.pass_time(20)
        home.kiosk.desk.tick()
    assert door(home) is Door.PANEL
    assert home.kiosk.visit.screen is Screen.ATTRACT, "her time was over"
    home.kiosk.desk.shut()
    home.settle()
    assert home.kiosk.screen == "attract"


def test_the_chord_opens_the_pad_and_no_other_keys_do(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(desk=Desk(chord=("Ctrl+Alt+S", "F12")))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    driver.strike(Qt.Key.Key_S)
    driver.strike(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    driver.strike(Qt.Key.Key_S, both | Qt.KeyboardModifier.ShiftModifier)
    assert door(driver) is Door.SHUT
    driver.strike(Qt.Key.Key_S, both)
    assert door(driver) is Door.PAD
    driver.strike(Qt.Key.Key_Escape)
    assert door(driver) is Door.SHUT
    driver.strike(Qt.Key.Key_F12)
    assert door(driver) is Door.PAD
    assert not driver.session.voice.offered and driver.session.overlay is Overlay.NONE


def test_reading_aloud_is_silent_behind_the_pad_and_begins_again_after_it(care: Driver) -> None:
    assert care.kiosk.speech.playing
    said = len(care.voice.said)
    open_pad(care)
    assert not care.kiosk.speech.playing
    care.kiosk.desk.digit(1)
    care.pass_time(5)
    care.settle()
    assert len(care.voice.said) == said
    assert care.kiosk.visit.voice.on
    care.kiosk.desk.shut()
    care.settle()
    care.until(lambda: len(care.voice.said) > said)


def test_the_warning_behind_the_panel_is_neither_heard_nor_seen_and_stands_there_afterwards(home: Driver) -> None:
    listen(home)
    open_panel(home)
    said, chimes = len(home.voice.said), home.chimes
    while home.kiosk.visit.warned_at is None:
        home.pass_time(10)
        home.kiosk.desk.touched()
    home.settle()
    assert (len(home.voice.said), home.chimes) == (said, chimes)
    assert not home.look().of_kind("WarningDialog")
    home.kiosk.desk.shut()
    home.settle()
    assert home.look().of_kind("WarningDialog")
    home.until(lambda: len(home.voice.said) > said)
