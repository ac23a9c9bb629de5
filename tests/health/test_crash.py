"""What the next start knows of the last end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import keeping
from kiosk.health.crash import CRASH, RUNNING, Crash, Life, boot_id

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=5)


def test_a_clean_end_is_nothing_to_tell(tmp_path: Path) -> None:
    life = Life(tmp_path, NOW, "one")
    assert life.last_crash is None
    life.end()
    assert not (tmp_path / RUNNING).exists()
    assert Life(tmp_path, LATER, "one").last_crash is None


@pytest.mark.parametrize(("boot", "kind"), [("one", "crash"), ("two", "power")])
def test_an_end_that_nobody_wanted_is_told_with_its_kind(tmp_path: Path, boot: str, kind: str) -> None:
    Life(tmp_path, NOW, "one")
    assert Life(tmp_path, LATER, boot).last_crash == Crash(kind, LATER, NOW)  # type: ignore[arg-type]


def test_it_is_remembered_through_clean_ends_and_the_newest_counts(tmp_path: Path) -> None:
    Life(tmp_path, NOW, "one")
    Life(tmp_path, LATER, "one").end()
    third = Life(tmp_path, LATER + timedelta(days=1), "one")
    assert third.last_crash == Crash("crash", LATER, NOW)
    fourth = Life(tmp_path, LATER + timedelta(days=2), "two")
    assert fourth.last_crash == Crash("power", LATER + timedelta(days=2), LATER + timedelta(days=1))


@pytest.mark.parametrize("junk", [b"", b"{", b"\xff\xfe", b"[]", b'{"boot": 3}', b"x" * (keeping.MOST_BYTES + 1)])
def test_files_that_make_no_sense_are_as_none(tmp_path: Path, junk: bytes) -> None:
    for name in (RUNNING, CRASH):
        (tmp_path / name).write_bytes(junk)
    life = Life(tmp_path, NOW, "one")
    assert life.last_crash is None
    assert not life.readonly
    assert json.loads((tmp_path / RUNNING).read_bytes())["boot"] == "one"


def test_where_nothing_can_be_written_that_is_known_and_nothing_else_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    Life(tmp_path, NOW, "one")
    monkeypatch.setattr(keeping, "keep", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    life = Life(tmp_path, LATER, "one")
    assert life.readonly
    assert life.last_crash == Crash("crash", LATER, NOW)
    life.end()


def test_a_process_that_is_killed_leaves_its_mark(tmp_path: Path) -> None:
    words = (
        "import os, signal, sys; from datetime import datetime, UTC; from pathlib import Path\n"
        "from kiosk.health.crash import Life, boot_id\n"
        "Life(Path(sys.argv[1]), datetime.now(UTC), boot_id()); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", words, str(tmp_path)], check=False, env=dict(os.environ))
    crash = Life(tmp_path, datetime.now(UTC), boot_id()).last_crash
    assert crash is not None
    assert crash.kind == "crash"


def test_a_machine_that_does_not_say_which_start_it_is_has_one_that_never_differs(tmp_path: Path) -> None:
    assert boot_id(tmp_path / "nowhere") == ""
    assert len(boot_id()) == 36
