"""The front desk's settings: chords that no keys make, hashes that are none, and what the kiosk uses of the rest."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kiosk.settings import Site, load_site
from kiosk.settings.desk import cleaned
from kiosk.settings.model import Desk

ONE, TWO, EMPTY = (hashlib.sha256(data).hexdigest() for data in (b"one", b"two", b""))

FAULTS = [
    ("{chord: [Ctrl+Alt+Sausage]}", "Ctrl", "no key is called 'Sausage'"),
    ("{chord: [Ctrl+Alt+s]}", "Ctrl", "no key is called 's'; did you mean 'S'?"),
    ("{chord: [Control+S]}", "Control", "'Control' is held with no other key; did you mean 'Ctrl'?"),
    ("{chord: [ctrl+S]}", "ctrl", "'ctrl' is held with no other key; did you mean 'Ctrl'?"),
    ("{chord: [A+B]}", "A+B", "'A' is held with no other key"),
    ("{chord: [Ctrl+]}", "Ctrl", "no key is called ''"),
    ('{chord: [""]}', '"', "no key is called ''"),
    ("{chord: [Ctrl+Ctrl+S]}", "Ctrl", "'Ctrl+Ctrl+S' names a key twice; write each once"),
    ("{chord: [Ctrl+Alt+S, F1]}", "F1", "'F1' stands under `keypad.help` too: patients press it"),
    ("{chord: [Shift+Escape]}", "Shift", "'Shift+Escape' stands under `keypad.back` too"),
    (f"{{key_files: {{desk: {ONE[:-1]}}}}}", ONE[:-1], "this is no SHA-256: 64 digits and letters from a to f; make"),
    (f"{{key_files: {{it: {ONE[:-1]}g}}}}", ONE[:-1], "this is no SHA-256"),
    (f"{{key_files: {{desk: {EMPTY}}}}}", EMPTY, "this is the SHA-256 of an empty file"),
    (f"{{key_files: {{desk: {ONE}, it: {ONE.upper()}}}}}", ONE.upper(), "`it` and `desk` have the same key file"),
    (f"{{key_files: {{dsk: {ONE}}}}}", "dsk", "nobody at the desk is called 'dsk'; did you mean 'desk'?"),
    ("{key_folders: [/media, sticks]}", "sticks", "'sticks' is no whole path; begin it with /"),
]


def load(tmp_path: Path, desk: str) -> tuple[Desk, list[str]]:
    path = tmp_path / "site.yaml"
    path.write_text(f"mode: demonstration\ndesk: {desk}\n", encoding="utf-8")
    site, problems = load_site(path)
    return site.desk, [str(problem).removeprefix(f"{path}:") for problem in problems]


@pytest.mark.parametrize(("desk", "wrong", "fragment"), FAULTS)
def test_what_is_wrong_is_named_with_its_place_and_mend_and_is_not_used(
    tmp_path: Path, desk: str, wrong: str, fragment: str
) -> None:
    used, problems = load(tmp_path, desk)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"2:{len('desk: ') + desk.index(wrong) + 1}: ")
    assert fragment in problems[0]
    assert not used.key_files
    assert set(used.chord) <= {"Ctrl+Alt+S"}
    assert set(used.key_folders) <= set(Desk().key_folders)


@pytest.mark.parametrize(
    ("desk", "expected"),
    [
        ("{}", Desk()),
        ("{chord: []}", Desk(chord=())),
        ("{chord: [Ctrl++, Ctrl+Alt+Delete, F24]}", Desk(chord=("Ctrl++", "Ctrl+Alt+Del", "F24"))),
        (f"{{key_files: {{desk: {ONE.upper()}, it: {TWO}}}}}", Desk(key_files={"desk": ONE, "it": TWO})),
        ("{key_folders: [/srv/sticks]}", Desk(key_folders=("/srv/sticks",))),
    ],
)
def test_a_sound_desk_is_used_by_qt_s_names(tmp_path: Path, desk: str, expected: Desk) -> None:
    assert load(tmp_path, desk) == (expected, [])


def test_what_the_kiosk_uses_of_a_faulty_desk_is_read_from_the_compiled_twin_as_well(tmp_path: Path) -> None:
    path = tmp_path / "site.yaml"
    files = f"{{dsk: {ONE}, desk: {TWO}, it: none}}"
    path.write_text(f"mode: demonstration\ndesk: {{chord: [F1, Esc, F9], key_files: {files}}}\n", encoding="utf-8")
    (tmp_path / "cache").mkdir()
    read = [load_site(path, cache=tmp_path / "cache") for _ in range(2)]
    assert read[0] == read[1]
    assert read[0][0].desk == Desk(chord=("F9",), key_files={"desk": TWO})


def test_a_chord_that_is_no_key_s_is_left_out() -> None:
    assert cleaned(Site(desk=Desk(chord=("Bogus", "Meta+F5", "Ctrl+Up")))).chord == ("Meta+F5", "Ctrl+Up")
