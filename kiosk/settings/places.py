"""Where the settings of one kiosk stand: which files and variables are its layers, and in which order.

Owns names and order. Must not know what is in a layer: a start that finds a compiled twin needs no more than this.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, structs

from kiosk import paths
from kiosk.reading.compiled import fingerprint

PREFIX = "KIOSK_"
RESERVED = frozenset({"KIOSK_EXIT_AFTER_FIRST_FRAME"})
"""Variables that begin so and are no settings."""
UNIT_VARIABLES = Path("/etc/default/imaging-kiosk")
"""The `EnvironmentFile=` of the installed kiosk's unit."""
MOST_PARTS = 1000
"""How many files `site.d` may hold."""


class Place(Struct, frozen=True):
    """One file, or a folder with `site.yaml`, `site.d` and `kiosk.yaml`."""

    path: Path
    is_folder: bool = False
    unit: Path | None = None
    """Where variables stand that the environment lacks, because systemd gives them to the kiosk alone."""

    @property
    def base(self) -> Path:
        """The folder that a path is meant from which stands in no file, but in a variable."""
        return self.path if self.is_folder else self.path.absolute().parent

    @property
    def first(self) -> Path:
        """The file that must be there."""
        return self.path / "site.yaml" if self.is_folder else self.path

    @property
    def parts(self) -> Path | None:
        """The folder of the files in between, read by name."""
        return self.path / "site.d" if self.is_folder else None

    @property
    def last(self) -> Path | None:
        """The file of this one machine."""
        return self.path / "kiosk.yaml" if self.is_folder else None


def place_of(asked: Path | None, folder: Path = paths.SITE_FOLDER, state: Path | None = None) -> Place:
    """The file that was asked for; without one the installed `folder`, or the demonstration site where it has none.

    A fault must not show invented centers to patients. So a folder that cannot be looked into counts as installed; and
    with `state`, where a kiosk keeps its last good settings, so does one that has lost its site.yaml since.
    """
    if asked is not None:
        return Place(asked)
    installed = Place(folder, is_folder=True)
    if is_there(installed.first) or (state and folder.is_dir() and _is_kept(state, installed)):
        return installed
    return Place(paths.DEMO_SITE)


def place_from_outside(
    asked: Path | None,
    folder: Path = paths.SITE_FOLDER,
    state: Path | None = None,
    *,
    unit: Path = UNIT_VARIABLES,
    environ: Mapping[str, str] = os.environ,
) -> Place:
    """As `place_of`, for who asks from a shell about the installed kiosk: its unit's variables count, too.

    In the unit itself, which has a state folder by name, the environment holds them already.
    """
    place = place_of(asked, folder, state)
    return place if asked is not None or environ.get("STATE_DIRECTORY") else structs.replace(place, unit=unit)


def _is_kept(state: Path, place: Place) -> bool:
    from kiosk.settings.kept import last_good  # noqa: PLC0415 - hardly ever

    return last_good(state, place) is not None


def variables(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables that are settings, by name; an empty one says nothing."""
    return {
        name: environ[name]
        for name in sorted(environ)
        if name.startswith(PREFIX) and name not in RESERVED and environ[name]
    }


def state_of(key: tuple[str, ...], place: Place, environ: Mapping[str, str], code: Path) -> bytes:
    """What all layers look like now, without reading any, and `code`, which says what settings there are."""
    said = (f"{name}={value}" for name, value in variables(environ).items())
    files = [path for path in (place.first, place.last, place.unit) if path]
    folders = [place.parts] if place.parts else []
    return fingerprint((*key, str(place.path.absolute()), *said), folders, [*files, *folders, code])


def parts_of(folder: Path) -> list[str]:
    """The names in `site.d`, in the order in which they count; what editors leave there is not among them.

    Raises OSError; NotADirectoryError where there is something else.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(entry.name for entry in entries)
    except FileNotFoundError:
        return []
    return [name for name in found if not name.startswith((".", "#")) and name.endswith((".yaml", ".yml"))]


def is_there(path: Path) -> bool:
    """Whether there is anything of this name, also what cannot be read."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
