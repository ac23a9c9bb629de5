"""What can stand where a layer should: each is named in a sentence, and nothing waits or falls."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import msgspec
import pytest

from kiosk.bridge.trial import Trial
from kiosk.reading import Notes
from kiosk.settings import Place, load_settings
from kiosk.settings.access import Reader, shut
from kiosk.settings.checking import check_access, checked
from kiosk.settings.explaining import explain
from kiosk.settings.explaining import told as told_of
from kiosk.settings.kept import keep_good
from tests.settings.layers import load, told, write


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link(path: Path) -> None:
    path.symlink_to(path)


def _huge(path: Path) -> None:
    path.write_bytes(b"name: x\n" * 40_000)


def _deep(path: Path) -> None:
    path.write_text("name: " + "[" * 100_000, encoding="utf-8")


def _latin(path: Path) -> None:
    path.write_bytes("name: Müller\n".encode("latin-1"))


@pytest.mark.parametrize("name", ["site.yaml", "site.d/a.yaml", "kiosk.yaml"])
@pytest.mark.parametrize(
    ("put", "sentence"),
    [
        (_pipe, "this is a pipe or device, not a file; put a plain, readable file there"),
        (_link, "this is a symbolic link, not a file; put a plain, readable file there"),
        (Path.mkdir, "this is a folder, not a file; put a plain, readable file there"),
        (_huge, "the file is larger than 256 KiB; divide or shorten it"),
        (_deep, "values nested deeper than 50 levels; close brackets, or flatten this part"),
        (_latin, "this byte is not UTF-8; save the file with the encoding UTF-8 in your editor"),
    ],
)
def test_what_is_no_plain_file_is_named_and_waits_for_nothing(
    folder: Path, name: str, put: object, sentence: str
) -> None:
    assert callable(put)
    (folder / "site.yaml").rename(folder / "site.d" / "0.yaml")
    (folder / "site.yaml").write_text("# nothing yet\n", encoding="utf-8")
    (folder / name).unlink(missing_ok=True)
    put(folder / name)
    settings = load(folder)
    (problem,) = told(settings, folder)
    assert problem.startswith(f"{name}:1:")
    assert problem.endswith(sentence)
    assert settings.site.languages == ("es", "en")  # what the other layers say


@pytest.mark.skipif(os.geteuid() != 0, reason="needs another user to read as")
def test_a_file_that_only_root_may_read_is_named(open_folder: Path) -> None:
    write(open_folder, kiosk="name: x\n")
    (open_folder / "kiosk.yaml").chmod(0o600)
    os.seteuid(65534)
    try:
        settings = load(open_folder)
    finally:
        os.seteuid(0)
    assert told(settings, open_folder) == [
        "kiosk.yaml:1:1: the file cannot be read (Permission denied); put a plain, readable file there"
    ]


@pytest.mark.parametrize("put", [_pipe, _link, _latin])
def test_a_site_d_that_is_no_folder_is_named(folder: Path, put: object) -> None:
    assert callable(put)
    (folder / "site.d").rmdir()
    put(folder / "site.d")
    (problem,) = told(load(folder), folder)
    assert problem.startswith("site.d:1:1: ")
    assert problem.endswith("make it a folder that the kiosk can read, or delete it")


def test_hundreds_of_files_are_read_and_thousands_are_refused(folder: Path) -> None:
    for number in range(1001):
        (folder / "site.d" / f"{number:04}.yaml").write_text(f"name: N{number}\n", encoding="utf-8")
    settings = load(folder)
    assert told(settings, folder) == [
        "site.d:1:1: 1001 files are here, more than 1000: those after 0999.yaml are not read; "
        "put what belongs together into one file"
    ]
    assert settings.site.name == "N999"
    (folder / "site.d" / "1000.yaml").unlink()
    assert load(folder).problems == ()


def test_who_asks_as_root_hears_what_the_kiosk_cannot_read(folder: Path) -> None:
    write(folder, a="name: A\n", b="name: B\n", kiosk="name: K\n")
    place, owner = Place(folder, is_folder=True), folder.stat()
    everybody = Reader(owner.st_uid + 1, frozenset({owner.st_gid + 1}))
    group = Reader(owner.st_uid + 1, frozenset({owner.st_gid}))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert [shut(place, who) for who in (everybody, group)] == [(), ()]
    (folder / "kiosk.yaml").chmod(0o600)
    (folder / "site.d" / "a.yaml").chmod(0o640)
    (folder / "site.d").chmod(0o750)
    assert shut(place, group) == (folder / "kiosk.yaml",)
    assert shut(place, everybody) == (folder / "site.d", folder / "site.d" / "a.yaml", folder / "kiosk.yaml")
    assert shut(place, Reader(owner.st_uid, frozenset())) == ()
    notes = Notes()
    check_access(place, group, notes)
    assert [str(problem) for problem in notes.problems] == [
        f"{folder}/kiosk.yaml:1:1: the user kiosk cannot read this; run: chmod 644 {folder}/kiosk.yaml"
    ]


_NO_UTF8 = os.fsdecode(b"\xff")


@pytest.mark.parametrize("name", [f"site.d/{_NO_UTF8}.yaml", f"{_NO_UTF8}/site.yaml"])
def test_a_name_that_is_not_utf8_is_printed_kept_and_sent(folder: Path, tmp_path: Path, name: str) -> None:
    """In a file's name or a folder's: the twin, the last good settings and the trial all take it."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("nam: x\nlanguage_help: {pictures: [{file: a.png, letter_px: 40}]}\n", encoding="utf-8")
    place = Place(folder, is_folder=True) if "site.d" in name else Place(path)
    settings = load_settings(place, environ={}, cache=tmp_path)
    (problem,) = settings.problems
    assert str(problem).endswith(":1:1: unknown key 'nam'; did you mean 'name'?")
    assert r"\udcff" in problem.file
    assert load_settings(place, environ={}, cache=tmp_path) == settings  # the twin
    assert msgspec.json.decode(msgspec.json.encode(Trial(settings)), type=Trial).settings == settings
    assert keep_good(tmp_path, place, settings.site, date(2026, 11, 20))
    assert told_of(explain(checked(place, {}, Notes()))).encode("utf-8")


@pytest.mark.parametrize("name", ["KIOSK_", "KIOSK_NAME", "KIOSK_CHOICES__", "KIOSK_SPEECH__VOICES__"])
def test_a_variable_whose_name_is_not_utf8_is_no_setting(folder: Path, tmp_path: Path, name: str) -> None:
    place = Place(folder, is_folder=True)
    settings = load_settings(place, environ={f"{name}{_NO_UTF8}": "1"}, cache=tmp_path)
    (problem,) = settings.problems
    assert str(problem).startswith(rf"{name}\udcff in the environment: there is no such setting; ")
    assert msgspec.json.encode(Trial(settings))
