"""A child process that writes one file over and over, killed again and again: `python -m tests.staff.killed`.

One process forks the writers, kills each by SIGKILL a random time after it began and reads what it has left. So no test
pays for 200 Pythons, and none has to guess when a writer has begun. On a machine that is busy, or has a slow disk,
fewer of those times fall into a write: the kills go on until one did.
"""

from __future__ import annotations

import json
import mmap
import os
import random
import signal
import struct
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kiosk import keeping

SIZE = 24_000
LONGEST = 0.006
"""Seconds until a writer is killed, at most: several writes fit in."""
MOST = 4000
"""After so many kills they end whatever they found."""


def value(number: int) -> bytes:
    """What write `number` writes: each part of it says so."""
    return (b"%08d" % number) * (SIZE // 8)


def planted(path: Path, data: bytes) -> None:
    """A writer with a fault: what it writes can be seen half-written."""
    with path.open("wb", buffering=0) as file:
        file.write(data[: SIZE // 2])
        os.fsync(file.fileno())
        file.write(data[SIZE // 2 :])


def write_on(write: Callable[[Path, bytes], None], path: Path, told: mmap.mmap) -> None:
    """Write for ever; `told` has the last number that was begun and the last that was done."""
    _begun, number = struct.unpack("QQ", told[:16])
    while True:
        number += 1
        told[:8] = struct.pack("Q", number)
        write(path, value(number))
        told[8:16] = struct.pack("Q", number)


def killed(write: Callable[[Path, bytes], None], path: Path, kills: int, seed: int) -> Counter[str]:
    """What stood in the file after each kill, and how often the next write found something left over.

    At least so many kills, and more until one came in the middle of a write.
    """
    found: Counter[str] = Counter()
    chance = random.Random(seed)
    told = mmap.mmap(-1, 16)
    while found["kills"] < kills or (not found["left over"] + found["half"] and found["kills"] < MOST):
        before = told[:8]
        child = os.fork()
        if not child:
            write_on(write, path, told)
        while told[:8] == before:
            os.sched_yield()
        found["kills"] += 1
        time.sleep(chance.uniform(0, LONGEST))  # the moment of the kill is what is tried
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        begun, done = struct.unpack("QQ", told[:16])
        stood = path.read_bytes() if path.exists() else b""
        names = {value(done): "old", value(begun): "new"} if done else {b"": "none yet", value(begun): "new"}
        found[names.get(stood, "half")] += 1
        told[:16] = struct.pack("QQ", begun, begun if stood == value(begun) else done)
        found["left over"] += len(list(path.parent.glob(".*")))
        keeping.clean(path)
        found["not cleaned"] += len(list(path.parent.glob(".*")))
    return found


if __name__ == "__main__":
    writer, file, kills, seed = sys.argv[1:]
    writers: dict[str, Callable[[Path, bytes], None]] = {"keep": keeping.keep, "planted": planted}
    print(json.dumps(killed(writers[writer], Path(file), int(kills), int(seed))))
