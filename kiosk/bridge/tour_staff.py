"""The front desk's part of the tour: every page that staff see, and what stands there while patients wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from kiosk.bridge.kiosk import Kiosk
from kiosk.bridge.staff_state import StaffState
from kiosk.health.needs import Need
from kiosk.staff.model import (
    Ask,
    Asked,
    Check,
    Clean,
    Digit,
    Enter,
    Event,
    Held,
    HoursAre,
    KeyFound,
    LeaveCheck,
    LeaveClean,
    Pause,
    Refuse,
    Rest,
    Resume,
    Role,
    Shut,
    StartFresh,
    Verified,
)

NEEDS = (
    Need("touch_silent", {"hours": "8"}),
    Need("voice_missing", {"languages": "Español"}),
    Need("disk", {"free": "180"}),
)
"""What is shown as an example."""
_LOCKED = 28  # seconds
_VISITS = 31
_TOUCHED = 20.0  # seconds ago


def walk(kiosk: Kiosk, language: str, pass_time: Callable[[float], None]) -> Iterator[tuple[str, str]]:
    """Shows one page after another in `language`; yields (name for the file, title) of each, and leaves none behind.

    `pass_time` moves the kiosk's clock.
    """
    desk, kept = kiosk.desk, kiosk.desk.state
    shown = StaffState()
    for _ in range(_VISITS):
        shown.count_visit(date.today())

    def do(*events: Event) -> None:
        for event in events:
            desk.apply(event)

    desk.use(shown)
    desk.words.speak(language)
    do(Held())
    yield "staff-no-pin", "Staff: no PIN has been set"
    shown.pin_set = shown.key_files = True
    do(Shut(), Held(), Digit(), Digit())
    yield "staff-pin", "Staff: the PIN"
    do(Enter(), Verified(None))
    yield "staff-wrong", "Staff: a wrong PIN"
    shown.wait = _LOCKED
    do(Shut(), Held())
    yield "staff-locked", "Staff: five wrong PINs"
    shown.wait = 0
    do(Shut())
    kiosk.chooseLanguage(language)
    pass_time(_TOUCHED)
    do(Held(), KeyFound(Role.DESK))
    yield "staff-panel", "Staff: the panel"
    do(StartFresh(_TOUCHED))
    yield "staff-ask-fresh", "Staff: start fresh while somebody is there"
    do(Refuse(), Ask(Asked.RESTART))
    yield "staff-ask-restart", "Staff: restart"
    do(Refuse(), Check())
    yield "staff-check", "Staff: touch check"
    do(LeaveCheck(), Shut())
    desk.tell_needs(NEEDS)
    do(Held(), KeyFound(Role.IT))
    yield "staff-needs", "Staff: the panel of IT, with something to do"
    do(Ask(Asked.BROKEN))
    yield "staff-ask-broken", "Staff: out of order"
    desk.tell_needs(())
    do(Refuse(), Pause())
    yield "staff-paused", "Back soon"
    do(Held(), KeyFound(Role.DESK))
    yield "staff-panel-paused", "Staff: the panel while the screen is paused"
    do(Resume(), Clean())
    desk.tell_share(0.4)
    yield "staff-wipe", "Wipe-down"
    desk.tell_share(0.0)
    do(LeaveClean(), HoursAre(Rest.DIM))
    yield "staff-dim", "Outside the opening hours"
    do(HoursAre(Rest.NONE))
    desk.use(kept)
    desk.words.speak("")
