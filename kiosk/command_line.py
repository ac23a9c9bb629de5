"""What the commands do, each by the room that knows how. Imports nothing heavy: a command brings what it needs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk import exits, paths
from kiosk.bridge.tour_plan import Asked
from kiosk.options import parser
from kiosk.printing import heard

if TYPE_CHECKING:
    from kiosk.catalog import Book
    from kiosk.reading import Problem
    from kiosk.settings import Place


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


def _settings(place: Place, environ: Mapping[str, str]) -> list[Problem]:
    """What is wrong with the settings at `place`, by themselves and beside the shipped content."""
    from kiosk.bridge.voice.engines import engines  # noqa: PLC0415
    from kiosk.catalog.checking import check_settings  # noqa: PLC0415
    from kiosk.reading import Notes  # noqa: PLC0415
    from kiosk.settings.checking import check_place  # noqa: PLC0415

    notes = Notes()
    layers = check_place(place, environ, notes, engines)
    notes.problems.extend(check_settings(layers.root, layers.site, place.first, paths.CONTENT, paths.ASSETS))
    return list(notes.in_order())


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


def _voice(site_file: Path | None, language: str) -> int:
    """Print an index of recordings with every text of a language."""
    from kiosk.settings import load_settings, place_from_outside  # noqa: PLC0415
    from kiosk.speech.recordings import skeleton  # noqa: PLC0415

    site = load_settings(place_from_outside(site_file)).site
    books = _books(paths.CONTENT, site.languages, site.choices)
    if language not in books:
        print(f"kiosk: {language!r} is none of this site's languages: {', '.join(books)}.", file=sys.stderr)
        return exits.CONTENT_UNUSABLE
    sys.stdout.write(skeleton(books[language]))
    return exits.ENDED


def _staff(asked: argparse.Namespace) -> int:
    """What IT does for the front desk."""
    from kiosk.settings import load_settings, place_from_outside  # noqa: PLC0415
    from kiosk.staff import command  # noqa: PLC0415
    from kiosk.staff.model import Role  # noqa: PLC0415

    folder = paths.state_dir()
    if asked.what != "make-key" and (code := command.misplaced(folder)):
        return code
    if asked.what in ("clear-lock", "make-key"):
        return (
            command.clear_lock(folder) if asked.what == "clear-lock" else command.new_key(asked.path, Role(asked.role))
        )
    settings = load_settings(place_from_outside(asked.site, state=folder))
    site = settings.site
    if settings.problems:
        command_line = f"kiosk settings check{f' {asked.site}' if asked.site else ''}"
        print(f"kiosk: the settings have faults; `{command_line}` names them.", file=sys.stderr)
    if asked.what == "set-pin":
        return command.new_pin(folder, Role(asked.role), [center.phone for center in site.centers])
    return command.status(folder, site.desk.key_files, site.desk.key_folders)


def _about_settings(asked: argparse.Namespace) -> int:
    """What the settings are, why, and what is wrong with them."""
    from kiosk.settings import command, place_from_outside  # noqa: PLC0415

    if asked.what == "schema":
        return command.schema()
    if asked.what == "explain":
        return command.explained(place_from_outside(asked.site, state=paths.state_dir()), asked.key, as_json=asked.json)
    from kiosk.catalog.report import report  # noqa: PLC0415

    place = place_from_outside(asked.site, state=paths.state_dir())
    return report(_settings(place, {} if asked.site else os.environ), sys.stdout)


def _ctl(asked: argparse.Namespace) -> int:
    """Ask the kiosk that runs on this machine."""
    from kiosk.control.command import ctl, sockets  # noqa: PLC0415
    from kiosk.settings import load_settings, place_from_outside  # noqa: PLC0415
    from kiosk.settings.model import Control  # noqa: PLC0415

    control = Control()
    place = place_from_outside(asked.site)
    if not asked.socket and (asked.site or (place.is_folder and not any(map(os.path.lexists, sockets(control))))):
        control = load_settings(place).site.control
    return ctl(
        asked.what,
        sockets(control, asked.socket),
        json=asked.json,
        force=asked.force,
        when_idle=asked.when_idle,
        at_most=asked.at_most,
        file=asked.file,
    )


def _health(asked: argparse.Namespace) -> int:
    """Examine this machine and its kiosk."""
    if asked.command == "support-bundle":
        from kiosk.bundle import bundle  # noqa: PLC0415

        return bundle(asked.site, asked.out, names=asked.with_names)
    from kiosk.doctor import doctor  # noqa: PLC0415

    return doctor(asked.site, json=asked.json)


def _calibrate(file: Path) -> int:
    """Measure the glass, write its size down, and have the kiosk that runs read it."""
    from kiosk.app import open_platform, prepare_environment  # noqa: PLC0415
    from kiosk.bridge.calibrate import glass_of, run  # noqa: PLC0415
    from kiosk.control.command import ctl, sockets  # noqa: PLC0415
    from kiosk.settings import load_settings, place_from_outside  # noqa: PLC0415

    os.environ.update(glass_of(os.environ))
    prepare_environment()
    site = load_settings(place_from_outside(None)).site
    code, saved = run(open_platform(), site.screen.diagonal_inch, file)
    if saved is not None:
        ctl("reload", sockets(site.control))  # where none runs, it says so; the size is written all the same
    return code


def _supervise(words: Sequence[str]) -> int:
    """Keep the kiosk of these words running, with what stands in for it."""
    import logging  # noqa: PLC0415

    from kiosk.supervise import supervise  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(name)s: %(levelname)s: %(message)s")
    kiosk = [sys.executable, "-m", "kiosk", *(word for word in words if word != "--supervise")]
    return supervise(kiosk, [sys.executable, "-m", "kiosk.safe"])


def _run(asked: argparse.Namespace) -> int:
    if asked.supervise:
        return _supervise(asked.words)
    from kiosk.app import run  # noqa: PLC0415

    return run(asked.site, asked.windowed)


def _check(asked: argparse.Namespace) -> int:
    """Examine content, or one site's settings."""
    from kiosk.catalog.report import report, run_check  # noqa: PLC0415

    if asked.directory and os.path.lexists(asked.directory) and not asked.directory.is_dir():
        from kiosk.settings import Place  # noqa: PLC0415

        return report(_settings(Place(asked.directory), {}), sys.stdout)
    content = asked.directory or paths.CONTENT
    if content.suffix and not content.exists():
        print(f"kiosk: there is no file or folder {content}; correct the name.", file=sys.stderr)
        return exits.CONTENT_UNUSABLE
    return run_check(asked.directory, sys.stdout, [*_sites(content), *_mammograms(content), *_recordings(content)])


def _tour(asked: argparse.Namespace) -> int:
    from kiosk.app import tour  # noqa: PLC0415

    return tour(asked.site, asked.out, Asked(asked.visit, asked.all, asked.lang, asked.percent))


def _draw(asked: argparse.Namespace) -> int:
    from kiosk.illustrate.command import main as draw  # noqa: PLC0415

    return draw(asked.scene, asked.out, asked.measure)


def _prepare(asked: argparse.Namespace) -> int:
    from kiosk.app import prepare  # noqa: PLC0415

    return prepare(asked.site)


_DOES: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "run": _run,
    "check": _check,
    "settings": _about_settings,
    "voice": lambda asked: _voice(asked.site, asked.lang),
    "staff": _staff,
    "tour": _tour,
    "draw": _draw,
    "ctl": _ctl,
    "doctor": _health,
    "support-bundle": _health,
    "calibrate": lambda asked: _calibrate(asked.to),
    "prepare": _prepare,
}


def dispatch(words: Sequence[str]) -> int:
    """Run the command that `words` ask for; returns the process's exit code."""

    def run() -> int:
        asked = parser().parse_args(words)
        asked.words = words
        # A kiosk looks for itself: a supervisor starts it again when its file has come.
        code = exits.ENDED if asked.command == "run" else exits.without_settings(getattr(asked, "site", None))
        return code or _DOES[asked.command](asked)

    return heard(run)
