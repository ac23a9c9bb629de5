"""The driver itself: it hears every warning, sees every motion, and finds nothing that is not there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl, qWarning
from PySide6.QtQml import QQmlComponent
from pytestqt.qtbot import QtBot

from kiosk.catalog import Catalog
from kiosk.settings.model import Site
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.hands import linger
from tests.ui.qt_said import heard

PLANTED = b"import QtQuick\nQtObject { Component.onCompleted: planted() }"


def test_a_warning_from_a_screen_fails_its_test(qtbot: QtBot, catalog: Catalog, site: Site) -> None:
    with pytest.raises(AssertionError, match="planted"), Driver(qtbot, catalog, site) as driver:
        component = QQmlComponent(driver.shell.engine)
        component.setData(PLANTED, QUrl("planted.qml"))
        component.create()
        assert len(driver.shell.warnings) == 1


def test_a_screen_without_a_fault_fails_nothing(qtbot: QtBot, catalog: Catalog, site: Site) -> None:
    with Driver(qtbot, catalog, site) as driver:
        driver.start("en")
        assert list(driver.shell.warnings) == []


def test_qt_warnings_fail_every_test(request: pytest.FixtureRequest) -> None:
    marker = request.node.get_closest_marker("qt_log_level_fail")
    assert marker is not None
    assert marker.args == ("WARNING",)
    with heard() as said:
        qWarning("planted")
    assert said == ["planted"]


def test_settling_waits_for_motion(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(less_motion=False)
    driver.start("en")
    linger(driver)
    driver.kiosk.openTopic("care")
    assert any(node.moving for node in driver.look().nodes)
    driver.settle()
    assert not any(node.moving for node in driver.look().nodes)
    assert driver.topic("care").title in driver.texts_on_glass()


def test_what_is_not_there_is_not_found(home: Driver) -> None:
    with pytest.raises(AssertionError, match="nothing to touch is called 'No such button'"):
        home.button("No such button")
    with pytest.raises(AssertionError, match="stands 0 times"):
        home.text("No such words")
    home.tap(home.word("bar.language"))
    with pytest.raises(AssertionError, match="nothing to touch"):
        home.button(home.topics()[0].card)


def test_what_is_below_the_glass_is_not_on_it(home: Driver) -> None:
    topic = home.open("answers")
    assert topic.ask in home.texts()
    assert topic.ask not in home.texts_on_glass()
    home.scroll_to(1)
    assert topic.ask in home.texts_on_glass()
