"""What may go into a support bundle: words, settings, names of machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.health.bundle import parts
from kiosk.health.bundle.scrub import cleaned, hidden, scrubbed
from kiosk.health.bundle.settings import shown
from kiosk.health.bundle.words import Words, own_words
from kiosk.health.doctor.finding import look, ok
from kiosk.settings.model import Center, Control, Desk, Figures, Hours, Log, Site, Speech, VoiceWish
from tests.health.doctor.tree import machine

OWN = frozenset({"The", "page", "is", "damaged", "cannot", "be", "drawn", "they"})
NAMES = frozenset({"care", "What they are", "questions.are_they_cancer", "Español", "es", "Atención y próximos pasos"})


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("the page is damaged", "the page is damaged"),
        ("the page care is damaged", "the page ... is damaged"),
        ("opened What they are", "opened ..."),
        ("opened what THEY are", "opened ..."),
        ("biopsy: 12 pages", "...: 12 ..."),
        ("in es, Atención y próximos pasos", "in ..., ..."),
        ("questions.are_they_cancer", "..."),
        ("is 940-555-0101, the 1961-05-04, The 4711", "is ..., the ..., The ..."),
        ("(940) 555 0101 is 04/05/61", "(... is ..."),
        ("2026-12-01 12:30:59 is 6.11.3 at 12:30:59, 250", "2026-12-01 12:30:59 is 6.11.3 at 12:30:59, 250"),
        ("2026-12-01 12:30:59 is 2026-12-01", "2026-12-01 12:30:59 is ..."),
        ("[backend/session/session.c:83] failed", "[backend/session/session....:83] failed"),
    ],
)
def test_only_the_programs_own_words_are_kept(line: str, kept: str) -> None:
    assert Words(OWN, NAMES).kept(line) == kept


def test_the_programs_words_are_its_sentences_and_names_and_not_its_explanations(tmp_path: Path) -> None:
    (tmp_path / "some_file.py").write_text(
        '"""explained"""\ndef opened():\n    say("a sentence")\n    "quiet"\n', "utf-8"
    )
    (tmp_path / "broken.py").write_text("def (", "utf-8")
    assert own_words(tmp_path) >= {"some", "file", "opened", "sentence"}
    assert not own_words(tmp_path) & {"explained", "quiet"}


def test_settings_show_numbers_and_choices_and_no_secret() -> None:
    site = Site(
        name="Secret Imaging",
        centers=(Center("Secret Center", ("1 Secret Road",), "940-555-0101"),),
        desk=Desk(key_files={"desk": "5ec2e7" * 10}, key_folders=("/media/secret",)),
        log=Log("/srv/secret/kiosk.log"),
        figures=Figures("/srv/secret/kiosk.prom"),
        control=Control(socket="/srv/secret/socket", group="secretaries"),
        speech=Speech(voices={"en": VoiceWish("Secretary")}, engine="speechd"),
        hours=Hours(open={"mon": "07:00-18:00"}, hook=("/opt/secret", "--password")),
        choices={"screening": "yearly"},
    )
    told = shown(site)
    assert not [value for value in map(str, told.values()) if "ecret" in value or "5ec2e7" in value or "940" in value]
    assert (told["name"], told["centers"], told["hours.hook"], told["desk.key_files.desk"]) == (
        "(set)",
        "(1 set)",
        "(2 set)",
        "(set)",
    )
    assert told["screen.diagonal_inch"] == 27.0
    assert told["choices"] == {"screening": "yearly"}
    assert told["hours.open"] == {"mon": "07:00-18:00"}
    assert (told["language_help"], told["mode"], told["speech.engine"]) == (None, "demonstration", "speechd")
    assert (told["desk.key_folders"], told["log.file"], told["log.mebibytes"]) == ("(1 set)", "(set)", 8.0)
    assert (told["control.enabled"], told["speech.voices.en.name"]) == (True, "(set)")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("on kiosk-17.example.org at 10.1.2.3", "on (name) at (address)"),
        ("KIOSK-17 and kiosk-170", "(name) and kiosk-170"),
        ("fe80::1ff:fe23:4567:890a and 2001:db8:0:0:0:0:2:1", "(address) and (address)"),
        ("00:1a:2b:3c:4d:5e", "(hardware address)"),
        ("boot 0123456789abcdef0123456789abcdef", "boot (number)"),
        ("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA", "(PIN)"),
        ("at 12:30:59, version 0.2.0, 6.11.3", "at 12:30:59, version 0.2.0, 6.11.3"),
    ],
)
def test_what_tells_the_machine_is_taken_out(text: str, left: str) -> None:
    assert scrubbed(text, ("kiosk-17", "kiosk-17.example.org")) == left


@pytest.mark.parametrize("name", ["kiosk", "Kiosk", "600", "imaging-kiosk", "pc"])
def test_a_machine_that_is_called_like_the_program_does_not_mangle_it(name: str) -> None:
    assert not hidden([name], {"kiosk"} | parts.OWN_NAMES)


def test_names_are_taken_out_of_texts_and_never_out_of_keys_or_numbers() -> None:
    names = hidden(["kiosk-17", "screen"], {"kiosk"})
    told = {"screen": 600, "list": [1, "on kiosk-17"], "flat": {"mode": "screen", "none": None, "on": True}}
    assert cleaned(told, names) == {
        "screen": 600,
        "list": [1, "on (name)"],
        "flat": {"mode": "(name)", "none": None, "on": True},
    }


def entry(message: object, **more: str) -> str:
    return json.dumps({"MESSAGE": message, "PRIORITY": "4", "__REALTIME_TIMESTAMP": "1700000000000000", **more})


def test_the_journal_is_read_line_by_line(tmp_path: Path) -> None:
    lines = [
        entry("Started imaging-kiosk.service", SYSLOG_IDENTIFIER="systemd", _PID="1"),
        entry("the page care is damaged", KIOSK_PART="page", _PID="9"),
        entry("the page care", SYSLOG_IDENTIFIER="systemd", _PID="77"),
        entry([1, 2, 3]),
        "no JSON",
    ]
    here = machine(tmp_path, {}, {"journalctl": "\n".join(lines)})
    assert parts.journal(here, Words(OWN, NAMES).kept).splitlines() == [
        "2023-11-14 22:13:20 <4> systemd: Started imaging-kiosk.service",
        "2023-11-14 22:13:20 <4> page: the page ... is damaged",
        "2023-11-14 22:13:20 <4> systemd: the page ...",
    ]
    assert parts.journal(machine(tmp_path), Words(OWN, NAMES).kept) == ""


def test_services_packages_and_memory_are_chosen_line_by_line(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "/run/systemd/system/x": "",
        "/proc/meminfo": "MemTotal: 5 kB\nSecret: 1 kB\n",
    }
    answers = {
        "systemctl show": "ActiveState=active\nStatusText=of the site\nEnvironment=SECRET=1\n",
        "dpkg-query": "ii  cage 0.2.0-2\nun  seatd \ndpkg-query: no packages found\n",
    }
    here = machine(tmp_path, files, answers)
    assert "ActiveState=active\n" in parts.services(here)
    assert "SECRET" not in parts.services(here)
    assert "of the site" not in parts.services(here)
    assert parts.packages(here) == "ii  cage 0.2.0-2\n"
    assert parts.memory(here) == "MemTotal: 5 kB\n"
    assert "no systemd" in parts.services(machine(tmp_path / "other"))


def test_a_finding_that_may_name_a_page_keeps_its_words_to_itself() -> None:
    found = parts.findings([ok("Qt", "6.11"), look("content", "content/en/care.yaml:3:1: what; mend", "kiosk check")])
    assert [one["told"] for one in found] == [
        "6.11",
        "(its words may name a page or a file of the site, and are left out)",
    ]
    assert [one["verdict"] for one in found] == ["OK", "look"]
