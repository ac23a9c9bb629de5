"""When the pages are to be looked at again by those who sign them.

Owns the earliest of those days. Must not know what today is.
"""

from __future__ import annotations

from datetime import date

from kiosk.catalog.model import Book


def earliest(book: Book) -> date | None:
    """The earliest day on which a page or the pictures are to be reviewed next; None where nothing is."""
    reviews = [*(topic.review for topic in book.topics), *((book.explorer.review,) if book.explorer else ())]
    return min((date.fromisoformat(review.next) for review in reviews if review.next), default=None)
