"""A whole visit on the real screen: every page by touch, and each screen exactly as it must be."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from tests.e2e.likeness import alike
from tests.e2e.stage import Stage


def read_page(stage: Stage) -> set[str]:
    """Swipe through the open page and back, then open one part and one tab if it has any; returns what it had."""
    assert not alike(stage.to_the_end(), stage.to_the_start())
    more = stage.twin.kiosk.words.topicMoreBelow
    had: set[str] = set()
    while had != {"expander", "tab"}:
        expander, tab = stage.twin.expander(), stage.twin.other_tab()
        if expander and "expander" not in had:
            closed = stage.same("before an expander opens")
            assert not alike(stage.tap_at(expander, "an expander"), closed)
            had.add("expander")
        elif tab and "tab" not in had:
            before = stage.same("before a tab is chosen")
            assert not alike(stage.tap_at(tab, "a tab"), before)
            had.add("tab")
        elif stage.twin.shows(more):
            stage.tap(more)
        else:
            break
    return had


@pytest.mark.standard("A18", "B5")
def test_a_whole_visit_by_touch_shows_every_screen_as_it_must_be(stage: Stage) -> None:
    stage.tap("Español")
    words = stage.twin.kiosk.words
    spanish_home = stage.same("home in Spanish")
    stage.tap(words.barLanguage)
    home = stage.tap("English")
    assert not alike(home, spanish_home)
    cards = stage.twin.cards()
    assert len(cards) == 8
    had: set[str] = set()
    screens: list[QImage] = []
    for topic, name in cards:
        screens.append(stage.tap(name))
        assert stage.twin.kiosk.session.topic == topic
        had |= read_page(stage)
        stage.tap(words.barBack)
    assert had == {"expander", "tab"}
    screens.append(stage.tap(words.homeCenters))
    visited = stage.tap(words.barHome)
    assert not alike(visited, home)  # every card carries its tick
    assert not any(alike(a, b) for n, a in enumerate(screens) for b in screens[:n])
    thanks = stage.tap(words.barDone)
    stage.twin.pass_time(10)
    assert alike(stage.same("the first screen again"), stage.first)
    assert not alike(thanks, stage.first)
    assert not alike(thanks, visited)


@pytest.mark.parametrize("language", ["English", "Español"])
def test_the_next_visitor_finds_nothing_of_the_last_one(stage: Stage, language: str) -> None:
    home = stage.tap(language)
    words = stage.twin.kiosk.words
    stage.tap(stage.twin.cards()[-1][1])
    expander = stage.twin.expander()
    assert expander
    stage.tap_at(expander, "an expander")
    stage.to_the_end()
    stage.tap(words.barDone)
    stage.twin.pass_time(10)
    stage.same("the first screen again")
    assert alike(stage.tap(language), home)
