"""The supervisor's loop: two programs, one socket for each start, signals, and the time that is next.

Decides nothing: `plan` does. One thread, no polling. Both programs end with the supervisor, also when it is killed.
"""

from __future__ import annotations

import ctypes
import logging
import os
import selectors
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

from kiosk.supervise import plan as plans
from kiosk.supervise.plan import Do, Plan, Rules

_LOG = logging.getLogger("kiosk.supervise")
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
_MOST_BYTES = 4096


def supervise(kiosk: Sequence[str], safe: Sequence[str], rules: Rules | None = None) -> int:
    """Keep `kiosk` running, and `safe` while it cannot be; returns the exit code when all is over."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-"))  # ours alone: nobody else can say that the kiosk is alive
    watch = _Watch(kiosk, safe, rules or Rules(), folder)
    try:
        return watch.run()
    finally:
        watch.close()
        shutil.rmtree(folder, ignore_errors=True)


class _Watch:
    """One run of a supervisor."""

    def __init__(self, kiosk: Sequence[str], safe: Sequence[str], rules: Rules, folder: Path) -> None:
        self._commands = kiosk, safe
        self._rules = rules
        self._folder = folder
        self._plan: Plan = plans.begin(time.monotonic())
        self._kiosk: subprocess.Popen[bytes] | None = None
        self._safe: subprocess.Popen[bytes] | None = None
        self._ear: socket.socket | None = None
        self._starts = 0
        self._reload = False
        """A reload is wanted of a kiosk that could not hear of it yet."""
        self._selector = selectors.DefaultSelector()
        self._bell, writer = socket.socketpair()
        self._bell.setblocking(False)
        writer.setblocking(False)
        self._writer = writer
        self._selector.register(self._bell, selectors.EVENT_READ)
        self._old_bell = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
        signals = (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1, signal.SIGHUP, signal.SIGCHLD)
        self._old = {number: signal.signal(number, _ring) for number in signals}

    def run(self) -> int:
        while not plans.over(self._plan):
            self._act()
            self._wait()
            self._bury()
        return self._plan.code or 0

    def close(self) -> None:
        """End whatever still runs, and give the signals back."""
        for process in (self._kiosk, self._safe):
            if process is not None:
                process.kill()
                process.wait()
        self._hear_no_more()
        signal.set_wakeup_fd(self._old_bell)
        for number, before in self._old.items():
            signal.signal(number, before)
        self._selector.close()
        self._bell.close()
        self._writer.close()

    def _act(self) -> None:
        self._plan, things = plans.due(self._plan, time.monotonic(), self._rules)
        for thing in things:
            _LOG.info("%s", thing.value)
            match thing:
                case Do.START:
                    self._kiosk = self._started(self._commands[0], self._listened())
                    if self._kiosk is None:
                        self._kiosk_is_gone(1)
                case Do.START_SAFE:
                    self._safe = self._started(self._commands[1], {})
                    if self._safe is None:
                        self._plan = plans.safe_ended(self._plan, time.monotonic(), self._rules)
                case Do.ABORT:
                    _send(self._kiosk, signal.SIGABRT)
                case Do.KILL:
                    _send(self._kiosk, signal.SIGKILL)
                case Do.TERMINATE:
                    _send(self._kiosk, signal.SIGTERM)
                case Do.TERMINATE_SAFE:
                    _send(self._safe, signal.SIGTERM)
                case Do.KILL_SAFE:
                    _send(self._safe, signal.SIGKILL)

    def _wait(self) -> None:
        """Until a signal or a message comes, or something is due."""
        if plans.over(self._plan):
            return
        due = plans.next_time(self._plan, self._rules)
        for key, _ in self._selector.select(None if due is None else max(0.0, due - time.monotonic())):
            if key.fileobj is self._bell:
                for number in self._bell.recv(_MOST_BYTES):
                    self._hear_signal(number)
            else:
                self._hear_kiosk()

    def _hear_signal(self, number: int) -> None:
        if number in (signal.SIGTERM, signal.SIGINT):
            self._plan = plans.told_to_end(self._plan)
        elif number == signal.SIGUSR1:
            _send(self._kiosk, signal.SIGUSR1)
        elif number == signal.SIGHUP:
            self._reload = True
            self._pass_on()

    def _pass_on(self) -> None:
        """Tell a kiosk that is ready to read its settings again; before that the signal might end it."""
        if self._reload and self._plan.ready_at is not None:
            self._reload = False
            _send(self._kiosk, signal.SIGHUP)

    def _hear_kiosk(self) -> None:
        assert self._ear is not None
        with suppress(BlockingIOError):
            while True:
                for line in self._ear.recv(_MOST_BYTES).split(b"\n"):
                    if line == b"READY=1":
                        _LOG.info("the kiosk is ready")
                        self._plan = plans.ready(self._plan, time.monotonic())
                        self._pass_on()
                    elif line == b"WATCHDOG=1":
                        self._plan = plans.beaten(self._plan, time.monotonic())

    def _bury(self) -> None:
        """Take leave of whoever has ended."""
        if self._kiosk is not None and (code := self._kiosk.poll()) is not None:
            self._kiosk = None
            self._kiosk_is_gone(code)
        if self._safe is not None and (code := self._safe.poll()) is not None:
            self._safe = None
            _LOG.info("what stood in has ended with %s", code)
            self._plan = plans.safe_ended(self._plan, time.monotonic(), self._rules)

    def _kiosk_is_gone(self, code: int) -> None:
        if self._ear is not None:
            self._hear_kiosk()  # what it said last
        self._hear_no_more()
        self._plan = plans.kiosk_ended(self._plan, code, time.monotonic(), self._rules)
        if self._plan.code is None:
            _LOG.warning("the kiosk has ended with %s; failed starts in a row: %s", code, self._plan.kiosk.failures)

    def _listened(self) -> dict[str, str]:
        """A new socket, so that nothing a dead kiosk said is taken for the next word; the variables that name it."""
        self._hear_no_more()
        self._starts += 1
        path = self._folder / f"notify-{self._starts}"
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ear.setblocking(False)
        self._ear.bind(str(path))
        self._selector.register(self._ear, selectors.EVENT_READ)
        return {"NOTIFY_SOCKET": str(path), "WATCHDOG_USEC": str(int(self._rules.watchdog * 1e6))}

    def _hear_no_more(self) -> None:
        if self._ear is not None:
            self._selector.unregister(self._ear)
            Path(self._ear.getsockname()).unlink(missing_ok=True)
            self._ear.close()
            self._ear = None

    @staticmethod
    def _started(command: Sequence[str], extra: dict[str, str]) -> subprocess.Popen[bytes] | None:
        environment = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_CHILDREN}
        try:
            return subprocess.Popen(
                command,
                env={**environment, **extra},
                stdin=subprocess.DEVNULL,
                preexec_fn=_dies_with(os.getpid()),  # noqa: PLW1509 - there is one thread
            )
        except OSError as error:
            _LOG.error("%s cannot be started: %s", command[0], error)
            return None


_NOT_FOR_CHILDREN = frozenset({"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})


def _dies_with(parent: int) -> Callable[[], None] | None:
    """Lets a process end when its supervisor is killed: two kiosks on one glass would be worse than none."""
    try:
        prctl = ctypes.CDLL(None).prctl
    except (AttributeError, OSError):  # not Linux
        return None

    def die_with() -> None:
        prctl(_DEATH_SIGNAL, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return die_with


def _send(process: subprocess.Popen[bytes] | None, number: signal.Signals) -> None:
    if process is not None:
        process.send_signal(number)


def _ring(_number: int, _frame: FrameType | None) -> None:
    """The byte that Python writes into the bell does the work."""
