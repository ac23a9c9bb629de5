"""The catalog's plain types: what a patient can read, resolved for one language and one site.

Owns the shapes only. Must not know YAML, files, Qt or who is reading.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

REFERENCE = "en"
"""The language whose words decide the shape of all others; it is no translation."""


class Item(Struct, frozen=True):
    """One part of a block. Unused fields stay empty; parts without a name of their own are numbered from "1".

    list line: text. step: icon, title, text. card: picture, mark, title, term, text, note, label, alt.
    pebbles: count, stone, label. scale mark: mm, mark (its symbol), label. table row: title (its head), text.
    tab: label, icon, stone, blocks.
    """

    id: str
    title: str = ""
    term: str = ""
    text: str = ""
    note: str = ""
    label: str = ""
    alt: str = ""
    picture: str = ""
    mark: str = ""
    icon: str = ""
    stone: str = ""
    count: int = 0
    """Pebbles of this group, 0 to 100."""
    mm: float = 0.0
    """Size of this mark on a scale, in millimetres."""
    blocks: tuple[Block, ...] = ()
    """The blocks behind a tab."""


class Block(Struct, frozen=True):
    """One visual unit of a page. `kind` decides which fields carry words; the others stay empty.

    A callout's text is its one paragraph; pebbles have over in `lead` and text as the one paragraph; a scale's band is
    labelled by `caption`; an entry of questions.yaml is an `expander` with the id `questions.<entry>`.
    """

    id: str
    kind: str
    title: str = ""
    lead: str = ""
    """An introducing sentence; a pebble block's `over`; an expander's or question's short answer."""
    big: str = ""
    paragraphs: tuple[str, ...] = ()
    callout: str = ""
    other: str = ""
    """The other side of a number."""
    note: str = ""
    alt: str = ""
    caption: str = ""
    picture: str = ""
    tone: str = ""
    mark: str = ""
    layout: str = ""
    mm: float = 0.0
    """A scale's band, in millimetres."""
    items: tuple[Item, ...] = ()


class Review(Struct, frozen=True):
    """Who checked a page and when; empty strings when nobody has. Dates are ISO 8601."""

    by: str = ""
    on: str = ""
    next: str = ""


class Topic(Struct, frozen=True):
    """One page."""

    id: str
    title: str
    card: str
    says: str
    ask: str
    scene: str
    tint: str
    blocks: tuple[Block, ...]
    word_count: int
    """Words a visitor can read on the page, closed expanders included; for the reading-aware idle limit."""
    review: Review
    publishers: tuple[str, ...]


class SpotWords(Struct, frozen=True):
    """One spot of a picture that can be explored."""

    id: str
    title: str
    text: str
    """One or two sentences: what it is and what such spots usually mean. Never a diagnosis."""
    size: str
    """A ready sentence, in the language's own number form."""
    alt: str
    """What one would see, for who cannot see it."""


class PictureWords(Struct, frozen=True):
    """One picture that can be explored; its spots in the order of their numbers."""

    id: str
    title: str
    view: str
    """Which breast, seen from where."""
    alt: str
    spots: tuple[SpotWords, ...]
    alone: bool = True
    """False for a picture that only a pair shows: the chooser leaves it out."""
    pixel_mm: float = 0.0
    """Millimetres per pixel of the whole picture; 0 where its own truth.json says."""
    word_count: int = 0
    """Words in the list of its spots; for the reading-aware idle limit."""


class PairWords(Struct, frozen=True):
    """Two pictures to compare; `left` and `right` are picture ids."""

    id: str
    title: str
    text: str
    left: str
    right: str
    left_label: str
    right_label: str
    wipe: bool
    """Whether one may lie over the other: the same breast, seen the same way."""


class SizeSide(Struct, frozen=True):
    """One of the two spots whose sizes are compared."""

    picture: str
    spot: str
    label: str


class SizeMark(Struct, frozen=True):
    """An everyday thing of a known size."""

    symbol: str
    """salt, seed or pea."""
    label: str
    amount: str
    """Its size in words."""
    mm: float


class SizeWords(Struct, frozen=True):
    """A big and a tiny spot beside things that everybody knows."""

    title: str
    lead: str
    text_title: str
    text: str
    left: SizeSide
    right: SizeSide
    marks: tuple[SizeMark, ...]
    true_title: str
    true_text: str


class GuideStep(Struct, frozen=True):
    """One step of the guided look at a picture; `spot` is empty where the step shows none."""

    id: str
    title: str
    text: str
    picture: str
    spot: str
    show: str
    """whole: the whole picture; spot: it fills much of the glass; near: with its surroundings; lens: under the lens."""
    rings: bool
    word_count: int
    """Words that a visitor reads in this step, for how long it stands."""


class Explorer(Struct, frozen=True):
    """The words of the pictures that can be explored, in one language."""

    title: str
    lead: str
    pictures: tuple[PictureWords, ...]
    pairs: tuple[PairWords, ...]
    sizes: SizeWords
    guide: tuple[GuideStep, ...]
    review: Review = Review()
    publishers: tuple[str, ...] = ()


Families = Annotated[tuple[str, ...], Meta(min_length=1)]


class Typeface(Struct, frozen=True):
    """What a language is set in. Families stand first to last: a later one draws what those before it lack."""

    title: Families
    text: Families
    title_weight: Annotated[int, Meta(ge=400, le=700)] = 600
    text_scale: Annotated[float, Meta(ge=0.8, le=1.25)] = 1.0
    """Size of letters in `text` against the design's; 0.94 where capitals are higher than those of Latin text."""
    line: Annotated[float, Meta(ge=0, le=2)] = 0.0
    """Least height of a line, in sizes of its letters; 0 leaves it to the design."""
    tracked: bool = True
    """Whether the letters of large titles may stand a little closer; not where they join or fill squares."""

    @property
    def families(self) -> tuple[str, ...]:
        """Each family once."""
        return tuple(dict.fromkeys((*self.title, *self.text)))


class LanguageInfo(Struct, frozen=True):
    """What the kiosk must know of a language before it is chosen."""

    code: str
    name: str
    direction: str
    status: str
    attract: dict[str, str]
    """The interface words that the first screen shows, needed before a language is chosen."""
    typeface: Typeface | None = None
    """None where assets/fonts/fonts.yaml has none for it."""
    face: str = ""
    """The family that draws its own name and its draft mark while its fonts are not loaded."""


class Book(Struct, frozen=True):
    """All words of one language, figures and the site's choices put in."""

    code: str
    interface: dict[str, str]
    topics: tuple[Topic, ...]
    explorer: Explorer | None = None
    """None where it is faulty or the content has none: the rest goes on without it."""
