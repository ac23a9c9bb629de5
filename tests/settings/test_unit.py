"""The variables of the installed kiosk's unit, seen from a shell: what its file says, as systemd would read it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.reading import Notes
from kiosk.settings import Place, load_settings, place_from_outside
from kiosk.settings.checking import checked
from kiosk.settings.explaining import explain
from kiosk.settings.unit import variables_in


def read(file: Path, text: str) -> dict[str, str]:
    file.write_text(text, encoding="utf-8", errors="surrogateescape")
    return {name: value for name, (value, _) in variables_in(file, Notes()).items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        ("A=1", {"A": "1"}),
        ("A=1\nB=2\nA=3\n", {"A": "3", "B": "2"}),
        ("# A=1\n ; B=2\n\n  C = 3 4  \n", {"C": "3 4"}),
        ("A=[es, en]\n", {"A": "[es, en]"}),
        ('A=\'[es, "en"]\' \nB="a \'b\' \\" \\$ \\n"\n', {"A": '[es, "en"]', "B": "a 'b' \" $ \\n"}),
        ("A='one\ntwo'\nB=2", {"A": "one\ntwo", "B": "2"}),
        ("A='a' \"b\"c\n", {"A": "abc"}),
        ("A=it's\n", {"A": "it's"}),
        ("A=a\\ b\\\\ \\\n  c\nB=2\n", {"A": "a b\\   c", "B": "2"}),
        ("# one \\\nA=1\nB=2\n", {"A": "1", "B": "2"}),
        ("A=a\\  \nB=b\\", {"A": "a ", "B": "b"}),
        ("export A=1\nA B=2\n1A=3\n=4\nA\nB=5\n", {"B": "5"}),
        ("A=\n", {"A": ""}),
        ('A="never closed\nB=2\n', {"A": '"never closed', "B": "2"}),
        ("A=a\udcff\n", {"A": "a\udcff"}),
    ],
)
def test_the_file_is_read_as_systemd_reads_it(tmp_path: Path, text: str, found: dict[str, str]) -> None:
    assert read(tmp_path / "unit", text) == found


def test_a_wrong_variable_is_named_with_file_and_line(folder: Path, tmp_path: Path) -> None:
    unit = tmp_path / "imaging-kiosk"
    place = place_from_outside(None, folder, unit=unit, environ={})
    assert load_settings(place, environ={}).problems == ()  # no such file
    unit.write_text("# ours\nKIOSK_SPEECH__VOLUME=5\nKIOSK_SCREEN__DIAGONAL=27\nKIOSK_NAME='A \\\n'\nPATH=/x\n")
    told = [str(problem) for problem in load_settings(place, environ={}).problems]
    assert told == [
        f"{unit}:2: KIOSK_SPEECH__VOLUME: 'volume' should be a whole number from 20 to 100; correct the value",
        f"{unit}:3: KIOSK_SCREEN__DIAGONAL: there is no such setting; did you mean 'KIOSK_SCREEN__DIAGONAL_INCH'?",
    ]


def test_a_variable_of_the_shell_counts_more_and_each_value_says_whence_it_is(folder: Path, tmp_path: Path) -> None:
    unit = tmp_path / "imaging-kiosk"
    unit.write_text("\nKIOSK_SCREEN={reach_mm: 1000, mount_height_mm: 700}\nKIOSK_NAME=Unit\n")
    place = place_from_outside(None, folder, unit=unit, environ={})
    environ = {"KIOSK_SCREEN__REACH_MM": "1300", "KIOSK_NAME": "Shell"}
    rows = {row.key: (row.value, row.layer) for row in explain(checked(place, environ, Notes()))}
    assert rows["name"] == ("Shell", "KIOSK_NAME in the environment")
    assert rows["screen.reach_mm"] == (1300, "KIOSK_SCREEN__REACH_MM in the environment")
    assert rows["screen.mount_height_mm"] == (700, f"{unit}:2: KIOSK_SCREEN")


def test_a_twin_is_made_anew_when_the_file_changes(folder: Path, tmp_path: Path) -> None:
    unit, cache = tmp_path / "imaging-kiosk", tmp_path / "cache"
    cache.mkdir()
    place = Place(folder, is_folder=True, unit=unit)
    for name in ("One", "Another"):
        unit.write_text(f"KIOSK_NAME={name}\n")
        assert load_settings(place, environ={}, cache=cache).site.name == name


def test_the_unit_itself_and_who_names_a_file_do_not_look_there(folder: Path, tmp_path: Path) -> None:
    own = place_from_outside(None, folder, environ={"STATE_DIRECTORY": "/var/lib/imaging-kiosk"})
    assert own == Place(folder, is_folder=True)
    assert place_from_outside(tmp_path / "x", folder, environ={}) == Place(tmp_path / "x")


@pytest.mark.skipif(os.geteuid() != 0, reason="needs another user to read as")
def test_who_may_not_read_the_file_is_told_to_ask_as_root(open_folder: Path) -> None:
    unit = open_folder / "unit"
    unit.write_text("KIOSK_NAME=Unit\n")
    unit.chmod(0o600)
    os.seteuid(65534)
    try:
        settings = load_settings(Place(open_folder, is_folder=True, unit=unit), environ={})
    finally:
        os.seteuid(0)
    assert (settings.faultless, settings.site.mode) == (True, "demonstration")
    assert [str(problem) for problem in settings.problems] == [
        f"{unit}:1:1: the variables in this file are not known here: it cannot be read (Permission denied); "
        "ask as root, by sudo"
    ]
