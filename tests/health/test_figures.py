"""The figures as Prometheus's own parser reads them, and the days whose visits are told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from prometheus_client.parser import text_string_to_metric_families

from kiosk.health.figures import Day, Days, Figures, counted, last_day, later, text, write
from kiosk.health.needs import IDS

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
FIGURES = Figures("0.1.0", "00c0ffee", "production", NOON, NOON, needs=("disk",), all_needs=IDS)


def read(words: str) -> dict[str, float]:
    """Every sample by its name and labels, as Prometheus has it."""
    found: dict[str, float] = {}
    for family in text_string_to_metric_families(words):
        assert family.documentation
        assert family.type == "gauge"
        for sample in family.samples:
            labels = ",".join(f"{name}={value}" for name, value in sorted(sample.labels.items()))
            found[f"{sample.name}{{{labels}}}" if labels else sample.name] = sample.value
    return found


def test_prometheus_reads_them() -> None:
    found = read(text(FIGURES))
    assert found["imaging_kiosk_info{mode=production,settings=00c0ffee,version=0.1.0}"] == 1
    assert (found["imaging_kiosk_up"], found["imaging_kiosk_ready"]) == (1, 1)
    assert found["imaging_kiosk_start_time_seconds"] == NOON.timestamp()
    needed = {name: value for name, value in found.items() if name.startswith("imaging_kiosk_need{")}
    assert len(needed) == len(IDS)
    assert [name for name, value in needed.items() if value] == ["imaging_kiosk_need{name=disk}"]
    assert not [name for name in found if "visits" in name or "review" in name or "disk_free" in name]


def test_what_is_known_is_told() -> None:
    whole = replace(FIGURES, review_due=date(2027, 1, 1), disk_free=2**33, last_day=Day(date(2026, 11, 30), 41))
    found = read(text(whole))
    assert found["imaging_kiosk_review_due_timestamp_seconds"] == datetime(2027, 1, 1, tzinfo=UTC).timestamp()
    assert found["imaging_kiosk_disk_free_bytes"] == 2**33
    assert found["imaging_kiosk_visits_last_day"] == 41


def test_words_of_any_kind_stand_in_a_label() -> None:
    [name] = [name for name in read(text(replace(FIGURES, version='a"b\\c\nd'))) if "_info" in name]
    assert 'version=a"b\\c\nd}' in name


def test_a_day_is_told_when_it_is_over_and_never_while_it_goes_on() -> None:
    one, two = date(2026, 12, 1), date(2026, 12, 2)
    days = Days()
    for visits in (0, 1, 2, 7):
        days = counted(days, one, visits)
        assert days.over is None
    days = counted(days, two, 0)
    assert days.over == Day(one, 7)
    assert counted(days, two, 5).over == Day(one, 7)
    assert counted(days, one, 3).over == Day(one, 7)  # the clock went back


@pytest.mark.parametrize(
    ("known", "told", "over"),
    [(None, None, None), (None, 9, 9), (1, None, 1), (1, 1, 1), (1, 2, 2), (2, 1, 2), (1, 9, 1)],
)
def test_the_later_of_two_days_is_told_unless_it_has_not_come_yet(
    known: int | None, told: int | None, over: int | None
) -> None:
    days = [Day(date(2026, 12, day), day) if day else None for day in (known, told, over)]
    assert later(days[0], days[1], date(2026, 12, 3)) == days[2]


def test_the_file_is_whole_may_be_read_by_others_and_tells_the_next_run_of_the_last_day(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.prom"
    assert write(str(file), replace(FIGURES, last_day=Day(date(2026, 11, 30), 41))) == ""
    assert file.stat().st_mode & 0o777 == 0o644
    assert last_day(str(file)) == Day(date(2026, 11, 30), 41)
    assert list(tmp_path.iterdir()) == [file]
    file.write_text("imaging_kiosk_visits_last_day x", encoding="utf-8")
    assert last_day(str(file)) is None
    assert last_day(str(tmp_path / "none")) is None


@pytest.mark.parametrize("name", ["kiosk.prom", "/tmp/kiosk.txt", "/no/such/folder/kiosk.prom", "/proc/kiosk.prom"])
def test_where_it_cannot_be_written_it_says_why(name: str) -> None:
    assert write(name, FIGURES)
