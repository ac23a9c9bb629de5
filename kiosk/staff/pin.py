"""The PINs of the front desk, as one file with a hash for each role.

Owns the file and how a PIN is held against it. Must not know how often somebody may try (`lockout`), nor who types. No
digit and no hash is in any message, log or `repr`.
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from kiosk import keeping
from kiosk.staff.decoding import decoded
from kiosk.staff.fault import Fault, Flaw, unreadable
from kiosk.staff.model import Role
from kiosk.staff.weak import weakness

if TYPE_CHECKING:
    from argon2 import PasswordHasher

NAME: Final = "staff-pin.json"
MODE: Final = 0o600
MEMORY_KIB: Final = 19 * 1024
PASSES: Final = 2
LANES: Final = 1
_VERSION: Final = 1
_HASH: Final = re.compile(r"\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)\$[\w+/-]{11,86}\$[\w+/-]{22,86}", re.ASCII)
_MOST_MEMORY_KIB: Final = 256 * 1024
"""A damaged file must not ask for more memory than a kiosk has."""


class WeakPinError(ValueError):
    """The PIN will not do; the message says why."""


class Pins(Struct, frozen=True):
    """What stands in the file."""

    version: int = _VERSION
    pins: dict[Role, str] = msgspec.field(default_factory=dict)
    """Argon2id hashes in their usual form."""

    def __repr__(self) -> str:
        return f"Pins({', '.join(sorted(self.pins))})"


class PinFile:
    """The file, read anew each time: a PIN that IT sets holds at once. Any thread may use it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    def read(self) -> Pins | Fault:
        """The PINs, or why there are none."""
        try:
            found = keeping.find(self.path)
        except OSError as error:
            return unreadable(self.path, error)
        if found is None:
            return Fault(Flaw.MISSING, "no PIN is set", "set one with `kiosk staff set-pin`")
        if found.mode & 0o077:
            what = f"others may read {self.path} (mode {found.mode:04o}), so its PINs are not used"
            return Fault(Flaw.OPEN, what, "set the PINs anew with `kiosk staff set-pin`: others may know the old ones")
        return _pins(self.path, found.data)

    @property
    def fault(self) -> Fault | None:
        """Why nobody can come in by PIN; None where somebody can."""
        read = self.read()
        return read if isinstance(read, Fault) else None

    @property
    def roles(self) -> frozenset[Role]:
        """Who has a PIN that can be used."""
        read = self.read()
        return frozenset() if isinstance(read, Fault) else frozenset(read.pins)

    def verify(self, digits: str) -> Role | None:
        """Whose PIN this is. Takes as long whoever has one: about 30 ms for each role. Changes nothing but an old hash.

        Must not be called on the window's thread.
        """
        read = self.read()
        pins: Mapping[Role, str] = {} if isinstance(read, Fault) else read.pins
        hasher = _hasher()
        right = [role for role in Role if _matches(hasher, pins.get(role) or _nobodys(), digits) and role in pins]
        for role in right:
            if hasher.check_needs_rehash(pins[role]):
                self._renew(role, pins[role], hasher.hash(digits))
        return right[0] if right else None

    def set(self, role: Role, digits: str, phones: Iterable[str] = ()) -> None:
        """Make `digits` the PIN of `role`; the other role keeps its own, if the file could be used.

        Raises WeakPinError where they will not do, OSError where they cannot be written.
        """
        if why := weakness(digits, phones):
            raise WeakPinError(why)
        if self.verify(digits) not in (None, role):
            raise WeakPinError("the other role has this PIN already")
        read = self.read()
        others = {} if isinstance(read, Fault) else read.pins
        self._write({**others, role: _hasher().hash(digits)})

    def _renew(self, role: Role, old: str, new: str) -> None:
        """A hash with today's parameters, unless somebody has set another PIN meanwhile."""
        read = self.read()
        if isinstance(read, Fault) or read.pins.get(role) != old:
            return
        try:
            self._write({**read.pins, role: new})
        except OSError:
            return  # the old one does as well; the other files of this folder tell that nothing can be written

    def _write(self, pins: Mapping[Role, str]) -> None:
        keeping.keep(self.path, msgspec.json.encode(Pins(pins=dict(pins))), mode=MODE)


def _pins(path: Path, data: bytes) -> Pins | Fault:
    mend = "set the PINs anew with `kiosk staff set-pin`"
    pins = decoded(data, Pins)
    if pins is None:
        return Fault(Flaw.CORRUPT, f"{path} is damaged", mend)
    if pins.version != _VERSION:
        return Fault(Flaw.CORRUPT, f"{path} was written by another version of the kiosk", mend)
    if not all(_is_hash(text) for text in pins.pins.values()):
        return Fault(Flaw.CORRUPT, f"{path} is damaged", mend)
    if not pins.pins:
        return Fault(Flaw.MISSING, "no PIN is set", "set one with `kiosk staff set-pin`")
    return pins


def _is_hash(text: str) -> bool:
    found = _HASH.fullmatch(text)
    if not found:
        return False
    memory, passes, lanes = map(int, found.groups())
    return 8 * lanes <= memory <= _MOST_MEMORY_KIB and 1 <= passes <= 16 and 1 <= lanes <= 4


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415 - loads a library that no start needs

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)


def _matches(hasher: PasswordHasher, text: str, digits: str) -> bool:
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415

    try:
        return hasher.verify(text, digits)
    except (Argon2Error, InvalidHashError):
        return False


def _nobodys() -> str:
    """A hash that no PIN has, as costly as any."""
    salt, tag = (base64.b64encode(os.urandom(n)).decode().rstrip("=") for n in (16, 32))
    return f"$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${salt}${tag}"
