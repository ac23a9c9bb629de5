"""One visitor's session on a fake clock."""

from __future__ import annotations

import pytest
from msgspec.structs import fields, replace

from kiosk.session.look import ChooseSpot, OpenExplorer
from kiosk.session.model import (
    ChooseLanguage,
    ChooseTab,
    CloseOverlay,
    Done,
    Event,
    GoBack,
    GoHome,
    Input,
    KeepGoing,
    OpenCenters,
    OpenTopic,
    Overlay,
    Reset,
    Rules,
    Screen,
    Scrolled,
    Session,
    SetComfort,
    ShowEase,
    ShowHelp,
    ShowLanguages,
    Tick,
    ToggleBlock,
)
from kiosk.session.step import fresh, idle_limit, next_deadline, seconds_left, step
from kiosk.session.voice import ReadAloud
from tests.session.playing import player

WORDS = {"": 40, "short": 50, "long": 400, "endless": 5000}
RULES = Rules(idle_seconds=60, warning_seconds=45, words_on=lambda _language, topic: WORDS[topic])


play = player(RULES)


def home(now: float = 0.0) -> Session:
    return play((now, ChooseLanguage("en")))


def test_a_touch_on_the_empty_first_screen_changes_and_arms_nothing() -> None:
    session = play((5, Input()), (6, Input()))
    assert session == fresh(RULES)
    assert next_deadline(session, RULES) is None
    assert play((10_000, Tick()), start=session) == fresh(RULES)


def test_choosing_a_language_opens_home_at_once_and_arms_the_limit() -> None:
    session = home(7)
    assert (session.screen, session.language) == (Screen.HOME, "en")
    assert next_deadline(session, RULES) == 67


def test_no_input_leads_to_the_warning_and_then_to_a_fresh_session() -> None:
    session = home()
    assert play((59.9, Tick()), start=session).warned_at is None
    warned = play((60, Tick()), start=session)
    assert warned.warned_at == 60
    assert seconds_left(warned, RULES, 70) == 35
    assert play((104.9, Tick()), start=warned).warned_at == 60
    assert play((105, Tick()), start=warned) == fresh(RULES)


@pytest.mark.parametrize("event", [Input(), Scrolled(0.3), ToggleBlock("a"), OpenTopic("short"), GoHome()])
def test_every_input_postpones_the_warning(event: Event) -> None:
    session = play((50, event), start=home())
    assert next_deadline(session, RULES) == 110


@pytest.mark.standard("C8")
def test_the_warning_can_be_answered_without_limit() -> None:
    session, now = home(), 0.0
    for _ in range(50):
        now += 60
        session = play((now, Tick()), start=session)
        assert session.warned_at == now
        now += 44
        session = play((now, KeepGoing()), start=session)
        assert session.warned_at is None
    assert session.screen is Screen.HOME


def test_a_touch_beside_the_buttons_does_not_answer_the_warning() -> None:
    warned = play((60, Tick()), start=home())
    for event in (Input(), GoHome(), OpenTopic("short"), Scrolled(0.5)):
        assert step(warned, event, 70, RULES) == warned


def test_keep_going_keeps_the_place() -> None:
    there = play((1, OpenTopic("short")), (2, ToggleBlock("b")), (3, Scrolled(0.4)), start=home())
    again = play((63, Tick()), (70, KeepGoing()), start=there)
    assert replace(again, last_input=None) == replace(there, last_input=None)


@pytest.mark.parametrize(
    ("topic", "percent", "seconds"),
    [
        ("", 100, 60),
        ("short", 100, 60),
        ("long", 100, 240),
        ("long", 125, 240),
        ("long", 150, 360),
        ("short", 200, 90),
        ("endless", 100, 600),
        ("endless", 200, 600),
    ],
)
@pytest.mark.standard("C8")
def test_long_pages_and_large_text_wait_longer(topic: str, percent: int, seconds: float) -> None:
    session = play((1, SetComfort(text_percent=percent)), start=home())
    if topic:
        session = play((2, OpenTopic(topic)), start=session)
    assert idle_limit(session, RULES) == seconds


def test_done_wipes_at_once_and_the_thank_you_ends_by_itself() -> None:
    visit = play((1, OpenTopic("long")), (2, ToggleBlock("b")), (3, Scrolled(1)), start=home())
    thanked = step(visit, Done(), 10, RULES)
    assert thanked.screen is Screen.THANKS
    assert thanked == replace(fresh(RULES), screen=Screen.THANKS, language="en", thanked_at=10)
    assert step(thanked, Input(), 11, RULES) == thanked
    assert play((11.9, Tick()), start=thanked) == thanked
    assert play((12, Tick()), start=thanked) == fresh(RULES)


def test_done_from_the_warning_thanks_too() -> None:
    warned = play((60, Tick()), start=home())
    assert step(warned, Done(), 61, RULES).screen is Screen.THANKS


def test_back_goes_one_up_and_home_keeps_its_place() -> None:
    session = play((1, Scrolled(0.5)), (2, OpenTopic("short")), (3, Scrolled(0.9)), start=home())
    assert (session.screen, session.scroll) == (Screen.TOPIC, 0.9)
    back = step(session, GoBack(), 4, RULES)
    assert (back.screen, back.topic, back.scroll) == (Screen.HOME, "", 0.5)
    assert step(play((5, OpenCenters()), start=back), GoBack(), 6, RULES).screen is Screen.HOME


def test_next_topic_from_a_topic_still_is_one_step_from_home() -> None:
    session = play((1, OpenTopic("short")), (2, OpenTopic("long")), (3, GoBack()), start=home())
    assert session.screen is Screen.HOME
    assert session.visited == {"short", "long"}


def test_switching_the_language_keeps_the_place() -> None:
    there = play(
        (1, OpenTopic("long")),
        (2, ChooseTab("t")),
        (3, ToggleBlock("b")),
        (4, Scrolled(0.4)),
        (5, ShowLanguages()),
        start=home(),
    )
    assert there.overlay is Overlay.LANGUAGES
    after = step(there, ChooseLanguage("es"), 6, RULES)
    assert after == replace(there, language="es", overlay=Overlay.NONE, last_input=6)


def test_back_closes_a_sheet_first() -> None:
    open_sheet = play((1, OpenTopic("short")), (2, ShowLanguages()), start=home())
    assert step(open_sheet, GoBack(), 3, RULES).screen is Screen.TOPIC
    assert step(open_sheet, CloseOverlay(), 3, RULES).overlay is Overlay.NONE


def test_one_expander_is_open_at_a_time() -> None:
    session = play((1, OpenTopic("short")), (2, ToggleBlock("a")), (3, ToggleBlock("b")), start=home())
    assert session.open_block == "b"
    assert step(session, ToggleBlock("b"), 4, RULES).open_block == ""


def test_an_unknown_text_size_is_ignored() -> None:
    assert play((1, SetComfort(text_percent=999)), start=home()).text_percent == 100


def test_larger_text_on_the_first_screen_is_forgotten_when_nobody_goes_on() -> None:
    session = play((0, SetComfort(text_percent=200)))
    assert (session.screen, session.text_percent) == (Screen.ATTRACT, 200)
    limit = idle_limit(session, RULES)
    assert play((limit - 1, Tick()), start=session) == session
    assert play((limit, Tick()), start=session) == fresh(RULES)


def test_the_sheets_of_the_first_screen_arm_the_limit_and_a_closed_one_leaves_nothing() -> None:
    for opening in (ShowEase(), ShowHelp(), ShowLanguages()):
        opened = play((5, opening))
        assert (opened.screen, opened.overlay != Overlay.NONE, opened.last_input) == (Screen.ATTRACT, True, 5)
        for closing in (CloseOverlay(), GoBack()):
            assert step(opened, closing, 6, RULES) == fresh(RULES)
        assert play((64, Input()), (70, Tick()), start=opened).overlay is opened.overlay
        assert play((65, Tick()), start=opened) == fresh(RULES)


def test_lower_buttons_chosen_on_the_first_screen_stay_through_the_visit_and_end_with_it() -> None:
    chosen = play((1, ShowEase()), (2, SetComfort(lower_buttons=True)))
    visit = play((3, ChooseLanguage("es")), (4, CloseOverlay()), (5, OpenTopic("short")), start=chosen)
    assert (visit.screen, visit.lower_buttons) == (Screen.TOPIC, True)
    assert step(visit, Done(), 6, RULES).lower_buttons
    assert play((6, Done()), (8, Tick()), start=visit) == fresh(RULES)


def test_a_language_chosen_in_the_settings_leaves_them_open() -> None:
    first = play((1, ShowEase()), (2, ChooseLanguage("es")))
    assert (first.screen, first.language, first.overlay) == (Screen.HOME, "es", Overlay.EASE)
    later = play((3, CloseOverlay()), (4, OpenTopic("short")), (5, ShowEase()), (6, ChooseLanguage("en")), start=first)
    assert (later.topic, later.language, later.overlay) == ("short", "en", Overlay.EASE)
    assert play((1, ShowHelp()), (2, ChooseLanguage("es"))).overlay is Overlay.NONE


EVENTS: tuple[Event, ...] = (
    Input(),
    Tick(),
    ChooseLanguage("es"),
    ShowLanguages(),
    CloseOverlay(),
    OpenTopic("long"),
    OpenCenters(),
    OpenExplorer(),
    ChooseSpot("p", "s"),
    GoBack(),
    GoHome(),
    ToggleBlock("b"),
    ChooseTab("t"),
    Scrolled(0.7),
    KeepGoing(),
    Done(),
    SetComfort(text_percent=200, high_contrast=True, less_motion=True, lower_buttons=True),
    ShowEase(),
    ShowHelp(),
    ReadAloud(True),
)


def test_after_any_path_a_reset_leaves_the_fresh_value_and_nothing_else() -> None:
    """Breadth first over every state that these events can reach (times folded), each one reset."""
    seen: set[Session] = set()
    edge = [fresh(RULES)]
    while edge:
        session = edge.pop()
        for event in EVENTS:
            after = step(session, event, 0.0, RULES)
            if after not in seen:
                seen.add(after)
                edge.append(after)
            assert step(after, Reset(), 1.0, RULES) == fresh(RULES)
            if after.last_input is not None and after.screen is not Screen.ATTRACT:
                late = step(replace(after, warned_at=0.0), Tick(), 45.0, RULES)
                assert late == fresh(RULES)
    assert len(seen) > 200
    changed = {f.name for f in fields(Session) for s in seen if getattr(s, f.name) != getattr(fresh(RULES), f.name)}
    assert changed == {f.name for f in fields(Session)} - {"warned_at"}
