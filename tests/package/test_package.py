"""How the package is made, without making the whole of it: each rule, and a planted fault that it must catch."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.deploy.package import __main__ as command
from kiosk.deploy.package import building, elf, licences, man, papers, parts, trim, wheels
from kiosk.deploy.package.building import Asked
from kiosk.deploy.package.layout import DEBIAN, PICTURES, ROOT
from kiosk.deploy.package.running import PackageError, run
from kiosk.options import parser

MOMENT = 1_700_000_000
_IMPORTED = ("imported by PySide6", "imported by Qt")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A package of one file."""
    made = tmp_path / "tree"
    (made / "DEBIAN").mkdir(parents=True)
    (made / "DEBIAN/control").write_text(
        "Package: imaging-kiosk\nVersion: 0.1.0-1\nArchitecture: amd64\nMaintainer: A <a@example.invalid>\n"
        "Description: test\n",
        encoding="utf-8",
    )
    (made / "usr").mkdir()
    (made / "usr/file").write_bytes(os.urandom(20_000))
    return made


def test_a_package_that_is_too_large_is_not_built(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    assert building.pack(tree, Asked(quick=True), tmp_path, told.append).is_file()
    assert "without the drawn mammograms" in told[0]
    monkeypatch.setattr(building, "LIMIT", 10_000)
    with pytest.raises(PackageError, match="find out what has come in"):
        building.pack(tree, Asked(quick=True), tmp_path, told.append)
    assert list(tmp_path.glob("*.deb")) == []


def test_pictures_do_not_count(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = tree / PICTURES
    pictures.parent.mkdir(parents=True)
    (tree / "usr/file").rename(pictures)
    monkeypatch.setattr(building, "size", lambda _tree: 20_000)
    monkeypatch.setattr(building, "LIMIT", 10_000)
    assert building.pack(tree, Asked(quick=True), tmp_path, lambda _text: None).is_file()


def test_two_packages_of_one_tree_have_the_same_bytes(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    packages = []
    for mode, moment in ((0o600, 1), (0o664, 2_000_000_000)):
        (tree / "usr/file").chmod(mode)
        os.utime(tree / "usr/file", (moment, moment))
        building._settle(tree, MOMENT)
        packages.append(building.pack(tree, Asked(quick=True), tmp_path, lambda _text: None).read_bytes())
    assert packages[0] == packages[1]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        "PySide6/QtCharts.abi3.so",
        "PySide6/Qt/qml/QtQuick/Timeline/qmldir",
    ],
)
def test_what_is_under_the_gpl_is_named(name: str) -> None:
    assert parts.not_free_enough(["PySide6/QtCore.abi3.so", name]) == [name]


def test_an_unknown_library_stops_the_build() -> None:
    assert trim.depends_on(["libEGL.so.1", "libGL.so.1"]) == ["libegl1", "libgl1"]
    with pytest.raises(PackageError, match=r"libplanted.so.1"):
        trim.depends_on(["libEGL.so.1", "libplanted.so.1"])


def _sources(pattern: str, suffix: str) -> set[str]:
    found: set[str] = set()
    for file in (ROOT / "kiosk").rglob(f"*{suffix}"):
        found |= set(re.findall(pattern, file.read_text(encoding="utf-8"), re.MULTILINE))
    return found


def test_just_those_modules_come_in_that_something_imports() -> None:
    own = {name for name, why in parts.MODULES.items() if not why.startswith(_IMPORTED)}
    assert own == _sources(r"from PySide6\.(\w+) import", ".py")


def test_just_those_pages_of_qt_come_in_that_something_imports() -> None:
    own = {name.replace("/", ".") for name, why in parts.QML.items() if not why.startswith(_IMPORTED)}
    assert own == _sources(r"^import (Qt[\w.]*)", ".qml")


def _commands(told: argparse.ArgumentParser) -> list[str]:
    below = [action for action in told._actions if isinstance(action, argparse._SubParsersAction)]
    return [name for action in below for name in action.choices]


def test_the_man_page_tells_of_every_command_and_groff_has_no_complaint(tmp_path: Path) -> None:
    page = man.page(parser(), "0.1.0-1", MOMENT)
    for name in _commands(parser()):
        assert f'.SS "{man.escaped(name)}"' in page
    assert complaints(page, tmp_path) == ""
    assert "UTC" not in page  # the day alone, and the same on every machine


def complaints(page: str, folder: Path) -> str:
    """What groff says against a page."""
    file = folder / "kiosk.1"
    file.write_text(page, encoding="utf-8")
    words = ["groff", "-man", "-Tutf8", "-ww", "-z", str(file)]
    return subprocess.run(words, capture_output=True, text=True, check=False).stderr


def test_a_planted_fault_in_the_man_page_is_found(tmp_path: Path) -> None:
    page = man.page(parser(), "0.1.0-1", MOMENT)
    assert "PLANTED" in complaints(page + ".PLANTED\n", tmp_path)


def test_words_with_dots_dashes_and_quotes_are_printed_as_they_are(tmp_path: Path) -> None:
    words = ".d 'a' -- \\n `b` \"c\""
    told = argparse.ArgumentParser(prog="x", description=words)
    file = tmp_path / "x.1"
    file.write_text(man.page(told, "1", MOMENT), encoding="utf-8")
    shown = subprocess.run(["groff", "-man", "-Tascii", "-P-c", str(file)], capture_output=True, text=True, check=True)
    assert words in shown.stdout


def test_bash_completes_commands_and_options() -> None:
    script = papers.completion() + ('\nCOMP_WORDS=(kiosk "$1"); COMP_CWORD=1; _shtab_kiosk; echo "${COMPREPLY[@]}"\n')
    done = subprocess.run(["bash", "-c", script, "bash", "sta"], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["staff"]
    assert done.stderr == ""


def test_the_settings_that_come_with_it_are_right_and_every_example_in_them(tmp_path: Path) -> None:
    shipped = (DEBIAN / "site.yaml").read_text(encoding="utf-8")
    examples, found = re.subn(r"^#(?=[a-z]|  - |    )", "", shipped, flags=re.MULTILINE)
    assert found > 5
    for name, text in (("shipped", shipped), ("examples", examples)):
        file = tmp_path / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        words = [sys.executable, "-m", "kiosk", "settings", "check", str(file)]
        done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_build_without_its_programs_says_what_is_missing(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no dpkg-deb, no git
    monkeypatch.setattr(sys, "argv", ["kiosk.deploy.package"])
    monkeypatch.setattr(command, "build", lambda asked, out, say: building.pack(tree, asked, tmp_path, say))
    assert command.main() == 1
    said = capsys.readouterr().err
    assert said.startswith("make deb: dpkg-deb cannot be started: No such file")
    assert "make setup-dev" in said


def test_a_program_that_fails_is_named_with_what_it_said(tmp_path: Path) -> None:
    assert run([sys.executable, "-c", "print('well')"]) == "well\n"
    with pytest.raises(PackageError, match=r"^planted failed:\nwell\nill\n$"):
        run(["sh", "-c", "echo well; echo ill >&2; exit 3"], name="planted")
    (tmp_path / "planted.so").write_text("no library", encoding="utf-8")
    with pytest.raises(PackageError, match="readelf failed"):
        elf.needed(tmp_path / "planted.so")


def test_wheels_that_cannot_be_fetched_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*words: str) -> None:
        Path(words[words.index("--dest") + 1]).mkdir()
        raise PackageError("planted")

    monkeypatch.setattr(wheels, "_pip", fails)
    with pytest.raises(PackageError, match="planted"):
        wheels.fetch(["planted"], "amd64", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_sums_are_those_that_md5sum_tells(tree: Path) -> None:
    (tree / "DEBIAN/md5sums").write_text(building._sums(tree), encoding="utf-8")
    done = subprocess.run(
        ["md5sum", "--check", "DEBIAN/md5sums"], capture_output=True, text=True, check=False, cwd=tree
    )
    assert (done.returncode, done.stdout) == (0, "usr/file: OK\n")


def test_a_licence_is_of_just_those_files_that_its_wheel_brings() -> None:
    record = [
        "yaml/__init__.py,sha256=a,1",
        "yaml/more/x.py,,",
        "_yaml/__init__.py,,",
        "_cffi_backend.cpython-313-x86_64-linux-gnu.so,,",
        "../../../bin/yaml,,",
        "PyYAML-6.0.dist-info/RECORD,,",
    ]
    assert [pattern.rpartition("site-packages/")[2] for pattern in licences._tops(record)] == [
        "PyYAML-6.0.dist-info/*",
        "_cffi_backend.cpython-313-x86_64-linux-gnu.so",
        "_yaml/*",
        "yaml/*",
    ]
