"""Rules for what a page and a language must have. Each gives one sentence for every break of it: where and what.

Owns "the same parts in every language". Must not know what a figure means.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kiosk.catalog import Block
from tests.content.pages import blocks, books
from tests.content.tree import ENGLISH, cited, languages, read, texts, without_citations, word_files


def pages_ask(content: Path) -> Iterator[str]:
    """Every page has its one action; the English ones begin with `Ask`."""
    for code in languages(content):
        for topic in books(content, code)[0].topics:
            if not topic.ask.strip() or (code == ENGLISH and not topic.ask.startswith("Ask ")):
                yield f"{code} {topic.id}: {topic.ask!r} is no action"


def drawings_are_described(content: Path) -> Iterator[str]:
    """Whoever cannot see a drawing is told what it shows."""
    for code in languages(content):
        for topic, block in blocks(content, code):
            yield from (f"{code} {topic}.{name}: a drawing without `alt`" for name in undescribed(block))


def undescribed(block: Block) -> Iterator[str]:
    """The ids of this block's drawings that have no words."""
    if (block.picture or block.kind == "pebbles") and not block.alt.strip():
        yield block.id
    yield from (f"{block.id}.{item.id}" for item in block.items if item.picture and not item.alt.strip())


def no_digit_is_typed(content: Path) -> Iterator[str]:
    """Figures come from facts.yaml, so that each stands once and has a source."""
    for code in languages(content):
        for file in word_files(content, code):
            for path, text in texts(read(content, f"{code}/{file}")):
                digits = [char for char in without_citations(text) if unicodedata.category(char) == "Nd"]
                if digits:
                    yield f"{code}/{file} {path}: the digit {digits[0]!r} is typed"


def languages_are_alike(content: Path) -> Iterator[str]:
    """Every other language has the ids, the shape and the figures of English."""
    english = word_files(content, ENGLISH)
    for code in languages(content)[1:]:
        if word_files(content, code) != english:
            yield f"{code}: its files are {', '.join(word_files(content, code))}"
        for file in english:
            if not (content / code / file).exists():
                continue
            ours, theirs = (dict(texts(read(content, f"{lang}/{file}"))) for lang in (code, ENGLISH))
            for path in sorted(ours.keys() ^ theirs.keys()):
                yield f"{code}/{file} {path}: {'not in English' if path in ours else 'missing'}"
            for path in ours.keys() & theirs.keys():
                if sorted(cited(ours[path])) != sorted(cited(theirs[path])):
                    yield f"{code}/{file} {path}: cites {cited(ours[path])}, but English {cited(theirs[path])}"


def nobody_signs_for_others(content: Path) -> Iterator[str]:
    """A translation is a draft until a person has signed it; English is the original."""
    for code in languages(content):
        about = read(content, f"{code}/language.yaml")
        unsigned = "original" if code == "en" else "draft"
        if about["status"] != unsigned and not (about.get("translator") and about.get("reviewer")):
            yield f"{code}: {about['status']}, but no translator and reviewer are named"
