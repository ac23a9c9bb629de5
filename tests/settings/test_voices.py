"""What a site says of its voices: a slip is named with its place and its mend, and the rest stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import load_site
from kiosk.settings.checking import check_site
from kiosk.settings.model import Speech, VoiceWish

WHOLE = """\
languages: [en, es]
speech:
  volume: 80
  engine: speechd
  voices:
    en: {name: English (America)}
    es: {gender: female}
"""
VOICES = {"en": VoiceWish("English (America)"), "es": VoiceWish(gender="female")}


def told(folder: Path, old: str, new: str) -> tuple[Path, list[str]]:
    file = folder / "site.yaml"
    file.write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    return file, [str(problem) for problem in check_site(file)]


def test_the_voices_of_a_site_are_read(tmp_path: Path) -> None:
    file, problems = told(tmp_path, "", "")
    assert problems == []
    assert load_site(file)[0].speech == Speech(80, "speechd", VOICES)


@pytest.mark.parametrize(
    ("old", "new", "place", "what"),
    [
        ("80", "10", "3:11", "'volume' should be a whole number from 20 to 100"),
        ("80", "101", "3:11", "'volume' should be a whole number from 20 to 100"),
        ("80", "loud", "3:11", "'volume' should be a whole number from 20 to 100"),
        ("female", "woman", "7:18", "one of any, female, male"),
        ("gender", "sex", "7:10", "unknown key 'sex'"),
        ("voices", "voice", "5:3", "unknown key 'voice'; did you mean 'voices'?"),
        ("es: {", "fr: {", "7:5", "`voices` has a voice for 'fr', a language that this site does not offer"),
        ("es: {", "ES: {", "7:5", "`voices` has a voice for 'ES', a language that this site does not offer"),
        ("{gender: female}", "{}", "7:5", "`voices` says nothing of the voice for es"),
        ("{gender: female}", "Sofia", "7:9", "a group of"),
    ],
)
def test_a_slip_in_the_voices_is_named(tmp_path: Path, old: str, new: str, place: str, what: str) -> None:
    file, problems = told(tmp_path, old, new)
    assert len(problems) == 1
    assert problems[0].startswith(f"{file}:{place}: ")
    assert what in problems[0]


def test_a_wrong_volume_gives_the_default_and_keeps_the_voices(tmp_path: Path) -> None:
    file, _ = told(tmp_path, "80", "loud")
    assert load_site(file)[0].speech == Speech(60, "speechd", VOICES)


def test_an_engine_that_is_not_on_this_machine_is_named(tmp_path: Path) -> None:
    file, _ = told(tmp_path, "speechd", "bogus")
    (problem,) = check_site(file, lambda: ("flite", "speechd"))
    what = "there is no speech engine 'bogus' on this machine"
    assert str(problem) == f"{file}:4:11: {what}; take `engine` out, or name one that is there: flite, speechd"
    assert check_site(file, lambda: None) == ()
    file, _ = told(tmp_path, "", "")
    assert check_site(file, lambda: ("flite", "speechd")) == ()
