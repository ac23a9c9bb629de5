"""From what stands on the screen to the sentences that say it."""

from __future__ import annotations

import pytest

from kiosk.speech import script
from kiosk.speech.model import Kind, Part, Phrases, Utterance

PHRASES = Phrases(
    "en",
    button="{name}. Button.",
    switch_on="{name}. Switch, on.",
    switch_off="{name}. Switch, off.",
    chosen="{name}. Chosen.",
    choice="{name}. Press OK to choose it.",
    tab="{name}. Tab.",
    tab_chosen="{name}. Tab, chosen.",
    open="{name}. Open.",
    closed="{name}. Closed.",
    picture="Picture. {name}",
)


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Every "|" ends a sentence."""
    found, at = [], 0
    for piece in text.split("|"):
        found.append((at, at + len(piece)))
        at += len(piece) + 1
    return tuple(found) if text else ()


def said(*parts: Part) -> list[str]:
    return [one.text for one in script.page(parts, PHRASES, split)]


def test_a_text_is_said_sentence_by_sentence_with_its_place() -> None:
    assert script.page([Part(7, Kind.TEXT, "One.|Two.")], PHRASES, split) == (
        Utterance("One.", "en", 7, 0, 4),
        Utterance("Two.", "en", 7, 5, 9),
    )


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part(1, Kind.BUTTON, "Home"), "Home. Button."),
        (Part(1, Kind.BUTTON, "Home", on=True), "Home. Chosen."),
        (Part(1, Kind.BUTTON, "Are they cancer?", opens=True), "Are they cancer? Closed."),
        (Part(1, Kind.BUTTON, "More", opens=True, on=True), "More. Open."),
        (Part(1, Kind.SWITCH, "Less motion", on=True), "Less motion. Switch, on."),
        (Part(1, Kind.SWITCH, "Less motion"), "Less motion. Switch, off."),
        (Part(1, Kind.CHOICE, "Large"), "Large. Press OK to choose it."),
        (Part(1, Kind.CHOICE, "Large", on=True), "Large. Chosen."),
        (Part(1, Kind.TAB, "Benign"), "Benign. Tab."),
        (Part(1, Kind.TAB, "Benign", on=True), "Benign. Tab, chosen."),
        (Part(1, Kind.PICTURE, "A ring."), "Picture. A ring."),
        (Part(1, Kind.HANDLE, "Move it."), "Move it."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_part_is_and_how_it_stands_is_said_with_its_name(part: Part, words: str) -> None:
    assert said(part) == [words]


def test_what_a_control_adds_follows_sentence_by_sentence() -> None:
    assert said(Part(1, Kind.SWITCH, "Contrast", "White.|Yellow.")) == ["Contrast. Switch, off.", "White.", "Yellow."]


def test_a_name_of_another_language_is_said_by_its_own_voice() -> None:
    parts = [Part(3, Kind.CHOICE, "Español", language="es")]
    assert script.page(parts, PHRASES, split) == (
        Utterance("Español", "es", 3),
        Utterance("Press OK to choose it.", "en", 3),
    )


def test_what_stands_in_the_bar_is_not_read_with_the_page() -> None:
    assert said(Part(1, Kind.BUTTON, "Home", in_bar=True), Part(2, Kind.TEXT, "Words")) == ["Words"]


def test_signs_for_the_layout_never_reach_the_engine() -> None:
    assert said(Part(1, Kind.TEXT, "\u2068Mayo\u2069"), Part(2, Kind.BUTTON, "\u2066911\u2069")) == [
        "Mayo",
        "911. Button.",
    ]


def test_news_is_what_was_not_there_as_often_or_stood_otherwise() -> None:
    before = [Part(1, Kind.TEXT, "Old"), Part(2, Kind.SWITCH, "Switch")]
    now = [Part(9, Kind.TEXT, "Old"), Part(2, Kind.SWITCH, "Switch", on=True), Part(3, Kind.TEXT, "Old")]
    assert script.news(before, now) == (now[1], now[2])


@pytest.mark.parametrize("kind", [Kind.TAB, Kind.CHOICE])
def test_of_a_few_only_the_one_that_was_chosen_is_news(kind: Kind) -> None:
    before = [Part(1, kind, "Benign", on=True), Part(2, kind, "Probably benign")]
    now = [Part(1, kind, "Benign"), Part(2, kind, "Probably benign", on=True)]
    assert script.news(before, now) == (now[1],)
    assert script.news(before, (now[0], before[1])) == (now[0],), "none is chosen: that is news"
    assert script.news((), now) == tuple(now), "all of them are new"


def test_a_switch_that_goes_off_is_news_whatever_else_goes_on() -> None:
    before = [Part(1, Kind.SWITCH, "Contrast", on=True), Part(2, Kind.SWITCH, "Motion")]
    now = [Part(1, Kind.SWITCH, "Contrast"), Part(2, Kind.SWITCH, "Motion", on=True)]
    assert script.news(before, now) == tuple(now)
