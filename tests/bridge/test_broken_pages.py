"""Pages that cannot be loaded must not become an empty screen at the first touch."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import load_kiosk
from kiosk.bridge.shell import Shell


@pytest.mark.qt_log_ignore("TopicPage", extend=True)
def test_a_missing_page_sends_the_visitor_to_the_desk(qtbot: QtBot, tmp_path: Path) -> None:
    qml = tmp_path / "qml"
    shutil.copytree(paths.QML, qml)
    (qml / "Kiosk" / "Pages" / "TopicPage.qml").unlink()
    kiosk = load_kiosk(paths.DEMO_SITE)
    shell = Shell(kiosk, qml, paths.ASSETS)
    try:
        shell.show((540, 960))
        assert kiosk.screen == "attract"
        kiosk.chooseLanguage("en")
        assert kiosk.screen == "closed"
        assert kiosk.session.language == ""
        QCoreApplication.processEvents()
        assert any("TopicPage" in warning for warning in shell.warnings)
    finally:
        shell.close()
