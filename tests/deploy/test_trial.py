"""docs/deploy.md does what it says: its own commands, in their order, in a fresh Debian 13 under a real systemd."""

from __future__ import annotations

import platform
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.machine import KIOSK, SIZE, Machine
from tests.deploy.page import Block, blocks
from tests.e2e.likeness import alike
from tests.rig.touch_rig import TouchRig

pytestmark = [
    pytest.mark.deploy,
    pytest.mark.skipif(shutil.which("systemd-nspawn") is None, reason="without systemd-nspawn"),
]
PAGE = Path(__file__).parents[2] / "docs" / "deploy.md"
_PINS = {"desk": "481570", "it": "847103"}
_SECONDS = 600.0
"""For one block: the package brings all that it needs from Debian."""


@pytest.fixture
def machine(fresh: Path, deb: Path, tmp_path: Path) -> Iterator[Machine]:
    """A Debian as its installer leaves it, with the package in root's home."""
    with TouchRig(*SIZE) as rig:
        made = Machine([fresh], tmp_path / "machine", rig)
        made.write("/etc/resolv.conf", Path("/etc/resolv.conf").read_text(encoding="utf-8"))
        made.write("/etc/hosts", f"127.0.0.1 localhost\n127.0.1.1 {platform.node()}\n")
        (made.upper / "root").mkdir(parents=True)
        shutil.copy(deb, made.upper / "root")
        with made:
            made.run("sh", "-c", "apt-get update -qq && apt-get install -qq -y sudo", timeout=_SECONDS)
            yield made


def typed(machine: Machine, block: Block) -> str:
    """What the machine says to a block, as it stands on the page."""
    pin = next((pin for role, pin in _PINS.items() if f"--role {role}" in block.commands), "")
    asked = f"printf '%s\\n' {pin} {pin} | " if block.asks == "pin" else ""
    script = f"set -e; cd /root; {asked}{{\n{block.commands}\n}}"
    return machine.run("sh", "-c", script, check=not block.exit, timeout=_SECONDS)


_END = "for p in /proc/[0-9]*; do grep -q '[c]alibrate' $p/cmdline && kill ${p#/proc/}; done; true"


def at_the_glass(machine: Machine, block: Block, evidence: Path) -> None:
    """A program that somebody stands before: it covers the kiosk, and leaves it as it was."""
    before = machine.picture()
    machine.shell(f"cd /root; ({block.commands}) > /tmp/at-the-glass.txt 2>&1 &")
    machine.until(lambda: not alike(machine.picture(), before), "nothing new stands on the glass")
    machine.picture().save(str(evidence))
    machine.shell(_END)
    machine.until(lambda: alike(machine.picture(), before), "the kiosk does not come back")


def test_the_page_leads_from_a_bare_machine_to_a_kiosk_and_back(machine: Machine, tmp_path: Path) -> None:
    said = {}
    for block in blocks(PAGE):
        print(f"\n{PAGE.name}:{block.line}\n{block.commands}", end="", flush=True)
        if block.runs == "glass":
            at_the_glass(machine, block, tmp_path / "glass.png")
            continue
        said[block.commands.strip()] = told = typed(machine, block)
        print(re.sub(r"(?m)^", "    ", told[-3000:].rstrip()), flush=True)
        if f"start {KIOSK}" in block.commands:
            assert machine.active(KIOSK)
    doctor = said["sudo kiosk doctor"]
    assert "Traceback" not in doctor
    assert "was locked and is open again" in next(told for words, told in said.items() if "apt-get remove" in words)
    assert machine.run("systemctl", "list-units", "--all", "--no-legend", "imaging-kiosk*") == ""
    assert machine.run("getent", "passwd", "kiosk", check=False).startswith("exit code")
    with pytest.raises(AssertionError, match="false"):  # the planted fault: a page with a command that fails
        typed(machine, Block(1, "false\ntrue\n"))
