"""What the commands do, each by the room that knows how. Imports nothing heavy: a command brings what it needs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import exits, paths
from kiosk.bridge.tour_plan import Asked
from kiosk.options import parser

if TYPE_CHECKING:
    from kiosk.catalog import Book
    from kiosk.reading import Problem


def _mammograms(content: Path) -> list[Problem]:
    """What is wrong with the shipped mammograms, or with what `content` says of them."""
    from kiosk.catalog.explorer import drawn_sizes  # noqa: PLC0415
    from kiosk.explorer.checking import Asked, AskedSpot, check  # noqa: PLC0415

    asked = {
        ident: Asked({spot.id: AskedSpot(spot.least, spot.most, spot.measure) for spot in plan.spots}, plan.pixel_mm)
        for ident, plan in drawn_sizes(content).items()
    }
    return check(paths.ASSETS, asked)


def _sites(content: Path) -> list[Problem]:
    """What is wrong with the settings of the sites in `content`."""
    return [problem for path in sorted((content / "sites").glob("*.yaml")) for problem in _site(path)]


def _site(path: Path) -> Sequence[Problem]:
    """What is wrong with the settings of one site."""
    from kiosk.bridge.voice.engines import engines  # noqa: PLC0415
    from kiosk.settings.checking import check_site  # noqa: PLC0415

    return check_site(path, engines)


def _books(content: Path, languages: Sequence[str] = (), choices: Mapping[str, str] | None = None) -> dict[str, Book]:
    """The words of `content` by language code; of all languages where none is named."""
    from kiosk.catalog import load  # noqa: PLC0415

    codes = languages or sorted(path.parent.name for path in content.glob("*/language.yaml"))
    catalog = load(content, paths.ASSETS, choices=choices or {}, languages=codes, cache=None)
    return {info.code: catalog.book(info.code) for info in catalog.languages}


def _recordings(content: Path) -> Sequence[Problem]:
    """What is wrong with the recorded voices."""
    from kiosk.speech.checking import check  # noqa: PLC0415

    folder = paths.ASSETS / "voice"
    return check(folder, _books(content)) if folder.is_dir() else ()


def _voice(site_file: Path, language: str) -> int:
    """Print an index of recordings with every text of a language."""
    from kiosk.settings import load_site  # noqa: PLC0415
    from kiosk.speech.recordings import skeleton  # noqa: PLC0415

    site, _ = load_site(site_file)
    books = _books(paths.CONTENT, site.languages, site.choices)
    if language not in books:
        print(f"kiosk: {language!r} is none of this site's languages: {', '.join(books)}.", file=sys.stderr)
        return exits.CONTENT_UNUSABLE
    sys.stdout.write(skeleton(books[language]))
    return exits.ENDED


def _staff(asked: argparse.Namespace) -> int:
    """What IT does for the front desk."""
    from kiosk.settings import load_site  # noqa: PLC0415
    from kiosk.staff import command  # noqa: PLC0415
    from kiosk.staff.model import Role  # noqa: PLC0415

    folder = paths.state_dir()
    if asked.what in ("clear-lock", "make-key"):
        return (
            command.clear_lock(folder) if asked.what == "clear-lock" else command.new_key(asked.path, Role(asked.role))
        )
    if not asked.site.is_file():
        print(f"kiosk: there is no file {asked.site}; correct the name.", file=sys.stderr)
        return exits.CONTENT_UNUSABLE
    site, problems = load_site(asked.site)
    if problems:
        print(f"kiosk: {asked.site} has faults; `kiosk check {asked.site}` names them.", file=sys.stderr)
    if asked.what == "set-pin":
        return command.new_pin(folder, Role(asked.role), [center.phone for center in site.centers])
    return command.status(folder, site.desk.key_files, site.desk.key_folders)


def _ctl(asked: argparse.Namespace) -> int:
    """Ask the kiosk that runs on this machine."""
    from kiosk.control.command import ctl, sockets  # noqa: PLC0415
    from kiosk.settings.model import Control  # noqa: PLC0415

    control = Control()
    if asked.site and not asked.socket:
        from kiosk.settings import load_site  # noqa: PLC0415

        if not asked.site.is_file():
            print(f"kiosk: there is no settings file {asked.site}; correct the name after --site.", file=sys.stderr)
            return exits.WRONG_COMMAND_LINE
        control = load_site(asked.site)[0].control
    return ctl(asked.what, sockets(control, asked.socket), json=asked.json, force=asked.force, file=asked.file)


def _supervise(words: Sequence[str]) -> int:
    """Keep the kiosk of these words running, with what stands in for it."""
    import logging  # noqa: PLC0415

    from kiosk.supervise import supervise  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(name)s: %(levelname)s: %(message)s")
    kiosk = [sys.executable, "-m", "kiosk", *(word for word in words if word != "--supervise")]
    return supervise(kiosk, [sys.executable, "-m", "kiosk.safe"])


def dispatch(words: Sequence[str]) -> int:
    """Run the command that `words` ask for; returns the process's exit code."""
    asked = parser().parse_args(words)
    match asked.command:
        case "run" if asked.supervise:
            return _supervise(words)
        case "run":
            from kiosk.app import run  # noqa: PLC0415

            return run(asked.site, asked.windowed)
        case "check":
            from kiosk.catalog.report import report, run_check  # noqa: PLC0415

            if asked.directory and asked.directory.is_file():
                from kiosk.catalog.checking import check_file  # noqa: PLC0415

                found = [*_site(asked.directory), *check_file(asked.directory, paths.CONTENT, paths.ASSETS)]
                return report(list(dict.fromkeys(found)), sys.stdout)
            content = asked.directory or paths.CONTENT
            if content.suffix and not content.exists():
                print(f"kiosk: there is no file or folder {content}; correct the name.", file=sys.stderr)
                return exits.CONTENT_UNUSABLE
            return run_check(
                asked.directory, sys.stdout, [*_sites(content), *_mammograms(content), *_recordings(content)]
            )
        case "voice":
            return _voice(asked.site, asked.lang)
        case "staff":
            return _staff(asked)
        case "tour":
            from kiosk.app import tour  # noqa: PLC0415

            return tour(asked.site, asked.out, Asked(asked.visit, asked.all, asked.lang, asked.percent))
        case "draw":
            from kiosk.illustrate.command import main as draw  # noqa: PLC0415

            return draw(asked.scene, asked.out, asked.measure)
        case "ctl":
            return _ctl(asked)
        case "prepare":
            from kiosk.app import prepare  # noqa: PLC0415

            return prepare(asked.site)
    return exits.ENDED
