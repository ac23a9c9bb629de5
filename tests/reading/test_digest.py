"""A folder's fingerprint changes with every byte and every name, and with nothing else."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.reading.digest import digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "a").mkdir(parents=True)
    (tmp_path / "in" / "a" / "1.jpg").write_bytes(b"one")
    (tmp_path / "in" / "a-b.txt").write_bytes(b"two")
    return tmp_path / "in"


def test_it_is_the_same_every_time_and_at_every_place(folder: Path, tmp_path: Path) -> None:
    before = digest(folder)
    one, two = (hashlib.sha256(content).digest() for content in (b"one", b"two"))
    assert before == hashlib.sha256(b"a/1.jpg\0" + one + b"a-b.txt\0" + two).hexdigest()  # folder by folder
    os.utime(folder / "a" / "1.jpg", (0, 0))
    assert digest(folder) == before
    assert digest(folder.rename(tmp_path / "there")) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a" / "1.jpg").write_bytes(b"onf"),
        lambda folder: (folder / "a" / "1.jpg").rename(folder / "a" / "2.jpg"),
        lambda folder: (folder / "a" / "1.jpg").rename(folder / "1.jpg"),
        lambda folder: (folder / "a" / "1.jpg").unlink(),
        lambda folder: (folder / "new").write_bytes(b""),
    ],
)
def test_any_change_gives_another(folder: Path, change: Callable[[Path], object]) -> None:
    before = digest(folder)
    change(folder)
    assert digest(folder) != before
