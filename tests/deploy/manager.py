"""A stand-in for systemd's manager in a root where none runs: it notes what it is asked, and says yes."""

from __future__ import annotations

from tests.deploy.root import Root

_NOTES = """\
#!/bin/sh
echo "$*" >> /var/tmp/asked
case "$*" in {no}) exit 3 ;; esac
"""


def stand_in(root: Root, but: str = "") -> None:
    """From now on the root looks as if systemd ran it, with the kiosk among its services. `but`: what it says no to."""
    root.run(["mkdir", "-p", "/run/systemd/system"])
    root.run(["rm", "/usr/bin/systemctl"])
    root.write("/usr/bin/systemctl", _NOTES.format(no=f'"{but}"'))
    root.run(["chmod", "755", "/usr/bin/systemctl"])


def asked(root: Root) -> list[str]:
    """What it was asked to change, by the package."""
    words = [line for line in root.text("/var/tmp/asked").splitlines() if "imaging-kiosk" in line or "daemon" in line]
    return [line for line in words if not line.startswith("--quiet is-active")]
