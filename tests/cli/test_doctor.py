"""`kiosk doctor` on this machine, as it is: as root, as somebody else, beside a kiosk that runs, where nothing is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import doctor as joined
from kiosk import exits, paths
from kiosk.doctor import findings
from kiosk.health.doctor.finding import Verdict
from kiosk.health.doctor.machine import Machine
from kiosk.reading import Problem
from kiosk.settings.access import Reader
from tests.cli.launch import ROOT, command, finished, running, until

SITE = "name: Example\nlanguages: [es, en]\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    file = tmp_path / "site.yaml"
    file.write_text(SITE, encoding="utf-8")
    return file


def verdicts(out: str) -> dict[str, str]:
    return {one["name"]: one["verdict"] for one in json.loads(out)["findings"]}


def test_before_the_kiosk_was_ever_started(env: dict[str, str], site: Path) -> None:
    begun = time.monotonic()
    ran = finished(command("doctor", "--json", "--site", site), env)
    assert time.monotonic() - begun < 20
    told = verdicts(ran.stdout)
    assert ran.returncode == json.loads(ran.stdout)["exit_code"] == exits.BROKEN  # at least nobody has set a PIN
    assert ran.stderr == ""
    assert (told["PIN"], told["settings"], told["content"], told["fonts"]) == ("broken", "OK", "OK", "OK")
    assert told["running"] == "look"
    assert "Traceback" not in ran.stdout


def test_while_the_kiosk_runs(env: dict[str, str], site: Path, tmp_path: Path) -> None:
    with running(command("run", "--site", site), env, tmp_path / "log") as process:
        assert until((tmp_path / "imaging-kiosk" / "control.sock").exists)
        assert until(lambda: verdicts(finished(command("doctor", "--json"), env).stdout).get("kiosk memory") == "OK")
        ran = finished(command("doctor", "--site", site), env)
        assert process.poll() is None
    assert "No kiosk runs here" not in ran.stdout
    assert "\033" not in ran.stdout
    assert max(len(line) for line in ran.stdout.splitlines() if "-> " not in line and "/" not in line) <= 80


def test_settings_with_a_fault_are_named(env: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("screen: {diagonal_inch: huge}\n", encoding="utf-8")
    assert verdicts(finished(command("doctor", "--json", "--site", file), env).stdout)["settings"] == "broken"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_somebody_else_is_told_to_run_it_as_root_and_hears_of_nothing_as_well_that_he_cannot_see(
    tmp_path: Path,
) -> None:
    """An installed kiosk, made of files, looked at by a user who may not look into its state."""
    state = tmp_path / "var/lib/imaging-kiosk"
    state.mkdir(parents=True)
    (tmp_path / "etc/imaging-kiosk").mkdir(parents=True)
    (state / "staff-pin.json").write_text("{}", encoding="utf-8")
    state.chmod(0o700)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and folder.is_relative_to("/tmp/pytest-of-root"):
            folder.chmod(0o755)
    child = os.fork()
    if child == 0:  # this process alone becomes somebody else
        code = 1
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            os.environ["HOME"] = "/nonexistent"
            told = {one.name: one for one in findings(Machine(tmp_path), None)}
            hidden = {name for name, one in told.items() if one.verdict is Verdict.UNSEEN}
            code = 0 if "PIN" in hidden and "sudo" in told["PIN"].mend else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_socket_that_the_settings_switch_off_is_no_kiosk_that_does_not_run(tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text(f"{SITE}control: {{enabled: false}}\n", encoding="utf-8")
    [told] = (one for one in findings(Machine(tmp_path, lambda _words: None), site) if one.name == "running")
    assert (told.verdict, "switched off by the settings" in told.told) == (Verdict.UNSEEN, True)


@pytest.mark.parametrize(
    ("closed", "mode", "mend"),
    [
        ("", 0o700, "chmod 0755 /etc/imaging-kiosk"),
        ("site.d/50-x.yaml", 0o600, "chmod 0644 /etc/imaging-kiosk/site.d/50-x.yaml"),
    ],
    ids=["folder", "layer"],
)
def test_settings_that_the_kiosks_user_cannot_read_are_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str, mode: int, mend: str
) -> None:
    folder = tmp_path / "etc/imaging-kiosk"
    (folder / "site.d").mkdir(parents=True)
    for name in ("site.yaml", "site.d/50-x.yaml"):
        (folder / name).write_text("name: Example\n", encoding="utf-8")
    monkeypatch.setattr(joined, "reader", lambda _name: Reader(54321, frozenset()))
    here = Machine(tmp_path, lambda _words: None)

    def told() -> list[tuple[Verdict, str]]:
        return [(one.verdict, one.mend) for one in findings(here, None) if one.name == "settings files"]

    assert (Verdict.BROKEN, mend) not in told()
    (folder / closed).chmod(mode)
    assert told() == [(Verdict.BROKEN, mend)]


@pytest.mark.parametrize(
    ("file", "broken"),
    [(paths.ASSETS / "fonts" / "fonts.yaml", "fonts"), (Path("/srv/fontaine/en/care.yaml"), "content")],
)
def test_a_fault_is_of_a_font_where_it_stands_in_the_fonts_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: Path, broken: str
) -> None:
    faulty = SimpleNamespace(problems=(Problem(str(file), 1, 1, "a font is missing", "mend it"),), languages=())
    monkeypatch.setattr(joined, "load", lambda *_, **__: faulty)
    told = {one.name: one.verdict for one in findings(Machine(tmp_path, lambda _words: None), None)}
    assert [name for name in ("fonts", "content") if told[name] is Verdict.BROKEN] == [broken]


def test_where_nothing_is_at_all_nothing_raises(tmp_path: Path) -> None:
    found = findings(Machine(tmp_path, lambda _words: None), None)
    assert {one.verdict for one in found} >= {Verdict.BROKEN, Verdict.LOOK, Verdict.UNSEEN}
    assert not [one for one in found if "could not be looked at" in one.told]


def test_the_doctor_loads_no_qt() -> None:
    code = "import sys, kiosk.doctor; sys.exit(any(name.startswith(('PySide6', 'shiboken')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
