"""The queue of what is read, by its table alone: every answer of an engine, however late, often or never it comes.

Long because: each rule of the queue, from a late answer to a page below a sheet, is one test.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from kiosk.speech import player
from kiosk.speech.model import Utterance
from kiosk.speech.player import BEGIN_SECONDS, LETTER_SECONDS, ROOM_SECONDS, Reading, State

THREE = tuple(Utterance(text, "en") for text in ("One.", "Two, somewhat longer.", "Three."))


def asked(at: int = 0, now: float = 10.0) -> Reading:
    """The sentence number `at` was given to the engine."""
    reading = player.begin(Reading(), THREE, now)
    for _ in range(at):
        reading = player.following(reading, now)
    return reading


def speaking(at: int = 0, now: float = 11.0) -> Reading:
    reading = asked(at, now)
    return player.heard(reading, reading.turn, now)


def paused(at: int = 1, now: float = 12.0) -> Reading:
    return player.pause(speaking(at, now), now)


def over() -> Reading:
    """All of it was said."""
    reading = speaking(2)
    return player.said(reading, reading.turn, 13)


ASIDE = (Utterance("Go on. Button.", "en"),)
SILENT, ASKED, SPEAKING, PAUSED, OVER = Reading(), asked(1), speaking(1), paused(1), over()
STATES = {"silent": SILENT, "asked": ASKED, "speaking": SPEAKING, "paused": PAUSED, "over": OVER}


def test_a_page_is_said_sentence_by_sentence_to_its_end() -> None:
    reading, heard = player.begin(Reading(), THREE, 0), []
    for now in range(1, 4):
        assert reading.state is State.ASKED
        assert reading.utterance is not None
        heard.append(reading.utterance)
        reading = player.heard(reading, reading.turn, now)
        assert (reading.state, reading.since) == (State.SPEAKING, now)
        reading = player.said(reading, reading.turn, now + 0.5)
    assert tuple(heard) == THREE
    assert (reading.state, reading.busy, reading.utterance) == (State.SILENT, False, None)


@pytest.mark.parametrize(
    ("start", "act", "state", "at"),
    [
        # what a visitor asks for, wherever the reading stands
        ("silent", player.pause, State.SILENT, 0),
        ("asked", player.pause, State.PAUSED, 1),
        ("speaking", player.pause, State.PAUSED, 1),
        ("paused", player.pause, State.PAUSED, 1),
        ("over", player.pause, State.SILENT, 3),
        ("silent", player.go_on, State.SILENT, 0),
        ("asked", player.go_on, State.ASKED, 1),
        ("speaking", player.go_on, State.SPEAKING, 1),
        ("paused", player.go_on, State.ASKED, 1),
        ("over", player.go_on, State.ASKED, 0),
        ("silent", player.again, State.SILENT, 0),
        ("asked", player.again, State.ASKED, 1),
        ("speaking", player.again, State.ASKED, 1),
        ("paused", player.again, State.ASKED, 1),
        ("over", player.again, State.ASKED, 0),
        ("silent", player.following, State.SILENT, 0),
        ("asked", player.following, State.ASKED, 2),
        ("speaking", player.following, State.ASKED, 2),
        ("paused", player.following, State.ASKED, 2),
        ("over", player.following, State.SILENT, 3),
    ],
)
@pytest.mark.standard("A4")
def test_pause_go_on_again_and_next(
    start: str, act: Callable[[Reading, float], Reading], state: State, at: int
) -> None:
    after = act(STATES[start], 20)
    assert (after.state, after.at) == (state, at)


@pytest.mark.parametrize("start", STATES)
def test_silence_forgets_everything(start: str) -> None:
    after = player.silence(STATES[start], 20)
    assert (after.queue, after.at, after.state, after.utterance) == ((), 0, State.SILENT, None)
    assert after.turn > STATES[start].turn


@pytest.mark.parametrize("start", STATES)
def test_a_new_page_begins_at_its_start_wherever_the_old_one_stood(start: str) -> None:
    new = (Utterance("New.", "es"),)
    after = player.begin(STATES[start], new, 20)
    assert (after.queue, after.at, after.state, after.since) == (new, 0, State.ASKED, 20)
    assert after.turn > STATES[start].turn


@pytest.mark.parametrize("start", STATES)
def test_nothing_to_say_is_silence(start: str) -> None:
    after = player.begin(STATES[start], (), 20)
    assert (after.state, after.busy, after.utterance) == (State.SILENT, False, None)
    assert player.deadline(after, 100) is None
    assert not player.following(player.again(player.go_on(after, 21), 21), 21).busy


ACTS: tuple[Callable[[Reading, float], Reading], ...] = (
    player.pause,
    player.go_on,
    player.again,
    player.following,
    player.silence,
    lambda reading, now: player.begin(reading, THREE, now),
    lambda reading, now: player.aside(reading, ASIDE, now),
)


@pytest.mark.parametrize("start", STATES)
@pytest.mark.parametrize("answer", [player.heard, player.said])
def test_an_answer_to_an_older_turn_is_none(start: str, answer: Callable[[Reading, int, float], Reading]) -> None:
    reading = STATES[start]
    for turn in (*range(reading.turn), reading.turn + 1, -1):
        assert answer(reading, turn, 20) == reading
    for act in ACTS:
        after = act(reading, 20)
        if after != reading and reading.turn:
            assert answer(after, reading.turn, 21) == after


def test_answers_that_come_twice_count_once() -> None:
    first = asked()
    once = player.heard(first, first.turn, 11)
    assert player.heard(once, first.turn, 12) == once
    second = player.said(once, first.turn, 13)
    assert player.said(second, first.turn, 14) == second
    assert second.at == 1


def test_an_engine_that_never_says_that_it_began_still_ends() -> None:
    first = asked()
    assert player.said(first, first.turn, 11).at == 1


@pytest.mark.parametrize("start", ["silent", "paused", "over"])
def test_an_engine_that_talks_unasked_moves_nothing(start: str) -> None:
    reading = STATES[start]
    for _ in range(50):
        assert player.heard(reading, reading.turn, 20) == reading
        assert player.said(reading, reading.turn, 20) == reading


def test_a_flood_of_answers_reads_nothing_faster_and_skips_nothing() -> None:
    reading = asked()
    for step in range(3):
        turn = reading.turn
        for wrong in range(turn - 3, turn):
            reading = player.said(player.heard(reading, wrong, 20), wrong, 20)
        assert reading.at == step
        for _ in range(20):
            reading = player.said(player.heard(reading, turn, 20), turn, 20)
        assert reading.at == step + 1
    assert not reading.busy


def test_each_turn_has_a_number_of_its_own() -> None:
    reading, turns = Reading(), [0]
    for act in ACTS * 3:
        reading = act(reading, 20)
        if reading.state is State.ASKED:
            turns.append(reading.turn)
    assert turns == sorted(set(turns))


# --- what is said in between ---


@pytest.mark.parametrize("start", ["asked", "speaking", "paused"])
def test_an_aside_keeps_the_place_and_the_page_waits_there(start: str) -> None:
    said = player.aside(STATES[start], ASIDE, 20)
    assert (said.utterance, said.state, said.paused) == (ASIDE[0], State.ASKED, True)
    assert said.turn > STATES[start].turn
    after = player.said(said, said.turn, 21)
    assert (after.state, after.at, after.queue, after.kept) == (State.PAUSED, 1, THREE, None)
    assert after.turn > said.turn
    assert player.go_on(after, 22).utterance == THREE[1]


@pytest.mark.parametrize("start", ["silent", "over"])
def test_an_aside_where_nothing_is_being_read_begins_nothing(start: str) -> None:
    said = player.aside(STATES[start], ASIDE, 20)
    assert not said.paused
    after = player.said(said, said.turn, 21)
    assert (after.state, after.at, after.queue) == (State.SILENT, STATES[start].at, STATES[start].queue)


@pytest.mark.standard("A4")
def test_from_an_aside_each_wish_is_about_the_page() -> None:
    said = player.aside(SPEAKING, ASIDE, 20)
    assert (player.pause(said, 21).state, player.pause(said, 21).at) == (State.PAUSED, 1)
    for act, at in ((player.go_on, 1), (player.again, 1), (player.following, 2)):
        after = act(said, 21)
        assert (after.state, after.at, after.queue, after.kept) == (State.ASKED, at, THREE, None)
        assert after.turn > said.turn


def test_one_aside_after_another_still_leads_back_to_the_page() -> None:
    second = player.aside(player.aside(SPEAKING, ASIDE, 20), (Utterance("Next. Button.", "en"),), 21)
    after = player.said(second, second.turn, 22)
    assert (after.state, after.at, after.queue) == (State.PAUSED, 1, THREE)


def test_an_empty_aside_is_none() -> None:
    assert player.aside(SPEAKING, (), 20) == SPEAKING


def test_a_new_page_leaves_the_old_one_behind_for_good() -> None:
    new = player.begin(player.aside(SPEAKING, ASIDE, 20), ASIDE, 21)
    assert new.kept is None
    assert player.silence(player.aside(SPEAKING, ASIDE, 20), 21).kept is None


def page(*texts: str) -> tuple[Utterance, ...]:
    return tuple(Utterance(text, "en", key) for key, text in enumerate(texts))


@pytest.mark.parametrize(
    ("now", "goes_on"),
    [
        (page("A", "B", "C", "D"), "C"),
        (page("A", "B", "new", "more", "C", "D"), "C"),
        (page("A", "new", "D"), "new"),
        (page("A", "B"), None),
        (page("new", "other"), "new"),
    ],
)
def test_a_page_with_other_words_waits_at_the_same_place(now: tuple[Utterance, ...], goes_on: str | None) -> None:
    reading = player.begin(Reading(), page("A", "B", "C", "D"), 10)
    reading = player.following(player.following(reading, 10), 10)
    for start in (reading, player.aside(reading, ASIDE, 11)):
        after = player.moved(start, now, 20)
        assert (after.state, after.kept, after.queue) == (State.PAUSED, None, now)
        assert (after.utterance.text if after.utterance else None) == goes_on


def test_the_same_words_on_another_part_are_another_place() -> None:
    reading = player.begin(Reading(), page("Same", "B", "Same", "C"), 10)
    reading = player.following(player.following(reading, 10), 10)
    assert player.moved(reading, page("Same", "B", "Same", "C", "D"), 20).at == 2


def test_a_page_that_is_over_stays_over_with_other_words() -> None:
    after = player.moved(OVER, page("A", "B"), 20)
    assert (after.state, after.utterance) == (State.SILENT, None)


# --- how long an engine may take ---


@pytest.mark.parametrize("start", ["silent", "paused", "over"])
def test_where_nothing_is_asked_nothing_is_late(start: str) -> None:
    assert player.deadline(STATES[start], 100) is None


@pytest.mark.parametrize("speed", [75, 100, 160])
def test_an_engine_begins_soon_or_never(speed: int) -> None:
    assert player.deadline(asked(now=10), speed) == 10 + BEGIN_SECONDS


@pytest.mark.parametrize("speed", [75, 100, 160])
def test_a_long_sentence_and_a_slow_voice_have_more_time(speed: int) -> None:
    limit = player.deadline(speaking(1, now=11), speed)
    assert limit == pytest.approx(11 + len(THREE[1].text) * LETTER_SECONDS * 100 / speed + ROOM_SECONDS)
    shorter = player.deadline(speaking(0, now=11), speed)
    assert shorter is not None
    assert limit is not None
    assert limit > shorter


def test_the_limit_runs_from_the_first_sound() -> None:
    first = asked(now=10)
    begun = player.heard(first, first.turn, 13.5)
    assert player.deadline(begun, 100) == 13.5 + len(THREE[0].text) * LETTER_SECONDS + ROOM_SECONDS


@pytest.mark.parametrize("aside", [False, True], ids=["page", "aside"])
def test_a_sentence_that_failed_is_given_anew_where_it_stood(aside: bool) -> None:
    reading = player.aside(SPEAKING, ASIDE, 20) if aside else SPEAKING
    anew = player.once_more(reading, 21)
    assert (anew.utterance, anew.kept, anew.state) == (reading.utterance, reading.kept, State.ASKED)
    assert anew.turn > reading.turn


def test_what_cannot_be_said_is_left_out_with_all_that_is_said_of_its_part() -> None:
    queue = tuple(Utterance(text, "en", key) for text, key in (("Korean.", 7), ("Button.", 7), ("Other.", 8)))
    first = player.begin(Reading(), queue, 10)
    assert player.left_out(first, 11).utterance == queue[2]
    assert player.left_out(player.left_out(first, 11), 12).utterance is None
    without = player.begin(Reading(), THREE, 10)
    assert player.left_out(without, 11).utterance == THREE[1]


def test_a_control_that_cannot_be_said_leads_back_to_the_page() -> None:
    named = (Utterance("Korean.", "ko", 7), Utterance("Button.", "en", 7))
    after = player.left_out(player.aside(SPEAKING, named, 20), 21)
    assert (after.state, after.at, after.queue) == (State.PAUSED, 1, THREE)


def test_a_turn_that_is_given_anew_has_all_its_time_again() -> None:
    again = player.again(speaking(1, now=11), 30)
    assert player.deadline(again, 100) == 30 + BEGIN_SECONDS
    assert player.go_on(replace(PAUSED, since=0), 40).since == 40
