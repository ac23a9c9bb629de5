"""Makes the explorer of one language from its structure and that language's explorer.yaml.

Owns which words go where, and how a spot's size is said. Must not know files. What is missing is noted.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from kiosk.catalog.explorer import ExplorerPlan, PicturePlan, SizesPlan, SpotPlan, StepPlan
from kiosk.catalog.figures import Figure, Figures
from kiosk.catalog.kinds import ReviewPlan
from kiosk.catalog.language import Language
from kiosk.catalog.model import (
    Explorer,
    GuideStep,
    PairWords,
    PictureWords,
    Review,
    SizeMark,
    SizeSide,
    SizeWords,
    SpotWords,
)
from kiosk.catalog.reader import Reader
from kiosk.catalog.texts import count_words
from kiosk.catalog.wordings import Line
from kiosk.reading import Map, Node
from kiosk.reading.names import check_names

_RUNNING = {"specks": ("least.value", "most"), "whole": ("most",)}
"""The sizes that stand in the sentence of each measure: a bare number, and one with its unit."""
_PARTS = ("measures", "pictures", "spots", "pairs", "sizes", "guide")


class _Head(Struct, frozen=True):
    title: Line
    lead: Line


class _PictureText(Struct, frozen=True):
    title: Line
    view: Line
    alt: Line


class _SpotText(Struct, frozen=True):
    title: Line
    text: Line
    alt: Line
    size: str = ""  # resolved apart, for it takes values


class _PairText(Struct, frozen=True):
    title: Line
    text: Line
    left: Line
    right: Line


class _MarkText(Struct, frozen=True):
    label: Line
    amount: Line


class _SizesText(Struct, frozen=True):
    title: Line
    lead: Line
    left: Line
    right: Line
    text_title: Line
    text: Line
    true_title: Line
    true_text: Line


class _StepText(Struct, frozen=True):
    title: Line
    text: Line


class ExplorerMaker:
    """Makes the explorer of one language."""

    def __init__(self, words: Map, reader: Reader, figures: Figures, language: Language) -> None:
        self._words = words
        self._reader = reader
        self._figures = figures
        self._language = language
        self._measures: Map | None = None
        self._spots: Map | None = None

    def make(self, plan: ExplorerPlan) -> Explorer | None:
        """The explorer; None after noting what it lacks."""
        before = self._reader.notes.breaks
        fields = _Head.__struct_fields__
        check_names(self._words, (*fields, *_PARTS), (*fields, *_PARTS), self._reader.notes)
        head = self._reader.read(_only(self._words, fields), _Head)
        self._read_measures()
        pictures = self._pictures(plan.pictures)
        pairs = self._pairs(plan)
        sizes = self._sizes(plan.sizes)
        guide = self._guide(plan.guide)
        if head is None or sizes is None or self._reader.notes.breaks != before:
            return None
        review = plan.review
        return Explorer(
            head.title,
            head.lead,
            pictures,
            pairs,
            sizes,
            guide,
            Review(review.by, review.on, review.next) if isinstance(review, ReviewPlan) else Review(),
            self._figures.published(plan.sources),
        )

    def _read_measures(self) -> None:
        self._measures = self._group(self._words, "measures", _RUNNING)
        for name, running in _RUNNING.items():  # also the one that no spot needs
            self._reader.line(self._measures.get(name) if self._measures else None, running)

    def _pictures(self, plans: Iterable[PicturePlan]) -> tuple[PictureWords, ...]:
        group = self._group(self._words, "pictures", [plan.id for plan in plans])
        spots = dict.fromkeys(spot.wording for plan in plans for spot in plan.spots)
        self._spots = self._group(self._words, "spots", spots)
        read_spot = cache(self._read_spot)  # two spots may share their words; a fault in them is one fault
        made: list[PictureWords] = []
        for plan in plans:
            words = self._reader.read(group.get(plan.id) if group else None, _PictureText)
            shown = [self._spot(spot, found) for spot in plan.spots if (found := read_spot(spot.wording))]
            if words:
                texts = (plan.id, words.title, words.view, words.alt)
                count = sum(count_words(spot.title, spot.text, spot.size, spot.alt) for spot in shown)
                made.append(PictureWords(*texts, tuple(shown), plan.alone, plan.pixel_mm or 0.0, count))
        return tuple(made)

    def _read_spot(self, name: str) -> _SpotText | None:
        return self._reader.read(self._spots.get(name) if self._spots else None, _SpotText)

    def _spot(self, plan: SpotPlan, words: _SpotText) -> SpotWords:
        node = self._spots.get(plan.wording) if self._spots else None
        own = node.get("size") if isinstance(node, Map) else None
        size = own or (self._measures.get(plan.measure) if self._measures else None)
        return SpotWords(plan.id, words.title, words.text, self._size(size, plan), words.alt)

    def _size(self, node: Node | None, plan: SpotPlan) -> str:
        """The sentence at `node` with the sizes put in."""
        running = _RUNNING[plan.measure]
        sentence = self._reader.line(node, running)
        for name, value in zip(running, (plan.least, plan.most)[-len(running) :], strict=True):
            figure = Figure(f"{value:g}", "", (), "mm")
            said = self._language.write(figure, bare=name.endswith(".value"))
            if said is None:
                what = "the unit 'mm' has no usable form in this language"
                self._reader.notes.fault(node, what, "write the unit in language.yaml")
            sentence = sentence.replace(f"{{{name}}}", said or "")
        return sentence

    def _pairs(self, plan: ExplorerPlan) -> tuple[PairWords, ...]:
        group = self._group(self._words, "pairs", [pair.id for pair in plan.pairs])
        made: list[PairWords] = []
        for pair in plan.pairs:
            if words := self._reader.read(group.get(pair.id) if group else None, _PairText):
                texts = (words.title, words.text, pair.left, pair.right, words.left, words.right)
                made.append(PairWords(pair.id, *texts, pair.wipe))
        return tuple(made)

    def _sizes(self, plan: SizesPlan) -> SizeWords | None:
        fields = _SizesText.__struct_fields__
        group = self._group(self._words, "sizes", (*fields, "marks"))
        if group is None:
            return None
        own = self._reader.read(_only(group, fields), _SizesText)
        named = self._group(group, "marks", [mark.id for mark in plan.marks])
        marks: list[SizeMark] = []
        for mark in plan.marks:
            if words := self._reader.read(named.get(mark.id) if named else None, _MarkText):
                marks.append(SizeMark(mark.symbol, words.label, words.amount, self._figures.mm(mark.at)))
        if own is None:
            return None
        sides = [
            SizeSide(side.picture, side.spot, label) for side, label in ((plan.left, own.left), (plan.right, own.right))
        ]
        return SizeWords(
            title=own.title,
            lead=own.lead,
            text_title=own.text_title,
            text=own.text,
            left=sides[0],
            right=sides[1],
            marks=tuple(marks),
            true_title=own.true_title,
            true_text=own.true_text,
        )

    def _guide(self, plans: Iterable[StepPlan]) -> tuple[GuideStep, ...]:
        group = self._group(self._words, "guide", [step.id for step in plans])
        made: list[GuideStep] = []
        for step in plans:
            if words := self._reader.read(group.get(step.id) if group else None, _StepText):
                count = count_words(words.title, words.text)
                where = (step.picture, step.spot, step.show, step.rings)
                made.append(GuideStep(step.id, words.title, words.text, *where, count))
        return tuple(made)

    def _group(self, words: Map, name: str, names: Iterable[str]) -> Map | None:
        """The group called `name`, which has words for exactly these names; None after noting why not."""
        node: Node | None = words.get(name)
        if isinstance(node, Map):
            check_names(node, list(names), names, self._reader.notes)
            return node
        if node is not None:
            self._reader.notes.fault(node, f"{name!r} should be a group of `name: value`", "see docs/content.md")
        return None


def _only(words: Map, names: Iterable[str]) -> Map:
    """`words` without what others read."""
    return Map(tuple(entry for entry in words.entries if entry[0].value in names), words.line, words.column)
