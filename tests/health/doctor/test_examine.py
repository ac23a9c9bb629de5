"""The doctor as a whole: nothing stops it, what it says can be read, and its exit code tells."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.health.doctor.examine import examine
from kiosk.health.doctor.finding import Finding, Verdict, broken, exit_code, look, ok, unseen
from kiosk.health.doctor.machine import Machine, run
from kiosk.health.doctor.report import as_json, as_text

FINE, CHECK, DEAD, HIDDEN = (
    ok("a", "is well"),
    look("b", "odd", "see"),
    broken("c", "gone", "mend"),
    unseen("d", "no", "do"),
)


def falls() -> Iterator[Finding]:
    yield ok("x", "so far")
    raise ValueError("the topic care")


def test_a_probe_that_fails_or_hangs_is_a_finding_and_the_others_are_told() -> None:
    never = threading.Event()

    def hangs() -> Iterator[Finding]:
        never.wait()
        yield FINE

    def late() -> Iterator[Finding]:
        raise TimeoutError("systemctl gives no answer")
        yield

    def shut() -> Iterator[Finding]:
        raise PermissionError(13, "Permission denied")
        yield

    begun = time.monotonic()
    probes = {"a": lambda: [FINE], "fails": falls, "hangs": hangs, "late": late, "shut": shut}
    *found, closed = examine(probes, seconds=0.2)
    assert time.monotonic() - begun < 5
    never.set()
    assert [one.name for one in found] == ["a", "fails", "hangs", "late"]
    assert [one.verdict for one in found[1:]] == [Verdict.LOOK] * 3
    assert (closed.name, closed.verdict, closed.mend) == ("shut", Verdict.UNSEEN, "sudo kiosk doctor")
    assert "ValueError" in found[1].told
    assert "care" not in found[1].told
    assert all(one.mend for one in found[1:])


def test_a_command_that_hangs_is_given_up_and_one_that_is_not_there_is_none() -> None:
    with pytest.raises(TimeoutError, match="sleep gives no answer"):
        run(("sleep", "60"), seconds=0.1)
    assert run(("no-such-program",)) is None
    said = run(("sh", "-c", "echo out; echo err >&2; exit 3"))
    assert said is not None
    assert (said.code, said.text) == (3, "out\nerr\n")


@pytest.mark.parametrize("path", ["", ".", "/nowhere::bin"], ids=["empty", "here", "both"])
def test_no_program_of_the_working_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    for folder in (tmp_path, tmp_path / "bin"):
        folder.mkdir(exist_ok=True)
        (folder / "kiosk-planted").write_text("#!/bin/sh\necho planted\n", encoding="utf-8")
        (folder / "kiosk-planted").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    assert run(("kiosk-planted",)) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(("kiosk-planted",)) is not None


def test_a_machine_reads_what_is_there_and_nothing_where_it_may_not(tmp_path: Path) -> None:
    (tmp_path / "a10").write_text(" x \n", encoding="utf-8")
    (tmp_path / "a9").write_bytes(b"\xff")
    here = Machine(tmp_path, lambda _words: None, 1000)
    assert (here.text("/a10"), here.text("/none"), here.bytes("/a9")) == ("x", "", b"\xff")
    assert here.below("", "a*") == ["/a9", "/a10"]
    assert (here.is_root, here.systemd, here.shown("systemctl", "show")) == (False, False, {})


@pytest.mark.parametrize(
    ("findings", "code"),
    [([FINE], 0), ([], 0), ([FINE, CHECK], 5), ([FINE, HIDDEN], 5), ([CHECK, DEAD], 1), ([HIDDEN, DEAD], 1)],
)
def test_the_exit_code_tells(findings: list[Finding], code: int) -> None:
    assert exit_code(findings) == code
    assert json.loads(as_json(findings))["exit_code"] == code


def test_what_is_broken_stands_first_in_eighty_columns_without_color() -> None:
    long = look("longer name", "a sentence that goes on " * 6, "kiosk check")
    text = as_text([FINE, long, HIDDEN, DEAD])
    lines = text.splitlines()
    assert [line[:6].strip() for line in lines if line[:1].strip()] == ["broken", "look", "unseen", "OK", "1 brok"]
    assert max(map(len, lines)) <= 80
    assert "\033" not in text
    assert lines[1].strip() == "-> mend"
    assert {line.index("-> ") for line in lines if "-> " in line} == {21}
    assert lines[-1] == "1 broken, 1 to look at, 1 not looked at, 1 OK."


def test_color_changes_no_letter() -> None:
    painted = as_text([FINE, DEAD], colour=True)
    assert painted.count("\033[") == 4
    plain = "".join(part.partition("m")[2] if n else part for n, part in enumerate(painted.split("\033[")))
    assert plain == as_text([FINE, DEAD])


def test_json_has_every_finding_in_order() -> None:
    told = json.loads(as_json([DEAD, FINE]))
    assert told["form"] == 1
    assert told["findings"][0] == {"name": "c", "verdict": "broken", "told": "gone", "mend": "mend"}
    assert [one["name"] for one in told["findings"]] == ["c", "a"]
