"""The installed kiosk under a real systemd: what the doctor says of it, the journal's fields, the support bundle."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.machine import KIOSK, Machine, booted

pytestmark = [
    pytest.mark.deploy,
    pytest.mark.skipif(shutil.which("systemd-nspawn") is None, reason="without systemd-nspawn"),
]
NOWHERE = "/srv/none/kiosk.prom"
"""A folder that is not there: the kiosk has one thing to say."""


@pytest.fixture(scope="module")
def machine(installed: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    told = {"/etc/imaging-kiosk/site.d/50-figures.yaml": f"figures: {{prometheus_file: {NOWHERE}}}\n"}
    with booted(installed, tmp_path_factory.mktemp("health"), told) as made:
        yield made


def findings(machine: Machine, user: str = "root") -> dict[str, dict[str, str]]:
    said = machine.run("/usr/bin/kiosk", "doctor", "--json", check=False, user=user)
    return {one["name"]: one for one in json.loads(said[said.index("{") :])["findings"]}


def test_the_doctor_sees_the_installed_kiosk(machine: Machine) -> None:
    machine.until(lambda: findings(machine)["running"]["verdict"] == "look", "it does not say that it has no PIN")
    told = findings(machine)
    well = ("service", "start", "running", "settings", "content", "fonts", "cage", "Qt", "Python", "settings files")
    found = {name: told.get(name) for name in (*well, "state folder", "seat", "kiosk memory", "clock")}
    verdicts = {name: one and one["verdict"] for name, one in found.items()}
    assert {name: verdict for name, verdict in verdicts.items() if verdict != "OK"} == {
        "running": "look",  # it needs somebody to set a PIN
    }, found
    assert told["PIN"]["verdict"] == "broken"  # nobody has set one
    assert told["figures"]["verdict"] == "broken"
    assert not [one for one in told.values() if "given up" in one["told"] or "could not be looked at" in one["told"]]


def test_somebody_else_hears_what_only_root_may_see(machine: Machine) -> None:
    told = findings(machine, "daemon")
    assert {told[name]["verdict"] for name in ("PIN", "state folder", "running")} == {"unseen"}
    assert told["service"]["verdict"] == "OK"


def test_the_journal_has_the_kiosks_fields(machine: Machine) -> None:
    def lines() -> list[dict[str, str]]:
        said = machine.run(
            "journalctl", "-q", "-u", KIOSK, "SYSLOG_IDENTIFIER=imaging-kiosk", "-o", "json", "--no-pager", check=False
        )
        return [json.loads(line) for line in said.splitlines() if line.startswith("{")]

    machine.until(lambda: bool(lines()), "the kiosk says nothing to the journal")
    one = next(line for line in lines() if "figures" in line["MESSAGE"])
    assert (one["KIOSK_PART"], one["PRIORITY"], one["_SYSTEMD_UNIT"]) == ("health.figures", "4", KIOSK)
    assert "there is no folder /srv/none" in one["MESSAGE"]
    assert one["CODE_FILE"].endswith("/kiosk/bridge/reporter.py")


def test_a_support_bundle_of_it(machine: Machine) -> None:
    machine.run("/usr/bin/kiosk", "support-bundle", "--out", "/root/help.zip")
    assert machine.run("stat", "-c", "%a", "/root/help.zip").strip() == "600"
    script = (
        "import zipfile, json; z = zipfile.ZipFile('/root/help.zip');"
        "print(json.dumps({n.split('/')[1]: z.read(n).decode() for n in z.namelist()}))"
    )
    files: dict[str, str] = json.loads(machine.run("python3", "-c", script))
    assert "health.figures: the figures cannot be written" in files["log.txt"]
    assert "systemd: Started" in files["log.txt"]
    assert "ActiveState=active" in files["services.txt"]
    assert "ii  cage 0.2" in files["packages.txt"]
    assert json.loads(files["status.json"])["running"] is True


def test_what_the_doctor_gives_for_the_figures_mends_them(machine: Machine) -> None:
    """One mend after the other, typed as it stands: the folder, then the unit."""
    mends: list[str] = []
    while (found := findings(machine)["figures"])["verdict"] == "broken" and len(mends) < 2:
        mends.append(found["mend"].split()[0])
        machine.shell(found["mend"])
    assert mends == ["install", "printf"]
    machine.until(lambda: findings(machine)["figures"]["verdict"] == "OK", "the figures are not written")
    assert machine.run("stat", "-c", "%U %a", "/srv", "/srv/none").split("\n")[:2] == ["root 755", "kiosk 755"]


def test_settings_that_the_kiosks_user_cannot_read_are_broken_until_the_mend_is_typed(machine: Machine) -> None:
    machine.shell("chmod 700 /etc/imaging-kiosk")
    found = findings(machine)["settings files"]
    assert (found["verdict"], found["mend"]) == ("broken", "chmod 0755 /etc/imaging-kiosk")
    machine.shell(found["mend"])
    assert findings(machine)["settings files"]["verdict"] == "OK"


def test_whoever_may_not_use_the_installed_kiosk_hears_that(machine: Machine) -> None:
    said = machine.shell(
        "setpriv --reuid daemon --regid daemon --init-groups kiosk ctl status 2>&1; "
        "printf '814926\\n814926\\n' | setpriv --reuid daemon --regid daemon --init-groups kiosk staff set-pin 2>&1",
        check=False,
    )
    assert "You may not use the kiosk's socket /run/imaging-kiosk/control.sock" in said
    assert "the installed kiosk keeps PINs in /var/lib/imaging-kiosk" in said
