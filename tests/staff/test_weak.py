"""Which PINs will not do, and why."""

from __future__ import annotations

import random

import pytest

from kiosk.staff.weak import weakness

PHONES = ("940-555-0101", "+1 (817) 555 0102")
DIGITS = "a PIN has 6 to 8 digits, and nothing else"
FEW = "it has fewer than three different digits"
ROW = "its digits stand in a row, up or down"
OTHER = "every other digit of it stands in a row, up or down"
AGAIN = "it says the same digits again"
BACKWARD = "it reads the same backward"
DATE = "it looks like a date or a year"
LINES = "its keys lie in lines on the number pad"
KNOWN = "it is a number that many know by heart"
PHONE = "it is a part of one of this site's telephone numbers"

WEAK = {
    DIGITS: ("", "49275", "492751683", "49275a", " 492751", "492751\n", "٤٩٢٧٥١", "-492751", "49 2751"),
    FEW: ("000000", "11111111", "121212", "1212121", "111222", "100000", "33434343"),
    ROW: (
        "123456",
        "654321",
        "12345678",
        "890123",
        "210987",
        "135791",
        "246802",
        "1357913",
        "123789",
        "987123",
    ),
    OTHER: ("142536", "918273", "4152637"),
    AGAIN: ("123123", "495495", "49274927", "112233", "99448855", "11224455"),
    BACKWARD: ("495594", "4952594", "49277294"),
    DATE: ("010190", "311299", "123190", "991231", "199007", "071984", "15071984", "19840715", "2024571"),
    LINES: ("147258", "258369", "369147", "159357", "753951", "963852", "1472580", "12369874", "698741", "14725836"),
    KNOWN: ("314159", "3141592", "31415926", "271828", "112358", "1123581", "520131"),
    PHONE: ("940555", "5550101", "4055501", "18175550", "555010"),
}


@pytest.mark.parametrize(("digits", "why"), [(pin, why) for why, pins in WEAK.items() for pin in pins])
def test_what_is_easily_guessed_is_named_for_what_it_is(digits: str, why: str) -> None:
    assert weakness(digits, PHONES) == why


@pytest.mark.parametrize("digits", ["492751", "836205", "4927516", "83620571", "607394", "501868"])
def test_a_pin_that_nobody_guesses_will_do(digits: str) -> None:
    assert weakness(digits, PHONES) == ""


def test_no_sentence_repeats_a_digit_of_the_pin() -> None:
    told = {why for why in WEAK if any(sign.isdigit() for sign in why)}
    assert told == {DIGITS}, "its digits are the rule's"


def test_most_numbers_will_do() -> None:
    chance = random.Random(6)
    tried = [f"{chance.randrange(10**size):0{size}d}" for size in (6, 7, 8) for _ in range(3000)]
    fine = sum(not weakness(digits, PHONES) for digits in tried)
    assert fine > 0.85 * len(tried)
