"""The keypad's lists in a site's file: wrong names, double meanings, and a keypad that could press nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import load_site
from kiosk.settings.keys import clean
from kiosk.settings.model import Keypad

FAULTS = [
    ("{down: [Dwon]}", "2:17", "no key is called 'Dwon'; did you mean 'Down'?"),
    ("{down: [down]}", "2:17", "did you mean 'Down'?"),
    ("{back: [esc]}", "2:17", "did you mean 'Esc'?"),
    ("{louder: [VolumeUp]}", "2:19", "did you mean 'Volume Up'?"),
    ("{louder: [Key_F20]}", "2:19", "did you mean 'F20'?"),
    ("{down: [Whatever it is]}", "2:17", "write it as Qt does: Up, Return, F23, Volume Up"),
    ("{up: [F21], down: [F22, F21]}", "2:33", "'F21' stands under `up` too, and does only that"),
    ("{back: [Escape], help: [Esc]}", "2:33", "'Esc' stands under `back` too"),
    ("{home: [Space]}", "2:9", "'Space' stands under `home`, and by default under `ok`"),
    ("{scan_seconds: 0.1}", "2:24", "no hand follows a frame that goes on every 0.1 seconds"),
    ("{ok: []}", "2:14", "no key says OK: nothing could be pressed"),
]


def load(tmp_path: Path, keypad: str) -> tuple[Keypad, list[str]]:
    path = tmp_path / "site.yaml"
    path.write_text(f"mode: demonstration\nkeypad: {keypad}\n", encoding="utf-8")
    site, problems = load_site(path)
    return site.keypad, [str(problem).removeprefix(f"{path}:") for problem in problems]


@pytest.mark.parametrize(("keypad", "place", "fragment"), FAULTS)
def test_what_is_wrong_with_a_list_is_named_with_its_mend(
    tmp_path: Path, keypad: str, place: str, fragment: str
) -> None:
    _, problems = load(tmp_path, keypad)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"{place}: ")
    assert fragment in problems[0]


@pytest.mark.parametrize(
    "keypad",
    [
        "{}",
        "{up: [F21], down: [F22], left: [F23], right: [F24], ok: [F20], help: [F19]}",
        "{ok: [Space, Enter], scan_seconds: 2.5}",
        "{back: [Escape, PgUp], home: [Page Down], softer: [], louder: [+]}",
    ],
)
def test_a_sound_keypad_is_taken_as_it_is(tmp_path: Path, keypad: str) -> None:
    assert load(tmp_path, keypad)[1] == []


@pytest.mark.parametrize("seconds", ["-1", "11", "fast"])
def test_scanning_takes_seconds_from_none_to_ten(tmp_path: Path, seconds: str) -> None:
    keypad, problems = load(tmp_path, f"{{scan_seconds: {seconds}}}")
    assert len(problems) == 1
    assert keypad.scan_seconds == 0


@pytest.mark.parametrize("ok", [(), ("Nothing",)])
def test_a_keypad_is_never_without_ok(ok: tuple[str, ...]) -> None:
    assert clean(Keypad(ok=ok)).ok == Keypad().ok


@pytest.mark.parametrize(("written", "used"), [(0.0, 0.0), (0.1, 0.5), (2.5, 2.5)])
def test_scanning_is_never_quicker_than_a_hand(written: float, used: float) -> None:
    assert clean(Keypad(scan_seconds=written)).scan_seconds == used


def test_unknown_names_are_left_out_and_aliases_have_their_proper_name() -> None:
    assert clean(Keypad(back=("Escape", "Bogus", "PgUp"))).back == ("Esc", "PgUp")
