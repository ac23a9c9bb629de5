"""`kiosk staff` where the package is installed: it is about that kiosk, or says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk import paths
from tests.cli.test_staff import DESK, set_pin, staff


def test_where_the_package_is_installed_nobody_sets_a_pin_that_no_kiosk_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("STATE_DIRECTORY", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(paths, "SYSTEM_STATE", tmp_path / "system")
    assert set_pin(monkeypatch, DESK) == 0  # without the package it is the caller's own kiosk
    (tmp_path / "home/.local/state/imaging-kiosk/staff-pin.json").unlink()
    paths.SYSTEM_STATE.mkdir()
    capsys.readouterr()
    for words in (["set-pin"], ["status"], ["clear-lock"]):
        assert staff(monkeypatch, *words, typed=f"{DESK}\n{DESK}\n") == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert f"the installed kiosk keeps PINs in {tmp_path / 'system'}, not in " in said.err
        assert said.err.endswith(": use sudo.\n")
    assert not list((tmp_path / "home").rglob("staff-pin.json"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "own"))
    assert set_pin(monkeypatch, DESK) == 0
