"""Rules for figures and their sources. Each gives one sentence for every break of it: where, and what is wrong.

Owns which figures are two sides of one number, and which publishers are known to be institutions or journals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tests.content.pages import blocks, books
from tests.content.tree import cited, languages, read, texts, topics, word_files

SIDES = {
    "benign_cancer": "hundred",
    "probably_cancer": "probably_no_cancer",
    "biopsy_cancer_low": "biopsy_no_cancer_high",
    "biopsy_cancer_high": "biopsy_no_cancer_low",
    "callback_cancer": "callback_no_cancer",
    "four_a_cancer": "four_a_no_cancer",
    "four_b_cancer": "four_b_no_cancer",
    "four_c_cancer": "four_c_no_cancer",
    "four_a_cancer_low": "four_a_no_cancer_high",
    "four_b_cancer_low": "four_b_no_cancer_high",
    "four_c_cancer_high": "four_c_no_cancer_low",
    "five_cancer": "five_no_cancer",
    "q_early_stage": "q_later_stage",
    "q_artery_yes": "q_artery_no",
    "q_artery_event": "q_artery_no_event",
    "q_men_harmless": "q_men_look",
}
"""A number out of 100 and how many are left: who reads one reads the other beside it."""
DENOMINATOR = "hundred"
_BOTH_WAYS = SIDES | {other: one for one, other in SIDES.items() if other != DENOMINATOR}
_A_RISK = re.compile(r"\bof 100\b|\bother side\b", re.I)  # how `says` describes a number out of 100

DRAWN = {"least", "most"}
"""Sizes of drawn spots: they come from explorer.yaml and are nobody's finding."""

INSTITUTIONS = {
    "A.D.A.M. Medical Encyclopedia",
    "American Cancer Society",
    "American College of Surgeons, Commission on Cancer",
    "Cleveland Clinic",
    "Dana-Farber Cancer Institute",
    "Duke Health",
    "Emory Healthcare",
    "HL7",
    "Macmillan Cancer Support",
    "Mayo Clinic",
    "MedlinePlus",
    "National Cancer Institute",
    "Queensland Health",
    "Radiopaedia",
    "Royal Australian and New Zealand College of Radiologists",
    "Susan G. Komen",
    "UC San Diego Health",
    "UCSF Health",
    "UCSF Radiology",
    "US Food and Drug Administration",
}
JOURNALS = {
    "Circulation: Cardiovascular Imaging",
    "Cleveland Clinic Journal of Medicine",
    "International Food Research Journal",
    "International Journal of Cancer",
    "Journal of Cardiovascular Imaging",
    "Korean Journal of Radiology",
    "Mayo Clinic Proceedings",
    "Molecular and Clinical Oncology",
    "RadioGraphics",
    "Radiology (journal)",
    "Springer (book chapter)",
}


def facts_have_sources(content: Path) -> Iterator[str]:
    """Every figure has a value, a meaning and a source; every source says who, what, where and when it was read."""
    file = read(content, "facts.yaml")
    for name, fact in file["facts"].items():
        if not fact.get("value") or not fact.get("says"):
            yield f"{name}: no value, or nothing that says what it is"
        if not fact.get("sources"):
            yield f"{name}: no source"
        for source in fact.get("sources", ()):
            if source not in file["sources"]:
                yield f"{name}: no source is called {source!r}"
    for name, source in file["sources"].items():
        lacking = [key for key in ("publisher", "title", "where", "read") if not source.get(key, "").strip()]
        if lacking:
            yield f"source {name}: no {', '.join(lacking)}"
        if not _is_date(source.get("read", "")):
            yield f"source {name}: {source.get('read')!r} is not the day it was read"


def shown_sources_are_known(content: Path) -> Iterator[str]:
    """Under a page stand only institutions and journals; whoever adds one has looked at it."""
    book = books(content)[0]
    shown = {topic.id: topic.publishers for topic in book.topics}
    for name, publishers in (shown | {"explorer": book.explorer.publishers if book.explorer else ()}).items():
        if not publishers:
            yield f"{name}: no source is shown"
        for publisher in publishers:
            if publisher not in INSTITUTIONS | JOURNALS:
                yield f"{name}: {publisher!r} is no institution or journal listed here; look at it, then list it"


def figures_are_backed(content: Path) -> Iterator[str]:
    """A figure on a page comes from one of the sources that the page names; 100 is a way of counting, not a finding."""
    facts = read(content, "facts.yaml")["facts"]
    for place, source_ids, words in _sourced(content):
        for name in dict.fromkeys(cited(" ".join(text for _, text in texts(words)))):
            if name not in {DENOMINATOR, *DRAWN} and not set(source_ids) & set(facts[name]["sources"]):
                yield f"{place}: {{{name}}} comes from none of {', '.join(source_ids)}"


def sides_are_told(content: Path) -> Iterator[str]:
    """Where one side of a number stands, the other side and the hundred stand too, in the same block or table row."""
    for code in languages(content):
        for place, unit in _units(content, code):
            names = set(cited(" ".join(text for _, text in texts(unit))))
            for name in sorted(names & _BOTH_WAYS.keys()):
                lacking = {_BOTH_WAYS[name], DENOMINATOR} - names
                if lacking:
                    yield f"{place}: {{{name}}} without {', '.join(sorted(lacking))}"


def sides_are_complete(content: Path) -> Iterator[str]:
    """Each two sides are 100 together, and no figure out of 100 is missing from the list of them."""
    facts = read(content, "facts.yaml")["facts"]
    for one, other in SIDES.items():
        total = sum(int(facts[name]["value"]) for name in (one, other))
        if total != 100:
            yield f"{one} and {other}: {total} together, not 100"
    for name, fact in facts.items():
        if _A_RISK.search(fact["says"]) and name not in _BOTH_WAYS:
            yield f"{name}: a number out of 100, but no other side is listed for it here, in SIDES"


def pebbles_are_a_hundred(content: Path) -> Iterator[str]:
    """Every array of pebbles has 100; "probably benign" shows 2 that are only outlines."""
    hollow: list[int] = []
    for topic, block in blocks(content):
        if block.kind != "pebbles":
            continue
        total = sum(item.count for item in block.items)
        if total != 100:
            yield f"{topic}.{block.id}: {total} pebbles"
        if (topic, block.id) == ("report", "probably_numbers"):
            hollow += [item.count for item in block.items if item.stone == "hollow"]
            if not block.big.startswith("2 or fewer in 100"):
                yield f"{topic}.{block.id}: its number is {block.big!r}, not '2 or fewer in 100'"
    if set(hollow) != {2}:
        yield f"report.probably_numbers: {hollow} hollow pebbles, not 2"


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _sourced(content: Path) -> Iterator[tuple[str, list[str], Any]]:
    """The words that answer to one list of sources: a topic, one question, the explorer."""
    yield "explorer", read(content, "explorer.yaml")["sources"], read(content, "en/explorer.yaml")
    for topic in topics(content):
        yield topic, read(content, f"topics/{topic}.yaml")["sources"], read(content, f"en/{topic}.yaml")
    for name, entry in read(content, "en/questions.yaml").items():
        yield f"questions.{name}", entry["sources"], entry


def _units(content: Path, code: str) -> Iterator[tuple[str, Any]]:
    """What a reader takes in at once: a block, a row of a table, a question, a title, a spot, a step."""
    for file in word_files(content, code):
        for name, block in _blocks(read(content, f"{code}/{file}"), file == "explorer.yaml"):
            place = f"{code}/{file} {name}"
            rows = block.get("rows") if isinstance(block, dict) else None
            if rows is None:
                yield place, block
                continue
            yield place, {key: value for key, value in block.items() if key != "rows"}
            yield from ((f"{place}.rows.{number}", row) for number, row in enumerate(rows, 1))


def _blocks(words: Any, grouped: bool) -> Iterator[tuple[str, Any]]:
    for name, block in words.items():
        if grouped and isinstance(block, dict) and all(isinstance(part, dict) for part in block.values()):
            yield from ((f"{name}.{part}", inner) for part, inner in block.items())
        else:
            yield name, block
