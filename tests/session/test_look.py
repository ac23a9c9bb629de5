"""The explorer's part of a session, on a fake clock."""

from __future__ import annotations

import pytest
from msgspec.structs import fields, replace

from kiosk.session.look import (
    ChooseSpot,
    GoToStep,
    Look,
    Mode,
    MoveView,
    OpenExplorer,
    OpenPair,
    OpenPicture,
    PlaceLens,
    PlayGuide,
    SetLayout,
    SetTrueSize,
    SetWipe,
    ShowMode,
    ShowRings,
)
from kiosk.session.model import (
    ChooseLanguage,
    Done,
    Event,
    GoBack,
    GoHome,
    Input,
    KeepGoing,
    OpenTopic,
    Reset,
    Rules,
    Screen,
    Session,
    Tick,
)
from kiosk.session.step import EXPLORER, fresh, idle_limit, next_deadline, step

STEPS = (8.0, 10.0, 12.0)
RULES = Rules(
    idle_seconds=60,
    warning_seconds=45,
    words_on=lambda _language, topic: 200 if topic == EXPLORER else 0,
    step_seconds=lambda _language, number: STEPS[number] if number < len(STEPS) else 0.0,
)
VIEW = (50.0, 60.0, 8.0)


def play(*events: Event, start: Session | None = None, now: float = 0.0) -> Session:
    session = start or step(fresh(RULES), ChooseLanguage("en"), now, RULES)
    for event in events:
        session = step(session, event, now, RULES)
    return session


def test_the_explorer_is_one_step_from_home_and_back_leads_there() -> None:
    there = play(OpenExplorer())
    assert there.screen is Screen.EXPLORER
    assert there.look == Look()
    assert play(GoBack(), start=there).screen is Screen.HOME


@pytest.mark.parametrize("mode", [m for m in Mode if m is not Mode.LOOK])
def test_back_leaves_a_mode_first(mode: Mode) -> None:
    there = play(OpenExplorer(), ShowMode(mode))
    assert there.look.mode is mode
    once = play(GoBack(), start=there)
    assert (once.screen, once.look.mode) == (Screen.EXPLORER, Mode.LOOK)
    assert play(GoBack(), start=once).screen is Screen.HOME


def test_back_puts_the_lens_away_then_the_spot_and_only_then_leads_home() -> None:
    there = play(OpenExplorer(), ChooseSpot("p", "s"), PlaceLens((1, 2)))
    without_lens = play(GoBack(), start=there)
    assert (without_lens.look.lens, without_lens.look.spot) == (None, "s")
    without_spot = play(GoBack(), start=without_lens)
    assert (without_spot.screen, without_spot.look.spot) == (Screen.EXPLORER, "")
    assert play(GoBack(), start=without_spot).screen is Screen.HOME


def test_choosing_a_spot_shows_it_and_closing_leaves_the_view() -> None:
    there = play(OpenExplorer(), MoveView(VIEW), PlaceLens((1, 2)), ChooseSpot("p", "s"))
    assert (there.look.spot, there.look.view, there.look.lens) == ("s", None, None)
    assert there.look.rings, "a chosen spot is pointed at"
    moved = play(MoveView(VIEW), ChooseSpot("p", ""), start=there)
    assert (moved.look.spot, moved.look.view) == ("", VIEW)
    assert moved.look.seen == {"p/s"}


def test_a_spot_from_the_list_leads_back_to_the_picture() -> None:
    there = play(OpenExplorer(), ShowMode(Mode.SPOTS), ChooseSpot("p", "s"))
    assert (there.look.mode, there.look.spot) == (Mode.LOOK, "s")


def test_lists_keep_the_view_but_modes_with_a_view_of_their_own_do_not() -> None:
    there = play(OpenExplorer(), MoveView(VIEW))
    assert play(ShowMode(Mode.SPOTS), GoBack(), start=there).look.view == VIEW
    for mode in (Mode.GUIDE, Mode.COMPARE, Mode.SIZES):
        entered = play(ShowMode(mode), start=there)
        assert entered.look.view is None
        assert play(MoveView(VIEW), GoBack(), start=entered).look.view is None


def test_another_picture_starts_whole_and_without_spot_or_lens() -> None:
    there = play(OpenExplorer(), ChooseSpot("p", "s"), MoveView(VIEW), PlaceLens((1, 2)), OpenPicture("q"))
    assert (there.look.picture, there.look.spot, there.look.view, there.look.lens) == ("q", "", None, None)


def test_a_pair_is_seen_from_its_middle_and_the_wipe_stays_on_the_glass() -> None:
    there = play(OpenExplorer(), OpenPair("size"))
    assert (there.look.mode, there.look.pair, there.look.wipe) == (Mode.COMPARE, "size", 0.5)
    assert play(SetWipe(7), start=there).look.wipe == 1
    assert play(SetWipe(-7), start=there).look.wipe == 0
    assert play(SetWipe(0.2), OpenPair("look"), start=there).look.wipe == 0.5
    assert play(GoBack(), start=there).look.pair == ""


def test_leaving_the_explorer_keeps_only_which_spots_were_seen() -> None:
    there = play(OpenExplorer(), ChooseSpot("p", "s"), MoveView(VIEW), ShowMode(Mode.GUIDE))
    for event in (GoHome(), OpenTopic("t")):
        assert play(event, start=there).look == Look(seen=frozenset({"p/s"}))
    assert play(GoHome(), OpenExplorer(), start=there).look == Look(seen=frozenset({"p/s"}))


def test_explorer_events_elsewhere_change_nothing() -> None:
    home = play()
    for event in (MoveView(VIEW), ShowMode(Mode.GUIDE), PlayGuide(True), ChooseSpot("p", "s")):
        assert play(event, start=home) == home


def test_the_language_keeps_place_spot_and_zoom() -> None:
    there = play(OpenExplorer(), ChooseSpot("p", "s"), MoveView(VIEW), ShowRings(False))
    assert play(ChooseLanguage("es"), start=there).look == there.look


# --- the guided path ---


def at(now: float, event: Event, session: Session) -> Session:
    return step(session, event, now, RULES)


def test_the_guided_path_goes_on_by_itself_and_ends() -> None:
    there = play(OpenExplorer(), ShowMode(Mode.GUIDE))
    assert there.look.playing
    assert next_deadline(there, RULES) == 8
    assert at(7.9, Tick(), there) == there
    second = at(8, Tick(), there)
    assert (second.look.step, second.look.step_since, second.last_input) == (1, 8, 8)
    third = at(18, Tick(), second)
    ended = at(30, Tick(), third)
    assert (ended.look.step, ended.look.playing) == (2, False)
    assert next_deadline(ended, RULES) == 90, "nobody is warned before the usual limit after the end"


def test_pause_and_steps_by_hand() -> None:
    there = play(OpenExplorer(), ShowMode(Mode.GUIDE))
    paused = at(3, PlayGuide(False), there)
    assert next_deadline(paused, RULES) == 63
    again = at(20, PlayGuide(True), paused)
    assert next_deadline(again, RULES) == 28, "a step that goes on is read from its beginning"
    by_hand = at(22, GoToStep(2), again)
    assert (by_hand.look.step, next_deadline(by_hand, RULES)) == (2, 34)
    assert at(5, GoToStep(-1), there).look.step == 0


def test_a_step_begins_with_its_own_view() -> None:
    there = play(OpenExplorer(), ShowMode(Mode.GUIDE), MoveView(VIEW))
    assert at(8, GoToStep(1), there).look.view is None


@pytest.mark.parametrize("event", [MoveView(VIEW), PlaceLens((1.0, 2.0))])
def test_a_hand_on_the_picture_pauses_the_path(event: Event) -> None:
    there = play(OpenExplorer(), ShowMode(Mode.GUIDE), event)
    assert not there.look.playing
    assert at(8, Tick(), there) == there


def test_leaving_stops_the_path() -> None:
    there = play(OpenExplorer(), ShowMode(Mode.GUIDE))
    for event in (GoBack(), GoHome()):
        gone = play(event, start=there)
        assert not gone.look.playing
        assert next_deadline(gone, RULES) == 60


def test_the_list_of_spots_is_given_time_to_read() -> None:
    there = play(OpenExplorer())
    assert idle_limit(there, RULES) == 60
    assert idle_limit(play(ShowMode(Mode.SPOTS), start=there), RULES) == 120


EVENTS: tuple[Event, ...] = (
    Input(),
    Tick(),
    OpenExplorer(),
    ChooseSpot("p", "s"),
    OpenPicture("q"),
    ChooseSpot("q", "t"),
    ChooseSpot("q", ""),
    MoveView(VIEW),
    ShowRings(True),
    PlaceLens((1.0, 2.0)),
    ShowMode(Mode.GUIDE),
    ShowMode(Mode.SIZES),
    OpenPair("a"),
    SetLayout("wipe"),
    SetWipe(0.2),
    SetTrueSize(True),
    GoToStep(2),
    PlayGuide(False),
    KeepGoing(),
    GoBack(),
    Done(),
)


def test_after_any_path_through_the_explorer_a_reset_leaves_nothing() -> None:
    """Over every state that these events can reach (times folded), each one reset; every field is used."""
    seen: set[Session] = set()
    edge = [play(OpenExplorer())]
    while edge:
        session = edge.pop()
        for event in EVENTS:
            after = step(session, event, 0.0, RULES)
            after = replace(after, look=replace(after.look, step_since=0.0))
            if after not in seen:
                seen.add(after)
                edge.append(after)
            assert step(after, Reset(), 1.0, RULES) == fresh(RULES)
    late = step(play(OpenExplorer(), ShowMode(Mode.GUIDE)), Tick(), 8.0, RULES)
    changed = {
        f.name for f in fields(Look) for s in (*seen, late) if getattr(s.look, f.name) != getattr(Look(), f.name)
    }
    assert changed == {f.name for f in fields(Look)}
