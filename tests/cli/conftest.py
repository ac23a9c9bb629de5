"""A home of its own for every command, and a copy of the installation that a test may break."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import paths
from tests.cli.launch import OFFSCREEN, environment


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that commands of this folder may share."""
    return tmp_path_factory.mktemp("warm")


@pytest.fixture
def env(tmp_path: Path, warm: Path) -> dict[str, str]:
    """A clean environment without a display, with the shared cache."""
    return environment(tmp_path) | {"XDG_CACHE_HOME": str(warm)}


@pytest.fixture
def copied(tmp_path: Path) -> Callable[..., Path]:
    """Copies the installation and returns where; without the content when asked. PYTHONPATH must then name it."""

    def copy(*, content: bool = True) -> Path:
        root = tmp_path / "installation"
        shutil.copytree(paths.PACKAGE, root / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
        (root / "assets").symlink_to(paths.ASSETS)
        if content:
            shutil.copytree(paths.CONTENT, root / "content")
        return root

    return copy


def offscreen(root: Path, home: Path) -> dict[str, str]:
    """The environment in which the copied installation runs."""
    return environment(home, OFFSCREEN, root)
