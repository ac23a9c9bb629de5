"""What must not stand in words that a patient reads.

Owns the slips that show in one text alone. Must not know where the text stands or what it cites.
"""

from __future__ import annotations

import re
import unicodedata

from kiosk.reading import FileNotes, Scalar

MOST_CARD_LETTERS = 24
_MARKUP = re.compile(r"[<>`]|&#?\w+;|\*\*|https?\b|www\.", re.IGNORECASE)
_BREAK = re.compile(r"[\n\t]")


def lint(node: Scalar, text: str, notes: FileNotes) -> None:
    """Note digits, markup and line breaks in `text`: the words at `node` without what they cite."""
    digit = next((char for char in text if unicodedata.category(char) == "Nd"), None)
    if digit:
        notes.slip(node, f"the digit {digit!r} is typed into the words", "put the figure into facts.yaml and cite it")
    markup = _MARKUP.search(text)
    if markup:
        notes.slip(node, f"markup or an address ({markup[0]!r}) in the words", "write plain words")
    if _BREAK.search(text.strip()):
        notes.slip(node, "a line break or tab inside the words", "write two paragraphs, or one line")


def lint_card(node: Scalar, text: str, notes: FileNotes) -> None:
    """Note a name that does not fit a card on the home screen."""
    letters = sum(1 for char in text if char.isprintable() and not unicodedata.combining(char))
    if letters > MOST_CARD_LETTERS:
        notes.slip(node, f"the card's name has {letters} letters", f"shorten it to {MOST_CARD_LETTERS}")
