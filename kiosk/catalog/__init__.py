"""What patients can read. No Qt. `check` and `compile_catalog` read YAML and are imported when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.catalog.model import (
    Block,
    Book,
    Explorer,
    GuideStep,
    Item,
    LanguageInfo,
    PairWords,
    PictureWords,
    Review,
    SizeMark,
    SizeSide,
    SizeWords,
    SpotWords,
    Topic,
)
from kiosk.catalog.store import Catalog, load

if TYPE_CHECKING:
    from kiosk.catalog.checking import check
    from kiosk.catalog.compiler import Compilation, compile_catalog
    from kiosk.catalog.texts import words_of

__all__ = [
    "Block",
    "Book",
    "Catalog",
    "Compilation",
    "Explorer",
    "GuideStep",
    "Item",
    "LanguageInfo",
    "PairWords",
    "PictureWords",
    "Review",
    "SizeMark",
    "SizeSide",
    "SizeWords",
    "SpotWords",
    "Topic",
    "check",
    "compile_catalog",
    "load",
    "words_of",
]


def __getattr__(name: str) -> object:
    if name == "check":
        from kiosk.catalog.checking import check  # noqa: PLC0415

        return check
    if name in ("Compilation", "compile_catalog"):
        from kiosk.catalog import compiler  # noqa: PLC0415

        return getattr(compiler, name)
    if name == "words_of":
        from kiosk.catalog.texts import words_of  # noqa: PLC0415

        return words_of
    raise AttributeError(name)
