"""A folder of layers as it is installed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.settings.layers import SITE


def _laid(home: Path) -> Path:
    (home / "site.d").mkdir(parents=True)
    (home / "site.yaml").write_text(SITE, encoding="utf-8")
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _laid(tmp_path / "etc")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """One that every user can go into, as that under /etc."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield _laid(Path(name) / "etc")
