"""The catalog that a kiosk runs with: compiled once, then read language by language.

Owns the compiled catalog's head and parts, and when it is stale. Imports what reads YAML only when it has to compile.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.catalog.model import Book, LanguageInfo
from kiosk.reading import Problem, compiled

FORM = "1"
"""Raise it when the compiled form changes in a way that the sources of the compiler do not show."""
_BOOKS_HELD = 2  # the visitor's language and the one before: she may go back and forth


class _Head(Struct, frozen=True):
    languages: tuple[LanguageInfo, ...]
    problems: tuple[Problem, ...]


class Request(Struct, frozen=True):
    """What a catalog is asked to be."""

    content: Path
    assets: Path
    choices: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    cache: Path | None

    @property
    def key(self) -> tuple[str, ...]:
        """Everything that makes another catalog of the same files."""
        choices = (f"{name}={option}" for name, option in self.choices)
        return (FORM, str(self.content.absolute()), str(self.assets.absolute()), *choices, *self.languages)

    @property
    def file(self) -> Path | None:
        """Where the compiled catalog is kept."""
        number = zlib.crc32("\n".join(self.key).encode("utf-8", "surrogateescape"))
        return self.cache / f"catalog-{number:08x}.kiosk" if self.cache else None

    def fingerprint(self) -> bytes:
        """The state of all that the catalog is made from, the compiler among it."""
        words = [self.content / code for code in dict.fromkeys(("en", *self.languages)) if _is_name(code)]
        drawings = [self.assets / "art" / "scenes", self.assets / "art" / "icons"]
        code = [Path(__file__).parent, Path(compiled.__file__).parent]
        folders = [self.content, self.content / "topics", *words, self.assets / "fonts", *drawings, *code]
        return compiled.fingerprint(self.key, folders, _mammograms(self.assets / "mammograms"))


class Catalog:
    """What patients can read at one site."""

    def __init__(self, request: Request, source: compiled.Compiled, head: _Head) -> None:
        self.languages = head.languages
        """The offered languages that can be used, in the order asked."""
        self.problems = head.problems
        self._request = request
        self._source = source
        self._books: dict[str, Book] = {}

    def book(self, code: str) -> Book:
        """The words of the language `code`. Raises KeyError for one that is not in `languages`."""
        book = self._books.pop(code, None) or self._decode(code)
        self._books[code] = book
        while len(self._books) > _BOOKS_HELD:
            del self._books[next(iter(self._books))]
        return book

    def forget(self) -> None:
        """Hold no book any more: which ones were held tells what a visitor read."""
        self._books.clear()

    def _decode(self, code: str) -> Book:
        index = next((n for n, info in enumerate(self.languages) if info.code == code), None)
        if index is None:
            raise KeyError(code)
        book = _book(self._source.part(index))
        if book is not None:
            return book
        source, head = _compile(self._request)  # the file has been damaged since it was opened
        for n, info in enumerate(head.languages):
            if info.code == code and (book := _book(source.part(n))):
                return book
        raise KeyError(code)


def load(
    content: Path, assets: Path, *, choices: Mapping[str, str], languages: Sequence[str], cache: Path | None
) -> Catalog:
    """The catalog of `content` for one site; never raises, for what is wrong is in `Catalog.problems`.

    It is compiled when `cache` has no fresh compiled form, and kept there where the folder can be written.
    """
    request = Request(content, assets, tuple(sorted(choices.items())), tuple(dict.fromkeys(languages)), cache)
    source = compiled.open_file(request.file, request.fingerprint()) if request.file else None
    head = _read_head(source) if source else None
    if source is None or head is None:
        source, head = _compile(request)
    return Catalog(request, source, head)


def _is_name(code: str) -> bool:
    """Whether `code` can be a folder of the content and nothing else; the compiler names what cannot."""
    return code.replace("-", "").isalnum()


def _mammograms(folder: Path) -> list[Path]:
    """What changes when a picture comes, goes or gets other spots: each picture's folder and what it says is in it."""
    try:
        pictures = sorted(entry.path for entry in os.scandir(folder) if entry.is_dir() and entry.name[0] != ".")
    except OSError:
        return []
    return [Path(path) for picture in pictures for path in (picture, f"{picture}/truth.json")]


def _compile(request: Request) -> tuple[compiled.Compiled, _Head]:
    from kiosk.catalog.compiler import Compilation, compile_catalog  # noqa: PLC0415 - YAML costs the start dearly

    fingerprint = request.fingerprint()  # before reading: what changes meanwhile makes the result stale
    try:
        made = compile_catalog(
            request.content, request.assets, choices=dict(request.choices), languages=request.languages
        )
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        what = f"the content cannot be read ({type(error).__name__}: {error})"
        made = Compilation((), (), (Problem(str(request.content), 1, 1, what, "run `kiosk check` on it"),))
    head = _Head(made.languages, made.problems)
    parts = [msgspec.msgpack.encode(book) for book in made.books]
    return compiled.keep(request.file, fingerprint, msgspec.msgpack.encode(head), parts), head


def _read_head(source: compiled.Compiled) -> _Head | None:
    try:
        return msgspec.msgpack.decode(source.head, type=_Head)
    except msgspec.MsgspecError:
        return None


def _book(data: bytes | None) -> Book | None:
    try:
        return msgspec.msgpack.decode(data, type=Book) if data is not None else None
    except msgspec.MsgspecError:
        return None
