"""A speech service that floods, lies or talks nonsense: a sentence is answered for once, or given up with a reason."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from kiosk.bridge.voice.dispatcher import Dispatcher
from kiosk.settings.model import Speech

Answer = Callable[[str], str]


class Service(QObject):
    """speech-dispatcher as far as the kiosk asks of it: one voice, no sound, and what a test wants it to say."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.commands: list[str] = []
        self.special: dict[str, str] = {}
        """Answers to commands that begin so, instead of the usual ones."""
        self.message = 40
        self._text = False
        self._language = ""
        self._line: QLocalSocket | None = None
        self._server = QLocalServer(self)
        assert self._server.listen(str(path))
        self._server.newConnection.connect(self._meet)

    def _meet(self) -> None:
        self._line = self._server.nextPendingConnection()
        self._line.readyRead.connect(self._read)

    def tell(self, *lines: str) -> None:
        assert self._line is not None
        self._line.write("".join(f"{line}\r\n" for line in lines).encode())
        self._line.flush()

    def happens(self, code: int, name: str, message: int) -> None:
        self.tell(f"{code}-{message}", f"{code}-1", f"{code} {name}")

    def _read(self) -> None:
        assert self._line is not None
        while self._line.canReadLine():
            line = bytes(self._line.readLine().data()).decode().strip()
            self.commands.append(line)
            if self._text:
                if line == ".":
                    self._text = False
                    self.message += 1
                    self.tell(f"225-{self.message}", "225 OK MESSAGE QUEUED")
                continue
            found = next((said for start, said in self.special.items() if line.startswith(start)), None)
            self.tell(*(found.split("|") if found is not None else self._usual(line)))

    def _usual(self, line: str) -> list[str]:
        if line.startswith("SET SELF LANGUAGE"):
            self._language = line.rpartition(" ")[2]
        self._text = line == "SPEAK"
        usual = {
            "GET OUTPUT_MODULE": ["251-one", "251 OK GET RETURNED"],
            "LIST OUTPUT_MODULES": ["250-dummy", "250-one", "250 OK MODULE LIST SENT"],
            "LIST SYNTHESIS_VOICES": ["249-English\ten\tnone", "249-English+Ed\ten\tEd", "249 OK VOICE LIST SENT"],
            "GET LANGUAGE": [f"251-{self._language}", "251 OK GET RETURNED"],
            "SPEAK": ["230 OK RECEIVING DATA"],
        }
        return usual.get(line, ["200 OK"])


class Mouth:
    def __init__(self, languages: tuple[str, ...] = ()) -> None:
        self.engine = Dispatcher(Speech(), languages=languages)
        self.answers: list[tuple[object, ...]] = []
        self.engine.began.connect(lambda turn: self.answers.append(("began", turn)))
        self.engine.ended.connect(lambda turn: self.answers.append(("ended", turn)))
        self.engine.failed.connect(lambda *what: self.answers.append(("failed", *what)))

    def say(self, turn: int, language: str = "en") -> None:
        self.engine.say(turn, "Some words.", language, 100, 60)


@pytest.fixture
def service(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Service:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/s")
    return Service(tmp_path / "s")


@pytest.fixture
def mouth(service: Service) -> Iterator[Mouth]:
    made = Mouth()
    yield made
    made.engine.close()


def given(qtbot: QtBot, service: Service, number: int) -> None:
    """Wait until the service has the whole text of its message `number`."""
    qtbot.waitUntil(lambda: service.message == number)


def test_a_flood_of_events_is_one_beginning_and_one_end(qtbot: QtBot, service: Service, mouth: Mouth) -> None:
    mouth.say(5)
    given(qtbot, service, 41)
    for number in (*range(1, 41), 41, 41, 99):
        service.happens(701, "BEGIN", number)
    qtbot.waitUntil(lambda: bool(mouth.answers))
    assert mouth.answers == [("began", 5)]
    for number in (*range(1, 41), 99, 41, 41, 41):
        service.happens(702, "END", number)
        service.happens(703, "CANCELED", number + 100)
    qtbot.waitUntil(lambda: ("ended", 5) in mouth.answers)
    mouth.say(6)
    given(qtbot, service, 42)
    service.happens(702, "END", 41)
    service.happens(701, "BEGIN", 42)
    qtbot.waitUntil(lambda: ("began", 6) in mouth.answers)
    assert mouth.answers == [("began", 5), ("ended", 5), ("began", 6)]


def test_the_end_of_what_was_stopped_does_not_end_the_next(qtbot: QtBot, service: Service, mouth: Mouth) -> None:
    mouth.say(1)
    given(qtbot, service, 41)
    service.happens(701, "BEGIN", 41)
    qtbot.waitUntil(lambda: mouth.answers == [("began", 1)])
    mouth.engine.stop()
    mouth.say(2)
    given(qtbot, service, 42)
    service.happens(703, "CANCELED", 41)
    service.happens(701, "BEGIN", 42)
    qtbot.waitUntil(lambda: mouth.answers == [("began", 1), ("began", 2)])
    assert service.commands.count("CANCEL SELF") == 1


def test_an_event_may_come_before_its_number(qtbot: QtBot, service: Service, mouth: Mouth) -> None:
    service.special["SPEAK"] = "230 OK|701-77|701-1|701 BEGIN|225-77|225 OK|400 ERR|400 ERR"
    mouth.say(1)
    qtbot.waitUntil(lambda: bool(mouth.answers))
    assert mouth.answers[0] == ("began", 1)


@pytest.mark.parametrize(
    ("command", "answer", "reason"),
    [
        ("GET LANGUAGE", "251-yue|251 OK", "the speech service would speak another language than it was asked for"),
        ("SET SELF LANGUAGE", "409 ERR", "the speech service refuses the language that it has offered"),
        ("SET SELF SYNTHESIS", "409 ERR", "the speech service refuses the synthesis voice that it has offered"),
        ("SPEAK", "304 ERR", "the speech service takes no sentences"),
        ("LIST OUTPUT", "250-dummy|250 OK", "the speech service has no voices; install speech-dispatcher-espeak-ng"),
        ("LIST SYNTH", "321 ERR", "no part of the speech service tells its voices; start speech-dispatcher again"),
        ("SET SELF CLIENT", "HTTP/1.1 400", "what answers on the speech service's socket is something else"),
        ("GET RATE", "200 OK|" * 30, "the speech service answers what nobody asked"),
    ],
)
def test_a_service_that_goes_wrong_is_left_and_the_next_sentence_tries_anew(
    qtbot: QtBot, service: Service, mouth: Mouth, *, command: str, answer: str, reason: str
) -> None:
    service.special[command] = answer.strip("|")
    mouth.say(3)
    qtbot.waitUntil(lambda: bool(mouth.answers))
    ((what, turn, missing, told),) = mouth.answers
    assert (what, turn, missing) == ("failed", 3, False)
    assert str(told).startswith(reason)
    service.special.clear()
    service._text = False
    mouth.say(4)
    before = service.message
    qtbot.waitUntil(lambda: service.message > before)
    service.happens(701, "BEGIN", service.message)
    qtbot.waitUntil(lambda: mouth.answers[1:] == [("began", 4)])


def test_a_line_that_breaks_while_a_sentence_is_sent_leaves_nothing_behind(
    qtbot: QtBot, service: Service, mouth: Mouth
) -> None:
    mouth.say(1)
    given(qtbot, service, 41)
    mouth.engine.stop()
    connected = mouth.engine._line._socket
    assert connected is not None
    connected.shutdown(socket.SHUT_WR)
    mouth.say(2)
    assert mouth.answers == [("failed", 2, False, "the speech service takes no more orders")]
    mouth.say(3)
    given(qtbot, service, 42)
    service.happens(701, "BEGIN", 42)
    qtbot.waitUntil(lambda: mouth.answers[1:] == [("began", 3)], timeout=2000)


def test_somebody_else_breaking_off_a_sentence_is_told(qtbot: QtBot, service: Service, mouth: Mouth) -> None:
    mouth.say(1)
    given(qtbot, service, 41)
    service.happens(703, "CANCELED", 41)
    qtbot.waitUntil(lambda: mouth.answers == [("failed", 1, False, "the speech service has broken off a sentence")])


def test_a_missing_language_keeps_the_connection(qtbot: QtBot, service: Service, mouth: Mouth) -> None:
    mouth.say(1, "ko")
    qtbot.waitUntil(lambda: bool(mouth.answers))
    assert mouth.answers[0][:3] == ("failed", 1, True)
    mouth.say(2)
    given(qtbot, service, 41)
    assert service.commands.count("LIST OUTPUT_MODULES") == 1


def test_voices_are_learned_ahead_and_only_once(qtbot: QtBot, service: Service, mouth: Mouth) -> None:
    mouth.engine.get_ready()
    qtbot.waitUntil(lambda: "GET RATE" in service.commands)
    assert "SPEAK" not in service.commands
    mouth.engine.get_ready()
    mouth.say(1)
    given(qtbot, service, 41)
    assert service.commands.count("LIST SYNTHESIS_VOICES") == 1
    assert "SET SELF SYNTHESIS_VOICE English" in service.commands


def test_staff_are_told_once_which_of_the_sites_languages_have_no_voice(
    qtbot: QtBot, service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    mouth = Mouth(("en", "ar", "ko"))
    mouth.engine.get_ready()
    qtbot.waitUntil(lambda: bool(caplog.messages))
    told = "the speech engine has no voice for ar, ko; install one, or visitors will hear nothing"
    assert caplog.messages == [told]
    mouth.engine.close()
    mouth.say(1)
    given(qtbot, service, 41)
    assert caplog.messages == [told]
    mouth.engine.close()
