"""What is said equals what is seen: every page, every sheet, every part that opens, in six languages."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.voice.glass import Glass
from kiosk.session.model import Screen
from kiosk.session.voice import ReadAloud
from kiosk.speech.model import Kind
from tests.ui import named, spoken
from tests.ui.conftest import EXHAUSTIVE, OpenKiosk
from tests.ui.driver import LANDSCAPE, PORTRAIT, Driver
from tests.ui.places import places

SMALL = (PORTRAIT[0] // 2, PORTRAIT[1] // 2)
"""The same layout as on the real glass, drawn with a quarter of its pixels."""
SMALL_WIDE = (LANDSCAPE[0] // 2, LANDSCAPE[1] // 2)

Ways = dict[str, object]


def faults(driver: Driver, language: str, *, every: bool = True, **ways: object) -> list[str]:
    """All that is seen and not said, or said and not seen, on a walk through the whole kiosk by eye, ear and keys.

    `every`: each part that opens, too; else one state of each page.
    """
    found: list[str] = []
    ear = spoken.Ear(driver)
    for place in places(driver, language, mute=False, **ways):  # type: ignore[arg-type]
        if not every and place.count(",") and not place.startswith("explorer"):
            continue
        found += [f"{place}: {fault}" for fault in at_place(driver, ear)]
    return found


def at_place(driver: Driver, ear: spoken.Ear) -> list[str]:
    driver.kiosk.send(ReadAloud(True))
    ear.listen()
    read = list(ear.news)
    scene = driver.look()
    ear.walk()
    book = spoken.book(driver)
    seen = [n.text for n in spoken.uncovered(driver, scene)]
    allowed = spoken.Allowed(book, seen, [*spoken.alternatives(driver, book), *spoken.icons(scene, book)])
    names = [n.name for n in scene.nodes if n.button]
    # The rule beside a picture changes with each zoom: its number is said with the page, not at every turn.
    rule = re.escape(book.interface["explorer.scale"]).replace(re.escape("{mm}"), "[0-9]+")
    told = [text for text in seen if ear.whole or not re.fullmatch(rule, text)]
    found = [f"not said: {text!r}" for text in spoken.unsaid(told, ear.page)]
    found += [f"not seen: {text!r}" for text in dict.fromkeys(ear.news) if allowed.unseen(text)]
    found += [f"picture not said: {text!r}" for text in spoken.unsaid(spoken.shown_pictures(driver), ear.page)]
    if ear.whole:
        found += [
            f"said twice: {text!r}"
            for text in spoken.repeated(seen, read, [*names, *spoken.alternatives(driver, book)])
        ]
        found += spoken.mute_pictures(scene, book, read)
    return found


@pytest.mark.standard("A2", "C1", "F5")
@pytest.mark.parametrize(
    ("language", "size"),
    [pytest.param("en", SMALL, id="en-portrait"), pytest.param("ar", SMALL_WIDE, id="ar-landscape", marks=EXHAUSTIVE)],
)
def test_all_that_is_seen_is_said_and_nothing_else(open_kiosk: OpenKiosk, language: str, size: tuple[int, int]) -> None:
    found = faults(open_kiosk(size), language)
    assert not found, "\n".join(found)


@pytest.mark.standard("A2", "A10", "C16")
@pytest.mark.parametrize(
    ("language", "size", "ways"),
    [
        ("ar", SMALL_WIDE, {}),
        ("es", SMALL_WIDE, {"percent": 150}),
        ("vi", SMALL, {"percent": 200}),
        ("zh-Hans", SMALL, {"high_contrast": True}),
        ("ko", SMALL, {"lower_buttons": True}),
    ],
    ids=["ar", "es-150", "vi-200", "zh-Hans-contrast", "ko-lower"],
)
def test_the_other_languages_say_what_they_show(
    open_kiosk: OpenKiosk, language: str, size: tuple[int, int], ways: Ways
) -> None:
    found = faults(open_kiosk(size), language, every=False, **ways)
    assert not found, "\n".join(found)


@pytest.mark.standard("C2", "C13")
@pytest.mark.parametrize(
    ("language", "size", "ways"),
    [("en", SMALL, {"percent": 200}), ("ar", SMALL_WIDE, {})],
    ids=["en-200", "ar-wide"],
)
def test_every_control_says_its_words_once_and_all_is_read_from_top_to_bottom(
    open_kiosk: OpenKiosk, language: str, size: tuple[int, int], ways: Ways
) -> None:
    driver = open_kiosk(size)
    found = []
    for place in places(driver, language, mute=False, **ways):  # type: ignore[arg-type]
        driver.lay_out()
        found += [f"{place}: {fault}" for fault in [*named.unnamed(driver), *named.order_faults(driver)]]
    assert not found, "\n".join(found)


def test_only_what_opens_something_below_it_is_said_to_be_open(home: Driver) -> None:
    """Listen says by its name alone that the reading can be stopped: "Stop" that is also on would stop nothing."""
    home.kiosk.send(ReadAloud(True))
    glass = Glass(home.window)
    assert not [part.name for part in glass.parts() if part.opens]
    listen = next(part for part in glass.parts() if part.name == home.word("bar.stop"))
    assert not listen.on
    topic = home.open("answers")
    heads = [block.title for block in topic.blocks if block.kind == "expander"]
    assert [part.name for part in glass.parts() if part.opens] == heads
    home.kiosk.endSession()
    home.pass_time(home.idle_limit())
    home.settle()
    home.kiosk.speech.toggle()
    assert home.session.screen is Screen.ATTRACT
    assert not [part.name for part in glass.parts() if part.opens or (part.on and part.kind is Kind.BUTTON)]


@pytest.fixture
def read_page(home: Driver) -> tuple[Driver, spoken.Ear]:
    """The first topic, read from its beginning to its end without a fault."""
    home.kiosk.openTopic("what")
    ear = spoken.Ear(home)
    assert at_place(home, ear) == []
    home.kiosk.goHome()
    assert at_place(home, ear) == []
    return home, ear


def plant(driver: Driver, qml: str) -> QQuickItem:
    """An item more in the window, over everything else."""
    component = QQmlComponent(driver.shell.engine)
    component.setData(f"import QtQuick\nimport Kiosk.Controls\n{qml}".encode(), QUrl())
    made = component.create()
    assert isinstance(made, QQuickItem), component.errorString()
    made.setParent(driver.window)
    made.setProperty("parent", driver.window.contentItem())
    return made


@pytest.mark.parametrize(
    ("qml", "told"),
    [
        ('Label { text: "Two planted words"; Accessible.ignored: true }', "not said: 'Two planted words'"),
        ('Label { text: "Seen"; Accessible.name: "Unseen planted words" }', "not seen: 'Unseen planted words'"),
        (
            """Label {
                text: "Planted twin"
                Item { width: 9; height: 9; Accessible.role: Accessible.StaticText; Accessible.name: "Planted twin" }
            }""",
            "said twice",
        ),
        ('Picture { photo: "group"; width: 90; height: 90 }', "pictures are seen"),
    ],
    ids=["silent", "invisible", "double", "picture"],
)
def test_a_planted_fault_is_heard(read_page: tuple[Driver, spoken.Ear], qml: str, told: str) -> None:
    driver, ear = read_page
    plant(driver, qml)
    driver.kiosk.openTopic("what")
    found = at_place(driver, ear)
    assert len(found) == 1, found
    assert told in found[0]


def test_a_picture_that_has_lost_its_words_is_heard(read_page: tuple[Driver, spoken.Ear]) -> None:
    driver, ear = read_page
    driver.kiosk.openTopic("what")
    picture = next(i for i in named.items(driver.window.contentItem()) if i.property("photo") and i.property("alt"))
    words = picture.property("alt")
    picture.setProperty("alt", "")
    assert f"picture not said: {words!r}" in at_place(driver, ear)


@pytest.mark.parametrize(
    ("qml", "told"),
    [
        ('PillButton { text: "Go" ; Accessible.name: "Leave" }', "does not say 'Go'"),
        ('PillButton { text: "Go"; Accessible.name: "" }', "has no name"),
        ('PillButton { text: "Go"; Label { text: "Go" } }', "has parts of its own"),
        (
            """Pressable {
                text: "A"
                Accessible.description: "B"
                contentItem: Label { text: "B"; Accessible.ignored: true }
            }""",
            "has none of its words in its name",
        ),
        ('Item { Label { y: 200; text: "Second" } Label { text: "First" } }', "'First' is read after 'Second'"),
    ],
    ids=["other-name", "no-name", "words-inside", "label-not-in-name", "order"],
)
def test_a_planted_fault_of_names_or_order_is_told(home: Driver, qml: str, told: str) -> None:
    plant(home, qml)
    home.lay_out()
    found = [*named.unnamed(home), *named.order_faults(home)]
    assert [fault for fault in found if told in fault], found
