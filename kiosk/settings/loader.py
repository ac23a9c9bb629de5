"""From the layers of a kiosk's settings to one `Site`.

Owns that a kiosk always starts: what does not fit is named and what stands below it counts, and a compiled twin of
everything spares the next start the reading. Must not know what the settings are for.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.reading import Notes, Problem, Severity
from kiosk.reading.compiled import Compiled, keep, open_file
from kiosk.settings.model import Site
from kiosk.settings.places import Place, state_of

_FORM = "10"  # raise it when the settings are read in another way or `Site` changes


class Settings(Struct, frozen=True):
    """What counts, and what is wrong in the layers."""

    site: Site
    problems: tuple[Problem, ...] = ()

    @property
    def faultless(self) -> bool:
        """Whether nothing is wrong but what is only worth a look."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def load_settings(place: Place, *, environ: Mapping[str, str] | None = None, cache: Path | None = None) -> Settings:
    """The settings at `place`, under the variables of `environ` (by default the process's); never raises.

    `cache` is a folder for a compiled twin, which spares the next start the reading of YAML.
    """
    environ = os.environ if environ is None else environ
    whole = str(place.path.absolute())
    state = state_of((_FORM,), place, environ, Path(__file__).with_name("model.py"))
    twin = cache / f"site-{zlib.crc32(whole.encode('utf-8', 'surrogateescape')):08x}.kiosk" if cache else None
    compiled = open_file(twin, state) if twin else None
    settings = _decode(compiled) if compiled else None
    if settings is None:
        settings, is_whole = _read(place, environ)
        if is_whole:
            keep(twin, state, msgspec.msgpack.encode(settings))
    return settings


def load_site(path: Path, *, cache: Path | None = None) -> tuple[Site, tuple[Problem, ...]]:
    """The settings of one file alone, without variables, and everything wrong with them; never raises."""
    settings = load_settings(Place(path), environ={}, cache=cache)
    return settings.site, settings.problems


def _decode(compiled: Compiled) -> Settings | None:
    try:
        return msgspec.msgpack.decode(compiled.head, type=Settings)
    except msgspec.MsgspecError:
        return None


def _read(place: Place, environ: Mapping[str, str]) -> tuple[Settings, bool]:
    """The settings, and whether every layer could be read: what could not be (rights, memory) may be read next time,
    though its file looks as it did."""
    from kiosk.settings.checking import checked  # noqa: PLC0415 - YAML only where no compiled twin stands

    notes = Notes()
    layers = checked(place, environ, notes)
    return Settings(layers.site, notes.in_order()), not layers.unread
