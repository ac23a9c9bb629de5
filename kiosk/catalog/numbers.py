"""How a language writes a figure: decimal mark, group mark and the plural of its unit.

Owns the plural rules that the languages here need (Unicode CLDR). Must not know files.
"""

from __future__ import annotations

from collections.abc import Mapping

PLURALS = ("zero", "one", "two", "few", "many", "other", "fraction")
_GROUP_FROM = 5  # digits: 1000 needs no mark in any language, 10,000 does


def written(value: str, decimal: str, group: str) -> str:
    """`value` (`12000`, `0.5` or `1/50`) with a language's marks."""
    if "/" in value:
        return value
    whole, dot, rest = value.partition(".")
    if len(whole) >= _GROUP_FROM:
        whole = f"{int(whole):,}".replace(",", group)
    return whole + (decimal + rest if dot else "")


def form_for(value: str, language: str, forms: Mapping[str, str]) -> str:
    """The unit form that fits `value`, or `other` where the language has no such form."""
    wanted = ("fraction", "one") if "/" in value else (plural(value, language),)
    return next((forms[name] for name in wanted if name in forms), forms["other"])


def plural(value: str, language: str) -> str:
    """The plural (of `PLURALS`, without fraction) that a number takes in the language `language` (Unicode CLDR)."""
    language = language.partition("-")[0]
    if not value.isdigit():
        return "other"
    number = int(value)
    if language != "ar":
        return "one" if number == 1 else "other"
    if number < 3:
        return ("zero", "one", "two")[number]
    return "few" if 3 <= number % 100 <= 10 else "many" if number % 100 >= 11 else "other"
