"""The language of speech-dispatcher, line by line."""

from __future__ import annotations

import pytest

from kiosk.speech.ssip import Event, ProtocolError, Reader, Reply, What, message, sent, voice, word
from kiosk.speech.voices import Offered


def read(*chunks: bytes) -> list[Reply | Event]:
    reader = Reader(lambda offered: offered.tag == "ko")
    return [one for chunk in chunks for one in reader.feed(chunk)]


def test_replies_and_events_are_told_apart_wherever_the_stream_is_cut() -> None:
    stream = b"225-13\r\n225 OK MESSAGE QUEUED\r\n701-13\r\n701-26\r\n701 BEGIN\r\n300 ERR\r\n"
    wanted = [Reply(225, ("13",)), Event(What.BEGAN, "13"), Reply(300)]
    assert read(stream) == wanted
    assert read(*(stream[n : n + 1] for n in range(len(stream)))) == wanted
    assert [one.good for one in wanted if isinstance(one, Reply)] == [True, False]


def test_of_a_list_of_voices_only_the_wanted_ones_are_kept() -> None:
    lines = b"249-Korean\tko\tnone\r\n249-Konkani\tkok\tnone\r\n249 OK VOICE LIST SENT\r\n"
    assert read(lines) == [Reply(249, ("Korean\tko\tnone",))]
    assert voice("Korean\tko\tnone", "espeak-ng") == Offered("Korean", "ko", module="espeak-ng")


@pytest.mark.parametrize("noise", [b"HTTP/1.1 400 Bad Request\r\n", b"\r\n", b"2x5 OK\r\n", b"225\r\n", b"a" * 20000])
def test_something_else_on_the_socket_is_found_out(noise: bytes) -> None:
    with pytest.raises(ProtocolError):
        read(noise)


def test_events_that_mean_nothing_here_are_passed_over() -> None:
    assert read(b"700-1\r\n700-2\r\n700-mark\r\n700 INDEX MARK\r\n704-1\r\n704-2\r\n704 PAUSED\r\n701 BEGIN\r\n") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [("One.\nTwo.", "One. Two."), (".", ".."), ("...and so on", "....and so on"), ("a\r\nQUIT\r\n.", "a QUIT .")],
)
def test_no_text_can_end_its_message_or_give_a_command(text: str, line: str) -> None:
    assert message(text) == ("SPEAK", line, ".")
    assert word("Voice\r\nQUIT") == "Voice QUIT"


def test_lines_go_out_as_utf_8() -> None:
    assert sent("SPEAK", "señal", ".") == "SPEAK\r\nseñal\r\n.\r\n".encode()
