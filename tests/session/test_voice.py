"""Reading aloud as part of a session, on a fake clock: who listens is not hurried, and nothing outlives her visit.

Long because: each rule of a listener's visit, from the offer to the thank-you, is one test.
"""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import fields, replace

from kiosk.session.look import Mode, OpenExplorer, PlayGuide, ShowMode
from kiosk.session.model import (
    ChooseLanguage,
    CloseOverlay,
    Done,
    Event,
    GoBack,
    GoHome,
    Input,
    KeepGoing,
    OpenTopic,
    Overlay,
    Reset,
    Rules,
    Screen,
    Session,
    ShowKeys,
    ShowVoice,
    Tick,
)
from kiosk.session.step import LONGEST_THANKS, PAUSE_AFTER_VOICE, fresh, next_deadline, seconds_left, step
from kiosk.session.voice import SPEEDS, VOLUMES, LoseVoice, OfferVoice, ReadAloud, SetVoice, Speaking, Voice
from tests.session.playing import player

STEPS = (8.0, 10.0)
RULES = Rules(
    idle_seconds=60,
    warning_seconds=45,
    words_on=lambda _language, _topic: 0,
    volume=40,
    step_seconds=lambda _language, number: STEPS[number] if number < len(STEPS) else 0.0,
)


play = player(RULES)


def listening(now: float = 0.0) -> Session:
    """Home in English, read aloud, the voice still silent."""
    return play((now, ChooseLanguage("en")), (now, ReadAloud(True)))


# --- who listens is there ---


@pytest.mark.standard("A13")
def test_nobody_is_warned_while_the_voice_speaks() -> None:
    session = play((1, Speaking(True)), start=listening())
    assert next_deadline(session, RULES) is None
    assert play((10_000, Tick()), start=session) == session


@pytest.mark.standard("A13")
def test_when_the_voice_ends_the_limit_starts_anew() -> None:
    session = play((1, Speaking(True)), (500, Speaking(False)), start=listening())
    assert next_deadline(session, RULES) == 560
    assert play((559.9, Tick()), start=session).warned_at is None
    assert play((560, Tick()), start=session).warned_at == 560


def test_a_paused_voice_waits_no_longer_than_a_silent_screen() -> None:
    assert next_deadline(listening(7), RULES) == 67


def test_the_warning_counts_while_it_is_read() -> None:
    warned = play((60, Tick()), (60.1, Speaking(True)), start=listening())
    assert warned.warned_at == 60
    assert seconds_left(warned, RULES, 70) == 35
    assert next_deadline(warned, RULES) == 105
    assert play((80, Speaking(False)), start=warned).warned_at == 60
    assert play((105, Tick()), start=warned) == fresh(RULES)


def test_keep_going_while_the_warning_is_read_goes_on_where_she_was() -> None:
    there = play((1, OpenTopic("care")), start=listening())
    again = play((61, Tick()), (61.1, Speaking(True)), (70, KeepGoing()), start=there)
    assert (again.topic, again.warned_at, again.last_input) == ("care", None, 70)
    assert next_deadline(again, RULES) is None, "something is still being said"
    silent = play((71, Speaking(False)), start=again)
    assert next_deadline(silent, RULES) == 131


@pytest.mark.standard("A6")
def test_the_warning_s_voice_can_be_made_louder_and_can_fail_and_is_not_answered_by_it() -> None:
    warned = play((60, Tick()), (60.1, Speaking(True)), start=listening())
    louder = play((62, SetVoice(volume=100)), start=warned)
    assert louder == replace(warned, voice=replace(warned.voice, volume=100))
    for end in (ReadAloud(False), LoseVoice()):
        off = play((63, Speaking(False)), (63, end), start=louder)
        assert (off.voice.on, off.warned_at, next_deadline(off, RULES)) == (False, 60, 105)


# --- the guided path ---


def guided() -> Session:
    return play((0, OpenExplorer()), (0, ShowMode(Mode.GUIDE)), (0.1, Speaking(True)), start=listening())


def test_the_guided_path_waits_for_the_voice() -> None:
    assert play((50, Tick()), start=guided()).look.step == 0
    told = play((50, Speaking(False)), start=guided())
    assert next_deadline(told, RULES) == 50 + PAUSE_AFTER_VOICE
    assert play((50 + PAUSE_AFTER_VOICE, Tick()), start=told).look.step == 1


def test_a_step_that_is_read_quickly_stays_its_time_all_the_same() -> None:
    told = play((2, Speaking(False)), start=guided())
    assert next_deadline(told, RULES) == STEPS[0]


def test_a_path_that_was_stopped_is_not_started_by_the_voice() -> None:
    stopped = play((3, PlayGuide(False)), (4, Speaking(False)), start=guided())
    assert not stopped.look.playing
    assert next_deadline(stopped, RULES) == 64


# --- what she chose, and its end ---


@pytest.mark.standard("A7")
@pytest.mark.parametrize("end", [((9, Done()), (11, Tick())), ((9, Reset()),), ((61, Tick()), (106, Tick()))])
def test_volume_and_speed_end_with_the_visit(end: tuple[tuple[float, Event], ...]) -> None:
    visit = play((1, SetVoice(speed=160, volume=100)), start=listening())
    assert visit.voice == Voice(on=True, offered=True, speed=160, volume=100)
    after = play(*end, start=visit)
    assert after == fresh(RULES)
    assert after.voice == Voice(volume=40)


@pytest.mark.standard("A7")
def test_a_visit_begins_with_the_site_s_volume() -> None:
    assert fresh(RULES).voice.volume == 40
    assert fresh(replace(RULES, volume=80)).voice.volume == 80
    assert listening().voice.volume == 40


@pytest.mark.parametrize(
    ("asked", "got"),
    [
        (SetVoice(speed=100, volume=60), (100, 60)),
        (SetVoice(speed=1, volume=-5), (SPEEDS[0], VOLUMES[0])),
        (SetVoice(speed=999, volume=999), (SPEEDS[-1], VOLUMES[-1])),
        (SetVoice(speed=140, volume=71), (130, 80)),
        (SetVoice(speed=130), (130, 40)),
        (SetVoice(volume=20), (100, 20)),
        (SetVoice(), (100, 40)),
    ],
)
def test_what_is_not_on_offer_is_the_nearest_that_is(asked: SetVoice, got: tuple[int, int]) -> None:
    voice = play((1, asked), start=listening()).voice
    assert (voice.speed, voice.volume) == got


def test_switched_off_nothing_is_being_said() -> None:
    off = play((1, Speaking(True)), (2, ReadAloud(False)), start=listening())
    assert (off.voice.on, off.voice.speaking) == (False, False)
    assert next_deadline(off, RULES) == 62


# --- the offer ---


@pytest.mark.parametrize("start", [fresh(RULES), play((0, ChooseLanguage("en")))], ids=["first screen", "home"])
@pytest.mark.parametrize("answer", [ReadAloud(True), ReadAloud(False), CloseOverlay(), GoBack()])
def test_it_is_offered_once_in_a_visit(start: Session, answer: Event) -> None:
    asked = play((1, OfferVoice()), start=start)
    assert (asked.overlay, asked.voice.on) == (Overlay.OFFER, False)
    answered = play((2, answer), start=asked)
    assert answered.overlay is Overlay.NONE
    assert answered.voice.on is (answer == ReadAloud(True))
    assert answered.screen is start.screen, "an answer leads nowhere else"
    assert play((3, OfferVoice()), start=answered).overlay is Overlay.NONE


@pytest.mark.parametrize("asked", [OfferVoice(), OfferVoice(again=True)])
def test_who_listens_already_is_not_asked(asked: OfferVoice) -> None:
    assert play((1, asked), start=listening()).overlay is Overlay.NONE


@pytest.mark.parametrize("start", [fresh(RULES), play((0, ChooseLanguage("en")))], ids=["first screen", "home"])
def test_who_has_said_no_may_ask_for_it(start: Session) -> None:
    declined = play((1, OfferVoice()), (2, ReadAloud(False)), start=start)
    asked = play((3, OfferVoice(again=True)), start=declined)
    assert asked.overlay is Overlay.OFFER
    assert play((4, ReadAloud(True)), start=asked).voice.on


def test_the_next_visitor_is_asked_again() -> None:
    declined = play((1, OfferVoice()), (2, ReadAloud(False)), (3, Done()), (5, Tick()), start=listening())
    assert play((6, OfferVoice()), start=declined).overlay is Overlay.OFFER


@pytest.mark.parametrize("start", [fresh(RULES), play((0, ChooseLanguage("en")))], ids=["first screen", "home"])
def test_a_voice_that_is_lost_is_offered_once_more(start: Session) -> None:
    lost = play((1, ReadAloud(True)), (2, Speaking(True)), (3, LoseVoice()), start=start)
    assert (lost.voice.on, lost.voice.speaking, lost.screen) == (False, False, start.screen)
    assert play((4, OfferVoice()), start=lost).overlay is Overlay.OFFER


def test_a_question_that_could_not_be_said_stays() -> None:
    asked = play((1, OfferVoice()), (2, LoseVoice()), start=play((0, ChooseLanguage("en"))))
    assert asked.overlay is Overlay.OFFER


def test_a_language_chosen_on_the_offer_puts_it_away() -> None:
    assert play((1, OfferVoice()), (2, ChooseLanguage("es"))).overlay is Overlay.NONE


def test_the_warning_is_not_covered_by_an_offer() -> None:
    warned = play((0, ChooseLanguage("en")), (60, Tick()))
    assert play((61, OfferVoice()), start=warned) == warned


# --- the sheets ---


@pytest.mark.parametrize(("opening", "sheet"), [(ShowVoice(), Overlay.VOICE), (ShowKeys(), Overlay.KEYS)])
def test_the_sheets_open_anywhere_and_back_closes_them(opening: Event, sheet: Overlay) -> None:
    for start in (fresh(RULES), listening(), play((0, OpenTopic("care")), start=listening())):
        opened = play((1, opening), start=start)
        assert (opened.overlay, opened.screen) == (sheet, start.screen)
        closed = play((2, GoBack()), start=opened)
        assert (closed.overlay, closed.screen) == (Overlay.NONE, start.screen)


def test_an_answer_of_the_voice_leaves_a_sheet_open() -> None:
    opened = play((1, ShowVoice()), (2, SetVoice(volume=80)), (3, ReadAloud(True)), start=listening())
    assert opened.overlay is Overlay.VOICE


# --- before and after a visit ---


@pytest.mark.standard("A13")
def test_read_aloud_on_the_first_screen_is_forgotten_when_nobody_goes_on() -> None:
    waiting = play((5, ReadAloud(True)))
    assert (waiting.screen, waiting.voice.on) == (Screen.ATTRACT, True)
    spoken = play((6, Speaking(True)), (20, Speaking(False)), start=waiting)
    assert play((79.9, Tick()), start=spoken) == spoken
    assert play((80, Tick()), start=spoken) == fresh(RULES)


def test_read_aloud_from_the_first_screen_goes_on_with_the_visit() -> None:
    visit = play((5, ReadAloud(True)), (6, SetVoice(volume=100)), (7, ChooseLanguage("es")))
    assert (visit.screen, visit.voice.on, visit.voice.volume) == (Screen.HOME, True, 100)


def test_switched_off_again_the_first_screen_waits_for_nobody_for_long() -> None:
    """That it was offered is remembered as long as the limit, so that the next key does not ask again."""
    off = play((5, ReadAloud(True)), (6, ReadAloud(False)))
    assert play((66, Tick()), start=off) == fresh(RULES)


def test_a_late_word_of_the_engine_on_the_first_screen_arms_nothing() -> None:
    late = play((5, Speaking(True)))
    assert next_deadline(late, RULES) is None
    assert play((6, Speaking(False)), start=late) == fresh(RULES)
    assert play((5, Speaking(False))) == fresh(RULES)


def test_the_thank_you_stays_until_it_is_said() -> None:
    thanked = play((1, Done()), (1.1, Speaking(True)), start=listening())
    assert play((3, Tick()), start=thanked).screen is Screen.THANKS
    told = play((6, Speaking(False)), start=thanked)
    assert play((6, Tick()), start=told) == fresh(RULES)


def test_the_thank_you_ends_however_long_the_voice_takes() -> None:
    thanked = play((1, Done()), (1.1, Speaking(True)), start=listening())
    assert play((0.9 + LONGEST_THANKS, Tick()), start=thanked).screen is Screen.THANKS
    assert play((1 + LONGEST_THANKS, Tick()), start=thanked) == fresh(RULES)


def test_without_a_voice_the_thank_you_is_short() -> None:
    for start in (listening(), play((0, ChooseLanguage("en")))):
        thanked = play((1, Done()), (1.1, Speaking(False)), start=start)
        assert next_deadline(thanked, RULES) == 1 + RULES.thanks_seconds


def test_nothing_but_time_moves_the_thank_you() -> None:
    thanked = play((1, Done()), start=listening())
    for event in (ReadAloud(False), SetVoice(volume=100), OfferVoice(), ShowVoice(), ShowKeys(), Input()):
        assert play((1.5, event), start=thanked) == thanked


EVENTS: tuple[Event, ...] = (
    Tick(),
    ChooseLanguage("es"),
    OpenTopic("care"),
    GoBack(),
    GoHome(),
    ReadAloud(True),
    ReadAloud(False),
    OfferVoice(),
    OfferVoice(again=True),
    LoseVoice(),
    Speaking(True),
    Speaking(False),
    SetVoice(speed=160),
    SetVoice(volume=100),
    ShowVoice(),
    ShowKeys(),
    CloseOverlay(),
    KeepGoing(),
    Done(),
)


@pytest.mark.standard("A13")
def test_after_any_path_of_a_listener_a_reset_leaves_nothing() -> None:
    """Over every state that these events can reach (times folded); each field of the voice is used."""
    seen: set[Session] = set()
    edge = [fresh(RULES)]
    while edge:
        session = edge.pop()
        for event, warned in product(EVENTS, (False, True)):
            armed = session.last_input is not None and session.screen is not Screen.ATTRACT
            before = replace(session, warned_at=0.0) if warned and armed else session
            after = step(before, event, 0.0, RULES)
            assert step(after, Reset(), 1.0, RULES) == fresh(RULES)
            if after.warned_at is None and after not in seen:
                seen.add(after)
                edge.append(after)
    used = {
        f.name for f in fields(Voice) for s in seen if getattr(s.voice, f.name) != getattr(Voice(volume=40), f.name)
    }
    assert used == {f.name for f in fields(Voice)}
