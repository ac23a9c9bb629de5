"""An upgrade: settings stay as IT has written them, a visitor is not disturbed, and what fails leaves the old kiosk."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest

from tests.deploy import manager
from tests.deploy.kiosk import OFFSCREEN, SITE, running
from tests.deploy.newer import repacked, state, swap, upgrade
from tests.deploy.root import Root

pytestmark = pytest.mark.deploy
SETTINGS = "/etc/imaging-kiosk/site.yaml"
SHIPPED = "/usr/share/imaging-kiosk/site.yaml"


@pytest.fixture(scope="session")
def broken(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A next version that cannot be unpacked: its preinst fails at its end."""
    fails = partial(swap, "DEBIAN/preinst", "\nexit 0\n", "\nexit 7\n")
    return repacked(deb, tmp_path_factory.mktemp("broken"), fails)


def test_what_it_has_written_stays_and_under_systemd_something_stands_in(root: Root, newer: Path) -> None:
    mine = SITE + "# Our own.\n"
    root.write(SETTINGS, mine)
    manager.stand_in(root)
    done = upgrade(root, newer)
    assert done.returncode == 0, done.stdout + done.stderr
    assert state(root).endswith("+1")
    assert root.text(SETTINGS) == mine
    assert manager.asked(root) == [
        "start imaging-kiosk-safe.service",
        "stop imaging-kiosk-retry.timer",
        "daemon-reload",
        "stop imaging-kiosk-safe.service",
        "reset-failed imaging-kiosk.service",
        "start imaging-kiosk.service",
    ]


def test_settings_that_nobody_has_touched_go_with_the_version_forth_and_back(
    root: Root, deb: Path, newer: Path
) -> None:
    before, settings = state(root), root.text(SETTINGS)
    assert settings == root.text(SHIPPED)
    assert upgrade(root, newer).returncode == 0
    assert root.text(SETTINGS) == settings + "# Newer.\n"
    assert upgrade(root, deb).returncode == 0
    assert (state(root), root.text(SETTINGS)) == (before, settings)
    root.run(["kiosk", "check"], user="kiosk")


def test_an_upgrade_that_fails_leaves_the_old_kiosk_whole(root: Root, broken: Path) -> None:
    before, files = state(root), root.files("/usr/lib/imaging-kiosk", "/etc/imaging-kiosk")
    assert upgrade(root, broken).returncode != 0
    assert state(root) == before
    assert root.files("/usr/lib/imaging-kiosk", "/etc/imaging-kiosk") == files  # compiled code among it


def test_a_kiosk_that_nobody_can_ask_is_not_upgraded_unless_it_is_stopped(root: Root, newer: Path) -> None:
    root.write(SETTINGS, SITE + "control: {enabled: false}\n")
    before = state(root)
    manager.stand_in(root)
    done = upgrade(root, newer)
    assert done.returncode != 0
    assert "control: {enabled: false}" in done.stderr
    assert "systemctl start imaging-kiosk-safe.service" in done.stderr
    assert state(root) == before
    manager.stand_in(root, but="--quiet is-active imaging-kiosk.service")
    assert upgrade(root, newer).returncode == 0
    assert state(root).endswith("+1")


def test_an_idle_kiosk_is_upgraded_at_once(root: Root, newer: Path, tmp_path: Path) -> None:
    root.write(SETTINGS, SITE)
    with running(root, tmp_path / "log", OFFSCREEN, "kiosk", "run"):
        begun = time.monotonic()
        done = upgrade(root, newer, 600)
        assert done.returncode == 0, done.stdout + done.stderr
        assert time.monotonic() - begun < 60
    assert "waiting until nobody uses the kiosk" in done.stdout
