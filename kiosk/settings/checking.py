"""What can be wrong with a site's settings beyond their types, for those who write them.

Owns what a settings file says of language help, of voices and of its glass. Must not know who prints it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import structs

from kiosk.reading import FileNotes, Map, Node, Notes, Problem, Seq
from kiosk.reading.files import read_map
from kiosk.reading.typed import decode
from kiosk.settings.loader import load_site
from kiosk.settings.model import NoticePicture, Site
from kiosk.settings.notice import examine
from kiosk.settings.reach import SHAPES, too_high


def check_site(path: Path, engines: Callable[[], Sequence[str] | None] = lambda: None) -> tuple[Problem, ...]:
    """All problems of the settings file `path`, of the pictures that it names, and of the height of its glass.

    `engines` names the speech engines of this machine, or None where nobody knows; asked for where one is wished.
    """
    site, problems = load_site(path)
    notes = Notes()
    notes.problems.extend(problems)
    root = read_map(path, Notes())
    if root is not None:
        _check_pictures(root, site, path.absolute().parent, notes.on(str(path)))
        _check_reach(root, site, notes.on(str(path)))
        _check_engine(root, site, engines, notes.on(str(path)))
    return notes.in_order()


def check_words(root: Map, site: Site, notes: FileNotes) -> None:
    """Note what is wrong with the notice's words and the voices, which needs no look at any other file."""
    if site.mode == "production" and root.get("language_help") is None:
        what = "this production site gives no notice that help with language is free (45 CFR 92.11)"
        mend = "add `language_help: {}`, with pictures for the languages that your state's notice must have"
        notes.warn(root.get("mode"), what, mend)
    words = _below(root, "language_help", "notice")
    for key, _ in words.entries if isinstance(words, Map) else ():
        if key.value not in site.languages:
            what = f"the notice has words in {key.value!r}, a language that this site does not offer"
            notes.slip(key, what, f"add {key.value} to `languages`, or show the words as a picture")
    voices = _below(root, "speech", "voices")
    for key, wish in voices.entries if isinstance(voices, Map) else ():
        if key.value not in site.languages:
            what = f"`voices` has a voice for {key.value!r}, a language that this site does not offer"
            notes.slip(key, what, f"add {key.value} to `languages`, or take its voice out")
        elif isinstance(wish, Map) and not wish.entries:
            notes.warn(key, f"`voices` says nothing of the voice for {key.value}", "give its `name` or its `gender`")


def _check_pictures(root: Map, site: Site, folder: Path, notes: FileNotes) -> None:
    """Note what is wrong with each picture, at its name; what does not fit the settings at all, others have said."""
    listed = _below(root, "language_help", "pictures")
    for node in listed.items if isinstance(listed, Seq) else ():
        picture = decode(node, NoticePicture, Notes().on(""))
        if picture is None or not isinstance(node, Map):
            continue
        path = str(folder / picture.file)
        if fault := examine(structs.replace(picture, file=path), site.screen).fault:
            notes.slip(node.get("file"), f"{path}: {fault.what}", fault.mend)
        if not picture.alt:
            notes.warn(node, "who cannot see this picture is not told what it says", "add `alt:` with its words")


def _check_reach(root: Map, site: Site, notes: FileNotes) -> None:
    """Note a height at which lower buttons cannot all be touched, for a glass that hangs upright or wide."""
    for shape in SHAPES.values():
        if fault := too_high(site.screen, *shape):
            notes.warn(root.get("screen"), *fault)


def _check_engine(root: Map, site: Site, engines: Callable[[], Sequence[str] | None], notes: FileNotes) -> None:
    """Note an engine that is not on this machine: nothing would ever be read aloud."""
    wished = site.speech.engine
    there = engines() if wished else None
    if there is not None and wished not in there:
        what = f"there is no speech engine {wished!r} on this machine"
        mend = f"take `engine` out, or name one that is there: {', '.join(there) or 'none'}"
        notes.slip(_below(root, "speech", "engine"), what, mend)


def _below(root: Map, *names: str) -> Node | None:
    """The node at the end of these names, or None."""
    node: Node | None = root
    for name in names:
        node = node.get(name) if isinstance(node, Map) else None
    return node
