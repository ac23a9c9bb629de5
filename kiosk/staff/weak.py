"""Which PINs are too easy to guess.

Owns the rules and the sentence for each. Must not know where a PIN is kept; no sentence has a digit of a PIN in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

LEAST, MOST = 6, 8
"""How many digits a PIN has."""
_LINES = ("123", "456", "789", "147", "258", "369", "159", "357")
"""The rows, columns and diagonals of a number pad."""
_EITHER_WAY = frozenset({*_LINES, *(line[::-1] for line in _LINES)})
_AROUND = "12369874" * 2
"""The keys around the 5."""
_FAMOUS = ("31415926", "27182818", "14142135", "11235813", "14285714", "52013145")


def weakness(digits: str, phones: Iterable[str] = ()) -> str:
    """Why `digits` will not do as a PIN, as a plain sentence; empty where they will. `phones`: the site's own."""
    if not (digits.isascii() and digits.isdigit() and LEAST <= len(digits) <= MOST):
        return f"a PIN has {LEAST} to {MOST} digits, and nothing else"
    if len(set(digits)) < 3:
        return "it has fewer than three different digits"
    if _repeats(digits):
        return "it says the same digits again"
    if _even_steps(digits) or _runs(digits):
        return "its digits stand in a row, up or down"
    if _is_line(digits) or digits in _AROUND or digits in _AROUND[::-1]:
        return "its keys lie in lines on the number pad"
    if _runs(digits[::2]) and _runs(digits[1::2]):
        return "every other digit of it stands in a row, up or down"
    if digits == digits[::-1]:
        return "it reads the same backward"
    if any(famous.startswith(digits) for famous in _FAMOUS):
        return "it is a number that many know by heart"
    if _is_date(digits):
        return "it looks like a date or a year"
    if any(digits in "".join(sign for sign in phone if sign.isdigit()) for phone in phones):
        return "it is a part of one of this site's telephone numbers"
    return ""


def _even_steps(digits: str) -> bool:
    """456789, 890123, 975319: always as far from one to the next, 0 after 9."""
    return len({(int(b) - int(a)) % 10 for a, b in pairwise(digits)}) == 1


def _runs(digits: str) -> bool:
    """123789, 555432: nothing but runs of three digits or more, up, down or on the spot."""
    ways = [(int(b) - int(a)) % 10 for a, b in pairwise(digits)]
    start = 0
    while len(digits) - start >= 3 and ways[start] in (0, 1, 9):
        end = start + 1
        while end < len(ways) and ways[end] == ways[start]:
            end += 1
        if end - start < 2:
            return False
        start = end + 1
    return start >= len(digits)


def _repeats(digits: str) -> bool:
    """121212, 123123, 12341234, and 112233: a part over and over, or every digit at least twice in a row."""
    half = len(digits) // 2
    over = any(digits[part:] == digits[:-part] for part in range(1, half + 1))
    padded = f" {digits} "
    lonely = any(padded[i - 1] != padded[i] != padded[i + 1] for i in range(1, len(padded) - 1))
    return over or not lonely


def _is_date(digits: str) -> bool:
    """Six digits as day, month and year in the three usual orders; or a year (1900 to 2099) first or last."""
    if any(1900 <= int(part) <= 2099 for part in (digits[:4], digits[-4:])):
        return True
    if len(digits) != LEAST:
        return False
    one, two, three = (int(digits[i : i + 2]) for i in (0, 2, 4))
    return any(1 <= day <= 31 and 1 <= month <= 12 for day, month in ((one, two), (two, one), (three, two)))


def _is_line(digits: str) -> bool:
    """147258, 15935728: lines of the number pad one after the other, the last one perhaps cut short."""
    parts = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    return all(any(line.startswith(part) for line in _EITHER_WAY) or part == "0" for part in parts)
