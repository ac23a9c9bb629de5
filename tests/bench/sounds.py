"""How long until something is heard: the kiosk from Listen, and spd-say from its start, with the same sentence."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.bench.outside import BenchError, Program, calm
from tests.e2e.sound import Sound, missing, sound

_PATIENCE = 30.0
_LOOK = 0.001


def first_sounds(listen: Program, runs: int) -> tuple[list[float], list[float]]:
    """Seconds until the first sound, of the kiosk and of spd-say, in turn."""
    if lacking := missing():
        raise BenchError(f"without {', '.join(lacking)} nothing can be heard; `make check` installs them")
    ours: list[float] = []
    theirs: list[float] = []
    with tempfile.TemporaryDirectory() as folder, sound(Path(folder)) as ear:
        program = listen.plus(**ear.env)
        for _ in range(runs):
            calm()
            heard, out = _until_heard(ear, program.command, program.env)
            told = json.loads(out)
            ours.append(heard - told["moment"])
            calm()
            begin = time.monotonic()
            heard, _ = _until_heard(ear, ("spd-say", "--wait", told["sentence"]), program.env)
            theirs.append(heard - begin)
    return ours, theirs


def _until_heard(ear: Sound, command: tuple[str, ...], env: Mapping[str, str]) -> tuple[float, bytes]:
    """When the command was first heard, in seconds of the system's clock, and what it printed."""
    ear.listen()
    process = subprocess.Popen(
        command,
        env=dict(env),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    end = time.monotonic() + _PATIENCE
    while not ear.loud():
        if time.monotonic() > end:
            process.kill()
            raise BenchError(f"{command[0]} is not heard")
        time.sleep(_LOOK)  # between two looks
    heard = time.monotonic()
    out, _ = process.communicate(timeout=_PATIENCE)
    ear.deafen()
    return heard, out
