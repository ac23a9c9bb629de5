"""The pages of the front desk on every kind of glass: read, touched and worked by whoever stands there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint

from kiosk.bridge.eye import Node, broken_words, faults
from kiosk.bridge.staff_state import StaffState
from kiosk.bridge.tour_staff import NEEDS, walk
from kiosk.health.needs import Need
from kiosk.session.model import SetComfort
from kiosk.settings.model import Hours, Screen
from kiosk.staff.model import Check, Door, Held, KeyFound, Pause, Role
from tests.ui.conftest import ALL, OpenKiosk
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.hands import let_go
from tests.ui.millimetres import lost, narrow_gaps, small_letters, small_targets
from tests.ui.named import unnamed
from tests.ui.pairs_met import Watch
from tests.ui.reach import line, out_of_reach

HOURS = Hours(open=dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "07:00-18:00"))
SMALL, USUAL = Screen(diagonal_inch=15.6), Screen()


def pages(driver: Driver, language: str) -> Iterator[str]:
    """Every page that staff see, in `language`, standing still."""

    def pass_time(seconds: float) -> None:
        driver.pass_time(seconds)

    for name, _ in walk(driver.kiosk, language, pass_time):
        driver.settle()
        yield name


def open_panel(driver: Driver, role: Role = Role.DESK) -> None:
    for event in (Held(), KeyFound(role)):
        driver.kiosk.desk.apply(event)
    driver.settle()


@pytest.fixture
def pad(open_kiosk: OpenKiosk) -> Driver:
    """The number pad of a kiosk that has a PIN."""
    driver = open_kiosk()
    state = StaffState()
    state.pin_set = True
    driver.kiosk.desk.use(state)
    driver.kiosk.desk.apply(Held())
    driver.settle()
    return driver


@pytest.mark.parametrize(
    ("screen", "size", "language"),
    [
        (USUAL, PORTRAIT, "en"),
        (USUAL, LANDSCAPE, "es"),
        (SMALL, PORTRAIT, "ar"),
        (SMALL, LANDSCAPE, "vi"),
        (SMALL, PORTRAIT, "ko"),
        (USUAL, LANDSCAPE, "zh-Hans"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
@pytest.mark.standard("A8", "C15", "E1", "E3")
def test_every_page_can_be_read_and_touched(
    open_kiosk: OpenKiosk, screen: Screen, size: tuple[int, int], language: str
) -> None:
    driver = open_kiosk(size, screen=screen, hours=HOURS)
    found, seen = [], 0
    for page in pages(driver, language):
        scene = driver.look()
        wrong = [*faults(scene), *broken_words(scene), *lost(scene), *unnamed(driver)]
        wrong += [*small_letters(scene, screen, 100), *small_targets(scene, screen), *narrow_gaps(scene, screen)]
        found += [f"{page}: {told}" for told in wrong]
        seen += len(scene.texts())
    assert not found, "\n".join(found)
    assert seen > 150
    assert driver.kiosk.screen == "attract"  # nothing of staff's is left, nor of the visit


@pytest.mark.standard("C3", "C4")
def test_every_pair_of_colours_is_held_by_the_gate(open_kiosk: OpenKiosk) -> None:
    driver, watch = open_kiosk(hours=HOURS), Watch("light")
    for page in pages(driver, "en"):
        watch.look(driver.look(), page)
        watch.press(driver, driver.look(), page)
    lines = list(watch.unlisted())
    assert not lines, "\n".join(lines)
    assert len(watch.met) > 20


def test_staff_read_without_the_visitors_text_size_and_theme_and_she_finds_both_again(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.start("es")
    driver.large_text(200, high_contrast=True)
    open_panel(driver)
    panel = driver.look()
    assert not [*faults(panel), *broken_words(panel)]
    title = driver.text("Staff panel")
    driver.kiosk.desk.shut()
    driver.settle()
    assert driver.session.text_percent == 200
    open_panel(open_fresh := open_kiosk())
    assert open_fresh.text("Staff panel").font == title.font


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
@pytest.mark.standard("A3")
def test_with_lower_buttons_staff_touch_nothing_out_of_reach(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    screen = Screen(reach_mm=1120)
    driver = open_kiosk(size, screen=screen)
    driver.start("en")
    driver.kiosk.send(SetComfort(lower_buttons=True))
    for event in (Held(), KeyFound(Role.IT)):
        driver.kiosk.desk.apply(event)
        driver.settle()
        top = line(driver.look(), screen)
        assert top > 200
        assert not list(out_of_reach(driver.look(), top))
        assert not faults(driver.look())


# --- the pad ---


def key(driver: Driver, figure: int) -> Node:
    (found,) = [n for n in driver.buttons() if n.name == str(figure)]
    return found


def test_a_pressed_key_tells_nobody_its_digit(pad: Driver) -> None:
    """All ten look the same under the finger, and none shows its sign."""

    def picture(figure: int) -> bytes:
        box = key(pad, figure).box.toRect().adjusted(4, 4, -4, -4)
        image = pad.window.grabWindow().copy(box)
        return bytes(image.constBits())

    at_rest = {picture(figure) for figure in range(10)}
    assert len(at_rest) == 10
    pressed = set()
    for figure in range(10):
        pad.press(key(pad, figure))
        pad.settle()
        assert str(figure) not in pad.texts()
        pressed.add(picture(figure))
        let_go(pad)
        pad.settle()
    assert len(pressed) == 1
    assert not pressed & at_rest
    assert pad.kiosk.desk.now.digits == 0


def test_the_pad_fills_a_place_for_each_key_and_takes_one_back(pad: Driver) -> None:
    for figure in (4, 4, 7):  # the same key twice in quick succession counts twice
        pad.press(key(pad, figure), after=0.05)
        pad.release(key(pad, figure))
    assert pad.kiosk.desk.now.digits == 3
    pad.tap("Erase")
    assert pad.kiosk.desk.now.digits == 2
    pad.tap("Go back to the exhibit")
    assert pad.kiosk.desk.now.door is Door.SHUT


def test_a_locked_pad_says_how_long_and_has_no_keys(pad: Driver) -> None:
    pad.kiosk.desk.state.wait = 28
    pad.pass_time(1)
    pad.kiosk.desk.tick()
    pad.settle()
    assert "Please wait 28 seconds." in pad.texts()
    assert [n.name for n in pad.buttons()] == ["Go back to the exhibit"]


def test_without_a_pin_the_pad_says_what_it_must_do(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.kiosk.desk.apply(Held())
    driver.settle()
    assert {"No PIN has been set yet.", "kiosk staff set-pin"} <= set(driver.texts())
    assert [n.name for n in driver.buttons()] == ["Go back to the exhibit"]


# --- the panel ---


def test_the_panel_names_what_the_kiosk_needs_or_says_that_all_is_well(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    open_panel(driver)
    assert "Working well" in driver.texts()
    driver.kiosk.desk.tell_needs([*NEEDS, Need("power", {"date": "November 3", "clock": "6:02"})])
    driver.settle()
    assert "Working well" in driver.texts()  # nothing moves under a finger
    driver.kiosk.desk.shut()
    driver.settle()
    open_panel(driver)
    told = driver.texts()
    assert "Working well" not in told
    plain = [text.replace("\u2068", "").replace("\u2069", "") for text in told]
    for words in (
        "Needs you",
        "Nobody has touched the screen for 8 open hours.",
        "Do the touch check, and wipe the screen.",
        "The power was cut on November 3 at 6:02.",
    ):
        assert words in plain, words


def test_only_it_sets_quiet_hours_and_takes_the_kiosk_out_of_order(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(hours=HOURS)
    open_panel(driver)
    assert not driver.buttons("Quiet hours")
    assert not driver.buttons("Out of order")
    driver.kiosk.desk.shut()
    open_panel(driver, Role.IT)
    assert driver.buttons("Quiet hours")
    driver.tap("Out of order")
    driver.tap("No, not now")
    assert driver.kiosk.desk.now.door is Door.PANEL
    driver.tap("Out of order")
    driver.tap("Out of order")  # the question's own button is the last of that name
    assert driver.kiosk.screen == "staff"
    assert "Please ask at the desk." in driver.texts()


def test_the_panel_keeps_its_language_when_another_comes_first(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    open_panel(driver)
    driver.tap("العربية")
    assert driver.kiosk.languages.codes[0] == "ar"
    assert "Staff panel" in driver.texts()
    assert not faults(driver.look())
    driver.tap("Close panel")
    assert driver.kiosk.mirrored


# --- what a resting glass says ---


def test_back_soon_stands_there_in_every_language_of_the_site_its_own_first(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    driver.kiosk.desk.apply(Pause())
    driver.settle()
    said = driver.texts()
    assert said == [driver.catalog.book(code).interface["staff.back_soon"] for code in ALL]
    sizes = [node.font[1] for node in driver.look().texts()]
    assert sizes[0] > sizes[1] >= 60


# --- the touch check ---


def test_the_touch_check_fills_where_a_finger_was_and_tells_how_much_is_left(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    open_panel(driver)
    driver.kiosk.desk.apply(Check())
    driver.settle()

    def left() -> int:
        (told,) = [text for text in driver.texts() if text.startswith("Not yet touched")]
        return int(told.rpartition(" ")[2])

    whole = left()
    driver.swipe(QPoint(2, 2), QPoint(driver.window.width() - 3, 2))  # along the very edge
    driver.settle()
    columns = whole - left()
    assert columns == round(driver.window.width() / 66)
    driver.swipe(QPoint(2, 2), QPoint(driver.window.width() - 3, 2))
    driver.settle()
    assert left() == whole - columns
    driver.press(QPoint(300, 1700))
    driver.settle()
    assert "Fingers on the glass: 1" in driver.texts()
    driver.release(QPoint(300, 1700))
    driver.settle()
    assert "Fingers on the glass: 0" in driver.texts()
    driver.tap("Done")
    assert driver.kiosk.desk.now.door is Door.PANEL
