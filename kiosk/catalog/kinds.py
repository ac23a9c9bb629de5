"""What stands in a topic's structure file: one struct per kind of block, as in docs/content.md.

Owns names and closed sets; `Meta` says what a value refers to, and `references` checks it. Must not know words.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Id = Annotated[str, Meta(extra={"is": "id"})]
BlockId = Annotated[str, Meta(extra={"is": "block"})]
When = Annotated[dict[str, str], Meta(extra={"is": "when"})]
Picture = Annotated[str, Meta(extra={"is": "picture"})]
Scene = Annotated[str, Meta(extra={"is": "scene"})]
Icon = Annotated[str, Meta(extra={"is": "icon"})]
Count = Annotated[str, Meta(extra={"is": "count"})]
Size = Annotated[str, Meta(extra={"is": "size"})]
Source = Annotated[str, Meta(extra={"is": "source"})]
Date = Annotated[str, Meta(extra={"is": "date"})]

Mark = Literal["dot", "check", "lens", "cross"]
Stone = Literal["sage", "honey", "iris"]


class Plan(Struct, frozen=True, tag_field="kind"):
    """One block's structure."""

    id: BlockId
    when: When = {}


class TextPlan(Plan, frozen=True, tag="text"):
    """Paragraphs."""


class ListPlan(Plan, frozen=True, tag="list"):
    """Marked lines."""

    mark: Mark = "dot"


class StepsPlan(Plan, frozen=True, tag="steps"):
    """One thing after the other."""

    icons: tuple[Icon, ...] = ()
    layout: Literal["timeline", "stack"] = "timeline"


class CardPlan(Struct, frozen=True):
    """One side of a comparison."""

    id: Id
    picture: Picture
    mark: Mark | None = None


class ComparisonPlan(Plan, frozen=True, tag="comparison", kw_only=True):
    """Cards side by side."""

    cards: Annotated[tuple[CardPlan, ...], Meta(min_length=1, extra={"is": "parts"})]


class GroupPlan(Struct, frozen=True):
    """Pebbles of one shape: full, half-filled, with a dark rim, or a dashed ring. Colour alone tells no two apart."""

    count: Count
    stone: Literal["sage", "half", "rimmed", "hollow"]


class PebblesPlan(Plan, frozen=True, tag="pebbles", kw_only=True):
    """A number as pebbles of a hundred."""

    groups: Annotated[tuple[GroupPlan, ...], Meta(min_length=1, extra={"is": "groups"})]


class MarkPlan(Struct, frozen=True):
    """One thing of a known size."""

    id: Id
    at: Size
    symbol: Literal["salt", "seed", "pea"]


class ScalePlan(Plan, frozen=True, tag="scale", kw_only=True):
    """A ruler."""

    band: Size
    marks: Annotated[tuple[MarkPlan, ...], Meta(min_length=1, extra={"is": "parts"})]


class PicturePlan(Plan, frozen=True, tag="picture", kw_only=True):
    """One picture."""

    picture: Picture


class CalloutPlan(Plan, frozen=True, tag="callout"):
    """Words set apart."""

    tone: Literal["info", "reassure", "ask"] = "info"


class ExpanderPlan(Plan, frozen=True, tag="expander"):
    """A heading that opens."""


class TablePlan(Plan, frozen=True, tag="table"):
    """Rows with a head."""


class QuestionsPlan(Plan, frozen=True, tag="questions"):
    """All entries of questions.yaml."""


LeafPlan = (
    TextPlan
    | ListPlan
    | StepsPlan
    | ComparisonPlan
    | PebblesPlan
    | ScalePlan
    | PicturePlan
    | CalloutPlan
    | ExpanderPlan
    | TablePlan
    | QuestionsPlan
)


class TabPlan(Struct, frozen=True):
    """One tab and what is behind it."""

    id: Id
    blocks: Annotated[tuple[LeafPlan, ...], Meta(min_length=1)]
    stone: Stone | None = None
    icon: Icon = ""
    when: When = {}


class TabsPlan(Plan, frozen=True, tag="tabs", kw_only=True):
    """Blocks of which a visitor sees one group at a time."""

    tabs: Annotated[tuple[TabPlan, ...], Meta(min_length=1, extra={"is": "parts"})]


BlockPlan = LeafPlan | TabsPlan


class ReviewPlan(Struct, frozen=True):
    """Who checked the page; ISO 8601 dates."""

    by: str
    on: Date
    next: Date


class TopicPlan(Struct, frozen=True):
    """A topic's structure file."""

    scene: Scene
    tint: Literal["peach", "tide", "iris", "sage", "honey", "sand"]
    sources: Annotated[tuple[Source, ...], Meta(min_length=1, extra={"unique": True})]
    review: Annotated[Literal["none"] | ReviewPlan, Meta(extra={"is": "review"})]
    blocks: Annotated[tuple[BlockPlan, ...], Meta(min_length=1)]
