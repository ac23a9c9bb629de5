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
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.control.client import Client
from kiosk.control.protocol import AskStatus, Status
from tests.bench.journey import Frames, journey
from tests.bench.outside import BenchError, Program
from tests.cli.launch import command, finished

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


@dataclass
class Answers:
    """How long answers took, in milliseconds, and how many frames were drawn meanwhile."""

    commands: list[float] = field(default_factory=list)
    """The whole command, as somebody at a terminal waits for it."""
    calls: list[float] = field(default_factory=list)
    """From the call to the answer alone."""
    frames: int = 0

    def ask(self, program: Program, count: int) -> None:
        """Ask `program` so many times."""
        with _running(program) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            path = Path(process.stdout.readline().decode().strip())
            for take, one in ((self.commands, _commanded), (self.calls, _called)):
                one(path, program)  # the first imports what answering needs
                take.extend(one(path, program) for _ in range(count))
            process.stdin.close()
            self.frames += int(json.loads(process.stdout.readline() or b"{}").get("frames", 0))


def _commanded(path: Path, program: Program) -> float:
    begin = time.perf_counter()
    ran = finished(command("ctl", "--socket", path, "status"), program.env)
    if ran.returncode != 0:
        raise BenchError(f"kiosk ctl says: {ran.stderr}")
    return (time.perf_counter() - begin) * 1000


def _called(path: Path, _program: Program) -> float:
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
