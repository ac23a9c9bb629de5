"""The settings of a running kiosk are changed and read again: real files, real signals, one process throughout."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kiosk import exits
from tests.cli.launch import ROOT, command, finished, running, until
from tests.health.listening import Listener

CHANGED = "the settings have changed; they hold as soon as nobody reads"


class Running:
    """A kiosk on an offscreen glass, with settings of its own."""

    def __init__(self, env: dict[str, str], folder: Path, process: subprocess.Popen[bytes]) -> None:
        self._env = env
        self._folder = folder
        self.process = process

    def write(self, text: str) -> None:
        """Settings as an editor writes them: the old file or the new."""
        new = self._folder / "new"
        new.write_text(text, encoding="utf-8")
        new.replace(self._folder / "site.yaml")

    def ctl(self, *words: str) -> subprocess.CompletedProcess[str]:
        return finished(command("ctl", *words), self._env)

    def status(self) -> dict[str, object]:
        """How it is; nothing while it begins anew."""
        told = self.ctl("--json", "status").stdout
        found = json.loads(told) if told else {}
        assert isinstance(found, dict)
        return found

    def is_called(self, name: str) -> bool:
        return self.status().get("name") == name

    def needs(self) -> set[str]:
        needs = self.status().get("needs", ())
        assert isinstance(needs, list)
        return {need["id"] for need in needs}

    def files(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))  # noqa: PTH208

    @property
    def log(self) -> str:
        return (self._folder / "log").read_text(encoding="utf-8")


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Listener]:
    with Listener(tmp_path / "notify") as found:
        yield found


@pytest.fixture
def kiosk(env: dict[str, str], tmp_path: Path, ear: Listener) -> Iterator[Running]:
    env |= {"XDG_STATE_HOME": str(tmp_path / "state")}
    (tmp_path / "site.yaml").write_text("name: One\n", encoding="utf-8")
    # A short period would end a busy machine's kiosk, not this one's: nobody but the test listens.
    told = {"NOTIFY_SOCKET": ear.address, "WATCHDOG_USEC": "1000000"}
    with running(command("run", "--site", "site.yaml"), env | told, tmp_path / "log") as process:
        found = Running(env, tmp_path, process)
        assert until(lambda: found.is_called("One")), found.log
        yield found


def test_new_settings_hold_in_the_same_process_and_whoever_waits_for_its_heartbeat_sees_no_end(
    kiosk: Running, ear: Listener, tmp_path: Path
) -> None:
    assert until(lambda: kiosk.needs() == {"pin_missing"})
    assert until((tmp_path / "state" / "imaging-kiosk" / "settings.json").exists)  # what it began with is good
    files = kiosk.files()
    assert kiosk.ctl("reload").stdout == "Done: the settings are as they were; nothing happens.\n"
    for times, name in enumerate(("Two", "Three"), 2):
        kiosk.write(f"name: {name}\n")
        told = kiosk.ctl("reload")
        assert (told.returncode, told.stderr) == (exits.ENDED, "")
        assert told.stdout == "Done: the settings are good, and hold as soon as nobody reads.\n"
        assert ear.wait_more("READY=1", times)
        assert until(partial(kiosk.is_called, name)), kiosk.log
        assert kiosk.process.poll() is None
    assert until(lambda: kiosk.files() == files)  # nothing is left open from one to the next
    lines = ear.lines()
    assert "STOPPING=1" not in lines
    assert lines.count("STATUS=The kiosk begins anew with other settings.") == 2
    assert ear.wait_more("WATCHDOG=1", lines.count("WATCHDOG=1") + 2)  # the beat goes on
    assert "WARNING" not in kiosk.log
    kiosk.process.send_signal(signal.SIGTERM)
    assert kiosk.process.wait(20) == exits.ENDED
    assert ear.wait("STOPPING=1")


def test_faulty_settings_change_nothing_are_named_and_told_to_staff_until_they_are_mended(kiosk: Running) -> None:
    kiosk.write("name: Two\nnaem: Three\nscreen: {diagonal_inch: 5}\nchoices: {biopsy: never}\n")
    told = kiosk.ctl("reload")
    assert (told.returncode, told.stdout) == (exits.REFUSED, "")
    assert told.stderr.startswith("kiosk: The settings have faults; those that the kiosk began with stay. Mend them")
    assert "site.yaml:2:1: unknown" in told.stderr
    assert "site.yaml:3:25: " in told.stderr
    as_json = json.loads(kiosk.ctl("--json", "reload").stdout)
    assert (as_json["outcome"], len(as_json["problems"])) == ("faulty", len(told.stderr.splitlines()) - 1)
    assert until(lambda: "settings_faulty" in kiosk.needs())
    assert kiosk.is_called("One")
    kiosk.write("name: One\n")
    assert kiosk.ctl("reload").returncode == exits.ENDED
    assert until(lambda: "settings_faulty" not in kiosk.needs())
    assert CHANGED not in kiosk.log


@pytest.mark.parametrize(
    ("text", "told"),
    [("choices: {sedation: never}\n", "'sedation'"), ("languages: [xx]\n", "xx"), ("", "site.yaml:1:1")],
)
def test_what_the_content_does_not_offer_is_a_fault_of_the_settings(kiosk: Running, text: str, told: str) -> None:
    kiosk.write(text)
    ran = kiosk.ctl("reload")
    assert ran.returncode == exits.REFUSED
    assert told in ran.stderr
    assert kiosk.is_called("One")


def test_many_signals_are_one_and_a_pause_outlives_the_change(kiosk: Running) -> None:
    assert kiosk.ctl("pause").returncode == exits.ENDED
    kiosk.write("name: Two\n")
    for _ in range(20):
        kiosk.process.send_signal(signal.SIGHUP)
    assert until(lambda: kiosk.is_called("Two")), kiosk.log
    assert kiosk.status()["state"] == "paused"
    assert 1 <= kiosk.log.count(CHANGED) <= 2
    assert kiosk.ctl("reload").stdout == "Done: the settings are as they were; nothing happens.\n"


def test_who_wipes_the_glass_down_is_not_disturbed_and_settings_taken_back_are_not_waited_for(kiosk: Running) -> None:
    kiosk.ctl("clean")
    kiosk.write("name: Two\n")
    assert kiosk.ctl("reload").returncode == exits.ENDED
    assert kiosk.ctl("wait-idle", "--at-most", "1.5").returncode == exits.REFUSED
    assert (kiosk.status()["state"], kiosk.is_called("One")) == ("cleaning", True)
    kiosk.ctl("resume")
    assert until(lambda: kiosk.is_called("Two")), kiosk.log
    kiosk.ctl("clean")
    kiosk.write("name: Three\n")
    assert kiosk.ctl("reload").returncode == exits.ENDED
    kiosk.write("name: Two\n")
    assert kiosk.ctl("reload").stdout == "Done: the settings are as they were; nothing happens.\n"
    kiosk.ctl("resume")
    assert kiosk.ctl("wait-idle").returncode == exits.ENDED
    assert kiosk.is_called("Two")
    assert kiosk.log.count(CHANGED) == 2


def test_a_signal_before_the_first_frame_ends_nothing(env: dict[str, str], tmp_path: Path) -> None:
    """From the first moment on; what the file says by then is read in any case."""
    env |= {"XDG_STATE_HOME": str(tmp_path / "state")}
    site = tmp_path / "site.yaml"
    site.write_text("name: One\n", encoding="utf-8")
    with running(command("run", "--site", site), env, tmp_path / "log") as process:
        found = Running(env, tmp_path, process)
        assert until(lambda: _minds(process.pid, "SigIgn"))
        process.send_signal(signal.SIGHUP)
        assert until(lambda: _minds(process.pid, "SigCgt"))
        found.write("name: Two\n")
        process.send_signal(signal.SIGHUP)
        assert until(lambda: found.is_called("Two")), found.log
        assert process.poll() is None


def _minds(pid: int, what: str) -> bool:
    """Whether the process ignores SIGHUP, or has a handler for it."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    bits = next((line.split()[1] for line in lines if line.startswith(what)), "0")
    return bool(int(bits, 16) >> (signal.SIGHUP - 1) & 1)


TOLD = """
import os, signal, sys
from PySide6.QtCore import QCoreApplication, QTimer
from kiosk.bridge.leaving import begin_anew
from kiosk.bridge.signals import Signals
app = QCoreApplication([])
signals = Signals(app)
if sys.argv[1:] == ["early"]:
    os.kill(os.getpid(), signal.SIGHUP)
    os.kill(os.getpid(), signal.SIGTERM)
    print("left with", signals.hold())
elif not os.environ.pop("ANEW", ""):
    assert signals.hold() is None
    os.kill(os.getpid(), signal.SIGTERM)
    begin_anew({"ANEW": "1"})
else:
    QTimer.singleShot(30_000, lambda: app.exit(99))
    print("left with", app.exec())
"""


@pytest.mark.parametrize("when", ["early", "late"])
def test_a_kiosk_that_is_told_to_end_just_when_it_begins_anew_ends(
    env: dict[str, str], tmp_path: Path, when: str
) -> None:
    """Before the window is gone, and when nobody listens any more."""
    script = tmp_path / "told.py"
    script.write_text(TOLD, encoding="utf-8")
    ran = finished([sys.executable, str(script), when], env)
    assert (ran.stdout, ran.stderr) == ("left with 0\n", "")


PIPED = """
import os, sys
from kiosk.bridge.leaving import begin_anew
own = os.open("/dev/null", os.O_RDONLY)
if not os.environ.pop("ANEW", ""):
    begin_anew({"ANEW": "1", "OWN": str(own)})
os.write(int(sys.argv[1]), b"the same" if own == int(os.environ["OWN"]) else b"one more")
"""


def test_what_a_compositor_has_given_stays_open_and_nothing_else(env: dict[str, str], tmp_path: Path) -> None:
    """By its end of a pipe it sees that its program lives."""
    script = tmp_path / "piped.py"
    script.write_text(PIPED, encoding="utf-8")
    read, write = os.pipe()
    ran = subprocess.run([sys.executable, script, str(write)], env=env, pass_fds=[write], timeout=60, check=False)
    os.close(write)
    with os.fdopen(read, "rb") as heard:
        assert (ran.returncode, heard.read()) == (0, b"the same")


COUNTED = """
import logging, os, sys
from kiosk.bridge.leaving import begin_anew
from kiosk.health.logs.handler import begin
if not os.environ.pop("ANEW", ""):
    begin(os.environ)
    for _ in range(3):
        logging.getLogger("kiosk").warning("again")
    begin_anew({"ANEW": "1"})
print("anew")
"""


def test_what_the_log_has_only_counted_is_told_before_the_kiosk_begins_anew(
    env: dict[str, str], tmp_path: Path
) -> None:
    script = tmp_path / "counted.py"
    script.write_text(COUNTED, encoding="utf-8")
    ran = finished([sys.executable, str(script)], env)
    said = ["kiosk: WARNING: again", "kiosk: WARNING: again (repeated 2 times)"]
    assert (ran.stdout, ran.stderr.splitlines()) == ("anew\n", said)


def test_where_no_process_can_be_put_in_place_whoever_watches_starts_the_kiosk(env: dict[str, str]) -> None:
    code = "import sys; from kiosk.bridge import leaving; sys.executable = '/nowhere'; sys.exit(leaving.begin_anew({}))"
    ran = finished([sys.executable, "-c", code], env | {"PYTHONPATH": str(ROOT)})
    assert ran.returncode == exits.RESTART_WANTED
    assert "/nowhere cannot be started: No such file or directory" in ran.stderr
