"""What goes into a bundle, gathered from a machine: the log, the services, versions of packages, memory.

Owns which commands are asked and which of their words are kept. Must not know the site nor what patients read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec
from msgspec import Struct

from kiosk.health.doctor import service
from kiosk.health.doctor.finding import Finding
from kiosk.health.doctor.machine import Machine

UNITS: Final = (service.UNIT, service.SAFE, "imaging-kiosk-retry.service", service.SOUND, service.SEAT)
OWN_NAMES: Final = frozenset({"imaging-kiosk", *(name.removesuffix(".service") for name in UNITS)})
"""A machine of such a name cannot be told from the program."""
_LINES: Final = 2000
_FIELDS: Final = "PRIORITY,MESSAGE,KIOSK_PART,SYSLOG_IDENTIFIER,_PID"
_PACKAGES: Final = (
    "imaging-kiosk",
    "cage",
    "seatd",
    "libwlroots*",
    "libinput10",
    "libinput-bin",
    "libwayland-client0",
    "mesa-*",
    "libgl1-mesa-dri",
    "libegl1",
    "linux-image-*",
    "firmware-*",
    "python3*-minimal",
    "systemd",
    "udev",
    "speech-dispatcher*",
    "espeak-ng*",
    "pulseaudio*",
)
_MEMORY: Final = ("MemTotal", "MemFree", "MemAvailable", "SwapTotal", "SwapFree", "Dirty", "Shmem")
_FROM_MACHINE: Final = frozenset(
    (
        "service",
        "start",
        "display",
        "size",
        "picture",
        "graphics",
        "seat",
        "touch",
        "mapping",
        "audio",
        "PIN",
        "clock",
        "disk",
        "memory",
        "kiosk memory",
        "state folder",
        "kiosk",
        "system",
        "Python",
        "Qt",
        "cage",
    )
)
"""Findings whose sentences are of the machine alone; others may name a page, or a file that the site has named."""


class _Entry(Struct, frozen=True):
    """One line of the journal as `journalctl -o json` has it."""

    MESSAGE: str | list[int] | None = None
    PRIORITY: str = "6"
    KIOSK_PART: str = ""
    SYSLOG_IDENTIFIER: str = ""
    pid: str = msgspec.field(default="", name="_PID")
    time: str = msgspec.field(default="0", name="__REALTIME_TIMESTAMP")


def findings(found: Sequence[Finding]) -> list[dict[str, str]]:
    """What the doctor says, with the sentences that are of the machine alone."""
    kept = "(its words may name a page or a file of the site, and are left out)"
    return [
        {"name": one.name, "verdict": str(one.verdict), "told": one.told if one.name in _FROM_MACHINE else kept}
        for one in found
    ]


def journal(machine: Machine, kept: Callable[[str], str]) -> str:
    """The last lines of our units, each as `kept` has it; systemd's own as they are."""
    units = [word for name in UNITS for word in ("-u", name)]
    said = machine.run(
        ("journalctl", "--no-pager", "-q", "-o", "json", f"--output-fields={_FIELDS}", "-n", str(_LINES), *units)
    )
    if said is None or said.code != 0:
        return ""
    return "\n".join(_lines(said.text, kept))


def _lines(text: str, kept: Callable[[str], str]) -> Iterator[str]:
    for line in text.splitlines():
        try:
            one = msgspec.json.decode(line, type=_Entry)
        except msgspec.MsgspecError:
            continue
        if not isinstance(one.MESSAGE, str):
            continue
        when = _when(int(one.time)) if one.time.isdecimal() else ""
        trusted = one.SYSLOG_IDENTIFIER == "systemd" and one.pid == "1"
        who = "systemd" if trusted else kept(one.KIOSK_PART or one.SYSLOG_IDENTIFIER)
        yield f"{when} <{one.PRIORITY}> {who}: {one.MESSAGE if trusted else kept(one.MESSAGE)}"


def _when(microseconds: int) -> str:
    return f"{datetime.fromtimestamp(microseconds / 1_000_000, UTC):%Y-%m-%d %H:%M:%S}"


def log_file(machine: Machine, name: str, kept: Callable[[str], str]) -> str:
    """The last lines of a log file, each as `kept` has it."""
    return "\n".join(map(kept, machine.text(name).splitlines()[-_LINES:])) if name else ""


def services(machine: Machine) -> str:
    """How systemd sees our units; nothing where there is none."""
    if not machine.systemd:
        return "no systemd runs here\n"
    parts = ((name, service.unit(machine, name)) for name in UNITS)
    return "".join(f"[{name}]\n{_pairs(_known(told))}\n" for name, told in parts)


def _known(told: Mapping[str, str]) -> dict[str, str]:
    """Without the sentence for staff, which may be in the site's own words."""
    return {name: told.get(name, "") for name in service.ASKED if name != "StatusText"}


def packages(machine: Machine) -> str:
    """Versions of the packages that matter."""
    said = machine.run(("dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package} ${Version}\\n", *_PACKAGES))
    lines = said.text.splitlines() if said else []
    return "\n".join(sorted(line for line in lines if line.startswith("ii "))) + "\n"


def memory(machine: Machine) -> str:
    """How much there is."""
    lines = machine.text("/proc/meminfo").splitlines()
    return "\n".join(line for line in lines if line.partition(":")[0] in _MEMORY) + "\n"


def _pairs(told: Mapping[str, str]) -> str:
    return "".join(f"{name}={value}\n" for name, value in told.items())
