"""What stands in word files: one struct per kind of block, as in docs/content.md.

Owns names. A `Line` is resolved (figures and phrases put in) while it is read. Must not know files or structure.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from kiosk.catalog.kinds import Source

Line = Annotated[str, Meta(extra={"is": "line"})]
Card = Annotated[str, Meta(extra={"is": "card"})]
Lines = Annotated[tuple[Line, ...], Meta(min_length=1)]


class TopicWords(Struct, frozen=True):
    """What every topic begins with."""

    title: Line
    card: Card
    says: Line
    ask: Line


class TextWords(Struct, frozen=True):
    """`text`."""

    text: Lines
    title: Line = ""


class ListWords(Struct, frozen=True):
    """`list`."""

    items: Lines
    title: Line = ""
    lead: Line = ""


class StepWords(Struct, frozen=True):
    """One step."""

    title: Line
    text: Line


class StepsWords(Struct, frozen=True):
    """`steps`."""

    items: Annotated[tuple[StepWords, ...], Meta(min_length=1)]
    title: Line = ""


class CardWords(Struct, frozen=True):
    """One card of a `comparison`."""

    title: Line
    text: Line
    alt: Line
    term: Line = ""
    note: Line = ""
    label: Line = ""


class TitleWords(Struct, frozen=True):
    """`comparison` and `tabs`, without their parts."""

    title: Line = ""


class LabelWords(Struct, frozen=True):
    """A part that has one label."""

    label: Line


class PebblesWords(Struct, frozen=True):
    """`pebbles`."""

    over: Line
    big: Line
    text: Line
    other: Line
    legend: Lines
    alt: Line


class ScaleWords(Struct, frozen=True):
    """`scale`, without its marks."""

    title: Line
    band: Line
    note: Line


class PictureWords(Struct, frozen=True):
    """`picture`."""

    alt: Line
    caption: Line = ""


class CalloutWords(Struct, frozen=True):
    """`callout`."""

    text: Line


class ExpanderWords(Struct, frozen=True):
    """`expander`."""

    title: Line
    short: Line
    text: Lines


class RowWords(Struct, frozen=True):
    """One row of a `table`."""

    head: Line
    text: Line


class TableWords(Struct, frozen=True):
    """`table`."""

    rows: Annotated[tuple[RowWords, ...], Meta(min_length=1)]
    title: Line = ""
    lead: Line = ""


class QuestionWords(Struct, frozen=True):
    """One entry of questions.yaml."""

    ask: Line
    short: Line
    text: Lines
    callout: Line = ""
    sources: tuple[Source, ...] = ()
