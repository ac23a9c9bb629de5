"""What `content/traceability.yaml` promises, held against the resolved English words.

Owns the form of that file. An entry says which blocks carry a clinical fact or a correction; its terms stand in the
words of those blocks together, under one decision of a site or another; its `absent` words stand nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalog import Book, words_of
from tests.content.pages import books, pages
from tests.content.tree import read

NUMBERS = {"facts": 56, "corrections": 26}
MOST_TERMS = 3
_KEYS = {"id", "says", "blocks", "terms", "absent"}


@dataclass(frozen=True)
class Entry:
    """One fact or correction."""

    name: str
    blocks: tuple[str, ...]
    terms: tuple[str, ...]
    absent: tuple[str, ...]


def problems(content: Path) -> list[str]:
    """One sentence for every promise that is not kept."""
    told: list[str] = []
    entries = _entries(content, told)
    every_word = "\n".join(line for page in pages(content) for line in page.lines).lower()
    for entry in entries:
        told.extend(_broken(entry, books(content), every_word))
    return told


def _entries(content: Path, told: list[str]) -> list[Entry]:
    file = read(content, "traceability.yaml")
    entries: list[Entry] = []
    for kind, number in NUMBERS.items():
        ids = [entry["id"] for entry in file[kind]]
        if ids != [str(n) for n in range(1, number + 1)]:
            told.append(f"{kind}: the ids are {', '.join(ids)}; number them from 1 to {number}")
        for entry in file[kind]:
            name = f"{kind} {entry['id']} ({entry.get('says', '')})"
            if not entry.get("says") or not _KEYS.issuperset(entry):
                told.append(f"{name}: the keys are {', '.join(entry)}; write {', '.join(sorted(_KEYS))}")
            parts = (tuple(entry.get(key, ())) for key in ("blocks", "terms", "absent"))
            entries.append(Entry(name, *parts))
    return entries


def _broken(entry: Entry, all_books: tuple[Book, ...], every_word: str) -> Iterator[str]:
    if not entry.blocks:
        yield f"{entry.name}: no block; name those that say it"
    if not (1 <= len(entry.terms) <= MOST_TERMS or (entry.absent and not entry.terms)):
        yield f"{entry.name}: {len(entry.terms)} terms; write one to {MOST_TERMS}, or what must be absent"
    words = {block: [_words(book, block) for book in all_books] for block in entry.blocks}
    for block, found in words.items():
        if not any(found):
            yield f"{entry.name}: no block is called {block!r}; correct the id, or write the block again"
    text = "\n".join(dict.fromkeys(one for found in words.values() for one in found)).lower()
    for term in entry.terms:
        if term.lower() not in text:
            yield f"{entry.name}: {term!r} stands in none of {', '.join(entry.blocks)}; say it there, or mend the term"
    for word in entry.absent:
        if word.lower() in every_word:
            yield f"{entry.name}: {word!r} stands in the words; say it another way"


def _words(book: Book, block: str) -> str:
    """The block's words; nothing where the site's decision leaves it out."""
    try:
        return words_of(book, block)
    except KeyError:
        return ""
