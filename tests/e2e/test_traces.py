"""A visit leaves nothing behind: no file, no name, no word in the journal, and no way out to a network."""

from __future__ import annotations

import compileall
import sys
from pathlib import Path

import pytest

from kiosk import paths
from tests.cli.launch import environment
from tests.e2e.trace import available, networks, traced, traces
from tests.e2e.traced_visit import MARK

needs_strace = pytest.mark.skipif(not available(), reason="needs strace, allowed to trace; `make check` installs it")


def visit(site_file: Path, cache: Path, *also: str) -> tuple[list[str], list[str]]:
    """Everything a whole visit did: before its first screen stood, and from then on."""
    compileall.compile_dir(paths.PACKAGE, quiet=2)  # as an installed kiosk is: Python writes none of it any more
    home = site_file.parent
    out = home / "trace"
    arguments = [sys.executable, "-m", "tests.e2e.traced_visit", str(site_file), *also]
    code = traced(arguments, environment(home) | {"XDG_CACHE_HOME": str(cache)}, out)
    assert code == 0
    lines = out.read_text(encoding="utf-8", errors="replace").splitlines()
    begin = next(number for number, line in enumerate(lines) if MARK in line)
    return lines[:begin], lines[begin:]


@needs_strace
def test_a_visit_writes_nothing_says_nothing_and_opens_no_network(site_file: Path, tmp_path: Path) -> None:
    before, during = visit(site_file, tmp_path / "cache")
    assert any("imaging-kiosk" in line for line in traces(before))  # the first start compiles, and strace sees it
    assert sum(".qml" in line for line in during) > 10  # pages were opened, and strace saw it
    assert traces(during) == []
    assert networks(before + during) == []


@needs_strace
def test_a_visit_that_leaves_something_is_caught(site_file: Path, cache: Path) -> None:
    before, during = visit(site_file, cache, "faults")
    left = traces(during)
    assert ['"seen"' in left[0], "/seen>" in left[1], '"visits"' in left[2], "write(2<" in left[3]] == [True] * 4
    assert len(left) >= 4
    assert len(networks(before + during)) == 1


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


def test_only_internet_sockets_count_as_networks() -> None:
    lines = [f"7 socket({family}, SOCK_STREAM, 0) = 3" for family in ("AF_UNIX", "AF_NETLINK", "AF_INET", "AF_INET6")]
    assert networks(lines) == lines[2:]
