"""The installed kiosk under a real systemd: it comes back from everything, and where it cannot, something stands in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.safe.painting import GROUND
from tests.deploy.machine import KIOSK, SAFE, SOUND, Machine, booted

pytestmark = [
    pytest.mark.deploy,
    pytest.mark.skipif(shutil.which("systemd-nspawn") is None, reason="without systemd-nspawn"),
]


@pytest.fixture(scope="module")
def machine(installed: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """One machine for all tests of this file."""
    with booted(installed, tmp_path_factory.mktemp("machine")) as made:
        yield made


@pytest.fixture
def kiosk(machine: Machine) -> Machine:
    """The machine with a kiosk that runs and has not failed."""
    machine.afresh()
    assert machine.active(KIOSK)
    return machine


def _pid(kiosk: Machine) -> int:
    """The kiosk's process, 0 while there is none."""
    return int(kiosk.shell("cat /run/imaging-kiosk/kiosk.pid 2> /dev/null || echo 0"))


def _grounds(picture: QImage) -> set[str]:
    """The colors of the four corners."""
    right, low = picture.width() - 2, picture.height() - 2
    return {QColor(picture.pixel(x, y)).name() for x in (1, right) for y in (1, low)}


def test_the_kiosk_comes_with_the_machine_behind_its_walls(kiosk: Machine) -> None:
    status = f"/proc/{kiosk.pid}/status"
    said = dict(line.split(":\t", 1) for line in kiosk.shell(f"cat {status}").splitlines() if ":\t" in line)
    assert said["NoNewPrivs"] == "1"
    assert said["Seccomp"] == "2"
    assert {said[name] for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb")} == {"0000000000000000"}
    assert kiosk.shell(f"stat -c %U {status}").strip() == "kiosk"
    assert kiosk.run("loginctl", "--no-legend", "list-sessions", check=False).strip() == ""
    kiosk.until(lambda: kiosk.show(KIOSK, "StatusText").startswith("The kiosk is ready"), "it does not say how it is")


def test_a_kiosk_that_hangs_is_started_again(kiosk: Machine) -> None:
    kiosk.plant("WatchdogSec=3")  # it beats in the period that it is told
    kiosk.run("systemctl", "restart", KIOSK)
    before = kiosk.pid
    kiosk.shell(f"kill -STOP {before}")
    kiosk.until(lambda: kiosk.show(KIOSK, "NRestarts") == "1", "nobody notices that it hangs")
    kiosk.comes(KIOSK)
    assert kiosk.pid != before
    assert not kiosk.active(SAFE)


def test_a_compositor_that_is_killed_takes_the_kiosk_along_and_both_come_back(kiosk: Machine) -> None:
    before = kiosk.pid
    kiosk.shell(f"kill -KILL {kiosk.show(KIOSK, 'MainPID')}")
    kiosk.until(lambda: kiosk.show(KIOSK, "NRestarts") == "1", "nobody notices that it is gone")
    kiosk.comes(KIOSK)
    assert kiosk.pid != before


def test_a_kiosk_that_is_stopped_takes_its_leave_in_time(kiosk: Machine) -> None:
    kiosk.run("systemctl", "stop", KIOSK)
    assert kiosk.show(KIOSK, "Result") == "success"
    assert kiosk.show(KIOSK, "ExecMainStatus") == "0"
    assert not kiosk.active(SAFE)


def test_where_the_kiosk_cannot_start_the_desk_is_named_and_it_comes_back_by_itself(kiosk: Machine) -> None:
    kiosk.plant("Environment=QT_QPA_PLATFORM=nothing")
    kiosk.run("systemctl", "restart", KIOSK, check=False)
    kiosk.comes(SAFE)
    assert kiosk.show(KIOSK, "ActiveState") == "failed"
    kiosk.until(lambda: _grounds(kiosk.picture()) == {GROUND.name()}, "nothing stands in")
    assert kiosk.active("imaging-kiosk-retry.timer")
    # The timer's turn, while the fault is there: it starts, fails, and the desk is named again.
    kiosk.run("systemctl", "start", "imaging-kiosk-retry.service")
    kiosk.until(lambda: kiosk.show(KIOSK, "ActiveState") == "failed" and kiosk.active(SAFE), "nothing stands in again")
    # And once it is gone: the kiosk.
    kiosk.shell("rm /run/systemd/system/imaging-kiosk.service.d/fault.conf; systemctl daemon-reload")
    kiosk.run("systemctl", "start", "imaging-kiosk-retry.service")
    kiosk.comes(KIOSK)
    kiosk.until(lambda: not kiosk.active(SAFE), "what stood in does not go")
    assert not kiosk.active("imaging-kiosk-retry.timer")
    assert GROUND.name() not in _grounds(kiosk.picture())


def test_what_stands_in_stays_lit_while_the_kiosk_cannot_even_draw(kiosk: Machine) -> None:
    kiosk.plant("Environment=QT_QPA_PLATFORM=nothing")
    kiosk.run("systemctl", "restart", KIOSK, check=False)
    kiosk.comes(SAFE)
    begun = kiosk.show(SAFE, "ActiveEnterTimestampMonotonic")
    package = "/usr/lib/imaging-kiosk/venv/lib/python3.13/site-packages/kiosk/app.py"
    kiosk.shell(f"mv {package} {package}.away")
    try:
        kiosk.run("systemctl", "start", "imaging-kiosk-retry.service", check=False)
    finally:
        kiosk.shell(f"mv {package}.away {package}")
    assert kiosk.show("imaging-kiosk-retry.service", "Result") == "exec-condition"
    assert kiosk.show(SAFE, "ActiveEnterTimestampMonotonic") == begun


def test_what_stands_in_is_itself_started_again_for_ever(kiosk: Machine) -> None:
    kiosk.run("systemctl", "start", SAFE)
    for _ in range(2):
        before = kiosk.show(SAFE, "MainPID")
        kiosk.shell(f"kill -KILL {before}")
        kiosk.until(lambda old=before: kiosk.show(SAFE, "MainPID") not in ("0", old), "it does not come back")  # type: ignore[misc]
        kiosk.comes(SAFE)


@pytest.mark.parametrize("how", ["kiosk ctl restart", f"systemctl restart {KIOSK}"])
def test_restarts_that_are_asked_for_are_no_failures_however_many(kiosk: Machine, how: str) -> None:
    for _ in range(4):  # one more than may fail
        before = kiosk.pid
        kiosk.shell(how)
        kiosk.until(lambda old=before: _pid(kiosk) not in (0, old), "it is not started again")  # type: ignore[misc]
        kiosk.comes(KIOSK)
    assert not kiosk.active(SAFE)


def test_a_kiosk_that_falls_and_falls_gives_way_to_what_stands_in(kiosk: Machine) -> None:
    for _ in range(3):
        before = kiosk.pid
        kiosk.shell(f"kill -KILL {before}")
        kiosk.until(lambda old=before: _pid(kiosk) != old or kiosk.active(SAFE), "nothing happens")  # type: ignore[misc]
        kiosk.until(lambda: kiosk.active(KIOSK) or kiosk.active(SAFE), "nothing comes")
    kiosk.comes(SAFE)
    assert kiosk.show(KIOSK, "ActiveState") == "failed"
    # What docs/deploy.md and the hardware test say then.
    kiosk.shell(f"systemctl reset-failed {KIOSK}; systemctl restart {KIOSK}")
    assert kiosk.active(KIOSK)
    assert not kiosk.active(SAFE)


def test_members_of_the_group_use_the_kiosk_from_outside(kiosk: Machine) -> None:
    ask = ("kiosk", "ctl", "status", "--json")
    kiosk.shell(
        "groupadd frontdesk; useradd --user-group --groups frontdesk ada; useradd --user-group bob;"
        "usermod -aG frontdesk kiosk;"
        "echo 'control: {group: frontdesk}' > /etc/imaging-kiosk/site.d/60-group.yaml"
    )
    try:
        kiosk.run("systemctl", "restart", KIOSK)
        kiosk.until(lambda: '"state"' in kiosk.run(*ask, user="ada", check=False), "a member is not let in")
        assert kiosk.shell("stat -c '%U %G %a' /run/imaging-kiosk/control.sock").split() == [
            "kiosk",
            "frontdesk",
            "660",
        ]
        assert '"state"' not in kiosk.run(*ask, user="bob", check=False)
    finally:
        kiosk.shell(
            "rm /etc/imaging-kiosk/site.d/60-group.yaml; gpasswd -d kiosk frontdesk;"
            "userdel ada; userdel bob; groupdel frontdesk"
        )


def test_without_a_socket_new_settings_are_read_all_the_same(kiosk: Machine) -> None:
    closed = "/etc/imaging-kiosk/site.d/60-closed.yaml"
    kiosk.shell(f"echo 'control: {{enabled: false}}' > {closed}")
    try:
        kiosk.run("systemctl", "restart", KIOSK)
        assert "no socket" in kiosk.run("kiosk", "ctl", "status", check=False)
        kiosk.shell(f"rm {closed}")
        kiosk.run("systemctl", "reload", KIOSK)
        kiosk.until(lambda: "no socket" not in kiosk.run("kiosk", "ctl", "status", check=False), "nothing is read")
        assert kiosk.show(KIOSK, "NRestarts") == "0"
    finally:
        kiosk.shell(f"rm -f {closed}")


def test_a_full_disk_is_said_and_the_kiosk_runs(kiosk: Machine) -> None:
    kiosk.run("systemctl", "stop", KIOSK)
    kiosk.shell(
        "for part in lib cache; do"
        " mount -t tmpfs -o size=64k,uid=kiosk,gid=kiosk,mode=0700 full /var/$part/imaging-kiosk;"
        " head -c 100000 /dev/zero > /var/$part/imaging-kiosk/filler; done; true"
    )
    try:
        kiosk.run("systemctl", "start", KIOSK)
        assert kiosk.active(KIOSK)
        kiosk.until(lambda: "disk" in kiosk.run("kiosk", "ctl", "status", check=False).lower(), "nobody says so")
    finally:
        kiosk.run("systemctl", "stop", KIOSK)
        kiosk.shell("umount /var/lib/imaging-kiosk /var/cache/imaging-kiosk")


def test_sound_without_a_card_is_quiet_about_it(kiosk: Machine) -> None:
    kiosk.comes(SOUND)
    assert kiosk.shell("stat -c '%U %a' /run/imaging-kiosk-sound").split() == ["kiosk", "700"]
    kiosk.until(lambda: "native" in kiosk.shell("ls /run/imaging-kiosk-sound"), "there is no socket")
    assert kiosk.show(SOUND, "NRestarts") == "0"


def test_a_locked_machine_has_no_login_and_the_kiosk_goes_on(kiosk: Machine) -> None:
    before = kiosk.pid
    kiosk.run("/usr/lib/imaging-kiosk/lockdown", "on")
    try:
        for unit in ("getty@tty1.service", "getty@tty2.service", "autovt@tty3.service", "ctrl-alt-del.target"):
            assert "masked" in kiosk.run("systemctl", "start", unit, check=False)
        assert kiosk.pid == before
        assert kiosk.active(KIOSK)
    finally:
        kiosk.run("/usr/lib/imaging-kiosk/lockdown", "off")
    assert "masked" not in kiosk.run("systemctl", "show", "getty@tty2.service", "--property", "LoadState")
