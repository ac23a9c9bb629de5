"""Every state of the front desk that events can lead to."""

from __future__ import annotations

import pytest
from msgspec.structs import fields, replace

from kiosk.staff.model import (
    Ask,
    Asked,
    Check,
    Clean,
    Confirm,
    Desk,
    Digit,
    Door,
    Enter,
    Erase,
    Event,
    Held,
    HoursAre,
    KeyFound,
    LeaveCheck,
    LeaveClean,
    Pause,
    Refuse,
    Rest,
    Restart,
    Resume,
    Role,
    Rules,
    Shut,
    StartFresh,
    Tick,
    Touched,
    Verified,
    Visit,
)
from kiosk.staff.step import in_force, next_deadline, step

RULES = Rules(contact_seconds=90, awake_seconds=300)


EVENTS: tuple[Event, ...] = (
    Held(),
    Digit(),
    Erase(),
    Enter(),
    Verified(Role.DESK),
    Verified(None),
    KeyFound(Role.IT),
    Shut(),
    Touched(),
    Tick(),
    Visit(True),
    Visit(False),
    StartFresh(None),
    StartFresh(5.0),
    Ask(Asked.RESTART),
    Ask(Asked.BROKEN),
    Confirm(),
    Refuse(),
    Pause(),
    Resume(),
    Clean(),
    LeaveClean(),
    Check(),
    LeaveCheck(),
    Restart(),
    HoursAre(Rest.NONE),
    HoursAre(Rest.DIM),
    HoursAre(Rest.OFF),
)


def folded(desk: Desk) -> Desk:
    """The same with its times and counts made few, so that a walk over all states ends."""
    return replace(
        desk, used_at=0.0, rest_since=0.0, awake_at=None if desk.awake_at is None else 0.0, wipes=0, restarts=0
    )


def faults(before: Desk, event: Event, desk: Desk) -> list[str]:
    """What must never be, whatever has happened."""
    shut = desk.door is Door.SHUT
    found = {
        "a shut door knows of nobody": shut and (desk.role, desk.digits, desk.verifying, desk.wrong) != (None, 0, 0, 0),
        "only an open panel knows who": (desk.role is not None) != (desk.door in (Door.PANEL, Door.CHECK)),
        "only a panel asks": desk.asked is not Asked.NOTHING and desk.door is not Door.PANEL,
        "only the pad has digits": (desk.digits or desk.verifying or desk.wrong) and desk.door is not Door.PAD,
        "nobody is at the door while the glass is wiped": desk.rest is Rest.CLEANING and not shut,
        "a rest of the hours is none of staff's": desk.rest in (Rest.DIM, Rest.OFF),
        "the hours rest as hours do": desk.hours not in (Rest.NONE, Rest.DIM, Rest.OFF),
        "a wipe-down lies over nothing but what can last": desk.below not in (Rest.NONE, Rest.PAUSED, Rest.BROKEN),
        "awake is only who could be dark": desk.awake_at is not None and desk.hours is Rest.NONE,
        "who comes in by PIN or key": before.role is None
        and desk.role is not None
        and not isinstance(event, Verified | KeyFound),
        "what waits ends by itself": (not shut or desk.rest is Rest.CLEANING) and next_deadline(desk, RULES) is None,
        "a rest begins with a wipe": in_force(desk) not in (Rest.NONE, in_force(before))
        and in_force(before) is Rest.NONE
        and desk.wipes == before.wipes,
        "it darkens nobody's visit": in_force(desk) in (Rest.DIM, Rest.OFF)
        and in_force(before) is Rest.NONE
        and before.visiting,
    }
    return [what for what, broken in found.items() if broken]


def test_whatever_happens_the_rules_hold_and_a_quiet_while_leaves_the_door_shut() -> None:
    """Breadth first over every state that these events can reach, times and counts folded."""
    seen: set[Desk] = set()
    edge = [Desk()]
    while edge:
        before = edge.pop()
        for event in EVENTS:
            for now in (1.0, 1000.0):
                after = step(before, event, now, RULES)
                assert faults(before, event, after) == [], (before, event, now)
                state = folded(after)
                if state not in seen:
                    seen.add(state)
                    edge.append(state)
    assert len(seen) > 200
    for desk in seen:
        quiet = desk
        for now in (1e6, 2e6, 3e6):
            quiet = step(quiet, Tick(), now, RULES)
        assert (quiet.door, quiet.rest is Rest.CLEANING) == (Door.SHUT, False)


@pytest.mark.parametrize(
    ("desk", "told"),
    [
        (Desk(role=Role.DESK), "only an open panel knows who"),
        (Desk(door=Door.PAD, asked=Asked.FRESH), "only a panel asks"),
        (Desk(door=Door.PAD, rest=Rest.CLEANING), "nobody is at the door while the glass is wiped"),
        (Desk(rest=Rest.PAUSED), "a rest begins with a wipe"),
    ],
)
def test_a_broken_rule_is_seen(desk: Desk, told: str) -> None:
    assert told in faults(Desk(), Tick(), desk)


def test_every_field_of_the_desk_can_differ_from_a_fresh_one() -> None:
    """So that the walk above leaves none out."""
    seen: set[Desk] = set()
    edge = [Desk()]
    while edge and len(seen) < 3000:
        before = edge.pop(0)
        for event in EVENTS:
            after = step(before, event, 1.0, RULES)
            if after not in seen and after.wipes < 3 and after.restarts < 2:
                seen.add(after)
                edge.append(after)
    changed = {f.name for f in fields(Desk) for desk in seen if getattr(desk, f.name) != getattr(Desk(), f.name)}
    assert changed == {f.name for f in fields(Desk)}
