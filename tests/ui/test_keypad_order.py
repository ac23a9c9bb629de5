"""Every control of every screen by one key: in the order of reading, in sight, round and round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.eye import Scene
from kiosk.bridge.focus import Focus
from tests.ui.conftest import EXHAUSTIVE, ORIENTATIONS, OpenKiosk
from tests.ui.driver import Driver
from tests.ui.keypad import Key, at, by_key, expected, hidden, name, one_round
from tests.ui.places import places

_ALIKE = re.compile(r"spot [2-6]|step [2-6]|, larger|, (time|milk|age)|corner|answers, .*[^1]$")
"""Places that differ from others of the explorer, or of a page, in nothing that keys reach."""


def misread(scene: Scene, *, mirrored: bool) -> list[str]:
    """Controls of one page that follow one another against the direction of reading."""
    found = []
    targets = [n for n in scene.nodes if n.button and n.enabled and by_key(scene, n) and n.kind != "LanguageButton"]
    for one, other in pairwise(targets):
        if scene.scrolling(one) is None or scene.scrolling(one) != scene.scrolling(other):
            continue
        above = other.box.bottom() <= one.box.top()
        beside = other.box.right() <= one.box.left() if mirrored else other.box.left() >= one.box.right()
        if above and not beside:
            found.append(f"{other.name!r} stands over {one.name!r} and follows it")
    return found


@pytest.mark.standard("A11", "B2", "C7")
@pytest.mark.parametrize(
    ("language", "orientation", "percent", "halves"),
    [
        ("ar", "landscape", 100, (0,)),
        ("vi", "portrait", 200, (1,)),
        pytest.param("ar", "landscape", 100, (1,), marks=EXHAUSTIVE),
        pytest.param("vi", "portrait", 200, (0,), marks=EXHAUSTIVE),
        pytest.param("en", "portrait", 100, (0, 1), marks=EXHAUSTIVE),
    ],
)
def test_down_alone_leads_to_every_control_of_every_screen(
    open_kiosk: OpenKiosk, language: str, orientation: str, percent: int, halves: tuple[int, ...]
) -> None:
    """`halves`: of every two places the first (0), the second (1), or both; the sample has each place once."""
    driver = open_kiosk(ORIENTATIONS[orientation])
    faults, seen = [], 0
    told = (place for place in places(driver, language, percent) if place != "thanks" and not _ALIKE.search(place))
    for number, place in enumerate(told):
        if number % 2 not in halves:
            continue
        driver.kiosk.speech.decline()
        scene = driver.settle()
        wanted, got = expected(scene), []
        faults += [f"{place}: {told}" for told in misread(scene, mirrored=driver.kiosk.property("mirrored"))]
        for item in one_round(driver):
            got.append(name(item))
            faults += [f"{place}, {got[-1]}: {told}" for told in hidden(driver, item, driver.rest)]
        seen += len(got)
        faults += [f"{place}: never at {one!r}" for one in wanted if one not in got]
        faults += [f"{place}: {got} is another order than {wanted}"] if not _in_order(wanted, got) else []
    assert seen > 100 * len(halves)
    assert not faults, "\n".join(faults)


def _in_order(wanted: Sequence[str], got: Sequence[str]) -> bool:
    """Whether the names of `wanted` come in this order, wherever the round began."""
    known = [one for one in got if one in wanted]
    turned = [one for one in wanted if one in got]
    if len(set(turned)) < len(turned) or not known:
        return True  # two of one name: the order says nothing
    start = turned.index(known[0])
    return known == turned[start:] + turned[:start]


@pytest.mark.standard("C7")
@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Right])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_arrow_goes_round_the_whole_screen(open_kiosk: OpenKiosk, key: Qt.Key, language: str) -> None:
    driver = open_kiosk()
    driver.start(language)
    driver.key(Key.Key_Down)
    more = driver.word("topic.more_below")  # there only while something is
    forward = [name(item) for item in one_round(driver) if name(item) != more]
    there = [name(item) for item in one_round(driver, key) if name(item) != more]
    back = key in (Key.Key_Up, Key.Key_Right if language == "ar" else Key.Key_Left)
    turned = forward[::-1] if back else forward
    start = turned.index(there[0])
    assert there == turned[start:] + turned[:start]


def test_a_control_that_sticks_out_is_seen_as_a_fault(home: Driver) -> None:
    """The twin of what looks for the frame."""
    home.key(Key.Key_Down)
    item = at(home)
    assert hidden(home, item) == []
    item.setX(-item.width() / 4)
    home.settle()
    assert len(hidden(home, item)) == 2


def test_another_order_is_seen_as_a_fault(home: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin of what compares orders."""
    wanted, usual = expected(home.look()), Focus.controls

    def swapped(focus: Focus) -> list[QQuickItem]:
        first, second, *rest = usual(focus)
        return [second, first, *rest]

    home.kiosk.speech.decline()
    assert _in_order(wanted, [name(item) for item in one_round(home)])
    monkeypatch.setattr(Focus, "controls", swapped)
    assert not _in_order(wanted, [name(item) for item in one_round(home)])
