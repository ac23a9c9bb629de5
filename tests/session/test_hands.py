"""Palms and doubled taps, by their rules alone."""

from __future__ import annotations

import pytest

from kiosk.session.hands import QUIET, TOGETHER, WIDE, Contact, Hands, doubled, emptied, lifted, pressed

NEAR = 20.0  # mm from one contact of a hand to the next


def laid(*contacts: tuple[float, float, float], hands: Hands | None = None) -> Hands:
    """Contacts (seconds, x and y in mm) that come down in this order and stay."""
    now = hands or Hands()
    first = max(now.down, default=-1) + 1
    for ident, (at, x, y) in enumerate(contacts, first):
        now = pressed(now, ident, Contact(at, x, y))
    return now


FAR = WIDE + 1
LATE = TOGETHER + 0.001
CASES: dict[str, tuple[list[tuple[float, float, float]], bool]] = {
    "one finger": ([(0, 0, 0)], False),
    "a pinch": ([(0, 0, 0), (0.01, 60, 0)], False),
    "three fingers": ([(0, 0, 0), (0, NEAR, 0), (0, 0, NEAR)], False),
    "four fingers at once": ([(0, n * NEAR, 0) for n in range(4)], True),
    "a whole hand, one after another": ([(n * 0.05, n * NEAR, n) for n in range(5)], True),
    "a forearm of contacts in a row": ([(n * 0.02, n * WIDE / 3, 0) for n in range(4)], True),
    "the last one a moment too late": ([(0, 0, 0), (0, NEAR, 0), (0, 0, NEAR), (LATE, NEAR, NEAR)], False),
    "the last one just in time": ([(0, 0, 0), (0, NEAR, 0), (0, 0, NEAR), (TOGETHER, NEAR, NEAR)], True),
    "the last one too far away": ([(0, 0, 0), (0, NEAR, 0), (0, 0, NEAR), (0, FAR, 0)], False),
    "near the last one, but not one another": ([(0, 0, 0), (0, FAR, 0), (0, FAR, 1), (0, FAR / 2, 0)], False),
    "two people with two fingers each": ([(0, 0, 0), (0, NEAR, 0), (0, 300, 0), (0, 300 + NEAR, 0)], False),
    "a palm beside somebody's finger": ([(0, 400, 0), *[(0.1, n * NEAR, 0.0) for n in range(4)]], True),
    "fingers that come in their own time": ([(n * 0.2, n * NEAR, 0) for n in range(8)], False),
    "ten contacts at the ends of the glass": ([(0, n % 2 * 400, n * 50) for n in range(10)], False),
    "ten contacts of two hands": ([(0, n % 2 * 400, n * 10) for n in range(10)], True),
}


@pytest.mark.parametrize("case", CASES)
def test_a_palm_is_four_contacts_that_come_together(case: str) -> None:
    contacts, palm = CASES[case]
    assert bool(laid(*contacts).palm) is palm


def test_contacts_that_were_lifted_meanwhile_belong_to_the_palm_too() -> None:
    """A hand that rolls over the glass."""
    three = laid((0, 0, 0), (0.05, NEAR, 0), (0.1, 2 * NEAR, 0))
    hands = pressed(lifted(three, 0), 3, Contact(0.15, 3 * NEAR, 0))
    assert hands.palm == {1, 2, 3}


def test_what_came_before_the_glass_was_empty_is_forgotten() -> None:
    """Somebody who taps very quickly has no palm; and nobody's touches are remembered."""
    hands = Hands()
    for number in range(8):
        hands = lifted(pressed(hands, number, Contact(number * 0.05, 0, 0)), number)
        assert hands == Hands()


def test_nothing_acts_until_every_contact_of_the_palm_is_lifted() -> None:
    hands = laid(*((0, n * NEAR, 0) for n in range(5)))
    late = pressed(hands, 9, Contact(7, 500, 500))  # one more finger meanwhile
    for ident in (3, 0, 1, 9, 2):
        assert late.palm
        late = lifted(late, ident)
    assert late.palm
    assert lifted(late, 4) == Hands()


def test_what_lay_there_before_the_palm_need_not_be_lifted() -> None:
    dirt = laid((0, 0, 0))
    hands = laid(*((9, n * NEAR, 0) for n in range(4)), hands=dirt)
    assert hands.palm == {1, 2, 3, 4}
    for ident in (1, 2, 3, 4):
        hands = lifted(hands, ident)
    assert not hands.palm
    assert not pressed(hands, 5, Contact(9.1, 50, 50)).palm  # a finger at once after it


def test_emptied_keeps_only_when_something_acted() -> None:
    hands = Hands(acted=4.0)
    assert emptied(laid(*((5, n * NEAR, 0) for n in range(5)), hands=hands)) == hands


SOON, THEN = QUIET - 0.001, QUIET


@pytest.mark.parametrize(
    ("down", "up", "dropped"),
    [
        (0.0, 0.0, True),
        (0.05, 0.1, True),
        (SOON, SOON + 0.05, True),
        (SOON, 9.0, True),  # it began too soon, however long it lasts
        (THEN, THEN + 0.05, False),
        (8.0, 8.1, False),
        (-0.1, 0.1, True),  # another finger, down before and lifted too soon
        (-0.1, SOON, True),
        (-0.1, THEN, False),
        (-5.0, 5.0, False),
    ],
)
def test_a_tap_too_soon_after_one_that_acted_is_doubled(down: float, up: float, dropped: bool) -> None:
    assert doubled(Hands(acted=0.0), down, up) is dropped


def test_where_nothing_has_acted_no_tap_is_doubled() -> None:
    assert not doubled(Hands(), 0.0, 0.1)
