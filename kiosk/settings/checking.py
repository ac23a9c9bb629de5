"""What can be wrong with a site's settings beyond their types, for those who write them.

Owns what a settings file says of language help, of voices and of its glass. Must not know who prints it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import structs

from kiosk.reading import FileNotes, Map, Node, Notes, Problem, Scalar, Seq
from kiosk.reading.typed import decode
from kiosk.settings.access import USER, Reader, reader, shut
from kiosk.settings.desk import check_desk, cleaned
from kiosk.settings.hours import check_hours, usable
from kiosk.settings.keys import check_keypad
from kiosk.settings.layers import Layers, read_layers, whole_paths
from kiosk.settings.model import NoticePicture, Site
from kiosk.settings.notice import examine
from kiosk.settings.places import Place
from kiosk.settings.reach import SHAPES, too_high

FILES = {("log", "file"): "", ("control", "socket"): "", ("figures", "prometheus_file"): ".prom"}
"""What the kiosk makes, by the setting that says where, and how its name must end."""


def checked(place: Place, environ: Mapping[str, str], notes: Notes) -> Layers:
    """The layers at `place` with the settings as the kiosk uses them; noted is what needs no look at any other file."""
    layers = read_layers(place, environ, notes)
    if not layers.root.entries:
        return layers
    here = notes.on(str(place.first))
    check_words(layers.root, layers.site, here)
    check_keypad(layers.root, layers.site.keypad, here)
    check_desk(layers.root, layers.site, here)
    check_hours(layers.root, here)
    check_files(layers.root, here)
    site = structs.replace(layers.site, desk=cleaned(layers.site), hours=usable(layers.site.hours))
    return structs.replace(layers, site=site)


def check_place(
    place: Place,
    environ: Mapping[str, str],
    notes: Notes,
    engines: Callable[[], Sequence[str] | None] = lambda: None,
) -> Layers:
    """Note all problems of the layers at `place`, of the pictures that they name, and of the height of the glass.

    `engines` names the speech engines of this machine, or None where nobody knows; asked for where one is wished.
    """
    layers = checked(place, environ, notes)
    here = notes.on(str(place.first))
    if who := reader():
        check_access(place, who, notes)
    _check_pictures(layers, place, here)
    _check_reach(layers.root, layers.site, here)
    _check_engine(layers.root, layers.site, engines, here)
    _check_hook(layers.root, here)
    return layers


def check_site(path: Path, engines: Callable[[], Sequence[str] | None] = lambda: None) -> tuple[Problem, ...]:
    """All problems of the settings file `path`, without any variable."""
    notes = Notes()
    check_place(Place(path), {}, notes, engines)
    return notes.in_order()


def check_words(root: Map, site: Site, notes: FileNotes) -> None:
    """Note what is wrong with the notice's words and the voices, which needs no look at any other file."""
    mode = root.get("mode")
    if isinstance(mode, Scalar) and mode.value == "production" and root.get("language_help") is None:
        what = "this production site gives no notice that help with language is free (45 CFR 92.11)"
        mend = "add `language_help: {}`, with pictures for the languages that your state's notice must have"
        notes.warn(mode, what, mend)
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


def check_files(root: Map, notes: FileNotes) -> None:
    """Note files that the kiosk writes or makes, and whose place is not said in whole."""
    for names, ending in FILES.items():
        node = _below(root, *names)
        if not isinstance(node, Scalar) or not node.value:
            continue
        if not node.value.startswith("/"):
            notes.slip(node, f"{node.value!r} is no whole path", "begin it with /, such as /var/log")
        elif not node.value.endswith(ending):
            notes.slip(node, f"{node.value!r} does not end in {ending}", "let it: whoever reads it looks for that")


def check_access(place: Place, who: Reader, notes: Notes) -> None:
    """Note layers that the kiosk's own user cannot read, though whoever asks can."""
    for path in shut(place, who):
        mode = "755" if path.is_dir() else "644"
        notes.on(str(path)).slip(None, f"the user {USER} cannot read this", f"run: chmod {mode} {path}")


def _check_pictures(layers: Layers, place: Place, notes: FileNotes) -> None:
    """Note what is wrong with each picture, at its name; what does not fit the settings at all, others have said."""
    listed = _below(layers.root, "language_help", "pictures")
    for node in listed.items if isinstance(listed, Seq) else ():
        picture = decode(node, NoticePicture, Notes().on(""), whole_paths(place))
        if picture is None or not isinstance(node, Map):
            continue
        if fault := examine(picture, layers.site.screen).fault:
            notes.slip(node.get("file"), f"{picture.file}: {fault.what}", fault.mend)
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


def _check_hook(root: Map, notes: FileNotes) -> None:
    """Note a command for the screen that is not on this machine; it may be on the one that the settings are for."""
    hook = _below(root, "hours", "hook")
    program = hook.items[0] if isinstance(hook, Seq) and hook.items else None
    if isinstance(program, Scalar) and shutil.which(program.value) is None:
        what = f"there is no program {program.value!r} on this machine that can be run, so no screen is switched"
        notes.warn(program, what, "install it, make it executable by chmod 755, or correct the name")


def _below(root: Map, *names: str) -> Node | None:
    """The node at the end of these names, or None."""
    node: Node | None = root
    for name in names:
        node = node.get(name) if isinstance(node, Map) else None
    return node
