"""Which facts are a need, what is said of each, and what comes first."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.catalog.interface import INTERFACE
from kiosk.health.crash import Crash
from kiosk.health.facts import Disk, Facts, Pin, Touch, disk_at, nearly_full, silent
from kiosk.health.needs import IDS, Need, needs

MIB = 1024 * 1024
WHEN = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)
LOCAL = WHEN.astimezone()
WELL = Facts(touch=Touch.THERE, disk=Disk(50_000 * MIB, 100_000 * MIB))

CASES: list[tuple[str, dict[str, object], dict[str, str]]] = [
    ("touch_gone", {"touch": Touch.GONE}, {}),
    ("pin_unsafe", {"pin": Pin.UNSAFE}, {"command": "kiosk staff set-pin"}),
    ("pin_missing", {"pin": Pin.MISSING}, {"command": "kiosk staff set-pin"}),
    ("settings_faulty", {"faults": 2}, {"command": "kiosk settings check"}),
    ("state_readonly", {"nothing_kept": "/var/lib/kiosk"}, {"folder": "/var/lib/kiosk"}),
    ("state_damaged", {"damaged": True}, {"command": "kiosk staff status"}),
    ("disk", {"disk": Disk(150 * MIB + 5, 1000 * MIB)}, {"free": "150"}),
    ("clock", {"wall": datetime(1970, 1, 1, 0, 3)}, {"clock": "1970-01-01 00:03"}),
    (
        "crash",
        {"crash": Crash("crash", WHEN, WHEN)},
        {"date": LOCAL.date().isoformat(), "clock": f"{LOCAL.hour}:{LOCAL.minute:02}"},
    ),
    (
        "power",
        {"crash": Crash("power", WHEN, WHEN)},
        {"date": LOCAL.date().isoformat(), "clock": f"{LOCAL.hour}:{LOCAL.minute:02}"},
    ),
    ("touch_silent", {"silent_hours": 8.2}, {"hours": "8"}),
    ("voice_missing", {"voices_missing": ("Tiếng Việt", "한국어")}, {"languages": "Tiếng Việt, 한국어"}),
    ("hook_failed", {"hook_failed": "off"}, {}),
    ("control_off", {"control_off": True}, {"command": "kiosk ctl"}),
    ("content_overdue", {"review_due": date(2026, 10, 1)}, {"date": "2026-10-01"}),
]


def test_a_kiosk_that_is_well_needs_nobody() -> None:
    assert needs(WELL) == ()
    assert needs(Facts()) == ()


@pytest.mark.parametrize(("name", "change", "values"), CASES, ids=[case[0] for case in CASES])
def test_each_fact_is_one_need(name: str, change: dict[str, object], values: dict[str, str]) -> None:
    assert needs(replace(WELL, **change)) == (Need(name, values),)


def test_there_is_a_case_for_each_and_they_come_by_weight() -> None:
    assert tuple(case[0] for case in CASES) == IDS
    everything: dict[str, object] = {}
    for _, change, _ in CASES:
        everything.update(change)
    told = tuple(need.id for need in needs(replace(WELL, **everything)))
    assert told == tuple(name for name in IDS if name not in ("pin_unsafe", "crash"))  # one PIN, one last end


@pytest.mark.parametrize(("name", "change", "values"), CASES, ids=[case[0] for case in CASES])
def test_what_is_said_of_it_stands_in_the_content_with_just_these_values(
    name: str, change: dict[str, object], values: dict[str, str]
) -> None:
    asked = INTERFACE[f"staff.need_{name}"] | INTERFACE[f"staff.mend_{name}"]
    assert asked == values.keys()


@pytest.mark.parametrize(
    ("free", "total", "full"),
    [
        (199, 500, True),
        (201, 500, False),
        (350, 12_000, True),
        (370, 12_000, False),
        (2_000, 1_000_000, True),
        (2_100, 1_000_000, False),
        (0, 0, True),
    ],
)
def test_a_disk_is_nearly_full_below_200_mb_or_three_percent_but_never_with_two_gigabytes(
    free: int, total: int, full: bool
) -> None:
    assert nearly_full(Disk(free * MIB, total * MIB)) is full


def test_the_room_is_that_of_the_folder_or_of_the_one_it_will_be_in(tmp_path: Path) -> None:
    here = disk_at(tmp_path)
    assert here is not None
    assert 0 < here.free <= here.total
    there = disk_at(tmp_path / "not" / "yet" / "there")
    assert there is not None
    assert there.total == here.total
    (tmp_path / "file").touch()
    assert disk_at(tmp_path / "file" / "below") is None


@pytest.mark.parametrize(("hours", "limit", "told"), [(7.9, 8, 0), (8, 8, 8), (100, 0, 0)])
def test_silence_counts_from_the_sites_limit(hours: float, limit: float, told: float) -> None:
    assert silent(hours, limit) == told
