"""What a machine does to a kiosk: a clock in 1970, a disk that is full. Real processes, a real clock, a real disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import exits
from kiosk.control.client import Client
from kiosk.control.protocol import AskReset, AskStatus, Done, State, Status
from tests.cli.launch import command, environment, finished, running, until

LIBRARY = Path(f"/usr/lib/{os.uname().machine}-linux-gnu/faketime/libfaketimeMT.so.1")
"""The library's build for programs with threads."""
BEFORE = "@1970-01-01 00:00:10"
"""Where each process begins; from there its clock goes on."""
AWAKE = """
import select, time
time.sleep = lambda seconds: select.select((), (), (), seconds) and None
"""
"""Python's own start file. Python sleeps until a time of the steady clock, which the library takes for one of the faked
clock: a sleep of a millisecond, as in every wait for a child, would last for half a century."""
NO_ROOM = "No space left on device"


def status(path: Path) -> Status:
    with Client(path) as client:
        answer, _ = client.ask(AskStatus())
    assert isinstance(answer, Status)
    return answer


def findings(ran: subprocess.CompletedProcess[str]) -> dict[str, dict[str, str]]:
    return {one["name"]: one for one in json.loads(ran.stdout)["findings"]}


def broken_disks(ran: subprocess.CompletedProcess[str]) -> list[dict[str, str]]:
    found = json.loads(ran.stdout)["findings"]
    return [one for one in found if one["name"] == "disk" and one["verdict"] == "broken"]


@pytest.mark.skipif(not LIBRARY.exists(), reason="needs faketime; `make check` installs it")
def test_a_clock_in_1970(site_file: Path, cache: Path, tmp_path: Path) -> None:
    home, log = tmp_path, tmp_path / "log"
    env = environment(home) | {"XDG_CACHE_HOME": str(cache)}
    early = {"LD_PRELOAD": str(LIBRARY), "FAKETIME": BEFORE, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": "UTC"}
    start = home / "start"
    start.mkdir()
    (start / "sitecustomize.py").write_text(AWAKE, encoding="utf-8")
    early["PYTHONPATH"] = f"{start}:{env['PYTHONPATH']}"
    control = home / "imaging-kiosk" / "control.sock"
    with running(command("run", "--site", site_file), env | early, log) as process:
        assert until(control.exists)
        assert until(lambda: any("1970" in need.text for need in status(control).needs))
        found = status(control)
        assert found.state == State.ATTRACT
        assert 0 <= found.uptime_seconds < 600
        with Client(control) as client:
            assert isinstance(client.ask(AskReset())[0], Done)
        ran = finished(command("doctor", "--json", "--site", site_file), env | early)
        assert process.poll() is None
        process.terminate()
        assert process.wait(20) == exits.ENDED
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert "Error" not in log.read_text(encoding="utf-8")
    clock = findings(ran)["clock"]
    assert (clock["verdict"], "1970" in clock["told"], clock["mend"][:12]) == ("broken", True, "timedatectl ")
    state = home / ".local" / "state" / "imaging-kiosk"
    assert not (state / "clock.json").exists()  # a time that cannot be right is not remembered


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte without room for one more byte."""
    disk = tmp_path / "var"
    disk.mkdir()
    if (
        os.geteuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=512k,mode=0755", "kiosk-test", str(disk)],
            check=False,
            capture_output=True,
        ).returncode
    ):
        pytest.skip("needs root, who may mount a small disk")
    try:
        for name in ("lib", "cache", "log"):
            (disk / name).mkdir(mode=0o700)
        with (disk / "ballast").open("wb", buffering=0) as ballast, pytest.raises(OSError, match=NO_ROOM):
            while True:
                ballast.write(b"x" * 1024)
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def on(disk: Path, home: Path) -> dict[str, str]:
    """A kiosk that keeps everything on that disk."""
    places = {"STATE_DIRECTORY": disk / "lib", "CACHE_DIRECTORY": disk / "cache", "XDG_CACHE_HOME": disk / "cache"}
    return environment(home) | {name: str(place) for name, place in places.items()}


def logged_to(site_file: Path, disk: Path) -> Path:
    text = site_file.read_text(encoding="utf-8") + f"log: {{file: {disk / 'log' / 'kiosk.log'}}}\n"
    site_file.write_text(text, encoding="utf-8")
    return site_file


def test_a_full_disk_serves_a_whole_visit(site_file: Path, full: Path, tmp_path: Path) -> None:
    site = logged_to(site_file, full)
    visit = [sys.executable, "-m", "tests.e2e.traced_visit", str(site), "full"]
    ran = finished(visit, on(full, tmp_path), 120)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    assert sorted(path.name for path in full.iterdir()) == ["ballast", "cache", "lib", "log"]
    left = [path for path in full.rglob("*") if path.is_file() and path.name != "ballast" and path.stat().st_size]
    assert left == []  # nothing half-written


def test_a_full_disk_is_told_to_staff_and_by_the_doctor(site_file: Path, full: Path, tmp_path: Path) -> None:
    site, env = logged_to(site_file, full), on(full, tmp_path)
    control = tmp_path / "imaging-kiosk" / "control.sock"
    with running(command("run", "--site", site), env, tmp_path / "said") as process:
        assert until(control.exists)
        assert until(lambda: any(str(full / "lib") in need.text + need.mend for need in status(control).needs))
        ran = finished(command("doctor", "--json", "--site", site), env)
        assert process.poll() is None
    assert ran.returncode == exits.BROKEN
    [disk] = broken_disks(ran)
    assert disk["told"].startswith("full: 0 MiB of 0 MiB are free below")
    assert disk["mend"]
    assert "Traceback" not in (tmp_path / "said").read_text(encoding="utf-8")


def test_a_disk_that_has_room_again_is_used_again(site_file: Path, full: Path, cache: Path, tmp_path: Path) -> None:
    """The twin: the same kiosk on the same disk, once somebody has made room."""
    (full / "ballast").unlink()
    env = on(full, tmp_path) | {"CACHE_DIRECTORY": str(cache), "XDG_CACHE_HOME": str(cache)}
    with running(command("run", "--site", logged_to(site_file, full)), env, tmp_path / "said"):
        assert until((full / "lib" / "running.json").exists)
