"""Compiled twins: stale or damaged ones are as good as none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.reading import compiled

STATE = b"state"
PARTS = [b"first part", b"second part"]


def test_head_and_parts_come_back(tmp_path: Path) -> None:
    path = tmp_path / "twin"
    compiled.keep(path, STATE, b"head", PARTS)
    again = compiled.open_file(path, STATE)
    assert again is not None
    assert again.head == b"head"
    assert [again.part(1), again.part(0)] == [b"second part", b"first part"]
    assert list(tmp_path.iterdir()) == [path]


def test_another_state_of_the_sources_makes_it_stale(tmp_path: Path) -> None:
    compiled.keep(tmp_path / "twin", STATE, b"head", PARTS)
    assert compiled.open_file(tmp_path / "twin", b"other") is None


def test_every_damaged_byte_and_every_cut_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "twin"
    compiled.keep(path, STATE, b"head", PARTS)
    whole = path.read_bytes()
    for index in range(len(whole)):
        for damaged in (whole[:index], whole[:index] + bytes([whole[index] ^ 0x55]) + whole[index + 1 :]):
            path.write_bytes(damaged)
            opened = compiled.open_file(path, STATE)
            assert opened is None or None in (opened.part(0), opened.part(1))


def test_a_replaced_file_stays_readable_for_who_has_it_open(tmp_path: Path) -> None:
    path = tmp_path / "twin"
    first = compiled.keep(path, STATE, b"head", PARTS)
    compiled.keep(path, STATE, b"other", [b"x", b"y"])
    assert first.part(0) == b"first part"


def test_without_a_place_to_write_it_stays_in_memory(tmp_path: Path) -> None:
    for path in (None, tmp_path / "no" / "such" / "folder" / "twin"):
        assert compiled.keep(path, STATE, b"head", PARTS).part(1) == b"second part"


def test_a_failed_write_leaves_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    assert compiled.keep(tmp_path / "twin", STATE, b"head", PARTS).part(0) == b"first part"
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_cache_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    compiled.keep(victim, STATE, b"head", PARTS)
    link = tmp_path / "twin"
    link.symlink_to(victim)
    assert compiled.open_file(link, STATE) is None
    compiled.keep(link, STATE, b"new", [])
    assert not link.is_symlink()
    again = compiled.open_file(victim, STATE)
    assert again is not None
    assert again.head == b"head"


def test_the_fingerprint_sees_a_change_that_keeps_size_and_time(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("value: 0.5\n")
    os.utime(file, ns=(1, 1))
    before = compiled.fingerprint((), (tmp_path,))
    fresh = tmp_path / "fresh"
    fresh.write_text("value: 0.6\n")
    os.utime(fresh, ns=(1, 1))
    fresh.replace(file)
    assert compiled.fingerprint((), (tmp_path,)) != before


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    held = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        compiled.keep(tmp_path / "twin", STATE, b"head", PARTS)
        compiled.open_file(tmp_path / "twin", b"other")
    assert len(list(Path("/proc/self/fd").iterdir())) == held
