"""Puts in the Debian or Ubuntu packages that the kiosk needs: `python3 system_packages.py run|test [--must]`.

The Makefile starts it with the machine's own Python before there is an environment, so it uses the standard library
only. `run` is what the screen needs, `test` adds what the tests need. It installs what is missing where it may (as
root, or by a sudo that asks no password), starts no daemon, and otherwise says in one sentence what to type and goes
on. With `--must` it then fails, if what is missing is more than what the tests can skip, or if this is CI (CI=true).
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

Need = tuple[str, ...]
"""One need: package names of which any one will do, the newest name first."""

_EVERYWHERE = """
    libegl1 libgl1 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0t64|libglib2.0-0 libgssapi-krb5-2 libx11-6
    libxkbcommon0 libzstd1 libbrotli1 zlib1g
"""
_X11 = """
    libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0
"""
_WAYLAND = "libwayland-client0 libwayland-cursor0 libwayland-egl1 libdrm2"
_SPEECH = " libpulse0 libspeechd2 speech-dispatcher speech-dispatcher-espeak-ng"
_TEST = """
    xserver-xorg-core xserver-xorg-video-dummy xvfb xauth strace imagemagick libvips-tools
    espeak-ng pulseaudio pulseaudio-utils opus-tools at-spi2-core python3-pyatspi dbus-daemon faketime
    binutils mmdebstrap systemd-container xdotool lintian man-db
"""
RUN: tuple[Need, ...] = tuple(tuple(need.split("|")) for need in (_EVERYWHERE + _X11 + _WAYLAND + _SPEECH).split())
TEST: tuple[Need, ...] = tuple((need,) for need in _TEST.split())
INSTALL = """
set -eu
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\\nexit 101\\n' > "$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
options="-qq -y --no-install-recommends -o DPkg::Lock::Timeout=180 -o Dpkg::Use-Pty=0"
apt-get install $options "$@" < /dev/null > /dev/null
"""


def installed(names: set[str]) -> set[str]:
    """Those of `names` that dpkg has installed."""
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Abbrev}\t${Package}\n", *sorted(names)],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (line.split("\t") for line in told.stdout.splitlines())
    return {name for status, name in lines if status.strip() == "ii"}


def missing(needs: tuple[Need, ...]) -> list[Need]:
    """The needs of which no package is installed."""
    there = installed({name for need in needs for name in need})
    return [need for need in needs if not there & set(need)]


def on_offer(need: Need) -> str:
    """The first name of a need that apt can install; the last one when it knows none."""
    for name in need:
        told = subprocess.run(["apt-cache", "policy", name], capture_output=True, text=True, check=False).stdout
        if "Candidate:" in told and "Candidate: (none)" not in told:
            return name
    return need[-1]


def power() -> list[str] | None:
    """What to put before a command so that it runs as root, or None when we may not."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def install(needs: list[Need], root: list[str]) -> None:
    print(f"    installing {len(needs)} Debian packages: {' '.join(need[0] for need in needs)}", flush=True)
    subprocess.run([*root, "apt-get", "update", "-qq"], check=False, stdin=subprocess.DEVNULL)
    names = [on_offer(need) for need in needs]
    done = subprocess.run([*root, "sh", "-c", INSTALL, "install", *names], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr)


def main(arguments: list[str]) -> int:
    needs = RUN + (TEST if "test" in arguments else ())
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        print("    not Debian or Ubuntu: install by hand what Qt 6 needs for X11 or Wayland,", end=" ")
        print("speech-dispatcher with espeak-ng, and libpulse", end="")
        print("; for the tests what `_TEST` in this file names" if "test" in arguments else "")
        return 0
    if importlib.util.find_spec("ensurepip") is None:
        needs += ((f"python3.{sys.version_info.minor}-venv", "python3-venv"),)
    lacking = missing(needs)
    if not lacking:
        return 0
    root = power()
    if root is not None:
        install(lacking, root)
        lacking = missing(needs)
        if not lacking:
            return 0
    names = " ".join(on_offer(need) for need in lacking)
    print(f"    please install: sudo apt-get install --no-install-recommends {names}", file=sys.stderr)
    skippable = set(lacking) <= set(TEST) and not os.environ.get("CI")
    return 1 if "--must" in arguments and not skippable else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
