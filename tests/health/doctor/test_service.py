"""The doctor looks at the services, the seat, permissions and versions."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.health.doctor.access import key_folders, settings_folder, state_folder
from kiosk.health.doctor.finding import Verdict
from kiosk.health.doctor.machine import Said
from kiosk.health.doctor.service import SAFE, SEAT_SOCKET, UNIT, main_pid, seat, service
from kiosk.health.doctor.versions import numbers, versions
from tests.health.doctor.tree import machine, seen

OK, LOOK, BROKEN, UNSEEN = Verdict.OK, Verdict.LOOK, Verdict.BROKEN, Verdict.UNSEEN
SYSTEMD: dict[str, str | bytes] = {"/run/systemd/system/x": ""}


def shown(
    state: str = "active", restarts: int = 0, enabled: str = "enabled", load: str = "loaded", result: str = "success"
) -> str:
    return (
        f"LoadState={load}\nActiveState={state}\nSubState=running\nResult={result}\nNRestarts={restarts}\n"
        f"UnitFileState={enabled}\nMainPID=7\n"
    )


@pytest.mark.parametrize(
    ("files", "answers", "verdicts"),
    [
        (SYSTEMD, {UNIT: shown()}, {"service": OK, "start": OK}),
        (SYSTEMD, {UNIT: shown(restarts=1)}, {"service": OK, "start": OK}),
        (SYSTEMD, {UNIT: shown(restarts=5)}, {"service": LOOK, "start": OK}),
        (SYSTEMD, {UNIT: shown("failed")}, {"service": BROKEN, "start": OK}),
        (SYSTEMD, {UNIT: shown("inactive")}, {"service": BROKEN, "start": OK}),
        (SYSTEMD, {UNIT: shown("inactive"), SAFE: shown()}, {"service": BROKEN, "start": OK}),
        (SYSTEMD, {UNIT: shown(enabled="disabled")}, {"service": OK, "start": BROKEN}),
        (SYSTEMD, {UNIT: shown("inactive", load="not-found")}, {"service": UNSEEN}),
        (SYSTEMD, {UNIT: Said(1, "Failed to connect to bus")}, {"service": UNSEEN}),
        ({}, {UNIT: shown()}, {"service": UNSEEN}),
    ],
    ids=["right", "once", "often", "failed", "stopped", "safe", "disabled", "no unit", "no bus", "no systemd"],
)
def test_the_service(
    tmp_path: Path, files: dict[str, str | bytes], answers: Mapping[str, str | Said], verdicts: dict[str, Verdict]
) -> None:
    assert seen(service(machine(tmp_path, files, answers))) == verdicts


ANEW = f"systemctl reset-failed {UNIT} && systemctl restart {UNIT}; journalctl -b -u {UNIT} -n 50"


@pytest.mark.parametrize(
    ("answers", "word", "mend"),
    [
        (
            {UNIT: shown("inactive", enabled="masked", load="masked")},
            "masked",
            f"systemctl unmask {UNIT} && systemctl enable --now {UNIT}",
        ),
        ({UNIT: shown("failed", result="start-limit-hit")}, "given up", ANEW),
        ({UNIT: shown("failed", result="start-limit-hit"), SAFE: shown()}, "ask at the desk", ANEW),
        ({UNIT: shown("failed", result="watchdog")}, "watchdog", f"journalctl -b -u {UNIT} -n 50"),
    ],
    ids=["masked", "given up", "safe", "failed"],
)
def test_what_mends_a_service_is_not_refused(tmp_path: Path, answers: Mapping[str, str], word: str, mend: str) -> None:
    found = next(iter(service(machine(tmp_path, SYSTEMD, answers))))
    assert (found.verdict, word in found.told, found.mend) == (BROKEN, True, mend), found


def test_the_seat(tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    assert seen(seat(machine(bare), "kiosk", [])) == {"seat": BROKEN}
    assert seen(seat(machine(bare, {}, {"seatd -v": "0.9"}), "kiosk", [])) == {"seat": BROKEN}
    there = machine(tmp_path, {SEAT_SOCKET: ""})
    assert seen(seat(there, "kiosk", [])) == {"seat": OK}  # root's group: the unit's own seatd
    os.chown(tmp_path / SEAT_SOCKET.lstrip("/"), -1, 44)
    assert seen(seat(there, "kiosk", ["audio"])) == {"seat": BROKEN}
    assert seen(seat(there, "kiosk", ["video"])) == {"seat": OK}
    given = machine(tmp_path, {}, {f"SupplementaryGroups {UNIT}": "SupplementaryGroups=render video\n"})
    assert seen(seat(given, "kiosk", [])) == {"seat": OK}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["/usr/lib/imaging-kiosk/venv/bin/python", "-I", "-m", "kiosk", "run"], True),
        (["python3", "/usr/bin/kiosk", "run", "--site", "x"], True),
        (["cage", "-d", "--", "/usr/bin/kiosk", "run"], False),
        (["python3", "-m", "kiosk", "doctor"], False),
        (["grep", "kiosk", "run"], False),
    ],
)
def test_the_kiosks_own_process_is_found(tmp_path: Path, words: list[str], found: bool) -> None:
    here = machine(tmp_path, {"/proc/1/cmdline": b"init\0", "/proc/17/cmdline": "\0".join([*words, ""]).encode()})
    assert main_pid(here) == (17 if found else None)


def test_who_may_change_the_settings(tmp_path: Path) -> None:
    here = machine(tmp_path, {"/etc/imaging-kiosk/site.yaml": "", "/etc/imaging-kiosk/site.d/10.yaml": ""})
    folder, me = Path("/etc/imaging-kiosk"), os.getuid()
    assert seen(settings_folder(here, folder, (), me)) == {"settings files": OK}
    (tmp_path / "etc/imaging-kiosk/site.d/10.yaml").chmod(0o666)
    [finding] = settings_folder(here, folder, (), me)
    assert (finding.verdict, "10.yaml" in finding.told) == (BROKEN, True)
    assert seen(settings_folder(here, folder, (), me + 1)) == {"settings files": BROKEN}
    assert list(settings_folder(here, Path("/etc/nothing"), ())) == []


def test_who_may_see_what_the_kiosk_keeps(tmp_path: Path) -> None:
    state, me = Path("/var/lib/imaging-kiosk"), os.getuid()
    here = machine(tmp_path, {"/var/lib/imaging-kiosk/staff-pin.json": "{}"}, uid=me)
    folder, file = tmp_path / "var/lib/imaging-kiosk", tmp_path / "var/lib/imaging-kiosk/staff-pin.json"
    folder.chmod(0o700)
    file.chmod(0o600)
    assert seen(state_folder(here, state, me)) == {"state folder": OK}
    assert seen(state_folder(machine(tmp_path, uid=me + 1), state, me)) == {"state folder": UNSEEN}
    assert seen(state_folder(here, state, me + 1)) == {"state folder": BROKEN}
    file.chmod(0o644)
    assert seen(state_folder(here, state, me)) == {"state folder": BROKEN}
    folder.chmod(0o755)
    assert seen(state_folder(here, state, me)) == {"state folder": BROKEN}
    assert seen(state_folder(here, Path("/var/lib/none"), me)) == {"state folder": OK}


def test_a_disk_that_is_read_only_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, state, me = machine(tmp_path), Path("/var/lib/imaging-kiosk"), os.getuid()
    real = os.statvfs(tmp_path)
    assert seen(state_folder(here, state, me)) == {"state folder": OK}
    monkeypatch.setattr(os, "statvfs", lambda _path: SimpleNamespace(f_flag=real.f_flag | os.ST_RDONLY))
    [found] = state_folder(here, state, me)
    assert (found.verdict, "read-only" in found.told, "remount" in found.mend) == (BROKEN, True, True)


def test_where_key_files_are_looked_for(tmp_path: Path) -> None:
    here = machine(tmp_path, {"/media/x": ""})
    assert list(key_folders(here, ("/media", "/nowhere"))) == []
    (tmp_path / "media").chmod(0o777)
    assert seen(key_folders(here, ("/media", "/nowhere"))) == {"key files": LOOK}


RELEASE: dict[str, str | bytes] = {"/etc/os-release": 'NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 13 (trixie)"\n'}


@pytest.mark.parametrize(
    ("cage", "qt", "python", "verdicts"),
    [
        ("cage version 0.2.0", "6.11.3", "3.13.5", [OK, OK, OK, OK, OK]),
        ("0.1.4", "6.11.3", "3.13.5", [OK, OK, OK, OK, BROKEN]),
        ("Cage version 0.1.5", "6.11.3", "3.13.5", [OK, OK, OK, OK, OK]),
        ("no number", "6.11.3", "3.13.5", [OK, OK, OK, OK, LOOK]),
        (None, "6.12.0", "3.10.1", [OK, OK, BROKEN, BROKEN, BROKEN]),
        (None, "", "3.11.2", [OK, OK, OK, BROKEN, BROKEN]),
    ],
    ids=["Debian 13", "Debian 12", "first good one", "silent", "none", "no Qt"],
)
def test_versions(tmp_path: Path, cage: str | None, qt: str, python: str, verdicts: list[Verdict]) -> None:
    here = machine(tmp_path, RELEASE, {"cage -v": cage} if cage else {})
    found = list(versions(here, "0.1.0", python, qt))
    assert [one.verdict for one in found] == verdicts
    assert seen(found)
    assert seen(versions(machine(tmp_path / "other"), "", python, qt))["kiosk"] is LOOK


def test_version_numbers() -> None:
    assert [numbers(text) for text in ("cage version 0.2.0", "6.11", "none", "")] == [(0, 2, 0), (6, 11), (), ()]
