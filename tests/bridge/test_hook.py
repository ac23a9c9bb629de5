"""The site's command for the screen: what it is called with, one after the other, and what happens when it fails."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.bridge.hook import Hook
from kiosk.health.hours import Lit

Make = Callable[..., Hook]


@pytest.fixture
def made(qapp: object) -> Iterator[Make]:
    hooks: list[Hook] = []

    def make(*command: str, seconds: float = 5, again: float = 60) -> Hook:
        hooks.append(Hook(command, seconds, again=again))
        return hooks[-1]

    yield make
    for hook in hooks:
        hook.close()
        hook.deleteLater()


def script(tmp_path: Path, *lines: str) -> str:
    """A command that writes down how it was called, then does this."""
    path = tmp_path / "hook"
    record = f'echo "$@" "stdin:$(cat)" >> {tmp_path}/calls'
    path.write_text("\n".join(["#!/bin/sh", record, *lines, ""]), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def calls(tmp_path: Path) -> list[str]:
    file = tmp_path / "calls"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _called(tmp_path: Path, times: int) -> bool:
    return len(calls(tmp_path)) >= times


def test_it_is_called_with_its_words_and_one_more_and_reads_nothing(made: Make, tmp_path: Path, qtbot: QtBot) -> None:
    hook = made(script(tmp_path), "--output", "DP 1; rm -rf /")
    for number, lit in enumerate((Lit.ON, Lit.DIM, Lit.OFF, Lit.OFF), start=1):
        hook.want(lit)
        qtbot.waitUntil(partial(_called, tmp_path, min(number, 3)))
    assert calls(tmp_path) == [f"--output DP 1; rm -rf / {lit} stdin:" for lit in ("on", "dim", "off")]
    assert hook.failed == ""


def test_the_newest_wish_counts_and_calls_never_overlap(made: Make, tmp_path: Path, qtbot: QtBot) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    hook = made(script(tmp_path, f"cat {gate}"))
    hook.want(Lit.ON)
    qtbot.waitUntil(lambda: len(calls(tmp_path)) == 1)
    for lit in (Lit.DIM, Lit.OFF, Lit.DIM, Lit.OFF):
        hook.want(lit)
    assert len(calls(tmp_path)) == 1
    gate.write_text("go", encoding="utf-8")
    qtbot.waitUntil(lambda: len(calls(tmp_path)) == 2)
    gate.write_text("go", encoding="utf-8")
    assert [call.split()[0] for call in calls(tmp_path)] == ["on", "off"]


@pytest.mark.parametrize(
    ("end", "why"),
    [("exit 3", "ended with 3"), ("kill -9 $$", "was killed"), ("exec sleep 60", "took more than 0.3 seconds")],
)
def test_a_command_that_fails_or_hangs_is_told_and_the_window_goes_on(
    made: Make, tmp_path: Path, qtbot: QtBot, *, caplog: pytest.LogCaptureFixture, end: str, why: str
) -> None:
    hook = made(script(tmp_path, end), seconds=0.3)
    with qtbot.waitSignal(hook.failedChanged):
        hook.want(Lit.OFF)
        assert hook.failed == ""  # nobody waited for the end
    assert hook.failed == "off"
    assert why in caplog.text


def test_a_command_that_is_not_there_is_told(made: Make, tmp_path: Path, qtbot: QtBot) -> None:
    hook = made(str(tmp_path / "nowhere"))
    with qtbot.waitSignal(hook.failedChanged):
        hook.want(Lit.ON)
    assert hook.failed == "on"


def test_what_failed_is_tried_again_until_it_is_mended(made: Make, tmp_path: Path, qtbot: QtBot) -> None:
    path = script(tmp_path, "exit 1")
    hook = made(path, again=0.02)
    hook.want(Lit.ON)
    qtbot.waitUntil(lambda: len(calls(tmp_path)) >= 2)
    assert hook.failed == "on"
    new = tmp_path / "new"
    new.write_text("#!/bin/sh\n", encoding="utf-8")
    new.chmod(0o755)
    new.replace(path)
    qtbot.waitUntil(lambda: hook.failed == "")
