"""`kiosk voice` lists what can be recorded."""

from __future__ import annotations

from pathlib import Path

from kiosk import exits
from tests.cli.launch import command, environment, finished


def test_every_text_of_a_language_is_listed(tmp_path: Path) -> None:
    done = finished(command("voice", "--lang", "en"), environment(tmp_path))
    assert (done.returncode, done.stderr) == (exits.ENDED, "")
    lines = done.stdout.splitlines()
    assert 'types.title: "Big and tiny types"' in lines
    assert len(lines) > 500


def test_the_sites_choices_decide_the_words(tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    listed = []
    for choice in ("two_years", "one_year"):
        site.write_text(f"languages: [en]\nchoices: {{follow_up: {choice}}}\n", encoding="utf-8")
        listed.append(finished(command("voice", "--lang", "en", "--site", site), environment(tmp_path)).stdout)
    assert listed[0] != listed[1]


def test_a_language_that_the_site_does_not_offer_is_told(tmp_path: Path) -> None:
    done = finished(command("voice", "--lang", "fr"), environment(tmp_path))
    assert done.returncode == exits.CONTENT_UNUSABLE
    assert done.stderr == "kiosk: 'fr' is none of this site's languages: en, es, vi, zh-Hans, ar, ko.\n"
