"""The services: does the kiosk run, does it come back, what stands in for it; and who may use the display.

Owns what systemd says of the units. Must not know how they are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from kiosk import paths
from kiosk.health.doctor.finding import Finding, broken, look, ok, unseen
from kiosk.health.doctor.machine import Machine

UNIT: Final = "imaging-kiosk.service"
SAFE: Final = "imaging-kiosk-safe.service"
SOUND: Final = "imaging-kiosk-sound.service"
SEAT: Final = "seatd.service"
ASKED: Final = ("LoadState", "ActiveState", "SubState", "Result", "NRestarts", "UnitFileState", "MainPID", "StatusText")
"""What is asked of a unit; nothing of it names a visitor."""
_LOG: Final = f"journalctl -b -u {UNIT} -n 50"
_ANEW: Final = f"systemctl reset-failed {UNIT} && systemctl restart {UNIT}"
"""Without the first of them systemd refuses the second, once it has given up."""
_MANY: Final = 3
SEAT_SOCKET: Final = "/run/seatd.sock"
_OWN: Final = (paths.SYSTEM_STATE, paths.SYSTEM_CACHE, paths.SYSTEM_RUN)
"""What systemd makes for the unit and opens to it."""


def unit(machine: Machine, name: str, more: Sequence[str] = ()) -> dict[str, str]:
    """What systemd says of a unit; empty where it cannot be asked."""
    return machine.shown("systemctl", "show", f"--property={','.join((*ASKED, *more))}", name)


def service(machine: Machine) -> Iterator[Finding]:
    """Whether the kiosk runs as a service, and comes back after a power cut."""
    if not machine.systemd:
        yield unseen("service", "no systemd runs here", "kiosk ctl status")
        return
    told = unit(machine, UNIT)
    if not told:
        yield unseen("service", "systemd does not answer", "systemctl is-system-running")
        return
    if told.get("LoadState") == "masked":
        mend = f"systemctl unmask {UNIT} && systemctl enable --now {UNIT}"
        yield broken("service", f"{UNIT} is masked: nothing can start it", mend)
        return
    if told.get("LoadState") != "loaded":
        yield unseen("service", f"{UNIT} is not installed", "apt install ./imaging-kiosk_*.deb")
        return
    state, result, restarts = told.get("ActiveState", ""), told.get("Result", ""), _number(told.get("NRestarts"))
    safe = unit(machine, SAFE).get("ActiveState") == "active"
    if safe:
        sentence = '"Please ask at the desk" stands in: the kiosk could not be started'
        yield broken("service", sentence, f"{_ANEW}; {_LOG}")
    elif result == "start-limit-hit":
        yield broken("service", f"{UNIT} ended too often, and systemd has given up", f"{_ANEW}; {_LOG}")
    elif state == "failed":
        yield broken("service", f"{UNIT} has failed ({result})", _LOG)
    elif state not in ("active", "reloading"):
        yield broken("service", f"{UNIT} is {state or 'not active'}", f"systemctl start {UNIT}")
    elif restarts >= _MANY:
        yield look("service", f"it runs; systemd had to start it again {restarts} times", _LOG)
    else:
        again = f"; started again {restarts} times" if restarts else ""
        yield ok("service", f"{UNIT} runs{again}")
    if told.get("UnitFileState") not in ("enabled", "enabled-runtime", "static", "indirect"):
        sentence = "it does not start with the machine"
        yield broken("start", sentence, f"systemctl enable {UNIT}")
    else:
        yield ok("start", "it starts with the machine")


def lets_write(machine: Machine, folder: Path) -> bool:
    """Whether the kiosk's unit leaves that folder open to it; True where systemd does not say."""
    told = unit(machine, UNIT, ("ProtectSystem", "ReadWritePaths")) if machine.systemd else {}
    if told.get("ProtectSystem") != "strict":
        return True
    given = (Path(name.lstrip("-+")) for name in told.get("ReadWritePaths", "").split())
    return any(folder.is_relative_to(one) for one in (*given, *_OWN))


def seat(machine: Machine, user: str, groups: Sequence[str]) -> Iterator[Finding]:
    """Whether the kiosk may use display and touch: by seatd. `groups`: those that `user` is in.

    The unit may give it more of them.
    """
    if machine.path(SEAT_SOCKET).exists():
        name = _group(machine)
        given = unit(machine, UNIT, ("SupplementaryGroups",)).get("SupplementaryGroups", "").split()
        if name and name not in (*groups, *given):
            told = f"the user {user} is not in the group {name}: the kiosk cannot use the display"
            yield broken("seat", told, f"usermod -aG {name} {user} && systemctl restart {UNIT}")
        else:
            yield ok("seat", "seatd runs, and lets the kiosk use display and touch")
        return
    if machine.run(("seatd", "-v")) is None:
        yield broken("seat", "seatd is not installed: the kiosk cannot use the display", "apt install seatd")
    else:
        yield broken("seat", "seatd does not run: the kiosk cannot use the display", f"systemctl enable --now {SEAT}")


def _group(machine: Machine) -> str:
    """The group that may use the seat."""
    import grp  # noqa: PLC0415 - not there on every system

    found = machine.path(SEAT_SOCKET).stat()
    if found.st_gid == 0:
        return ""
    try:
        return grp.getgrgid(found.st_gid).gr_name
    except KeyError:
        return ""


def main_pid(machine: Machine) -> int | None:
    """The kiosk's own process: not the compositor that systemd calls the main one."""
    for status in machine.below("/proc", "[0-9]*"):
        words = machine.bytes(f"{status}/cmdline").split(b"\0")
        if _is_kiosk(words):
            return int(status.rsplit("/", 1)[1])
    return None


def _is_kiosk(words: Sequence[bytes]) -> bool:
    """`python ... -m kiosk run ...`, or the script `kiosk run`."""
    for place, word in enumerate(words[:6]):
        started = word == b"-m" and words[place + 1 : place + 2] == [b"kiosk"]
        after = place + 2 if started else place + 1
        script = word.endswith(b"/kiosk") and b"python" in words[0]
        if (started or script) and words[after : after + 1] == [b"run"]:
            return True
    return False


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
