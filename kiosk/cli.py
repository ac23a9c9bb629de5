"""Where the `kiosk` command begins. Imports next to nothing: what a supervisor starts must be on the glass soon."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the process's exit code (`kiosk.exits`)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    match words:
        case ["run"]:  # the two ways a supervisor starts the kiosk, without the 9 ms of the option parser
            return _run(None)
        case ["run", "--site", file]:
            return _run(Path(file))
        case ["safe", *rest]:  # what stands in for a broken kiosk needs none of the rest
            from kiosk.safe.program import main as safe  # noqa: PLC0415

            return safe(rest)
        case _:
            from kiosk.command_line import dispatch  # noqa: PLC0415

            return dispatch(words)


def _run(site: Path | None) -> int:
    gc.disable()  # start-up makes much and drops little; from then on the shell's sweeper collects
    from kiosk.app import run  # noqa: PLC0415

    return run(site, None)
