"""Missing system packages are installed where we may, and named in one line where we may not."""

from __future__ import annotations

import shutil

import pytest

from kiosk.deploy import system_packages


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """A Debian machine whose installed packages are the set given back; all but two are there, and nobody is root."""
    there = {need[-1] for need in system_packages.RUN + system_packages.TEST} - {"libxcb-cursor0", "strace"}
    monkeypatch.setattr(system_packages, "installed", lambda names: there & names)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages, "power", lambda: None)
    monkeypatch.setattr(system_packages, "on_offer", lambda need: need[-1])
    return there


def test_without_rights_it_says_what_to_type_and_goes_on(machine: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert system_packages.main(["run"]) == 0
    assert capsys.readouterr().err.split()[-2:] == ["--no-install-recommends", "libxcb-cursor0"]


def test_it_fails_where_the_packages_are_a_must(machine: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert system_packages.main(["test", "--must"]) == 1
    assert capsys.readouterr().err.split()[-2:] == ["libxcb-cursor0", "strace"]


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_what_tests_can_skip_is_a_must_only_in_ci(
    machine: set[str], monkeypatch: pytest.MonkeyPatch, ci: str, code: int
) -> None:
    monkeypatch.setenv("CI", ci)
    machine.add("libxcb-cursor0")
    assert system_packages.main(["test", "--must"]) == code


def test_with_rights_it_installs_just_what_is_missing(machine: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def install(needs: list[system_packages.Need], root: list[str]) -> None:
        machine.update(need[-1] for need in needs)

    monkeypatch.setattr(system_packages, "power", list)
    monkeypatch.setattr(system_packages, "install", install)
    assert system_packages.main(["test", "--must"]) == 0
    assert {"libxcb-cursor0", "strace"} <= machine


def test_either_name_of_a_renamed_package_will_do(machine: set[str]) -> None:
    machine.remove("libglib2.0-0")
    machine.add("libglib2.0-0t64")
    assert [need[-1] for need in system_packages.missing(system_packages.RUN)] == ["libxcb-cursor0"]


def test_elsewhere_than_on_debian_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert system_packages.main(["run", "--must"]) == 0
    assert "not Debian or Ubuntu" in capsys.readouterr().out
