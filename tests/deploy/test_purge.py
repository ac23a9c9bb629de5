"""The package goes as it came: removed it leaves settings and state, purged it leaves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deploy import layers, manager
from tests.deploy.root import Root

pytestmark = pytest.mark.deploy
_PLACES = ("/etc", "/usr", "/var", "/opt", "/srv", "/home", "/root", "/run", "/tmp")
_DPKGS_OWN = (
    "/var/lib/dpkg/",
    "/var/log/",
    "/var/cache/apt/",
    "/var/cache/ldconfig",
    "/var/lib/apt/",
    "/var/cache/debconf",
)
"""What dpkg and apt write of every package that ever was."""
_LISTS = (
    "/etc/passwd-",
    "/etc/shadow-",
    "/etc/group-",
    "/etc/gshadow-",
    "/etc/.pwd.lock",
    "/etc/subuid-",
    "/etc/subgid-",
)
"""What every change of users leaves: the lists as they were before it."""


_FOLDERS = (
    "/etc/polkit-1",
    "/etc/polkit-1/rules.d",
    "/etc/sysctl.d",
    "/etc/systemd/logind.conf.d",
    "/etc/systemd/system.conf.d",
)
"""The system's own, empty: it has them from the first piece on that anybody puts there."""
LOCKDOWN = "/usr/lib/imaging-kiosk/lockdown"
_ALLOWED = "/etc/udev/rules.d/90-imaging-kiosk-usb-allowed.rules"


def _of_the_system(path: str) -> bool:
    return path.startswith(_DPKGS_OWN) or path in (*_LISTS, *_FOLDERS)


def _used(root: Root) -> None:
    """A kiosk that has been in use: settings, state, cache, a socket's folder."""
    root.write("/etc/imaging-kiosk/site.d/10-fleet.yaml", "name: Example\n")
    root.write("/etc/imaging-kiosk/kiosk.yaml", "name: Example\n")
    root.write("/var/lib/imaging-kiosk/visits.json", "{}")
    root.run(["mkdir", "-p", "/run/imaging-kiosk"])
    root.write("/run/imaging-kiosk/control.sock", "")
    root.write("/etc/default/imaging-kiosk", "KIOSK_SPEECH__VOLUME=40\n")


def _locked(root: Root) -> None:
    """With all that locks the machine."""
    root.run([LOCKDOWN, "on"])
    root.run([LOCKDOWN, "allow", "1234:abcd"])
    root.run([LOCKDOWN, "usb", "on"])


def _changed(root: Root, before: set[str]) -> list[str]:
    """What has come since `before`, and what has gone."""
    return sorted(path for path in root.files(*_PLACES) ^ before if not _of_the_system(path))


def test_a_removed_kiosk_leaves_its_settings_and_state(root: Root) -> None:
    _used(root)
    root.run(["dpkg", "--remove", "imaging-kiosk"])
    left = root.files("/usr", "/etc", "/var/lib")
    assert [path for path in left if path.startswith(("/usr/lib/imaging-kiosk", "/usr/share/imaging-kiosk"))] == []
    for kept in ("/etc/imaging-kiosk/site.yaml", "/etc/imaging-kiosk/kiosk.yaml", "/var/lib/imaging-kiosk/visits.json"):
        assert kept in left


def test_a_removed_kiosk_leaves_the_machine_open(root: Root) -> None:
    before = root.files("/etc")
    _locked(root)
    assert len(root.files("/etc") - before) > 10
    said = root.run(["dpkg", "--remove", "imaging-kiosk"]).stdout
    assert "The machine was locked and is open again" in said
    assert root.files("/etc") - before - set(_FOLDERS) == {_ALLOWED}
    root.run(["dpkg", "--purge", "imaging-kiosk"])
    assert not any("imaging-kiosk" in path for path in root.files("/etc"))


def test_a_removed_kiosk_is_stopped_and_what_has_failed_of_it_is_forgotten(root: Root) -> None:
    manager.stand_in(root)
    root.run(["dpkg", "--remove", "imaging-kiosk"])
    asked = [words.split()[0] for words in manager.asked(root)]
    assert asked.index("stop") < asked.index("reset-failed") < asked.index("daemon-reload")


def test_a_kiosk_that_locked_nothing_says_nothing_of_it(root: Root) -> None:
    assert "locked" not in root.run(["dpkg", "--remove", "imaging-kiosk"]).stdout


def test_who_was_there_before_the_kiosk_stays(bare: Root, deb: Path) -> None:
    bare.run(["useradd", "--user-group", "kiosk"])
    before = [bare.run(["getent", kind, "kiosk"]).stdout for kind in ("passwd", "group")]
    layers.install(bare, deb)
    bare.run(["dpkg", "--purge", "imaging-kiosk"])
    assert [bare.run(["getent", kind, "kiosk"]).stdout for kind in ("passwd", "group")] == before


def test_a_purged_kiosk_leaves_nothing_and_takes_nothing_else_along(bare: Root, deb: Path) -> None:
    before = bare.files(*_PLACES)
    users = bare.run(["getent", "passwd"]).stdout, bare.run(["getent", "group"]).stdout
    layers.install(bare, deb)
    _used(bare)
    _locked(bare)
    assert "/usr/bin/kiosk" in bare.files("/usr/bin")
    bare.run(["dpkg", "--purge", "imaging-kiosk"])
    assert _changed(bare, before) == []
    assert (bare.run(["getent", "passwd"]).stdout, bare.run(["getent", "group"]).stdout) == users
    bare.write("/var/lib/planted", "")
    bare.run(["rm", "/usr/bin/cage"])
    assert _changed(bare, before) == ["/usr/bin/cage", "/var/lib/planted"]
