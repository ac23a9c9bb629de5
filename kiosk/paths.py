"""Where shipped files, the site's file and state live. Knows places, not contents."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_DATA = PACKAGE / "_data"  # filled by the wheel's force-include
_ROOT = _DATA if _DATA.is_dir() else PACKAGE.parent

CONTENT = _ROOT / "content"
ASSETS = _ROOT / "assets"
QML = PACKAGE / "qml"
DEMO_SITE = CONTENT / "sites" / "demo.yaml"


def cache_dir() -> Path | None:
    """A folder for compiled content, or None when nothing is writable. The folder holds nothing about any visitor."""
    for base in (os.environ.get("XDG_CACHE_HOME"), str(Path.home() / ".cache")):
        if not base:
            continue
        folder = Path(base) / "imaging-kiosk"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return None
