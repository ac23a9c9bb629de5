"""What other rooms have found out, as findings: settings, content, fonts, PIN, reviews, the running kiosk.

Owns the sentences. Must not know how settings or content are read: that is handed in as plain values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from kiosk.health.doctor.finding import Finding, as_root, broken, look, ok, unseen
from kiosk.health.doctor.service import UNIT
from kiosk.health.facts import Pin


class Fault(Struct, frozen=True):
    """Something wrong in a file: where, what, and how it is mended, in one line."""

    line: str
    serious: bool


def settings(name: str, faults: Sequence[Fault], site: Path | None) -> Iterator[Finding]:
    """The site's settings, or what they lack."""
    mend = f"kiosk settings check {site}" if site else "kiosk settings check"
    yield from _faults("settings", faults, mend, f"no fault{f', for {name}' if name else ''}")


def content(
    faults: Sequence[Fault], fonts: Sequence[Fault], languages: Sequence[str], offered: Sequence[str]
) -> Iterator[Finding]:
    """Pages and fonts. `languages`: those that the site wishes; `offered`: those that patients get."""
    yield from _faults("content", faults, "kiosk check", "all pages can be shown")
    yield from _faults("fonts", fonts, "apt install --reinstall imaging-kiosk", "all of them are there, and whole")
    missing = [code for code in languages if code not in offered]
    if not offered:
        yield broken("languages", "none can be offered: the screen says to ask at the desk", "kiosk check")
    elif missing:
        told = f"{', '.join(missing)} cannot be offered: faulty, or a draft that nobody has signed"
        yield look("languages", told, "kiosk check")
    else:
        yield ok("languages", ", ".join(offered))


def _faults(name: str, faults: Sequence[Fault], mend: str, fine: str) -> Iterator[Finding]:
    serious = [fault for fault in faults if fault.serious]
    if serious:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        yield broken(name, f"{serious[0].line}{more}", mend)
    elif faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        yield look(name, f"{faults[0].line}{more}", mend)
    else:
        yield ok(name, fine)


def reviews(due: date | None, today: date) -> Iterator[Finding]:
    """When a clinician is to look at the pages again."""
    if due is None:
        yield look("reviews", "no page says when it is to be reviewed", "kiosk check")
    elif due < today:
        told = f"a page was to be reviewed by {due.isoformat()}: ask who signs the pages"
        yield look("reviews", told, "kiosk check")
    else:
        yield ok("reviews", f"the next one is due by {due.isoformat()}")


def pin(state: Pin | None, key_files: bool) -> Iterator[Finding]:
    """Whether staff can come in; None where that could not be seen."""
    mend = "kiosk staff set-pin"
    match state:
        case None:
            yield as_root("PIN")
        case Pin.UNSAFE:
            yield broken("PIN", "the file of PINs is damaged, or others could read it: it is not used", mend)
        case Pin.MISSING if key_files:
            yield look("PIN", "no PIN is set: staff need a key file", mend)
        case Pin.MISSING:
            yield broken("PIN", "no PIN is set: staff cannot open their panel", mend)
        case Pin.SET:
            yield ok("PIN", "set")


class Running(Struct, frozen=True):
    """What the kiosk that runs says of itself."""

    sentence: str
    needs: tuple[tuple[str, str], ...] = ()
    """What it needs staff for: the id, and the sentence. What it tells the front desk to do is not for IT."""


_TYPE: Final = {
    "touch_gone": "lsusb  # the panel's controller must be in the list",
    "pin_unsafe": "kiosk staff set-pin",
    "pin_missing": "kiosk staff set-pin",
    "settings_faulty": "kiosk settings check",
    "state_readonly": "findmnt -T /var/lib/imaging-kiosk; dmesg | tail",
    "state_damaged": "kiosk staff status",
    "disk": "journalctl --vacuum-size=100M",
    "clock": "timedatectl",
    "crash": f"journalctl -u {UNIT} -p warning -n 50",
    "power": "journalctl --list-boots",
    "touch_silent": "libinput list-devices",
    "voice_missing": "apt install espeak-ng-data speech-dispatcher-espeak-ng",
    "hook_failed": "kiosk settings explain hours.hook",
    "control_off": "kiosk settings explain control",
    "control.socket": "kiosk settings explain control",
    "content_overdue": "kiosk check",
    "window.silent": f"systemctl restart {UNIT}",
}
"""What to type, by the need's id."""


def running(kiosk: Running | str | None, *, refused: bool = False) -> Iterator[Finding]:
    """A kiosk, or the sentence why none answers; None where the settings switch its socket off.

    `refused`: there is one, and whoever asks may not.
    """
    if kiosk is None:
        told = "its socket is switched off by the settings (control.enabled), so it cannot be asked"
        yield unseen("running", told, "kiosk settings explain control.enabled")
        return
    if isinstance(kiosk, str):
        yield as_root("running") if refused else look("running", kiosk, f"systemctl status {UNIT}")
        return
    for ident, told in kiosk.needs:
        yield look("running", told, _TYPE.get(ident, f"journalctl -b -u {UNIT} -n 50"))
    if not kiosk.needs:
        yield ok("running", kiosk.sentence)
