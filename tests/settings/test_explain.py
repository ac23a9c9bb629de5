"""`kiosk settings explain`: each value, the layer that says so, and what it is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.reading import Notes
from kiosk.settings import Place
from kiosk.settings.checking import checked
from kiosk.settings.command import explained
from kiosk.settings.explaining import Explained, UnknownKeyError, explain, told
from kiosk.settings.fields import docs, fields, written
from kiosk.settings.model import Site
from tests.settings.layers import write

LAYERS = {
    "a": "screen: {reach_mm: 1300}\nchoices: {screening: yearly}\n",
    "kiosk": "screen:\n  diagonal_inch: 22\nspeech: {voices: {es: {gender: female}}}\nkeypad: {up: 7}\n",
}


def rows(folder: Path, key: str = "", **environ: str) -> tuple[Explained, ...]:
    return explain(checked(Place(folder, is_folder=True), environ, Notes()), key)


@pytest.mark.parametrize(
    ("key", "value", "layer"),
    [
        ("mode", "demonstration", "site.yaml:1"),
        ("site.mode", "demonstration", "site.yaml:1"),
        ("languages", ("es", "en"), "site.yaml:2"),
        ("screen.reach_mm", 1300, "site.d/a.yaml:1"),
        ("screen.diagonal_inch", 22.0, "kiosk.yaml:2"),
        ("screen.viewing_distance_mm", 700, "KIOSK_SCREEN__VIEWING_DISTANCE_MM in the environment"),
        ("screen.mount_height_mm", 860, "built-in"),
        ("choices.screening", "yearly", "site.d/a.yaml:2"),
        ("choices.follow_up", None, "built-in"),
        ("speech.voices.es.gender", "female", "kiosk.yaml:3"),
        ("speech.voices.es.name", "", "built-in"),
        ("keypad.up", ("Up", "Backtab"), "built-in"),  # what does not fit is not where the value comes from
        ("hours.open.mon", None, "built-in"),
        ("language_help", None, "built-in"),
    ],
)
def test_a_value_comes_with_its_layer(folder: Path, key: str, value: object, layer: str) -> None:
    write(folder, **LAYERS)
    (row,) = [one for one in rows(folder, key, KIOSK_SCREEN__VIEWING_DISTANCE_MM="700") if one.value == value]
    assert row.layer.removeprefix(f"{folder}/") == layer
    assert row.about.doc


def test_a_section_is_all_that_is_in_it_and_nothing_is_all(folder: Path) -> None:
    assert [row.key for row in rows(folder, "session")] == ["session.idle_seconds", "session.warning_seconds"]
    everything = rows(folder)
    assert rows(folder, "site") == everything
    assert {row.key.split(".")[0] for row in everything} == set(Site.__struct_fields__)
    assert [row.key for row in rows(folder, "language_help.pictures")][-1] == "language_help.pictures[].alt"
    assert [row.key for row in rows(folder, "centers[0].phone")] == ["centers[].phone"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("screen.diagonal", "screen.diagonal_inch"),
        ("scren", "screen"),
        ("site.mod", "mode"),
        ("screen.", "screen"),
        ("session.idle_second", "session.idle_seconds"),
    ],
)
def test_an_unknown_name_gets_the_nearest(folder: Path, key: str, meant: str) -> None:
    with pytest.raises(UnknownKeyError, match=f"there is no setting '{key}'; did you mean '{meant}'"):
        rows(folder, key)


def test_what_is_like_nothing_there_is_gets_the_way_to_all(folder: Path) -> None:
    with pytest.raises(UnknownKeyError, match="there is no setting 'qqq'; without a name, `kiosk settings explain`"):
        rows(folder, "qqq")


def test_people_read_value_place_meaning_and_limits(folder: Path) -> None:
    assert told(rows(folder, "screen.reach_mm")) == (
        "screen.reach_mm = 1120\n"
        f"    from: {folder}/site.yaml:3\n"
        "    How high above the floor a person who sits can touch: 1220 (48 inches) where nothing stands\n"
        "    before the glass, 1120 (44 inches) over a ledge.\n"
        "    a whole number, 900 to 1400 millimeters; default 1220; KIOSK_SCREEN__REACH_MM\n"
    )


def test_programs_read_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, kiosk="nam: x\n")
    assert explained(Place(folder, is_folder=True), "", as_json=True) == 0
    out, err = capsys.readouterr()
    found: list[dict[str, Any]] = msgspec.json.decode(out)
    assert list(found[0]) == ["key", "value", "layer", "kind", "limits", "unit", "default", "variable", "doc"]
    assert err.startswith("kiosk: the settings have faults, so a running kiosk keeps its last good ones; ")
    assert explained(Place(folder, is_folder=True), "x", as_json=True) == 1
    assert capsys.readouterr().out == ""


def test_everything_that_can_be_set_says_what_it_is() -> None:
    assert [field.key for field in fields() if not field.doc] == []
    names = {(kind, name) for kind, name in docs() if name}
    assert len(names) >= len([field for field in fields() if not field.is_section])


@pytest.mark.parametrize(
    ("value", "yaml"),
    [
        ("", '""'),
        ("Ctrl+Alt+S", "Ctrl+Alt+S"),
        ("Home Page", '"Home Page"'),
        ("07:00-18:00", '"07:00-18:00"'),
        (27.0, "27"),
        (0.5, "0.5"),
        (True, "true"),
        (("a", "b c"), '[a, "b c"]'),
        ({"a": 1}, "{a: 1}"),
        (None, "none"),
    ],
)
def test_a_value_is_shown_as_one_writes_it(value: object, yaml: str) -> None:
    assert written(value) == yaml
