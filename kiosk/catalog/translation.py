"""Makes one language's book from its word files.

Owns what a language must have and what is left out when a part of it is faulty. Must not know other languages but
English, which it is held beside.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from kiosk.catalog.blocks import BlockMaker
from kiosk.catalog.choices import Choices
from kiosk.catalog.explorer import ExplorerStructure
from kiosk.catalog.explorer_words import ExplorerMaker
from kiosk.catalog.figures import Figures
from kiosk.catalog.interface_words import completed, read_interface
from kiosk.catalog.language import Language
from kiosk.catalog.model import Book, Explorer, Topic
from kiosk.catalog.pages import has_questions, make_page
from kiosk.catalog.questions import Questions, make_questions
from kiosk.catalog.reader import Reader
from kiosk.catalog.resolve import Resolver
from kiosk.catalog.shape import Comparison
from kiosk.catalog.structure import Structure
from kiosk.reading import FileNotes, Map, Notes, Scalar
from kiosk.reading.files import read_map
from kiosk.reading.names import missing


class Shared(Struct, frozen=True):
    """What all languages share."""

    figures: Figures
    choices: Choices
    structures: Mapping[str, Structure]
    explorer: ExplorerStructure | None
    """None where the content has no explorer."""
    notes: Notes


class WordFiles:
    """The word files of one language, each read once."""

    def __init__(self, folder: Path, notes: Notes) -> None:
        self._folder = folder
        self._notes = notes
        self._trees: dict[str, Map | None] = {}

    def tree(self, name: str) -> Map | None:
        """The words in `<name>.yaml`; None after noting why there are none."""
        if name not in self._trees:
            self._trees[name] = read_map(self._folder / f"{name}.yaml", self._notes)
        return self._trees[name]

    def on(self, name: str) -> FileNotes:
        """For noting faults in `<name>.yaml`."""
        return self._notes.on(str(self._folder / f"{name}.yaml"))


class Translation:
    """One language at work; `comparison` is None, and `english` not needed, for English itself."""

    def __init__(
        self,
        language: Language,
        files: WordFiles,
        shared: Shared,
        resolver: Resolver,
        *,
        comparison: Comparison | None,
        english: Translation | None,
    ) -> None:
        self.language = language
        self.files = files
        self.interface: dict[str, str] = {}
        self.questions = Questions()
        self.faulty: set[str] = set()
        """Word files that other languages should not be held beside."""
        self._shared = shared
        self._resolver = resolver
        self._comparison = comparison
        self._english = english

    def book(self) -> Book | None:
        """The book, without the pages that are faulty; None when there is no usable interface."""
        self._resolver.phrases = self._phrases()
        self.questions = self._questions()
        topics = tuple(topic for topic_id in self._shared.structures if (topic := self._topic(topic_id)))
        explorer = self._explorer()
        interface = self._interface()
        return Book(self.language.code, interface, topics, explorer) if interface else None

    def _original(self, name: str) -> Map | None:
        """The English words that this language's are held beside; a fault in English must not cost a translation."""
        english = self._english if self._comparison else None
        return english.files.tree(name) if english and name not in english.faulty else None

    def _interface(self) -> dict[str, str] | None:
        root = self.files.tree("interface")
        if root is None:
            return None
        original = self._original("interface")
        notes = self.files.on("interface")
        self.interface = read_interface(root, original, self._resolver, self._comparison, notes)
        return completed(self.interface, self._english.interface if self._english else {})

    def _phrases(self) -> dict[str, str | None]:
        """The site's phrases; the wordings of the other options are read too, to find their faults."""
        choices = self._shared.choices
        root = self.files.tree("choices") if choices.phrases else None
        phrases: dict[str, str | None] = dict.fromkeys(choices.phrases)
        if root is None:
            return phrases
        notes = self.files.on("choices")
        before = notes.breaks
        for key, _ in root.entries:
            if key.value not in choices.phrases:
                notes.fault(
                    key, f"no phrase is called {key.value!r}", "delete it, or declare it in content/choices.yaml"
                )
        for phrase in choices.phrases:
            node = root.get(phrase)
            if not isinstance(node, Map):
                missing(root, phrase, notes)
                continue
            for option in choices.options(phrase):
                wording = node.get(option)
                if not isinstance(wording, Scalar):
                    missing(node, option, notes)
                    continue
                line = self._resolver.line(wording, notes)
                if option == choices.option(phrase):
                    phrases[phrase] = line
        self.faulty |= {"choices"} if notes.breaks != before else set()
        original = self._original("choices")
        if self._comparison and original:
            self._comparison.compare(original, root, "choices", notes)
        return phrases

    def _questions(self) -> Questions:
        structures = self._shared.structures.values()
        words = None
        if any(has_questions(structure.plan.blocks) for structure in structures if structure.plan):
            words = self.files.tree("questions")
        if words is None:
            return Questions()
        reader = Reader(self._resolver, self._shared.figures, self.files.on("questions"))
        unsound = self._english.questions.faulty if self._english else ()
        return make_questions(words, reader, self._original("questions"), self._comparison, unsound)

    def _topic(self, topic_id: str) -> Topic | None:
        """The page; None when its structure or its words are faulty."""
        structure = self._shared.structures[topic_id]
        words = self.files.tree(topic_id)
        if words is None or structure.plan is None:
            return None
        notes = self.files.on(topic_id)
        before = notes.breaks
        figures = self._shared.figures
        reader = Reader(self._resolver, figures, notes)
        maker = BlockMaker(words, reader, figures, self._shared.choices, self.questions.blocks)
        sources = structure.plan.sources
        if has_questions(structure.plan.blocks):
            sources += (self._english or self).questions.sources
        topic = make_page(topic_id, structure, words, maker, reader, publishers=figures.published(sources))
        self.faulty |= {topic_id} if notes.breaks != before else set()
        original = self._original(topic_id)
        if self._comparison and original:
            self._comparison.compare(original, words, topic_id, notes)
        return topic if notes.breaks == before else None

    def _explorer(self) -> Explorer | None:
        """The explorer; None when the content has none, or when its structure or its words are faulty."""
        structure = self._shared.explorer
        words = self.files.tree("explorer") if structure and structure.plan else None
        if structure is None or structure.plan is None or words is None:
            return None
        notes = self.files.on("explorer")
        before = notes.breaks
        figures = self._shared.figures
        maker = ExplorerMaker(words, Reader(self._resolver, figures, notes), figures, self.language)
        explorer = maker.make(structure.plan)
        self.faulty |= {"explorer"} if notes.breaks != before else set()
        original = self._original("explorer")
        if self._comparison and original:
            self._comparison.compare(original, words, "explorer", notes)
        return explorer if structure.sound and notes.breaks == before else None
