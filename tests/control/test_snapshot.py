"""What a status says, and what is refused: from the picture of one moment."""

from __future__ import annotations

import pytest
from msgspec import structs

from kiosk.control import protocol
from kiosk.control.protocol import (
    AskClean,
    AskPause,
    AskReset,
    AskRestart,
    AskResume,
    AskScreenshot,
    Command,
    Need,
    State,
)
from kiosk.control.snapshot import SILENT, Snapshot, refusal, status, worth_telling

NOW = 1000.0
IDLE = Snapshot(state=State.ATTRACT)
VISIT = Snapshot(state=State.VISITING, touched_at=NOW - 12, visited_at=NOW)
LEFT = structs.replace(VISIT, touched_at=NOW - 31)
NEED = Need("disk", "The disk is nearly full.", "Make room.")


@pytest.mark.parametrize(
    ("asked", "shot", "told"),
    [
        (AskReset(), VISIT, "Someone touched it 12 s ago. Wait until they have gone; `--force` resets anyway."),
        (AskReset(force=True), VISIT, ""),
        (AskReset(), LEFT, ""),
        (AskReset(), IDLE, ""),
        (AskReset(), structs.replace(IDLE, touched_at=NOW - 1), ""),
        (AskPause(), VISIT, ""),
        (AskResume(), VISIT, ""),
        (AskClean(), VISIT, ""),
        (AskRestart(), VISIT, ""),
        (AskScreenshot(), VISIT, "A visitor is there"),
        (AskScreenshot(), LEFT, "A visitor is there"),
        (AskScreenshot(), IDLE, ""),
        (AskScreenshot(), structs.replace(IDLE, staff=True), "Staff are at the glass."),
        (AskScreenshot(), structs.replace(IDLE, visited_at=NOW - 1), "A visit has only just ended."),
        (AskScreenshot(), structs.replace(IDLE, visited_at=NOW - 4), ""),
        (AskScreenshot(), Snapshot(state=State.PAUSED), ""),
    ],
)
def test_what_would_disturb_or_betray_a_visitor_is_refused(asked: Command, shot: Snapshot, told: str) -> None:
    found = refusal(asked, shot, NOW)
    assert (found is not None) == bool(told)
    if found is not None:
        assert f"{found.reason} {found.mend}".startswith(told)
        assert found.reason.endswith(".")
        assert found.mend.endswith(".")


@pytest.mark.parametrize("word", ["page", "topic", "language", "screen", "look"])
def test_a_status_has_no_field_for_what_is_read(word: str) -> None:
    """What is not in the message cannot be told by it."""
    fields = set(protocol.Status.__struct_fields__) | set(Snapshot.__struct_fields__)
    assert not [name for name in fields if word in name]


def test_a_status_tells_times_from_the_moment_it_is_asked() -> None:
    shot = structs.replace(VISIT, started_at=100.0, needs=(NEED,), visits_today=3, name="x" * 1000)
    found = status(NOW + 100, shot, NOW + 99, content="c", ident="i")
    assert (found.uptime_seconds, found.untouched_seconds, found.visits_today) == (1000, 60, 3)
    assert (found.well, found.needs, found.content, found.id) == (False, (NEED,), "c", "i")
    assert len(found.name) == 240
    never = status(NOW, IDLE, NOW)
    assert (never.untouched_seconds, never.visits_today, never.well) == (None, None, True)


def test_a_window_that_is_not_heard_of_is_told() -> None:
    assert status(NOW + 19, IDLE, NOW).well
    assert status(NOW + 21, IDLE, NOW).needs == (SILENT,)


def test_a_status_always_fits_into_one_message() -> None:
    shot = structs.replace(
        IDLE, needs=tuple(Need("x" * 500, "\1" * 900, '"' * 900) for _ in range(100)), name="\0" * 900
    )
    assert len(protocol.line(status(NOW, shot, NOW))) <= protocol.MOST_BYTES


def test_who_watches_hears_of_changes_and_not_of_time() -> None:
    one = status(NOW, VISIT, NOW)
    assert not worth_telling(one, status(NOW + 1000, VISIT, NOW + 1000, ident="other"))
    for change in ({"state": State.PAUSED}, {"needs": (NEED,)}, {"visits_today": 1}):
        assert worth_telling(one, status(NOW, structs.replace(VISIT, **change), NOW))
