"""What IT types as root is about the kiosk that is installed, and what it writes belongs to the kiosk."""

from __future__ import annotations

import pytest

from tests.deploy.root import Root

pytestmark = pytest.mark.deploy
STATE = "/var/lib/imaging-kiosk"


def _set_pin(root: Root) -> None:
    root.run(["sh", "-c", "printf '814926\\n814926\\n' | kiosk staff set-pin --role desk"])


def test_a_pin_that_root_sets_is_the_kiosks(root: Root) -> None:
    _set_pin(root)
    assert root.run(["stat", "-c", "%U:%G %a", f"{STATE}/staff-pin.json"]).stdout.split() == ["kiosk:kiosk", "600"]
    assert root.run(["find", STATE, "!", "-user", "kiosk"]).stdout == ""
    said = root.run(["kiosk", "staff", "status"], user="kiosk", env={"STATE_DIRECTORY": STATE})
    assert said.stdout == root.run(["kiosk", "staff", "status"]).stdout
    assert not root.run(["sh", "-c", "ls -A /root/.local 2> /dev/null"], check=False).stdout


def test_a_lock_that_root_clears_is_the_kiosks(root: Root) -> None:
    _set_pin(root)
    root.run(["kiosk", "staff", "clear-lock"])
    assert root.run(["find", STATE, "!", "-user", "kiosk"]).stdout == ""


def test_a_key_file_is_written_to_a_stick_that_only_root_can_write_to(root: Root) -> None:
    root.run(["install", "-d", "-m", "0700", "/mnt/stick"])
    said = root.run(["kiosk", "staff", "make-key", "--role", "it", "/mnt/stick"]).stdout
    assert said.startswith("key_files: {it: ")
    assert root.run(["stat", "-c", "%s %a", "/mnt/stick/imaging-kiosk.key"]).stdout.split() == ["32", "600"]


def test_root_without_a_state_folder_keeps_to_its_own(root: Root) -> None:
    root.run(["rm", "-r", STATE])
    assert root.run(["kiosk", "staff", "status"], check=False).returncode in (0, 1)
    assert root.run(["test", "-e", STATE], check=False).returncode == 1
