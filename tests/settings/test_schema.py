"""The schema for editors takes what the kiosk takes and refuses what the kiosk refuses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml

from kiosk import paths
from kiosk.reading import Severity
from kiosk.settings import load_site
from kiosk.settings.schema import schema

SHA = "0123456789abcdef" * 4


class _Core(yaml.SafeLoader):
    """YAML 1.2, as editors read it: `no` is a word, `true` is none."""


_Core.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_form})$"), _first)

GOOD = [
    "{}",
    "name: Some Site",
    "name: 42",
    "name: no",
    "name: true",
    "name:",
    "mode: production\nlanguage_help: {}",
    "languages: [en]",
    "languages: [en, zh-Hans, no]",
    "choices: {follow_up: two_years, screening: 1}",
    "screen: {}",
    "screen: {diagonal_inch: 10}",
    "screen: {diagonal_inch: 99.5, reach_mm: 900, mount_height_mm: 0}",
    "screen: {rotation: 90}",
    "session: {idle_seconds: 600, warning_seconds: 30}",
    "speech: {volume: 20, engine: speechd, chime: false}",
    "speech: {voices: {en: {gender: female, name: Anna}}}",
    "keypad: {up: [F23, Up], ok: [Return], left: []}",
    "keypad: {scan_seconds: 0}",
    "keypad: {scan_seconds: 0.5}",
    "keypad: {help: [1, 2], back: [Escape, Page Up]}",
    "desk: {chord: [Ctrl+Alt+S, F13, Ctrl++]}",
    f"desk: {{key_files: {{desk: {SHA}, it: {SHA[::-1].upper()}}}, key_folders: [/media]}}",
    "desk: {silent_hours: 0, contact_seconds: 20}",
    'hours: {open: {mon: "07:00-18:00", sun: "7:00 – 24:00", sat: "20:00-02:00", fri: closed}}',
    "hours: {open: {}, hook: [/usr/bin/true, a, 1], dim_minutes: 0.5, hook_seconds: 60}",
    "control: {enabled: false, socket: /run/x, group: desk}",
    "log: {file: /var/log/k.log, mebibytes: 0.5}",
    'log: {file: ""}',
    "figures: {prometheus_file: /var/lib/p/kiosk.prom}",
    "less_motion: true",
    "centers: []",
    "centers: [{name: One, address: [1 Street, 2], phone: 5550100, hours: [always]}]",
    "language_help: {notice: {en: Ask}, pictures: []}",
]
BAD = [
    "- a",
    "just words",
    "nam: x",
    "name: [a]",
    "name: {a: b}",
    "mode: live",
    "mode:",
    "languages: en",
    "languages: []",
    "languages: [en, en]",
    "languages: [[en]]",
    "choices: yearly",
    "choices: {a: [b]}",
    "screen:",
    "screen: 27",
    "screen: {diagonal: 27}",
    "screen: {diagonal_inch: 9.9}",
    "screen: {diagonal_inch: 101}",
    "screen: {diagonal_inch: wide}",
    "screen: {diagonal_inch:}",
    "screen: {reach_mm: 1220.5}",
    "screen: {rotation: 45}",
    "screen: {mount_height_mm: -1}",
    "session: {idle_seconds: 59}",
    "session: {warning_seconds: 121}",
    "speech: {volume: 101}",
    "speech: {chime: yes}",
    "speech: {voices: {en: Anna}}",
    "speech: {voices: {en: {gender: neuter}}}",
    "keypad: {up: [Upp]}",
    "keypad: {up: Up}",
    "keypad: {ok: []}",
    "keypad: {scan_seconds: 0.4}",
    "keypad: {scan_seconds: 11}",
    "desk: {chord: [Ctrl+Nothing]}",
    "desk: {chord: [Ctrl+Ctrl+S]}",
    "desk: {chord: [Super+S]}",
    "desk: {key_files: {boss: " + SHA + "}}",
    "desk: {key_files: {desk: abc}}",
    "desk: {key_folders: [media]}",
    "desk: {contact_seconds: 19}",
    "hours: {open: {monday: 07:00-18:00}}",
    'hours: {open: {mon: "7-18"}}',
    'hours: {open: {mon: "24:00-02:00"}}',
    'hours: {open: {mon: "07:00-24:30"}}',
    'hours: {open: {mon: "07:00-07:00"}}',
    'hours: {open: {mon: "07:00-7:00"}}',
    "hours: {dim_minutes: 241}",
    "hours: {hook: /usr/bin/true}",
    "control: {enabled: 1}",
    "control: {sockets: x}",
    "log: {file: kiosk.log}",
    "log: {mebibytes: 0}",
    "figures: {prometheus_file: /var/lib/p/kiosk.txt}",
    "figures: {prometheus_file: kiosk.prom}",
    "control: {socket: x.sock}",
    "less_motion: 1",
    "centers: [{phone: x}]",
    "centers: {name: x}",
    "centers: [One]",
    "language_help: true",
    "language_help:",
    "language_help: {pictures: [{file: a.png}]}",
    "language_help: {pictures: [{file: a.png, letter_px: 3}]}",
]
STRICTER = ['screen: {diagonal_inch: "27"}', 'less_motion: "true"', "keypad: {scan_seconds: '1'}"]
"""What the kiosk takes and an editor marks: nobody needs these quotes."""
UNSEEN = ["less_motion: True", "session: {idle_seconds: 60.0}", "screen: {diagonal_inch: 2.7e1}"]
"""What the kiosk refuses and an editor cannot see, because YAML has made the plain value of it."""


def editor_takes(text: str, made: dict[str, Any] | None = None) -> bool:
    value = yaml.load(text, _Core)
    return jsonschema.Draft202012Validator(made or schema()).is_valid(value)


def kiosk_takes(text: str, folder: Path) -> bool:
    file = folder / "site.yaml"
    file.write_text(text, encoding="utf-8")
    return not any(problem.severity is Severity.ERROR for problem in load_site(file)[1])


@pytest.mark.parametrize("text", GOOD)
def test_both_take_what_is_right(text: str, tmp_path: Path) -> None:
    assert (kiosk_takes(text, tmp_path), editor_takes(text)) == (True, True)


@pytest.mark.parametrize("text", BAD)
def test_both_refuse_what_is_wrong(text: str, tmp_path: Path) -> None:
    assert (kiosk_takes(text, tmp_path), editor_takes(text)) == (False, False)


@pytest.mark.parametrize("text", STRICTER)
def test_quotes_around_a_number_are_marked(text: str, tmp_path: Path) -> None:
    assert (kiosk_takes(text, tmp_path), editor_takes(text)) == (True, False)


@pytest.mark.parametrize("text", UNSEEN)
def test_what_an_editor_cannot_see_the_kiosk_refuses(text: str, tmp_path: Path) -> None:
    assert (kiosk_takes(text, tmp_path), editor_takes(text)) == (False, True)


def test_the_shipped_site_is_valid() -> None:
    assert editor_takes(paths.DEMO_SITE.read_text(encoding="utf-8"))


def test_it_is_a_valid_schema_that_says_what_each_setting_is() -> None:
    made = schema()
    jsonschema.Draft202012Validator.check_schema(msgspec.json.decode(msgspec.json.encode(made)))
    parts = [made, *made["$defs"].values()]
    assert [name for part in parts for name, one in part["properties"].items() if not _is_told(one)] == []
    bare = msgspec.json.schema(dict[str, int])
    assert not _is_told(bare)


def _is_told(one: dict[str, Any]) -> bool:
    return bool(one.get("description") or "$ref" in one)


def test_a_schema_that_takes_anything_is_caught() -> None:
    """The twin: were the schema empty, the table of what is wrong would say so."""
    assert all(editor_takes(text, {"type": ["object", "array", "string"]}) for text in BAD)
