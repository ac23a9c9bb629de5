"""`kiosk support-bundle`: one file of mode 0600 that holds no page name, whatever a log holds."""

from __future__ import annotations

import json
import re
import socket
import zipfile
from pathlib import Path

import pytest

from kiosk import exits
from kiosk.bundle import README, gathered, packed, page_names
from kiosk.health.doctor.machine import Machine, Said
from kiosk.settings.model import Site
from tests.cli.launch import command, finished

SITE = """
name: Bluebird Imaging
languages: [en, es, vi, zh-Hans, ar, ko]
log: {file: %s}
centers: [{name: Bluebird Center, phone: "940-555-0101"}]
"""
_WORD = re.compile(r"[\w.-]+")


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    found = page_names(Site())
    assert len(found) > 200
    return found


def told(files: dict[str, str], names: frozenset[str]) -> list[str]:
    """The names of pages that stand in a bundle: a word as a word, a title anywhere. Its settings name languages."""
    text = "\n".join(content for name, content in files.items() if name not in ("README.txt", "settings.json"))
    words = set(_WORD.findall(text))
    return sorted(name for name in names if (name in words if _WORD.fullmatch(name) else name in text))


def planted(tmp_path: Path, names: frozenset[str]) -> Path:
    """A site whose log names every page there is, the machine and the site."""
    log = tmp_path / "kiosk.log"
    lines = [
        f"2026-12-01 12:00:00 INFO kiosk: somebody opened {name} on {socket.gethostname()}" for name in sorted(names)
    ]
    log.write_text("\n".join([*lines, "Bluebird Imaging, 10.2.3.4", "kiosk: the disk is full"]), encoding="utf-8")
    site = tmp_path / "site.yaml"
    site.write_text(SITE % log, encoding="utf-8")
    return site


def silent(_words: object) -> Said | None:
    return None


def test_no_page_name_is_in_it_although_the_log_names_them_all(tmp_path: Path, names: frozenset[str]) -> None:
    site = planted(tmp_path, names)
    files = dict(gathered(Machine(run=silent), site, names=False))
    assert "disk" in files["log.txt"]  # the log is in it
    assert files["log.txt"].count("\n") > len(names)
    assert told(files, names) == []
    everything = "".join(files.values())
    for secret in ("Bluebird", "940-555-0101", "10.2.3.4"):
        assert secret not in everything
    assert not re.search(rf"(?<!\w){re.escape(socket.gethostname())}(?!\w)", everything)


def test_a_bundle_that_names_pages_is_caught(tmp_path: Path, names: frozenset[str]) -> None:
    site = planted(tmp_path, names)
    files = {"log.txt": site.with_name("kiosk.log").read_text(encoding="utf-8")}
    assert len(told(files, names)) > len(names) * 0.9


def test_it_is_one_private_file_that_says_what_is_in_it(env: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "help.zip"
    ran = finished(command("support-bundle", "--out", out), env)
    assert (ran.returncode, str(out) in ran.stdout) == (exits.ENDED, True)
    assert out.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(out) as made:
        files = {name.removeprefix("kiosk-support/"): made.read(name).decode() for name in made.namelist()}
    assert files["README.txt"] == README
    assert all(name in README for name in files if name != "README.txt")
    assert json.loads(files["doctor.json"])["findings"]
    assert json.loads(files["status.json"]) == {"running": False}
    assert not [name for name in files if name.endswith(".png")]
    assert not list(tmp_path.glob(".help.zip.*"))


def test_where_it_cannot_be_written_it_says_so(env: dict[str, str], tmp_path: Path) -> None:
    ran = finished(command("support-bundle", "--out", tmp_path / "none" / "x.zip"), env)
    assert (ran.returncode, ran.stdout) == (exits.CONTENT_UNUSABLE, "")
    assert "there is no folder" in ran.stderr


def test_into_a_folder_it_goes_by_a_name_of_its_own(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    ran = finished(command("support-bundle", "--out", tmp_path / "folder"), env)
    [made] = (tmp_path / "folder").iterdir()
    assert (ran.returncode, str(made) in ran.stdout, made.suffix) == (exits.ENDED, True, ".zip")


@pytest.mark.parametrize("host", ["kiosk", "600", "screen"])
def test_the_machines_name_mangles_no_file(
    tmp_path: Path, names: frozenset[str], monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: host)
    files = gathered(Machine(run=silent), planted(tmp_path, names), names=False)
    settings = json.loads(files["settings.json"])
    assert (settings["screen.viewing_distance_mm"], json.loads(files["status.json"])) == (600, {"running": False})
    assert [one["name"] for one in json.loads(files["doctor.json"])["findings"] if one["name"] == "kiosk"]
    assert "kiosk: the disk is full" in files["log.txt"]


def test_names_stay_where_they_are_asked_for(tmp_path: Path, names: frozenset[str]) -> None:
    files = gathered(Machine(run=silent), planted(tmp_path, names), names=True)
    told_ = json.loads(files["settings.json"])
    assert (told_["name"], told_["centers"]) == ("Bluebird Imaging", ["Bluebird Center"])
    assert told_["machine"] == socket.gethostname()
    assert told(dict(files), names) == []
    assert packed(files).startswith(b"PK")
