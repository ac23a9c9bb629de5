"""Which settings count, and the content for them: what a layer's slip must not do is leave the glass without a page.

Owns that the last good settings stand in, whole, for faulty ones, and what the log says of it. Must not know Qt.
"""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk import paths
from kiosk.catalog import Catalog, load
from kiosk.reading import Problem, Severity
from kiosk.settings import Place, Settings, Site, load_settings

if TYPE_CHECKING:
    from kiosk.settings.kept import Kept

_LOG = logging.getLogger("kiosk")


class Settled(Struct, frozen=True):
    """What the kiosk runs with."""

    site: Site
    catalog: Catalog
    settings: Settings
    """What the layers say; `site` is another where the last good ones stand."""
    place: Place

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with settings and content."""
        return (*self.settings.problems, *self.catalog.problems)

    @property
    def faults(self) -> int:
        """How many of them are errors; settings that leave no page to show are one."""
        found = sum(problem.severity is Severity.ERROR for problem in self.problems)
        return found or int(self.site != self.settings.site)

    @property
    def is_good(self) -> bool:
        """Whether these settings may be kept for the next time that a layer has a fault."""
        return self.settings.faultless and self.site == self.settings.site and bool(self.catalog.languages)


def settle(place: Place, state: Path | None = None, content: Path | None = None) -> Settled:
    """The settings at `place` with their content; problems are logged for staff.

    With `state`, the folder in which last good settings are kept, those stand whole when a layer has an error, or when
    not one of the languages that the layers name can be shown. Without any, what fits of the layers counts.
    """
    settings = load_settings(place, cache=paths.cache_dir())
    fits = Settled(settings.site, _content(settings.site, content), settings, place)
    for problem in fits.problems:
        _LOG.warning("%s", problem)
    if state is None or (settings.faultless and fits.catalog.languages):
        return fits
    from kiosk.settings.kept import last_good  # noqa: PLC0415 - only where something is wrong

    kept = last_good(state, place)
    return _instead(fits, kept, content) if kept else fits


def _instead(fits: Settled, kept: Kept, content: Path | None) -> Settled:
    """The last good settings where they can be used: content may have gone since."""
    if kept.site == fits.site:
        return fits
    catalog = _content(kept.site, content)
    if not catalog.languages:
        _LOG.warning("the last good settings name no language that is left; what fits of the new ones counts")
        return fits
    _LOG.warning("the settings have faults: the last good ones, of %s, stand until they are mended", kept.since)
    return Settled(kept.site, catalog, fits.settings, fits.place)


def _content(site: Site, content: Path | None) -> Catalog:
    return load(
        content or paths.CONTENT, paths.ASSETS, choices=site.choices, languages=site.languages, cache=paths.cache_dir()
    )


def keep(settled: Settled, state: Path) -> None:
    """Keep settings that are good. May wait for a disk, and so is called in a thread of its own."""
    if not settled.is_good:
        return
    from kiosk.settings.kept import keep_good  # noqa: PLC0415 - after the first frame

    try:
        keep_good(state, settled.place, settled.site, date.today())
    except OSError as error:
        _LOG.warning("the good settings cannot be kept: %s", error)
