"""Rules for the explorer. Each gives one sentence for every break of it: where, and what is wrong.

Owns how a drawn spot is spoken of, and that its words and sizes are those of its drawing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.content.pages import books
from tests.content.plain_words import sentences
from tests.content.tree import read

_USUALLY = re.compile(r"\boften harmless\b|\bmany are harmless\b|\bcloser look\b|\bnot breast cancer\b")
_DIAGNOSIS = re.compile(
    r"\byou have\b|\byour (?:spots?|cancer|result)\b"
    r"|(?<!mean )\b(?:this|these|it|they) (?:is|are) (?:cancer|benign|harmless|suspicious)\b",
    re.I,
)
_TRUTH = "truth.json"
_ROUNDED = 0.05 + 1e-6  # mm: what a size loses in words


def spots_say_what_is_usual(content: Path) -> Iterator[str]:
    """Each spot says what spots like it usually are or get, in one or two sentences."""
    for place, text in _spot_texts(content):
        if not _USUALLY.search(text):
            yield f"{place}: {text!r} does not say what such spots usually are"
        if len(sentences([text])) > 2:
            yield f"{place}: {len(sentences([text]))} sentences; say it in two"


def spots_are_not_diagnosed(content: Path) -> Iterator[str]:
    """A drawing is described; whose spots they are, and what they are for sure, is for a doctor to say."""
    for place, text in _spot_texts(content):
        if found := _DIAGNOSIS.search(text):
            yield f"{place}: {found[0]!r} is a diagnosis; say what spots like these often are"


def steps_are_short(content: Path) -> Iterator[str]:
    """One or two sentences a step; what one would see in one to three."""
    explorer = books(content)[0].explorer
    assert explorer is not None
    for step in explorer.guide:
        if len(sentences([step.text])) > 2:
            yield f"guide.{step.id}: {len(sentences([step.text]))} sentences; say it in two"
    for picture in explorer.pictures:
        for name, alt in ((picture.id, picture.alt), *((f"{picture.id}.{s.id}", s.alt) for s in picture.spots)):
            if len(sentences([alt])) > 3:
                yield f"{name}: its `alt` has {len(sentences([alt]))} sentences; say it in three"


def sizes_are_drawn(content: Path, mammograms: Path) -> Iterator[str]:
    """Every spot of a drawing has words, and its size in words is the drawn one, to a tenth of a millimeter."""
    for picture in read(content, "explorer.yaml")["pictures"]:
        name = picture["id"]
        drawn = {
            spot["id"]: spot for spot in json.loads((mammograms / name / _TRUTH).read_text(encoding="utf-8"))["spots"]
        }
        told = {spot["id"]: spot for spot in picture["spots"]}
        for spot in sorted(drawn.keys() ^ told.keys()):
            yield f"{name}.{spot}: {'it is not drawn' if spot in told else 'drawn, but without words'}"
        for spot in sorted(drawn.keys() & told.keys()):
            for end in ("least", "most"):
                size = drawn[spot]["size_mm"][end]
                if abs(float(told[spot][end]) - size) > _ROUNDED:
                    yield f"{name}.{spot}: `{end}` is {told[spot][end]}, but {size:.2f} is drawn"


def _spot_texts(content: Path) -> Iterator[tuple[str, str]]:
    explorer = books(content)[0].explorer
    assert explorer is not None
    for picture in explorer.pictures:
        yield from ((f"{picture.id}.{spot.id}", spot.text) for spot in picture.spots)
