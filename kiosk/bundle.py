"""Puts a support bundle together: what every room may say of the kiosk, in one file that holds nothing of visitors.

Owns what is in it and what README.txt says of it. What may be said of each part, `health.bundle` decides.
"""

from __future__ import annotations

import io
import os
import socket
import sys
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from kiosk import exits, keeping, paths
from kiosk.catalog import load
from kiosk.catalog.model import Book
from kiosk.control.client import NoKioskError
from kiosk.control.protocol import Status
from kiosk.doctor import Examined
from kiosk.health.bundle import parts
from kiosk.health.bundle.scrub import cleaned, hidden, scrubbed
from kiosk.health.bundle.settings import shown
from kiosk.health.bundle.words import Words, own_words
from kiosk.health.doctor.examine import examine
from kiosk.health.doctor.machine import Machine
from kiosk.settings.model import Site
from kiosk.version import version

README = """\
What is in this file
====================

imaging-kiosk made it on the machine where it runs, for whoever helps when
something is wrong with it. It is plain text; read it before you send it.

doctor.json    each thing that `kiosk doctor` has looked at, and how it is.
               Where a sentence could name a page, or a file of yours, the
               sentence is left out.
settings.json  each setting. Numbers and choices as they are; of names,
               addresses, telephone numbers, commands, files, folders and
               key files only whether there are any.
status.json    version, uptime and needs of the kiosk, if it runs.
log.txt        the last lines of the log. Only the program's own words and
               short numbers are kept; every other word, and every number
               that may be a telephone number, a date or a PIN, is replaced
               by three dots. Lines of systemd itself are as they are.
services.txt   how systemd sees the kiosk's services.
packages.txt   versions of the packages that the kiosk stands on.
memory.txt     how much memory there is.

What is not in it
=================

Nothing of any visitor: no page, no language, no number of visits, no picture
of the screen. No PIN and no hash of one. No address. Nor the names of the
machine, of the site and of its centers, unless `--with-names` was asked for:
then settings.json has them. A name that is a word of the program, such as
"kiosk", or a bare number cannot be told from it and may be in it.
"""


def bundle(site: Path | None, out: Path | None, *, names: bool) -> int:
    """`kiosk support-bundle`: write the file and say where it is; returns the exit code."""
    name = f"kiosk-support-{datetime.now():%Y%m%d-%H%M%S}.zip"
    file = out / name if out is not None and out.is_dir() else out or Path(name)
    if not file.absolute().parent.is_dir():
        print(f"kiosk: there is no folder {file.absolute().parent}; correct the name after --out.", file=sys.stderr)
        return exits.CONTENT_UNUSABLE
    files = gathered(Machine(), site, names=names)
    try:
        keeping.keep(file.absolute(), packed(files))
    except OSError as error:
        print(f"kiosk: {error}. Name another file with --out.", file=sys.stderr)
        return exits.CONTENT_UNUSABLE
    print(f"Done: {file.absolute()}. README.txt in it says what is in it; read it before you send it.")
    if os.geteuid() != 0:
        print("The log and the state could perhaps not be read; `sudo kiosk support-bundle` has them.", file=sys.stderr)
    return exits.ENDED


def gathered(machine: Machine, site: Path | None, *, names: bool) -> Mapping[str, str]:
    """The files of a bundle by name."""
    kiosk = Examined(machine, site)
    own = own_words(paths.PACKAGE)
    words = Words(own, page_names(kiosk.site))
    log = parts.journal(machine, words.kept) or parts.log_file(machine, kiosk.site.log.file, words.kept)
    about = {"version": version(), "made": f"{datetime.now().astimezone():%Y-%m-%d %H:%M %z}"}
    told = {
        "doctor.json": about | {"findings": parts.findings(examine(kiosk.probes()))},
        "settings.json": shown(kiosk.site) | (_names(kiosk.site) if names else {}),
        "status.json": _status(kiosk.asked),
    }
    texts = {
        "log.txt": f"{log}\n",
        "services.txt": parts.services(machine),
        "packages.txt": parts.packages(machine),
        "memory.txt": parts.memory(machine),
    }
    secret = () if names else hidden(_called(kiosk.site), {word.lower() for word in own} | parts.OWN_NAMES)
    files = {name: _json(cleaned(value, secret)) for name, value in told.items()}
    return {"README.txt": README} | files | {name: scrubbed(text, secret) for name, text in texts.items()}


def packed(files: Mapping[str, str]) -> bytes:
    """The files as a zip file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(f"kiosk-support/{name}", text)
    return data.getvalue()


def page_names(site: Site) -> frozenset[str]:
    """What pages, questions, pictures and languages are called, by id and by title, in every language there is."""
    codes = sorted(path.parent.name for path in paths.CONTENT.glob("*/language.yaml"))
    catalog = load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=codes, cache=None)
    found = {name for info in catalog.languages for name in (info.code, info.name)}
    for info in catalog.languages:
        found.update(_of(catalog.book(info.code)))
    return frozenset(filter(None, found))


def _of(book: Book) -> Iterator[str]:
    for topic in book.topics:
        yield from (topic.id, topic.card, topic.title, topic.scene)
        for block in topic.blocks:
            yield from (block.title, block.id if "." in block.id else "", block.id.partition(".")[2])
    for picture in book.explorer.pictures if book.explorer else ():
        yield from (picture.id, picture.title)


def _names(site: Site) -> dict[str, object]:
    """What is in it only where it was asked for."""
    return {"machine": socket.gethostname(), "name": site.name, "centers": [center.name for center in site.centers]}


def _called(site: Site) -> Iterator[str]:
    """What this machine and its site are called."""
    host = socket.gethostname()
    yield from (host, host.partition(".")[0], site.name, *(center.name for center in site.centers))


def _status(answer: Status | NoKioskError) -> dict[str, object]:
    """What a running kiosk says of itself; not what is on its glass, nor how often it was used."""
    if isinstance(answer, NoKioskError):
        return {"running": False}
    return {
        "running": True,
        "version": answer.version,
        "mode": answer.mode,
        "uptime_seconds": answer.uptime_seconds,
        "well": answer.well,
        "needs": [need.id for need in answer.needs],
        "settings": answer.settings,
        "content": answer.content,
    }


def _json(told: object) -> str:
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"
