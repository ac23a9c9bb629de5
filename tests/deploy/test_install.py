"""The package in a fresh Debian: it installs, its programs run, and what it starts with is right for patients."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deploy import layers, manager
from tests.deploy.root import Root

pytestmark = pytest.mark.deploy
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "KIOSK_EXIT_AFTER_FIRST_FRAME": "1"}
UNIT = {
    "HOME": "/var/lib/imaging-kiosk",
    "XDG_CACHE_HOME": "/var/cache/imaging-kiosk",
    "STATE_DIRECTORY": "/var/lib/imaging-kiosk",
}
"""As the unit sets it for the kiosk."""


def test_it_installs_into_a_fresh_debian_starts_nothing_and_says_what_to_do_next(bare: Root, deb: Path) -> None:
    manager.stand_in(bare)
    said = layers.install(bare, deb)
    assert "systemctl start imaging-kiosk" in said
    assert bare.run(["dpkg-query", "-W", "-f", "${db:Status-Abbrev}", "imaging-kiosk"]).stdout == "ii "
    assert "daemon-reload" in manager.asked(bare)
    assert [words for words in manager.asked(bare) if "start" in words] == []


def test_the_installed_program_tells_its_version(root: Root, deb: Path) -> None:
    version = layers.field(deb, "Version").rpartition("-")[0]
    assert root.run(["kiosk", "--version"], user="kiosk").stdout == f"imaging-kiosk {version}\n"


def test_the_installed_content_is_without_fault(root: Root) -> None:
    root.run(["kiosk", "check"], user="kiosk", env=UNIT)


def test_the_installed_kiosk_shows_its_first_screen(root: Root) -> None:
    assert "first frame" in root.run(["kiosk", "run"], user="kiosk", env=UNIT | OFFSCREEN).stdout


def test_a_callers_environment_changes_nothing(root: Root) -> None:
    strange = {
        "PYTHONPATH": "/nowhere",
        "PYTHONHOME": "/nowhere",
        "QT_PLUGIN_PATH": "/nowhere",
        "QML_IMPORT_PATH": "/no",
    }
    assert "imaging-kiosk" in root.run(["kiosk", "--version"], env=strange).stdout


def test_it_begins_with_the_machine_and_not_before(root: Root) -> None:
    """Whoever unpacks a package must not lose the screen."""
    assert root.run(["systemctl", "is-enabled", "imaging-kiosk.service"]).stdout.strip() == "enabled"
    (said,) = root.programs()
    assert "sleep infinity" in said  # what holds the root
    assert "kiosk run" not in said


def test_the_kiosks_user_cannot_log_in(root: Root) -> None:
    line = root.run(["getent", "passwd", "kiosk"]).stdout.strip().split(":")
    assert line[5:] == ["/var/lib/imaging-kiosk", "/usr/sbin/nologin"]
    assert root.run(["getent", "shadow", "kiosk"]).stdout.split(":")[1].startswith("!")
