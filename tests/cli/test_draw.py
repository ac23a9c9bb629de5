"""`kiosk draw` from a shell: help, a wrong name, a wrong option."""

from __future__ import annotations

from kiosk import exits
from tests.cli.launch import command, finished


def test_help_says_what_draw_is_for(env: dict[str, str]) -> None:
    told = finished(command("draw", "--help"), env)
    assert told.returncode == exits.ENDED
    for word in ("SCENE", "--out", "--measure"):
        assert word in told.stdout
    assert "draw" in finished(command("--help"), env).stdout


def test_a_scene_that_is_not_there_is_one_sentence_without_a_traceback(env: dict[str, str]) -> None:
    told = finished(command("draw", "nosuchscene"), env)
    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert "there is no scene 'nosuchscene'" in line or "is missing; run: pip install" in line


def test_a_wrong_option_is_a_wrong_command_line(env: dict[str, str]) -> None:
    assert finished(command("draw", "--mesure"), env).returncode == exits.WRONG_COMMAND_LINE
