"""What stands for hours wanders, so that nothing is burnt into the glass: a little, as a whole, unseen."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Q_ARG, QMetaObject, QObject, QPoint, QRect
from PySide6.QtQml import QQmlApplicationEngine
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.bridge.eye import Node
from kiosk.catalog import Catalog
from kiosk.session.model import Reset
from tests.e2e.likeness import same
from tests.ui.conftest import ORIENTATIONS, OpenKiosk

REACH = 8
"""Pixels, on the design's glass."""
ROUND = 4 * REACH * (REACH - 1)
"""Steps until it is in its place again; the two ways have no length in common but this."""


PROBE = b"""
import QtQuick
import Kiosk.Controls
QtObject {
    id: root
    property string way
    property int interval
    property bool runs
    property int steps: drift.steps
    property bool shown: true
    readonly property Drift drift: Drift { visible: root.shown }
    function walk(steps: int) {
        const way = [];
        for (drift.steps = 0; drift.steps < steps; ++drift.steps)
            way.push([drift.children[0].x, drift.children[0].y]);
        root.way = JSON.stringify(way);
    }
    function look() {
        interval = drift.resources[0].interval;
        runs = drift.resources[0].running;
    }
    function hurry() {
        drift.resources[0].interval = 1;
    }
}
"""


@pytest.fixture
def drift(qapp: object) -> Iterator[QObject]:
    """One that nobody sees: just its numbers."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(paths.QML))
    engine.loadData(PROBE)
    (made,) = engine.rootObjects()
    yield made
    shiboken6.delete(engine)


def test_it_begins_in_its_place_and_goes_a_pixel_at_a_time_and_never_far(drift: QObject) -> None:
    QMetaObject.invokeMethod(drift, "walk", Q_ARG("int", ROUND + 2))
    way = [(x, y) for x, y in json.loads(str(drift.property("way")))]
    assert way[0] == way[ROUND] == (0, 0)
    pairs = list(itertools.pairwise(way))
    assert all(one != other for one, other in pairs)
    assert all(max(abs(a - c), abs(b - d)) == 1 for (a, b), (c, d) in pairs)
    assert {x for x, _ in way} == set(range(-REACH, REACH + 1))
    assert {y for _, y in way} == set(range(1 - REACH, REACH))
    assert len(set(way)) > ROUND / 3  # it does not go to and fro on one line


def test_time_moves_it_seldom_and_only_while_it_is_seen(drift: QObject, qtbot: QtBot) -> None:
    QMetaObject.invokeMethod(drift, "look")
    assert drift.property("runs")
    assert drift.property("interval") >= 20_000
    QMetaObject.invokeMethod(drift, "hurry")
    qtbot.waitUntil(lambda: int(drift.property("steps")) > 1)
    drift.setProperty("shown", False)
    QMetaObject.invokeMethod(drift, "look")
    assert not drift.property("runs")


def moved(node: Node, by: tuple[int, int]) -> tuple[float, ...]:
    x, y, width, height = node.rect
    return (x + by[0], y + by[1], width, height)


@pytest.mark.parametrize("orientation", list(ORIENTATIONS))
def test_the_first_screen_moves_as_a_whole_and_to_the_edges_of_the_glass(
    open_kiosk: OpenKiosk, orientation: str
) -> None:
    driver = open_kiosk(ORIENTATIONS[orientation])
    first, buttons = driver.screenshot(), driver.buttons()
    whole = QRect(0, 0, first.width(), first.height())
    steps, by = REACH, (REACH, REACH - 2)  # the farthest corner but a pixel
    driver.drift(steps)
    for before, now in zip(buttons, driver.buttons(), strict=True):
        assert now.rect == moved(before, by)
    there = driver.screenshot()
    kept = whole.adjusted(0, 0, -by[0], -by[1])
    assert same(there.copy(kept.translated(*by)), first.copy(kept))
    # What has come in at the edge is more of the picture, not the ground below it.
    for x in (0, 1) if orientation == "portrait" else (0,):
        edge = [there.pixelColor(x * (whole.width() - 1), y) for y in range(0, whole.height(), 97)]
        paper = driver.shell.window.color()
        assert any(color != paper for color in edge)


def test_touches_land_where_it_has_wandered_to(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    name = next(i.name for i in driver.catalog.languages if i.code == "es")
    before = driver.button(name).box
    driver.drift(REACH)
    # A spot that was beside the button before.
    driver.touch(QPoint(int(before.right()) + REACH - 2, int(before.center().y())))
    assert driver.session.language == "es"


def test_after_a_visit_it_begins_anew(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk()
    first = driver.screenshot()
    driver.drift(5)
    assert not same(driver.screenshot(), first)
    driver.start("en")
    driver.kiosk.send(Reset())
    assert same(driver.screenshot(), first)


def test_the_screen_that_asks_to_come_to_the_desk_wanders_too(open_kiosk: OpenKiosk, closed: Catalog) -> None:
    driver = open_kiosk(ORIENTATIONS["portrait"], closed)
    before = driver.look().texts()
    driver.drift(3)
    assert [now.rect for now in driver.look().texts()] == [moved(node, (3, 3)) for node in before]
