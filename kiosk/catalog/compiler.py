"""Makes the books of all asked languages from the content folder.

Owns the order of the work: what languages share is read once, then each language is made. Must not know caches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from kiosk.catalog.choices import read_choices
from kiosk.catalog.explorer import read_explorer
from kiosk.catalog.figures import read_figures
from kiosk.catalog.fonts import NAME_WEIGHT, NOTE_WEIGHT, Fonts
from kiosk.catalog.language import CODE, read_language
from kiosk.catalog.model import Book, LanguageInfo, Typeface
from kiosk.catalog.references import Shelf
from kiosk.catalog.resolve import Resolver
from kiosk.catalog.shape import Comparison
from kiosk.catalog.structure import read_structures
from kiosk.catalog.translation import Shared, Translation, WordFiles
from kiosk.reading import Map, Notes, Problem, Scalar

ENGLISH = "en"
_RESTING = ("staff.back_soon", "staff.begin")
"""What a resting glass says in every language at once."""
_EARLY = ("attract.", "topic.more_below", "bar.listen", "bar.stop", "voice.missing", "voice.broken", *_RESTING)


class Compilation(Struct, frozen=True):
    """What came of it: usable languages in the order asked, a book for each, and everything that is wrong."""

    languages: tuple[LanguageInfo, ...]
    books: tuple[Book, ...]
    problems: tuple[Problem, ...]


def compile_catalog(
    content: Path, assets: Path, *, choices: Mapping[str, str], languages: Sequence[str], today: date | None = None
) -> Compilation:
    """Read `content` and make its books. Faults are collected; `today` adds warnings of overdue reviews."""
    notes = Notes()
    if not content.is_dir():
        notes.take(Problem(str(content), 1, 1, "there is no such folder", "correct the path of the content"))
        return Compilation((), (), notes.in_order())
    figures = read_figures(content, notes)
    decided = read_choices(content, choices, notes)
    shelf = Shelf(assets)
    structures = read_structures(content, shelf, figures, decided, notes, today=today)
    explorer = read_explorer(content, shelf, figures, decided, notes, today=today)
    shared = Shared(figures, decided, structures, explorer, notes)
    fonts = Fonts(assets, notes)
    english: Translation | None = None
    made: dict[str, tuple[LanguageInfo, Book]] = {}
    for code in dict.fromkeys((ENGLISH, *languages)):
        opened = _open(content, code, shared, fonts, english)
        if code == ENGLISH:
            english = opened.translation if opened else None
        book = opened.translation.book() if opened else None
        if code == ENGLISH and not notes.breaks:  # what cannot be read may cite what seems unused
            figures.warn_of_unused(notes)
        if opened and book:
            made[code] = (_info(opened, book, fonts, notes), book)
    usable = [made[code] for code in dict.fromkeys(languages) if code in made]
    return Compilation(tuple(info for info, _ in usable), tuple(book for _, book in usable), notes.in_order())


class _Opened(Struct, frozen=True):
    """A language at work; `root` is the tree of its `file`, language.yaml."""

    translation: Translation
    typeface: Typeface | None
    root: Map
    file: str


def _open(content: Path, code: str, shared: Shared, fonts: Fonts, english: Translation | None) -> _Opened | None:
    """The words of the language `code`; None, with the reason noted, when they cannot be used."""
    folder = content / code
    if not CODE.fullmatch(code) or not folder.is_dir():
        what = f"there is no language {code!r}"
        shared.notes.take(Problem(str(folder), 1, 1, what, "add its folder, or do not offer it"))
        return None
    found = read_language(content, code, shared.notes)
    if found is None:
        return None
    language, root = found
    file = str(folder / "language.yaml")
    typeface = fonts.typeface(code, language.script, root, file)
    resolver = Resolver(language, shared.figures, fonts.coverage(typeface) if typeface else None)
    comparison = None if code == ENGLISH else Comparison(language.same_as_english)
    files = WordFiles(folder, shared.notes)
    translation = Translation(language, files, shared, resolver, comparison=comparison, english=english)
    return _Opened(translation, typeface, root, file)


def _info(opened: _Opened, book: Book, fonts: Fonts, notes: Notes) -> LanguageInfo:
    """What the first screen knows of a language; what its font cannot draw there is noted."""
    language, files = opened.translation.language, opened.translation.files
    face = fonts.face(language.code, opened.typeface)
    name = opened.root.get("name")
    if isinstance(name, Scalar):
        fonts.check_line(face, name, NAME_WEIGHT, notes.on(opened.file))
    words = files.tree("interface")
    for path in ("attract.draft", *_RESTING):
        group, _, word = path.partition(".")
        early = words.get(group) if words else None
        line = early.get(word) if isinstance(early, Map) else None
        if isinstance(line, Scalar):
            fonts.check_line(face, line, NAME_WEIGHT if path in _RESTING else NOTE_WEIGHT, files.on("interface"))
    shown = {word: text for word, text in book.interface.items() if word.startswith(_EARLY)}
    return LanguageInfo(
        language.code,
        language.name,
        language.direction,
        language.standing,
        shown,
        typeface=opened.typeface,
        face=face,
    )
