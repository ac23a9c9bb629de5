"""Looks things up in the catalog for whatever session is asked about. Holds nothing of a visitor."""

from __future__ import annotations

import logging
from datetime import date

from kiosk.catalog import Catalog
from kiosk.catalog.model import REFERENCE, Book, LanguageInfo
from kiosk.session.step import EXPLORER, WORDS_PER_MINUTE

_LOG = logging.getLogger(__name__)
_LOOKING = 4.0
"""Seconds to see where the picture went before reading begins."""


class Library:
    """The catalog's questions and answers that the bridge needs."""

    def __init__(self, catalog: Catalog, mode: str) -> None:
        self._catalog = catalog
        production = mode == "production"
        # 45 CFR 92.201(c)(3): in production patients get no translation that no qualified person has signed.
        self.languages = tuple(i for i in catalog.languages if not (production and is_draft(i)))
        """The languages offered at this site."""
        for info in catalog.languages:
            if info not in self.languages:
                _LOG.warning("%s is a draft that nobody has signed; a production site does not offer it", info.code)

    def info(self, code: str) -> LanguageInfo | None:
        """The language `code`; before a choice the site's first; None when there is none at all."""
        return next((i for i in self.languages if i.code == code), next(iter(self.languages), None))

    def drop(self, code: str) -> None:
        """Offer the language `code` no more."""
        self.languages = tuple(info for info in self.languages if info.code != code)

    def lead_with(self, code: str) -> None:
        """Offer the language `code` first, and the others as they stand."""
        self.languages = tuple(sorted(self.languages, key=lambda info: info.code != code))

    def offers(self, code: str) -> bool:
        return any(i.code == code for i in self.languages)

    def book(self, code: str) -> Book | None:
        """The words of `code`; None before a language is chosen, so that the first screen opens no book."""
        return self._catalog.book(code) if self.offers(code) else None

    def next_review(self) -> date | None:
        """The earliest day on which a page is to be reviewed; every language has the same, so the first is asked."""
        from kiosk.catalog.reviews import earliest  # noqa: PLC0415 - what no visitor needs

        info = self.info("")
        book = self.book(info.code) if info else None
        return earliest(book) if book else None

    def has_topic(self, code: str, topic: str) -> bool:
        book = self.book(code)
        return book is not None and any(t.id == topic for t in book.topics)

    def words_on(self, code: str, topic: str) -> int:
        """How many words a visitor can read on that page; 0 for home. `EXPLORER` stands for a list of spots."""
        book = self.book(code) if topic else None
        if topic == EXPLORER and book and book.explorer:
            return book.explorer.pictures[0].word_count if book.explorer.pictures else 0
        return next((t.word_count for t in book.topics if t.id == topic), 0) if book else 0

    def step_seconds(self, code: str, step: int) -> float:
        """How long a step of the guided path stands, by its words; 0 for one that does not exist."""
        book = self.book(code)
        steps = book.explorer.guide if book and book.explorer else ()
        return _LOOKING + steps[step].word_count * 60.0 / WORDS_PER_MINUTE if 0 <= step < len(steps) else 0.0

    def language_rows(self, chosen: str) -> list[tuple[str, str, bool, str, bool, str, float]]:
        """The rows of a `LanguageModel`."""
        return [
            (
                info.code,
                info.name,
                info.direction == "rtl",
                info.attract.get("attract.draft", "") if is_draft(info) else "",
                info.code == chosen,
                info.face,
                info.typeface.line if info.typeface else 0.0,
            )
            for info in self.languages
        ]

    def topic_rows(self, code: str, visited: frozenset[str]) -> list[tuple[str, str, str, str, bool]]:
        """The rows of a `TopicModel`."""
        book = self.book(code)
        return [(t.id, t.card, t.scene, t.tint, t.id in visited) for t in book.topics] if book else []

    def forget(self) -> None:
        """Drop the books that a visitor opened."""
        self._catalog.forget()


def is_draft(info: LanguageInfo) -> bool:
    """Whether visitors are told that nobody has signed this language; the reference language is no translation."""
    return info.status != "reviewed" and info.code != REFERENCE
