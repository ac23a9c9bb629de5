"""The options of `kiosk ctl`. Imports nothing heavy: `kiosk --help` shows them, too."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

EPILOG = """\
exit codes:
  0  done
  1  refused: the sentence says why, and what to do; reload: the settings have faults, and the old ones stay;
     wait-idle: somebody is still at the kiosk
  4  no kiosk answers
  64 the command line is wrong

With --json every answer is one JSON object on a line of its own, as docs/control.md describes.
"""
_MOST_WAIT_SECONDS = 86_400
"""As `protocol` has it, which is too heavy for a list of options."""
WHAT = {
    "status": "say how the kiosk is",
    "reset": "wipe the visit: the first screen at once",
    "pause": 'show "Back soon" instead of the pages',
    "resume": "show the pages again: ends a pause, a wipe-down and out of order",
    "clean": "begin a wipe-down: touch does nothing until the disinfectant has worked",
    "wait-idle": "wait until nobody is at the kiosk; for scripts that want to change something",
    "reload": "read the settings again; good ones hold as soon as nobody is at the kiosk",
    "restart": "end the kiosk with exit code 3, so that its supervisor starts it again",
    "screenshot": "write a picture of the screen to FILE; only while no visitor is there",
    "watch": "say how the kiosk is, now and at each change, until Ctrl+C",
}


def add(commands: Any) -> None:
    """Add `ctl` to the commands (argparse's own type for them has no public name)."""
    ctl = commands.add_parser(
        "ctl",
        help="ask or tell a kiosk that runs on this machine: status, reset, pause, clean and more",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ctl.set_defaults(socket=None, site=None, json=False, force=False, when_idle=False, at_most=0.0, file=None)
    _everywhere(ctl)
    what = ctl.add_subparsers(dest="what", metavar="WHAT", required=True)
    for name, told in WHAT.items():
        one = what.add_parser(
            name,
            help=told,
            description=f"{told[0].upper()}{told[1:]}.",
            epilog=EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _everywhere(one)
        if name == "reset":
            one.add_argument("--force", action="store_true", help="although somebody has just touched the glass")
        if name == "restart":
            one.add_argument("--when-idle", action="store_true", help="as soon as nobody is at the kiosk")
        if name == "wait-idle":
            one.add_argument(
                "--at-most",
                type=_seconds,
                default=600.0,
                metavar="SECONDS",
                help="then give up, with exit code 1 (default: 600)",
            )
        if name == "screenshot":
            one.add_argument(
                "file",
                nargs="?",
                type=Path,
                default=Path("kiosk.png"),
                metavar="FILE",
                help="where the picture goes; - for standard output (default: kiosk.png)",
            )


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= _MOST_WAIT_SECONDS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to {_MOST_WAIT_SECONDS}")
    return seconds


def _everywhere(parser: argparse.ArgumentParser) -> None:
    """What can stand before and after WHAT: without a default, which would undo what stands before."""
    unset = argparse.SUPPRESS
    parser.add_argument(
        "--socket", type=Path, default=unset, metavar="PATH", help="the kiosk's socket (default: where it is made)"
    )
    parser.add_argument("--site", type=Path, default=unset, metavar="FILE", help="the settings that name the socket")
    parser.add_argument("--json", action="store_true", default=unset, help="answers as JSON, one object a line")
