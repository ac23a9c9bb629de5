"""What makes a machine a kiosk: units, scripts and rules of the system, and where the package puts each.

Owns the list of places. Must not know how a package is made.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

HERE = Path(__file__).resolve().parent
_UNITS = PurePosixPath("usr/lib/systemd/system")
_OURS = PurePosixPath("usr/lib/imaging-kiosk")
_SHARED = PurePosixPath("usr/share/imaging-kiosk")
SCRIPTS = ("session", "screen", "lockdown")
ENABLED = ("imaging-kiosk.service",)
"""Units that begin with the machine; the others are pulled in by them."""


def files() -> dict[Path, tuple[PurePosixPath, int]]:
    """Each file here that is installed: its place below /, and its mode."""
    found = {path: (_UNITS / path.name, 0o644) for path in sorted((HERE / "units").iterdir())}
    found |= {HERE / name: (_OURS / name, 0o755) for name in SCRIPTS}
    found[HERE / "etc" / "sound.pa"] = (_SHARED / "sound.pa", 0o644)
    found |= {path: (_SHARED / "lockdown" / path.name, 0o644) for path in sorted((HERE / "locks").iterdir())}
    rules = "60-imaging-kiosk-touch.rules"
    found[HERE / "etc" / rules] = (PurePosixPath("usr/lib/udev/rules.d") / rules, 0o644)
    return found
