"""Reads topics/order.yaml and the structure file of each topic it names.

Owns what makes a topic's structure usable. Must not know words.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.catalog.choices import Choices
from kiosk.catalog.figures import Figures
from kiosk.catalog.kinds import TopicPlan
from kiosk.catalog.references import ID, References, Shelf
from kiosk.reading import FileNotes, Map, Node, Notes, Scalar
from kiosk.reading.files import read, read_map
from kiosk.reading.typed import decode

_WORD_FILES = ("language", "interface", "choices", "questions", "explorer")


class Structure(Struct, frozen=True):
    """What is known of one topic's structure."""

    plan: TopicPlan | None
    """None when it cannot be read whole."""
    sound: bool
    """Whether all that it refers to is there; if not, its words can be checked but not shown."""


class _Order(Struct, frozen=True):
    """The plain list of the file, with a name that messages can use."""

    order: Annotated[
        tuple[Annotated[str, Meta(extra={"is": "topic"})], ...], Meta(min_length=1, extra={"unique": True})
    ]


def read_structures(
    content: Path, shelf: Shelf, figures: Figures, choices: Choices, notes: Notes, *, today: date | None
) -> dict[str, Structure]:
    """The structures by topic id, in the order of the home screen.

    `today` is for naming reviews that are overdue; None names none.
    """
    path = content / "topics" / "order.yaml"
    root = read(path, notes)
    here = notes.on(str(path))
    listed = Map(((Scalar("order", 1, 1), root),), root.line, root.column) if root else None
    found = decode(listed, _Order, here, lambda _, node, value: _topic_id(node, value, here)) if listed else None
    structures: dict[str, Structure] = {}
    for topic in found.order if found else ():
        file = content / "topics" / f"{topic}.yaml"
        before = notes.breaks
        tree = read_map(file, notes)
        place = notes.on(str(file))
        references = References(shelf, figures, choices, place)
        plan = decode(tree, TopicPlan, place, references.look) if tree else None
        if tree is not None:
            warn_of_review(tree, place, today)
        if notes.breaks - before > references.dangling:
            plan = None  # a block is lost: its words would only seem to be unknown
        structures[topic] = Structure(plan, notes.breaks == before)
    return structures


def _topic_id(node: Node, value: object, notes: FileNotes) -> object:
    if not isinstance(node, Scalar) or not ID.fullmatch(node.value):
        notes.fault(node, f"{value!r} is no id", "use small letters, digits and _, a letter first")
        return None
    if node.value in _WORD_FILES:
        notes.fault(
            node, f"no topic can be called {node.value!r}", "that word file means something else; choose another id"
        )
        return None
    return value


def warn_of_review(tree: Map, notes: FileNotes, today: date | None) -> None:
    """Note in `tree`, a structure file, a review whose dates are turned round, or which is overdue by `today`."""
    review = tree.get("review")
    if not isinstance(review, Map):
        return
    on, following = review.get("on"), review.get("next")
    if not isinstance(on, Scalar) or not isinstance(following, Scalar):
        return
    if following.value <= on.value:
        notes.slip(following, "the next review is not after the last one", "correct the dates")
    elif today is not None and following.value < today.isoformat():
        notes.warn(following, f"the review was due on {following.value}", "ask the reviewer to look at the page again")
