"""What IT decides about one kiosk. No Qt."""

from __future__ import annotations

from kiosk.settings.loader import Settings, load_settings, load_site
from kiosk.settings.model import Center, LanguageHelp, NoticePicture, Screen, Site, Times
from kiosk.settings.places import Place, place_from_outside, place_of

__all__ = [
    "Center",
    "LanguageHelp",
    "NoticePicture",
    "Place",
    "Screen",
    "Settings",
    "Site",
    "Times",
    "load_settings",
    "load_site",
    "place_from_outside",
    "place_of",
]
