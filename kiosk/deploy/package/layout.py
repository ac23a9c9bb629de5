"""Where things are in the source tree and on the installed system. Knows places only."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]
"""The source tree."""
BUILD: Final = ROOT / "build"
CACHE: Final = BUILD / "deploy"
"""What later builds and tests use again; `make clean` takes it away."""
DEBIAN: Final = Path(__file__).with_name("debian")
"""Maintainer scripts and configuration as they are shipped."""

NAME: Final = "imaging-kiosk"
LIB: Final = Path("usr/lib/imaging-kiosk")
VENV: Final = LIB / "venv"
SITE_PACKAGES: Final = VENV / "lib" / "python3.13" / "site-packages"
SHARE: Final = Path("usr/share/imaging-kiosk")
DOC: Final = Path("usr/share/doc/imaging-kiosk")
ETC: Final = Path("etc/imaging-kiosk")
PICTURES: Final = SITE_PACKAGES / "kiosk" / "_data" / "assets" / "mammograms"
