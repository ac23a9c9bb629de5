"""What stays where it is: the bar on every page, the page under a focus that wanders, a screen that nobody moves."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QPoint, QRect, Qt

from kiosk.bridge.eye import Node
from kiosk.session.model import Screen, Session
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import LANDSCAPE, Driver
from tests.ui.places import places
from tests.ui.planting import plant

SLOTS = ("bar.home", "bar.ease", "bar.done")
VOICE = ("bar.listen", "bar.stop")
"""One place: what it does depends on whether somebody is read to."""
FIRST = ("bar.back", "bar.language")
"""The slot at the start of the bar: back, or on home the languages."""


def slots(driver: Driver) -> dict[str, QRect]:
    """Where the bar's targets stand, by their word."""
    bar = [n for n in driver.buttons() if n.kind == "BarItem"]
    found: dict[str, QRect] = {}
    for node in bar:
        word = next(w for w in (*FIRST, *SLOTS, *VOICE) if node.name == driver.word(w))
        found["first" if word in FIRST else "voice" if word in VOICE else word] = node.box.toRect()
    return found


@pytest.mark.standard("C17")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_bar_has_one_place_and_one_order_on_every_page(every: Driver, language: str) -> None:
    seen: dict[str, dict[str, QRect]] = {}
    for place in places(every, language):
        every.lay_out()
        if any(n.kind == "BarItem" for n in every.look().nodes) and not every.kiosk.property("warning"):
            seen[place] = slots(every)
    assert len(seen) > 30
    first = seen["home"]
    assert first.keys() >= {"first", "voice", *SLOTS}
    for place, there in seen.items():
        moved = {word for word in first if there.get(word) != first[word]}
        assert not moved, f"{place}: {moved} stand elsewhere than on home"


@pytest.fixture(params=["portrait", "landscape"])
def every(request: pytest.FixtureRequest, open_kiosk: OpenKiosk) -> Driver:
    return open_kiosk(LANDSCAPE) if request.param == "landscape" else open_kiosk()


def words(driver: Driver) -> list[str]:
    """All words of the page but those of a tool that comes and goes with its place."""
    return [text for text in driver.texts() if text != driver.word("topic.more_below")]


def still(session: Session) -> Session:
    """What a visitor would call the same: all but when she was last heard of."""
    return replace(session, last_input=None, scroll=0.0)


@pytest.mark.standard("C17")
@pytest.mark.parametrize("screen", [Screen.HOME, Screen.TOPIC, Screen.CENTERS, Screen.EXPLORER])
def test_a_focus_that_wanders_over_a_page_changes_nothing(home: Driver, screen: Screen) -> None:
    openings = {
        Screen.HOME: home.kiosk.goHome,
        Screen.TOPIC: lambda: home.kiosk.openTopic("report"),
        Screen.CENTERS: home.kiosk.openCenters,
        Screen.EXPLORER: home.kiosk.openExplorer,
    }
    openings[screen]()
    home.kiosk.speech.decline()  # the first key of a visit would ask whether to read aloud
    home.settle()
    before, texts = home.session, words(home)
    reached: set[str] = set()
    for _ in range(len(home.buttons()) + 3):
        home.key(Qt.Key.Key_Tab)
        reached |= {n.name for n in home.buttons() if n.focused}
    assert len(reached) > 3
    assert still(home.session) == still(before)
    assert sorted(words(home)) == sorted(texts)


@pytest.mark.standard("E2")
def test_a_card_can_be_touched_anywhere(home: Driver) -> None:
    for index, topic in enumerate(home.topics()[:4]):
        card = home.reveal(home.button(topic.card))
        home.touch(inside(card)[index])
        assert home.session.topic == topic.id
        home.tap(home.word("bar.home"))


@pytest.mark.standard("E2")
def test_an_expander_opens_wherever_its_head_is_touched(home: Driver) -> None:
    topic = home.open("answers")
    heads = [block for block in topic.blocks if block.kind == "expander"][:4]
    for index, block in enumerate(heads):
        home.touch(inside(home.reveal(home.button(block.title)))[index])
        assert home.session.open_block == block.id


def inside(node: Node) -> tuple[QPoint, ...]:
    """A point near each corner, as far from the rim as a round corner needs."""
    box = node.box.toRect()
    off = box.height() // 6
    return (
        QPoint(box.left() + off, box.top() + off),
        QPoint(box.right() - off, box.top() + off),
        QPoint(box.left() + off, box.bottom() - off),
        QPoint(box.right() - off, box.bottom() - off),
    )


# --- what moves ---


SECONDS = 1.2
"""Longer than four steps of what drifts on the first screen."""


def moved(driver: Driver) -> bool:
    """Whether the glass changes within `SECONDS` in which nobody does anything."""
    driver.frame()
    first, clock = driver.window.grabWindow(), QElapsedTimer()
    clock.start()
    while clock.nsecsElapsed() / 1e9 < SECONDS:
        driver.frame()
        if driver.window.grabWindow() != first:
            return True
    return False


@pytest.mark.standard("C9")
def test_what_drifts_on_the_first_screen_ends_with_the_first_touch(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(less_motion=False)
    assert moved(driver), "nothing drifts: the rest of this test would prove nothing"
    driver.start("en")
    assert not moved(driver)


@pytest.mark.standard("C9", "C10")
def test_with_less_motion_nothing_moves_by_itself(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(less_motion=False)
    driver.kiosk.ease.setLessMotion(True)
    driver.settle()
    assert not moved(driver)
    plant(driver, BLINKING)
    assert moved(driver), "the eye sees what moves"


BLINKING = """
import QtQuick
Rectangle {
    width: 100; height: 100; color: "black"
    Timer { interval: 100; running: true; repeat: true
        onTriggered: parent.color = Qt.colorEqual(parent.color, "black") ? "white" : "black" }
}
"""
