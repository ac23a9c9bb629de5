"""Makes a page from a topic's structure and one language's words.

Owns what a page is made of besides blocks. Must not know where files are. A page with a fault is not made.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from kiosk.catalog import kinds
from kiosk.catalog.blocks import BlockMaker
from kiosk.catalog.model import Review, Topic
from kiosk.catalog.reader import Reader
from kiosk.catalog.structure import Structure
from kiosk.catalog.texts import word_count
from kiosk.catalog.wordings import TopicWords
from kiosk.reading import Map
from kiosk.reading.names import check_names

_HEAD = TopicWords.__struct_fields__


def make_page(
    topic_id: str, structure: Structure, words: Map, maker: BlockMaker, reader: Reader, *, publishers: tuple[str, ...]
) -> Topic | None:
    """The page; None after a fault, or when nothing is left on it."""
    before = reader.notes.breaks
    plan = structure.plan
    if plan is None:
        return None
    names = (*_HEAD, *_ids_with_words(plan.blocks))
    check_names(words, names, names, reader.notes)
    present = tuple(entry for entry in words.entries if entry[0].value in _HEAD)
    head = reader.read(Map(present, words.line, words.column), TopicWords)
    blocks = maker.make(plan.blocks)
    if head is None or not blocks or not structure.sound or reader.notes.breaks != before:
        return None
    review = plan.review
    topic = Topic(
        id=topic_id,
        title=head.title,
        card=head.card,
        says=head.says,
        ask=head.ask,
        scene=plan.scene,
        tint=plan.tint,
        blocks=blocks,
        word_count=0,
        review=Review(review.by, review.on, review.next) if isinstance(review, kinds.ReviewPlan) else Review(),
        publishers=publishers,
    )
    return structs.replace(topic, word_count=word_count(topic))


def has_questions(plans: Sequence[kinds.BlockPlan]) -> bool:
    """Whether the questions stand among these blocks."""
    return any(
        isinstance(plan, kinds.QuestionsPlan)
        or (isinstance(plan, kinds.TabsPlan) and any(has_questions(tab.blocks) for tab in plan.tabs))
        for plan in plans
    )


def _ids_with_words(plans: Sequence[kinds.BlockPlan]) -> list[str]:
    ids: list[str] = []
    for plan in plans:
        if not isinstance(plan, kinds.QuestionsPlan):
            ids.append(plan.id)
        if isinstance(plan, kinds.TabsPlan):
            for tab in plan.tabs:
                ids.extend(_ids_with_words(tab.blocks))
    return ids
