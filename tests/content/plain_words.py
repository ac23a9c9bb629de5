"""Rules for plain words. Each gives one sentence for every break of it: where, what is wrong, how to mend it.

How words and sentences are counted:
- Every line of a page ends a sentence: a title, a label, a list item and an answer too, with or without a full stop.
- Inside a line a sentence ends at a full stop, question mark or exclamation mark before a space; closing quotation
  marks after it belong to it. A colon ends none: "Ask your team: what comes next?" is one sentence of seven words.
- A word is what stands between two spaces and has a letter or a digit in it: "X-ray", "0.5" and "I’m" are one each.
- Titles and labels are short, so they flatter an average. Averages are therefore taken twice, over all sentences of a
  page and over those alone that end in a full stop, question or exclamation mark; the worse one counts.
- The reading level is textstat's Flesch-Kincaid grade. It gets the same sentences, each with one full stop at its end
  and none inside ("0.5" would make two of it). It counts sentences of one or two words as none, which is stricter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from statistics import fmean

import textstat  # type: ignore[import-untyped]

from tests.content.pages import Page

HIGHEST_GRADE = 6.0
MOST_WORDS_MEAN = 15
MOST_WORDS = 20

Rule = Callable[[Page], Iterator[str]]

_CLOSING = "”’\"')"
_SENTENCE_END = re.compile(rf"(?:(?<=[.?!])|(?<=[.?!][{_CLOSING}]))\s+")
_WORD = re.compile(r"\S*\w\S*")
_NUMBER = "(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|thousand)"


def sentences(lines: Iterable[str]) -> list[str]:
    """The sentences of these lines."""
    return [part for line in lines for part in _SENTENCE_END.split(line.strip()) if part]


def words(sentence: str) -> list[str]:
    """The words of a sentence."""
    return _WORD.findall(sentence)


def full(found: Iterable[str]) -> list[str]:
    """The sentences that end as sentences do."""
    return [sentence for sentence in found if sentence.rstrip(_CLOSING).endswith((".", "?", "!"))]


def grade(found: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of these sentences."""
    plain = (re.sub(r"[.?!]", "", sentence) for sentence in found)
    return float(textstat.flesch_kincaid_grade(" ".join(f"{sentence}." for sentence in plain)))


def easy_to_read(page: Page) -> Iterator[str]:
    """At most grade 6."""
    found = sentences(page.lines)
    worse = max(grade(found), grade(full(found)))
    if worse > HIGHEST_GRADE:
        yield f"{page.name}: reading grade {worse}; bring it to {HIGHEST_GRADE} with shorter words and sentences"


def short_on_average(page: Page) -> Iterator[str]:
    """At most 15 words a sentence."""
    found = sentences(page.lines)
    worse = max(fmean(len(words(sentence)) for sentence in some) for some in (found, full(found)))
    if worse > MOST_WORDS_MEAN:
        yield f"{page.name}: {worse:.1f} words a sentence; bring it to {MOST_WORDS_MEAN} by making two of some"


def never_long(page: Page) -> Iterator[str]:
    """No sentence of more than 20 words."""
    for sentence in sentences(page.lines):
        if len(words(sentence)) > MOST_WORDS:
            yield f"{page.name}: {len(words(sentence))} words in {sentence!r}; make two sentences of it"


def number_beside_rare(page: Page) -> Iterator[str]:
    """People read "rare" as anything from 0 to 80 of 100."""
    for sentence in sentences(page.lines):
        if re.search(r"\brar(e|ely|er|est|ity)\b", sentence, re.I) and not re.search(r"\d", sentence):
            yield f"{page.name}: 'rare' without a number in {sentence!r}; say how many of 100"


def _without(pattern: re.Pattern[str], mend: str, page: Page) -> Iterator[str]:
    for line in page.lines:
        if found := pattern.search(line):
            yield f"{page.name}: {found[0]!r} in {line!r}; {mend}"


def _explained(pattern: re.Pattern[str], mend: str, page: Page) -> Iterator[str]:
    """The word may stand where the same line says what it means."""
    for line in page.lines:
        found = pattern.search(line)
        if found and not re.search(r"\bmeans?\b", line, re.I):
            yield f"{page.name}: {found[0]!r} unexplained in {line!r}; {mend}"


def _no(pattern: str, mend: str) -> Rule:
    return partial(_without, re.compile(pattern, re.I), mend)


def _only_explained(pattern: str, mend: str) -> Rule:
    return partial(_explained, re.compile(pattern, re.I), mend)


RULES: dict[str, Rule] = {
    "easy to read": easy_to_read,
    "short on average": short_on_average,
    "never long": never_long,
    "no 'do not worry'": _no(
        r"\b(?:don['’]?t|do not|never|no need to|nothing to) (?:be )?worr(?:y|ied)\b",
        "say that worry is normal, and what the numbers say",
    ),
    "a number beside 'rare'": number_beside_rare,
    "no 'significant'": _no(r"\b(?:in)?significan\w*", "it sounds serious; say larger, smaller, more or fewer"),
    "results in words": _only_explained(
        r"\b(?:positive|negative)\b", "it is heard the wrong way round; add 'That means ...'"
    ),
    "nothing 'fails'": _no(r"\bfail\w*", "say what could not be done"),
    "no 'victim'": _no(r"\bvictim\w*", "say people"),
    "no bare 'abnormal'": _only_explained(r"\babnormal\w*", "say what was seen, or add 'That means ...'"),
    "no hard word": _only_explained(
        r"\b(?:lesions?|malignan\w*|clusters?|clustered)\b", "say spot, cancer or group, or add 'That means ...'"
    ),
    "no percent": _no(r"[%٪‰]|\bper ?cent\b|\bpercentages?\b", "say how many of 100"),
    "one denominator": _no(
        rf"\b(?:{_NUMBER}|one) (?:in|out of) (?:every )?(?!100\b|hundred\b){_NUMBER}\b"
        r"|\b[0-9]+ of (?:every )?(?!100\b)[0-9]+\b",
        "say how many of 100: only one denominator can be compared",
    ),
    "no sign by color or place alone": _no(
        r"\b(?:touch|tap|press|push|choose|pick)\b[^.?!]*"
        r"\b(?:red|green|blue|yellow|orange|purple|pink|black|left|right|above|below|top|bottom|corner)\b",
        "call it by its name: not everybody sees its color or its place",
    ),
}
