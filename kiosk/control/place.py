"""The socket in the file system: only those may open it who may use the kiosk, and no kiosk takes it from another.

Owns folder, lock, permissions and who is let in. Must not know what is said. There is no network port, ever.
"""

from __future__ import annotations

import contextlib
import os
import socket
import stat
import struct
from pathlib import Path

from msgspec import Struct

from kiosk.control.protocol import Need

NAME = "control.sock"
MOST_PATH_BYTES = 107
"""What the system takes as the address of a local socket."""
_PEER_GROUPS = 59
"""SO_PEERGROUPS of Linux; Python has no name for it."""
_MOST_BYTES = 1024
"""As much as Python reads of it: 256 groups."""


class PlaceError(Exception):
    """The socket cannot be made; the sentence is for staff."""

    def __init__(self, need: Need) -> None:
        super().__init__(f"{need.text} {need.mend}")
        self.need = need


class Peer(Struct, frozen=True):
    """Who has called."""

    uid: int
    gids: frozenset[int]


def _need(text: str, mend: str) -> Need:
    return Need("control.socket", text, mend)


class Place:
    """A socket that listens, until it is closed. Raises PlaceError when it cannot be made."""

    def __init__(self, path: Path, group: str, *, own_folder: bool) -> None:
        """`own_folder`: the folder is the kiosk's own, so that its permissions are made right as well."""
        self.path = path
        self.need: Need | None = None
        """What staff should know although the socket is there."""
        self._gid: int | None = None
        self._inode: tuple[int, int] | None = None
        if len(os.fsencode(path)) > MOST_PATH_BYTES:
            text = f"The control socket's path has more than {MOST_PATH_BYTES} bytes: {path}."
            raise PlaceError(_need(text, "Give a shorter one in the settings: `control: {socket: /run/...}`."))
        if not hasattr(socket, "AF_UNIX"):
            raise PlaceError(_need("This system has no local sockets.", "Set `control: {enabled: false}`."))
        if group:
            self._find(group)
        self._lock = -1
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._make_folder(own=own_folder)
            self._lock_path()
            self._clear()
            self._listen(group)
        except OSError as error:
            self.close()
            text = f"The control socket {path} cannot be made: {error.strerror or error}."
            raise PlaceError(
                _need(text, "Correct `control: {socket: ...}`, or the permissions of its folder.")
            ) from None
        except PlaceError:
            self.close()
            raise

    def admits(self, peer: Peer | None) -> bool:
        """Whether this caller may use the kiosk: its own user, the system's, or a member of the group."""
        if peer is None:
            return False
        return peer.uid in (0, os.getuid()) or (self._gid is not None and self._gid in peer.gids)

    def close(self) -> None:
        """Hear no more, and take the file away, where it is still ours."""
        self.socket.close()
        if self._inode is not None:
            with contextlib.suppress(OSError):
                now = self.path.lstat()
                if (now.st_dev, now.st_ino) == self._inode:
                    self.path.unlink()
            self._inode = None
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _find(self, group: str) -> None:
        import grp  # noqa: PLC0415 - not there on every system

        try:
            self._gid = grp.getgrnam(group).gr_gid
        except KeyError:
            text = f"There is no group {group} on this machine: only the kiosk's own user can use `kiosk ctl`."
            self.need = _need(
                text,
                f"Make the group with `groupadd {group}`, make the kiosk's user a member of it and restart the kiosk,"
                " or correct `control: {group: ...}`.",
            )

    def _make_folder(self, *, own: bool) -> None:
        folder = self.path.parent
        folder.mkdir(parents=True, exist_ok=True, mode=0o750)
        if not own:
            return
        found = folder.stat()
        if found.st_uid != os.getuid():
            return
        if self._gid is not None and found.st_gid != self._gid:
            with contextlib.suppress(OSError):  # said where the socket meets the same
                os.chown(folder, -1, self._gid)
        if stat.S_IMODE(found.st_mode) != 0o750:
            folder.chmod(0o750)

    def _lock_path(self) -> None:
        """Two kiosks that start at once must not both take the place; the lock ends with its process."""
        import fcntl  # noqa: PLC0415 - not there on every system

        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        self._lock = os.open(self.path.with_name(self.path.name + ".lock"), flags, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PlaceError(self._taken()) from None

    def _clear(self) -> None:
        """Take away what a kiosk has left that ended without a word; nothing else, and no socket that answers."""
        try:
            found = self.path.lstat()
        except FileNotFoundError:
            return
        if not stat.S_ISSOCK(found.st_mode):
            text = f"{self.path} is there and is no socket: the kiosk does not replace it."
            raise PlaceError(_need(text, "Take the file away, or correct `control: {socket: ...}`."))
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.setblocking(False)
            try:
                probe.connect(os.fspath(self.path))
            except (ConnectionRefusedError, FileNotFoundError):
                self.path.unlink(missing_ok=True)
                return
            except BlockingIOError:
                pass  # it listens, and has more callers than it can take
        raise PlaceError(self._taken())

    def _taken(self) -> Need:
        text = f"Another kiosk has the control socket {self.path}: this one runs without `kiosk ctl`."
        return _need(text, "Stop the other kiosk, or give each its own `control: {socket: ...}`.")

    def _listen(self, group: str) -> None:
        self.socket.setblocking(False)
        self.socket.bind(os.fspath(self.path))
        found = self.path.lstat()
        self._inode = (found.st_dev, found.st_ino)
        # Before it listens nobody can connect, whatever the umask has made of it.
        mode = 0o600
        if self._gid is not None:
            try:
                os.chown(self.path, -1, self._gid)
                mode = 0o660
            except PermissionError:
                text = f"The kiosk may not give its socket to the group {group}: only its own user can use `kiosk ctl`."
                self.need = _need(
                    text,
                    f"Make the kiosk's user a member of {group} and restart the kiosk,"
                    " or correct `control: {group: ...}`.",
                )
                self._gid = None
        self.path.chmod(mode)
        if self._gid is not None and (closed := _closed_folder(self.path.parent, self._gid)):
            text = (
                f"Members of the group {group} cannot reach the control socket: the folder {closed} is closed to them."
            )
            self.need = _need(
                text, "Give `control: {socket: ...}` a place that they can reach, such as one below /run."
            )
        self.socket.listen(128)


def _closed_folder(folder: Path, gid: int) -> Path | None:
    """The outermost folder on the way that a member of the group cannot go through."""
    for one in (*reversed(folder.absolute().parents), folder):
        try:
            found = one.stat()
        except OSError:
            return None
        if not (found.st_mode & stat.S_IXOTH or (found.st_gid == gid and found.st_mode & stat.S_IXGRP)):
            return one
    return None


def peer(line: socket.socket) -> Peer | None:
    """Who is at the other end, as the system says; None where it says nothing."""
    kind = getattr(socket, "SO_PEERCRED", None)
    if kind is None:
        return None
    try:
        _pid, uid, gid = struct.unpack("3i", line.getsockopt(socket.SOL_SOCKET, kind, struct.calcsize("3i")))
    except OSError:
        return None
    try:
        raw = line.getsockopt(socket.SOL_SOCKET, _PEER_GROUPS, _MOST_BYTES)
        more = struct.unpack(f"{len(raw) // 4}I", raw)
    except OSError:
        more = ()
    return Peer(uid, frozenset((gid, *more)))
