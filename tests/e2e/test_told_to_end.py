"""A kiosk that is told to end while somebody reads: wiped and gone at once, and nothing of the visit is left."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.e2e.hand import Hand
from tests.e2e.stage import staged


def _files(folder: Path) -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in folder.rglob("*") if path.is_file()}


def test_sigterm_in_a_visit_wipes_and_leaves(qtbot: QtBot, hand: Hand, site_file: Path, cache: Path) -> None:
    state = site_file.parent / "state"
    with staged(hand, site_file, cache, {"STATE_DIRECTORY": str(state)}) as stage:
        before = _files(cache)
        stage.tap("Español")
        stage.tap(stage.twin.cards()[1][1])
        begun = time.monotonic()
        os.kill(stage.pid, signal.SIGTERM)
        assert stage.ended() == os.EX_OK
        assert time.monotonic() - begun < 2
    left = {path.name: json.loads(path.read_bytes()) for path in state.iterdir() if path.is_file()}
    assert {name: set(what) for name, what in left.items()} == {
        "clock.json": {"newest"},
        "settings.json": {"place", "form", "site", "since"},
    }
    assert _files(cache) == before
