"""Files cut off anywhere, with bits turned over, or made to hurt: read without an error, and nobody is let in."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.staff.fault import Fault
from kiosk.staff.lockout import WAITS, Lockouts, glance
from kiosk.staff.marks import Marks
from kiosk.staff.model import Rest, Role
from kiosk.staff.pin import PinFile, Pins
from kiosk.staff.visits import Visits

DAY = date(2026, 11, 23)
HASH = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def _pins(folder: Path) -> None:
    PinFile(folder)._write({Role.DESK: HASH, Role.IT: HASH})


def _lockout(folder: Path) -> None:
    lockouts = Lockouts(folder)
    for _ in range(6):
        lockouts.fail()


def _visits(folder: Path) -> None:
    Visits(folder).add(DAY)


def _marks(folder: Path) -> None:
    when = datetime(2026, 11, 23, 12, tzinfo=UTC)
    Marks(folder).put(rest=Rest.PAUSED, volume=80, first_language="es", quiet=True, wiped=when)


def _sound_pins(folder: Path) -> bool:
    read = PinFile(folder).read()
    return isinstance(read, Fault) or all(text.startswith("$argon2id$v=19$") for text in read.pins.values())


def _sound_lockout(folder: Path) -> bool:
    lockout, _ = glance(folder)
    return 0 <= lockout.failures <= 9 and 0 <= lockout.left_seconds <= WAITS[-1]


def _sound_visits(folder: Path) -> bool:
    return 0 <= Visits(folder).today(DAY) <= 100_000


def _sound_marks(folder: Path) -> bool:
    now = Marks(folder).now
    return now.rest in (Rest.NONE, Rest.PAUSED, Rest.BROKEN) and (now.volume is None or 20 <= now.volume <= 100)


STORES: dict[str, tuple[Callable[[Path], None], Callable[[Path], bool]]] = {
    "staff-pin.json": (_pins, _sound_pins),
    "lockout.json": (_lockout, _sound_lockout),
    "visits.json": (_visits, _sound_visits),
    "desk.json": (_marks, _sound_marks),
}
EVIL = [
    b'{"x":' + b"[" * 30_000,
    b'{"pins":' * 7_000,
    b'{"count":' + b"9" * 60_000 + b"}",
    b'{"volume":1e999999}',
    b'{"left_seconds":NaN}',
    b'{"wiped":"9999-12-31T23:59:60+99:99"}',
    b'"' + b"\\ud800" * 5_000 + b'"',
    b"\x00" * 60_000,
    b" " * 65_536,
    b"x" * 70_000,
]


@pytest.mark.parametrize("name", STORES)
def test_damage_of_any_kind_is_read_without_an_error(tmp_path: Path, name: str) -> None:
    write, sound = STORES[name]
    write(tmp_path)
    path = tmp_path / name
    whole = path.read_bytes()
    assert sound(tmp_path)
    chance = random.Random(6)
    turned = []
    for _ in range(300):
        bits = bytearray(whole)
        bits[chance.randrange(len(bits))] ^= 1 << chance.randrange(8)
        turned.append(bytes(bits))
    for data in (*(whole[:size] for size in range(len(whole))), *turned, *EVIL):
        path.write_bytes(data)
        assert sound(tmp_path), data[:200]


def test_a_file_of_pins_that_is_cut_off_anywhere_lets_nobody_in(tmp_path: Path) -> None:
    _pins(tmp_path)
    pins = PinFile(tmp_path)
    whole = pins.path.read_bytes()
    assert isinstance(pins.read(), Pins)
    for size in range(len(whole)):
        pins.path.write_bytes(whole[:size])
        assert isinstance(pins.read(), Fault)
