"""The files that the settings have the kiosk write, figures and log: are they written, and if not, why?

Owns the sentences and their mends. A mend makes a folder where there is none, and never changes one that is there: it
may be the system's. Must not know what is written.
"""

from __future__ import annotations

import os
import shlex
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.health.doctor import service
from kiosk.health.doctor.finding import Finding, as_root, broken, look, ok, unseen
from kiosk.health.doctor.machine import Machine

_OLD_SECONDS = 300.0


def figures(machine: Machine, file: str, *, runs: bool, owner: str) -> Iterator[Finding]:
    """The file for node_exporter, where the site wishes one. `runs`: a kiosk is there that should write it.

    `owner`: the user that an installed kiosk runs as; empty where it is not installed.
    """
    if not file:
        return
    path, folder = machine.path(file), Path(file).parent
    if not Path(file).is_absolute() or not file.endswith(".prom"):
        told = f"figures.prometheus_file must be a whole path that ends in .prom, not {file}"
        yield broken("figures", told, "kiosk settings explain figures.prometheus_file")
    elif not path.parent.is_dir():
        yield broken("figures", f"there is no folder {folder}", _make(folder, owner, "0755"))
    elif owner and not service.lets_write(machine, folder):
        told = f"the kiosk's unit does not let it write to {folder}"
        yield broken("figures", told, _let(folder))
    elif not path.exists():
        if runs:
            told = f"{file} is not written: put it in a folder of its own, to which the kiosk's user may write"
            yield broken("figures", told, "kiosk settings explain figures.prometheus_file")
        else:
            yield unseen("figures", "it is written while the kiosk runs", "systemctl start imaging-kiosk")
    elif runs and time.time() - path.stat().st_mtime > _OLD_SECONDS:
        told = f"{file} is not written any more; the log says why"
        yield broken("figures", told, f"journalctl -b -u {service.UNIT} -g figures -n 5")
    else:
        yield ok("figures", f"{file} is written each minute")


def log_file(machine: Machine, file: str, *, owner: str) -> Iterator[Finding]:
    """The log where there is no journal, and the site wishes a file. `owner`: as of `figures`."""
    if not file:
        return
    path, folder = machine.path(file), Path(file).parent
    if owner and machine.systemd:
        yield ok("log", f"it is in the journal; {file} is for machines without one, and is not written here")
    elif not path.parent.is_dir():
        yield look("log", f"there is no folder {folder}", _make(folder, owner, "0750"))
    elif not path.exists():
        told = f"there is no log {file} yet; it wants a folder of its own, to which the kiosk's user may write"
        yield look("log", told, "kiosk settings explain log.file")
    elif not os.access(path, os.R_OK):
        yield as_root("log")
    else:
        yield ok("log", file)


def _make(folder: Path, owner: str, mode: str) -> str:
    """Only for a folder that is not there: of another it would change owner and mode."""
    words = ("install", "-d", *(("-o", owner) if owner else ()), "-m", mode, str(folder))
    return shlex.join(words)


def _let(folder: Path) -> str:
    """A drop-in for the unit; its minus sign has the kiosk start where the folder is gone one day."""
    path = str(folder).replace("\\", r"\\").replace('"', r"\"").replace("%", "%%")
    line = f'ReadWritePaths="-{path}"' if path != shlex.quote(path) else f"ReadWritePaths=-{path}"
    edit = f"systemctl edit --drop-in=figures.conf --stdin {service.UNIT}"
    return f"printf '%s\\n' '[Service]' {shlex.quote(line)} | {edit} && systemctl restart {service.UNIT}"
