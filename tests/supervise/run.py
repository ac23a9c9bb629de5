"""A supervisor of two toys, with short times: `python -m tests.supervise.run KIOSK SAFE LOG`."""

from __future__ import annotations

import sys

from kiosk.supervise import Rules, supervise

QUICK = Rules(watchdog=0.4, start=5, steady=1, least_wait=0.02, most_wait=0.1, retry=0.2, grace=0.3)


def main(kiosk: str, safe: str, log: str) -> int:
    toy = [sys.executable, "-m", "tests.supervise.toy"]
    return supervise([*toy, kiosk, log], [*toy, safe, log], QUICK)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
