"""The package's control file. Knows Debian's fields, and of the kiosk what it depends on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

DEPENDS: Final = (
    "python3 (>= 3.13)",
    "python3 (<< 3.14)",
    "cage (>= 0.1.5)",
    "seatd",
    "wlr-randr",
    "speech-dispatcher",
    "speech-dispatcher-espeak-ng",
    "pulseaudio",
    "libgl1-mesa-dri",
    "systemd",
)
"""What the kiosk starts or is started by; cage before 0.1.5 keeps touches from Qt."""
RECOMMENDS: Final = ("systemd-sysv", "udev", "dbus", "alsa-ucm-conf", "bash-completion", "usbutils")

_SUMMARY: Final = "calm touch kiosk about breast calcifications for waiting rooms"
_ABOUT: Final = """\
 A full-screen, offline kiosk that explains breast calcifications to patients
 in the waiting rooms of imaging centers: drawn mammograms to explore, eight
 topics in six languages, read aloud on request. It keeps nothing of a visit.
 .
 The package brings its own Python environment with the parts of Qt that are
 used, and units that start it on the first screen, watch it and start it
 again. Settings are in /etc/imaging-kiosk/site.yaml.
"""


def control(version: str, arch: str, installed_kib: int, libraries: Sequence[str]) -> str:
    """The file `control`."""
    depends = ", ".join([*DEPENDS, *libraries])
    return f"""\
Package: imaging-kiosk
Version: {version}
Architecture: {arch}
Maintainer: The imaging-kiosk authors <imaging-kiosk@example.invalid>
Installed-Size: {installed_kib}
Depends: {depends}
Recommends: {", ".join(RECOMMENDS)}
Section: misc
Priority: optional
Description: {_SUMMARY}
{_ABOUT}"""
