"""Who waits until nobody reads: answered once, as soon as it is so, or when the time is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from kiosk import exits
from kiosk.control.command import ctl
from kiosk.control.protocol import AnyAnswer, Done, State
from kiosk.control.refusals import READING
from kiosk.control.snapshot import Snapshot, busy
from kiosk.control.waiting import Waiting
from tests.cli.launch import command, environment, finished, until
from tests.control.ends import CALM, Kiosk

READ = structs.replace(CALM, state=State.VISITING)


@pytest.mark.parametrize("state", list(State))
def test_a_visit_and_a_wipe_down_are_waited_for_and_staff_at_the_glass(state: State) -> None:
    assert busy(Snapshot(state=state)) is (state in (State.VISITING, State.CLEANING))
    assert busy(Snapshot(state=state, staff=True))


def test_each_waits_as_long_as_it_asked_for_and_hears_once() -> None:
    heard: list[tuple[str, AnyAnswer]] = []
    waiting, gone = Waiting(), object()
    assert waiting.due_at == float("inf")
    waiting.add(waiting, lambda answer: heard.append(("short", answer)), 5.0)
    waiting.add(waiting, lambda answer: heard.append(("long", answer)), 9.0)
    waiting.add(gone, lambda answer: heard.append(("gone", answer)), 1.0)
    waiting.add(gone, lambda answer: heard.append(("gone", answer)), 2.0)
    assert waiting.forget(gone) == 2
    waiting.go_on(4.9, busy=True)
    assert (heard, waiting.due_at) == ([], 5.0)
    waiting.go_on(5.0, busy=True)
    waiting.go_on(6.0, busy=False)
    waiting.go_on(10.0, busy=False)
    assert heard == [("short", READING), ("long", Done())]


def test_a_kiosk_that_is_idle_answers_at_once_and_one_in_use_when_the_visit_has_ended(run: Path) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as caller, kiosk.call() as other:
        caller.says(b'{"ask":"wait-idle","id":"1"}\n')
        assert caller.hears() == {"say": "done", "id": "1"}
        kiosk.server.publish(READ)
        caller.says(b'{"ask":"wait-idle","id":"2"}\n{"ask":"status","id":"3"}\n')
        other.says(b'{"ask":"wait-idle","at_most":0.05,"id":"4"}\n')
        assert caller.hears()["id"] == "3"  # it goes on hearing meanwhile
        assert other.hears()["reason"] == READING.reason
        kiosk.publish(visits_today=5)
        assert caller.hears() == {"say": "done", "id": "2"}
        assert kiosk.done == []  # the window was not asked at all


def test_who_waits_and_hangs_up_leaves_nothing_behind(run: Path) -> None:
    """More than the kiosk has room for, one after the other: the next is still let in."""
    with Kiosk(run, snapshot=READ) as kiosk:
        for _ in range(70):
            with kiosk.call() as caller:
                caller.says(b'{"ask":"wait-idle","at_most":86400}\n')
        assert until(kiosk.is_well)


def test_one_client_can_wait_only_so_often(run: Path) -> None:
    with Kiosk(run, snapshot=READ) as kiosk, kiosk.call() as caller:
        caller.says(b'{"ask":"wait-idle"}\n' * 9)
        assert caller.hears()["reason"] == "Too many of your requests wait already."


def test_a_kiosk_that_ends_because_nobody_reads_says_so_first(run: Path) -> None:
    with Kiosk(run, snapshot=READ) as kiosk, kiosk.call() as caller:
        caller.says(b'{"ask":"wait-idle","id":"w"}\n{"ask":"status"}\n')
        assert caller.hears()["say"] == "status"
        kiosk.server.publish(CALM)
        kiosk.server.close()
        assert caller.hears_all() == [{"say": "done", "id": "w"}]


@pytest.mark.parametrize(
    ("state", "words", "told"),
    [
        (State.ATTRACT, [], (exits.ENDED, "Done: nobody is at the kiosk.\n")),
        (State.VISITING, ["--at-most", "0.1"], (exits.REFUSED, "kiosk: Somebody is still at the kiosk. Try again")),
        (State.ATTRACT, ["--at-most", "soon"], (exits.WRONG_COMMAND_LINE, "kiosk: argument --at-most: 'soon' is no")),
    ],
)
def test_a_script_can_wait(tmp_path: Path, state: State, words: list[str], told: tuple[int, str]) -> None:
    with Kiosk(tmp_path / "run", snapshot=structs.replace(CALM, state=state)) as kiosk:
        ran = finished(command("ctl", "--socket", kiosk.path, "wait-idle", *words), environment(tmp_path))
    code, sentence = told
    assert (ran.returncode, (ran.stdout + ran.stderr)[: len(sentence)]) == (code, sentence)


def test_without_a_kiosk_nobody_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ctl("wait-idle", [tmp_path / "nowhere"], at_most=3600) == exits.NO_KIOSK
    assert capsys.readouterr().err.startswith("kiosk: No kiosk runs here")
