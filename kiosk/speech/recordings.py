"""Recorded voices: which file says which text.

Owns the index `voice.yaml` of a language's recordings, the names of all texts that can be recorded, and what is a
recording at all. A recording is found by the words that it says, so one of older words is never heard. Must not know
Qt, nor how anything sounds.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.catalog.model import Book
from kiosk.reading import Map, Notes, Scalar
from kiosk.speech.model import Kind, Part, Utterance
from kiosk.speech.sentences import heard

_LOG = logging.getLogger("kiosk.speech")
INDEX = "voice.yaml"
NAME = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")
"""What a name may be, for it is a file's name, too."""
MOST_BYTES = 4 * 1024 * 1024
"""Five minutes at 100 kbit/s; nothing that a page says is longer."""
UNPLAYED = "a recording cannot be played (`kiosk check` names it)"
"""What staff read of one while a visitor may be there."""
_HEAD = 64
_WORDS = frozenset(
    {
        *("title", "card", "says", "ask", "lead", "big", "paragraphs", "callout", "other", "note", "alt", "caption"),
        *("term", "text", "label", "size", "view", "left_label", "right_label", "text_title", "true_title"),
        *("true_text", "amount"),
    }
)
"""The fields that hold words for patients."""
_IN_CONTROLS = {
    "attract": {"draft", "ease", "help"},
    "home": {"visited"},
    "bar": {"back", "language", "home", "listen", "stop", "ease", "done"},
    "topic": {"next", "more_below"},
    "explorer": {
        *("hero_text", "show_spots", "hide_spots", "compare", "sizes", "guide", "previous_spot", "next_spot", "close"),
        *("lens", "zoom_in", "zoom_out", "fit", "left", "right", "up", "down", "previous_step", "next_step", "pause"),
        *("play", "repeat", "leave_guide", "side_by_side", "wipe", "only_left", "only_right", "half", "true_size"),
        *("larger_again", "seen"),
    },
    "centers": {"phone", "hours"},
    "languages": {"close"},
    "ease": {"standard", "large", "larger", "largest", "voice", "contrast", "reach", "motion", "done"},
    "help": {"close"},
    "voice": {
        *("again", "pause", "play", "next", "settings", "slow", "normal", "fast", "fastest", "softer", "louder"),
        *("done", "missing", "broken"),
    },
    "offer": {"yes", "no"},
    "keys": {"close"},
    "warning": {"second", "seconds", "seconds_few", "stay", "leave"},
}
"""Words of the interface that are no text of their own: names of controls and what is joined to other words."""
_NEVER_READ = ("say", "staff")
"""Groups of the interface that are not read to visitors: how a voice says what a thing is, and what staff read."""
_WHOLE = frozenset({Kind.TEXT, Kind.HEADING, Kind.PICTURE})
Find = Callable[[str, str], str]
"""The file that says this text in this language, or an empty string."""


def texts(book: Book) -> dict[str, str]:
    """Every text of a language that a recording can say, by its name.

    What takes values while it is shown has none, nor has a control: its name is said with what it is and how it stands.
    """
    found = {f"interface.{name}": text for name, text in book.interface.items() if not _in_control(name)}
    for topic in book.topics:
        found |= dict(_words(topic, topic.id))
    if book.explorer is not None:
        found |= dict(_words(book.explorer, "explorer"))
    return {name: text for name, text in found.items() if text.strip() and "{" not in text}


def _in_control(name: str) -> bool:
    group, _, word = name.partition(".")
    return group in _NEVER_READ or word in _IN_CONTROLS.get(group, ())


def _words(of: Struct, name: str, control: str = "card") -> Iterator[tuple[str, str]]:
    """`control`: the field whose words are a control's name."""
    kind = getattr(of, "kind", "")
    controls = ("title" if kind == "expander" else control, "label" if kind == "tabs" else "")
    for field in of.__struct_fields__:
        value = getattr(of, field)
        if isinstance(value, str):
            if field in _WORDS and field != controls[0]:
                yield f"{name}.{field}", value
        elif isinstance(value, Struct):
            yield from _words(value, f"{name}.{field}")
        elif isinstance(value, tuple):
            inside = name if field in ("blocks", "items") else f"{name}.{field}"
            for number, one in enumerate(value, 1):
                if isinstance(one, Struct):
                    yield from _words(one, f"{inside}.{getattr(one, 'id', number)}", controls[1])
                elif field in _WORDS:
                    yield f"{inside}.{number}", one


def skeleton(book: Book) -> str:
    """An index with every text, to be read from while recording; delete the lines of what is not recorded."""
    return "".join(f"{name}: {json.dumps(text, ensure_ascii=False)}\n" for name, text in texts(book).items())


def fault(path: Path) -> str:
    """What is wrong with a recording's file; empty when nothing is."""
    try:
        if not path.is_file():
            return "is missing"
        if path.stat().st_size > MOST_BYTES:
            return f"is larger than {MOST_BYTES // (1024 * 1024)} MB"
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    return "" if head.startswith(b"OggS") and b"OpusHead" in head else "is no Opus file"


class Recordings:
    """The recordings below one folder, each language's index read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """`folder`: with one folder per language code in it; it need not be there."""
        self._folder = folder
        self._files: dict[str, dict[str, Path]] = {}
        self._told = False

    def find(self, language: str, text: str) -> str:
        """The file that says this text in this language; empty where the engine must.

        Staff are told that there is a bad one, and not which: that would tell what is being read.
        """
        if language not in self._files:
            self._files[language] = self._read(self._folder / language)
        path = self._files[language].get(heard(text))
        if path is None:
            return ""
        if fault(path):
            if not self._told:
                self._told = True
                _LOG.warning("%s; the speech engine reads instead", UNPLAYED)
            return ""
        return str(path)

    def _read(self, folder: Path) -> dict[str, Path]:
        if not (folder / INDEX).is_file():
            return {}
        from kiosk.reading.files import read_map  # noqa: PLC0415 - YAML only where there are recordings

        notes = Notes()
        index = read_map(folder / INDEX, notes)
        for problem in notes.in_order():
            _LOG.warning("%s", problem)
        return {
            heard(text.value): folder / f"{name.value}.opus"
            for name, text in (index.entries if isinstance(index, Map) else ())
            if isinstance(text, Scalar) and NAME.fullmatch(name.value)
        }


def recorded(queue: Iterable[Utterance], parts: Iterable[Part], find: Find) -> tuple[Utterance, ...]:
    """The queue with recordings where there are any: one for all sentences of a part, or one for a sentence."""
    whole = {part.key: part.name for part in parts if part.kind in _WHOLE}
    done: list[Utterance] = []
    for (key, language), group in groupby(queue, key=lambda one: (one.key, one.language)):
        said = tuple(group)
        if key in whole and (path := find(language, whole[key])):
            done.append(Utterance(whole[key], language, key, recording=path))
        else:
            done.extend(replace(one, recording=find(language, one.text)) for one in said)
    return tuple(done)
