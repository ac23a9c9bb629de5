"""A full-screen kiosk knows its glass before anything is laid out."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import load_kiosk
from kiosk.bridge.shell import Shell


def test_the_first_screen_is_laid_out_for_its_glass_at_once(qtbot: QtBot) -> None:
    shell = Shell(load_kiosk(paths.DEMO_SITE), paths.QML, paths.ASSETS)
    try:
        theme = shell.engine.singletonInstance("Kiosk.Theme", "Theme")
        assert isinstance(theme, QObject)
        resized: list[object] = []
        for signal in (shell.window.widthChanged, shell.window.heightChanged, theme.dpChanged):  # type: ignore[attr-defined]
            signal.connect(lambda *told: resized.append(told))
        with qtbot.waitSignal(shell.window.frameSwapped):
            shell.show(None)
        assert resized == []
        assert shell.window.geometry() == shell.window.screen().geometry()
    finally:
        shell.close()
