"""What a reload and the front desk write, killed over and over: `python -m tests.cli.killed_reload`.

One process forks those that write, kills each by SIGKILL a random time after it began, and begins as a kiosk does on
what each has left: settings with their compiled twin, and the files of the state folder. On a machine that is busy, or
has a slow disk, fewer of those times fall into a write: the kills go on until enough did.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk import keeping
from kiosk.health.crash import Life
from kiosk.settings import Place, load_settings
from kiosk.settings.writing import keep_value
from kiosk.staff.lockout import Lockouts
from kiosk.staff.marks import Marks
from kiosk.staff.model import Rest
from kiosk.staff.visits import Visits

LONGEST = 0.03
"""Seconds until it is killed, at most: several rounds fit in."""
MIDDLE = 20
"""So many kills come in the middle of a write before they end: fewer would have tried little."""
MOST = 4000
"""After so many kills they end whatever they found."""
NOTE = "# Hangs beside the door.\n"
MANY = "# Entrance B.\n" * 300
"""A file so long that half of it can be seen."""
DAY = date(2026, 3, 2)
WHEN = datetime(2026, 3, 2, 9, tzinfo=UTC)


def kept(inch: float, file: Path) -> str:
    """The writer of `kiosk calibrate`."""
    return keep_value(file, "screen", "diagonal_inch", f"{inch:g}")


def planted(inch: float, file: Path) -> str:
    """A writer with a fault: what it writes can be seen half-written."""
    text = f"{NOTE}{MANY}screen:\n  diagonal_inch: {inch:g}\n"
    with file.open("w", encoding="utf-8", buffering=1) as out:
        for line in text.splitlines(keepends=True):
            out.write(line)
    return ""


def live(write: Callable[[float, Path], str], folder: Path, begun: int) -> None:
    """Change the settings, read them as a reload does, and write what staff set; for ever. A byte says it has begun."""
    etc, state, cache = folder / "etc", folder / "state", folder / "cache"
    number = 0
    marks, visits, lockouts = Marks(state), Visits(state), Lockouts(state)
    os.write(begun, b".")
    while True:
        number += 1
        write(10 + number % 90, etc / "kiosk.yaml")
        load_settings(Place(etc, is_folder=True), environ={}, cache=cache)
        marks.put(rest=Rest.PAUSED if number % 2 else Rest.NONE, volume=20 + number % 80)
        visits.add(DAY)
        lockouts.fail() if number % 2 else lockouts.succeed()
        Life(state, WHEN, "boot")


def begin(folder: Path) -> list[str]:
    """What is wrong as a kiosk begins on what was left; nothing where it is a valid one."""
    etc, state, cache = folder / "etc", folder / "state", folder / "cache"
    wrong: list[str] = []
    place = Place(etc, is_folder=True)
    found = load_settings(place, environ={}, cache=cache)
    fresh = load_settings(place, environ={}, cache=None)
    if found != fresh:
        wrong.append("the compiled twin says something else")
    if fresh.problems:
        wrong.append("the settings have faults")
    inch = fresh.site.screen.diagonal_inch
    if fresh.site.name != "One" or inch != int(inch) or not 10 <= inch < 100:
        wrong.append("the settings are none that were written")
    text = (etc / "kiosk.yaml").read_text(encoding="utf-8")
    if not text.startswith(NOTE) or f"diagonal_inch: {inch:g}" not in text:
        wrong.append("something of the file is lost")
    marks, visits, lockouts = Marks(state), Visits(state), Lockouts(state)
    if marks.fault or visits.fault or lockouts.fault:
        wrong.append("the front desk's files have faults")
    Life(state, WHEN, "boot").end()
    return wrong


def begun(write: Callable[[float, Path], str], folder: Path) -> int:
    """The number of a new process that lives, once it does."""
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        live(write, folder, tell)
    os.close(tell)
    os.read(told, 1)
    os.close(told)
    return child


def killed(
    write: Callable[[float, Path], str], folder: Path, kills: int, seed: int, enough: Callable[[Counter[str]], bool]
) -> Counter[str]:
    """How often what was wrong, over so many kills and more until it is enough; and how often one came in a write."""
    for name in ("etc", "state", "cache"):
        (folder / name).mkdir()
    keeping.keep(folder / "etc" / "site.yaml", b"name: One\n")
    keeping.keep(folder / "etc" / "kiosk.yaml", f"{NOTE}{MANY}screen: {{diagonal_inch: 27}}\n".encode())
    found: Counter[str] = Counter()
    chance = random.Random(seed)
    while found["kills"] < kills or (not enough(found) and found["kills"] < MOST):
        child = begun(write, folder)
        time.sleep(chance.uniform(0, LONGEST))  # the moment of the kill is what is tried
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found["kills"] += 1
        found["in the middle"] += any(path.name.startswith(".") for path in folder.rglob("*"))
        found.update(begin(folder))
    return found


def tried(found: Counter[str]) -> bool:
    """Whether enough kills came in the middle of a write that cannot be seen half-way."""
    return found["in the middle"] > MIDDLE


def caught(found: Counter[str]) -> bool:
    """Whether a kill has left something wrong."""
    return found.total() > found["kills"] + found["in the middle"]


if __name__ == "__main__":
    writer, where, times = sys.argv[1:]
    writers: dict[str, tuple[Callable[[float, Path], str], Callable[[Counter[str]], bool]]] = {
        "kept": (kept, tried),
        "planted": (planted, caught),
    }
    write, enough = writers[writer]
    print(json.dumps(killed(write, Path(where), int(times), 6, enough)))
