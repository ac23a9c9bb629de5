"""Makes one block from its structure and one language's words.

Owns which words go into which field. Must not know files or topics. What is missing is noted, and no block is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct, structs

from kiosk.catalog import kinds, wordings
from kiosk.catalog.choices import Choices
from kiosk.catalog.figures import Figures
from kiosk.catalog.model import Block, Item
from kiosk.catalog.reader import Reader
from kiosk.reading import Map, Node
from kiosk.reading.names import check_names

T = TypeVar("T", bound=Struct)


class BlockMaker:
    """Makes the blocks of one topic in one language."""

    def __init__(
        self, words: Map, reader: Reader, figures: Figures, choices: Choices, questions: Sequence[Block]
    ) -> None:
        self._words = words
        self._reader = reader
        self._figures = figures
        self._choices = choices
        self._questions = tuple(questions)

    def make(self, plans: Sequence[kinds.BlockPlan]) -> tuple[Block, ...]:
        """The blocks that this site shows; the others are read too, so that their faults are found."""
        made: list[Block] = []
        for plan in plans:
            blocks = self._questions if isinstance(plan, kinds.QuestionsPlan) else self._block(plan)
            if self._choices.fits(plan.when):
                made.extend(blocks)
        return tuple(made)

    def _block(self, plan: kinds.BlockPlan) -> tuple[Block, ...]:
        """The block, or nothing after noting why not."""
        node = self._words.get(plan.id)
        block: Block | None
        match plan:
            case kinds.StepsPlan():
                block = self._steps(plan, node)
            case kinds.PebblesPlan():
                block = self._pebbles(plan, node)
            case kinds.ComparisonPlan():
                block = self._comparison(plan, node)
            case kinds.ScalePlan():
                block = self._scale(plan, node)
            case kinds.TabsPlan():
                block = self._tabs(plan, node)
            case _:
                block = self._plain(plan, node)
        return (block,) if block else ()

    def _plain(self, plan: kinds.BlockPlan, node: Node | None) -> Block | None:
        """A block whose words just move to their places."""
        read = self._reader.read
        match plan:
            case kinds.TextPlan():
                if text := read(node, wordings.TextWords):
                    return Block(plan.id, "text", title=text.title, paragraphs=text.text)
            case kinds.ListPlan():
                if lines := read(node, wordings.ListWords):
                    items = tuple(Item(str(n), text=line) for n, line in enumerate(lines.items, 1))
                    return Block(plan.id, "list", title=lines.title, lead=lines.lead, mark=plan.mark, items=items)
            case kinds.PicturePlan():
                if shown := read(node, wordings.PictureWords):
                    return Block(plan.id, "picture", picture=plan.picture, caption=shown.caption, alt=shown.alt)
            case kinds.CalloutPlan():
                if callout := read(node, wordings.CalloutWords):
                    return Block(plan.id, "callout", tone=plan.tone, paragraphs=(callout.text,))
            case kinds.ExpanderPlan():
                if answer := read(node, wordings.ExpanderWords):
                    return Block(plan.id, "expander", title=answer.title, lead=answer.short, paragraphs=answer.text)
            case kinds.TablePlan():
                if table := read(node, wordings.TableWords):
                    rows = tuple(Item(str(n), title=row.head, text=row.text) for n, row in enumerate(table.rows, 1))
                    return Block(plan.id, "table", title=table.title, lead=table.lead, items=rows)
        return None

    def _steps(self, plan: kinds.StepsPlan, node: Node | None) -> Block | None:
        words = self._reader.read(node, wordings.StepsWords)
        if words is None:
            return None
        icons = plan.icons or ("",) * len(words.items)
        self._same_number(node, "items", len(words.items), len(icons), "icons")
        items = tuple(
            Item(str(n), title=step.title, text=step.text, icon=icon)
            for n, (step, icon) in enumerate(zip(words.items, icons, strict=False), 1)
        )
        return Block(plan.id, "steps", title=words.title, layout=plan.layout, items=items)

    def _pebbles(self, plan: kinds.PebblesPlan, node: Node | None) -> Block | None:
        words = self._reader.read(node, wordings.PebblesWords)
        if words is None:
            return None
        self._same_number(node, "legend", len(words.legend), len(plan.groups), "groups")
        groups = tuple(
            Item(str(n), label=label, stone=group.stone, count=self._figures.count(group.count))
            for n, (label, group) in enumerate(zip(words.legend, plan.groups, strict=False), 1)
        )
        block = Block(plan.id, "pebbles", lead=words.over, big=words.big, paragraphs=(words.text,), items=groups)
        return structs.replace(block, other=words.other, alt=words.alt)

    def _comparison(self, plan: kinds.ComparisonPlan, node: Node | None) -> Block | None:
        own, parts = self._parted(node, wordings.TitleWords, [card.id for card in plan.cards])
        items: list[Item] = []
        for card in plan.cards:
            if words := self._reader.read(parts.get(card.id), wordings.CardWords):
                item = Item(card.id, picture=card.picture, mark=card.mark or "", **structs.asdict(words))
                items.append(item)
        return Block(plan.id, "comparison", title=own.title, items=tuple(items)) if own else None

    def _scale(self, plan: kinds.ScalePlan, node: Node | None) -> Block | None:
        own, parts = self._parted(node, wordings.ScaleWords, [mark.id for mark in plan.marks])
        marks = tuple(
            Item(
                mark.id,
                label=self._reader.line(parts.get(mark.id)),
                mark=mark.symbol,
                mm=self._figures.mm(mark.at),
            )
            for mark in plan.marks
        )
        if own is None:
            return None
        mm = self._figures.mm(plan.band)
        return Block(plan.id, "scale", title=own.title, caption=own.band, note=own.note, mm=mm, items=marks)

    def _tabs(self, plan: kinds.TabsPlan, node: Node | None) -> Block | None:
        own, parts = self._parted(node, wordings.TitleWords, [tab.id for tab in plan.tabs])
        tabs: list[Item] = []
        for tab in plan.tabs:
            blocks = self.make(tab.blocks)
            label = self._reader.line(parts.get(tab.id))
            if self._choices.fits(tab.when):
                tabs.append(Item(tab.id, label=label, icon=tab.icon, stone=tab.stone or "", blocks=blocks))
        return Block(plan.id, "tabs", title=own.title, items=tuple(tabs)) if own else None

    def _parted(self, node: Node | None, kind: type[T], ids: Sequence[str]) -> tuple[T | None, dict[str, Node]]:
        """A block's own words, and those of its parts by id."""
        if not isinstance(node, Map):
            if node is not None:
                self._reader.notes.fault(node, "this should be a group of `name: value`", "see docs/content.md")
            return None, {}
        fields = kind.__struct_fields__
        check_names(node, (*fields, *ids), ids, self._reader.notes)
        own = tuple(entry for entry in node.entries if entry[0].value in fields)
        parts = {key.value: child for key, child in node.entries if key.value in ids}
        return self._reader.read(Map(own, node.line, node.column), kind), parts

    def _same_number(self, node: Node | None, name: str, words: int, plan: int, parts: str) -> None:
        if words != plan:
            at = node.get(name) if isinstance(node, Map) else None
            self._reader.notes.fault(at, f"{words} {name} for {plan} {parts}", f"write one of the {name} for each")
