"""A Debian root that a test may spoil: an overlay on layers that are kept, in namespaces that take everything along.

Mounts and processes live in namespaces of their own, held by one process that dies with the tests. So nothing is left
mounted or running, whatever happens.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Self

from tests.deploy.namespaces import HOLDER, RootError, clean, wait_for_end

_HOLD = """
set -eu
root=$1 layers=$2 work=$3 shared=$4
mount -t overlay overlay -o "volatile,lowerdir=$layers,upperdir=$work/upper,workdir=$work/work" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t tmpfs -o mode=0755 dev "$root/dev"
for name in null zero full random urandom; do
    : > "$root/dev/$name"
    mount --bind "/dev/$name" "$root/dev/$name"
done
mkdir -p "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs -o mode=0755 run "$root/run"
mount -t tmpfs -o mode=1777 tmp "$root/tmp"
if [ -d "$shared" ]; then
    mkdir -p "$root/tmp/.X11-unix"
    mount --bind "$shared" "$root/tmp/.X11-unix"
fi
cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2> /dev/null || true
echo ready
exec sleep infinity
"""
_PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")


class Root:
    """One root, from `with` to its end. What is written lies in `work`."""

    def __init__(self, layers: Sequence[Path], work: Path) -> None:
        """`layers`: folders that are only read, the uppermost first."""
        self.work = work
        self.upper = work / "upper"
        self.path = work / "root"
        self._layers = layers
        self._holder: subprocess.Popen[str] | None = None
        self._inner = 0

    def __enter__(self) -> Self:
        for folder in (self.upper, self.work / "work", self.path):
            folder.mkdir(parents=True, exist_ok=True)
        layers = ":".join(str(layer) for layer in self._layers)
        self._holder = subprocess.Popen(
            [*HOLDER, "sh", "-c", _HOLD, "hold", str(self.path), layers, str(self.work), "/tmp/.X11-unix"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._holder.stdout is not None
        assert self._holder.stderr is not None
        if self._holder.stdout.readline() != "ready\n":
            said = self._holder.stderr.read()
            self.__exit__()
            raise RootError(f"no root could be mounted: {said}")
        pid = self._holder.pid
        self._inner = int(Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()[0])
        return self

    def __exit__(self, *_: object) -> None:
        if self._holder is None:
            return
        self._holder.kill()
        self._holder.wait()
        for stream in (self._holder.stdout, self._holder.stderr):
            if stream is not None:
                stream.close()
        self._holder = None

    def settle(self) -> None:
        """Wait until the overlay has let go of its folders: what was written is to be a layer itself."""
        wait_for_end(self._inner)

    def forget(self) -> None:
        """Away with what was written."""
        shutil.rmtree(self.work, ignore_errors=True)

    def words(self, words: Sequence[str | Path], user: str, env: Mapping[str, str]) -> list[str]:
        """The command that runs `words` in the root, in a clean environment."""
        enter = ["nsenter", "--target", str(self._inner), "--mount", "--pid", "chroot", str(self.path)]
        return [*enter, *clean(user, env), *(str(word) for word in words)]

    def run(
        self,
        words: Sequence[str | Path],
        *,
        user: str = "root",
        env: Mapping[str, str] | None = None,
        timeout: float = 120,
        check: bool = True,
        online: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        """What became of a command; raises AssertionError with all it said when it failed and `check` is set."""
        told = dict(env or {})
        if online:
            told |= {name: os.environ[name] for name in _PROXIES if name in os.environ}
        done = subprocess.run(
            self.words(words, user, told),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        if check:
            assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def start(
        self, words: Sequence[str | Path], log: IO[bytes], *, user: str = "root", env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """A command that goes on; what it says goes into `log`."""
        return subprocess.Popen(
            self.words(words, user, env or {}), stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )

    def text(self, place: str) -> str:
        """What a file of the root holds."""
        return self.run(["cat", place]).stdout

    def programs(self) -> list[str]:
        """The command line of each process in the root."""
        told = self.run(["sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '; echo"]).stdout
        return told.splitlines()

    def write(self, place: str, text: str) -> None:
        """Write a file of the root, seen from inside as well."""
        subprocess.run(
            self.words(["tee", place], "root", {}), input=text, text=True, check=True, stdout=subprocess.DEVNULL
        )

    def put(self, source: Path, place: str) -> None:
        """Copy a file of this machine into the root."""
        with source.open("rb") as file:
            subprocess.run(self.words(["tee", place], "root", {}), stdin=file, check=True, stdout=subprocess.DEVNULL)

    def files(self, *places: str) -> set[str]:
        """Every file, link and folder below `places`, none of what the system mounts."""
        done = self.run(["find", *places, "-xdev"], check=False)
        return set(done.stdout.splitlines())


def end(process: subprocess.Popen[bytes]) -> None:
    """End a command that was started, gently, then for certain."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
