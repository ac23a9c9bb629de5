"""What IT decides about one kiosk. No Qt."""

from __future__ import annotations

from kiosk.settings.loader import load_site
from kiosk.settings.model import Center, LanguageHelp, NoticePicture, Screen, Site, Times

__all__ = ["Center", "LanguageHelp", "NoticePicture", "Screen", "Site", "Times", "load_site"]
