"""`kiosk settings`, and a kiosk whose settings somebody broke."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import msgspec
import pytest

from kiosk import exits, paths
from tests.cli.launch import command, finished, running, until

ONE_FRAME = {"KIOSK_EXIT_AFTER_FIRST_FRAME": "1"}


def test_explain_says_where_a_value_comes_from(env: dict[str, str]) -> None:
    also = {"KIOSK_SCREEN__DIAGONAL_INCH": "32"}
    told = finished(command("settings", "explain", "screen", "--site", paths.DEMO_SITE), env | also)
    assert (told.returncode, told.stderr) == (exits.ENDED, "")
    lines = told.stdout.splitlines()
    assert lines[:2] == ["screen.diagonal_inch = 32", "    from: KIOSK_SCREEN__DIAGONAL_INCH in the environment"]
    assert f"    from: {paths.DEMO_SITE}:7" in lines
    wrong = finished(command("settings", "explain", "scren"), env)
    assert (wrong.returncode, wrong.stdout) == (exits.CONTENT_UNUSABLE, "")
    assert wrong.stderr == "kiosk: there is no setting 'scren'; did you mean 'screen'?\n"


def test_check_names_what_is_wrong_as_the_other_check_does(env: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text(
        "nam: x\nlanguages: [en, xx]\nchoices: {screening: weekly}\nhours: {open: {mo: x}}\n", encoding="utf-8"
    )
    one, other = (finished(command(*words, site), env) for words in (("settings", "check"), ("check",)))
    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)
    assert one.returncode == exits.CONTENT_UNUSABLE
    places = [line.removeprefix(f"{site}:").split(": ")[0] for line in one.stdout.splitlines()]
    assert places == ["1:1", "2:17", "3:22", "4:16", "4 errors, 0 warnings"]


def test_without_a_file_the_layers_and_the_variables_are_checked(env: dict[str, str]) -> None:
    good = finished(command("settings", "check"), env)
    assert (good.returncode, good.stdout) == (exits.ENDED, "0 errors, 0 warnings\n")
    bad = finished(command("settings", "check"), env | {"KIOSK_SCREEN__REACH": "1"})
    assert bad.returncode == exits.CONTENT_UNUSABLE
    assert "did you mean 'KIOSK_SCREEN__REACH_MM'?" in bad.stdout


@pytest.mark.parametrize("words", [("check",), ("settings", "check")])
def test_a_pipe_is_named_and_waits_for_nothing(env: dict[str, str], tmp_path: Path, words: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "site.yaml")
    told = finished(command(*words, tmp_path / "site.yaml"), env)
    assert told.returncode == exits.CONTENT_UNUSABLE
    assert "this is a pipe or device, not a file" in told.stdout


def test_the_schema_is_json(env: dict[str, str]) -> None:
    told = finished(command("settings", "schema"), env)
    assert (told.returncode, told.stderr) == (exits.ENDED, "")
    assert msgspec.json.decode(told.stdout)["additionalProperties"] is False


def test_a_kiosk_whose_settings_somebody_breaks_goes_on_with_the_last_good_ones(
    env: dict[str, str], tmp_path: Path
) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("nme: x\nname: Example\nlanguages: [es, en]\n", encoding="utf-8")
    kept = tmp_path / ".local" / "state" / "imaging-kiosk" / "settings.json"
    with running(command("run", "--site", site), env, tmp_path / "log") as process:
        assert until(lambda: finished(command("ctl", "status"), env).returncode == exits.ENDED)
        assert not kept.exists()
        site.write_text("name: Example\nlanguages: [es, en]\n", encoding="utf-8")  # mended: what was in use proves good
        told = finished(command("ctl", "reload"), env)
        assert (told.returncode, told.stdout) == (
            exits.ENDED,
            "Done: the settings are as they were; nothing happens.\n",
        )
        assert until(kept.exists)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == exits.ENDED
    site.write_text("name: Example\nlanguages: [es, en\n", encoding="utf-8")
    before = kept.read_bytes()
    for words in (("run", "--site", site), ("run", "--site", site)):  # what cannot be read is read anew each time
        ran = finished(command(*words), env | ONE_FRAME)
        assert (ran.returncode, ran.stdout) == (exits.ENDED, "first frame\n")
        assert f"{site}:3:1: " in ran.stderr
        assert "the settings have faults: the last good ones, of 20" in ran.stderr
    assert kept.read_bytes() == before
    kept.write_bytes(b"{")
    ran = finished(command("run", "--site", site), env | ONE_FRAME)
    assert (ran.returncode, ran.stdout) == (exits.ENDED, "first frame\n")
    assert "is damaged and does not count" in ran.stderr
