"""When the pages are to be looked at again by those who sign them.

Owns the earliest of those days. Must not know what today is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from kiosk.catalog.store import load


def earliest(
    content: Path, assets: Path, choices: Mapping[str, str], languages: Sequence[str], cache: Path | None
) -> date | None:
    """The earliest day on which a page is to be reviewed next; None where no page has one. Reads a book of its own, so
    that any thread may ask."""
    catalog = load(content, assets, choices=choices, languages=languages, cache=cache)
    if not catalog.languages:
        return None
    book = catalog.book(catalog.languages[0].code)
    reviews = [*(topic.review for topic in book.topics), *((book.explorer.review,) if book.explorer else ())]
    return min((date.fromisoformat(review.next) for review in reviews if review.next), default=None)
