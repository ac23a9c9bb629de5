"""Small mammograms, made for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.gallery import Gallery
from tests.bridge.asking import HEIGHT, WIDTH
from tests.explorer.made import picture


@pytest.fixture
def assets(tmp_path: Path, qapp: QGuiApplication) -> Path:
    """One picture, "a", of 60 x 70 mm in squares of 3.2 mm; its magnification view has other squares."""
    picture(tmp_path, "a", WIDTH, HEIGHT)
    return tmp_path


@pytest.fixture
def gallery(assets: Path) -> Gallery:
    return Gallery(assets)
