"""docs/settings.md, made of the types: `make settings-doc` writes it, and a test holds it current.

Owns the words around the tables and one example for each section; what stands in the tables, `settings.fields` knows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.settings.fields import Field, fields

FILE = Path(__file__).resolve().parents[2] / "docs" / "settings.md"

HEAD = """\
# Settings

<!-- Made by `make settings-doc` from kiosk/settings/model.py: change it there. -->

What IT decides about one kiosk, in YAML. Nothing must be written: every setting has a default.

## Where they stand
| Layer | Whose |
| --- | --- |
| built-in | the defaults below |
| `/etc/imaging-kiosk/site.yaml` | the site's |
| `/etc/imaging-kiosk/site.d/*.yaml` | for many kiosks at once, read by name; names that begin with a dot are left out |
| `/etc/imaging-kiosk/kiosk.yaml` | this one machine's, such as the size of its screen |
| `KIOSK_...` in the environment | for trying something out, or `/etc/default/imaging-kiosk` |

A lower line of this table has the last word, name by name: a `kiosk.yaml` that says `screen: {diagonal_inch: 32}`
leaves all else of `screen` as it is. Lists and single values replace what stands below them. In `hours.open`,
`closed` closes a day that a layer below opens.

`--site FILE` takes that file instead of the three; variables still count. Without `--site`, and without a
`/etc/imaging-kiosk/site.yaml`, the kiosk shows its demonstration site; one that has run with the settings there keeps
the last good ones as long as the folder stands.

**Variables.** Two underscores stand between levels: `KIOSK_SCREEN__DIAGONAL_INCH=32`. The value is read as YAML, so
`KIOSK_LANGUAGES='[es, en]'` is a list. Names below a map of free names have small letters only; say the map as a
whole for others: `KIOSK_SPEECH__VOICES='{zh-Hans: {gender: female}}'`. An empty variable says nothing. The
installed kiosk's service has its variables from `/etc/default/imaging-kiosk`. `kiosk settings` and `kiosk doctor` read
that file, too; a variable of the shell that they run in counts more. Changed variables hold when the service is
started again (`sudo systemctl restart imaging-kiosk.service`): a reload does not read them.

**Paths** that do not begin with `/` are meant from the folder of the file that says them; in a variable, from
`/etc/imaging-kiosk`.

**Files.** A layer is a plain file of at most 256 KiB in UTF-8, not a link, that the user `kiosk` can read. What
editors leave beside it (`*.yaml~`, `.*.swp`) is not read. A file with nothing but comments says nothing; one without
a single character is taken for cut off.

## Look, check, write
```
kiosk settings explain screen        # each value, the layer that says so, and what it is about; without a name: all
kiosk settings check                 # what is wrong in the installed layers; exit code 1 for errors
kiosk settings check FILE            # in one file, before it is installed
kiosk settings schema > site.schema.json
```
An editor that knows YAML schemas marks mistakes while you write, with this line at the top of a file (the schema
wants no quotes around numbers, `true` and `false`, though the kiosk takes them):
```
# yaml-language-server: $schema=/usr/share/imaging-kiosk/site.schema.json
```

## When something is wrong
An unknown name, a wrong value or a file that cannot be read is an error, named with file, line, column and what to
do. It never blanks the screen: a kiosk that has once run without an error keeps those settings, and they stand whole
until the layers are mended. The staff panel then asks for IT, and the log names each problem and the day of the
settings that stand. A kiosk without any such settings takes what fits, and the defaults for the rest; a `mode` that
cannot be read, or that may stand in a file that cannot be read, counts as `production`, and this is said. A warning
changes nothing.
"""
FIRST = "The site"
EXAMPLES = {
    FIRST: "name: Northside Imaging\nmode: production\nlanguages: [en, es]\n"
    "choices: {follow_up: two_years, screening: neutral}\nless_motion: false\n",
    "screen": "screen: {diagonal_inch: 31.5, viewing_distance_mm: 600, mount_height_mm: 700, reach_mm: 1220}\n",
    "session": "session: {idle_seconds: 90, warning_seconds: 45}\n",
    "speech": "speech:\n  volume: 60\n  voices:\n    es: {gender: female}\n",
    "keypad": "keypad: {up: [Up], down: [Down], ok: [Return, F23], scan_seconds: 0}\n",
    "desk": "desk: {chord: [Ctrl+Alt+S], key_folders: [/media], contact_seconds: 120, silent_hours: 4}\n",
    "hours": 'hours:\n  open: {mon: "07:00-18:00", tue: "07:00-18:00", sat: closed}\n  dim_minutes: 10\n'
    "  hook: [/usr/local/bin/screen-power, DP-1]\n",
    "control": "control: {group: frontdesk}\n",
    "log": "log: {file: /var/log/imaging-kiosk/kiosk.log, mebibytes: 8}\n",
    "figures": "figures: {prometheus_file: /var/lib/prometheus/node-exporter/imaging-kiosk.prom}\n",
    "centers": 'centers:\n  - name: Northside\n    address: ["1 First Street", "Springfield"]\n    phone: "555-0100"\n'
    '    hours: ["Monday to Friday, 8 am to 5 pm"]\n',
    "language_help": "language_help:\n  notice: {en: Interpreters are free here. Ask at the desk.}\n  pictures:\n"
    "    - {file: notice-1.png, letter_px: 72, alt: Language help is free.}\n",
}
"""By section: each can stand in a file as it is."""


def document() -> str:
    """The whole page."""
    return HEAD + "".join(_section(name, rows) for name, rows in _sections())


def _sections() -> Iterator[tuple[str, list[Field]]]:
    """The rows of each section; what stands by itself at the top comes first."""
    found: dict[str, list[Field]] = {FIRST: []}
    for field in fields():
        name = field.key.split(".")[0].removesuffix("[]")
        alone = not field.is_section and name == field.key and field.kind != "a list"
        found.setdefault(FIRST if alone else name, []).append(field)
    yield from found.items()


def _section(name: str, rows: list[Field]) -> str:
    own = next((row for row in rows if row.key == name), None)
    about = f"{own.doc}\n\n" if own and own.is_section else ""
    lines = [_row(row) for row in rows if not row.is_section]
    table = "\n".join(["| Name | Value | Default | What it is |", "| --- | --- | --- | --- |", *lines])
    title = name if name == FIRST else f"`{name}`"
    return f"\n## {title}\n{about}{table}\n\n```yaml\n{EXAMPLES[name]}```\n"


def _row(row: Field) -> str:
    default = f"`{row.default}`" if row.default else "must be written" if row.is_required else ""
    return "| " + " | ".join((f"`{row.key}`", row.form, default, row.doc.replace("|", "\\|"))) + " |"


def main(words: list[str]) -> int:
    """Print the page, or write it with --write."""
    if words == ["--write"]:
        FILE.write_text(document(), encoding="utf-8")
    else:
        sys.stdout.write(document())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
