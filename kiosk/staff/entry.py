"""Setting a PIN, and one try at the number pad, from the digits to the answer.

Owns the order: what a try has cost is on the disk before anybody learns how it went. Must not know how it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kiosk.staff.lockout import Lockouts
from kiosk.staff.model import Role
from kiosk.staff.pin import PinFile, WeakPinError
from kiosk.staff.weak import weakness


def admit(pins: PinFile, lockouts: Lockouts, digits: str) -> Role | None:
    """Whose PIN it is; None where it is nobody's, or nobody may try just now.

    Without any PIN that can be used there is nothing to guess, and nothing is counted. Takes about 0.1 seconds and a
    write to the disk: not for the window's thread.
    """
    if lockouts.left or not pins.roles:
        return None
    role = pins.verify(digits)
    if role is None:
        lockouts.fail()
    else:
        lockouts.succeed()
    return role


def set_pin(folder: Path, role: Role, digits: str, phones: Iterable[str] = ()) -> None:
    """Make `digits` the PIN of `role`. Raises WeakPinError where they will not do, OSError where `folder` will not.

    The file of the lock-out comes first: beside a PIN, a missing one counts as deleted.
    """
    if why := weakness(digits, phones):
        raise WeakPinError(why)
    lockouts = Lockouts(folder)
    if not lockouts.path.exists():
        lockouts.clear()
    PinFile(folder).set(role, digits, phones)
