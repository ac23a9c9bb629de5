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
SITE_FOLDER = Path("/etc/imaging-kiosk")
"""The layers of an installed kiosk's settings; the demonstration site stands in where it has no site.yaml."""
SYSTEM_RUN = Path("/run/imaging-kiosk")
"""`run_dir` of a kiosk that the system started."""
SYSTEM_STATE = Path("/var/lib/imaging-kiosk")
"""`state_dir` of a kiosk that the system started. What root writes there belongs to the folder's owner (`keeping`)."""
SYSTEM_CACHE = Path("/var/cache/imaging-kiosk")
"""`cache_dir` of such a kiosk."""


def installed() -> bool:
    """Whether a kiosk is on this machine that the system starts: whoever says no place means that one."""
    return SYSTEM_STATE.is_dir()


def cache_dir() -> Path | None:
    """A folder for compiled content, or None when nothing is writable. The folder holds nothing about any visitor."""
    given = os.environ.get("CACHE_DIRECTORY", "").split(":")[0]  # as systemd names it
    if os.path.isabs(given) and os.access(given, os.W_OK):  # noqa: PTH117
        return Path(given)
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


def state_dir() -> Path:
    """Where the few things are that outlive the process, nothing about any visitor; it may not be there or writable."""
    given = os.environ.get("STATE_DIRECTORY", "").split(":")[0]  # as systemd names it
    if os.path.isabs(given):  # noqa: PTH117
        return Path(given)
    base = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(base):  # noqa: PTH117
        if os.geteuid() == 0 and SYSTEM_STATE.is_dir():  # sudo kiosk staff set-pin: of the kiosk, not of root
            return SYSTEM_STATE
        base = os.path.join(os.path.expanduser("~"), ".local", "state")  # noqa: PTH111, PTH118
    return Path(base) / "imaging-kiosk"


def run_dir() -> Path:
    """Where the socket of `kiosk ctl` is; it is empty after a restart of the machine."""
    given = os.environ.get("RUNTIME_DIRECTORY", "").split(":")[0]
    if os.path.isabs(given):  # noqa: PTH117
        return Path(given)
    base = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(base) / "imaging-kiosk" if os.path.isabs(base) else state_dir() / "run"  # noqa: PTH117
