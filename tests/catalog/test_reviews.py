"""When the pages are to be looked at again."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.catalog import load
from kiosk.catalog.reviews import earliest
from tests.catalog.tree import CHOICES, Tree

SIGNED = 'next: "2027-01-31"'


def asked(tree: Tree) -> date | None:
    return earliest(load(tree.content, tree.assets, choices=CHOICES, languages=("en",), cache=None).book("en"))


@pytest.mark.parametrize("sooner", ["topics/spots.yaml", "explorer.yaml"])
def test_the_earliest_review_of_pages_and_pictures_counts(tree: Tree, sooner: str) -> None:
    assert asked(tree) == date(2027, 1, 31)
    file = tree.content / sooner
    file.write_text(file.read_text(encoding="utf-8").replace(SIGNED, 'next: "2026-12-24"'), encoding="utf-8")
    assert asked(tree) == date(2026, 12, 24)


def test_pages_that_nobody_has_signed_have_no_day(tree: Tree) -> None:
    for name in ("topics/spots.yaml", "explorer.yaml"):
        file = tree.content / name
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("review:")]
        file.write_text("\n".join(["review: none", *lines, ""]), encoding="utf-8")
    assert asked(tree) is None
