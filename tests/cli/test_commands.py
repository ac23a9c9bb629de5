"""What the command line answers before any screen is opened, and when none can be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk import exits
from tests.cli.launch import command, environment, finished


def sentences(text: str) -> list[str]:
    """The lines that were said; each must be a whole sentence."""
    lines = text.splitlines()
    assert all(line.endswith(".") for line in lines)
    return lines


def test_the_version_is_told(env: dict[str, str]) -> None:
    told = finished(command("--version"), env)
    assert told.returncode == exits.ENDED
    assert re.fullmatch(r"imaging-kiosk (\d+\.\d+\S*|\(not installed\))\n", told.stdout)


def test_help_lists_the_commands_and_the_exit_codes(env: dict[str, str]) -> None:
    told = finished(command("--help"), env)
    assert told.returncode == exits.ENDED
    for name in ("run", "check", "tour", "draw", "prepare"):
        assert re.search(rf"^    {name} +\w+", told.stdout, re.MULTILINE)
    codes = {name: code for name, code in vars(exits).items() if isinstance(code, int)}
    assert len(codes) >= 4
    for code in codes.values():
        assert re.search(rf"^  {code} +\w+", told.stdout, re.MULTILINE)


@pytest.mark.parametrize("name", ["run", "check", "tour", "draw", "prepare"])
def test_each_command_explains_itself(env: dict[str, str], name: str) -> None:
    told = finished(command(name, "--help"), env)
    assert told.returncode == exits.ENDED
    assert told.stdout.startswith(f"usage: kiosk {name}")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["run", "--windowed", "big"], "'big'"),
        (["run", "--windowed", "5x5"], "'5x5'"),
        (["run", "--windowed", "1080 x 1920"], "'1080 x 1920'"),
        (["run", "--site"], "--site"),
        (["run", "--sight", "x.yaml"], "--sight"),
        (["rum"], "rum"),
        (["tour"], "--out"),
        ([], "COMMAND"),
    ],
)
def test_a_wrong_command_line_is_one_clear_sentence(env: dict[str, str], arguments: list[str], named: str) -> None:
    told = finished(command(*arguments), env)
    assert told.returncode == exits.WRONG_COMMAND_LINE
    assert told.stdout == ""
    assert len(sentences(told.stderr)) == 1
    assert named in told.stderr


@pytest.mark.parametrize("platform", ["xcb", "nonsense", "eglfs", ""])
def test_without_a_display_run_says_so_once_and_dumps_nothing(tmp_path: Path, warm: Path, platform: str) -> None:
    also = {"QT_QPA_PLATFORM": platform} if platform else {}
    told = finished(command("run"), environment(tmp_path, also) | {"XDG_CACHE_HOME": str(warm)})
    assert told.returncode == exits.NO_DISPLAY  # a signal would be negative
    assert told.stdout == ""
    assert len(sentences(told.stderr)) == 1
    assert platform in told.stderr
    assert "display" in told.stderr
    assert list(tmp_path.glob("*core*")) == []


def test_a_platform_that_is_set_is_obeyed(env: dict[str, str]) -> None:
    told = finished(command("run"), env | {"KIOSK_EXIT_AFTER_FIRST_FRAME": "1"})
    assert (told.returncode, told.stdout, told.stderr) == (exits.ENDED, "first frame\n", "")
