"""`kiosk ctl status` from outside: how long an answer takes while the kiosk rests, and while its explorer is panned."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.control.client import Client
from kiosk.control.protocol import AskStatus, Status
from tests.bench.journey import Frames, journey
from tests.bench.outside import BenchError, Program

if TYPE_CHECKING:
    from kiosk.bridge.explorer import Explorer
    from kiosk.bridge.shell import Shell

_PATIENCE = 60.0
_APART = 0.012
"""Seconds between two questions: no multiple of a frame, so that they fall on every part of one."""


def answered(shell: Shell, explorer: Explorer | None) -> None:
    """Be asked until the standard input ends; pan `explorer` without rest meanwhile, where there is one.

    Prints where the socket is when all is ready, and at the end how many frames were drawn.
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop, QSocketNotifier  # noqa: PLC0415

    from kiosk.bridge.control import Control  # noqa: PLC0415
    from kiosk.control.snapshot import Snapshot  # noqa: PLC0415

    path = Path(os.environ["HOME"]) / "run" / f"{os.getpid()}"
    control = Control(shell.kiosk, shell.window, Snapshot(), shell.kiosk)
    if not control.open(path, "", own_folder=True):
        raise SystemExit("the control socket cannot be opened")
    over: list[bool] = []
    ended = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ended.activated.connect(lambda: over.append(True))
    print(path, flush=True)
    drawn = 0
    if explorer is None:
        while not over:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    else:
        stage, frames = explorer.stage, Frames(shell.window)
        for dx, dy, factor, x, y in itertools.cycle([*journey(stage.glass.width, stage.glass.height)]):
            if over:
                break
            if stage.glass.moved(stage.glass.zoomed(stage.view, factor, x, y), dx, dy) == stage.view:
                QCoreApplication.processEvents()
                continue  # at an edge: nothing moves, and no frame follows

            def change(dx: float = dx, dy: float = dy, factor: float = factor, x: float = x, y: float = y) -> None:
                stage.follow(x, y, x + dx, y + dy, factor)

            frames.after(change)
            drawn += 1
    ended.setEnabled(False)
    control.close()
    print(json.dumps({"frames": drawn}), flush=True)


def milliseconds(program: Program, count: int) -> tuple[list[float], int]:
    """How long each of `count` answers takes, from the call to the status; and how many frames were drawn meanwhile."""
    with _running(program) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        path = Path(process.stdout.readline().decode().strip())
        taken = [_asked(path) for _ in range(count + 1)][1:]  # the first imports what answering needs
        process.stdin.close()
        told = json.loads(process.stdout.readline() or b"{}")
        return taken, int(told.get("frames", 0))


def _asked(path: Path) -> float:
    time.sleep(_APART)  # what is measured comes after it
    begin = time.perf_counter()
    with Client(path) as client:
        answer, _ = client.ask(AskStatus())
    if not isinstance(answer, Status):
        raise BenchError(f"the kiosk said {answer!r} instead of its status")
    return (time.perf_counter() - begin) * 1000


@contextmanager
def _running(program: Program) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        program.command, env=dict(program.env), cwd="/", stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield process
        if process.wait(_PATIENCE) != 0:
            raise BenchError(f"{program.name} ended with exit code {process.returncode}")
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
