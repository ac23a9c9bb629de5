"""The commands and their options. Imports nothing heavy: `--help` and `--version` answer at once."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kiosk import exits, paths
from kiosk.bridge.tour_plan import PERCENTS, Asked
from kiosk.control import options as control_options

if TYPE_CHECKING:
    from kiosk.catalog import Book
    from kiosk.reading import Problem

_EPILOG = """\
exit codes:
  0  ended on purpose
  1  content or settings cannot be used, check found errors, or what was asked cannot be done (ctl: the kiosk refuses)
  2  no display can be opened
  3  a restart is wanted
  4  ctl: no kiosk answers
  64 the command line is wrong

A QT_QPA_PLATFORM that is set is obeyed. SIGTERM ends the kiosk, SIGUSR1 asks for a restart (exit code 3).
"""


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; write width x height in pixels, such as 540x960")
    return int(match[1]), int(match[2])


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and leaves with a code of its own."""

    def error(self, message: str) -> NoReturn:
        self.exit(exits.WRONG_COMMAND_LINE, f"kiosk: {message}; see `{self.prog} --help`.\n")


def parser() -> argparse.ArgumentParser:
    """The whole command line, also for documentation."""
    top = _Parser(
        prog="kiosk",
        description="A calm touch kiosk that explains breast calcifications in waiting rooms. Offline; keeps nothing.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    run = commands.add_parser(
        "run", help="start the kiosk, full screen", epilog=_EPILOG, formatter_class=top.formatter_class
    )
    run.add_argument(
        "--site",
        type=Path,
        default=paths.DEMO_SITE,
        metavar="FILE",
        help="the site's settings (default: the demonstration site)",
    )
    run.add_argument(
        "--windowed", type=_size, metavar="WxH", help="in a window of this size instead, for trying things out"
    )
    run.add_argument(
        "--supervise",
        action="store_true",
        help="start it again whenever it ends or hangs, where no systemd does; without it, `kiosk safe` stands in",
    )
    commands.add_parser("safe", help='show "please ask at the desk" in every language, and nothing else')

    check = commands.add_parser("check", help="check the content; name every problem with its place and its mend")
    check.add_argument(
        "directory",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="a content folder, or a site's settings file (default: the shipped content)",
    )

    tour = commands.add_parser("tour", help="draw every screen to files, with one page that shows them all")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures and index.html go")
    tour.add_argument("--site", type=Path, default=paths.DEMO_SITE, metavar="FILE", help="the site's settings")
    much = tour.add_mutually_exclusive_group()
    much.add_argument("--visit", action="store_true", help="just one whole visit: first language, portrait")
    much.add_argument(
        "--all",
        action="store_true",
        help="every text size, upright and wide, light and high contrast; at half size, with a page for each language",
    )
    tour.add_argument("--lang", default="", metavar="CODE", help="this language alone, such as es")
    tour.add_argument("--percent", type=int, default=0, choices=PERCENTS, help="this text size alone")

    draw = commands.add_parser(
        "draw", help="draw the synthetic mammograms of content/scenes anew (needs the extra `illustrate`)"
    )
    draw.add_argument("scene", nargs="?", metavar="SCENE", help="one scene: its name, or a .yaml file (default: all)")
    draw.add_argument(
        "--out", type=Path, metavar="DIR", help="where the pictures go (default: the shipped assets/mammograms)"
    )
    draw.add_argument(
        "--measure",
        action="store_true",
        help="write nothing; print what was measured, what is asked for, and if it holds",
    )

    voice = commands.add_parser(
        "voice", help="list every text of a language that can be recorded, with its name, to read it aloud from"
    )
    voice.add_argument("--lang", required=True, metavar="CODE", help="the language, such as es")
    voice.add_argument("--site", type=Path, default=paths.DEMO_SITE, metavar="FILE", help="the site's settings")

    control_options.add(commands)

    prepare = commands.add_parser(
        "prepare", help="compile pages and content ahead, so that the next start is quick and writes nothing"
    )
    prepare.add_argument("--site", type=Path, default=paths.DEMO_SITE, metavar="FILE", help="the site's settings")
    _add_staff(commands)
    return top


def _add_staff(commands: argparse._SubParsersAction[_Parser]) -> None:
    staff = commands.add_parser("staff", help="for IT: PINs, key files and the lock-out of the front desk")
    what = staff.add_subparsers(dest="what", metavar="WHAT", required=True)
    pin = what.add_parser("set-pin", help="set a PIN: asks twice, or reads two lines when not at a terminal")
    what.add_parser("clear-lock", help="after too many wrong PINs: let everybody try again at once")
    key = what.add_parser("make-key", help="write a key file, which opens the staff panel without a PIN")
    key.add_argument("path", type=Path, metavar="PATH", help="the folder where the USB stick is mounted")
    status = what.add_parser("status", help="who has a PIN or a key file, and how long the lock-out lasts")
    for one in (pin, key):
        one.add_argument("--role", choices=("desk", "it"), default="desk", help="whose: desk (default), or it")
    for one in (pin, status):
        one.add_argument("--site", type=Path, default=paths.DEMO_SITE, metavar="FILE", help="the site's settings")


class _Version(argparse.Action):
    """Looks the version up only when asked: reading it costs the kiosk's start dearly."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"imaging-kiosk {_version()}")
        parser.exit()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("imaging-kiosk")
    except PackageNotFoundError:
        return "(not installed)"


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
