"""How the front desk's side of the glass moves: one pure function from (desk, event, time) to the next desk."""

from __future__ import annotations

from msgspec.structs import replace

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


def in_force(desk: Desk) -> Rest:
    """Why patients cannot use the kiosk now, whatever stands open for staff."""
    if desk.rest is Rest.CLEANING:
        return Rest.CLEANING  # who wipes the glass in the evening must not press anything either
    return desk.rest if desk.awake_at is not None else desk.hours or desk.rest


def next_deadline(desk: Desk, rules: Rules) -> float | None:
    """When `Tick` will next change something, or None while nothing is due."""
    due = [at for at in (_door_shuts(desk, rules), _clean_at(desk, rules), _dark_at(desk, rules)) if at is not None]
    return min(due, default=None)


def door_seconds(desk: Desk, rules: Rules, now: float) -> float:
    """Seconds until the pad closes or the panel locks itself; 0 while both are shut."""
    at = _door_shuts(desk, rules)
    return max(0.0, at - now) if at is not None else 0.0


def clean_seconds(desk: Desk, rules: Rules, now: float) -> float:
    """Seconds until the wipe-down is over; 0 while there is none."""
    at = _clean_at(desk, rules)
    return max(0.0, at - now) if at is not None else 0.0


def step(desk: Desk, event: Event, now: float, rules: Rules) -> Desk:  # noqa: PLR0912 - the transition table
    """The desk after `event` at time `now`. Events that make no sense as it stands change nothing."""
    match event:
        case Tick():
            return _tick(desk, now, rules)
        case Touched():
            return _touched(desk, now)
        case Visit(there):
            over = not there and desk.asked is Asked.FRESH  # nothing is left to ask about
            return replace(desk, visiting=there, asked=Asked.NOTHING if over else desk.asked)
        case HoursAre(hours):
            return _hours(desk, hours, now)
        case Held() if desk.door is Door.SHUT and desk.rest is not Rest.CLEANING:
            opened = replace(desk, door=Door.PAD, used_at=now)
            return replace(opened, awake_at=now) if opened.hours else opened
        case Shut():
            return _shut(desk, now)
        case Pause():
            return _rest(desk, Rest.PAUSED, now)
        case Clean() if desk.rest is not Rest.CLEANING:
            return replace(_rest(desk, Rest.CLEANING, now), below=desk.rest)
        case Resume():
            return _rest(desk, Rest.NONE, now)
        case LeaveClean() if desk.rest is Rest.CLEANING:
            return _cleaned(desk, now)
        case StartFresh(ago) if ago is None or ago >= rules.lately_seconds:
            return _fresh(desk, now)
        case Restart():
            return replace(_shut(desk, now), restarts=desk.restarts + 1)
        case _ if desk.door is Door.PAD:
            return _pad(desk, event, now, rules)
        case _ if desk.door in (Door.PANEL, Door.CHECK):
            return _panel(desk, event, now)
        case _:
            return desk


def _pad(desk: Desk, event: Event, now: float, rules: Rules) -> Desk:
    match event:
        case Verified(role) if desk.verifying and role is not None:
            return _opened(desk, role, now)
        case Verified() if desk.verifying:
            return replace(desk, digits=0, verifying=False, wrong=True)
        case KeyFound(role):
            return _opened(desk, role, now)
        case Digit() if not desk.verifying and desk.digits < rules.most_digits:
            return replace(desk, digits=desk.digits + 1, wrong=False, used_at=now)
        case Erase() if not desk.verifying:
            return replace(desk, digits=max(0, desk.digits - 1), used_at=now)
        case Enter() if not desk.verifying and desk.digits >= rules.least_digits:
            return replace(desk, verifying=True, used_at=now)
        case _:
            return desk


def _panel(desk: Desk, event: Event, now: float) -> Desk:
    used = replace(desk, used_at=now)
    match event:
        case LeaveCheck() if desk.door is Door.CHECK:
            return replace(used, door=Door.PANEL)
        case _ if desk.door is Door.CHECK:
            return desk
        case Check():
            return replace(used, door=Door.CHECK, asked=Asked.NOTHING)
        case StartFresh():
            return replace(used, asked=Asked.FRESH)
        case Ask(Asked.BROKEN) if desk.role is not Role.IT:
            return used
        case Ask(what):
            return replace(used, asked=what)
        case Refuse():
            return replace(used, asked=Asked.NOTHING)
        case Confirm():
            return _confirmed(desk, now)
        case _:
            return desk


def _confirmed(desk: Desk, now: float) -> Desk:
    match desk.asked:
        case Asked.FRESH:
            return _fresh(desk, now)
        case Asked.RESTART:
            return replace(_shut(desk, now), restarts=desk.restarts + 1)
        case Asked.BROKEN:
            return _rest(desk, Rest.BROKEN, now)
        case _:
            return desk


def _fresh(desk: Desk, now: float) -> Desk:
    """For the next person. Who asks for it at the panel opens a kiosk that is paused; from outside a pause lasts."""
    at_panel = desk.door in (Door.PANEL, Door.CHECK)
    after = _rest(desk, Rest.NONE, now) if at_panel and desk.rest else _shut(desk, now)
    return _wiped(after)


def _opened(desk: Desk, role: Role, now: float) -> Desk:
    return replace(desk, door=Door.PANEL, role=role, used_at=now, digits=0, verifying=False, wrong=False)


def _shut(desk: Desk, now: float) -> Desk:
    """Whoever was at the door may stand there still: a glass that was dark stays lit for a while."""
    if desk.door is Door.SHUT:
        return desk
    return replace(
        desk,
        door=Door.SHUT,
        role=None,
        digits=0,
        verifying=False,
        wrong=False,
        asked=Asked.NOTHING,
        awake_at=now if desk.hours else None,
    )


def _rest(desk: Desk, rest: Rest, now: float) -> Desk:
    """From now on, and whoever set it has left the panel."""
    after = replace(_shut(desk, now), rest=rest, rest_since=now, below=Rest.NONE)
    return _wiped(after) if rest else after


def _cleaned(desk: Desk, now: float) -> Desk:
    return replace(
        desk, rest=desk.below, rest_since=now, below=Rest.NONE, awake_at=now if desk.hours else desk.awake_at
    )


def _wiped(desk: Desk) -> Desk:
    return replace(desk, wipes=desk.wipes + 1)


def _touched(desk: Desk, now: float) -> Desk:
    if desk.rest is Rest.CLEANING:
        return desk
    lit = replace(desk, awake_at=now) if desk.hours else desk
    return replace(lit, used_at=now) if desk.door in (Door.PANEL, Door.CHECK) else lit


def _hours(desk: Desk, hours: Rest, now: float) -> Desk:
    """A visitor who reads at closing time, and staff at the panel, are not left in the dark."""
    if hours not in (Rest.NONE, Rest.DIM, Rest.OFF) or hours is desk.hours:
        return desk
    if hours is Rest.NONE:
        return replace(desk, hours=hours, awake_at=None)
    if desk.awake_at is not None or (desk.hours and desk.awake_at is None):
        return replace(desk, hours=hours)
    if desk.visiting or desk.door is not Door.SHUT:
        return replace(desk, hours=hours, awake_at=now)
    return _wiped(replace(desk, hours=hours))


def _tick(desk: Desk, now: float, rules: Rules) -> Desk:
    shuts, clean, dark = _door_shuts(desk, rules), _clean_at(desk, rules), _dark_at(desk, rules)
    if shuts is not None and now >= shuts:
        return _shut(desk, now)
    if clean is not None and now >= clean:
        return _cleaned(desk, now)
    if dark is not None and now >= dark:
        return _wiped(replace(desk, awake_at=None))
    return desk


def _door_shuts(desk: Desk, rules: Rules) -> float | None:
    if desk.door is Door.SHUT:
        return None
    return desk.used_at + (rules.pad_seconds if desk.door is Door.PAD else rules.panel_seconds)


def _clean_at(desk: Desk, rules: Rules) -> float | None:
    return desk.rest_since + rules.contact_seconds if desk.rest is Rest.CLEANING else None


def _dark_at(desk: Desk, rules: Rules) -> float | None:
    """When a kiosk that was touched outside the opening hours goes dark again; not while somebody is there."""
    if desk.awake_at is None or desk.visiting or desk.door is not Door.SHUT or desk.rest is Rest.CLEANING:
        return None
    return desk.awake_at + rules.awake_seconds
