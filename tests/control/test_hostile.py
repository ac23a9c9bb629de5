"""Callers that mean ill, or nothing at all: each is answered once or dropped; others and the kiosk go on."""

from __future__ import annotations

import contextlib
import os
import select
import threading
import time
from pathlib import Path

import pytest
from msgspec import structs

from kiosk.control.conversation import Limits
from kiosk.control.protocol import MOST_BYTES, AnyAnswer, Done, Need, Picture
from kiosk.control.tickets import Ticket
from tests.cli.launch import until
from tests.control.ends import CALM, HASTY, RESET, STATUS, Kiosk


def test_the_sixty_fifth_is_told_to_come_again(run: Path) -> None:
    with Kiosk(run) as kiosk, contextlib.ExitStack() as stack:
        callers = [stack.enter_context(kiosk.call()) for _ in range(64)]
        with kiosk.call() as late:
            assert late.hears_all() == [
                {
                    "say": "refused",
                    "id": "",
                    "reason": "The kiosk is busy: too many ask it at once.",
                    "mend": "Try again in a moment.",
                }
            ]
        callers[0].close()
        assert until(lambda: _answers(kiosk))
        callers[63].says(STATUS)
        assert callers[63].hears()["say"] == "status"


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\nHost: kiosk\r\n\r\n",
        b"\n",
        b"\x00" * 100 + b"\n",
        os.urandom(4000) + b"\n",
        b"\xff\xfe{\x00}\x00\n",
        b"[" * 60_000 + b"\n",
        b'{"ask":' * 5000 + b"\n",
        b"x" * (MOST_BYTES + 1),
        b"x" * (4 * MOST_BYTES) + b"\n" + STATUS,
        b'{"ask":"open the door"}\n' * 50,
        b'{"ask":"status","id":' + b"1" * 50_000 + b"}\n",
    ],
    ids=["web", "empty", "zeros", "noise", "utf-16", "deep list", "deep object", "long", "longer", "unknown", "number"],
)
def test_what_is_no_message_gets_one_answer_and_is_hung_up_on(run: Path, data: bytes) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as well_meant:
        with kiosk.call() as caller:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                caller.says(data)
            (told,) = caller.hears_all()
            assert told["say"] == "wrong"
            assert len(told["what"]) <= 240
        well_meant.says(STATUS)
        assert well_meant.hears()["well"]
        assert kiosk.done == []


def test_half_a_line_is_dropped_in_time_though_it_goes_on_growing(run: Path) -> None:
    with Kiosk(run, limits=HASTY) as kiosk, kiosk.call() as caller:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            while not select.select([caller.socket], [], [], 0.01)[0]:
                caller.says(b"x")
        (told,) = caller.hears_all()
        assert told["what"] == "a line must end within 0.2 s"
        assert kiosk.is_well()


def test_who_says_nothing_is_hung_up_on_without_a_word(run: Path) -> None:
    with Kiosk(run, limits=Limits(silent_seconds=0.2)) as kiosk, kiosk.call() as caller:
        assert caller.hears_all() == []


def test_who_goes_away_before_the_answer_harms_nobody(run: Path) -> None:
    free = threading.Event()

    def wait(ticket: Ticket) -> AnyAnswer:
        assert free.wait(20)
        return Done()

    with Kiosk(run, do=wait) as kiosk:
        for _ in range(5):
            with kiosk.call() as caller:
                caller.says(RESET * 3)
        assert until(lambda: len(kiosk.done) == 1)
        free.set()
        assert kiosk.is_well()
        assert until(lambda: len(kiosk.done) == 15)
        assert kiosk.is_well()


def test_who_goes_away_in_the_middle_of_a_picture_harms_nobody(run: Path) -> None:
    picture = b"\x89PNG" + bytes(8_000_000)
    with Kiosk(run, do=lambda ticket: (Picture(bytes=len(picture)), picture)) as kiosk:
        with kiosk.call() as caller:
            caller.says(b'{"ask":"screenshot"}\n')
            assert caller.hears() == {"say": "picture", "id": "", "bytes": len(picture)}
            assert caller.gets(1000) == picture[:1000]
        with kiosk.call() as caller:
            caller.says(b'{"ask":"screenshot","id":"p"}\n{"ask":"status"}\n')
            told = caller.hears()
            if told["say"] == "status":
                told = caller.hears()
            assert caller.gets(told["bytes"]) == picture


def test_who_reads_nothing_of_a_picture_is_hung_up_on(run: Path) -> None:
    picture = bytes(4_000_000)
    with Kiosk(run, limits=HASTY, do=lambda ticket: (Picture(bytes=len(picture)), picture)) as kiosk:
        with kiosk.call() as caller:
            caller.says(b'{"ask":"screenshot"}\n')
            assert until(lambda: not kiosk.server._clients)
        assert kiosk.is_well()


def test_a_flood_of_one_is_slowed_down_and_others_are_answered_meanwhile(run: Path) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as flooding:
        stop = threading.Event()

        def flood() -> None:
            with contextlib.suppress(OSError):
                while not stop.is_set():
                    flooding.socket.send(STATUS * 500)

        flooding.socket.settimeout(0.2)
        thread = threading.Thread(target=flood)
        thread.start()
        begin, spent = time.monotonic(), time.process_time()
        answers = sum(kiosk.is_well() for _ in range(30))
        stop.set()
        thread.join()
        assert answers == 30
        heard = flooding.hears_some()
        assert heard <= 40 + 20 * (time.monotonic() - begin) + 1
        assert time.process_time() - spent < 5


def test_no_more_than_eight_requests_of_one_wait(run: Path) -> None:
    free = threading.Event()

    def wait(ticket: Ticket) -> AnyAnswer:
        assert free.wait(20)
        return Done()

    with Kiosk(run, do=wait) as kiosk, kiosk.call() as caller:
        for number in range(11):
            caller.says(b'{"ask":"pause","id":"%d"}\n' % number)
        refused = [caller.hears() for _ in range(3)]
        assert [told["id"] for told in refused] == ["8", "9", "10"]
        assert {told["reason"] for told in refused} == {"Too many of your requests wait already."}
        free.set()
        assert [caller.hears()["id"] for _ in range(8)] == [str(number) for number in range(8)]


def test_who_watches_and_reads_nothing_is_dropped_and_others_hear_everything(run: Path) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as slow, kiosk.call() as quick:
        for caller in (slow, quick):
            caller.says(b'{"ask":"watch"}\n')
        quick.hears()
        needs = tuple(Need("x" * 200, "y" * 200, "z" * 200) for _ in range(12))
        heard = 0
        for number in range(400):
            kiosk.server.publish(structs.replace(CALM, visits_today=number, needs=needs))
            assert quick.hears()["visits_today"] == number
            heard += 1
            if len(kiosk.server._clients) == 1:
                break
        assert len(kiosk.server._clients) == 1
        assert heard < 400
        assert _answers(kiosk)


def test_what_goes_wrong_with_one_is_not_the_others_trouble(
    run: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with Kiosk(run) as kiosk, kiosk.call() as other:
        with kiosk.call() as unlucky:
            told = kiosk.server._answer

            def fail(client: object, asked: object, now: float) -> None:
                if getattr(asked, "id", "") == "unlucky":
                    raise RuntimeError("planted")
                told(client, asked, now)  # type: ignore[arg-type]

            monkeypatch.setattr(kiosk.server, "_answer", fail)
            unlucky.says(b'{"ask":"status","id":"unlucky"}\n')
            assert unlucky.hears_all() == []
        other.says(STATUS)
        assert other.hears()["well"]
    assert "planted" in caplog.text


def _answers(kiosk: Kiosk) -> bool:
    with kiosk.call() as caller:
        with contextlib.suppress(BrokenPipeError):
            caller.says(STATUS)
        return bool(caller.hears()["say"] == "status")
