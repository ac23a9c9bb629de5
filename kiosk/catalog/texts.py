"""All words of a block, a page or a book, for those who count, search or check them. Knows the model only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kiosk.catalog.model import Block, Book, Explorer, Item, Topic

_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def words_of(book: Book, block_id: str) -> str:
    """All words that stand under an id, one text a line. Raises KeyError when nothing has the id.

    Ids: `topic.block`, `topic.title`, `topic.card`, `topic.says`, `topic.ask`, `questions.entry`, `interface.word`,
    `explorer.guide.step` and the others of `explorer_words`.
    """
    room, _, name = block_id.partition(".")
    if room == "explorer" and book.explorer:
        return "\n".join(dict(explorer_words(book.explorer))[name])
    if room == "interface":
        return book.interface[name]
    for topic in book.topics:
        if topic.id == room and name in ("title", "card", "says", "ask"):
            return str(getattr(topic, name))
        for block in _all_blocks(topic.blocks):
            if block.id == block_id or (topic.id == room and block.id == name):
                return "\n".join(_texts(block, aloud=True))
    raise KeyError(block_id)


def word_count(topic: Topic) -> int:
    """How many words a visitor can read on the page; two Han or kana characters count as one word."""
    texts = [topic.title, topic.says, topic.ask]
    for block in topic.blocks:
        texts.extend(_texts(block, aloud=False))
    return count_words(*texts)


def count_words(*texts: str) -> int:
    """How many words these texts have; two Han or kana characters count as one word."""
    return sum(_count(text) for text in texts)


def explorer_words(explorer: Explorer) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything that can be read in the explorer, by id without `explorer.`, in reading order."""
    yield "title", (explorer.title, explorer.lead)
    for picture in explorer.pictures:
        yield f"pictures.{picture.id}", (picture.title, picture.view, picture.alt)
        for spot in picture.spots:
            yield f"pictures.{picture.id}.{spot.id}", (spot.title, spot.text, spot.size, spot.alt)
    for pair in explorer.pairs:
        yield f"pairs.{pair.id}", (pair.title, pair.text, pair.left_label, pair.right_label)
    sizes = explorer.sizes
    marks = [text for mark in sizes.marks for text in (mark.label, mark.amount)]
    labels = (sizes.left.label, sizes.right.label)
    texts = (sizes.title, sizes.lead, *labels, *marks, sizes.text_title, sizes.text, sizes.true_title, sizes.true_text)
    yield "sizes", texts
    for step in explorer.guide:
        yield f"guide.{step.id}", (step.title, step.text)


def _all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for item in block.items:
            yield from _all_blocks(item.blocks)


def _texts(block: Block, aloud: bool) -> Iterator[str]:
    """The block's words in reading order; what describes a picture only when `aloud`."""
    texts = [block.title, block.lead, block.big, *block.paragraphs]
    yield from filter(None, texts)
    for item in block.items:
        yield from _item_texts(item, aloud)
    rest = [block.callout, block.other, block.note, block.caption, block.alt if aloud else ""]
    yield from filter(None, rest)


def _item_texts(item: Item, aloud: bool) -> Iterator[str]:
    yield from filter(None, [item.label, item.title, item.term, item.text, item.note, item.alt if aloud else ""])
    for block in item.blocks:
        yield from _texts(block, aloud)


def _count(text: str) -> int:
    ideographs = len(_IDEOGRAPHS.findall(text))
    return (ideographs + 1) // 2 + len(_IDEOGRAPHS.sub(" ", text).split())
