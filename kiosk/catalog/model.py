"""The catalog's plain types: what a patient can read, resolved for one language and one site.

Owns the shapes only. Must not know YAML, files, Qt or who is reading.
"""

from __future__ import annotations

from msgspec import Struct

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


class LanguageInfo(Struct, frozen=True):
    """What the kiosk must know of a language before it is chosen."""

    code: str
    name: str
    direction: str
    status: str
    attract: dict[str, str]
    """The interface words `attract.*`, needed before a language is chosen."""


class Book(Struct, frozen=True):
    """All words of one language, figures and the site's choices put in."""

    code: str
    interface: dict[str, str]
    topics: tuple[Topic, ...]
