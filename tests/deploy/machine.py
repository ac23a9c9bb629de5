"""A machine that runs: the package under a real systemd, in a container, with a touch screen that tests hold.

The container sees an X server of the tests in place of a graphics card: cage opens a window in it. All else is as
installed. Everything lives in namespaces that die with the tests.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

from PySide6.QtGui import QImage

from kiosk.deploy.system import ENABLED
from tests.deploy.namespaces import HOLDER, RootError, clean, wait_for_end
from tests.rig.touch_rig import TouchRig

SIZE = (1024, 768)
"""Of the window that cage opens in an X server, in pixels."""
KIOSK = "imaging-kiosk.service"
SAFE = "imaging-kiosk-safe.service"
SOUND = "imaging-kiosk-sound.service"
_BOOT = """
set -eu
mount -t overlay overlay -o "lowerdir=$2,upperdir=$3/upper,workdir=$3/work" "$1"
exec systemd-nspawn --quiet --boot --register=no --keep-unit --directory="$1" --bind-ro="$4:/x11" \
    --hostname=kiosk --resolv-conf=off --timezone=off
"""
_NESTED = """
[Service]
BindReadOnlyPaths=/x11:/tmp/.X11-unix
Environment=WLR_BACKENDS=x11 DISPLAY={display}
"""
_PATIENCE = 20.0
"""Seconds until what must happen has happened; nothing takes a quarter of it on a quiet machine."""


SITE = """
mode: demonstration
languages: [en, es]
session: {idle_seconds: 600, warning_seconds: 120}
less_motion: true
"""
"""Settings of a site that holds still."""


class Machine:
    """One container, from `with` to its end."""

    def __init__(self, layers: Sequence[Path], work: Path, rig: TouchRig) -> None:
        """`layers`: folders that are only read, the uppermost first."""
        self.rig = rig
        self.upper = work / "upper"
        self._work = work
        self._layers = layers
        self._holder: subprocess.Popen[bytes] | None = None
        self._init = 0

    def write(self, place: str, text: str) -> None:
        """A file, before the machine starts."""
        file = self.upper / place.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def __enter__(self) -> Self:
        for folder in (self.upper, self._work / "work", self._work / "root"):
            folder.mkdir(parents=True, exist_ok=True)
        for unit in (KIOSK, SAFE):
            self.write(f"/etc/systemd/system/{unit}.d/nested.conf", _NESTED.format(display=self.rig.display))
        for unit in ENABLED:
            link = self.upper / "etc/systemd/system/multi-user.target.wants" / unit
            link.parent.mkdir(parents=True, exist_ok=True)
            link.unlink(missing_ok=True)
            link.symlink_to(f"/usr/lib/systemd/system/{unit}")
        layers = ":".join(map(str, self._layers))
        self._log = (self._work / "console.txt").open("wb")
        self._holder = subprocess.Popen(
            [
                *(*HOLDER, "--mount-proc", "sh", "-c", _BOOT, "boot"),
                *(str(self._work / "root"), layers, str(self._work), "/tmp/.X11-unix"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
        )
        try:
            self.until(self._found, "no systemd starts in the container")
            self.until(
                lambda: self.run("test", "-S", "/run/systemd/private", check=False) == "", "systemd does not answer"
            )
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._holder is None:
            return
        self._holder.kill()
        self._holder.wait()
        self._holder = None
        self._log.close()
        wait_for_end(self._init)

    def run(self, *words: str, check: bool = True, user: str = "root", timeout: float = 60) -> str:
        """What a command in the container says; raises AssertionError with it where that failed and `check` is set."""
        enter = ["nsenter", "--target", str(self._init), "--mount", "--uts", "--ipc", "--pid"]
        done = subprocess.run(
            [*enter, *clean(user, {}), *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        said = done.stdout + done.stderr
        if check:
            assert done.returncode == 0, f"{words}: {done.returncode}\n{said}"
        elif done.returncode:
            return said or f"exit code {done.returncode}"
        return said

    def shell(self, script: str, *, check: bool = True) -> str:
        return self.run("sh", "-c", script, check=check)

    def until(self, true: Callable[[], bool], what: str, seconds: float = _PATIENCE) -> None:
        """Wait for it; raises AssertionError with what the machine said where it does not come."""
        end = time.monotonic() + seconds
        while not true():
            if self._holder is not None and self._holder.poll() is not None:
                raise RootError((self._work / "console.txt").read_text(encoding="utf-8", errors="replace")[-2000:])
            assert time.monotonic() < end, f"{what}\n{self.said() if self._init else ''}"
            time.sleep(0.02)  # between two looks

    def said(self, unit: str = "imaging-kiosk*", since: str = "") -> str:
        """What stands in the journal."""
        after = ["--since", since] if since else []
        return self.run(
            "journalctl", "--no-pager", "--boot", "-o", "short-iso-precise", "-u", unit, *after, check=False
        )

    def show(self, unit: str, name: str) -> str:
        """One property of a unit."""
        return self.run("systemctl", "show", unit, "--property", name, "--value").strip()

    def active(self, unit: str) -> bool:
        return self.show(unit, "ActiveState") == "active"

    def comes(self, unit: str, seconds: float = _PATIENCE) -> None:
        """Wait until this unit is active: started, and its program ready."""
        self.until(lambda: self.active(unit), f"{unit} does not come", seconds)

    @property
    def pid(self) -> int:
        """The kiosk's process, as the container numbers it."""
        return int(self.shell("cat /run/imaging-kiosk/kiosk.pid"))

    def programs(self) -> dict[int, str]:
        """What runs as the kiosk's user behind the kiosk's own walls: name by process number."""
        told = self.shell(
            f"walls=$(readlink /proc/{self.pid}/ns/mnt); for p in /proc/[0-9]*; do"
            ' [ "$(readlink $p/ns/mnt)" = "$walls" ] && echo "${p#/proc/} $(cat $p/comm)"; done; true'
        )
        return {int(number): name for number, _, name in (line.partition(" ") for line in told.splitlines())}

    def afresh(self) -> None:
        """A kiosk that runs and has not failed yet, whatever was before."""
        self.shell(
            "rm -f /run/systemd/system/imaging-kiosk.service.d/fault.conf; systemctl daemon-reload;"
            "systemctl stop imaging-kiosk.service imaging-kiosk-safe.service;"
            "systemctl reset-failed; systemctl start imaging-kiosk.service"
        )

    def plant(self, settings: str) -> None:
        """Other settings of the kiosk's unit, from its next start on, until `afresh`."""
        self.shell(
            "mkdir -p /run/systemd/system/imaging-kiosk.service.d;"
            f"printf '[Service]\\n%s\\n' '{settings}' > /run/systemd/system/imaging-kiosk.service.d/fault.conf;"
            "systemctl daemon-reload"
        )

    def picture(self) -> QImage:
        """What stands on the glass."""
        file = self._work / "glass.png"
        self.rig.screenshot(file)
        return QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)

    def _found(self) -> bool:
        """Whether the container's first process runs; it is remembered."""
        assert self._holder is not None
        todo = [self._holder.pid]
        while todo:
            pid = todo.pop()
            try:
                todo += [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
                comm = Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
            except OSError:
                continue
            if comm == "systemd" and not Path(f"/proc/{pid}/ns/uts").samefile("/proc/self/ns/uts"):
                self._init = pid
                return True
        return False


@contextlib.contextmanager
def booted(layers: Sequence[Path], work: Path, more: Mapping[str, str] = {}) -> Iterator[Machine]:
    """A machine with a kiosk that is ready, while the block runs; `more` are files of it that stand otherwise."""
    with TouchRig(*SIZE) as rig:
        machine = Machine(layers, work, rig)
        machine.write("/etc/imaging-kiosk/site.yaml", SITE)
        for place, text in more.items():
            machine.write(place, text)
        with machine:
            machine.comes(KIOSK)
            yield machine
    shutil.rmtree(work, ignore_errors=True)
