"""Layers over one another: what counts, where it comes from, and what a faulty one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.reading import Notes
from kiosk.settings import Place, Screen, layers, load_settings, place_of
from kiosk.settings.checking import checked
from kiosk.settings.explaining import explain
from kiosk.settings.layers import NO_MODE
from tests.settings.layers import load, told, write


def test_a_higher_layer_has_the_last_word_name_by_name(folder: Path) -> None:
    write(folder, b="name: B\nscreen: {mount_height_mm: 700}\nless_motion: true\n", a="name: A\n")
    write(folder, kiosk="languages: [vi]\nscreen: {diagonal_inch: 22}\n")
    settings = load(folder, KIOSK_SCREEN__VIEWING_DISTANCE_MM="700", KIOSK_SESSION="{idle_seconds: 90}", PATH="/bin")
    assert settings.problems == ()
    site = settings.site
    assert site.screen == Screen(22, 700, 700, 1120)
    assert (site.name, site.less_motion, site.languages, site.session.idle_seconds) == ("B", True, ("vi",), 90)


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({"KIOSK_LANGUAGES": "[vi, en]"}, "languages=('vi', 'en')"),
        ({"KIOSK_SPEECH__VOICES__ES__GENDER": "female"}, "'es': VoiceWish(name='', gender='female')"),
        ({"KIOSK_CHOICES": "{screening: yearly}"}, "choices={'screening': 'yearly'}"),
        ({"KIOSK_CHOICES__SCREENING": "yearly"}, "choices={'screening': 'yearly'}"),
        ({"KIOSK_NAME": "''"}, "name=''"),
        ({"KIOSK_NAME": ""}, "name='',"),
        ({"KIOSK_NAME": "no"}, "name='no'"),
        ({"KIOSK_EXIT_AFTER_FIRST_FRAME": "1"}, "name=''"),
        ({"KIOSKNAME": "x", "kiosk_name": "y"}, "name=''"),
        ({"KIOSK_SCREEN": "{reach_mm: 1000}", "KIOSK_SCREEN__REACH_MM": "1300"}, "reach_mm=1300"),
        ({"KIOSK_LANGUAGE_HELP": "{pictures: [{file: a.png, letter_px: 40}]}"}, "/etc/a.png'"),
    ],
)
def test_a_variable_is_the_highest_layer(folder: Path, environ: dict[str, str], wanted: str) -> None:
    settings = load(folder, **environ)
    assert settings.problems == ()
    assert wanted in repr(settings.site)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("KIOSK_SCREN__REACH_MM", "1", "there is no such setting; did you mean 'KIOSK_SCREEN__REACH_MM'?"),
        ("KIOSK_SCREEN_DIAGONAL_INCH", "32", "did you mean 'KIOSK_SCREEN__DIAGONAL_INCH'?"),
        ("KIOSK_screen", "{}", "did you mean 'KIOSK_SCREEN'?"),
        ("KIOSK_", "1", "there is no such setting; "),
        ("KIOSK_NAME__", "1", "did you mean 'KIOSK_NAME'?"),
        ("KIOSK_SCREEN__DIAGONAL_INCH", "5", "'diagonal_inch' should be a number from 10 to 100; correct the value"),
        ("KIOSK_SCREEN__DIAGONAL_INCH", "[", "a value is missing before this"),
        ("KIOSK_SCREEN", "{reach: 1}", "unknown key 'reach'; did you mean 'reach_mm'?"),
        ("KIOSK_NAME", "a\u200bb", "the invisible character U+200B; delete it"),
        ("KIOSK_NAME", "a\udcffb", "a byte of it is not UTF-8; write it in UTF-8"),
        ("KIOSK_NAME", "*x", "the alias *x"),
        ("KIOSK_NAME", "[" * 100_000, "nested deeper than 50"),
    ],
)
def test_a_wrong_variable_is_named_with_the_right_one(folder: Path, name: str, value: str, sentence: str) -> None:
    settings = load(folder, **{name: value})
    (problem,) = settings.problems
    assert str(problem).startswith(f"{name} in the environment: ")
    assert sentence in str(problem)
    assert settings.site.screen == Screen(31.5, reach_mm=1120)


@pytest.mark.parametrize(
    ("layers", "problems"),
    [
        ({"a": "nam: x\n"}, ["site.d/a.yaml:1:1: unknown key 'nam'; did you mean 'name'?"]),
        (
            {"a": "screen: {reach_mm: 1}\n", "kiosk": "screen: {reach_mm: 1000}\n"},
            ["site.d/a.yaml:1:20: 'reach_mm' should be a whole number from 900 to 1400; correct the value"],
        ),
        (
            {"kiosk": "screen:\n  reach: 1\n"},
            ["kiosk.yaml:2:3: unknown key 'reach'; did you mean 'reach_mm'?"],
        ),
        (
            {"a": "keypad: {up: [F5]}\n", "kiosk": "keypad: {down: [F5]}\n"},
            ["kiosk.yaml:1:17: 'F5' stands under `up` too, and does only that; take it out of `down`"],
        ),
        ({"a": "- x\n"}, ["site.d/a.yaml:1:1: the file should hold `name: value` lines; see docs/settings.md for"]),
        ({"kiosk": ""}, ["kiosk.yaml:1:1: the file is empty; write its content, or delete it"]),
        ({"kiosk": "# name: x\n\n  # more\n"}, []),
        ({"kiosk": "name: x\r\nmode: demonstration\r\n"}, []),
        ({"kiosk": "\ufeffname: x\n"}, ["kiosk.yaml:1:1: the file begins with a byte order mark; save it"]),
        (
            {"a": "speech: {volume: 5}\n", "b": "hours: {open: {mo: x}}\n"},
            ["site.d/a.yaml:1:18:", "site.d/b.yaml:1:16"],
        ),
    ],
)
def test_a_problem_stands_where_it_was_written(folder: Path, layers: dict[str, str], problems: list[str]) -> None:
    write(folder, **layers)
    found = told(load(folder), folder)
    assert len(found) == len(problems), found
    assert all(one.startswith(start) for one, start in zip(found, problems, strict=True)), found


def test_what_does_not_fit_leaves_what_stands_below_it(folder: Path) -> None:
    write(folder, kiosk="languages: []\nscreen: {diagonal_inch: 500, reach_mm: 1000}\nspeech: 7\n")
    settings = load(folder)
    assert len(settings.problems) == 3
    assert settings.site.screen == Screen(31.5, reach_mm=1000)
    assert settings.site.languages == ("es", "en")


@pytest.mark.parametrize(
    ("layers", "mode", "hidden"),
    [
        ({}, "demonstration", ""),
        ({"kiosk": "mode: production\n"}, "production", ""),
        ({"kiosk": "mode: live\n"}, "production", "kiosk.yaml:1:7"),
        ({"kiosk": "mode: [demonstration]\n"}, "production", "kiosk.yaml:1:7"),
        ({"kiosk": "mode: [\n"}, "production", "kiosk.yaml:1:1"),
        ({"a": "mode: live\n", "kiosk": "mode: demonstration\n"}, "demonstration", ""),
        ({"site": ""}, "production", "site.yaml:1:1"),
        ({"a": "", "kiosk": "mode: demonstration\n"}, "production", "site.d/a.yaml:1:1"),
        ({"a": "", "kiosk": "mode: production\n"}, "production", ""),
        ({"kiosk": "nam: x\nscreen: 7\n"}, "demonstration", ""),
        ({"KIOSK_FOO": "1"}, "demonstration", ""),
        ({"KIOSK_NAME": "["}, "demonstration", ""),
        ({"KIOSK_MODE": "["}, "production", "KIOSK_MODE in the environment"),
        ({"KIOSK_MODE": "live"}, "production", "KIOSK_MODE in the environment"),
        ({"kiosk": "mode: live\n", "KIOSK_MODE": "demonstration"}, "demonstration", ""),
    ],
)
def test_only_a_slip_that_hides_the_mode_shows_no_drafts_and_it_is_said(
    folder: Path, layers: dict[str, str], mode: str, hidden: str
) -> None:
    environ = {name: layers[name] for name in layers if name.isupper()}
    write(folder, **{name: layers[name] for name in layers if name.islower()})
    settings = load(folder, **environ)
    assert settings.site.mode == mode
    said = [str(one).removeprefix(f"{folder}/") for one in settings.problems if one.what == NO_MODE]
    assert said == ([f"{hidden}: {NO_MODE}; mend what is wrong here"] if hidden else [])
    (row,) = explain(checked(Place(folder, is_folder=True), environ, Notes()), "mode")
    assert row.value == mode
    assert ("where it cannot be read" in row.layer) is bool(hidden)


def test_pictures_are_looked_for_beside_the_layer_that_names_them(folder: Path) -> None:
    write(folder, a="language_help: {pictures: [{file: a.png, letter_px: 40}]}\n")
    help_there = load(folder).site.language_help
    assert help_there is not None
    assert help_there.pictures[0].file == str(folder / "site.d" / "a.png")


def test_what_editors_leave_is_no_layer(folder: Path) -> None:
    for name in ("a.yaml~", ".#a.yaml", "#a.yaml#", ".a.yaml.swp", "a.yaml.dpkg-old", ".hidden.yaml", "README"):
        (folder / "site.d" / name).write_text("name: wrong", encoding="utf-8")
    assert load(folder) == load(folder)
    assert (load(folder).site.name, load(folder).problems) == ("", ())


def test_another_ending_is_told(folder: Path) -> None:
    (folder / "site.d" / "a.yml").write_text("name: x", encoding="utf-8")
    settings = load(folder)
    assert settings.faultless
    assert told(settings, folder) == [
        "site.d/a.yml:1:1: this file is not read, for its name ends in .yml; let it end in .yaml"
    ]


def test_without_a_name_the_installed_layers_count_and_else_the_demonstration(folder: Path, tmp_path: Path) -> None:
    asked = tmp_path / "x.yaml"
    assert place_of(asked, folder) == Place(asked)
    assert place_of(None, folder) == Place(folder, is_folder=True)
    (folder / "site.yaml").unlink()
    assert place_of(None, folder) == Place(paths.DEMO_SITE)
    assert place_of(None, tmp_path / "none") == Place(paths.DEMO_SITE)
    (folder / "site.yaml").symlink_to("nowhere")
    assert place_of(None, folder) == Place(folder, is_folder=True)


def test_a_missing_first_file_is_a_problem_and_the_others_count(folder: Path) -> None:
    write(folder, kiosk="languages: [vi]\n")
    (folder / "site.yaml").unlink()
    settings = load(folder)
    assert told(settings, folder) == ["site.yaml:1:1: there is no such file; create it, or correct the name"]
    assert (settings.site.languages, settings.site.mode) == (("vi",), "production")


def test_the_compiled_twin_stands_until_any_layer_changes(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    write(folder, a="name: A\n")
    place = Place(folder, is_folder=True)
    environ = {"KIOSK_LESS_MOTION": "true"}

    def name(**also: str) -> str:
        site = load_settings(place, environ={**environ, **also}, cache=cache).site
        with pytest.MonkeyPatch.context() as patch:
            patch.delattr("kiosk.settings.loader._read")
            assert load_settings(place, environ={**environ, **also}, cache=cache).site == site
        return site.name

    assert name() == "A"
    write(folder, b="name: B\n")
    assert name() == "B"
    write(folder, kiosk="name: K\n")
    assert name() == "K"
    assert name(KIOSK_NAME="E") == "E"
    assert name() == "K"
    (folder / "kiosk.yaml").unlink()
    (folder / "site.d" / "b.yaml").unlink()
    assert name() == "A"
    (folder / "site.yaml").write_text("name: S\n", encoding="utf-8")
    (folder / "site.d" / "a.yaml").unlink()
    (folder / "site.d").rmdir()
    assert name() == "S"


def test_what_could_not_be_read_is_read_again_at_the_next_start(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault need not be in the file, which looks the same when it has gone."""
    cache = tmp_path / "cache"
    cache.mkdir()
    write(folder, kiosk="name: K\n")
    place = Place(folder, is_folder=True)

    def no_memory(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(layers, "parse", no_memory)
        assert "no memory was left to read the file" in str(load_settings(place, environ={}, cache=cache).problems)
    again = load_settings(place, environ={}, cache=cache)
    assert (again.problems, again.site.name) == ((), "K")
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize(
    ("below", "above", "counts"),
    [
        ("languages: [vi]", "languages: [[x]]", "languages=('vi',)"),
        ("languages: [vi]", "languages: x", "languages=('vi',)"),
        ("languages: [vi]", "languages: [[x], en]", "languages=('en',)"),
        ("desk: {key_folders: [/a]}", "desk: {key_folders: [{b: c}]}", "key_folders=('/a',)"),
        ("desk: {key_folders: [/a]}", "desk: {key_folders: []}", "key_folders=()"),
        ("centers: [{name: One}]", "centers: [{phone: x}]", "centers=(Center(name='One'"),
        ("centers: [{name: One}]", "centers: [{phone: x}, {name: Two}]", "centers=(Center(name='Two'"),
    ],
)
def test_a_list_of_which_nothing_fits_leaves_the_one_below_it(
    folder: Path, below: str, above: str, counts: str
) -> None:
    (folder / "site.yaml").write_text(f"{below}\n", encoding="utf-8")
    write(folder, kiosk=f"{above}\n")
    settings = load(folder)
    assert counts in repr(settings.site)
    assert len(settings.problems) == (0 if above.endswith("[]}") else 1)


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("screen.diagonal_inch: 32", "put `diagonal_inch:` under `screen:`"),
        ("Screen.Diagonal_Inch: 32", "put `diagonal_inch:` under `screen:`"),
        ("speech.voices.es: {gender: female}", "put `es:` under `voices:` under `speech:`"),
        ("name.x: y", "did you mean 'name'?"),
        ("language_help.notice: {en: x}", "put `notice:` under `language_help:`"),
        ("choices.screening: yearly", "put `screening:` under `choices:`"),
        ("diagonal_inch: 32", "put it under `screen:`"),
        ("SCREEN: {diagonal_inch: 32}", "did you mean 'screen'?"),
        ("screen: {DIAGONAL_INCH: 32}", "did you mean 'diagonal_inch'?"),
        ("Screen: {diagonal_inch: 32}", "did you mean 'screen'?"),
    ],
)
def test_a_name_in_the_wrong_place_or_letters_gets_the_right_one(folder: Path, line: str, mend: str) -> None:
    (folder / "site.yaml").write_text(f"{line}\n", encoding="utf-8")
    (problem,) = load(folder).problems
    assert problem.mend == mend
