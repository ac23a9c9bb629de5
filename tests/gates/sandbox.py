"""Which walls stand around the programs that systemd starts: read from the unit files, without systemd.

What is left open must be named in the unit's head, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

UNITS = Path(__file__).parents[2] / "kiosk" / "deploy" / "system" / "units"
WALLS = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "AmbientCapabilities": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateIPC": "yes",
    "PrivateNetwork": "yes",
    "PrivateDevices": "yes",
    "PrivateUsers": "identity",
    "ProtectProc": "invisible",
    "ProcSubset": "pid",
    "ProtectKernelTunables": "yes",
    "ProtectKernelModules": "yes",
    "ProtectKernelLogs": "yes",
    "ProtectControlGroups": "yes",
    "ProtectClock": "yes",
    "ProtectHostname": "yes",
    "RestrictNamespaces": "yes",
    "RestrictRealtime": "yes",
    "RestrictSUIDSGID": "yes",
    "RemoveIPC": "yes",
    "LockPersonality": "yes",
    "MemoryDenyWriteExecute": "yes",
    "KeyringMode": "private",
    "DevicePolicy": "closed",
    "IPAddressDeny": "any",
    "SystemCallArchitectures": "native",
    "SystemCallFilter": "@system-service",
    "UMask": "0077",
    "LimitCORE": "0",
}
"""What each service must have, unless its head gives the reason."""
LIMITS = ("MemoryMax", "MemorySwapMax", "TasksMax", "User", "Group", "RestrictAddressFamilies", "NoExecPaths")
"""What each must set to something."""
_NO_ADDRESSES = {"AF_UNIX", "AF_NETLINK"}


def read(text: str) -> dict[str, list[str]]:
    """The settings of a unit, each with all that is given for it."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, sign, value = line.partition("=")
        if sign and not line.startswith(("#", ";", "[")):
            found.setdefault(name, []).append(value)
    return found


def _reasons(text: str, also: str) -> str:
    """The head of the unit, and that of the one which it refers to."""
    head = text.split("[Unit]", maxsplit=1)[0]
    return head + (also.split("[Unit]", maxsplit=1)[0] if "stand in imaging-kiosk.service" in head else "")


def faults(name: str, text: str, also: str) -> Iterator[str]:
    """What is missing around one service; `also` is the unit that holds the reasons for all."""
    found = read(text)
    reasons = _reasons(text, also)
    for wall, wanted in WALLS.items():
        # systemd goes by what is given last; of calls it gathers all that is given, and forgets it at an empty line.
        given = found.get(wall, [])
        counts = given[:1] if wall == "SystemCallFilter" and "" not in given else given[-1:]
        if counts != [wanted] and f"\n#   {wall}=" not in reasons:
            yield f"{name}: {wall}={wanted} is missing, and no reason for it stands in the head"
    for limit in LIMITS:
        if not any(found.get(limit, [])):
            yield f"{name}: {limit}= is missing"
    families = set(" ".join(found.get("RestrictAddressFamilies", [])).split())
    if not families <= _NO_ADDRESSES:
        yield f"{name}: a network can be reached by {', '.join(sorted(families - _NO_ADDRESSES))}"
    if "root" in found.get("User", []):
        yield f"{name}: runs as root"
    if not any("@aio" in line for line in found.get("SystemCallFilter", []) if line.startswith("~")):
        yield f"{name}: io_uring goes round RestrictAddressFamilies=; add SystemCallFilter=~@aio"
