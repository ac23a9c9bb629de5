"""Where the log goes, and how much of it: a real journal's socket, real files, a clock that only moves when told to."""

from __future__ import annotations

import logging
import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.health.logs.flood import MOST, Flood
from kiosk.health.logs.handler import Log, begin
from kiosk.health.logs.journal import Journal, entry, priority, stands_behind


class Kept:
    """A log with a clock, and a logger that has no other handler."""

    def __init__(self, journal: Journal | None = None) -> None:
        self.now = 0.0
        self.log = Log(lambda: self.now, journal)
        self.logger = logging.Logger("kiosk")
        self.logger.addHandler(self.log)


@pytest.fixture
def kept() -> Iterator[Kept]:
    made = Kept()
    yield made
    made.log.close()


def fields(data: bytes) -> dict[str, str]:
    """An entry as the journal reads it."""
    found: dict[str, str] = {}
    while data:
        line, _, rest = data.partition(b"\n")
        name, sign, value = line.partition(b"=")
        if not sign:
            (size,) = struct.unpack("<Q", rest[:8])
            value, rest = rest[8 : 8 + size], rest[9 + size :]
        found[name.decode()] = value.decode()
        data = rest
    return found


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "journal"))
        listening.settimeout(5)
        yield listening


def test_the_journal_gets_fields(tmp_path: Path, journal: socket.socket, capfd: pytest.CaptureFixture[str]) -> None:
    here = Kept(Journal(str(tmp_path / "journal")))
    here.logger.warning("the disk %s is full", "/var")
    here.log.keep(tmp_path / "file.log", 1)
    told = fields(journal.recv(65536))
    assert told["MESSAGE"] == "the disk /var is full"
    assert (told["PRIORITY"], told["SYSLOG_IDENTIFIER"], told["KIOSK_PART"]) == ("4", "imaging-kiosk", "kiosk")
    assert told["CODE_FILE"] == __file__
    assert int(told["CODE_LINE"]) > 0
    assert told["CODE_FUNC"] == "test_the_journal_gets_fields"
    assert not (tmp_path / "file.log").exists()  # a journal is enough
    here.log.close()
    assert capfd.readouterr().err == ""


def test_a_journal_that_is_gone_leaves_standard_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    here = Kept(Journal(str(tmp_path / "none")))
    here.logger.error("told")
    here.log.close()
    assert capfd.readouterr().err == "kiosk: ERROR: told\n"


def test_an_entry_of_several_lines_goes_with_its_length() -> None:
    assert fields(entry({"A": "one\ntwo", "B": "three = 3"})) == {"A": "one\ntwo", "B": "three = 3"}
    assert len(entry({"A": "x" * 10**6})) < 20_000
    levels = (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL)
    assert [priority(level) for level in levels] == [7, 6, 4, 3, 2]


def test_a_journal_stands_behind_the_stream_that_it_names(tmp_path: Path) -> None:
    with (tmp_path / "x").open("w") as file:
        state = os.fstat(file.fileno())
        assert stands_behind(file.fileno(), f"{state.st_dev}:{state.st_ino}")
        assert not stands_behind(file.fileno(), "1:2")
    assert not stands_behind(12345, "1:2")


def test_the_file_gets_what_was_said_before_the_settings_were_read(
    kept: Kept, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept.logger.warning("early")
    kept.log.keep(tmp_path / "kiosk.log", 1)
    kept.logger.warning("late")
    lines = (tmp_path / "kiosk.log").read_text(encoding="utf-8").splitlines()
    assert [line.split(" ", 2)[2] for line in lines] == ["WARNING kiosk: early", "WARNING kiosk: late"]
    assert capfd.readouterr().err == "kiosk: WARNING: early\n"
    assert (tmp_path / "kiosk.log").stat().st_mode & 0o027 == 0


def test_files_stay_within_their_room(kept: Kept, tmp_path: Path) -> None:
    kept.log.keep(tmp_path / "kiosk.log", 0.1)
    for number in range(4000):
        kept.now += 2  # slowly enough
        kept.logger.warning("line %d of many that fill the disk in the end, one by one", number)
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert 50_000 < sum(file.stat().st_size for file in files) <= 0.1 * 1024 * 1024
    assert "line 3999 " in (tmp_path / "kiosk.log").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told_once_and_the_log_goes_to_standard_error(
    kept: Kept, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept.log.keep(tmp_path / "none" / "kiosk.log", 1)
    kept.logger.warning("one")
    kept.logger.warning("two")
    lines = capfd.readouterr().err.splitlines()
    assert "the log file cannot be written: No such file or directory" in lines[0]
    assert lines[1:] == ["kiosk: WARNING: one", "kiosk: WARNING: two"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_costs_no_line(kept: Kept, capfd: pytest.CaptureFixture[str]) -> None:
    kept.log.keep(Path("/dev/full"), 1)
    kept.logger.warning("one")
    lines = capfd.readouterr().err.splitlines()
    assert ["No space left" in lines[0], lines[1:]] == [True, ["kiosk: WARNING: one"]]


@pytest.mark.parametrize("read", [False, True], ids=["nobody reads", "somebody reads"])
def test_a_pipe_as_log_file_holds_up_nothing(
    kept: Kept, tmp_path: Path, capfd: pytest.CaptureFixture[str], read: bool
) -> None:
    os.mkfifo(tmp_path / "kiosk.log")
    reader = os.open(tmp_path / "kiosk.log", os.O_RDONLY | os.O_NONBLOCK) if read else -1
    kept.log.keep(tmp_path / "kiosk.log", 1)
    kept.logger.warning("one")
    lines = capfd.readouterr().err.splitlines()
    assert "the log file cannot be written: it is a pipe or a socket, and no file; correct `log:" in lines[0]
    assert lines[1:] == ["kiosk: WARNING: one"]
    if read:
        os.close(reader)


def test_what_comes_again_keeps_its_level(kept: Kept, capfd: pytest.CaptureFixture[str]) -> None:
    for level in (logging.INFO, logging.INFO, logging.ERROR, logging.ERROR):
        kept.logger.log(level, "again")
    kept.log.close()
    assert capfd.readouterr().err.splitlines()[2:] == [
        "kiosk: INFO: again (repeated 1 time)",
        "kiosk: ERROR: again (repeated 1 time)",
    ]


def test_what_comes_again_is_counted(kept: Kept, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(1000):
        kept.logger.warning("again")
    kept.now += 61
    kept.logger.warning("something else")
    kept.now += 61
    kept.log.minute()
    kept.logger.warning("again")
    kept.logger.warning("again")
    kept.log.close()
    assert capfd.readouterr().err.splitlines() == [
        "kiosk: WARNING: again",
        "kiosk: WARNING: again (repeated 999 times)",
        "kiosk: WARNING: something else",
        "kiosk: WARNING: again",
        "kiosk: WARNING: again (repeated 1 time)",
    ]


def test_a_minute_has_room_for_so_many_lines_and_no_more(kept: Kept, capfd: pytest.CaptureFixture[str]) -> None:
    for number in range(10_000):
        kept.logger.warning("line %d", number)
    kept.now += 61
    kept.log.minute()
    lines = capfd.readouterr().err.splitlines()
    assert len(lines) == MOST + 1
    assert lines[-1].endswith(f"{10_000 - MOST} more lines were left out, too many in one minute")


def test_a_flood_forgets_with_its_minute() -> None:
    flood = Flood(0.0)
    lines = ["a", "a", *(f"line {number}" for number in range(MOST - 1))]
    assert [flood.takes(logging.INFO, line) for line in (*lines, "too many")] == [
        True,
        False,
        *[True] * (MOST - 1),
        False,
    ]
    assert (flood.over(59.9), flood.over(60.0)) == (False, True)
    assert len(list(flood.close(60.0))) == 2
    assert (flood.takes(logging.INFO, "a"), flood.over(100.0), list(flood.close(120.0))) == (True, False, [])


def test_a_value_that_cannot_be_said_ends_nothing(kept: Kept, capfd: pytest.CaptureFixture[str]) -> None:
    class Mute:
        def __str__(self) -> str:
            raise RuntimeError("care")

    kept.logger.warning("%s", Mute())
    assert capfd.readouterr().err == "kiosk: WARNING: something could not be said\n"


def test_the_root_logger_gets_it(capfd: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    level = root.level
    log = begin({"JOURNAL_STREAM": "1:1"})
    try:
        logging.getLogger("kiosk").info("said")
    finally:
        root.removeHandler(log)
        root.setLevel(level)
        logging.captureWarnings(False)
        log.close()
    assert capfd.readouterr().err.splitlines() == ["kiosk: INFO: said"]
