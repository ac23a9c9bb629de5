"""Ears: a private sound server whose only loudspeaker is a file, and a private speech service that plays into it.

Everything lives in one folder, has its own sockets and is gone at the end, with all that it started.
"""

from __future__ import annotations

import array
import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.cli.launch import until

_PROGRAMS = ("pulseaudio", "parec", "speech-dispatcher", "espeak-ng")
NEEDED = "needs speech-dispatcher, espeak-ng and pulseaudio; `make check` installs them"
_RATE = 16000
_SILENCE = 200
"""Of 32767. The null sink's own silence is 0; the voice's quietest vowels are thousands."""
_LINGERS = 0.25
"""Seconds after which a voice that is still heard has not stopped: pauses between words are shorter."""
_START = 20.0
AT_LAST = 20.0
"""Seconds in which it comes on any machine."""
_HEARING = ("--format=s16le", "--channels=1", f"--rate={_RATE}", "--latency-msec=10")
_CONFIG = """
LogLevel 0
LogDir "{folder}/log"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
AudioOutputMethod "pulse"
DisableAutoSpawn
"""


def _nothing() -> None:
    """What a program does meanwhile that runs by itself."""


def missing() -> list[str]:
    """What must be installed first."""
    return [name for name in _PROGRAMS if shutil.which(name) is None]


class Sound:
    """A loudspeaker that nobody hears but the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self._ear: subprocess.Popen[bytes] | None = None
        self.speech: subprocess.Popen[bytes] | None = None

    @property
    def env(self) -> dict[str, str]:
        """What a program needs to be heard here, and nowhere else."""
        return {
            "XDG_RUNTIME_DIR": str(self.folder),
            "PULSE_SERVER": f"unix:{self.folder}/pulse.sock",
            "SPEECHD_ADDRESS": f"unix_socket:{self.folder}/speechd.sock",
        }

    def start_speaker(self) -> None:
        """The sound server with its null sink."""
        self._start(
            "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm",
            "-L", f"module-null-sink sink_name=null rate={_RATE}",
            "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.folder}/pulse.sock",
        )  # fmt: skip
        assert until((self.folder / "pulse.sock").exists, _START), self.said("pulseaudio")

    def end_speaker(self) -> None:
        """The sound server is gone."""
        _end(self._running[0])

    def start_speech(self) -> None:
        """The speech service with espeak-ng."""
        config = self.folder / "speechd"
        (config / "modules").mkdir(parents=True, exist_ok=True)
        (config / "speechd.conf").write_text(_CONFIG.format(folder=self.folder), encoding="utf-8")
        shutil.copy("/etc/speech-dispatcher/modules/espeak-ng.conf", config / "modules")
        (self.folder / "speechd.sock").unlink(missing_ok=True)
        self.speech = self._start(
            "speech-dispatcher", "--run-single", "--timeout", "0", "--config-dir", str(config),
            "--log-dir", str(self.folder / "log"), "--pid-file", str(self.folder / "speechd.pid"),
            "--communication-method", "unix_socket", "--socket-path", str(self.folder / "speechd.sock"),
        )  # fmt: skip
        assert until((self.folder / "speechd.sock").exists, _START), self.said("speech-dispatcher")

    def kill_voices(self) -> None:
        """Kill the part of the speech service that speaks, and leave the service."""
        assert self.speech is not None
        lists = Path(f"/proc/{self.speech.pid}/task").glob("*/children")
        voices = [int(number) for found in lists for number in found.read_text(encoding="ascii").split()]
        assert voices
        for number in voices:
            os.kill(number, signal.SIGKILL)

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        (self.folder / "log").mkdir(exist_ok=True)
        with (self.folder / f"{command[0]}.txt").open("wb") as log:
            process = subprocess.Popen(
                command, env=self._own(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self._running.append(process)
        return process

    def _own(self) -> Mapping[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
        return {**kept, **self.env, "HOME": str(self.folder)}

    def said(self, program: str) -> str:
        """What a program wrote."""
        return (self.folder / f"{program}.txt").read_text(encoding="utf-8", errors="replace")

    def listen(self) -> None:
        """Open the ear: what is heard from now on is kept."""
        self.deafen()
        self._heard = self.folder / "heard.raw"
        with self._heard.open("wb") as stream:
            self._ear = subprocess.Popen(
                ["parec", "-d", "null.monitor", *_HEARING],
                env=self._own(),
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._running.append(self._ear)
        assert until(lambda: self._heard.stat().st_size > 0, _START), "the ear hears nothing, not even silence"

    def deafen(self) -> None:
        if self._ear is not None:
            _end(self._ear)
            self._ear = None

    def seconds(self) -> float:
        """How much has been heard since the ear was opened, in seconds."""
        return self._heard.stat().st_size / 2 / _RATE

    def peak(self, since: float = 0.0) -> int:
        """The loudest sample heard after `since` seconds, 0 to 32767."""
        data = self._heard.read_bytes()[round(since * _RATE) * 2 :]
        return max(map(abs, array.array("h", data[: len(data) // 2 * 2])), default=0)

    def loud(self, since: float = 0.0) -> bool:
        return self.peak(since) > _SILENCE

    def heard_within(self, seconds: float, turn: Callable[[], None] = _nothing) -> bool:
        """Whether something is heard within so many seconds from now; `turn` lets the program run meanwhile."""
        start = self.seconds()

        def heard() -> bool:
            turn()
            return self.loud(start)

        return until(heard, seconds)

    def heard_and_stilled(
        self, begin: Callable[[], None], stop: Callable[[], None], turn: Callable[[], None] = _nothing
    ) -> None:
        """Something is heard within 3 s of `begin`, and all is silent within 1 s of `stop`."""
        begin()
        assert self.heard_within(3, turn), "nothing is heard in time"
        stop()
        assert self.still_within(1, turn), "it does not fall silent in time"

    def still_within(self, seconds: float, turn: Callable[[], None] = _nothing) -> bool:
        """Whether silence has come after at most so many seconds from now."""

        def still() -> bool:
            turn()
            now = self.seconds()
            return now - start > _LINGERS and not self.loud(now - _LINGERS)

        start = self.seconds()
        return until(still, seconds + _LINGERS)

    def close(self) -> None:
        for process in reversed(self._running):
            _end(process)
        self._running = []


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it has started in its session."""
    if process.poll() is None:
        process.terminate()
        end = time.monotonic() + 3
        while process.poll() is None and time.monotonic() < end:
            time.sleep(0.01)  # between two looks
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # what it has started; all of them lead a session of their own
    if process.poll() is None:
        process.kill()
    process.wait()


@contextlib.contextmanager
def sound(folder: Path) -> Iterator[Sound]:
    """A sound server and a speech service while the block runs."""
    folder.chmod(0o700)
    made = Sound(folder)
    try:
        made.start_speaker()
        made.start_speech()
        yield made
    finally:
        made.close()
