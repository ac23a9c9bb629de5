"""What can be wrong with recordings, for those who make them.

Owns the look at every index and file. Must not know who prints it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.catalog.model import Book
from kiosk.reading import FileNotes, Notes, Problem, Scalar
from kiosk.reading.files import read_map
from kiosk.speech.recordings import INDEX, NAME, fault, texts
from kiosk.speech.sentences import heard

_PAGE = 27
"""Bytes at the head of an Ogg page; the last of them tells how many lengths follow."""


def check(folder: Path, books: Mapping[str, Book]) -> tuple[Problem, ...]:
    """All problems of the recordings in `folder`, which need not be there; `books` by language code."""
    notes = Notes()
    for home in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not home.is_dir():
            continue
        on = notes.on(str(home / INDEX))
        if home.name not in books:
            on.warn(None, f"nothing is read in {home.name!r}", "give the folder a language's code")
        else:
            _check_language(home, texts(books[home.name]), notes, on)
    return notes.in_order()


def _check_language(home: Path, wanted: dict[str, str], notes: Notes, on: FileNotes) -> None:
    index = read_map(home / INDEX, notes)
    listed = set()
    for name, text in index.entries if index is not None else ():
        listed.add(f"{name.value}.opus")
        if not isinstance(text, Scalar):
            on.slip(text, f"{name.value} should be the text that its recording says", "write the text in quotes")
        elif name.value not in wanted or not NAME.fullmatch(name.value):
            mend = f"see `kiosk voice --lang {home.name}` for the names of all texts"
            on.slip(name, f"there is no text {name.value!r}", mend)
        elif heard(text.value) != heard(wanted[name.value]):
            mend = f"record it anew and write here: {heard(wanted[name.value])}"
            on.warn(text, f"{name.value} says other words now, so its recording is not heard", mend)
        elif wrong := fault(home / f"{name.value}.opus") or _damage(home / f"{name.value}.opus"):
            on.slip(name, f"{name.value}.opus {wrong}", "record it again, or delete this line")
    for file in sorted(home.glob("*.opus")):
        if file.name not in listed:
            on.warn(None, f"{file.name} stands in no line", f"add `{file.stem}:` with the text that it says")


def _damage(path: Path) -> str:
    """What is wrong with an Opus file all along: its pages follow each other to its end, and some have sound."""
    data = path.read_bytes()
    at = sounds = 0
    while at < len(data):
        body = at + _PAGE + data[at + _PAGE - 1] if at + _PAGE <= len(data) else len(data) + 1
        end = body + sum(data[at + _PAGE : body])
        if data[at : at + 4] != b"OggS" or end > len(data):
            return "is damaged"
        sounds = max(sounds, int.from_bytes(data[at + 6 : at + 14], "little", signed=True))
        at = end
    return "" if sounds else "has no sound in it"
