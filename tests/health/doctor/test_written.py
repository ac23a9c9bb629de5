"""The doctor looks for the files that the settings have the kiosk write, and no mend of it harms a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.health.doctor.finding import Finding, Verdict
from kiosk.health.doctor.service import UNIT
from kiosk.health.doctor.written import figures, log_file
from tests.health.doctor.tree import machine, seen

OK, LOOK, BROKEN, UNSEEN = Verdict.OK, Verdict.LOOK, Verdict.BROKEN, Verdict.UNSEEN
FILE = "/var/lib/node/kiosk.prom"
EXPLAIN = "kiosk settings explain figures.prometheus_file"
SYSTEMD: dict[str, str | bytes] = {"/run/systemd/system/x": ""}


def one(findings: Iterable[Finding]) -> tuple[Verdict, str]:
    [found] = findings
    assert seen([found])
    return found.verdict, found.mend


def test_the_figures_file(tmp_path: Path) -> None:
    here = machine(tmp_path)
    assert list(figures(here, "", runs=True, owner="kiosk")) == []
    assert one(figures(here, "kiosk.txt", runs=True, owner="kiosk")) == (BROKEN, EXPLAIN)
    make = "install -d -o kiosk -m 0755 /var/lib/node"
    assert one(figures(here, FILE, runs=True, owner="kiosk")) == (BROKEN, make)
    assert one(figures(here, FILE, runs=True, owner="")) == (BROKEN, make.replace("-o kiosk ", ""))
    (tmp_path / "var/lib/node").mkdir(parents=True)
    assert one(figures(here, FILE, runs=True, owner="kiosk")) == (BROKEN, EXPLAIN)
    assert one(figures(here, FILE, runs=False, owner="kiosk")) == (UNSEEN, "systemctl start imaging-kiosk")
    path = tmp_path / FILE.lstrip("/")
    path.write_text("", encoding="utf-8")
    assert one(figures(here, FILE, runs=True, owner="kiosk")) == (OK, "")
    os.utime(path, (0, 0))
    assert one(figures(here, FILE, runs=True, owner="kiosk")) == (
        BROKEN,
        "journalctl -b -u imaging-kiosk.service -g figures -n 5",
    )
    assert one(figures(here, FILE, runs=False, owner="kiosk")) == (OK, "")


@pytest.mark.parametrize("file", ["/var/log/kiosk.log", "/kiosk.log", "/srv/logs/kiosk.log"])
def test_no_mend_changes_a_folder_that_is_there(tmp_path: Path, file: str) -> None:
    here = machine(tmp_path)
    here.path(file).parent.mkdir(parents=True, exist_ok=True)
    found = [
        *log_file(here, file, owner="kiosk"),
        *figures(here, file.replace(".log", ".prom"), runs=True, owner="kiosk"),
    ]
    assert [one.verdict for one in found] == [LOOK, BROKEN]
    assert all("a folder of its own" in one.told for one in found)
    assert not [one.mend for one in found if any(word in one.mend for word in ("install", "chown", "chmod"))]


def test_a_folder_with_a_space_is_one_word_of_the_mend(tmp_path: Path) -> None:
    here = machine(tmp_path)
    assert one(log_file(here, "/a b/c.log", owner="kiosk"))[1] == "install -d -o kiosk -m 0750 '/a b'"
    assert one(figures(here, "/a;b/c.prom", runs=True, owner="kiosk"))[1] == "install -d -o kiosk -m 0755 '/a;b'"


@pytest.mark.parametrize(
    ("open_to_it", "verdict"),
    [("", BROKEN), ("/var/lib/nod", BROKEN), ("/srv -/var/lib/node", OK), ("/var/lib", OK)],
)
def test_a_unit_that_closes_the_folder_is_named(tmp_path: Path, open_to_it: str, verdict: Verdict) -> None:
    answers = {UNIT: f"ProtectSystem=strict\nReadWritePaths={open_to_it}\n"}
    here = machine(tmp_path, {**SYSTEMD, FILE: ""}, answers)
    mend = (
        "printf '%s\\n' '[Service]' ReadWritePaths=-/var/lib/node"
        f" | systemctl edit --drop-in=figures.conf --stdin {UNIT} && systemctl restart {UNIT}"
    )
    assert one(figures(here, FILE, runs=True, owner="kiosk")) == (verdict, mend if verdict is BROKEN else "")


def test_the_kiosks_own_folders_are_open_to_it_and_one_with_a_space_is_quoted_for_the_unit(tmp_path: Path) -> None:
    answers = {UNIT: "ProtectSystem=strict\nReadWritePaths=\n"}
    own, other = "/var/lib/imaging-kiosk/x.prom", "/srv/a b%/x.prom"
    here = machine(tmp_path, {**SYSTEMD, own: "", other: ""}, answers)
    assert one(figures(here, own, runs=True, owner="kiosk")) == (OK, "")
    assert "'ReadWritePaths=\"-/srv/a b%%\"' |" in one(figures(here, other, runs=True, owner="kiosk"))[1]


def test_the_log_file(tmp_path: Path) -> None:
    here = machine(tmp_path)
    assert list(log_file(here, "", owner="kiosk")) == []
    assert one(log_file(here, "/srv/kiosk/kiosk.log", owner="kiosk")) == (
        LOOK,
        "install -d -o kiosk -m 0750 /srv/kiosk",
    )
    there = machine(tmp_path, {"/srv/kiosk/kiosk.log": ""})
    assert one(log_file(there, "/srv/kiosk/kiosk.log", owner="kiosk")) == (OK, "")


def test_where_there_is_a_journal_no_log_file_is_missed(tmp_path: Path) -> None:
    [found] = log_file(machine(tmp_path, SYSTEMD), "/var/log/kiosk.log", owner="kiosk")
    assert (found.verdict, "in the journal" in found.told) == (OK, True)
    assert one(log_file(machine(tmp_path, SYSTEMD), "/var/log/kiosk.log", owner=""))[0] is LOOK  # from a terminal
