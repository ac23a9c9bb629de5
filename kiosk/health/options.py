"""The options of `kiosk doctor` and `kiosk support-bundle`. Imports nothing heavy: `kiosk --help` shows them, too."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

_DOCTOR = """\
exit codes:
  0  all is well
  1  something is broken
  5  nothing is broken; something is to be looked at, or could not be looked at
  64 the command line is wrong

It changes nothing, and may be run at any time: while the kiosk runs, before it was ever started, as root or as anybody.
What an ordinary user may not see is said, and never counts as well.
"""
_BUNDLE = """\
exit codes:
  0  the file is written; its name is printed
  1  it cannot be written
  64 the command line is wrong

README.txt in it says in plain words what is in it. Page names, PINs, names of machines and addresses are not.
"""


def add(commands: Any) -> None:
    """Add both to the commands (argparse's own type for them has no public name)."""
    form = argparse.RawDescriptionHelpFormatter
    doctor = commands.add_parser(
        "doctor",
        help="look at the machine and the kiosk; name what is wrong and the command that mends it",
        epilog=_DOCTOR,
        formatter_class=form,
    )
    doctor.add_argument("--json", action="store_true", help="for programs: one JSON object")
    bundle = commands.add_parser(
        "support-bundle",
        help="write one file for whoever helps: what doctor says, settings, log, versions; nothing of visitors",
        epilog=_BUNDLE,
        formatter_class=form,
    )
    bundle.add_argument(
        "--out", type=Path, metavar="FILE", help="where it goes (default: a new .zip file in this folder)"
    )
    bundle.add_argument(
        "--with-names", action="store_true", help="leave this machine's name, and the centers' and the site's, in it"
    )
    for one in (doctor, bundle):
        one.add_argument(
            "--site", type=Path, metavar="FILE", help="the site's settings (default: those of the installed kiosk)"
        )
