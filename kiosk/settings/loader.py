"""Reads the site's settings file.

Owns the way from file to `Site`: what does not fit is named and its default stands, so that a kiosk always starts.
Must not know what the settings are for, nor which of them the content offers.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from kiosk.reading import Notes, Problem, Scalar
from kiosk.reading.compiled import Compiled, fingerprint, keep, open_file
from kiosk.settings.model import Site

_FORM = "8"  # raise it when the settings are read in another way or `Site` changes


class _Head(Struct, frozen=True):
    site: Site
    problems: tuple[Problem, ...]


def load_site(path: Path, *, cache: Path | None = None) -> tuple[Site, tuple[Problem, ...]]:
    """The settings in `path` and everything wrong with them; never raises.

    `cache` is a folder for a compiled twin, which spares the next start the reading of YAML.
    """
    state = fingerprint((_FORM, str(path.absolute())), (), (path, Path(__file__).with_name("model.py")))
    twin = (
        cache / f"site-{zlib.crc32(str(path.absolute()).encode('utf-8', 'surrogateescape')):08x}.kiosk"
        if cache
        else None
    )
    compiled = open_file(twin, state) if twin else None
    head = _decode(compiled) if compiled else None
    if head is None:
        head = _read(path)
        keep(twin, state, msgspec.msgpack.encode(head))
    return head.site, head.problems


def _decode(compiled: Compiled) -> _Head | None:
    try:
        return msgspec.msgpack.decode(compiled.head, type=_Head)
    except msgspec.MsgspecError:
        return None


def _read(path: Path) -> _Head:
    from kiosk.reading.files import read_map  # noqa: PLC0415 - YAML only where no compiled twin stands
    from kiosk.reading.typed import decode  # noqa: PLC0415
    from kiosk.settings.checking import check_words  # noqa: PLC0415
    from kiosk.settings.desk import check_desk, cleaned  # noqa: PLC0415
    from kiosk.settings.hours import check_hours, usable  # noqa: PLC0415
    from kiosk.settings.keys import check_keypad  # noqa: PLC0415

    notes = Notes()
    root = read_map(path, notes)
    site = decode(root, Site, notes.on(str(path))) if root else None
    if root is None or site is None:
        return _Head(Site(mode="production"), notes.in_order())  # drafts only where a site asks for them
    mode = root.get("mode")
    if mode is not None and (not isinstance(mode, Scalar) or mode.value != site.mode):
        site = structs.replace(site, mode="production")  # a slip must not show drafts to patients
    check_words(root, site, notes.on(str(path)))
    check_keypad(root, site.keypad, notes.on(str(path)))
    check_desk(root, site, notes.on(str(path)))
    check_hours(root, notes.on(str(path)))
    site = structs.replace(site, desk=cleaned(site), hours=usable(site.hours))
    return _Head(_placed(site, path), notes.in_order())


def _placed(site: Site, path: Path) -> Site:
    """The site with whole paths: the names in its file are meant from the file's folder, not from the process's."""
    if site.language_help is None:
        return site
    folder = path.absolute().parent
    pictures = tuple(structs.replace(p, file=str(folder / p.file)) for p in site.language_help.pictures)
    return structs.replace(site, language_help=structs.replace(site.language_help, pictures=pictures))
