"""Every page that a patient can read, in words: figures and phrases put in, for everything that a site may decide.

Owns which texts belong to a page. A line is one text: a title, a label, a paragraph, a list item, an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from kiosk.catalog import Block, Book, load, words_of
from kiosk.catalog.texts import explorer_words
from kiosk.paths import ASSETS
from tests.content.tree import ENGLISH, HEAD, read, topics


@dataclass(frozen=True)
class Page:
    """One page; `name` is a topic's id, `questions.<entry>`, `interface` or `explorer.<what stands together>`."""

    name: str
    lines: tuple[str, ...]


def decisions(content: Path) -> list[dict[str, str]]:
    """Everything that a site may decide: all combinations of all options."""
    settings = read(content, "choices.yaml")["settings"]
    names = list(settings)
    return [dict(zip(names, options, strict=True)) for options in product(*(settings[n]["options"] for n in names))]


@cache
def books(content: Path, code: str = ENGLISH) -> tuple[Book, ...]:
    """The book of each decision. Fails when a page has been left out: what is not there could not be checked."""
    found = []
    for choices in decisions(content):
        catalog = load(content, ASSETS, choices=choices, languages=[code], cache=None)
        assert [info.code for info in catalog.languages] == [code], [str(problem) for problem in catalog.problems]
        book = catalog.book(code)
        assert [topic.id for topic in book.topics] == topics(content), [str(problem) for problem in catalog.problems]
        assert book.explorer is not None, [str(problem) for problem in catalog.problems]
        found.append(book)
    return tuple(found)


def pages(content: Path, code: str = ENGLISH) -> list[Page]:
    """All pages of all decisions, each once: topics with all tabs and expanders, single questions, the interface, and
    of the explorer each picture with its spots, the pairs, the sizes and the guided look.

    The words that describe a drawing to those who hear the page stand on it too.
    """
    made: list[Page] = []
    for book in books(content, code):
        for topic in book.topics:
            ids = [*HEAD, *(block.id for block in topic.blocks)]
            made.append(Page(topic.id, tuple(line for name in ids for line in _lines(book, topic.id, name))))
            questions = [block.id for block in topic.blocks if block.id.startswith("questions.")]
            made.extend(Page(name, tuple(words_of(book, name).splitlines())) for name in questions)
        made.append(Page("interface", tuple(book.interface.values())))
        made.extend(_explorer_pages(book))
    return list(dict.fromkeys(made))


def blocks(content: Path, code: str = ENGLISH) -> Iterator[tuple[str, Block]]:
    """Every block of every page of every decision, those behind tabs too, with its topic's id."""
    for book in books(content, code):
        for topic in book.topics:
            for block in topic.blocks:
                yield topic.id, block
                for item in block.items:
                    yield from ((topic.id, inner) for inner in item.blocks)


def _explorer_pages(book: Book) -> Iterator[Page]:
    together: dict[str, list[str]] = {}
    for name, lines in explorer_words(book.explorer) if book.explorer else ():
        parts = name.split(".")
        page = ".".join(["explorer", *parts[: 2 if parts[0] == "pictures" else 1]])
        together.setdefault(page, []).extend(lines)
    yield from (Page(page, tuple(lines)) for page, lines in together.items())


def _lines(book: Book, topic: str, name: str) -> list[str]:
    return words_of(book, name if "." in name else f"{topic}.{name}").splitlines()
