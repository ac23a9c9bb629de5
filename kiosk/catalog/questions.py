"""Makes the questions of questions.yaml.

Owns what an entry is made of. Must not know on which page the questions stand. A faulty one is left out alone.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct, structs

from kiosk.catalog.model import Block
from kiosk.catalog.reader import Reader
from kiosk.catalog.references import ID
from kiosk.catalog.shape import Comparison
from kiosk.catalog.wordings import QuestionWords
from kiosk.reading import Map, Node
from kiosk.reading.names import missing


class Questions(Struct, frozen=True):
    """The questions of one language."""

    blocks: tuple[Block, ...] = ()
    sources: tuple[str, ...] = ()
    """What the entries name; only English ones do."""
    faulty: frozenset[str] = frozenset()
    """Entries that are left out."""


def make_questions(
    words: Map, reader: Reader, english: Map | None, comparison: Comparison | None, unsound: Collection[str]
) -> Questions:
    """The questions in the English order. `comparison` is None for English; `unsound`: faulty English entries."""
    blocks: list[Block] = []
    sources: list[str] = []
    faulty: set[str] = set()
    for key, original in (english or words).entries:
        name = key.value
        node = words.get(name)
        if node is None:
            missing(words, name, reader.notes)
            continue
        before = reader.notes.breaks
        if not ID.fullmatch(name):
            reader.notes.fault(key, f"{name!r} is no id", "use small letters, digits and _, a letter first")
        question = reader.read(node, QuestionWords)
        if comparison is None and question and not question.sources:
            reader.notes.slip(key, f"the question {name!r} names no source", "add `sources: [...]`")
        elif comparison and english and name not in unsound:
            ours, theirs = _without_sources(node), _without_sources(original)
            comparison.compare(theirs, ours, f"questions.{name}", reader.notes)
        if question is None or reader.notes.breaks != before:
            faulty.add(name)
            continue
        sources.extend(question.sources)
        block = Block(f"questions.{name}", "expander", title=question.ask, lead=question.short)
        blocks.append(structs.replace(block, paragraphs=question.text, callout=question.callout))
    for key, _ in words.entries:
        if english and english.get(key.value) is None:
            what = f"English has no question {key.value!r}"
            reader.notes.fault(key, what, "delete it, or add it to the English words")
    return Questions(tuple(blocks), tuple(sources), frozenset(faulty))


def _without_sources(entry: Node) -> Node:
    if not isinstance(entry, Map):
        return entry
    return Map(tuple(pair for pair in entry.entries if pair[0].value != "sources"), entry.line, entry.column)
