"""The eye for layout sees what is planted for it, and nothing where nothing is wrong."""

from __future__ import annotations

import pytest

from kiosk.bridge.eye import broken_words, faults
from tests.ui.conftest import SceneOf

CLEAN = """
Card {
    x: 10; y: 10; width: 300; height: 200
    Column {
        x: 10; y: 10; width: 280; spacing: 4
        Words { width: parent.width; wrapMode: Text.Wrap; text: "Words that wrap over several lines inside their card" }
        Words { text: "Others below" }
    }
}
"""
SCROLLED = """
Card {
    width: 200; height: 100
    Flickable {
        anchors.fill: parent; contentWidth: 200; contentHeight: 600; contentY: 290; clip: true
        Words { y: 300; text: "Seen" }
        Words { x: %d; y: %d; text: "Further" }
    }
}
"""
LONG = "Microcalcifications stand here"


def test_nothing_is_said_of_a_clean_page(scene_of: SceneOf) -> None:
    scene = scene_of(CLEAN)
    assert len(scene.texts()) == 2
    assert faults(scene) == []
    assert list(broken_words(scene)) == []


@pytest.mark.parametrize(
    ("qml", "says"),
    [
        (f'Words {{ width: 90; height: 20; text: "{LONG}" }}', "is cut"),
        (f'Words {{ width: 120; height: 20; wrapMode: Text.Wrap; text: "{LONG}" }}', "is cut"),
        (f'Words {{ width: 90; elide: Text.ElideRight; text: "{LONG}" }}', "is cut"),
        (f'Words {{ width: 120; maximumLineCount: 1; wrapMode: Text.Wrap; text: "{LONG}" }}', "is cut"),
    ],
    ids=["too narrow", "too low", "elided", "too few lines"],
)
def test_words_that_are_cut_are_named(scene_of: SceneOf, qml: str, says: str) -> None:
    told = faults(scene_of(qml))
    assert len(told) == 1
    assert repr(LONG) in told[0]
    assert says in told[0]


@pytest.mark.parametrize(
    ("qml", "says"),
    [
        ('Card { width: 80; height: 80; Words { text: "Too wide for it" } }', "stands outside its Card"),
        ('Card { width: 200; height: 10; Words { text: "Too high" } }', "stands outside its Card"),
        ('Target { width: 40; height: 90; Words { text: "Too wide" } }', "stands outside its Target"),
        ('Words { x: 380; text: "Over the edge" }', "stands outside the window"),
        ('Words { y: 390; text: "Below the edge" }', "stands outside the window"),
        ("Card { x: 300; width: 200; height: 50 }", "'Card' stands outside the window"),
        ("Target { y: -10; width: 90; height: 90 }", "'Target' stands outside the window"),
    ],
)
def test_what_stands_outside_is_named(scene_of: SceneOf, qml: str, says: str) -> None:
    told = faults(scene_of(qml))
    assert told != []
    assert all(says in line for line in told)


def test_words_further_down_a_page_are_no_fault(scene_of: SceneOf) -> None:
    scene = scene_of(SCROLLED % (0, 560))
    assert len(scene.texts()) == 2
    assert faults(scene) == []


@pytest.mark.parametrize(("x", "y"), [(0, 590), (160, 400)], ids=["below the end", "beyond the side"])
def test_words_that_no_scrolling_can_reach_are_named(scene_of: SceneOf, x: int, y: int) -> None:
    told = faults(scene_of(SCROLLED % (x, y)))
    assert told != []
    assert all("'Further' stands outside" in line for line in told)


def test_two_texts_in_one_place_are_named(scene_of: SceneOf) -> None:
    told = faults(scene_of('Words { text: "Below" } Words { y: 12; text: "Above" }'))
    assert len(told) == 1
    assert told[0].startswith("'Below' and 'Above' are drawn over each other")


def test_a_sheet_may_cover_the_page_but_not_by_half(scene_of: SceneOf) -> None:
    """What lies below a solid sheet is hidden as a whole; under a clear one both can be seen at once."""
    page = (
        'Flickable { width: 400; height: 400; contentWidth: 400; contentHeight: 400; Words { y: 100; text: "Page" } }'
    )
    sheet = 'Rectangle { color: "%s"; y: 90; width: 300; height: 100; Words { y: 10; text: "Sheet" } }'
    assert faults(scene_of(page + sheet % "white")) == []
    told = faults(scene_of(page + sheet % "#80ffffff"))
    assert len(told) == 1
    assert "'Page' and 'Sheet' are drawn over each other" in told[0]


def test_words_behind_a_card_of_their_own_page_are_named(scene_of: SceneOf) -> None:
    told = faults(scene_of('Words { text: "Heading" } Card { y: 15; width: 200; height: 50 }'))
    assert len(told) == 1
    assert "'Heading' is hidden by a Card" in told[0]


def test_a_round_card_hides_nothing_with_the_corner_that_it_has_not(scene_of: SceneOf) -> None:
    beside = 'Words { x: 100; text: "1" } Card { x: %s; y: %s; width: 60; height: 60; radius: %d }'
    for radius, hides in ((0, True), (30, False), (300, False)):
        assert bool(faults(scene_of(beside % (106, 18, radius)))) is hides
    (told,) = faults(scene_of(beside % (76, 18, 30)))  # its round top reaches the word
    assert "'1' is hidden by a Card" in told


def test_two_targets_in_one_place_are_named(scene_of: SceneOf) -> None:
    target = "Target { x: %d; width: 100; height: 100; }"
    assert faults(scene_of(target % 0 + target % 110)) == []
    told = faults(scene_of(target % 0 + target % 90))
    assert len(told) == 1
    assert "share 90,0 10x100" in told[0]


def test_a_word_that_does_not_fit_its_line_is_named(scene_of: SceneOf) -> None:
    words = 'Words { width: %d; wrapMode: Text.Wrap; text: "All microcalcifications" }'
    assert list(broken_words(scene_of(words % 200))) == []
    told = list(broken_words(scene_of(words % 100)))
    assert len(told) == 1
    assert "breaks inside 'microcalcifications'" in told[0]


def test_chinese_goes_on_anywhere_but_not_a_latin_word_in_it(scene_of: SceneOf) -> None:
    words = 'Words { width: 90; wrapMode: Text.Wrap; text: "%s" }'
    assert list(broken_words(scene_of(words % "屏幕在十八点至七点熄灭，请检查触摸。"))) == []
    assert len(list(broken_words(scene_of(words % "请检查microcalcifications。")))) == 1
