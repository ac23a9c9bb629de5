"""How long one client is borne with: tables of what it does and when."""

from __future__ import annotations

import json

import pytest

from kiosk.control.conversation import Budget, Conversation, Limits
from kiosk.control.protocol import MOST_BYTES, Asked, AskReset, AskStatus, Done, Hello

LIMITS = Limits()
STATUS = b'{"ask":"status"}\n'


@pytest.fixture
def talk() -> Conversation:
    """Just begun, at time 0, and greeted."""
    found = Conversation(LIMITS, Hello(1, ""), 0.0)
    found.sent(len(found.out), 0.0)
    return found


def heard(talk: Conversation, now: float = 0.0) -> list[Asked]:
    """All that is asked and may be answered now."""
    found = []
    while (asked := talk.next(now)) is not None:
        found.append(asked)
    return found


def said(talk: Conversation) -> list[dict[str, object]]:
    return [json.loads(line) for line in bytes(talk.out).splitlines()]


def test_it_begins_with_a_greeting() -> None:
    assert said(Conversation(LIMITS, Hello(1, "0.1.0"), 0.0)) == [{"say": "hello", "protocol": 1, "version": "0.1.0"}]


def test_requests_come_in_their_order(talk: Conversation) -> None:
    talk.hear(STATUS + b'{"ask":"reset"}\n{"ask', 0.0)
    assert heard(talk) == [AskStatus(), AskReset()]
    talk.hear(b'":"status","id":"x"}\n', 1.0)
    assert heard(talk, 1.0) == [AskStatus(id="x")]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"garbage\n" + STATUS, "malformed"),
        (b"\n", "truncated"),
        (b"\x00\xff\xfe\n", "malformed"),
        (b"x" * MOST_BYTES, "65536"),
        (b"x" * (MOST_BYTES + 5) + b"\n", "65536"),
        (b'{"ask":"dance"}\n{"ask":"dance"}\n', "dance"),
    ],
    ids=["garbage", "nothing", "binary", "without an end", "long", "twice"],
)
def test_what_cannot_be_understood_gets_one_answer_and_the_line_is_hung_up(
    talk: Conversation, data: bytes, told: str
) -> None:
    talk.hear(data, 0.0)
    assert heard(talk) == []
    (answer,) = said(talk)
    assert answer["say"] == "wrong"
    assert told in str(answer["what"])
    talk.hear(STATUS, 1.0)
    assert heard(talk, 1.0) == []
    assert not talk.listens
    assert not talk.over
    talk.sent(len(talk.out), 1.0)
    assert talk.over


def test_half_a_line_is_waited_for_ten_seconds_however_slowly_it_grows(talk: Conversation) -> None:
    for second in range(10):
        talk.hear(b"x", float(second))
        assert not talk.tired(float(second))
    assert talk.wakes_at(9.0) == 10.0
    assert not talk.tired(10.0)
    assert "within 10 s" in str(said(talk)[0]["what"])
    talk.sent(len(talk.out), 10.0)
    assert talk.over


def test_a_line_that_ends_in_time_gives_the_next_its_own_time(talk: Conversation) -> None:
    talk.hear(b'{"ask":"st', 0.0)
    talk.hear(b'atus"}\n{"ask":"st', 9.0)
    assert heard(talk, 9.0) == [AskStatus()]
    assert not talk.tired(18.0)
    assert not talk.out
    talk.hear(b'atus"}\n', 18.0)
    assert heard(talk, 18.0) == [AskStatus()]
    assert talk.wakes_at(18.0) == 18.0 + LIMITS.silent_seconds


def test_who_has_said_her_last_is_still_answered(talk: Conversation) -> None:
    talk.hear(STATUS + b'{"half', 0.0)
    talk.hear(b"", 0.0)
    assert heard(talk) == [AskStatus()]
    talk.pending = 1
    assert not talk.over
    talk.pending = 0
    talk.say(Done(), b"", 0.0)
    assert not talk.over
    talk.sent(len(talk.out), 0.0)
    assert talk.over


def test_who_reads_nothing_is_heard_no_more_and_then_hung_up_on(talk: Conversation) -> None:
    talk.say(Done(), b"x" * (LIMITS.waiting_bytes + 1), 5.0)
    assert not talk.listens
    talk.sent(1, 9.0)
    assert not talk.tired(18.9)
    assert talk.tired(19.0)


def test_who_watches_and_does_not_keep_up_is_hung_up_on_at_once(talk: Conversation) -> None:
    talk.watching = ""
    while len(talk.out) <= LIMITS.waiting_bytes:
        assert not talk.tired(1.0)
        talk.say(Done(), b"", 1.0)
    assert talk.tired(1.0)


def test_who_asks_nothing_for_long_is_hung_up_on_but_for_who_watches_or_waits(talk: Conversation) -> None:
    assert not talk.tired(299.0)
    talk.pending = 1
    assert not talk.tired(301.0)
    talk.pending, talk.watching = 0, "w"
    assert not talk.tired(1e9)
    talk.watching = None
    assert talk.tired(301.0)


def test_a_flood_is_answered_at_a_measured_pace_and_none_of_it_is_lost(talk: Conversation) -> None:
    talk.hear(STATUS * 100, 0.0)
    assert len(heard(talk)) == LIMITS.burst
    assert not talk.listens
    assert 0 < talk.wakes_at(0.0) <= 1 / LIMITS.per_second
    counted = [len(heard(talk, at / 10)) for at in range(1, 41)]
    assert set(counted[:29]) <= {1, 2, 3}
    assert LIMITS.burst + sum(counted) == 100
    assert talk.listens


def test_half_a_line_behind_a_flood_has_its_time_when_the_flood_is_over(talk: Conversation) -> None:
    talk.hear(STATUS * 400 + b'{"ask"', 0.0)
    heard(talk)
    for at in range(1, 20):
        assert not talk.tired(float(at))
        heard(talk, float(at))
    assert not talk.out
    assert not talk.tired(27.0)
    talk.hear(b':"status","id":"last"}\n', 27.0)
    assert heard(talk, 27.0) == [AskStatus(id="last")]


def test_a_budget_grows_back_and_no_further() -> None:
    budget = Budget(2, 10.0, 0.0)
    assert [budget.take(0.0) for _ in range(3)] == [True, True, False]
    assert budget.ready_at == pytest.approx(0.1)
    assert budget.take(0.1)
    assert [budget.take(1000.0) for _ in range(3)] == [True, True, False]
    assert not budget.take(999.0)
