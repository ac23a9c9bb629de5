"""Who may read and write what: settings, state, PINs.

Owns the modes that are right. Must not know what is in the files, and never opens them.
"""

from __future__ import annotations

import os
import pwd
import shlex
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.health.doctor.finding import Finding, as_root, broken, look, ok
from kiosk.health.doctor.machine import Machine
from kiosk.health.facts import file_system_at

_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_ANYBODY = 0o077


def settings_folder(machine: Machine, folder: Path, shut: Sequence[Path], owner: int = 0) -> Iterator[Finding]:
    """Nobody but root may change what the kiosk is told, and the kiosk can read it. `shut`: what it cannot."""
    if not machine.path(folder).is_dir():
        return
    if shut:
        mode = "0755" if machine.path(shut[0]).is_dir() else "0644"
        told = f"the kiosk's user cannot read {shut[0]}"
        yield broken("settings files", told, shlex.join(("chmod", mode, str(shut[0]))))
        return
    names = [folder, *(Path(name) for name in machine.below(str(folder), "**/*"))]
    try:
        open_to = [name for name in names if _open(machine.path(name), owner)]
    except PermissionError:
        yield as_root("settings files")
        return
    if not open_to:
        yield ok("settings files", f"{folder} can be changed by root alone")
        return
    told = f"others than root may change {open_to[0]}"
    yield broken("settings files", told, f"chown -R root:root {folder} && chmod -R go-w {folder}")


def _open(path: Path, owner: int) -> bool:
    found = path.lstat()
    return not stat.S_ISLNK(found.st_mode) and (found.st_uid != owner or bool(found.st_mode & _OTHERS))


def state_folder(machine: Machine, folder: Path, user: int | None, name: str = "kiosk") -> Iterator[Finding]:
    """Nobody but the kiosk may see what it keeps. `user`: whose it must be; None for whoever asks."""
    disk = file_system_at(machine.path(folder))
    if disk is not None and disk.f_flag & os.ST_RDONLY:
        told = f"{folder} is on a disk that is mounted read-only: the kiosk can keep nothing"
        yield broken("state folder", told, f'mount -o remount,rw "$(findmnt -nro TARGET -T {folder})"')
        return
    try:
        found = machine.path(folder).stat()
    except FileNotFoundError:
        yield ok("state folder", f"{folder} is not there yet; the kiosk makes it when it starts")
        return
    except PermissionError:
        yield as_root("state folder")
        return
    owner = user if user is not None else found.st_uid
    if found.st_uid != owner:
        told = f"{folder} belongs to {_who(found.st_uid)}, not to {name}: the kiosk can keep nothing"
        yield broken("state folder", told, f"chown -R {name}:{name} {folder}")
    elif found.st_mode & _ANYBODY:
        told = f"others may look into {folder} (mode {stat.S_IMODE(found.st_mode):04o})"
        yield broken("state folder", told, f"chmod 0700 {folder}")
    elif not machine.is_root and machine.uid != found.st_uid:
        yield as_root("state folder")
    else:
        yield from _inside(machine, folder, owner, name)


def _inside(machine: Machine, folder: Path, owner: int, name: str) -> Iterator[Finding]:
    for one in machine.below(str(folder), "*.json"):
        found = machine.path(one).lstat()
        if found.st_uid != owner:
            yield broken("state folder", f"{one} belongs to {_who(found.st_uid)}", f"chown -R {name}:{name} {folder}")
            return
        if found.st_mode & _ANYBODY:
            yield broken("state folder", f"others may read {one}", f"chmod 0600 {folder}/*.json")
            return
    yield ok("state folder", f"{folder} can be read by the kiosk alone")


def key_folders(machine: Machine, folders: Sequence[str]) -> Iterator[Finding]:
    """Where key files are looked for: only root may put something there, or mount a stick."""
    for folder in folders:
        try:
            found = machine.path(folder).stat()
        except OSError:
            continue
        if found.st_mode & stat.S_IWOTH and not found.st_mode & stat.S_ISVTX:
            yield look("key files", f"anybody may put a file into {folder}", f"chmod o-w {folder}")
            return


def user_id(name: str) -> int | None:
    """The number of that user; None where there is none."""
    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        return None


def _who(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


def readable(path: Path) -> bool:
    """Whether whoever asks may look into it."""
    return os.access(path, os.R_OK | os.X_OK)
