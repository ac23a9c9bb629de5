"""`python -m kiosk.deploy.package`: builds the Debian package; `make deb`. No root is needed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk.deploy.package.building import Asked, build
from kiosk.deploy.package.layout import BUILD
from kiosk.deploy.package.running import PackageError
from kiosk.deploy.package.wheels import MACHINE


def main() -> int:
    parser = argparse.ArgumentParser(prog="kiosk.deploy.package", description="Build the Debian package.")
    parser.add_argument("--arch", default="amd64", choices=sorted(MACHINE), help="Debian's name of the architecture")
    parser.add_argument("--out", type=Path, default=BUILD, metavar="DIR", help="where the package goes")
    parser.add_argument("--quick", action="store_true", help="compress quickly: larger, for tests")
    parser.add_argument("--revision", default="1", metavar="N", help="the Debian revision")
    words = parser.parse_args()
    try:
        made = build(Asked(words.arch, words.revision, words.quick), words.out, say=print)
    except PackageError as error:
        print(f"make deb: {error}", file=sys.stderr)
        return 1
    print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
