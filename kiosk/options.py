"""The command line: commands and their options. Imports nothing heavy: `--help` and `--version` answer at once.

What the commands do, `kiosk.command_line` knows.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from kiosk import exits, paths
from kiosk.bridge.tour_plan import PERCENTS
from kiosk.control import options as control_options
from kiosk.health import options as health_options
from kiosk.version import version

_EPILOG = """\
exit codes:
  0  ended on purpose
  1  content or settings cannot be used, check found errors, or what was asked cannot be done (ctl: the kiosk refuses)
  2  no display can be opened
  3  a restart is wanted
  4  ctl: no kiosk answers
  5  doctor: nothing is broken, something is to be looked at
  64 the command line is wrong

A QT_QPA_PLATFORM that is set is obeyed. SIGTERM ends the kiosk, SIGUSR1 asks for a restart (exit code 3),
SIGHUP has the settings read again.
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
        metavar="FILE",
        help=f"the site's settings (default: {paths.SITE_FOLDER}, or the demonstration site where that is not there)",
    )
    run.add_argument(
        "--windowed", type=_size, metavar="WxH", help="in a window of this size instead, for trying things out"
    )
    run.add_argument(
        "--supervise",
        action="store_true",
        help="start it again whenever it ends or hangs, where no systemd does; `kiosk safe` stands in while that fails",
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
    tour.add_argument("--site", type=Path, metavar="FILE", help="the site's settings")
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
    voice.add_argument("--site", type=Path, metavar="FILE", help="the site's settings")

    control_options.add(commands)
    health_options.add(commands)

    prepare = commands.add_parser(
        "prepare", help="compile pages and content ahead, so that the next start is quick and writes nothing"
    )
    prepare.add_argument("--site", type=Path, metavar="FILE", help="the site's settings")
    _add_settings(commands)
    _add_staff(commands)
    calibrate = commands.add_parser(
        "calibrate", help="for IT: measure the screen with a bank card, at the glass, and write its size down"
    )
    calibrate.add_argument(
        "--to",
        type=Path,
        default=paths.SITE_FOLDER / "kiosk.yaml",
        metavar="FILE",
        help=f"where the size goes (default: {paths.SITE_FOLDER / 'kiosk.yaml'})",
    )
    return top


def _add_settings(commands: argparse._SubParsersAction[_Parser]) -> None:
    settings = commands.add_parser("settings", help="for IT: what the settings are, where from, and what is wrong")
    what = settings.add_subparsers(dest="what", metavar="WHAT", required=True)
    explain = what.add_parser(
        "explain", help="each setting with its value, the layer that says so, and what it is about"
    )
    explain.add_argument(
        "key", nargs="?", default="", metavar="KEY", help="one setting or section, such as screen.diagonal_inch"
    )
    explain.add_argument("--json", action="store_true", help="as JSON, for programs")
    explain.add_argument("--site", type=Path, metavar="FILE", help="this file instead of the installed ones")
    check = what.add_parser("check", help="name every problem with its place and its mend; exit code 1 for errors")
    check.add_argument(
        "site",
        nargs="?",
        type=Path,
        metavar="FILE",
        help=f"a settings file (default: the layers in {paths.SITE_FOLDER}, with the KIOSK_ variables)",
    )
    what.add_parser("schema", help="print the JSON Schema of a settings file, for editors")


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
        one.add_argument("--site", type=Path, metavar="FILE", help="the site's settings")


class _Version(argparse.Action):
    """Looks the version up only when asked: reading it costs the kiosk's start dearly."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"imaging-kiosk {version() or '(not installed)'}")
        parser.exit()
