"""`kiosk run` in one process, `kiosk ctl` in others: asked, told, watched, and never waited for in vain."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk import exits
from kiosk.control.command import ctl
from kiosk.control.place import NAME
from kiosk.control.protocol import AnyAnswer, AskReset, Done, Need, Picture, State
from kiosk.control.snapshot import Snapshot, refusal
from kiosk.control.tickets import Ticket
from tests.cli.launch import command, finished, running, until
from tests.control.ends import Kiosk

PNG = b"\x89PNG\r\n\x1a\n"


@dataclass
class Running:
    """A kiosk on an offscreen glass."""

    env: dict[str, str]
    home: Path
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def socket(self) -> Path:
        return self.home / "imaging-kiosk" / NAME

    def ctl(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        return finished(command("ctl", *words), self.env)

    def status(self) -> dict[str, object]:
        told = json.loads(self.ctl("--json", "status").stdout)
        assert isinstance(told, dict)
        return told


@pytest.fixture
def kiosk(env: dict[str, str], tmp_path: Path) -> Iterator[Running]:
    log = tmp_path / "log"
    env |= {"XDG_STATE_HOME": str(tmp_path / "state")}
    with running(command("run"), env, log) as process:
        found = Running(env, tmp_path, process, log)
        assert until(found.socket.exists), log.read_text(encoding="utf-8")
        yield found


def test_a_running_kiosk_is_asked_and_told(kiosk: Running, tmp_path: Path) -> None:
    """Staff at another terminal: each answer is a sentence, and its code says the same."""
    told = kiosk.ctl("status")
    assert (told.returncode, told.stderr) == (exits.ENDED, "")
    assert told.stdout.startswith("The first screen is shown; nobody is there.\n")
    assert kiosk.ctl("pause").stdout == "Done: the kiosk is paused.\n"
    assert kiosk.status()["state"] == "paused"
    assert kiosk.ctl("--json", "clean").stdout == '{"say":"done"}\n'
    assert kiosk.status()["state"] == "cleaning"
    assert kiosk.ctl("resume").stdout == "Done: the kiosk can be used again.\n"
    assert kiosk.status()["state"] == "attract"
    assert kiosk.ctl("reset").returncode == exits.ENDED
    taken = kiosk.ctl("screenshot", tmp_path / "glass.png")
    assert taken.stdout == f"Done: the picture is in {tmp_path / 'glass.png'}.\n"
    assert (tmp_path / "glass.png").read_bytes().startswith(PNG)
    assert kiosk.ctl("restart").returncode == exits.ENDED
    assert kiosk.process.wait(20) == exits.RESTART_WANTED
    assert not kiosk.socket.exists()
    gone = kiosk.ctl("status")
    assert (gone.returncode, gone.stdout) == (exits.NO_KIOSK, "")
    assert gone.stderr.startswith("kiosk: No kiosk runs here: there is no socket ")
    assert kiosk.log.read_text(encoding="utf-8") == ""


def test_fifty_ask_at_once_while_another_watches(
    kiosk: Running, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Most look, some reset or pause: all are answered, if only that the kiosk is busy; who watches hears of it."""
    heard = tmp_path / "heard"
    orders = {0: "reset", 20: "pause", 40: "resume"}
    with running(command("ctl", "--json", "watch"), kiosk.env, heard) as watching:
        assert until(lambda: heard.stat().st_size > 0)
        with ThreadPoolExecutor(50) as callers:
            codes = list(callers.map(lambda n: ctl(orders.get(n, "status"), [kiosk.socket], force=True), range(50)))
        busy = capsys.readouterr().err.count("The kiosk is busy; nothing was done.")
        assert [codes[number] for number in range(50) if number not in orders] == [exits.ENDED] * 47
        assert sorted(codes[number] for number in orders) == [exits.ENDED] * (3 - busy) + [exits.REFUSED] * busy
        kiosk.ctl("resume")
        kiosk.ctl("pause")
        assert until(lambda: _last(heard).get("state") == "paused")
        kiosk.process.send_signal(signal.SIGTERM)
        assert kiosk.process.wait(20) == exits.ENDED
        assert watching.wait(20) == exits.NO_KIOSK
    assert kiosk.log.read_text(encoding="utf-8") == ""


def _last(file: Path) -> dict[str, object]:
    lines = file.read_text(encoding="utf-8").splitlines()
    found = json.loads(lines[-1]) if lines and lines[-1].endswith("}") else {}
    assert isinstance(found, dict)
    return found


def test_a_kiosk_that_was_killed_leaves_a_socket_that_the_next_one_takes(kiosk: Running, tmp_path: Path) -> None:
    kiosk.process.kill()
    kiosk.process.wait()
    assert kiosk.socket.exists()
    dead = kiosk.ctl("status")
    assert dead.returncode == exits.NO_KIOSK
    assert "it has ended" in dead.stderr
    with running(command("run"), kiosk.env, tmp_path / "second") as second:
        assert until(lambda: kiosk.ctl("status").returncode == exits.ENDED)
        with running(command("run"), kiosk.env, tmp_path / "third"):
            assert until(lambda: "Another kiosk has the control socket" in _text(tmp_path / "third"))
            assert kiosk.ctl("status").returncode == exits.ENDED
            assert second.poll() is None


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_the_settings_say_where_the_socket_is_or_that_there_is_none(env: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    place = tmp_path / "own" / "s"
    site.write_text(f"name: Example\ncontrol: {{socket: {place}, group: no-such-group}}\n", encoding="utf-8")
    env |= {"XDG_STATE_HOME": str(tmp_path / "state")}
    with running(command("run", "--site", site), env, tmp_path / "log"):
        assert until(place.exists), _text(tmp_path / "log")
        told = finished(command("ctl", "--site", site, "status"), env)
        assert told.returncode == exits.ENDED
        assert "It needs you: There is no group no-such-group" in told.stdout
        assert finished(command("ctl", "status", "--socket", place), env).returncode == exits.ENDED
        assert finished(command("ctl", "status"), env).returncode == exits.NO_KIOSK
    assert "There is no group no-such-group" in _text(tmp_path / "log")


# --- what is said, by a kiosk without a window ---

VISIT = Snapshot(version="1", name="Example", mode="production", state=State.VISITING)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["status"], exits.ENDED, "Somebody is using the kiosk.\n"),
        (
            ["reset"],
            exits.REFUSED,
            "kiosk: Someone touched it 12 s ago. Wait until they have gone; `--force`",
        ),
        (["reset", "--force"], exits.ENDED, "Done: nothing of a visit is left.\n"),
        (["screenshot"], exits.REFUSED, "kiosk: A visitor is there, and what she reads is nobody else's business. Ask"),
        (["--json", "screenshot"], exits.REFUSED, '{"say":"refused","reason":"A visitor is there'),
    ],
)
def test_each_answer_is_a_sentence_and_a_code(
    env: dict[str, str], tmp_path: Path, words: list[str], code: int, told: str
) -> None:
    """During a visit, which this kiosk only claims to have."""
    at = 1000.0
    shot = Snapshot(state=State.VISITING, touched_at=at - 12)

    def do(ticket: Ticket) -> AnyAnswer:
        return refusal(ticket.request, shot, at) or Done()

    with Kiosk(tmp_path / "run", do=do, snapshot=VISIT) as fake:
        ran = finished(command("ctl", "--socket", fake.path, *words), env)
    assert ran.returncode == code
    assert (ran.stdout + ran.stderr).startswith(told)
    assert not (ran.stdout and ran.stderr)
    assert not (tmp_path / "kiosk.png").exists()
    if code == exits.ENDED and "reset" in words:
        assert fake.done == [AskReset(force=True)]


def test_what_staff_should_see_to_is_said_with_its_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needs = (Need("disk", "The disk is nearly full.", "Run: \u2066kiosk check\u2069"),)
    shot = Snapshot(name="Example", version="1", mode="production", state=State.DIM, visits_today=7, needs=needs)
    with Kiosk(tmp_path / "run", snapshot=shot) as fake:
        assert ctl("status", [tmp_path / "nowhere", fake.path]) == exits.ENDED
    told = capsys.readouterr().out
    assert told.startswith("It is outside the opening hours; the screen is dim.\n")
    assert "It needs you: The disk is nearly full. Run: kiosk check\n" in told
    assert "Visits today: 7." in told
    assert told.endswith("Example, version 1, in production.\n")


def test_who_watches_through_a_pipe_that_closes_is_not_complained_about(env: dict[str, str], tmp_path: Path) -> None:
    with Kiosk(tmp_path / "run") as fake:
        line = " ".join(map(str, command("ctl", "watch", "--socket", fake.path)))
        process = subprocess.Popen(
            ["bash", "-c", f"set -o pipefail; {line} | head -n 1"],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"The first screen is shown; nobody is there.\n"
        seen = iter(range(1, 10_000))
        while process.poll() is None and (number := next(seen, 0)):
            fake.publish(visits_today=number)
            until(lambda: process.poll() is not None, 0.01)
        assert (process.returncode, process.stderr.read() if process.stderr else b"") == (exits.ENDED, b"")


@pytest.mark.parametrize("words", [("status",), ("--json", "status"), ("screenshot", "-")], ids=" ".join)
def test_an_answer_that_nobody_reads_is_not_complained_about(
    words: tuple[str, ...], env: dict[str, str], tmp_path: Path
) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        with Kiosk(tmp_path / "run", do=lambda ticket: (Picture(bytes=len(PNG)), PNG)) as fake:
            done = subprocess.run(
                command("ctl", "--socket", fake.path, *words),
                env=env,
                stdout=write,
                stderr=subprocess.PIPE,
                timeout=60,
                check=False,
            )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (exits.ENDED, b"")


def test_ctrl_c_ends_watching_without_a_word(env: dict[str, str], tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    with (
        Kiosk(tmp_path / "run") as fake,
        running(command("ctl", "watch", "--socket", fake.path), env, heard) as process,
    ):
        assert until(lambda: "nobody is there" in _text(heard))
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == exits.ENDED
    assert "Traceback" not in _text(heard)


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b'{"say":"done"}\n',
        b'{"say":"hello","protocol":2,"version":"9"}\n',
        b'{"say":"hello","protocol":1,"version":""}\n',
        b'{"say":"hello","protocol":1,"version":""}\n{"say":"picture","bytes":99}\nshort',
        b'{"say":"hello","protocol":1,"version":""}\n{"say":"picture","bytes":99999999999}\n',
        b'{"say":"hello","protocol":1,"version":""}\nnonsense\n',
        b"x" * 100_000,
        b"",
    ],
    ids=["web", "no greeting", "later", "nothing", "half a picture", "huge", "nonsense", "long", "silence"],
)
def test_what_is_no_kiosk_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], said: bytes
) -> None:
    def answer() -> None:
        line, _ = listener.accept()
        with line:
            line.sendall(said)
            line.shutdown(socket.SHUT_WR)
            line.settimeout(20)
            while line.recv(4096):
                pass

    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        listener.listen()
        thread = threading.Thread(target=answer)
        thread.start()
        assert ctl("screenshot", [tmp_path / "s"], file=tmp_path / "p.png") == exits.NO_KIOSK
        thread.join(20)
    told = capsys.readouterr().err
    assert told.startswith("kiosk: ")
    assert told.count("\n") == 1
    assert told.endswith(".\n")
    assert not (tmp_path / "p.png").exists()


def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Kiosk(tmp_path / "run", do=lambda ticket: (Picture(bytes=3), b"png")) as fake:
        assert ctl("screenshot", [fake.path], file=tmp_path / "no" / "p.png") == exits.REFUSED
        assert "cannot be written" in capsys.readouterr().err
        assert ctl("screenshot", [fake.path], file=tmp_path / "p.png", json=True) == exits.ENDED
    assert (tmp_path / "p.png").read_bytes() == b"png"
    told = json.loads(capsys.readouterr().out)
    assert told == {"say": "picture", "bytes": 3, "file": str(tmp_path / "p.png")}
