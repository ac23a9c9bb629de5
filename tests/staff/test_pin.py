"""The file of PINs: whose PIN it is, and every fault of the file by its name."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import argon2
import msgspec
import pytest

from kiosk.staff.entry import admit, set_pin
from kiosk.staff.fault import Flaw
from kiosk.staff.lockout import Lockout, Lockouts
from kiosk.staff.model import Role
from kiosk.staff.pin import PinFile, Pins, WeakPinError
from tests.staff.places import full, read_only

DESK, IT, WRONG = "492751", "83620571", "607394"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a PIN for each role; it costs half a second."""
    folder = tmp_path_factory.mktemp("both")
    set_pin(folder, Role.DESK, DESK)
    set_pin(folder, Role.IT, IT)
    return folder


@pytest.fixture
def pins(both: Path, tmp_path: Path) -> PinFile:
    """A file with a PIN for each role, that a test may break."""
    shutil.copytree(both, tmp_path, dirs_exist_ok=True)
    return PinFile(tmp_path)


def flaw(pins: PinFile) -> Flaw | None:
    return pins.fault.flaw if pins.fault else None


def test_each_role_comes_in_by_its_own_pin_and_nobody_by_another(pins: PinFile) -> None:
    assert (pins.verify(DESK), pins.verify(IT)) == (Role.DESK, Role.IT)
    assert [pins.verify(text) for text in (WRONG, "", DESK[:-1], DESK + "0", "x" * 5000)] == [None] * 5
    assert (pins.roles, pins.fault) == (frozenset(Role), None)
    assert pins.path.stat().st_mode & 0o777 == 0o600


def test_the_hash_is_argon2id_with_19_mib_two_passes_and_one_lane(pins: PinFile) -> None:
    read = pins.read()
    assert isinstance(read, Pins)
    for text in read.pins.values():
        asked = argon2.extract_parameters(text)
        assert (asked.type, asked.memory_cost, asked.time_cost, asked.parallelism) == (argon2.Type.ID, 19456, 2, 1)


def test_setting_one_pin_leaves_the_other_and_ends_the_old_one(pins: PinFile) -> None:
    pins.set(Role.DESK, "501868")
    assert [pins.verify(text) for text in ("501868", DESK, IT)] == [Role.DESK, None, Role.IT]


def test_two_roles_never_have_the_same_pin_and_a_weak_one_is_never_written(pins: PinFile) -> None:
    stood = pins.path.read_bytes()
    with pytest.raises(WeakPinError, match="the other role has this PIN already"):
        pins.set(Role.DESK, IT)
    with pytest.raises(WeakPinError, match="telephone"):
        pins.set(Role.DESK, "5550101", ["940-555-0101"])
    with pytest.raises(WeakPinError, match="in a row"):
        set_pin(pins.path.parent, Role.DESK, "123456")
    assert pins.path.read_bytes() == stood


@pytest.mark.parametrize("there", [(), (Role.DESK,), (Role.IT,), tuple(Role)])
def test_a_try_costs_the_same_whoever_has_a_pin(
    tmp_path: Path, there: tuple[Role, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in there:
        set_pin(tmp_path, role, {Role.DESK: DESK, Role.IT: IT}[role])
    asked: list[tuple[int, int, int]] = []
    verify = argon2.PasswordHasher.verify

    def counted(self: argon2.PasswordHasher, text: str, digits: str) -> bool:
        cost = argon2.extract_parameters(text)
        asked.append((cost.memory_cost, cost.time_cost, cost.parallelism))
        return bool(verify(self, text, digits))

    monkeypatch.setattr(argon2.PasswordHasher, "verify", counted)
    for text in (DESK, IT, WRONG):
        PinFile(tmp_path).verify(text)
    assert asked == [(19456, 2, 1)] * 6


def _json(text: str) -> bytes:
    return msgspec.json.encode({"version": 1, "pins": {"desk": text}})


GREEDY = "$argon2id$v=19$m=999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
CORRUPT = {
    "empty": b"",
    "half": b'{"version":1,"pins":{"desk":"$argon2id$v=19$m=194',
    "zeros": bytes(200),
    "no text": b"\xff\xfe\x00\x80",
    "a list": b"[]",
    "a newer one": b'{"version":2,"pins":{}}',
    "an unknown role": b'{"version":1,"pins":{"boss":"x"}}',
    "a digit for a hash": _json("492751"),
    "another kind of hash": _json(
        "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    ),
    "a hash that wants all memory": _json(GREEDY),
    "a hash that takes for ever": _json(GREEDY.replace("999999", "19456").replace("t=2", "t=99")),
}


@pytest.mark.parametrize("name", CORRUPT)
def test_a_corrupt_file_lets_nobody_in_and_says_so(pins: PinFile, name: str) -> None:
    pins.path.write_bytes(CORRUPT[name])
    assert flaw(pins) is Flaw.CORRUPT
    assert (pins.roles, pins.verify(DESK)) == (frozenset(), None)
    assert "kiosk staff set-pin" in str(pins.fault)


def test_a_missing_file_or_one_without_pins_says_that_no_pin_is_set(tmp_path: Path) -> None:
    pins = PinFile(tmp_path)
    assert str(pins.fault) == "no PIN is set; set one with `kiosk staff set-pin`"
    assert (flaw(pins), pins.verify(DESK)) == (Flaw.MISSING, None)
    pins.path.touch(0o600)
    pins.path.write_bytes(b'{"version":1,"pins":{}}')
    assert flaw(pins) is Flaw.MISSING


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o644, 0o666, 0o777])
def test_a_file_that_others_may_touch_is_not_used_until_it_is_mended(pins: PinFile, mode: int) -> None:
    pins.path.chmod(mode)
    assert (flaw(pins), pins.roles) == (Flaw.OPEN, frozenset())
    assert f"(mode {mode:04o})" in str(pins.fault)
    pins.path.chmod(0o600)
    assert pins.fault is None


def test_setting_a_pin_mends_the_mode_and_asks_nothing_of_the_pins_that_others_may_know(pins: PinFile) -> None:
    pins.path.chmod(0o644)
    pins.set(Role.DESK, "501868")
    assert (pins.roles, pins.verify(IT)) == (frozenset({Role.DESK}), None)


def test_what_cannot_be_read_is_named(pins: PinFile) -> None:
    pins.path.unlink()
    pins.path.mkdir()
    assert (flaw(pins), pins.verify(DESK)) == (Flaw.UNREADABLE, None)


def test_a_pin_that_cannot_be_written_leaves_the_old_one(pins: PinFile) -> None:
    for place in (full, read_only):
        with place(pins.path.parent):
            with pytest.raises(OSError, match=r"staff-pin\.json cannot be written"):
                pins.set(Role.DESK, "501868")
            assert pins.verify(DESK) is Role.DESK


def test_an_old_hash_is_renewed_by_the_next_right_pin(pins: PinFile) -> None:
    weak = argon2.PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(DESK)
    pins.path.write_bytes(_json(weak))
    with read_only(pins.path.parent):
        assert pins.verify(DESK) is Role.DESK
    assert pins.path.read_bytes() == _json(weak)
    assert pins.verify(WRONG) is None
    assert pins.path.read_bytes() == _json(weak)
    assert pins.verify(DESK) is Role.DESK
    read = pins.read()
    assert isinstance(read, Pins)
    assert argon2.extract_parameters(read.pins[Role.DESK]).memory_cost == 19456
    assert pins.verify(DESK) is Role.DESK


def test_a_pin_set_while_an_old_hash_is_renewed_stands(pins: PinFile, monkeypatch: pytest.MonkeyPatch) -> None:
    pins.path.write_bytes(_json(argon2.PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(DESK)))
    renew = PinFile._renew

    def late(self: PinFile, role: Role, old: str, new: str) -> None:
        monkeypatch.undo()
        set_pin(self.path.parent, Role.DESK, "501868")
        renew(self, role, old, new)

    monkeypatch.setattr(PinFile, "_renew", late)
    assert pins.verify(DESK) is Role.DESK
    assert (pins.verify(DESK), pins.verify("501868")) == (None, Role.DESK)


def test_no_digit_and_no_hash_is_in_a_log_a_message_or_a_repr(
    pins: PinFile, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    read = pins.read()
    pins.verify(DESK)
    pins.verify(WRONG)
    with pytest.raises(WeakPinError) as weak:
        pins.set(Role.DESK, "112233")
    said = [*capfd.readouterr(), caplog.text, repr(read), str(read), repr(pins), repr(weak.value), f"{vars(pins)}"]
    assert [text for text in said for secret in (DESK, IT, WRONG, "112233", "argon2id") if secret in text] == []
    assert repr(read) == "Pins(desk, it)"


def test_a_try_is_on_the_disk_before_its_answer_and_none_is_taken_while_one_must_wait(
    pins: PinFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pins.path.parent
    lockouts = Lockouts(folder)
    for failures in range(1, 6):
        assert admit(pins, lockouts, WRONG) is None
        assert msgspec.json.decode(lockouts.path.read_bytes(), type=Lockout).failures == failures
    monkeypatch.setattr(PinFile, "verify", lambda *_: pytest.fail("a PIN was tried while one must wait"))
    assert admit(pins, lockouts, DESK) is None
    monkeypatch.undo()
    lockouts.pass_time(30)
    assert admit(pins, lockouts, DESK) is Role.DESK
    assert msgspec.json.decode(lockouts.path.read_bytes(), type=Lockout) == Lockout()


def test_without_a_pin_there_is_nothing_to_guess_and_nothing_is_counted(tmp_path: Path) -> None:
    lockouts = Lockouts(tmp_path)
    assert [admit(PinFile(tmp_path), lockouts, WRONG) for _ in range(9)] == [None] * 9
    assert (lockouts.failures, list(tmp_path.iterdir())) == (0, [])
