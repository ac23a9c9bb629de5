"""The doctor looks at disk, memory and clock."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.health.doctor import room
from kiosk.health.doctor.finding import Verdict
from kiosk.health.doctor.machine import Machine
from kiosk.health.doctor.room import disk, memory
from kiosk.health.doctor.wall import clock
from tests.health.doctor.tree import machine, seen

OK, LOOK, BROKEN, UNSEEN = Verdict.OK, Verdict.LOOK, Verdict.BROKEN, Verdict.UNSEEN
MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("free_mib", "names", "verdict"),
    [(5000, 100, OK), (150, 100, LOOK), (3, 100, BROKEN), (5000, 0, BROKEN), (0, 0, BROKEN)],
    ids=["room", "little", "full", "no names left", "nothing at all"],
)
def test_room_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free_mib: int, names: int, verdict: Verdict
) -> None:
    found = SimpleNamespace(f_bavail=free_mib, f_frsize=MIB, f_blocks=10_000, f_files=1000, f_favail=names)
    monkeypatch.setattr(os, "statvfs", lambda _path: found)
    folders = (Path("/var/lib/imaging-kiosk"), Path("/var/cache/imaging-kiosk"))
    assert [one.verdict for one in disk(machine(tmp_path), folders)] == [verdict]


def meminfo(free_mib: int) -> str:
    return f"MemTotal:  8000000 kB\nMemFree: 1 kB\nMemAvailable: {free_mib * 1024} kB\nHugePages_Total: 0\n"


def rollup(mib: int) -> str:
    return f"00400000-7ff (deleted)\nRss: {mib * 2048} kB\nPss:   {mib * 1024} kB\nPss_Dirty: 1 kB\n"


@pytest.mark.parametrize(
    ("files", "pid", "verdicts"),
    [
        ({"/proc/meminfo": meminfo(4000)}, None, {"memory": OK}),
        ({"/proc/meminfo": meminfo(50)}, None, {"memory": LOOK}),
        ({}, None, {"memory": LOOK}),
        ({"/proc/meminfo": meminfo(4000), "/proc/7/smaps_rollup": rollup(120)}, 7, {"memory": OK, "kiosk memory": OK}),
        (
            {"/proc/meminfo": meminfo(4000), "/proc/7/smaps_rollup": rollup(900)},
            7,
            {"memory": OK, "kiosk memory": LOOK},
        ),
        (
            {"/proc/meminfo": meminfo(4000), "/proc/7/status": "VmRSS:\t  99 kB\n"},
            7,
            {"memory": OK, "kiosk memory": OK},
        ),
        ({"/proc/meminfo": meminfo(4000)}, 7, {"memory": OK, "kiosk memory": UNSEEN}),
    ],
    ids=["room", "tight", "unknown", "kiosk", "large kiosk", "by others", "not to be seen"],
)
def test_memory(tmp_path: Path, files: dict[str, str | bytes], pid: int | None, verdicts: dict[str, Verdict]) -> None:
    assert seen(memory(machine(tmp_path, files), pid)) == verdicts


def test_sizes_are_said_as_people_say_them(tmp_path: Path) -> None:
    here = machine(tmp_path, {"/proc/meminfo": meminfo(512)})
    assert [one.told for one in memory(here, None)] == ["512 MiB of 7.6 GiB are free"]
    assert (room.TIGHT, room.LARGE) == (150 * MIB, 700 * MIB)


NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
SYNCED = {"timedatectl show": "NTP=yes\nNTPSynchronized=yes\n"}


@pytest.mark.parametrize(
    ("now", "newest", "answers", "said"),
    [
        (NOW, None, SYNCED, (OK, "")),
        (NOW, NOW, {"timedatectl show": "NTP=no\nNTPSynchronized=no\n"}, (OK, "")),
        (NOW, None, {}, (OK, "")),
        (NOW, None, {"timedatectl show": "NTP=yes\nNTPSynchronized=no\n"}, (LOOK, "timedatectl timesync-status")),
        (datetime(1970, 1, 1, tzinfo=UTC), None, {}, (BROKEN, "timedatectl set-time")),
        (datetime(1970, 1, 1, tzinfo=UTC), None, SYNCED, (BROKEN, "timedatectl timesync-status")),
        (NOW, datetime(2027, 3, 1, tzinfo=UTC), {}, (BROKEN, "timedatectl set-time")),
    ],
    ids=["kept", "alone", "no systemd", "not heard", "1970", "1970 with a server", "went back"],
)
def test_the_clock(
    tmp_path: Path, now: datetime, newest: datetime | None, answers: Mapping[str, str], said: tuple[Verdict, str]
) -> None:
    verdict, mend = said
    [finding] = clock(machine(tmp_path, {}, answers), now, newest)
    assert finding.verdict is verdict
    assert finding.mend.startswith(mend)
    assert seen([finding])


def test_a_clock_in_1970_is_told_where_timedatectl_hangs() -> None:
    def hangs(words: Sequence[str]) -> None:
        raise TimeoutError(f"{words[0]} gives no answer")

    [finding] = clock(Machine(run=hangs), datetime(1970, 1, 1, tzinfo=UTC), None)
    assert (finding.verdict, finding.mend.startswith("timedatectl set-time")) == (BROKEN, True)
