"""How languages write figures."""

from __future__ import annotations

import pytest

from kiosk.catalog.numbers import form_for, written

ARABIC = {"zero": "zero", "one": "one", "two": "two", "few": "few", "many": "many", "other": "other"}


@pytest.mark.parametrize(
    ("value", "decimal", "group", "text"),
    [
        ("5", ".", ",", "5"),
        ("1000", ".", ",", "1000"),
        ("12000", ".", ",", "12,000"),
        ("1234567", ",", ".", "1.234.567"),
        ("12345.5", ",", "\u202f", "12\u202f345,5"),
        ("0.5", ",", ".", "0,5"),
        ("1/50", ",", ".", "1/50"),
        ("007", ".", ",", "007"),
    ],
)
def test_marks_inside_numbers_are_the_language_s(value: str, decimal: str, group: str, text: str) -> None:
    assert written(value, decimal, group) == text


@pytest.mark.parametrize(
    ("value", "form"),
    [("0", "zero"), ("1", "one"), ("2", "two"), ("3", "few"), ("10", "few"), ("11", "many"), ("99", "many"),
     ("100", "other"), ("102", "other"), ("103", "few"), ("0.5", "other"), ("1/50", "one")],
)  # fmt: skip
def test_arabic_has_six_plurals(value: str, form: str) -> None:
    assert form_for(value, "ar", ARABIC) == form


@pytest.mark.parametrize(("value", "form"), [("1", "one"), ("0", "other"), ("2", "other"), ("1.0", "other")])
def test_english_and_its_like_have_two(value: str, form: str) -> None:
    assert form_for(value, "en-US", ARABIC) == form


def test_a_form_that_a_language_does_not_have_is_the_main_one() -> None:
    assert form_for("1", "zh-Hans", {"other": "main"}) == "main"
    assert form_for("1/50", "es", {"other": "main", "fraction": "part"}) == "part"
