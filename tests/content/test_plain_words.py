"""Every English page is in plain words, whatever a site decides. `tests.content.plain_words` says what is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.paths import CONTENT
from tests.content.pages import Page, decisions, pages
from tests.content.plain_words import RULES, grade, sentences, words
from tests.content.tree import change, copied, read, topics

PLANTS = {
    "easy to read": "Accompanying individuals facilitate communication. Considerable anxiety necessitates preparation. "
    "Institutional regulations unfortunately predetermine accompaniment. Radiological examinations require undressing.",
    "short on average": " ".join(
        ["We take it one step at a time so that you can go home and rest when it is done."] * 20
    ),
    "never long": "We look at one spot and then at the next one and so on until we have seen each one of them all.",
    "no 'do not worry'": "So don’t worry.",
    "a number beside 'rare'": "That is rare. We saw 2 last year.",
    "no 'significant'": "The change was not significant.",
    "results in words": "You may get a positive result.",
    "nothing 'fails'": "At times the needle fails.",
    "no 'victim'": "Help is there for victims of cancer.",
    "no bare 'abnormal'": "Some cells look abnormal.",
    "no hard word": "The specks form a cluster.",
    "no percent": "About 2% of them do.",
    "one denominator": "About 1 in 8 women do.",
    "no sign by color or place alone": "To go on, touch the green button.",
}


def problems(rule: str, content: Path) -> list[str]:
    return [problem for page in pages(content) for problem in RULES[rule](page)]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.standard("A18", "C2")
def test_every_english_page_keeps_the_rule(rule: str) -> None:
    assert problems(rule, CONTENT) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_planted_fault_breaks_the_rule_and_is_named_with_its_page(rule: str, tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "en/questions.yaml", lambda entries: entries["bring_someone"]["text"].__setitem__(0, PLANTS[rule]))
    assert [found for found in problems(rule, content) if found.startswith("questions.bring_someone: ")]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in ("easy to read", "short on average")])
def test_the_rule_reads_tabs_expanders_the_interface_and_the_explorer(rule: str, tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "en/report.yaml", lambda page: page["suspicious_means"]["text"].append(PLANTS[rule]))
    change(content, "en/found.yaml", lambda page: page["needle"].update(short=PLANTS[rule]))
    change(content, "en/interface.yaml", lambda groups: groups["thanks"].update(text=PLANTS[rule]))
    change(content, "en/explorer.yaml", lambda words: words["guide"]["next"].update(text=PLANTS[rule]))
    change(content, "en/explorer.yaml", lambda words: words["pairs"]["look"].update(text=PLANTS[rule]))
    change(content, "en/explorer.yaml", lambda words: words["spots"]["powder"].update(alt=PLANTS[rule]))
    assert {found.partition(":")[0] for found in problems(rule, content)} == {
        *("report", "found", "interface"),
        *("explorer.guide", "explorer.pairs", "explorer.pictures.closer-cc-c"),
    }


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("a number beside 'rare'", "That is rare: it happens to 2 of 100 people."),
        ("results in words", "Negative. That means nothing of concern was seen."),
        ("no bare 'abnormal'", "Abnormal means not like the cells around it."),
        ("one denominator", "About 2 in 100 do, or 2 out of 100. Of 100 biopsies, 15 to 30 do. It is one of two ways."),
        ("one denominator", "Plan 30 to 45 minutes in all."),
        ("no sign by color or place alone", "Touch a word to see what it means. At the bottom of a cup lies calcium."),
    ],
)
def test_what_the_rules_allow(rule: str, line: str) -> None:
    assert list(RULES[rule](Page("page", (line,)))) == []


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("no 'do not worry'", "There is no need to worry."),
        ("no 'do not worry'", "Do not be worried."),
        ("one denominator", "It is one in ten."),
        ("one denominator", "It is 3 out of every 8."),
        ("one denominator", "We saw 3 of 8."),
        ("no percent", "It is two per cent."),
        ("a number beside 'rare'", "It very rarely happens. It happens to 2 of 100."),
        ("results in words", "A negative test."),
        ("no sign by color or place alone", "Press the key on the left."),
    ],
)
def test_other_ways_to_say_it_are_found_too(rule: str, line: str) -> None:
    assert len(list(RULES[rule](Page("page", (line,))))) == 1


def test_how_sentences_and_words_are_counted() -> None:
    lines = ("Tiny white spots", "Under 0.5 mm wide. Really? Yes!", "The word is “benign.” It means: not cancer.")
    found = sentences(lines)
    assert found == [
        "Tiny white spots",
        "Under 0.5 mm wide.",
        "Really?",
        "Yes!",
        "The word is “benign.”",
        "It means: not cancer.",
    ]
    assert [len(words(sentence)) for sentence in found] == [3, 4, 1, 1, 4, 4]
    assert words("X-rays – I’m ready") == ["X-rays", "I’m", "ready"]


def test_a_decimal_point_does_not_make_a_sentence_look_shorter() -> None:
    assert grade(["Micro specks are usually under 0.5 mm wide."]) == grade(
        ["Micro specks are usually under 05 mm wide."]
    )


def test_all_pages_of_all_decisions_are_read() -> None:
    found = pages(CONTENT)
    names = {page.name for page in found}
    assert names == {
        *topics(CONTENT),
        *(f"questions.{entry}" for entry in read(CONTENT, "en/questions.yaml")),
        "interface",
        *("explorer.title", "explorer.pairs", "explorer.sizes", "explorer.guide"),
        *(f"explorer.pictures.{picture['id']}" for picture in read(CONTENT, "explorer.yaml")["pictures"]),
    }
    assert len(decisions(CONTENT)) == 4
    report = ["\n".join(page.lines) for page in found if page.name == "report"]
    assert len(report) == 4
    assert sum("At 12 and 24 months" in page for page in report) == 2
    assert sum("over a full year" in page for page in report) == 2
    assert sum("your yearly screening mammogram" in page for page in report) == 2
