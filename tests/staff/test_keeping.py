"""Small files: the old value or the new after any end of the process, and a clear word where there is no room."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kiosk import keeping
from tests.cli.launch import ROOT
from tests.staff import places
from tests.staff.places import full, read_only


def killed(writer: str, path: Path, kills: int) -> Counter[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.staff.killed", writer, str(path), str(kills), "6"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,  # each write waits for the disk, which may be slow
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Counter(json.loads(done.stdout))


def test_after_200_kills_there_stood_the_old_value_or_the_new_and_nothing_else(tmp_path: Path) -> None:
    found = killed("keep", tmp_path / "value", 200)
    assert (found["half"], found["not cleaned"]) == (0, 0)
    assert found["old"] + found["new"] + found["none yet"] == found["kills"] >= 200
    assert found["left over"] > 0, "no kill came in the middle of a write: nothing was tried"
    assert [path.name for path in tmp_path.iterdir()] == ["value"]


def test_a_writer_that_can_be_seen_half_way_is_caught_by_the_same_kills(tmp_path: Path) -> None:
    assert killed("planted", tmp_path / "value", 60)["half"] > 0


def test_the_disk_has_the_bytes_before_the_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        sync(handle)
        told.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "bytes")  # noqa: PTH112

    def replaced(self: Path, target: Path) -> Path:
        told.append("name")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    keeping.keep(tmp_path / "value", b"new")
    assert told == ["bytes", "name", "folder"]


@pytest.mark.parametrize("by", ["write", "read"])
def test_what_a_killed_writer_left_is_gone_with_the_next(tmp_path: Path, by: str) -> None:
    path = tmp_path / "value"
    keeping.keep(path, b"old")
    left, another = tmp_path / ".value.0a0b0c0d", tmp_path / ".values.0a0b0c0d"
    left.write_bytes(b"ne")
    another.write_bytes(b"of another file")
    if by == "write":
        keeping.keep(path, b"new")
    else:
        assert keeping.kept(path) == b"old"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [another.name, path.name]


def test_what_is_being_written_just_now_stays(tmp_path: Path) -> None:
    busy = tmp_path / ".value.0a0b0c0d"
    with busy.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        keeping.keep(tmp_path / "value", b"new")
        assert busy.exists()
    assert keeping.kept(tmp_path / "value") == b"new"
    assert not busy.exists()


def test_a_new_file_that_somebody_cleans_before_it_is_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = fcntl.flock
    taken: list[Path] = []

    def late(handle: int, how: int) -> None:
        if not taken:
            taken.extend(tmp_path.iterdir())
            taken[0].unlink()
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    keeping.keep(tmp_path / "value", b"new")
    assert (len(taken), keeping.kept(tmp_path / "value")) == (1, b"new")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("lock", [OSError(errno.ENOLCK, "No locks available"), OSError(errno.ENOTSUP, "Not supported")])
def test_a_disk_without_locks_is_written_all_the_same_and_nothing_is_cleaned_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock: OSError
) -> None:
    def none(*_: object) -> None:
        raise lock

    monkeypatch.setattr(fcntl, "flock", none)
    (tmp_path / ".value.0a0b0c0d").write_bytes(b"ne")
    keeping.keep(tmp_path / "value", b"new")
    assert keeping.kept(tmp_path / "value") == b"new"
    assert (tmp_path / ".value.0a0b0c0d").exists()


def test_a_file_is_its_owners_alone_and_its_time_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "value"
    keeping.keep(path, b"new", stamp=86_400.0)
    state = path.stat()
    assert (state.st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert state.st_mtime == 86_400.0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can write for others")
def test_what_root_writes_belongs_to_the_owner_of_the_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, 65534, 65534)
    keeping.keep(tmp_path / "value", b"new")
    assert (tmp_path / "value").stat().st_uid == 65534


def test_a_full_disk_keeps_the_old_value_and_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    keeping.keep(folder / "value", b"old")
    with full(folder):
        with pytest.raises(OSError, match=f"value cannot be written in {folder}: ") as told:
            keeping.keep(folder / "value", b"new")
        assert told.value.errno in (errno.ENOSPC, errno.EFBIG)
        assert [entry.name for entry in folder.iterdir() if entry.name != "filler"] == ["value"]
        assert keeping.kept(folder / "value") == b"old"


def test_a_read_only_folder_keeps_the_old_value_and_is_named(tmp_path: Path) -> None:
    keeping.keep(tmp_path / "value", b"old")
    (tmp_path / ".value.0a0b0c0d").write_bytes(b"ne")
    with read_only(tmp_path):
        with pytest.raises(OSError, match=f"value cannot be written in {tmp_path}: ") as told:
            keeping.keep(tmp_path / "value", b"new")
        assert told.value.errno in (errno.EROFS, errno.EACCES)
        assert keeping.kept(tmp_path / "value") == b"old"


def test_where_root_may_not_mount_the_places_of_these_tests_are_as_tight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_mounted", lambda *_: False)
    for place in (full, read_only):
        with place(tmp_path), pytest.raises(OSError, match="value cannot be written"):
            keeping.keep(tmp_path / "value", b"new")
    keeping.keep(tmp_path / "value", b"new")


def test_a_folder_below_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / "state" / "value"
    with pytest.raises(OSError, match=f"value cannot be written in {path.parent}: "):
        keeping.keep(path, b"new")
    with pytest.raises(NotADirectoryError):
        keeping.kept(path)


def test_what_is_no_small_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "value"
    assert keeping.kept(path) is None
    path.write_bytes(bytes(keeping.MOST_BYTES + 1))
    with pytest.raises(OSError, match="larger than 65536 bytes"):
        keeping.kept(path)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(OSError, match="is not a file"):
        keeping.kept(path)


def test_what_an_editor_has_left_beside_a_file_stays(tmp_path: Path) -> None:
    """Only what is called as a writer here calls its own is taken away."""
    file = tmp_path / "kiosk.yaml"
    others = {".kiosk.yaml.swp", ".kiosk.yaml.un~", ".kiosk.yaml.0123456", ".kiosk.yaml.0123456x", "kiosk.yaml~"}
    for name in (*others, ".kiosk.yaml.01234567"):
        (tmp_path / name).write_bytes(b"unsaved")
    keeping.keep(file, b"x")
    assert keeping.kept(file) == b"x"
    assert {path.name for path in tmp_path.iterdir()} == {*others, file.name}
