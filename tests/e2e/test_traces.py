"""A visit leaves nothing behind but that it was one: no file, no word in the journal, no way out to a network."""

from __future__ import annotations

import compileall
import re
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from kiosk import paths
from tests.cli.launch import environment
from tests.e2e.trace import available, elsewhere, names, networks, traced, traces
from tests.e2e.traced_visit import LAST, MARK, OVER

needs_strace = pytest.mark.skipif(not available(), reason="needs strace, allowed to trace; `make check` installs it")


class Told(NamedTuple):
    """What a whole visit did."""

    start: list[str]
    """Before the visitor came."""
    visit: list[str]
    """Until she says that she has finished."""
    counted: list[str]
    """From then on, until nobody is there and the visit is counted."""
    end: list[str]
    """As the kiosk ends."""
    home: Path

    def everything(self) -> list[str]:
        return self.start + self.visit + self.counted + self.end

    def paths(self, *names: str) -> re.Pattern[str]:
        """These files, with those beside them that become them, and the folder that they are in."""
        state = self.home / ".local" / "state" / "imaging-kiosk"
        beside = "|".join(rf"/{re.escape(name)}|/\.{re.escape(name)}\.[0-9a-f]{{8}}" for name in names)
        return re.compile(f"{re.escape(str(state))}({beside})?")


def visit(site_file: Path, cache: Path, *also: str) -> Told:
    """Everything that a kiosk did in which somebody made a whole visit."""
    compileall.compile_dir(paths.PACKAGE, quiet=2)  # as an installed kiosk is: Python writes none of it any more
    home = site_file.parent
    out = home / "trace"
    arguments = [sys.executable, "-m", "tests.e2e.traced_visit", str(site_file), *also]
    code = traced(arguments, environment(home) | {"XDG_CACHE_HOME": str(cache)}, out)
    assert code == 0
    lines = out.read_text(encoding="utf-8", errors="replace").splitlines()
    one, two, three = (next(n for n, line in enumerate(lines) if mark in line) for mark in (MARK, LAST, OVER))
    return Told(lines[:one], lines[one:two], lines[two:three], lines[three:], home)


@needs_strace
def test_a_visit_writes_but_the_count_says_nothing_and_opens_no_network(site_file: Path, tmp_path: Path) -> None:
    told = visit(site_file, tmp_path / "cache")
    assert any("imaging-kiosk" in line for line in traces(told.start))  # the first start compiles, and strace sees it
    assert sum(".qml" in line for line in told.visit) > 10  # pages were opened, and strace saw it
    assert traces(told.visit) == []
    count = traces(told.counted)
    assert any(names(line)[-1].endswith("/visits.json") for line in count)
    assert elsewhere(count, told.paths("visits.json")) == []
    socket = re.escape(str(told.home / "imaging-kiosk" / "control.sock"))
    left = re.compile(f"{told.paths('running.json').pattern}|{socket}")
    assert elsewhere(traces(told.end), left) == []
    assert networks(told.everything()) == []
    file = told.home / ".local" / "state" / "imaging-kiosk" / "visits.json"
    kept = msgspec.json.decode(file.read_bytes())
    assert kept == {"day": date.fromisoformat(kept["day"]).isoformat(), "count": 1}
    assert datetime.fromtimestamp(file.stat().st_mtime, UTC).time() == time()  # nor does the file tell the hour


@needs_strace
def test_a_visit_that_leaves_something_is_caught(site_file: Path, cache: Path) -> None:
    told = visit(site_file, cache, "faults")
    left = traces(told.visit)
    assert ['"seen"' in left[0], "/seen>" in left[1], '"visits"' in left[2], "write(2<" in left[3]] == [True] * 4
    assert len(left) >= 4
    assert len(networks(told.everything())) == 1
    planted = elsewhere(traces(told.counted), told.paths("visits.json"))
    assert len(planted) == 2
    assert all("/visitors.json" in line for line in planted)


@pytest.mark.parametrize(
    "line",
    [
        '7 openat(AT_FDCWD</tmp>, "/home/k/log", O_WRONLY|O_CREAT|O_APPEND|O_CLOEXEC, 0666) = 5</home/k/log>',
        '7 openat(AT_FDCWD</tmp>, "/home/k/log", O_RDWR|O_CLOEXEC <unfinished ...>',
        '7 openat(AT_FDCWD</tmp>, "/home/k", O_RDWR|O_EXCL|O_TMPFILE, 0600) = -1 EACCES (Permission denied)',
        '7 creat("/home/k/log", 0666) = 5</home/k/log>',
        '7 rename("/home/k/a", "/home/k/b") = 0',
        '7 unlinkat(AT_FDCWD</tmp>, "/home/k/a", 0) = 0',
        '7 mkdir("/home/k/visits", 0777) = 0',
        '7 utimensat(AT_FDCWD</tmp>, "/home/k/a", NULL, 0) = 0',
        '7 write(9</home/k/log>, ""..., 12) = 12',
        '7 write(2<pipe:[77]>, ""..., 12) = 12',
        "7 ftruncate(9</dev/shm/x>, 4096) = 0",
    ],
)
def test_every_way_to_leave_something_is_known(line: str) -> None:
    assert traces([line]) == [line]


@pytest.mark.parametrize(
    "line",
    [
        '7 openat(AT_FDCWD</tmp>, "/usr/share/x", O_RDONLY|O_CLOEXEC) = 5</usr/share/x>',
        '7 openat(AT_FDCWD</tmp>, "/dev/null", O_RDWR|O_CLOEXEC) = 5</dev/null>',
        '7 mkdir("/home/k/.cache/imaging-kiosk/qml", 0777) = -1 EEXIST (File exists)',
        '7 readlink("/proc/self/exe", ""..., 4096) = 10',
        '7 write(3<anon_inode:[eventfd]>, ""..., 8) = 8',
        "7 ftruncate(8</memfd:JITCode:QtQml>(deleted), 4096) = 0",
        "7 <... openat resumed>) = 5</usr/share/x>",
        '7 access("/home/k/log", W_OK) = 0',
    ],
)
def test_reading_is_none(line: str) -> None:
    assert traces([line]) == []


def test_a_call_that_was_interrupted_is_one_call() -> None:
    lines = ['7 mkdir("/home/k/x", 0777 <unfinished ...>', '8 write(3<pipe:[7]>, ""..., 8) = 8']
    assert traces([*lines, "7 <... mkdir resumed>) = -1 EEXIST (File exists)"]) == []
    assert traces([*lines, "7 <... mkdir resumed>) = 0"]) == ['7 mkdir("/home/k/x", 0777) = 0']


def test_only_internet_sockets_count_as_networks() -> None:
    lines = [f"7 socket({family}, SOCK_STREAM, 0) = 3" for family in ("AF_UNIX", "AF_NETLINK", "AF_INET", "AF_INET6")]
    assert networks(lines) == lines[2:]
