"""Compiled twins of files that people write: what the kiosk starts from, so that it need not read YAML.

Owns the container: a fingerprint of the sources, a head, and parts of which each can be read alone. A container that is
stale or damaged is as good as none. Must not know what is inside.
"""

from __future__ import annotations

import contextlib
import os
import stat
import struct
import weakref
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.reading.source import open_regular

_MAGIC = b"kiosk\x00\x01\n"
_SIZES = struct.Struct("<II")  # length and checksum of the envelope


class _Envelope(Struct, frozen=True, array_like=True):
    fingerprint: bytes
    head: bytes
    parts: tuple[tuple[int, int], ...]
    """Length and checksum of each part, in the order in which they follow."""


class Compiled:
    """An opened container. It stays readable while another process replaces its file."""

    def __init__(self, descriptor: int | None, data: bytes, envelope: _Envelope, start: int) -> None:
        self._descriptor = descriptor
        if descriptor is not None:
            weakref.finalize(self, os.close, descriptor)
        self._data = data
        self._start = start
        self._parts = envelope.parts
        self.head = envelope.head

    def part(self, index: int) -> bytes | None:
        """Part `index` (from 0), or None when the file has been damaged."""
        length, checksum = self._parts[index]
        start = self._start + sum(size for size, _ in self._parts[:index])
        if self._descriptor is None:
            found = self._data[start : start + length]
        else:
            try:
                os.lseek(self._descriptor, start, os.SEEK_SET)
                found = _read(self._descriptor, length)
            except OSError:
                return None
        return found if len(found) == length and zlib.crc32(found) == checksum else None


def pack(fingerprint: bytes, head: bytes, parts: Sequence[bytes] = ()) -> bytes:
    """The bytes of a container."""
    envelope = _Envelope(fingerprint, head, tuple((len(part), zlib.crc32(part)) for part in parts))
    packed = msgspec.msgpack.encode(envelope)
    return b"".join((_MAGIC, _SIZES.pack(len(packed), zlib.crc32(packed)), packed, *parts))


def open_file(path: Path, fingerprint: bytes) -> Compiled | None:
    """The container at `path` if it is whole and was made from sources with this fingerprint."""
    try:
        descriptor = open_regular(path)
    except OSError:
        return None
    try:
        found = _envelope(_read(descriptor, len(_MAGIC) + _SIZES.size), descriptor)
    except (OSError, ValueError, MemoryError, struct.error, msgspec.MsgspecError):
        found = None
    if found is None or found[0].fingerprint != fingerprint:
        os.close(descriptor)
        return None
    return Compiled(descriptor, b"", *found)


def keep(path: Path | None, fingerprint: bytes, head: bytes, parts: Sequence[bytes] = ()) -> Compiled:
    """A fresh container, written to `path` where that is possible and held in memory where it is not."""
    data = pack(fingerprint, head, parts)
    if path is not None and _write(path, data):
        opened = open_file(path, fingerprint)
        if opened is not None:
            return opened
    length, _ = _SIZES.unpack_from(data, len(_MAGIC))
    start = len(_MAGIC) + _SIZES.size
    return Compiled(None, data, msgspec.msgpack.decode(data[start : start + length], type=_Envelope), start + length)


def fingerprint(key: Iterable[str], folders: Iterable[Path], files: Iterable[Path] = ()) -> bytes:
    """What `key` and the states of these files, and of the files directly in these folders, look like now.

    The change time is in it because an update may keep size and modification time (reproducible archives do).
    """
    rows = list(key)
    for folder in folders:
        rows.append(str(folder))
        try:
            with os.scandir(folder) as entries:
                found = sorted((entry.name, entry.stat(follow_symlinks=False)) for entry in entries)
        except OSError:
            continue
        rows.extend(_row(name, state) for name, state in found if not stat.S_ISDIR(state.st_mode))
    for file in files:
        try:
            rows.append(_row(str(file), file.lstat()))
        except OSError:
            rows.append(str(file))
    return "\n".join(rows).encode("utf-8", "surrogateescape")


def _row(name: str, state: os.stat_result) -> str:
    return f"{name} {state.st_mode} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"


def _envelope(opening: bytes, descriptor: int) -> tuple[_Envelope, int] | None:
    length, checksum = _SIZES.unpack_from(opening, len(_MAGIC))
    if not opening.startswith(_MAGIC) or length > os.fstat(descriptor).st_size:
        return None
    packed = _read(descriptor, length)
    if zlib.crc32(packed) != checksum:
        return None
    return msgspec.msgpack.decode(packed, type=_Envelope), len(opening) + length


def _read(descriptor: int, length: int) -> bytes:
    pieces: list[bytes] = []
    while length > 0 and (piece := os.read(descriptor, length)):
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def _write(path: Path, data: bytes) -> bool:
    """Write all or nothing; a power cut leaves the old file or the new one."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        fresh.unlink(missing_ok=True)  # left by a process that died with this number
        with fresh.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(path)
        _sync_folder(path.parent)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last, where the system can do that for folders."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
