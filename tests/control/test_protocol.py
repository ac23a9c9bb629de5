"""What is a message, and what is none."""

from __future__ import annotations

import json

import pytest

from kiosk.control import protocol
from kiosk.control.protocol import (
    MOST_BYTES,
    AskClean,
    Asked,
    AskPause,
    AskReload,
    AskReset,
    AskRestart,
    AskResume,
    AskScreenshot,
    AskStatus,
    AskWaitIdle,
    AskWatch,
    Done,
    Hello,
    Lines,
    Need,
    Outcome,
    Picture,
    ProtocolError,
    Refused,
    Reloaded,
    Said,
    State,
    Status,
    Wrong,
)
from tests.cli.launch import ROOT

STATUS = Status(
    id="7",
    protocol=1,
    version="0.1.0",
    name="Bluebonnet",
    mode="production",
    state="visiting",
    untouched_seconds=30,
    uptime_seconds=3600,
    visits_today=12,
    well=False,
    needs=(Need("voice.es", "The Spanish voice is missing.", "Install it."),),
    settings="0a1b",
    content="2c3d",
)
REQUESTS: tuple[Asked, ...] = (
    AskStatus(),
    AskReset(),
    AskReset(id="a", force=True),
    AskPause(),
    AskResume(),
    AskClean(),
    AskRestart(),
    AskRestart(when_idle=True),
    AskReload(),
    AskWaitIdle(at_most=1.5),
    AskScreenshot(),
    AskWatch(id="ü"),
)
ANSWERS: tuple[Said, ...] = (
    Hello(1, "0.1.0"),
    Done(id="a"),
    Refused(reason="No.", mend="Wait."),
    Wrong(what="not that"),
    Picture(bytes=5),
    Reloaded(outcome=Outcome.FAULTY, problems=("site.yaml:3: unknown.",)),
    STATUS,
)


@pytest.mark.parametrize("request_", REQUESTS, ids=repr)
def test_a_request_arrives_as_it_was_sent(request_: Asked) -> None:
    data = protocol.line(request_)
    assert data.count(b"\n") == 1
    assert data.endswith(b"\n")
    assert protocol.read_asked(data) == request_


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda one: type(one).__name__)
def test_an_answer_arrives_as_it_was_sent(answer: Said) -> None:
    assert protocol.read_said(protocol.line(answer)) == answer


def test_a_status_is_what_the_document_shows() -> None:
    assert json.loads(protocol.line(STATUS)) == {
        "say": "status",
        "id": "7",
        "protocol": 1,
        "version": "0.1.0",
        "name": "Bluebonnet",
        "mode": "production",
        "state": "visiting",
        "untouched_seconds": 30,
        "uptime_seconds": 3600,
        "visits_today": 12,
        "well": False,
        "needs": [{"id": "voice.es", "text": "The Spanish voice is missing.", "mend": "Install it."}],
        "settings": "0a1b",
        "content": "2c3d",
    }


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "truncated"),
        (b"   ", "truncated"),
        (b"reset", "malformed"),
        (b"[]", "Expected `object`"),
        (b"null", "Expected `object`"),
        (b'"status"', "Expected `object`"),
        (b"{}", "missing required field `ask`"),
        (b'{"ask":"dance"}', "'dance'"),
        (b'{"ask":null}', "`str`"),
        (b'{"ask":["status"]}', "`str`"),
        (b'{"ask":"status","ask":"reset"}', "'reset'"),
        (b'{"ask":"reset","force":"yes"}', "Expected `bool`"),
        (b'{"ask":"reset","force":1}', "Expected `bool`"),
        (b'{"ask":"reset","gently":true}', "unknown field `gently`"),
        (b'{"ask":"wait-idle","at_most":-1}', ">= 0"),
        (b'{"ask":"wait-idle","at_most":1e9}', "<= 86400"),
        (b'{"ask":"wait-idle","at_most":null}', "Expected `float`"),
        (b'{"ask":"status","id":7}', "Expected `str`"),
        (b'{"ask":"status","id":"' + b"x" * 65 + b'"}', "length <= 64"),
        (b'{"ask":"status"} {"ask":"reset"}', "trailing"),
        (b'{"ask":"status"', "truncated"),
        (b'{"ask":"status\xff"}', "utf-8"),
        (b'\xef\xbb\xbf{"ask":"status"}', "malformed"),
        (b"\x00\x01\x02", "malformed"),
        (b'{"ask":"\\ud800"}', ""),
        (b'{"say":"done"}', "missing required field `ask`"),
        (b"[" * 60_000, ""),
        (b'{"x":' * 10_000, ""),
        (b'{"ask":"reset","force":' + b"9" * 60_000 + b"}", ""),
        (b'{"ask":"' + b"x" * MOST_BYTES + b'"}', str(MOST_BYTES)),
    ],
    ids=lambda one: repr(one)[:24],
)
def test_what_is_no_request_is_named_in_one_short_sentence(data: bytes, told: str) -> None:
    with pytest.raises(ProtocolError) as caught:
        protocol.read_asked(data)
    assert told.lower() in str(caught.value).lower()
    assert len(str(caught.value)) <= 240
    protocol.line(Wrong(what=str(caught.value)))  # it can be said


@pytest.mark.parametrize("data", [b'{"ask":"status"}\r', b' {"ask" : "status"}\t', b'{"ask":"\\u0073tatus"}'])
def test_spaces_and_a_carriage_return_do_no_harm(data: bytes) -> None:
    assert protocol.read_asked(data) == AskStatus()


def test_an_answer_of_a_later_kiosk_may_have_more_fields() -> None:
    assert protocol.read_said(b'{"say":"done","id":"a","mood":"good"}') == Done(id="a")
    later = json.loads(protocol.line(STATUS)) | {"state": "dreaming", "lamp_hours": 7}
    found = protocol.read_said(json.dumps(later).encode())
    assert isinstance(found, Status)
    assert found.state == "dreaming"


def test_the_documents_examples_are_messages_and_it_names_every_request_and_field() -> None:
    text = (ROOT / "docs" / "control.md").read_text(encoding="utf-8")
    asked = [protocol.read_asked(line[2:].encode()) for line in text.splitlines() if line.startswith("> ")]
    said = [protocol.read_said(line[2:].encode()) for line in text.splitlines() if line.startswith("< ")]
    assert (len(asked), len(said)) == (2, 3)
    words = [str(one.__struct_config__.tag) for one in (*REQUESTS, *ANSWERS)]
    words += [value.value for kind in (State, Outcome) for value in kind] + [
        name for name in Status.__struct_fields__ if name != "id"
    ]
    assert [word for word in words if f"`{word}`" not in text and f'"{word}"' not in text] == []


def test_a_message_that_is_too_long_is_not_sent() -> None:
    with pytest.raises(ProtocolError, match="65536"):
        protocol.line(Wrong(what="x" * MOST_BYTES))


@pytest.mark.parametrize(
    ("pieces", "lines", "begun"),
    [
        ([b"a\nb\n"], [b"a", b"b"], False),
        ([b"a", b"b", b"\n"], [b"ab"], False),
        ([b"a\nb"], [b"a"], True),
        ([b"\n\n"], [b"", b""], False),
        ([b"", b""], [], False),
        ([b"a\n", b"", b"b"], [b"a"], True),
        ([bytes([n]) for n in b"one\ntwo\nthr"], [b"one", b"two"], True),
    ],
)
def test_bytes_become_lines_however_they_come(pieces: list[bytes], lines: list[bytes], begun: bool) -> None:
    cut = Lines()
    assert [line for piece in pieces for line in cut.feed(piece)] == lines
    assert (cut.begun, cut.overlong) == (begun, False)


def test_a_line_without_an_end_becomes_too_long() -> None:
    cut = Lines()
    cut.feed(b"x" * (MOST_BYTES - 1))
    assert not cut.overlong
    cut.feed(b"x")
    assert cut.overlong


@pytest.mark.parametrize(
    ("seconds", "step"), [(-1, 0), (0, 0), (29.9, 0), (30, 30), (59, 30), (61, 60), (3599, 900), (1e9, 3600)]
)
def test_the_last_touch_is_told_in_coarse_steps(seconds: float, step: int) -> None:
    assert protocol.coarse(seconds) == step
