"""The pieces of the system that the package brings, on a machine where it is installed: whole, sound, reversible."""

from __future__ import annotations

import re

import pytest

from kiosk.deploy.system import files
from tests.deploy.root import Root

pytestmark = pytest.mark.deploy
UNITS = "/usr/lib/systemd/system"
SERVICES = ("imaging-kiosk", "imaging-kiosk-safe", "imaging-kiosk-retry", "imaging-kiosk-sound")
MOST_EXPOSED = 20
"""Tenths of the figure that `systemd-analyze security` gives."""
LOCKDOWN = "/usr/lib/imaging-kiosk/lockdown"
SCREEN = "/usr/lib/imaging-kiosk/screen"
_ALLOWED = "/etc/udev/rules.d/90-imaging-kiosk-usb-allowed.rules"
_KEPT = "/var/cache/imaging-kiosk/rotation"


def _exposed(root: Root, service: str) -> float:
    done = root.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", f"--threshold={MOST_EXPOSED}", service],
        check=False,
    )
    figure = re.search(r"exposure level for .*: ([\d.]+)", done.stdout)
    assert figure, done.stdout + done.stderr
    assert (done.returncode == 0) == (float(figure[1]) * 10 <= MOST_EXPOSED)
    return float(figure[1])


def test_each_service_is_well_within_what_systemd_calls_ok(root: Root) -> None:
    found = {name: _exposed(root, f"{UNITS}/{name}.service") for name in SERVICES}
    assert all(figure * 10 <= MOST_EXPOSED for figure in found.values()), found
    # A unit without its walls is told apart.
    unit = root.text(f"{UNITS}/imaging-kiosk.service")
    bare = re.sub(r"(?m)^(Protect|Private|Restrict|SystemCall|Capability|NoNew).*\n", "", unit)
    root.write("/etc/systemd/system/planted.service", bare)
    assert _exposed(root, "/etc/systemd/system/planted.service") * 10 > MOST_EXPOSED


def test_systemd_has_nothing_to_say_about_the_units(root: Root) -> None:
    names = [f"{UNITS}/{path.name}" for path in files() if path.suffix in (".service", ".timer")]
    said = root.run(["systemd-analyze", "verify", "--man=no", *names], check=False)
    assert (said.returncode, said.stdout + said.stderr) == (0, "")
    root.write("/etc/systemd/system/planted.service", "[Service]\nType=notiffy\nExecStart=/bin/true\n")
    said = root.run(["systemd-analyze", "verify", "--man=no", "/etc/systemd/system/planted.service"], check=False)
    assert "notiffy" in said.stderr


def test_udev_understands_the_rules(root: Root) -> None:
    root.run([LOCKDOWN, "allow", "1234:abcd"])
    root.run([LOCKDOWN, "usb", "on"])
    rules = root.run(["sh", "-c", "ls /etc/udev/rules.d/*imaging-kiosk* /usr/lib/udev/rules.d/*imaging-kiosk*"]).stdout
    assert len(rules.split()) == 3
    said = root.run(["udevadm", "verify", *rules.split()], check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    root.write("/etc/udev/rules.d/99-planted.rules", 'SUBSYSTEM="usb", ATTR{authorized}="0"\n')
    assert root.run(["udevadm", "verify", "/etc/udev/rules.d/99-planted.rules"], check=False).returncode != 0


def test_the_machine_is_locked_and_opened_again_as_often_as_one_likes(root: Root) -> None:
    before = root.files("/etc")
    assert root.run([LOCKDOWN, "status"], check=False).returncode == 1
    for _ in range(2):
        root.run([LOCKDOWN, "on"])
    told = root.run([LOCKDOWN, "status"]).stdout
    assert "off  /etc/systemd" not in told
    for unit in ("getty@.service", "autovt@.service", "ctrl-alt-del.target", "emergency.service"):
        assert root.run(["readlink", "-f", f"/etc/systemd/system/{unit}"]).stdout.strip() == "/dev/null"
    assert root.run(["systemctl", "is-enabled", "getty@tty1.service"], check=False).stdout.strip() == "masked"
    assert "NAutoVTs=0" in root.run(["systemd-analyze", "cat-config", "systemd/logind.conf"]).stdout
    assert "CtrlAltDelBurstAction=none" in root.run(["systemd-analyze", "cat-config", "systemd/system.conf"]).stdout
    assert "kernel.sysrq = 0" in root.run(["systemd-analyze", "cat-config", "sysctl.d"]).stdout
    for _ in range(2):
        root.run([LOCKDOWN, "off"])
    assert {path for path in root.files("/etc") - before if not path.endswith(".d")} == {
        path for path in root.files("/etc") - before if path == "/etc/polkit-1"
    }


def test_a_file_of_the_sites_own_is_neither_replaced_nor_taken_away(root: Root) -> None:
    place = "/etc/sysctl.d/90-imaging-kiosk.conf"
    root.run(["mkdir", "-p", "/etc/sysctl.d"])
    root.write(place, "kernel.sysrq = 1\n")
    before = root.files("/etc")
    said = root.run([LOCKDOWN, "on"], check=False)
    assert said.returncode == 1
    assert place in said.stderr
    assert root.files("/etc") == before
    root.run([LOCKDOWN, "off"])
    assert root.text(place) == "kernel.sysrq = 1\n"


def test_a_link_of_the_sites_own_that_leads_nowhere_is_not_met_halfway(root: Root) -> None:
    place = "/etc/sysctl.d/90-imaging-kiosk.conf"
    root.run(["mkdir", "-p", "/etc/sysctl.d"])
    root.run(["ln", "-s", "/srv/not/there", place])
    before = root.files("/etc")
    said = root.run([LOCKDOWN, "on"], check=False)
    assert (said.returncode, place in said.stderr) == (1, True)
    assert root.files("/etc") == before


def test_what_the_site_has_masked_stays_masked(root: Root) -> None:
    root.run(["ln", "-s", "/dev/null", "/etc/systemd/system/debug-shell.service"])
    root.run([LOCKDOWN, "on"])
    assert root.run(["systemctl", "is-enabled", "rescue.service"], check=False).stdout.strip() == "masked"
    assert "off  /etc/systemd" not in root.run([LOCKDOWN, "status"]).stdout
    root.run([LOCKDOWN, "off"])
    assert root.run(["systemctl", "is-enabled", "rescue.service"], check=False).stdout.strip() != "masked"
    assert root.run(["readlink", "/etc/systemd/system/debug-shell.service"]).stdout == "/dev/null\n"


def test_whoever_opens_the_machine_hears_that_usb_is_still_closed(root: Root) -> None:
    root.run([LOCKDOWN, "on"])
    root.run([LOCKDOWN, "usb", "on"])
    assert f"{LOCKDOWN} usb off" in root.run([LOCKDOWN, "off"]).stdout
    root.run([LOCKDOWN, "usb", "off"])
    assert "usb" not in root.run([LOCKDOWN, "off"]).stdout.lower()


def test_lockdown_says_what_it_does_not_understand(root: Root) -> None:
    assert root.run([LOCKDOWN, "everything"], check=False).returncode == 64
    for device in ("my keyboard", "1234:abcd\nx", "1234:abcd ", "1234:abcde", "1234:ABCD", ""):
        assert root.run([LOCKDOWN, "allow", device], check=False).returncode == 64
    assert _ALLOWED not in root.files("/etc/udev")
    assert root.run([LOCKDOWN, "on"], user="kiosk", check=False).returncode == 1


def test_what_is_allowed_stands_once_in_its_list(root: Root) -> None:
    for _ in range(2):
        root.run([LOCKDOWN, "allow", "046d:c31c"])
    assert root.text(_ALLOWED).count("046d") == 1


_STRAIGHT = "1 0 0 0 1 0"
_TURNED = {
    "90": "0 -1 1 1 0 0",
    "180": "-1 0 1 0 -1 1",
    "270": "0 1 0 -1 0 1",
    "0": _STRAIGHT,
    "90; reboot": _STRAIGHT,
}


def test_a_touch_panel_is_turned_as_the_picture_is(root: Root) -> None:
    for kept, matrix in _TURNED.items():
        root.write(_KEPT, f"{kept}\n")
        assert root.run([SCREEN, "matrix"]).stdout == f"LIBINPUT_CALIBRATION_MATRIX={matrix}\n"


def test_a_rotation_that_is_no_file_turns_nothing_and_holds_nobody_up(root: Root) -> None:
    for made in ("true", f"mkfifo {_KEPT}", f"ln -s /dev/zero {_KEPT}", f"mkdir {_KEPT}"):
        root.run(["sh", "-c", f"rm -f {_KEPT}; {made}"], user="kiosk")  # its folder is the kiosk's own
        said = root.run([SCREEN, "matrix"], timeout=5)
        assert (said.stdout, said.stderr) == (f"LIBINPUT_CALIBRATION_MATRIX={_STRAIGHT}\n", "")
