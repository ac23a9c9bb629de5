"""A right-to-left language's texts are drawn from the right, whatever they begin with."""

from __future__ import annotations

import pytest

from kiosk.catalog import load, words_of
from tests.catalog.tree import Tree, plant

MARK = "\u200f"


@pytest.fixture
def turned(tree: Tree) -> Tree:
    """The second language is written from right to left."""
    plant(tree.content, "es/language.yaml", "direction: ltr", "direction: §rtl")
    return tree


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("BI-RADS كلمة", MARK + "BI-RADS كلمة"),
        ("كلمة BI-RADS", "كلمة BI-RADS"),
        ("«BI-RADS» كلمة", MARK + "«BI-RADS» كلمة"),
        ("{rare.value} كلمة", "2 كلمة"),
        ("{tiny} كلمة", "0.5 mm كلمة".replace(".", ",")),
        ("…", "…"),
    ],
)
@pytest.mark.standard("F7")
def test_a_sentence_that_begins_with_a_latin_name_is_marked(turned: Tree, words: str, read: str) -> None:
    plant(turned.content, "es/plain.yaml", "Son chicas.", f'§"{words}"')
    book = load(turned.content, turned.assets, choices={}, languages=("es",), cache=None).book("es")
    read = MARK + read if "mm" in read else read
    assert words_of(book, "plain.intro").splitlines()[1] == read


def test_left_to_right_languages_need_no_mark(tree: Tree) -> None:
    catalog = load(tree.content, tree.assets, choices={}, languages=("en", "es"), cache=None)
    for code in ("en", "es"):
        book = catalog.book(code)
        assert MARK not in "".join((*book.interface.values(), *(words_of(book, f"{t.id}.title") for t in book.topics)))
