"""`kiosk staff`: what IT does for the front desk at a terminal.

Owns the words of these commands. Each returns 0 when it is done and 1 when it cannot be done, and says why. No PIN, no
hash of a PIN and no content of a key file is ever printed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from kiosk import paths
from kiosk.staff import keyfile
from kiosk.staff.entry import set_pin
from kiosk.staff.fault import Flaw
from kiosk.staff.lockout import Lockouts, glance
from kiosk.staff.marks import Marks
from kiosk.staff.model import Role
from kiosk.staff.pin import PinFile, WeakPinError
from kiosk.staff.visits import Visits
from kiosk.staff.weak import LEAST, MOST

K = TypeVar("K", bound=str)


def misplaced(folder: Path) -> int:
    """1 where what is kept in `folder` is of no use: the installed kiosk, which is meant, has its own; else 0.

    Whoever has a kiosk of his own beside it says where its state is.
    """
    said = any(os.path.isabs(os.environ.get(name, "")) for name in ("STATE_DIRECTORY", "XDG_STATE_HOME"))  # noqa: PTH117
    if said or folder == paths.SYSTEM_STATE or not paths.installed():
        return 0
    return _failed(f"the installed kiosk keeps PINs in {paths.SYSTEM_STATE}, not in {folder}: use sudo")


def new_pin(folder: Path, role: Role, phones: Sequence[str]) -> int:
    """Ask for a PIN twice and make it that of `role`: from the terminal unseen, else two lines of standard input."""
    pins = PinFile(folder)
    before, lost = pins.fault, pins.roles
    try:
        first, second = _asked(role)
    except (EOFError, KeyboardInterrupt, UnicodeDecodeError):
        return _failed("no PIN was entered; nothing has changed")
    if first != second:
        return _failed("the two entries differ; nothing has changed: try again")
    try:
        set_pin(folder, role, first, phones)
    except WeakPinError as why:
        return _failed(f"this PIN will not do: {why}; nothing has changed: take {LEAST} to {MOST} digits by chance")
    except OSError as error:
        return _failed(f"{error.strerror or error}; nothing has changed")
    _say(f"The PIN of the role {role} is set, in {pins.path}.")
    if before and before.flaw is not Flaw.MISSING:
        _say(f"Before that, {before.what}: a PIN of the other role has to be set anew, too.")
    elif role in lost:
        _say("The old one does not work any more.")
    if left := glance(folder)[0].left_seconds:
        _say(f"A lock-out of {_seconds(left)} is still in force; `kiosk staff clear-lock` ends it.")
    if os.geteuid() == 0 and folder.stat().st_uid == 0:
        _say(
            f"{folder} belongs to root: a kiosk that runs as another user cannot read it. Run this as the kiosk's user."
        )
    return 0


def clear_lock(folder: Path) -> int:
    """End the lock-out, also in a kiosk that runs."""
    lockouts = Lockouts(folder)
    try:
        lockouts.clear()
    except OSError as error:
        return _failed(f"{error.strerror or error}; the lock-out stands")
    _say(f"Nobody has to wait, and all tries are there again ({lockouts.path}).")
    return 0


def new_key(path: Path, role: Role) -> int:
    """Write a key file and print the line for the site's settings."""
    try:
        text = keyfile.make(path)
    except FileExistsError:
        return _failed("there is a key file already; delete it first, or use it: its line stands in the settings")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        return _failed(f"no key file is written to {path}: {why}")
    where = path / keyfile.NAME if path.is_dir() else path
    print(f"key_files: {{{role}: {text}}}")
    _say(
        f"{where} is written. Put the line above below `desk:` in the site's settings, in one pair of braces with the "
        "other role's if there is one, and restart the kiosk; whoever has the stick then needs no PIN."
    )
    return 0


def status(folder: Path, hashes: Mapping[K, str], places: Sequence[str]) -> int:
    """Say what the front desk has; 1 when something has to be mended."""
    pins = PinFile(folder)
    lockout, fault = glance(folder)
    faults = [fault] if fault else []
    for role in Role:
        print(f"PIN {role:4}  {'set' if role in pins.roles else 'none'}")
    print(f"PIN file  {pins.path}{_mode(pins.path)}")
    if pins.fault and not (hashes and pins.fault.flaw is Flaw.MISSING):  # a key file is another way in
        faults.append(pins.fault)
    wait = f"{_seconds(lockout.left_seconds)} to wait, " if lockout.left_seconds else ""
    print(f"Lock-out  {wait}{lockout.failures or 'no'} wrong {'PIN' if lockout.failures == 1 else 'PINs'} in a row")
    for role in Role:
        print(f"Key {role:4}  {'known' if role in hashes else 'none'}")
    if found := keyfile.find(places, hashes):
        print(f"Key file of the role {found} is plugged in.")
    faults += [fault for fault in (Marks(folder).fault, Visits(folder).fault) if fault]
    for fault in faults:
        _say(f"{fault}.")
    return int(bool(faults))


def _asked(role: Role) -> tuple[str, str]:
    """Both entries. Raises EOFError where there are none."""
    if not sys.stdin.isatty():
        lines = [sys.stdin.readline(100) for _ in range(2)]
        if not all(lines):
            raise EOFError
        return lines[0].rstrip("\r\n"), lines[1].rstrip("\r\n")
    from getpass import getpass  # noqa: PLC0415 - only at a terminal

    return getpass(f"New PIN of the role {role} ({LEAST} to {MOST} digits): "), getpass("Once more: ")


def _mode(path: Path) -> str:
    try:
        return f", mode {path.stat().st_mode & 0o777:04o}"
    except OSError:
        return ""


def _seconds(left: float) -> str:
    return f"{left:.0f} seconds" if left < 120 else f"{left / 60:.0f} minutes"


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _failed(why: str) -> int:
    _say(f"kiosk: {why}.")
    return 1
