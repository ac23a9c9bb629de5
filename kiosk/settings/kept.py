"""The last good settings: what stands when a layer has a fault, so that a slip blanks no screen.

Owns the file in the state folder. Only a running kiosk keeps and reads it; a check or a tour does neither.
"""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk import keeping
from kiosk.reading.problem import printable
from kiosk.settings.model import Site
from kiosk.settings.places import Place

NAME = "settings.json"
FORM = 1
"""Raise it when a file of before would be understood in another way. One that merely has other names is damaged."""
_MOST_BYTES = 2 * 1024 * 1024
_LOG = logging.getLogger(__name__)


class Kept(Struct, frozen=True, forbid_unknown_fields=True):
    """Settings that were read without a fault."""

    form: int
    place: str
    """Which layers said so: those of another place are none of this kiosk's."""
    since: date
    """The day on which they were first read."""
    site: Site


class _AnyForm(Struct, frozen=True):
    form: int


def last_good(folder: Path, place: Place) -> Kept | None:
    """What was kept for `place`; None where there is nothing that can be used, with a line in the log where there
    is a file all the same."""
    try:
        found = keeping.find(folder / NAME, most=_MOST_BYTES)
        if found is None:
            return None
        form = msgspec.json.decode(found.data, type=_AnyForm).form
        if form != FORM:
            _LOG.warning("%s is of another version (form %d): the last good settings are not known", NAME, form)
            return None
        kept = msgspec.json.decode(found.data, type=Kept)
    except OSError as error:
        _LOG.warning("the last good settings cannot be read: %s", error)
        return None
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        _LOG.warning("%s in %s is damaged and does not count (%s)", NAME, folder, error)
        return None
    return kept if kept.place == _name(place) else None


def keep_good(folder: Path, place: Place, site: Site, today: date) -> bool:
    """Keep settings that were read without a fault; whether anything had to be written.

    What stands there already stays, with its day. Raises OSError where nothing can be written.
    """
    path = folder / NAME
    fresh = Kept(FORM, _name(place), today, site)
    try:
        found = keeping.find(path, most=_MOST_BYTES)
        old = msgspec.json.decode(found.data, type=Kept) if found else None
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        old = None
    if old is not None and (old.form, old.place, old.site) == (FORM, fresh.place, site):
        return False
    data = msgspec.json.encode(fresh)
    if len(data) > _MOST_BYTES:
        raise OSError(f"the settings are larger than {_MOST_BYTES} bytes and are not kept")
    keeping.keep(path, data)
    return True


def _name(place: Place) -> str:
    return printable(str(place.path.absolute()))
