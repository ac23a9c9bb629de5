"""How far the settings have the picture turned, in degrees: `python -m kiosk.settings.rotation` prints it.

Who starts the compositor asks so before there is a window. Must not know how a picture is turned.
"""

from __future__ import annotations

from pathlib import Path

from kiosk import paths
from kiosk.settings.kept import last_good
from kiosk.settings.loader import load_settings
from kiosk.settings.places import Place, place_of


def rotation(place: Place, state: Path) -> int:
    """0, 90, 180 or 270 degrees; where a layer has a fault, as the last good settings in `state` have it."""
    settings = load_settings(place, cache=paths.cache_dir())
    kept = None if settings.faultless else last_good(state, place)
    return (kept.site if kept else settings.site).screen.rotation


if __name__ == "__main__":
    print(rotation(place_of(None, state=paths.state_dir()), paths.state_dir()))
