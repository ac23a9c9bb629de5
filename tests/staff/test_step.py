"""The front desk's side of the glass on a fake clock."""

from __future__ import annotations

import pytest
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
from kiosk.staff.step import clean_seconds, door_seconds, in_force, next_deadline, step

RULES = Rules(contact_seconds=90, awake_seconds=300)
SIX = [(1.0, Digit())] * 6


def play(*events: tuple[float, Event], start: Desk | None = None) -> Desk:
    desk = start or Desk()
    for now, event in events:
        desk = step(desk, event, now, RULES)
    return desk


def pad(now: float = 0.0) -> Desk:
    return play((now, Held()))


def panel(role: Role = Role.DESK, now: float = 0.0) -> Desk:
    return play((now, Held()), (now, KeyFound(role)))


def test_the_corner_opens_the_pad_and_the_right_pin_the_panel() -> None:
    asked = play(*SIX, (2, Enter()), start=pad())
    assert (asked.door, asked.verifying, asked.digits) == (Door.PAD, True, 6)
    opened = play((3, Verified(Role.DESK)), start=asked)
    assert (opened.door, opened.role, opened.digits, opened.verifying) == (Door.PANEL, Role.DESK, 0, False)


def test_a_wrong_pin_empties_the_dots_and_says_so_until_the_next_digit() -> None:
    wrong = play(*SIX, (2, Enter()), (3, Verified(None)), start=pad())
    assert (wrong.door, wrong.digits, wrong.wrong, wrong.verifying) == (Door.PAD, 0, True, False)
    assert not play((4, Digit()), start=wrong).wrong


def test_no_more_than_eight_digits_are_taken_none_while_one_is_checked_and_fewer_than_six_are_no_pin() -> None:
    assert play(*SIX * 2, start=pad()).digits == 8
    assert play((1, Digit()), (2, Erase()), (2, Erase()), start=pad()).digits == 0
    assert not play(*SIX[1:], (2, Enter()), start=pad()).verifying
    checking = play(*SIX, (2, Enter()), start=pad())
    assert play((3, Digit()), (3, Erase()), (3, Enter()), start=checking) == checking


def test_an_answer_that_nobody_waits_for_opens_nothing() -> None:
    assert play((1, Verified(Role.IT)), start=pad()).door is Door.PAD
    late = play(*SIX, (2, Enter()), (40, Tick()), (41, Verified(Role.IT)), start=pad())
    assert late == replace(Desk(), used_at=2)
    assert play((1, KeyFound(Role.IT))) == Desk()


def test_the_pad_closes_thirty_seconds_after_the_last_key() -> None:
    desk = play((20, Digit()), start=pad())
    assert next_deadline(desk, RULES) == 50
    assert door_seconds(desk, RULES, 45) == 5
    assert play((25, Touched()), (49.9, Tick()), start=desk).door is Door.PAD
    assert play((50, Tick()), start=desk) == replace(Desk(), used_at=20)


def test_the_panel_locks_itself_a_minute_after_the_last_touch() -> None:
    desk = play((30, Touched()), start=panel())
    assert play((89.9, Tick()), start=desk).door is Door.PANEL
    locked = play((90, Tick()), start=desk)
    assert (locked.door, locked.role) == (Door.SHUT, None)


def test_the_touch_check_leads_back_to_the_panel_and_ends_by_itself_with_it() -> None:
    check = play((1, Check()), start=panel())
    assert check.door is Door.CHECK
    assert play((2, LeaveCheck()), start=check).door is Door.PANEL
    drawn = play((50, Touched()), (109, Tick()), start=check)
    assert drawn.door is Door.CHECK
    assert play((110, Tick()), start=drawn).door is Door.SHUT
    assert play((2, Ask(Asked.RESTART)), start=check) == check, "there is no button for it here"


@pytest.mark.parametrize(("ago", "asks"), [(None, False), (0.0, True), (29.9, True), (30.0, False), (600.0, False)])
def test_starting_fresh_asks_where_somebody_touched_the_glass_lately(ago: float | None, asks: bool) -> None:
    desk = play((1, StartFresh(ago)), start=panel())
    assert (desk.asked, desk.wipes) == ((Asked.FRESH, 0) if asks else (Asked.NOTHING, 1))
    if asks:
        assert play((2, Refuse()), start=desk) == replace(panel(), used_at=2)
        confirmed = play((2, Confirm()), start=desk)
        assert (confirmed.door, confirmed.wipes) == (Door.SHUT, 1)


def test_starting_fresh_at_the_panel_opens_a_paused_kiosk_and_from_outside_it_stays_paused() -> None:
    paused = Desk(rest=Rest.PAUSED)
    at_panel = play((0, Held()), (1, KeyFound(Role.DESK)), (2, StartFresh(None)), start=paused)
    assert (at_panel.door, at_panel.rest, at_panel.wipes) == (Door.SHUT, Rest.NONE, 1)
    outside = play((2, StartFresh(None)), start=paused)
    assert (outside.rest, outside.wipes) == (Rest.PAUSED, 1)


def test_from_outside_a_start_afresh_is_refused_while_somebody_is_there_and_can_be_forced() -> None:
    assert play((1, StartFresh(5))) == Desk()
    assert play((1, StartFresh(None))).wipes == 1


def test_restart_and_out_of_order_are_always_asked() -> None:
    asked = play((1, Ask(Asked.RESTART)), start=panel())
    assert (asked.asked, asked.restarts) == (Asked.RESTART, 0)
    assert play((2, Confirm()), start=asked).restarts == 1
    broken = play((1, Ask(Asked.BROKEN)), (2, Confirm()), start=panel(Role.IT))
    assert (broken.door, broken.rest, broken.wipes) == (Door.SHUT, Rest.BROKEN, 1)


def test_the_desk_may_not_set_the_kiosk_out_of_order() -> None:
    assert play((1, Ask(Asked.BROKEN)), (2, Confirm()), start=panel()) == replace(panel(), used_at=1)


@pytest.mark.parametrize("event", [Ask(Asked.RESTART), Confirm(), Check(), Refuse(), LeaveCheck()])
def test_nothing_of_the_panel_can_be_asked_for_without_it(event: Event) -> None:
    assert step(Desk(), event, 1, RULES) == Desk()
    assert step(pad(), event, 1, RULES) == pad()


def test_a_pause_wipes_shuts_the_panel_and_lasts_until_it_is_ended() -> None:
    paused = play((1, Pause()), start=panel())
    assert (paused.door, paused.rest, paused.wipes) == (Door.SHUT, Rest.PAUSED, 1)
    assert next_deadline(paused, RULES) is None
    again = play((10, Held()), (11, KeyFound(Role.DESK)), start=paused)
    assert (again.door, in_force(again)) == (Door.PANEL, Rest.PAUSED)
    open_again = play((12, Resume()), start=again)
    assert (open_again.door, open_again.rest, open_again.wipes) == (Door.SHUT, Rest.NONE, 1)


@pytest.mark.parametrize("before", [Rest.NONE, Rest.PAUSED, Rest.BROKEN])
def test_a_wipe_down_ends_by_itself_and_what_was_before_is_again(before: Rest) -> None:
    desk = Desk(rest=before)
    cleaning = play((1, Clean()), start=desk)
    assert (cleaning.rest, cleaning.wipes) == (Rest.CLEANING, 1)
    assert clean_seconds(cleaning, RULES, 61) == 30
    assert play((2, Clean()), (3, Held()), (4, Touched()), (90.9, Tick()), start=cleaning) == cleaning
    assert play((91, Tick()), start=cleaning).rest is before
    assert play((20, LeaveClean()), start=cleaning).rest is before


@pytest.mark.parametrize("dark", [Rest.DIM, Rest.OFF])
def test_outside_the_opening_hours_a_touch_wakes_and_five_minutes_without_one_darken_again(dark: Rest) -> None:
    night = play((0, HoursAre(dark)))
    assert (in_force(night), night.wipes) == (dark, 1)
    lit = play((10, Touched()), start=night)
    assert in_force(lit) is Rest.NONE
    used = play((100, Touched()), (399.9, Tick()), start=lit)
    assert in_force(used) is Rest.NONE
    dark_again = play((400, Tick()), start=used)
    assert (in_force(dark_again), dark_again.wipes) == (dark, 2)
    assert in_force(play((500, HoursAre(Rest.NONE)), start=dark_again)) is Rest.NONE


def test_nobody_is_left_in_the_dark_in_the_middle_of_a_visit() -> None:
    desk = play((0, Visit(True)), (10, HoursAre(Rest.DIM)), (20, HoursAre(Rest.OFF)), (5000, Tick()))
    assert (in_force(desk), desk.wipes) == (Rest.NONE, 0)
    assert in_force(play((5001, Visit(False)), (5001, Tick()), start=desk)) is Rest.OFF


def test_staff_at_the_panel_are_not_left_in_the_dark() -> None:
    desk = play((10, HoursAre(Rest.OFF)), start=panel())
    assert in_force(desk) is Rest.NONE
    left = play((20, Shut()), start=desk)
    assert in_force(left) is Rest.NONE
    assert in_force(play((320, Tick()), start=left)) is Rest.OFF


def test_a_paused_kiosk_is_dark_at_night_and_wakes_to_its_pause() -> None:
    desk = play((0, Pause()), (10, HoursAre(Rest.OFF)))
    assert in_force(desk) is Rest.OFF
    assert in_force(play((20, Touched()), start=desk)) is Rest.PAUSED


def test_a_wipe_down_in_the_evening_stays_a_wipe_down() -> None:
    desk = play((0, Clean()), (10, HoursAre(Rest.OFF)), (20, Touched()))
    assert in_force(desk) is Rest.CLEANING
    assert in_force(play((90, Tick()), start=desk)) is Rest.NONE, "somebody is at the glass"


def test_the_opening_hours_ask_for_nothing_but_dim_and_off() -> None:
    assert play((0, HoursAre(Rest.PAUSED))) == Desk()


def test_a_restart_from_outside_needs_no_panel() -> None:
    assert play((0, Restart())).restarts == 1
