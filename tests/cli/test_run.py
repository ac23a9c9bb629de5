"""`kiosk run` from start to end: signals, settings that cannot be used, content that is gone, nowhere to write."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import exits
from tests.cli.conftest import offscreen
from tests.cli.launch import command, finished, running, until

ONE_FRAME = {"KIOSK_EXIT_AFTER_FIRST_FRAME": "1"}


def listens(pid: int) -> bool:
    """Whether the process has a handler for SIGUSR1, as the running kiosk has."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    caught = next((line.split()[1] for line in lines if line.startswith("SigCgt")), "0")
    return bool(int(caught, 16) >> (signal.SIGUSR1 - 1) & 1)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGTERM, exits.ENDED),
        (signal.SIGINT, exits.ENDED),
        (signal.SIGUSR1, exits.RESTART_WANTED),
    ],
)
def test_a_signal_ends_the_kiosk_with_its_code(
    env: dict[str, str], tmp_path: Path, number: signal.Signals, code: int
) -> None:
    log = tmp_path / "log"
    with running(command("run"), env, log) as process:
        assert until(lambda: listens(process.pid))
        process.send_signal(number)
        assert process.wait(20) == code
    assert log.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("screen: {diagonal_inch: huge}\n", ":1:25: "),
        ("name: x\nlanguages: []\n", ":2:12: "),
        ("colour: blue\n", ":1:1: "),
        ("screen: {{{\n", ":2:1: "),
        ("\x00\x01", ":1:"),
        ("[" * 100_000, ":1:"),
    ],
    ids=["wrong type", "empty list", "unknown name", "no YAML", "binary", "deep"],
)
def test_settings_that_cannot_be_used_are_named_and_the_kiosk_starts(
    env: dict[str, str], tmp_path: Path, text: str, told: str
) -> None:
    site = tmp_path / "site.yaml"
    site.write_text(text, encoding="utf-8")
    ran = finished(command("run", "--site", site), env | ONE_FRAME)
    assert (ran.returncode, ran.stdout) == (exits.ENDED, "first frame\n")
    assert f"{site}{told}" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_settings_that_are_not_there_are_a_mistake_in_the_command(env: dict[str, str], tmp_path: Path) -> None:
    """A slip of the pen in a service unit must not quietly become the demonstration site's screen and languages."""
    ran = finished(command("run", "--site", tmp_path / "site.yaml"), env | ONE_FRAME)
    said = f"kiosk: there is no settings file {tmp_path / 'site.yaml'}; correct the name.\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (exits.CONTENT_UNUSABLE, "", said)


def test_a_good_settings_file_is_no_problem(env: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("name: Example\nlanguages: [es, en]\n", encoding="utf-8")
    ran = finished(command("run", "--site", site), env | ONE_FRAME)
    assert (ran.returncode, ran.stdout, ran.stderr) == (exits.ENDED, "first frame\n", "")


@pytest.mark.parametrize(("size", "hung"), [("540x960", "upright"), ("960x540", "wide")])
def test_staff_are_told_once_of_a_glass_that_hangs_too_high(
    env: dict[str, str], tmp_path: Path, size: str, hung: str
) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("screen: {diagonal_inch: 43, mount_height_mm: 1000}\n", encoding="utf-8")
    ran = finished(command("run", "--site", site, "--windowed", size), env | ONE_FRAME)
    assert (ran.returncode, ran.stdout) == (exits.ENDED, "first frame\n")
    assert ran.stderr.count("hangs too high") == ran.stderr.count("\n") == 1
    assert f"({hung}, 43 inches, 1000 mm)" in ran.stderr


def test_without_content_the_closed_screen_stands_and_staff_are_told(
    tmp_path: Path, copied: Callable[..., Path]
) -> None:
    root = copied(content=False)
    ran = finished(command("run"), offscreen(root, tmp_path) | ONE_FRAME)
    assert (ran.returncode, ran.stdout) == (exits.ENDED, "first frame\n")
    assert f"{root / 'content'}:1:1: there is no such folder" in ran.stderr
    assert "Traceback" not in ran.stderr
    drawn = finished(command("tour", "--visit", "--out", tmp_path / "tour"), offscreen(root, tmp_path))
    assert drawn.returncode == exits.ENDED
    pictures = [file.name for file in (tmp_path / "tour").glob("*.png")]
    assert len(pictures) == 1
    assert "closed" in pictures[0]


def written(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Every file below `folder`, with what changes when it is written again."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {str(f): (f.stat().st_ino, f.stat().st_mtime_ns, f.stat().st_size) for f in files}


def test_prepare_compiles_and_the_next_starts_write_nothing(tmp_path: Path, copied: Callable[..., Path]) -> None:
    root = copied()
    env = offscreen(root, tmp_path)
    prepared = finished(command("prepare"), env)
    assert prepared.returncode == exits.ENDED
    assert prepared.stderr == ""
    cache = tmp_path / ".cache"
    before = written(cache)
    assert sum(name.endswith(".qmlc") for name in before) >= len(list((root / "kiosk" / "qml").rglob("*.qml"))) > 20
    for _ in range(2):
        assert finished(command("run"), env | ONE_FRAME).stdout == "first frame\n"
        assert written(cache) == before
    page = next((root / "kiosk" / "qml").rglob("HomePage.qml"))
    page.write_text(page.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert finished(command("run"), env | ONE_FRAME).stdout == "first frame\n"
    assert written(cache) != before  # a page that changed is compiled again: the comparison sees what is written


@pytest.mark.parametrize("home", ["/dev/null/home", "/proc/1/none"])
def test_a_start_with_nowhere_to_write_works(env: dict[str, str], home: str) -> None:
    nowhere = env | {"HOME": home, "XDG_CACHE_HOME": home}
    ran = finished(command("run"), nowhere | ONE_FRAME)
    assert (ran.returncode, ran.stdout, ran.stderr) == (exits.ENDED, "first frame\n", "")
    prepared = finished(command("prepare"), nowhere)
    assert prepared.returncode == exits.ENDED
    assert "no cache folder can be written" in prepared.stdout
