"""A key file on a USB stick: found where sticks are mounted, and nothing else on a stick does any harm."""

from __future__ import annotations

import hashlib
import hmac
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.staff import keyfile
from kiosk.staff.keyfile import NAME, find, make
from kiosk.staff.model import Role
from tests.staff.places import full, read_only


@pytest.mark.standard("C18")
def test_a_stick_opens_for_the_role_whose_hash_it_holds(tmp_path: Path) -> None:
    hashes = {}
    for role in Role:
        (tmp_path / role).mkdir()
        hashes[role] = make(tmp_path / role)
    for role in Role:
        assert find([tmp_path / role], hashes) is role
        assert find([tmp_path / role], {role: hashes[role].upper()}) is role
        assert find([tmp_path / role], {other: hashes[other] for other in Role if other != role}) is None
    assert find([tmp_path], hashes) is Role.IT, "with both sticks in, the one who may do more"
    assert find([tmp_path], {}) is None


@pytest.mark.parametrize(("below", "found"), [("", True), ("stick", True), ("user/stick", True), ("a/b/c", False)])
def test_a_stick_is_looked_for_where_it_is_mounted_and_no_deeper(tmp_path: Path, below: str, found: bool) -> None:
    folder = tmp_path / below
    folder.mkdir(parents=True, exist_ok=True)
    text = make(folder / NAME)
    assert (find(["/nowhere", tmp_path], {"desk": text}) is Role.DESK) == found


def test_a_key_file_is_32_random_bytes_for_its_owner_alone(tmp_path: Path) -> None:
    texts = []
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        texts.append(make(folder / NAME))
        state = (folder / NAME).stat()
        assert (state.st_size, state.st_mode & 0o777) == (32, 0o600)
        assert hashlib.sha256((folder / NAME).read_bytes()).hexdigest() == texts[-1]
    assert len(set(texts)) == 3


def test_a_key_file_that_is_there_is_never_written_over_and_none_has_another_name(tmp_path: Path) -> None:
    make(tmp_path)
    stood = (tmp_path / NAME).read_bytes()
    with pytest.raises(FileExistsError):
        make(tmp_path)
    assert (tmp_path / NAME).read_bytes() == stood
    with pytest.raises(ValueError, match=r"always called imaging-kiosk\.key"):
        make(tmp_path / "my.key")
    with pytest.raises(ValueError, match="there is no folder"):
        make(tmp_path / "STICK")


def test_a_stick_without_room_is_left_without_a_key_file(tmp_path: Path) -> None:
    for place in (full, read_only):
        with place(tmp_path):
            with pytest.raises(OSError, match=r"No space|Read-only|too large|Permission"):
                make(tmp_path)
            assert not (tmp_path / NAME).exists()


KEY = bytes(range(32))


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _hole(path: Path) -> None:
    path.touch()
    os.truncate(path, 2**40)


def _link(path: Path) -> None:
    real = path.parent / "deep" / "er" / "est" / "real"
    real.parent.mkdir(parents=True)
    real.write_bytes(KEY)
    path.symlink_to(real)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


JUNK: dict[str, Callable[[Path], object]] = {
    "a pipe that nobody writes to": _fifo,
    "a link to a key": _link,
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to an endless device": lambda path: path.symlink_to("/dev/zero"),
    "a socket": _socket,
    "a folder": lambda path: path.mkdir(),
    "an empty file": lambda path: path.write_bytes(b""),
    "a byte too few": lambda path: path.write_bytes(KEY[:-1]),
    "a byte too many": lambda path: path.write_bytes(KEY + b"\n"),
    "a hole of a terabyte": _hole,
    "another key": lambda path: path.write_bytes(KEY[::-1]),
}


@pytest.mark.parametrize("name", JUNK)
def test_junk_on_a_stick_opens_nothing_and_keeps_nobody_waiting(tmp_path: Path, name: str) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    JUNK[name](stick / NAME)
    found: list[Role | None] = []
    hashes = {role: hashlib.sha256(data).hexdigest() for role, data in zip(Role, (KEY, b""), strict=True)}
    looking = threading.Thread(target=lambda: found.append(find([tmp_path], hashes)), daemon=True)
    looking.start()
    looking.join(10)
    assert found == [None]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a device")
def test_a_device_with_the_right_name_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mknod(tmp_path / NAME, 0o20600, os.makedev(1, 5))
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))
    assert find([tmp_path], {"desk": "0" * 64}) is None


def test_a_stick_with_a_thousand_folders_is_left_soon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(300):
        (tmp_path / f"{number:04d}").mkdir()
    read: list[str] = []
    monkeypatch.setattr(keyfile, "_read", read.append)
    assert find([tmp_path], {"desk": "0" * 64}) is None
    assert len(read) == 1 + 64


def test_links_to_folders_are_not_followed_but_the_place_itself_may_be_one(tmp_path: Path) -> None:
    stick, place = tmp_path / "stick", tmp_path / "place"
    stick.mkdir()
    place.mkdir()
    text = make(stick)
    (place / "link").symlink_to(stick)
    assert find([place], {"desk": text}) is None
    assert find([place / "link"], {"desk": text}) is Role.DESK


@pytest.mark.parametrize("text", ["", "0" * 63, "geheim", "é" * 64, "\0"])
def test_a_hash_that_is_none_opens_nothing(tmp_path: Path, text: str) -> None:
    make(tmp_path)
    assert find([tmp_path, "bad\0name", ""], {"desk": text, "boss": text}) is None


def test_hashes_are_compared_in_constant_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bytes] = []
    compare = hmac.compare_digest

    def counted(one: bytes, other: bytes) -> bool:
        compared.append(other)
        return compare(one, other)

    monkeypatch.setattr(hmac, "compare_digest", counted)
    text = make(tmp_path)
    assert find([tmp_path], {"desk": text, "it": "0" * 64}) is Role.DESK
    assert len(compared) == 2
