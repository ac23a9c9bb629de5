"""Power cuts, ends and disks that take nothing: a valid kiosk afterwards, and nothing of anybody in what is left."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kiosk import exits
from tests.cli.killed_reload import MIDDLE
from tests.cli.launch import DEADLINE, ROOT, command, finished, running, until


def killed(writer: str, folder: Path, kills: int) -> Counter[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.killed_reload", writer, str(folder), str(kills)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=4 * DEADLINE,  # each write waits for the disk, which may be slow
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Counter(json.loads(done.stdout))


def test_after_200_kills_in_reloads_and_writes_there_is_a_valid_kiosk(env: dict[str, str], tmp_path: Path) -> None:
    found = killed("kept", tmp_path, 200)
    assert found.pop("kills") >= 200
    assert found.pop("in the middle") > MIDDLE, "too few kills came in the middle of a write: little was tried"
    assert found == Counter()
    also = {"STATE_DIRECTORY": str(tmp_path / "state"), "KIOSK_EXIT_AFTER_FIRST_FRAME": "1"}
    ran = finished(command("run", "--site", tmp_path / "etc" / "kiosk.yaml"), env | also)
    assert (ran.returncode, ran.stdout, ran.stderr) == (exits.ENDED, "first frame\n", "")


def test_a_writer_that_can_be_seen_half_way_is_caught_by_the_same_kills(tmp_path: Path) -> None:
    found = killed("planted", tmp_path, 60)
    del found["kills"], found["in the middle"]
    assert found.total() > 0


def test_a_kiosk_that_is_killed_while_it_begins_anew_is_a_valid_one_when_it_is_started_again(
    env: dict[str, str], tmp_path: Path
) -> None:
    """At random moments from the reload on: before the window goes, without one, before the next first frame."""
    env |= {"XDG_STATE_HOME": str(tmp_path / "state")}
    site = tmp_path / "site.yaml"
    site.write_text("name: Kiosk 0\n", encoding="utf-8")
    chance = random.Random(6)

    def is_called(name: str) -> bool:
        told = finished(command("ctl", "--json", "status"), env).stdout
        return bool(told) and json.loads(told)["name"] == name

    for number in range(1, 4):
        with running(command("run", "--site", site), env, tmp_path / "log") as process:
            assert until(partial(is_called, f"Kiosk {number - 1}"))
            site.write_text(f"name: Kiosk {number}\n", encoding="utf-8")
            assert finished(command("ctl", "reload"), env).returncode == exits.ENDED
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.8, 1.8))  # the moment of the kill is what is tried
            process.kill()
            process.wait()
    with running(command("run", "--site", site), env, tmp_path / "log") as process:
        assert until(lambda: is_called("Kiosk 3")), (tmp_path / "log").read_text(encoding="utf-8")
        process.terminate()
        assert process.wait(20) == exits.ENDED
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    """A folder that is mounted read-only, also for root."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    (folder / "site.yaml").write_text("name: Sealed\n", encoding="utf-8")
    (folder / "kiosk.yaml").write_text("screen: {diagonal_inch: 27}\n", encoding="utf-8")
    for words in (("--bind", str(folder)), ("-o", "remount,bind,ro")):
        if subprocess.run(["mount", *words, str(folder)], capture_output=True, check=False).returncode:
            pytest.skip("needs to mount")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_state_folder_that_takes_nothing_is_said_and_the_kiosk_runs(
    env: dict[str, str], tmp_path: Path, sealed: Path
) -> None:
    env |= {"STATE_DIRECTORY": str(sealed)}
    with running(command("run", "--site", sealed / "site.yaml"), env, tmp_path / "log") as process:

        def needs() -> set[str]:
            told = finished(command("ctl", "--json", "status"), env).stdout
            return {need["id"] for need in json.loads(told)["needs"]} if told else set()

        assert until(lambda: "state_readonly" in needs()), (tmp_path / "log").read_text(encoding="utf-8")
        assert finished(command("ctl", "pause"), env).returncode == exits.ENDED
        assert finished(command("ctl", "reload"), env).stdout.startswith("Done: the settings are as they were")
        process.terminate()
        assert process.wait(20) == exits.ENDED
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")


def test_settings_that_cannot_be_written_are_read_and_calibrating_says_what_to_type(
    env: dict[str, str], tmp_path: Path, sealed: Path
) -> None:
    file = sealed / "kiosk.yaml"
    before = file.read_bytes()
    code = "from pathlib import Path; from kiosk.settings.writing import keep_value as keep"
    code += f"; print(keep(Path({str(file)!r}), 'screen', 'diagonal_inch', '31.5'))"
    ran = finished([sys.executable, "-c", code], env)
    why = os.strerror(30)
    assert ran.stdout == f"{file} was not changed: {why}. Write into it: screen: {{diagonal_inch: 31.5}}\n"
    assert file.read_bytes() == before
    ran = finished(command("run", "--site", file), env | {"KIOSK_EXIT_AFTER_FIRST_FRAME": "1"})
    assert (ran.returncode, ran.stderr) == (exits.ENDED, "")


def test_calibrating_without_a_display_or_a_glass_is_one_sentence(env: dict[str, str], tmp_path: Path) -> None:
    ran = finished(command("calibrate", "--to", tmp_path / "k.yaml"), env | {"QT_QPA_PLATFORM": "nowhere"})
    assert ran.returncode == exits.NO_DISPLAY
    assert ran.stderr.startswith("kiosk: no display can be opened")


def test_calibrating_ends_when_it_is_told_to_and_changes_nothing(env: dict[str, str], tmp_path: Path) -> None:
    with running(command("calibrate", "--to", tmp_path / "k.yaml"), env, tmp_path / "log") as process:
        assert until(lambda: Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8").count("libQt6Quick.so") > 0)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) in (-signal.SIGTERM, exits.ENDED)
    assert not (tmp_path / "k.yaml").exists()
