"""For every test: Qt draws without a screen, prepared as the kiosk prepares it, and any Qt warning fails the test."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator

import pytest

from kiosk.app import prepare_environment

pytest_plugins = ["tests.standards.plugin"]

# Before anything loads Qt: a display or a graphics card must not be needed, nor decide how a page looks.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
prepare_environment()
# Nor what a kiosk on this machine has compiled: each process of tests compiles every page once, for itself.
_COMPILED = tempfile.TemporaryDirectory(prefix="kiosk-tests-qml-")
os.environ |= {"QML_DISK_CACHE": "qmlc", "QML_DISK_CACHE_PATH": _COMPILED.name}

_YOUNG = 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("qt_log_level_fail") is None:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


def pytest_sessionstart() -> None:
    """Garbage is collected between tests, never by a thread that happens to run: a dead window's timers must be
    destroyed where they run, or Qt calls them when they are no more (kiosk/bridge/sweeper.py)."""
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    yield
    gc.collect(_YOUNG)


@pytest.fixture(scope="module", autouse=True)
def swept() -> Iterator[None]:
    """What a module's tests left, the old with the young."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Qt Quick alone: no widget is ever loaded."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only tests with a window pay for it

    return QGuiApplication
