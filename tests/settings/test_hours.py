"""Opening hours as they are written: what is understood, what is named, and that a slip never darkens a kiosk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import load_site
from kiosk.settings.checking import check_site
from kiosk.settings.hours import DAYS, span, week
from kiosk.settings.model import Hours


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("07:00-18:00", (420, 1080)),
        ("7:00 - 18:30", (420, 1110)),
        ("07:00–18:00", (420, 1080)),
        ("20:00-02:00", (1200, 1560)),
        ("00:00-24:00", (0, 1440)),
        ("18:00-24:00", (1080, 1440)),
        ("22:00-00:00", (1320, 1440)),
        ("7-18", None),
        ("07:00-25:00", None),
        ("24:00-07:00", None),
        ("07:60-18:00", None),
        ("07:00-07:00", None),
        ("07:00-24:30", None),
        ("closed", None),
        ("", None),
        ("٠٧:٠٠-١٨:٠٠", None),
    ],
)
def test_a_span_is_understood_or_not(text: str, minutes: tuple[int, int] | None) -> None:
    assert span(text) == minutes


def load(tmp_path: Path, hours: str) -> tuple[Hours, list[str]]:
    path = tmp_path / "site.yaml"
    path.write_text(f"mode: demonstration\nhours: {hours}\n", encoding="utf-8")
    site, problems = load_site(path)
    return site.hours, [str(problem).removeprefix(f"{path}:") for problem in problems]


FAULTS = [
    (
        '{open: {mon: "7 to 18"}}',
        '"7 to 18"',
        "'7 to 18' is no time from opening to closing, so the screen is always lit",
    ),
    ('{open: {mon: "07:00-18:00", monday: "07:00-18:00"}}', "monday", "no day is called 'monday'; did you mean 'mon'?"),
    ("{hook: [/usr/bin/lamp]}", "[/usr/bin/lamp]", "without opening hours this command is called once, with `on`"),
]


@pytest.mark.parametrize(("hours", "wrong", "fragment"), FAULTS)
def test_what_is_wrong_is_named_with_its_place_and_the_screen_stays_lit(
    tmp_path: Path, hours: str, wrong: str, fragment: str
) -> None:
    used, problems = load(tmp_path, hours)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"2:{len('hours: ') + hours.index(wrong) + 1}: ")
    assert fragment in problems[0]
    assert used.open == {}


@pytest.mark.parametrize(
    ("hours", "days"),
    [('{open: {mon: "07:00-18:00", sat: closed}}', {"mon": "07:00-18:00"}), ("{open: {mon: closed}}", {})],
)
def test_a_day_can_be_said_to_be_closed(tmp_path: Path, hours: str, days: dict[str, str]) -> None:
    """So that a higher layer can close what one below it opens; where all are closed, the screen is always lit."""
    used, problems = load(tmp_path, hours)
    assert problems == []
    assert used.open == days


def test_hours_that_are_right_are_used(tmp_path: Path) -> None:
    used, problems = load(tmp_path, '{open: {mon: "07:00-18:00", sat: "20:00-02:00"}, hook: [/usr/bin/lamp]}')
    assert problems == []
    assert week(used) == ((420, 1080), None, None, None, None, (1200, 1560), None)
    assert len(DAYS) == 7


@pytest.mark.parametrize(
    ("hook", "is_there"),
    [("/bin/true", True), ("sh", True), ("/nonexist/x", False), ("nonexist-x", False), ("{file}", False), ("/", False)],
)
def test_a_command_that_is_not_there_is_a_warning_of_a_check_alone(tmp_path: Path, hook: str, is_there: bool) -> None:
    file = tmp_path / "site.yaml"
    program = hook.format(file=file)
    file.write_text(f'hours:\n  open: {{mon: "07:00-18:00"}}\n  hook: ["{program}", a]\n', encoding="utf-8")
    what = f"there is no program {program!r} on this machine that can be run, so no screen is switched"
    mend = "install it, make it executable by chmod 755, or correct the name"
    assert [str(one) for one in check_site(file)] == ([] if is_there else [f"{file}:3:10: {what}; {mend}"])
    assert load_site(file)[1] == ()  # a start looks at no other file
