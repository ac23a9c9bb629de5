"""A program of the tests in place of the kiosk: it does what the file says that it is given.

`python -m tests.supervise.toy FILE LOG`. The words of FILE: `ready` (says so), `beat` (and goes on beating),
`hang` (says no more), `crash`, `kill`, `code N`. LOG gets a line for each start.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from kiosk.health.notify import listener


def main(file: Path, log: Path) -> int:
    with log.open("a", encoding="utf-8") as out:
        out.write(f"{file.stem} {os.getpid()}\n")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.alarm(60)
    teller = listener(os.environ)
    for word in file.read_text(encoding="utf-8").split():
        match word:
            case "ready" if teller:
                teller.ready()
            case "beat":
                while True:
                    if teller:
                        teller.beat()
                    time.sleep(0.05)
            case "hang":
                while True:
                    time.sleep(1)
            case "crash":
                return 1
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case _:
                return int(word)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
