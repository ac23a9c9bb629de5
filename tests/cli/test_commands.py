"""What the command line answers before any screen is opened, and when none can be."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from kiosk import exits, paths
from kiosk.cli import main
from kiosk.printing import heard
from tests.cli.launch import DEADLINE, command, environment, finished


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


@pytest.mark.parametrize(
    "words",
    [
        ("run", "--site"),
        ("run", "--windowed", "540x960", "--site"),
        ("tour", "--out", "out", "--site"),
        ("prepare", "--site"),
        ("settings", "check"),
        ("settings", "explain", "--site"),
        ("voice", "--lang", "en", "--site"),
        ("staff", "status", "--site"),
        ("ctl", "status", "--site"),
        ("doctor", "--site"),
        ("support-bundle", "--site"),
    ],
)
def test_settings_that_are_not_there_are_one_sentence_and_one_code_for_all(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.begin", lambda _: None)
    monkeypatch.setattr("faulthandler.enable", lambda: None)
    hangup = signal.getsignal(signal.SIGHUP)
    try:
        code = main([*words, str(tmp_path / "none.yaml")])
    finally:
        signal.signal(signal.SIGHUP, hangup)
    said = f"kiosk: there is no settings file {tmp_path / 'none.yaml'}; correct the name.\n"
    assert (code, *capsys.readouterr()) == (exits.CONTENT_UNUSABLE, "", said)


def spoken_to(out: BinaryIO, words: tuple[str | Path, ...], env: dict[str, str], unbuffered: str) -> tuple[int, str]:
    """The exit code of a command that prints into `out`, and what it says besides."""
    env = env | {"PYTHONUNBUFFERED": unbuffered}
    command_line = command(*words)
    ran = subprocess.run(
        command_line, env=env, stdout=out, stderr=subprocess.PIPE, text=True, timeout=DEADLINE, check=False
    )
    return ran.returncode, ran.stderr


@pytest.mark.parametrize("unbuffered", ["1", ""])
@pytest.mark.parametrize("words", [("settings", "schema"), ("--help",), ("check", paths.DEMO_SITE)])
def test_what_cannot_be_printed_is_told_in_a_sentence(
    env: dict[str, str], words: tuple[str | Path, ...], unbuffered: str
) -> None:
    said = "kiosk: what is to be printed cannot be written: No space left on device.\n"
    with Path("/dev/full").open("wb") as full:
        assert spoken_to(full, words, env, unbuffered) == (exits.CONTENT_UNUSABLE, said)


@pytest.mark.parametrize("unbuffered", ["1", ""])
@pytest.mark.parametrize("words", [("settings", "schema"), ("--help",)])
def test_a_reader_that_has_gone_is_no_fault(env: dict[str, str], words: tuple[str, ...], unbuffered: str) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        assert spoken_to(gone, words, env, unbuffered) == (exits.ENDED, "")


@pytest.mark.parametrize("words", ["settings schema", "--version"])
def test_who_closes_the_output_wants_to_read_nothing(env: dict[str, str], words: str) -> None:
    ran = finished(["sh", "-c", f"{sys.executable} -m kiosk {words} >&-"], env)
    assert (ran.returncode, ran.stdout, ran.stderr) == (exits.ENDED, "", "")


def test_a_fault_of_another_file_is_not_taken_for_one_of_what_is_printed() -> None:
    def command() -> int:
        raise OSError("another")

    with pytest.raises(OSError, match="another"):
        heard(command)
