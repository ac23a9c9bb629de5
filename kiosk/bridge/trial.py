"""Settings and content as a kiosk that began now would have them, found out in a process of its own.

`python -m kiosk.bridge.trial [FILE]` prints a `Trial` as JSON. What takes time and memory (YAML, the content compiled
anew) so happens beside the kiosk that runs, and whatever goes wrong there leaves it as it is; the compiled content is
kept, so that the next start is quick. Must not know Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk import paths
from kiosk.control.protocol import Outcome
from kiosk.reading import Problem
from kiosk.settings.loader import Settings
from kiosk.settings.model import Site


class Trial(Struct, frozen=True):
    """What a start would find."""

    settings: Settings
    content: tuple[Problem, ...] = ()
    """What is wrong with the content as these settings choose from it."""


def command(site_file: Path | None) -> list[str]:
    """The program and the words that try the settings out which a start with `site_file` would read."""
    isolated = ["-I"] if sys.flags.isolated else []
    return [sys.executable, *isolated, "-m", __name__, *([str(site_file)] if site_file else [])]


def read(data: bytes) -> Trial | None:
    """What such a program has printed; None where it makes no sense."""
    try:
        return msgspec.json.decode(data, type=Trial)
    except msgspec.MsgspecError:
        return None


def judged(trial: Trial, running: Site, known: Sequence[Problem]) -> tuple[Outcome, tuple[Problem, ...]]:
    """What becomes of the settings, and the problems to tell. `known`: of the content, as the kiosk has it now.

    An error that only the content has been given by these settings, such as a choice that it does not offer, counts as
    one of the settings.
    """
    settings = trial.settings
    new = tuple(problem for problem in trial.content if problem not in known and problem.severity == "error")
    told = (*settings.problems, *new)
    if not settings.faultless or new:
        return Outcome.FAULTY, told
    return Outcome.UNCHANGED if settings.site == running else Outcome.ACCEPTED, told


def main(words: Sequence[str]) -> int:
    """Try the settings out and print what was found; returns the exit code."""
    from kiosk.catalog import load  # noqa: PLC0415 - the kiosk itself has no need of it here
    from kiosk.settings import load_settings, place_of  # noqa: PLC0415

    cache = paths.cache_dir()
    place = place_of(Path(words[0]) if words else None, state=paths.state_dir())
    settings = load_settings(place, cache=cache)
    site = settings.site
    catalog = load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=site.languages, cache=cache)
    sys.stdout.buffer.write(msgspec.json.encode(Trial(settings, tuple(catalog.problems))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
