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
    for base in (os.environ.get("XDG_CACHE_HOME", ""), os.path.join(os.path.expanduser("~"), ".cache")):  # noqa: PTH111, PTH118
        # A relative path is to be ignored, says the XDG rule; "~" stays as it is for a user without a home.
        if not os.path.isabs(base):  # noqa: PTH117
            continue
        folder = Path(base) / "imaging-kiosk"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return None
