"""What `strace` saw a program do, judged: what it wrote, what it said, and whether it reached for a network."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

CALLS = (
    "%file,%network,write,writev,pwrite64,pwritev,pwritev2,ftruncate,fallocate,sendfile,copy_file_range,io_uring_setup"
)
_LINE = re.compile(r"^(?P<pid>\d+) +(?P<call>\w+)\((?P<rest>.*)$")
_OPENS = ("open", "openat", "openat2", "creat")
_WRITING = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")
_CHANGES = re.compile(
    r"(rename|unlink|mkdir|rmdir|link|symlink|mknod|truncate|chmod|chown|utime|setxattr|removexattr|mount|io_uring)"
)
_READS = ("readlink", "readlinkat")
_PUTS = ("write", "writev", "pwrite64", "pwritev", "pwritev2", "ftruncate", "fallocate", "sendfile", "copy_file_range")
_BEGUN = " <unfinished ...>"
_ENDED = re.compile(r"^\d+ +<\.\.\. \w+ resumed>(?P<rest>.*)$")
_NAME = re.compile(r'"([^"]*)"')
_TARGET = re.compile(r"(?P<number>\d+)<(?P<what>[^>]*)>")


def available() -> bool:
    """Whether this machine has strace and lets it look at a child."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    tried = subprocess.run([strace, "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False, timeout=30)
    return tried.returncode == 0


def traced(arguments: list[str], env: Mapping[str, str], out: Path, seconds: int = 180) -> int:
    """Run the command under strace, its calls in `out`; returns its exit code, -9 when it took too long."""
    look = ["strace", "-f", "-y", "-qq", "-s", "0", "-e", "signal=none", "-e", f"trace={CALLS}", "-o", str(out)]
    done = subprocess.run(
        ["timeout", "-s", "KILL", str(seconds), *look, *arguments],
        env=dict(env),
        cwd=env["HOME"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode


def networks(lines: Iterable[str]) -> list[str]:
    """The calls that made an internet socket."""
    return [line for line, call, rest in _calls(lines) if call == "socket" and re.match(r"AF_INET6?\b", rest)]


def traces(lines: Iterable[str]) -> list[str]:
    """The calls that could leave something behind: files written, names changed, words on stdout or stderr.

    Memory without a name (eventfd, memfd), /dev/null and a folder that is there already are none.
    """
    return [line for line, call, rest in _calls(lines) if _leaves(call, rest)]


def names(line: str) -> list[str]:
    """The paths that a call names; where it names none, the file that it goes to."""
    found = _LINE.match(line)
    rest = found["rest"] if found else line
    named = [name for name in _NAME.findall(rest) if name]
    target = _TARGET.match(rest)
    return named or ([target["what"]] if target else [])


def elsewhere(lines: Iterable[str], allowed: re.Pattern[str]) -> list[str]:
    """Those that change something at a path that is not, as a whole, an `allowed` one."""
    return [line for line in lines if not (found := names(line)) or not all(map(allowed.fullmatch, found))]


def _leaves(call: str, rest: str) -> bool:
    if call in _OPENS:
        return '"/dev/null"' not in rest and (call == "creat" or _WRITING.search(rest) is not None)
    if call in _PUTS:
        target = _TARGET.match(rest)
        if target is None:
            return True  # to where, is not known
        what = target["what"]
        named = what.startswith("/") and not what.startswith(("/memfd:", "/dev/null"))
        return named or target["number"] in ("1", "2")
    made_before = call.startswith("mkdir") and "EEXIST" in rest
    return call not in _READS and _CHANGES.match(call) is not None and not made_before


def _calls(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Line, name and arguments of every call."""
    for line in _whole(lines):
        found = _LINE.match(line)
        if found:
            yield line, found["call"], found["rest"]


def _whole(lines: Iterable[str]) -> list[str]:
    """The lines, with each call that was interrupted put together again where it began."""
    whole: list[str] = []
    begun: dict[str, int] = {}
    for line in lines:
        pid = line.split(" ", 1)[0]
        if line.endswith(_BEGUN):
            begun[pid] = len(whole)
        elif (ended := _ENDED.match(line)) and pid in begun:
            at = begun.pop(pid)
            whole[at] = whole[at].removesuffix(_BEGUN) + ended["rest"]
            continue
        whole.append(line)
    return whole
