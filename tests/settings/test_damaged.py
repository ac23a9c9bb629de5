"""Two hundred damaged layers: none stops the reading, and what is read is always valid."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from kiosk import paths
from kiosk.settings import Place, Site, load_settings
from kiosk.settings.hours import week

BITS = (
    *"{}[]:'\"#|~%@\t\x00\ufeff\u202eé",
    *("- ", "\n", "  ", "&a", "*a", "!!x", "99999", "-1", "true", "name:", "screen:", "<<: ", "? ", "---\n", "...\n"),
    *("1e9", "nan", "[]", "{}"),
)
WHOLE = """
language_help: {notice: {en: A}, pictures: [{file: a.png, letter_px: 40}]}
hours: {open: {mon: "07:00-18:00", tue: closed}, hook: [/bin/true]}
keypad: {up: [Up], ok: [F1], scan_seconds: 2}
desk: {chord: [Ctrl+Alt+S], key_folders: [/media]}
speech: {voices: {en: {gender: female}}, volume: 40}
control: {group: x}
"""


def damaged(text: str, dice: random.Random) -> bytes:
    """The text with one to six things wrong in it."""
    for _ in range(dice.randint(1, 6)):
        bit = dice.choice(BITS)
        at, end = sorted(dice.randrange(len(text) + 1) for _ in range(2))
        match dice.randrange(5):
            case 0:
                text = text[:at] + bit + text[at:]
            case 1:
                text = text[:at] + text[min(end, at + 9) :]
            case 2:
                text = text[:at] + text[at:end] + text[at:]
            case 3:
                lines = text.splitlines(keepends=True)
                dice.shuffle(lines)
                text = "".join(lines)
            case 4:
                text = (
                    text[:end]
                    if dice.random() < 0.3
                    else text.replace(dice.choice("aeiou0123:{["), dice.choice(BITS), 1)
                )
    data = bytearray(text.encode("utf-8", "replace"))
    if data and dice.random() < 0.1:
        data[dice.randrange(len(data))] = 0xFF
    return bytes(data)


@pytest.mark.parametrize("seed", range(4))
def test_no_damage_stops_the_reading_or_gives_settings_that_are_not_valid(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    text = paths.DEMO_SITE.read_text(encoding="utf-8") + WHOLE[WHOLE.index("hours:") :]
    (tmp_path / "site.d").mkdir()
    faulty = 0
    for _ in range(50):
        for name, whole in (("site", text), ("site.d/a", WHOLE), ("kiosk", WHOLE)):
            (tmp_path / f"{name}.yaml").write_bytes(damaged(whole, dice))
        settings = load_settings(
            Place(tmp_path, is_folder=True),
            environ={"KIOSK_SCREEN": damaged("{reach_mm: 1000}", dice).decode("utf-8", "surrogateescape")},
        )
        faulty += not settings.faultless
        again = msgspec.json.decode(msgspec.json.encode(settings.site), type=Site)  # every type and limit holds
        assert again == settings.site
        assert set(settings.site.keypad.ok) != set()
        assert len(week(settings.site.hours)) == 7
        assert all(str(problem) and "\n" not in str(problem) for problem in settings.problems)
    assert faulty > 40  # the damage is real
